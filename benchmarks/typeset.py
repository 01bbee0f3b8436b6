"""Typeset the annotated samples as PDF in five layouts, and compare their drafts with clean ones.

`python -m benchmarks.typeset [--errors] [FOLDER …]` needs WeasyPrint (`pip install weasyprint`),
which is no requirement of the project. The folders are those of tests/drafting/samples. Each is
typeset as one document; what `draft` finds in the text of the PDF is compared with what it finds in
the text that was typeset.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from benchmarks.evaluate import Score
from benchmarks.samples import load, sample_paths
from kursk_tui.documents import extract
from kursk_tui.drafting import Finding, draft
from kursk_tui.drafting.findings import (
    AttributionFinding,
    DateFinding,
    FigureFinding,
    SentenceFinding,
)

FOLDERS = ("dev", "more", "wars")
_DAY = "2025-05-05"
_NOTES = (
    "Interview with an official, Seoul, 14 January 2025.",
    "See report no. 12, p. 44.",
    "Agence France-Presse, 18 December 2024.",
    "Ibid., pp. 3–7.",
    "Ministry statement of 3 March 2025; 40 killed, figures not verified.",
)
_PAGE = """
@page { size: A4; margin: 2.2cm;
  @top-left { content: "UNCLASSIFIED // Situation report 47"; font-size: 8pt }
  @top-right { content: "2 February 2025"; font-size: 8pt }
  @bottom-center { content: "Page " counter(page) " of " counter(pages); font-size: 8pt } }
"""
_TEXT = (
    "body { font: 10pt/1.3 serif } p { margin: 0 0 6pt } .note { float: footnote; font-size: 8pt }"
)
_JUSTIFIED = f"{_PAGE} body {{ text-align: justify; hyphens: auto }}"
_COLUMNS = f"{_JUSTIFIED} body {{ columns: 2; column-gap: 22pt }}"


class Layout(NamedTuple):
    """A layout: its style, and where it has footnote markers."""

    name: str
    style: str
    markers: str = ""


LAYOUTS = (
    Layout("one column", "@page { size: A4; margin: 2.2cm }"),
    Layout("justified, hyphens and running heads", _JUSTIFIED),
    Layout("two columns", _COLUMNS),
    Layout("two columns with footnotes", _COLUMNS, "sentences"),
    Layout("footnote markers right after figures", _COLUMNS, "figures"),
)

KINDS: tuple[tuple[str, type[Finding]], ...] = (
    ("figures", FigureFinding),
    ("sentences", SentenceFinding),
    ("dates", DateFinding),
    ("sources", AttributionFinding),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores of each layout, and with --errors what differs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.typeset", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what differs")
    parser.add_argument("folders", nargs="*", metavar="FOLDER")
    options = parser.parse_args(arguments)
    try:
        import weasyprint  # noqa: F401
    except ImportError:
        print("needs WeasyPrint: pip install weasyprint", file=sys.stderr)
        return 2
    texts = [_text(folder) for folder in options.folders or FOLDERS]
    print("| layout | figures F1 | false figures | sentences F1 | dates F1 | sources F1 |")
    print("|---|---|---|---|---|---|")
    for layout in LAYOUTS:
        scores, errors = _compared(layout, texts)
        cells = [f"{scores[name].f1:.3f}" for name, _ in KINDS]
        cells.insert(1, str(scores["figures"].extra))
        print(f"| {layout.name} | {' | '.join(cells)} |")
        if options.errors:
            print(*errors, sep="\n")
    return 0


def _text(folder: str) -> str:
    """Return the paragraphs of the samples of a folder as one text."""
    blocks = (block for path in sample_paths(folder) for block in load(path).text.split("\n\n"))
    return "\n\n".join(" ".join(block.split()) for block in blocks if block.strip())


def _compared(layout: Layout, texts: Sequence[str]) -> tuple[dict[str, Score], list[str]]:
    scores = {name: Score() for name, _ in KINDS}
    errors: list[str] = []
    for text in texts:
        clean = _values(text)
        found = _values(extract(typeset(text, layout), "sample.pdf").text)
        for name, _ in KINDS:
            right = clean[name] & found[name]
            scores[name].right += right.total()
            scores[name].missing += (missing := clean[name] - right).total()
            scores[name].extra += (extra := found[name] - right).total()
            errors += (f"{name} missing {one}" for one in missing)
            errors += (f"{name} extra   {one}" for one in extra)
    return scores, errors


def _values(text: str) -> dict[str, Counter[str]]:
    """Return what drafting finds in a text, as values without offsets."""
    found = draft(text, date=_DAY)
    return {
        name: Counter(
            " · ".join(map(str, (_words(found.text, item), *_content(item))))
            for item in found.items
            if isinstance(item, kind)
        )
        for name, kind in KINDS
    }


def _words(text: str, item: Finding) -> str:
    return " ".join(text[item.start : item.end].split())


def _content(item: Finding) -> tuple[object, ...]:
    match item:
        case FigureFinding():
            bounds = (item.qualifier, item.lower, item.upper, item.best)
            return (item.measure, *bounds, item.modality)
        case DateFinding():
            return (item.resolved,)
        case AttributionFinding():
            return (item.source, item.stance)
    return ()


def typeset(text: str, layout: Layout) -> bytes:
    """Return a text as PDF."""
    import weasyprint

    html = "".join(f"<p>{one}</p>" for one in _with_markers(text, layout.markers).split("\n\n"))
    page = f'<html lang="en"><style>{_TEXT}{layout.style}</style><body>{html}</body></html>'
    return bytes(weasyprint.HTML(string=page).write_pdf())


def _with_markers(text: str, where: str) -> str:
    """Return a text as HTML, with a footnote after each second sentence, or after each figure."""
    parts = []
    start = 0
    for nth, at in enumerate(_places(text, where)):
        parts.append(f'{escape(text[start:at])}<span class="note">{_NOTES[nth % 5]}</span>')
        start = at
    return "".join([*parts, escape(text[start:])])


def _places(text: str, where: str) -> Iterator[int]:
    items = draft(text, date=_DAY).items if where else []
    if where == "sentences":
        yield from [one.end for one in items if isinstance(one, SentenceFinding)][::2]
    else:
        ends = {one.end for one in items if isinstance(one, FigureFinding)}
        yield from sorted(at for at in ends if text[at - 1].isdecimal())


if __name__ == "__main__":
    sys.exit(main())
