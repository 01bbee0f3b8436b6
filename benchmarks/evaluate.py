"""Measure drafting on the annotated samples: spans and values, then the structure around them.

`python -m benchmarks.evaluate [--errors] [FOLDER …]` reads the folders of tests/drafting/samples
by default, except `set-aside`. A folder is a path, or the name of one of these. The README there
describes the format of the samples.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import structure
from benchmarks.drafts import Outcome, Reading, read, touch
from benchmarks.samples import RULED, SAMPLES, WHOLE_TEXTS, Gold, load
from kursk_tui.drafting import Finding
from kursk_tui.drafting.findings import (
    AttributionFinding,
    ConfidenceFinding,
    DateFinding,
    FigureFinding,
    LikelihoodFinding,
    Span,
)
from kursk_tui.model.figure import STANDARD_MEASURES

_STANCES = {"assert": "asserts", "deny": "denies"}
_INSERTION = re.compile(
    r"(?:,\s+(?:an?|the|\w+ing|\w+ed)|,?\s+(?:who|whom|whose|which|where))\b.*", re.DOTALL
)
"""What may follow the name of a source within its phrase, or be left out of it."""
_EXACT = re.compile(
    r"(?:all|another|a further|an additional|only|just|a total of)\s+", re.IGNORECASE
)
"""What may come before an exact number, and does not change it."""


def agrees(gold: Gold, item: Finding) -> bool:
    """Return whether a finding and an annotation agree in content, regardless of their spans."""
    others = (*gold.alternatives, (), ())
    values = gold.fields[0], *others[0]
    codes = *gold.fields[1:2], *others[1]
    return any(_is(value, item) for value in values) and (
        not isinstance(item, FigureFinding)
        or (
            any(_same_number(code, item) for code in codes)
            and item.modality in (gold.fields[2:] or [item.modality])
        )
    )


def _is(value: str, item: Finding) -> bool:
    """Return whether a finding is of a value: a term, level, day, stance or measure."""
    match item:
        case LikelihoodFinding():
            term = value.replace("_", " ")
            negated = term.startswith("!")
            found = item.term.removesuffix(" chance") if "roughly" in term else item.term
            return term.lstrip("!") == found and negated == item.negated
        case ConfidenceFinding():
            return value == f"conf.{item.level}"
        case DateFinding():
            return item.resolved == _resolved(value)
        case AttributionFinding():
            return _STANCES.get(value, value) == item.stance
        case FigureFinding():
            measure, _, rate = value.partition("/")
            return measure == item.measure and (rate or None) == item.rate
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
    if code.startswith("~"):  # the ends are approximate, so they are no bounds
        return item.qualifier == "no number"
    low, _, high = code.partition("..")
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
    ("other measures, touching and value", "other figure", False, True),
    ("attributions, touching, stance", "attribution", False, True),
    ("attributions, exact span", "attribution", True, True),
)
"""The rows of the table: name, kind, whether spans must be equal, whether values must agree."""


def evaluate(readings: Sequence[Reading]) -> Iterator[tuple[str, Score, list[str]]]:
    """Yield each row of spans and values with its score and its errors, one line each."""
    for name, kind, exact, valued in ROWS:
        score = Score()
        errors: list[str] = []
        for reading in readings:
            _compare(reading, (kind, exact, valued), score, errors)
        yield name, score, errors


def evaluate_structure(readings: Sequence[Reading]) -> Iterator[tuple[str, Score, list[str]]]:
    """Yield each row of the structure with its score and its errors, one line each."""
    annotated = [one for one in readings if one.sample.structure]
    for name, outcomes in structure.ROWS:
        score = Score()
        errors: list[str] = []
        for reading in annotated:
            for one in filter(_states, outcomes(reading)):
                score.right += one.right
                score.missing += not one.right and bool(one.expected)
                score.extra += not one.right and bool(one.found)
                if not one.right:
                    expected, found = one.expected or "nothing", one.found or "nothing"
                    words = f"{reading.sample.name} “{one.words[:60]}”"
                    errors.append(f"{words}: expected {expected}; got {found}")
        yield name, score, errors


def _states(outcome: Outcome) -> bool:
    """Return whether an outcome is about anything: an absence that is right is not counted."""
    return bool(outcome.expected or outcome.found)


def _row(item: Finding | Gold) -> str:
    """Return the kind by which an item is counted: figures of other measures are apart."""
    measure = item.measure if isinstance(item, FigureFinding) else ""
    if isinstance(item, Gold) and item.kind == "figure":
        measure = item.fields[0].partition("/")[0]
    if measure and measure not in STANDARD_MEASURES:
        return "other figure"
    return "likelihood" if item.kind == "confidence" else item.kind


def _compare(
    reading: Reading, row: tuple[str, bool, bool], score: Score, errors: list[str]
) -> None:
    kind, exact, valued = row
    sample = reading.sample
    golds = [gold for gold in sample.gold if _row(gold) == kind]
    left = [item for item in reading.draft.items if _row(item) == kind]
    for gold in golds:
        fits = [
            item for item in left if _meets(sample.text, gold, item, exact=exact, valued=valued)
        ]
        if fits:
            left.remove(fits[0])
            score.right += not gold.optional
        elif not gold.optional:
            score.missing += 1
            errors.append(
                f"{sample.name} missing {sample.text[gold.start : gold.end]!r} {gold.fields}"
            )
    optional = [gold for gold in sample.gold if gold.optional]
    for item in left:
        if _is_author(sample.gold, item):
            continue  # "we", which the row of speakers scores
        if not any(gold.kind == item.kind and touch(gold.span, item.span) for gold in optional):
            score.extra += 1
            errors.append(
                f"{sample.name} extra   {sample.text[item.start : item.end][:90]!r} {item}"
            )


def _is_author(golds: Sequence[Gold], item: Finding) -> bool:
    """Return whether a source is the author of the text, in a sentence annotated as theirs."""
    if not isinstance(item, AttributionFinding) or "the author" not in item.flags:
        return False
    spoken = [gold.start for gold in golds if gold.kind == "speaker"]
    sentences = (gold for gold in golds if gold.kind == "sentence" and touch(gold.span, item.span))
    return any(gold.start <= start < gold.end for gold in sentences for start in spoken)


def _meets(text: str, gold: Gold, item: Finding, *, exact: bool, valued: bool) -> bool:
    if item.kind != gold.kind:
        return False
    if not (_same_span(text, gold, item) if exact else touch(gold.span, item.span)):
        return False
    return not valued or agrees(gold, item)


def _same_span(text: str, gold: Gold, item: Finding) -> bool:
    """Return whether spans are equal, apart from what is as right inside as outside of them."""
    if gold.kind == "figure":
        begins = {_without_exact(text, span) for span in (gold.span, item.span)}
        return len(begins) == 1 and gold.end == item.end
    if gold.kind != "attribution":
        return gold.span == item.span
    spans = (structure.bounds(text, span) for span in (gold.span, item.span))
    short, long = sorted(spans, key=lambda span: span[1])
    rest = text[short[1] : long[1]]
    return short[0] == long[0] and (not rest or bool(_INSERTION.fullmatch(rest)))


def _without_exact(text: str, span: Span) -> int:
    """Return where a span begins after words like "all"."""
    words = _EXACT.match(text, *span)
    return words.end() if words else span[0]


def report(folder: Path, *, errors: bool) -> Iterator[str]:
    """Yield the tables of a folder of samples, as Markdown."""
    readings = [read(load(path)) for path in sorted(folder.glob("*.ann"))]
    golds = [gold for one in readings for gold in one.sample.gold if not gold.optional]
    count = Counter(gold.kind for gold in golds)
    yield f"{folder.name}: {len(readings)} samples, {dict(sorted(count.items()))}"
    yield ""
    yield "| kind | precision | recall | F1 |"
    yield "|---|---|---|---|"
    for name, score, wrong in evaluate(readings):
        yield f"| {name} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} |"
        if errors:
            yield from (f"    {error}" for error in wrong)
    yield ""
    yield "| structure | right | wrong | missing | precision | recall |"
    yield "|---|---|---|---|---|---|"
    for name, score, wrong in evaluate_structure(readings):
        counts = (score.right, score.extra, score.missing)
        shares = (_share(score.right, score.extra), _share(score.right, score.missing))
        yield f"| {' | '.join([name, *map(str, counts), *shares])} |"
        if errors:
            yield from (f"    {error}" for error in wrong)
    yield ""


def _share(right: int, wrong: int) -> str:
    return f"{right / (right + wrong):.3f}" if right + wrong else "–"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables of the folders named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evaluate", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list every error")
    parser.add_argument("folders", nargs="*", type=Path, help="folders of .ann files")
    options = parser.parse_args(arguments)
    for folder in options.folders or map(Path, (*RULED, *WHOLE_TEXTS)):
        found = folder if folder.is_dir() else SAMPLES / folder
        for line in report(found, errors=options.errors):
            print(line)


if __name__ == "__main__":
    main()
