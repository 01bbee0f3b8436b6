"""What later statements of an origin make of earlier ones, for queries."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from kursk_tui.counting.answers import Answer
from kursk_tui.counting.counts import Order
from kursk_tui.counting.periods import period_within
from kursk_tui.counting.successions import Succession
from kursk_tui.tracking.endings import Ending
from kursk_tui.tracking.statements import Place, Told, in_order
from kursk_tui.tracking.steps import StepFrom, is_open, step_between, steps_from

StateName = Literal["latest", "updated", "corrected", "dropped", "higher", "lower", "counts"]
"""A state of a statement: four of an earlier one, and how a later one moved."""

States = Mapping[StateName, Mapping[Place, Answer]]

_NEAREST = 20
"""The most earlier statements of an origin about the same that one is compared with."""

_PEOPLE = frozenset(("killed", "wounded", "missing", "captured"))
_ENDS = ("update", "correction", "went down", "says again")


def states(
    told: Sequence[Told],
    order: Order,
    ended: Mapping[Place, Ending],
    perhaps_ended: Collection[Place] = (),
) -> States:
    """Return the states of the statements that have an origin; "no" is left out but for latest.

    A statement that is withdrawn, corrected or replaced is not the latest of its origin. A relay
    of another document is in the states of the statement that it relays.
    """
    found: dict[StateName, dict[Place, Answer]] = defaultdict(dict)
    for one in told:
        if one.origin is not None:
            is_last: Answer = "maybe" if one.place in perhaps_ended else "yes"
            found["latest"][one.place] = "no" if one.place in ended else is_last
    for place, ending in ended.items():
        if ending.kind == "corrected":
            found["corrected"][place] = "yes"
    for later, before in _before_each(told, order):
        for earlier, step in before:
            if step.step != "other count":
                _end(found, earlier, step)
                if is_open(earlier, later) and (back := step_between(later, earlier, order)):
                    _end(found, later, back)
        if before:
            _move(found, later, before)
    _share_with_relays(found, told)
    return found


def _share_with_relays(
    found: Mapping[StateName, dict[Place, Answer]], told: Sequence[Told]
) -> None:
    relays = [(one.place, one.relays) for one in told if one.relays is not None]
    for answers in found.values():
        for place, origin in relays:
            answers.pop(place, None)
            if origin in answers:
                answers[place] = answers[origin]


def _end(found: Mapping[StateName, dict[Place, Answer]], one: Told, step: Succession) -> None:
    """Note what a later step makes of a statement."""
    sure: Answer = "yes" if step.certain else "maybe"
    if step.step in _ENDS and (step.certain or found["latest"][one.place] != "no"):
        found["latest"][one.place] = "no" if step.certain else "maybe"
    if step.step == "update":
        _raise(found["updated"], one.place, sure)
    elif step.step in ("correction", "went down"):
        _raise(found["corrected"], one.place, "maybe")


def _move(
    found: Mapping[StateName, dict[Place, Answer]], one: Told, before: Sequence[StepFrom]
) -> None:
    """Note how a statement moved from the last one of the same count, or else of another one."""
    alike = (pair.step for pair in before if pair.step.step != "other count")
    step = next(alike, before[0].step)
    sure: Answer = "yes" if step.certain else "maybe"
    if step.step == "other count":
        _raise(found["counts"], one.place, sure)
    elif step.direction is not None:
        direction, as_printed, _ = step.direction.partition(",")
        name: StateName = "higher" if direction == "higher" else "lower"
        _raise(found[name], one.place, "maybe" if as_printed else sure)


def _raise(found: dict[Place, Answer], place: Place, answer: Answer) -> None:
    if found.get(place) != "yes":
        found[place] = answer


def _before_each(told: Sequence[Told], order: Order) -> Iterator[tuple[Told, Sequence[StepFrom]]]:
    """Yield each statement with those of its origin that it follows, the last one first.

    A statement that another document only relays is not a later one.
    """
    before: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in in_order([one for one in told if one.relays is None]):
        for origin in one.origins:
            said = before[origin, _subject(one)]
            yield one, list(_followed(one, said[-_NEAREST:], order))
            said.append(one)


def _followed(later: Told, said: Sequence[Told], order: Order) -> Iterator[StepFrom]:
    """Yield what a statement does to those before it, as far back as one of the same count.

    Those that are perhaps not before that one follow as well.
    """
    last: Told | None = None
    for earlier in reversed(said):
        if last is not None and not is_open(earlier, last):
            continue
        if not _may_succeed(earlier, later, order):
            continue
        for found in steps_from((earlier,), later, order):
            yield found
            if last is None and found.step.certain and found.step.step != "other count":
                last = earlier


def _subject(one: Told) -> str:
    """Return what statements are compared by: people, or a measure."""
    return "people" if one.statement.count.categories.all & _PEOPLE else one.figure.measure


def _may_succeed(earlier: Told, later: Told, order: Order) -> bool:
    """Return whether two statements may be about the same people and place."""
    before, now = earlier.statement.count, later.statement.count
    if period_within(before.period, now.period) == period_within(now.period, before.period) == "no":
        return False  # most often, and soonest known
    there, back = order.parts(before, now), order.parts(now, before)
    return there.is_perhaps_about_same or back.is_perhaps_about_same
