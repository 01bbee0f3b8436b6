"""Rules that compare the numbers of summaries and figures with the words of the document."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from kursk_tui.checking.caution import Caution, Cautions, named
from kursk_tui.checking.numbers import Number, counted, numbers_in
from kursk_tui.model import Briefing, Claim, Document, Figure
from kursk_tui.model.decisions import NO_FIGURE
from kursk_tui.progress import track
from kursk_tui.text.messages import plural
from kursk_tui.vocabulary import Qualifier

_WITHOUT_COUNT = ("magnitude", "no number")
_MOST = 10
"""The most warnings of one rule about a summary; one more counts the rest."""


class _Recorded(NamedTuple):
    """The words of a figure, and what they make of its number."""

    words: str
    qualifier: Qualifier


def number_cautions(briefing: Briefing) -> Cautions:
    """Apply the rules about numbers; each text is read once for all of them."""
    for index, claim in enumerate(track("checking", briefing.claims)):
        numbers = numbers_in(claim.summary)
        yield from _first(_qualifiers_lost(index, claim, numbers))
        decided = _decided(claim, briefing.document_by_id[claim.document])
        yield from _first(_numbers_without_figure(index, claim, numbers, decided))
        yield from _figures_misread(index, claim)


def _first(found: Cautions) -> Cautions:
    """Yield the first warnings of one rule about a summary, and one that counts the others."""
    shown = list(islice(found, _MOST))
    yield from shown
    if rest := sum(1 for _ in found):
        message = f"{plural(rest, 'more warning')} of this kind about this summary"
        yield Caution(shown[-1].path, shown[-1].rule, message)


def _qualifiers_lost(index: int, claim: Claim, numbers: list[Number]) -> Cautions:
    known = _by_value(claim)
    stated = list(counted(numbers, known)) if known else []
    kept = {value for one in stated for value in one.values if _keeps(one, known)}
    for number in stated:
        figures = [known[value][0] for value in number.values if value in known]
        # "at least two fell in two villages": the second number counts something else
        elsewhere = number.doubtful and kept.issuperset(number.values)
        if not figures or elsewhere or _keeps(number, known):
            continue
        message = _qualifier_lost(number, figures[0])
        yield Caution(("claims", index, "summary"), "qualifier-lost", message)


def _qualifier_lost(number: Number, figure: _Recorded) -> str:
    if number.words.casefold() == " ".join(figure.words.split()).casefold():
        return (
            f"the summary says {named(number.words)}, as the document does, but the qualifier of "
            f"the figure is “{figure.qualifier}”"
        )
    message = f"the summary says {named(number.words)}, the document {named(figure.words)}: "
    if number.qualifier == "exactly":
        return f"{message}“{figure.qualifier}” is lost"
    return f"{message}“{figure.qualifier}” became “{number.qualifier}”"


def _keeps(number: Number, known: dict[int, list[_Recorded]]) -> bool:
    return any(
        number.qualifier == figure.qualifier
        for value in number.values
        for figure in known.get(value, ())
    )


def _by_value(claim: Claim) -> dict[int, list[_Recorded]]:
    """Return the figures of a claim by each of their values, the first of each qualifier."""
    found: dict[int, list[_Recorded]] = defaultdict(list)
    for value, one in (pair for figure in claim.figures for pair in _recorded(figure)):
        if all(one.qualifier != other.qualifier for other in found[value]):
            found[value].append(one)
    return dict(found)


def _recorded(figure: Figure) -> Iterator[tuple[int, _Recorded]]:
    """Yield the values of a figure; those of "around 30 to 40" are only in its words."""
    best = () if figure.best is None else (figure.best,)
    for value in (*figure.values, *best):
        yield value, _Recorded(figure.words, figure.qualifier)
    if figure.qualifier == "no number":
        for number in numbers_in(figure.words):
            for value in number.values:
                yield value, _Recorded(figure.words, number.qualifier)


def _numbers_without_figure(
    index: int, claim: Claim, numbers: list[Number], decided: Iterable[int]
) -> Cautions:
    known = {*_by_value(claim), *decided}
    for number in counted(numbers, ()):
        if not known >= set(number.values):
            message = (
                f"the summary says {named(number.words)}, but no figure in this claim records it"
            )
            yield Caution(("claims", index, "summary"), "number-without-figure", message)


def _decided(claim: Claim, document: Document) -> Iterator[int]:
    """Yield the numbers that the analyst has decided to be no figures of a claim."""
    for span in document.residue:
        inside = claim.evidence.start <= span.start and span.end <= claim.evidence.end
        if inside and span.note == NO_FIGURE:
            for number in numbers_in(span.exact):
                yield from number.values
    if claim.review is None:
        return
    for figure in claim.review.rejected.figures:
        yield from figure.values
    for open_number in claim.review.open_numbers:
        if open_number.decision == "rejected":
            for number in numbers_in(open_number.words):
                yield from number.values


def _figures_misread(index: int, claim: Claim) -> Cautions:
    """Find figures whose number or qualifier differs from the words of the document."""
    figures = [
        (nth, one)
        for nth, one in enumerate(claim.figures)
        if one.values and one.qualifier not in _WITHOUT_COUNT and one.basis == "printed"
    ]
    numbers = numbers_in(claim.evidence.exact) if figures else []
    stated = [(nth, one, list(_within(one, claim, numbers))) for nth, one in figures]
    for nth, figure, found in stated:
        values = {value for one in found for value in one.values}
        if found and not values.issuperset(figure.values):
            printed = " and ".join(one.words for one in found)
            recorded = " and ".join(f"{value:,}" for value in figure.values)
            message = f"the words say {named(printed)}, but the figure says {recorded}"
            yield Caution(("claims", index, "figures", nth, "values"), "figure-misread", message)
    for nth, figure, found in stated:
        same = [one for one in found if set(one.values) & set(figure.values)]
        differ = [one for one in same if one.qualifier not in ("exactly", figure.qualifier)]
        # Words further away may qualify a number that is bare here.
        if differ and len(differ) == len(same):
            message = (
                f"the document's {named(differ[0].words)} means “{differ[0].qualifier}”, but the "
                f"figure says “{figure.qualifier}”"
            )
            yield Caution(("claims", index, "figures", nth, "qualifier"), "figure-misread", message)


def _within(figure: Figure, claim: Claim, numbers: Sequence[Number]) -> Iterator[Number]:
    """Yield the numbers of the quote, given in order, that the words of a figure touch."""
    base = claim.evidence.start
    start, end = (at - base for at in claim.span_of(figure.words, figure.start))
    first = bisect_right(numbers, start, key=lambda number: number.end)
    last = bisect_left(numbers, end, key=lambda number: number.start)
    yield from counted(numbers[first:last], figure.values)
