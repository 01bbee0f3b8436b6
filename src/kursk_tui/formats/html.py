"""A report as a self-contained web page: no script, font, image or network access."""

import re
from collections.abc import Iterable, Iterator
from importlib.resources import files

from kursk_tui.formats.markup import link as _link
from kursk_tui.formats.markup import quoted as _quoted
from kursk_tui.formats.markup import text as _text
from kursk_tui.formats.markup import to_claim as _to_claim
from kursk_tui.formats.markup import unstated as _unstated
from kursk_tui.formats.pictures import chains, forest, timeline, yardstick
from kursk_tui.formats.pictures.svg import SIGNS
from kursk_tui.formats.report import (
    NO_CHANGE,
    NO_CLAIM,
    NO_CONFLICT,
    POSSIBLE,
    ChangeRow,
    ChangesSection,
    ClaimEntry,
    ConflictEntry,
    DocumentEntry,
    Report,
    SideRow,
    SourceRow,
)
from kursk_tui.formats.report_builder import build_report
from kursk_tui.query import View
from kursk_tui.text.messages import plural
from kursk_tui.wording.facts import Fact, Piece
from kursk_tui.wording.phrases import BECAME, quoted

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_FEW = 3
"""At most so many figures that are compared with no other are shown without opening a line."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""The Content Security Policy: a browser loads and runs nothing, whatever the data contains."""


def write(view: View) -> str:
    """Return a view as HTML that works without scripts, with a keyboard, and with a screen reader.

    Links lead to http and https only. Colours follow the light or dark setting of the system.
    """
    report = build_report(view)
    style = (files("kursk_tui.formats") / "html.css").read_text("utf-8")
    sections = {
        **({"Changes": _changes(report.changes)} if report.changes else {}),
        "Timeline": timeline.section(view, report),
        "Figures": forest.section(view, report),
        "Sources": _sources(view, report),
        "Confidence": _confidence(view, report),
        "Conflicts": _conflicts(report),
        "Claims": (line for entry in report.claims for line in _claim(entry)),
        **({"Footnotes": _footnotes(report)} if report.claims else {}),
        "Documents": (line for entry in report.documents for line in _document(entry)),
    }
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{_text(report.title)}</title>",
        f"<style>\n{style}</style>",
        "</head>",
        "<body>",
        SIGNS,
        *_head(report, sections),
        *(line for title, body in sections.items() for line in _section(title, body)),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _verbatim(text: str) -> str:
    return "\n".join(_text(line) for line in text.split("\n"))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    name = title.lower()
    yield f'<section aria-labelledby="{name}">'
    yield f'<h2 id="{name}">{title}</h2>'
    yield from lines
    yield "</section>"


def _head(report: Report, sections: Iterable[str]) -> Iterator[str]:
    yield f'<header>\n<h1 dir="auto">{_text(report.title)}</h1>'
    if report.handling:
        yield f'<p><strong dir="auto">{_text(report.handling)}</strong></p>'
    yield f"<p>{report.about}</p>"
    if report.hidden:
        yield f"<p>{_text(report.hidden)}</p>"
    if report.draft:
        yield f"<p><strong>{report.draft_note}</strong></p>"
    if report.selection:
        query = f"<code>{_text(report.selection.query)}</code>"
        yield (
            f"<p>Selected by the query {query}: {report.selection.counts}, "
            f"of {report.selection.total}.</p>"
        )
    links = (f'<a href="#{title.lower()}">{title}</a>' for title in sections)
    yield f'<nav aria-label="Parts">{" ".join(links)}</nav>\n</header>'


def _sources(view: View, report: Report) -> Iterator[str]:
    if not (report.sources or report.unattributed):
        yield f"<p>{NO_CLAIM}</p>"
        return
    yield from chains.rows(view)
    yield "<ul>"
    yield from map(_source, report.sources)
    if report.unattributed:
        yield f"<li>{report.unattributed_note}.</li>"
    yield "</ul>"


def _source(row: SourceRow) -> str:
    name = f'<b class="source" dir="auto">{_text(row.name)}</b>'
    link = f" {_link(row.url)}" if row.url else ""
    return f"<li>{name} ({_text(row.about)}): {plural(len(row.claims), 'claim')}{link}</li>"


def _confidence(view: View, report: Report) -> Iterator[str]:
    yield from yardstick.rows(view)
    levels = ", ".join(f"{row.level} in {_claim_link(report, row.claim)}" for row in report.levels)
    yield f"<p>Analytic confidence: {levels or 'not stated'}.</p>"


def _changes(section: ChangesSection) -> Iterator[str]:
    again = [f"said again: {section.again:,}"] if section.again else []
    rows = [*map(_change, section.changes), *again] or [NO_CHANGE]
    items = "".join(f"<li>{one}</li>\n" for one in rows)
    yield f"<p>Since {_text(section.since)}:</p>\n<ul>{items}</ul>"


