"""Counts that change: "rose from 20 to 35", "fell to 30 from 45", "rose by 5 to 50"."""

import itertools
from collections.abc import Iterable, Iterator

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.findings import FigureFinding, Rejection
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.lexicon import word_endings
from kursk_tui.english.number_words import CHANGES
from kursk_tui.english.qualifiers import Quantity

_SHRINKING = word_endings("numbers", "words", "shrinking")
_VERB = 6
"""How many words before its first number a verb of change can be."""

BEFORE_CHANGE = "count before a change"
"""The flag of an earlier count: 20 in "rose from 20 to 35"."""

_EARLIER = "the count before a change, without a period of its own"
_DECREASE = "a difference between two totals, not a total"


def change_by(sentence: Sentence, quantity: Quantity) -> int | None:
    """Return the token of "by" if a number is the amount of a change: "rose by 5 to 50"."""
    by = quantity.first - 1
    changes = sentence.lower(by) == "by" and sentence.lower(by - 1).startswith(CHANGES)
    return by if changes and sentence.lower(quantity.last + 1) == "to" else None


def relate_changes(sentence: Sentence, cases: list[Case]) -> None:
    """Relate the numbers of a change: the last value is the figure.

    The amount of a rise is an increase on it. An earlier value is flagged: without a period of its
    own, it would contradict the last one.
    """
    for before, after in itertools.pairwise(cases):
        if (by := change_by(sentence, before.quantity)) is not None and after.found is not None:
            if sentence.lower(by - 1).startswith(_SHRINKING):
                before.found, before.reason = None, _DECREASE
            elif before.is_open:
                before.take(after.found, "increase")
                before.increase, before.whole = True, after
        elif (earlier := _earlier(sentence, before, after)) is not None:
            earlier.flags += (BEFORE_CHANGE,)


def _earlier(sentence: Sentence, before: Case, after: Case) -> Case | None:
    """Return which of two counts of one measure is that before a change, or None."""
    if before.found is None or after.found is None:
        return None
    if before.found.measure != after.found.measure:
        return None
    first, second = before.quantity, after.quantity
    if sentence.row(second.first - 2, second.first) in (["up", "from"], ["down", "from"]):
        return after
    joins = sentence.lower(first.first - 1), sentence.lower(second.first - 1)
    if joins not in (("from", "to"), ("to", "from")):
        return None
    near = first.first - 1 - _VERB if joins == ("to", "from") else 0  # …, and deaths from 4 to 9
    row = sentence.row(near, first.first - 1)
    if not any(word.startswith(CHANGES) for word in row):
        return None
    return before if joins == ("from", "to") else after


def without_earlier(
    figures: Iterable[FigureFinding], rejected: list[Rejection]
) -> Iterator[FigureFinding]:
    """Yield figures, and reject counts before a change that do not have a period of their own."""
    found = [*figures]
    for figure in found:
        if BEFORE_CHANGE not in figure.flags or _is_of_other_period(figure, found):
            yield figure
        else:
            rejected.append(Rejection(*figure.span, _EARLIER))


def _is_of_other_period(figure: FigureFinding, found: list[FigureFinding]) -> bool:
    """Return whether a figure has a period that no other count of this measure has."""
    others = [one.period for one in found if one is not figure and one.measure == figure.measure]
    return figure.period is not None and all(
        period is None or period.start != figure.period.start for period in others
    )
