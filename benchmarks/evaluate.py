"""Measure drafting on the annotated samples: precision, recall and F1 of each kind of finding.

`python -m benchmarks.evaluate [--errors] [FOLDER …]` reads `dev` and `more` of
tests/drafting/samples by default. The README there describes the format of the samples.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kursk_tui.drafting import Finding, draft
from kursk_tui.drafting.findings import (
    AttributionFinding,
    ConfidenceFinding,
    DateFinding,
    FigureFinding,
    LikelihoodFinding,
)

SAMPLES = Path(__file__).parents[1] / "tests" / "drafting" / "samples"
_TAG = re.compile(r"\[\[([A-Za-z]):([^|\]]*)\|([^\]]*)\]\]")
_STANCES = {"assert": "asserts", "deny": "denies"}
_KIND = {"E": "likelihood", "F": "figure", "D": "when", "A": "attribution"}


class Gold(NamedTuple):
    """An annotation: its kind, span and attributes. An optional one does not affect the score."""

    kind: str
    start: int
    end: int
    fields: tuple[str, ...]
    optional: bool


class Sample(NamedTuple):
    """A sample: its name, the date of the document, the plain text and the annotations."""

    name: str
    day: str | None
    text: str
    gold: list[Gold]


def load(path: Path) -> Sample:
    """Read a sample."""
    header: dict[str, str] = {}
    paragraphs: list[list[str]] = [[]]
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# ") and ": " in line:
            key, _, value = line[2:].partition(": ")
            header[key] = value
        elif line.strip():
            paragraphs[-1].append(line.strip())
        elif paragraphs[-1]:
            paragraphs.append([])
    text = ""
    gold: list[Gold] = []
    for lines in filter(None, paragraphs):
        text += "\n\n" if text else ""
        for nth, line in enumerate(lines):
            text += " " if nth else ""
            text = _add(text, line, gold)
    return Sample(path.stem, header.get("date"), text, gold)


def _add(text: str, line: str, gold: list[Gold]) -> str:
    start, at = len(text), 0
    for tag in _TAG.finditer(line):
        text += line[at : tag.start()]
        letter, words = tag[1], tag[2]
        fields = tuple(tag[3].split("|"))
        kind = "confidence" if fields[0].startswith("conf.") else _KIND[letter.upper()]
        gold.append(Gold(kind, len(text), len(text) + len(words), fields, letter.islower()))
        text += words
        at = tag.end()
    text += line[at:]
    gold.append(Gold("sentence", start, len(text), (), optional=False))
    return text


def agrees(gold: Gold, item: Finding) -> bool:
    """Return whether a finding and an annotation agree in content, regardless of their spans."""
    match item:
        case LikelihoodFinding():
            term = gold.fields[0].replace("_", " ")
            negated = term.startswith("!")
            found = item.term.removesuffix(" chance") if "roughly" in term else item.term
            return term.lstrip("!") == found and negated == item.negated
        case ConfidenceFinding():
            return gold.fields[0] == f"conf.{item.level}"
        case DateFinding():
            return item.resolved == _resolved(gold.fields[0])
        case AttributionFinding():
            return _STANCES.get(gold.fields[0], gold.fields[0]) == item.stance
        case FigureFinding():
            measure, _, rate = gold.fields[0].partition("/")
            return (
                measure == item.measure
                and (rate or None) == item.rate
                and _same_number(gold.fields[1], item)
                and item.modality in (gold.fields[2:] or [item.modality])
            )
    return True


def _resolved(field: str) -> str:
    return field.rpartition(">")[2]


def _same_number(code: str, item: FigureFinding) -> bool:
    lower, upper, best = item.lower, item.upper, item.best
    if code.startswith("vague:"):
        return (lower, upper, best) == (None, None, None) and item.unit == int(code[6:])
    if code.startswith("="):
        return (lower, upper) == (int(code[1:]), int(code[1:]))
    if code.startswith("~") and ".." not in code:
        return best == int(code[1:]) and lower is None
    low, _, high = code.lstrip("~").partition("..")
    return (lower, upper) == (int(low) if low else None, int(high) if high else None)


class Score:
    """The counts of correct, extra and missing findings."""

    def __init__(self) -> None:
        self.right = self.extra = self.missing = 0

    @property
    def precision(self) -> float:
        """The share of findings that are correct."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """The share of annotations that were found."""
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


ROWS = (
    ("sentences, exact span", "sentence", True, False),
    ("likelihood and confidence", "likelihood", False, True),
    ("dates, span", "when", False, False),
    ("dates, exact span", "when", True, False),
    ("dates, resolved", "when", False, True),
    ("figures, exact span and value", "figure", True, True),
    ("figures, touching and value", "figure", False, True),
    ("attributions, touching, stance", "attribution", False, True),
    ("attributions, exact span", "attribution", True, True),
)
"""The rows of the table: name, kind, whether spans must be equal, whether values must agree."""


def evaluate(samples: Sequence[Sample]) -> Iterator[tuple[str, Score, list[str]]]:
    """Yield each row with its score and its errors, one line each."""
    drafts = [draft(sample.text, date=sample.day).items for sample in samples]
    for name, kind, exact, valued in ROWS:
        score = Score()
        errors: list[str] = []
        for sample, items in zip(samples, drafts, strict=True):
            _compare(sample, items, (kind, exact, valued), score, errors)
        yield name, score, errors


def _compare(
    sample: Sample,
    items: Sequence[Finding],
    row: tuple[str, bool, bool],
    score: Score,
    errors: list[str],
) -> None:
    kind, exact, valued = row
    kinds = ("likelihood", "confidence") if kind == "likelihood" else (kind,)
    golds = [gold for gold in sample.gold if gold.kind in kinds]
    left = [item for item in items if item.kind in kinds]
    for gold in golds:
        fits = [item for item in left if _meets(gold, item, exact=exact, valued=valued)]
        if fits:
            left.remove(fits[0])
            score.right += not gold.optional
        elif not gold.optional:
            score.missing += 1
            errors.append(
                f"{sample.name} missing {sample.text[gold.start : gold.end]!r} {gold.fields}"
            )
    for item in left:
        if not any(gold.optional and _touch(gold, item) for gold in golds):
            score.extra += 1
            errors.append(
                f"{sample.name} extra   {sample.text[item.start : item.end][:90]!r} {item}"
            )


def _touch(gold: Gold, item: Finding) -> bool:
    return gold.start < item.end and item.start < gold.end


def _meets(gold: Gold, item: Finding, *, exact: bool, valued: bool) -> bool:
    if item.kind != gold.kind:
        return False
    same = (gold.start, gold.end) == item.span
    if not (same if exact else _touch(gold, item)):
        return False
    return not valued or agrees(gold, item)


def report(folder: Path, *, errors: bool) -> Iterator[str]:
    """Yield the table of a folder of samples, as Markdown."""
    samples = [load(path) for path in sorted(folder.glob("*.ann"))]
    count = Counter(gold.kind for sample in samples for gold in sample.gold if not gold.optional)
    yield f"{folder.name}: {len(samples)} samples, {dict(sorted(count.items()))}"
    yield ""
    yield "| kind | precision | recall | F1 |"
    yield "|---|---|---|---|"
    for name, score, wrong in evaluate(samples):
        yield f"| {name} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} |"
        if errors:
            yield from (f"    {error}" for error in wrong)
    yield ""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables of the folders named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evaluate", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list every error")
    parser.add_argument("folders", nargs="*", type=Path, help="folders of .ann files")
    options = parser.parse_args(arguments)
    for folder in options.folders or [SAMPLES / "dev", SAMPLES / "more"]:
        for line in report(folder, errors=options.errors):
            print(line)


if __name__ == "__main__":
    main()