def _change(row: ChangeRow) -> str:
    """Return a change, with the words that were removed struck through, and new ones underlined."""
    claim = f' <a href="#claim-{row.claim}">{row.claim}</a>' if row.has_link else f" {row.claim}"
    start = f"{row.level}{claim if row.claim else ''}:"
    if row.quote:
        return f"{start} {_quoted(row.quote)}"
    old, new = _words(row.old, "del"), _words(row.new, "ins")
    effect = f" ({_text(row.effect)})" if row.effect else ""
    if row.link:
        return f"{start} {_text(row.field)} {row.link.join(filter(None, (old, new)))}{effect}"
    old, new = old or "—", new or "—"
    return f"{start} {_text(row.field)} {old}{BECAME}{new}{effect}"


def _words(parts: Iterable[tuple[str, bool]], mark: str) -> str:
    return "".join(
        f"<{mark}>{_text(words)}</{mark}>" if is_marked else _text(words)
        for words, is_marked in parts
    )


def _conflicts(report: Report) -> Iterator[str]:
    yield from (_conflict(report, entry) for entry in report.conflicts)
    if not report.conflicts:
        yield f"<p>{NO_CONFLICT}</p>"
    if report.uncompared:
        rows = "".join(
            f"<li>{_text(measure)} {_side(report, side)}</li>\n"
            for measure, side in report.uncompared
        )
        is_open = " open" if len(report.uncompared) <= _FEW else ""
        note = report.uncompared_note.capitalize()
        yield f"<details{is_open}><summary>{note}</summary>\n<ul>{rows}</ul></details>"


def _conflict(report: Report, entry: ConflictEntry) -> str:
    sides = "".join(f"<li>{_side(report, row)}</li>\n" for row in entry.sides)
    return (
        f"<p>{_text(entry.counted)}: <b>{_text(entry.verdict)}</b> ({_text(entry.about)})</p>\n"
        f"<ul>{sides}</ul>"
    )


def _claim_link(report: Report, claim: str) -> str:
    return _to_claim(claim, possible=claim in report.possible)


def _side(report: Report, row: SideRow) -> str:
    who = f'<span class="source">{_text(row.who)}</span>' if row.who else _unstated("source")
    about = "; ".join(map(_text, (*row.likelihoods, row.bounds, *row.counted, row.dates)))
    why = f"; {_text(row.why)}" if row.why else ""
    return f"{_quoted(row.words)}: {about}; {who}{why} {_claim_link(report, row.claim)}"


def _claim(entry: ClaimEntry) -> Iterator[str]:
    possible = f" · {POSSIBLE}" if entry.possible else ""
    yield f'<article id="claim-{entry.id}" aria-labelledby="title-{entry.id}">'
    yield f'<h3 id="title-{entry.id}" dir="auto">{_text(entry.summary)}</h3>'
    yield (
        f"<p>{entry.id} · {entry.kind}{possible} · "
        f'<a href="#text-{entry.id}">{entry.span}</a> of {entry.document} · '
        f'<a href="#note-{entry.id}">footnote</a></p>'
    )
    yield f'<blockquote dir="auto">{_verbatim(entry.quote)}</blockquote>'
    yield from _facts(entry.facts)
    yield "</article>"


def _facts(found: Iterable[Fact]) -> Iterator[str]:
    yield "<dl>"
    for fact in found:
        if fact.label:
            yield f"<dt>{_text(fact.label)}</dt>"
        yield f'<dd dir="auto">{"".join(map(_piece, fact.pieces))}</dd>'
    yield "</dl>"


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "link":
            return _link(piece.text)
        case "plain":
            return _text(piece.text)
        case "unstated":
            return f'<i class="unstated">{_text(piece.text)}</i>'
    return f'<span class="{piece.kind}">{_text(piece.text)}</span>'


def _footnotes(report: Report) -> Iterator[str]:
    """Yield the words of each claim as a footnote that can be pasted into a report."""
    yield "<details><summary>For each claim, to paste into a report</summary>\n<ol>"
    for entry in report.claims:
        link = f", {_link(entry.link)}" if entry.link else ""
        about = f"{_text(entry.reference)}{link}: {_text(quoted(entry.quote))} ({entry.span})."
        yield f'<li id="note-{entry.id}" dir="auto">{about}</li>'
    yield "</ol></details>"


def _document(entry: DocumentEntry) -> Iterator[str]:
    yield f"<h3>{entry.id}: {_text(entry.name)}</h3>"
    if entry.about:
        yield f'<p dir="auto">{_text(entry.about)}</p>'
    if entry.url:
        yield f"<p>{_link(entry.url)}</p>"
    known = entry.language and _LANGUAGE.fullmatch(entry.language)
    language = f' lang="{entry.language}"' if known else ""
    yield f'<p class="document" dir="auto"{language}>{"".join(_marked(entry))}</p>'


def _marked(entry: DocumentEntry) -> Iterator[str]:
    """Yield the text in pieces, split at the edges of quotes; pieces inside a quote are marked."""
    starts: dict[int, list[tuple[str, int]]] = {}
    for claim, start, end in entry.quotes:
        starts.setdefault(start, []).append((claim, end))
    edges = {edge for _, start, end in entry.quotes for edge in (start, end)}
    at = reach = 0
    for edge in sorted({*edges, len(entry.text)}):
        piece = _verbatim(entry.text[at:edge])
        yield f"<mark>{piece}</mark>" if at < reach else piece
        for claim, end in starts.get(edge, ()):
            reach = max(reach, end)
            yield f'<a class="anchor" id="text-{claim}" href="#claim-{claim}">{claim}</a>'
        at = edge
