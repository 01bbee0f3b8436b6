"""Steps: what a statement does to those of the same origin before it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kursk_tui.counting.counts import Order
from kursk_tui.counting.successions import Succession, succession
from kursk_tui.tracking.statements import Told


class StepFrom(NamedTuple):
    """An earlier statement, and what a later one does to it."""

    earlier: Told
    step: Succession


def is_open(one: Told, other: Told) -> bool:
    """Return whether the days of two statements leave open which was said first."""
    return one.said.same_day(other.said) == "maybe"


def step_between(earlier: Told, later: Told, order: Order) -> Succession | None:
    """Return what a statement does to an earlier one; None if the two count different things."""
    said = earlier.said, later.said
    return succession(earlier.statement, later.statement, said, order)


def last_step(earlier: Iterable[Told], later: Told, order: Order) -> StepFrom | None:
    """Return the last earlier statement of the same count, or else of another one, and the step.

    An origin may state both killed and casualties, each more than once: then neither counts
    something else than before. `earlier` are the statements of the origin, the last one first.
    """
    other: StepFrom | None = None
    for found in steps_from(earlier, later, order):
        if found.step.step != "other count":
            return found
        other = other or found
    return other


def steps_from(earlier: Iterable[Told], later: Told, order: Order) -> Iterator[StepFrom]:
    """Yield the earlier statements that a later one says something about, and what."""
    for one in earlier:
        if one.claim != later.claim and (step := step_between(one, later, order)) is not None:
            yield StepFrom(one, step)
