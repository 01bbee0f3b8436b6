"""What the words of a row say about its number, and the number does not."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from kursk_tui.drafting import Draft
from kursk_tui.drafting.figures.figure_items import APPROXIMATE_RANGE
from kursk_tui.drafting.findings import AmountInWords, FigureFinding
from kursk_tui.english.summaries import one_line
from kursk_tui.tables.numbers import Range

LossKind = Literal["bound", "range", "magnitude", "no number", "another number", "not coded"]

KINDS: dict[LossKind, str] = {
    "bound": "the words have a bound or an estimate, such as “at least”, and the number does not",
    "range": "the words have a range, and the number does not",
    "magnitude": "the words have a magnitude, such as “dozens”, and the number does not",
    "no number": "the words have an amount without a number",
    "another number": "the words have another number",
    "not coded": "the words have a number, and the table codes none",
}
"""The kinds of losses, in the order of the report."""

_ABOVE, _BELOW = {"at least": 0, "more than": 1}, {"at most": 0, "less than": 1, "nearly": 1}


class WordLoss(NamedTuple):
    """What a row loses: the kind, the words for it, and the number, in words.

    `line` is that of the row in the table, and `row` its id.
    """

    line: int
    row: str
    kind: LossKind
    words: tuple[str, ...]
    coded: str


def losses_of(drafted: Draft, measure: str, coded: Range | None) -> dict[LossKind, list[str]]:
    """Return what the words say and the number does not: the words by kind."""
    if coded is None or not coded.values:
        spans = [(one.start, one.end) for one in _asserted(drafted, measure)]
        return {"not coded": [_words(drafted, *span) for span in spans]} if spans else {}
    found: dict[LossKind, list[str]] = {}
    exact: list[FigureFinding] = []
    for kind, figure in _kinds(drafted, measure, coded):
        if kind is None:
            exact.append(figure)
        else:
            found.setdefault(kind, []).append(_words(drafted, figure.start, figure.end))
    if exact and not _has(coded, [one.best or 0 for one in exact]):
        found["another number"] = [_words(drafted, one.start, one.end) for one in exact]
    amounts = [
        _words(drafted, one.start, one.end)
        for sentence in drafted.findings.sentences
        for one in sentence.in_words
        if isinstance(one, AmountInWords) and one.measure == measure
    ]
    if amounts:
        found["no number"] = found.get("no number", []) + amounts
    return found


def in_words(coded: Range | None) -> str:
    """Return what the table codes in words."""
    if coded is None or not coded.values:
        return "no number"
    values = [f"{value:,}" for value in coded.values]
    if coded.qualifier == "between":
        best = f", best {coded.best:,}" if coded.best is not None else ""
        return f"{' to '.join(values)}{best}"
    return values[0] if coded.qualifier == "exactly" else f"{coded.qualifier} {values[0]}"


def _kinds(
    drafted: Draft, measure: str, coded: Range
) -> Iterator[tuple[LossKind | None, FigureFinding]]:
    """Yield the asserted figures with what the number loses of each; None for exact ones."""
    for figure in _asserted(drafted, measure):
        if figure.qualifier == "exactly":
            yield None, figure
        elif figure.qualifier == "magnitude":
            yield "magnitude", figure
        elif figure.qualifier == "no number":
            if APPROXIMATE_RANGE not in figure.flags:
                yield "no number", figure
            elif coded.qualifier != "between":
                yield "range", figure
        elif figure.qualifier == "between":
            if coded.values != (figure.lower, figure.upper):
                yield "range", figure
        elif not _carries(coded, figure):
            yield "bound", figure


def _asserted(drafted: Draft, measure: str) -> Iterator[FigureFinding]:
    for sentence in drafted.findings.sentences:
        for figure in sentence.figures:
            if figure.measure == measure and figure.modality == "asserted":
                yield figure


def _carries(coded: Range, figure: FigureFinding) -> bool:
    """Return whether the bounds of a number are those of the words."""
    if coded.qualifier == "exactly":
        return False
    low, high = coded.values[0], coded.values[-1]
    if figure.qualifier in _ABOVE:
        return coded.qualifier != "at most" and low == figure.lower
    if figure.qualifier in _BELOW:
        return coded.qualifier != "at least" and high == figure.upper
    return figure.best is not None and low < figure.best < high


def _has(coded: Range, numbers: list[int]) -> bool:
    """Return whether one of the numbers, or their sum, is what the table codes."""
    known = {*coded.values, coded.best}
    return bool(known & {*numbers, sum(numbers)})


def _words(drafted: Draft, start: int, end: int) -> str:
    return one_line(drafted.text[start:end])
