"""What later statements of an origin make of earlier ones, for queries."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from kursk_tui.counting.answers import Answer
from kursk_tui.counting.counts import Order
from kursk_tui.counting.periods import period_within
from kursk_tui.counting.successions import Succession, succession
from kursk_tui.tracking.endings import Ending
from kursk_tui.tracking.statements import Place, Told, in_order

StateName = Literal["latest", "updated", "corrected", "higher", "lower", "counts"]
"""A state of a statement: three of an earlier one, and how a later one moved."""

States = Mapping[StateName, Mapping[Place, Answer]]

_NEAREST = 20
"""The earlier statements of an origin about the same that one is compared with, the last first."""

_PEOPLE = frozenset(("killed", "wounded", "missing", "captured"))
_ENDS = ("update", "correction", "went down", "says again")


def states(told: Sequence[Told], order: Order, ended: Mapping[Place, Ending]) -> States:
    """Return the states of the statements that have an origin; "no" is left out but for latest.

    A statement that is withdrawn, corrected or replaced is not the latest of its origin. A relay
    of another document is in the states of the statement that it relays.
    """
    found: dict[StateName, dict[Place, Answer]] = defaultdict(dict)
    for one in told:
        if one.origin is not None:
            found["latest"][one.place] = "no" if one.place in ended else "yes"
    for place, ending in ended.items():
        if ending.kind == "corrected":
            found["corrected"][place] = "yes"
    for earlier, later, step in _steps(told, order):
        sure: Answer = "yes" if step.certain else "maybe"
        if step.step in _ENDS and (step.certain or found["latest"][earlier.place] != "no"):
            found["latest"][earlier.place] = "no" if step.certain else "maybe"
        if step.step == "update":
            _raise(found["updated"], earlier.place, sure)
        elif step.step in ("correction", "went down"):
            _raise(found["corrected"], earlier.place, "maybe")
        elif step.step == "other count":
            _raise(found["counts"], later.place, sure)
        if step.direction is not None:
            direction, as_printed, _ = step.direction.partition(",")
            name: StateName = "higher" if direction == "higher" else "lower"
            _raise(found[name], later.place, "maybe" if as_printed else sure)
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


def _raise(found: dict[Place, Answer], place: Place, answer: Answer) -> None:
    if found.get(place) != "yes":
        found[place] = answer


def _steps(told: Sequence[Told], order: Order) -> Iterator[tuple[Told, Told, Succession]]:
    """Yield each statement after the last one of its origin that it says something about.

    A statement that another document only relays is not a later one.
    """
    before: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in in_order([one for one in told if one.relays is None]):
        for origin in one.origins:
            said = before[origin, _subject(one)]
            for earlier in reversed(said[-_NEAREST:]):
                if earlier.claim != one.claim and (step := _step(earlier, one, order)):
                    yield earlier, one, step
                    break
            said.append(one)


def _subject(one: Told) -> str:
    """Return what statements are compared by: people, or a measure."""
    return "people" if one.statement.count.categories.all & _PEOPLE else one.figure.measure


def _step(earlier: Told, later: Told, order: Order) -> Succession | None:
    """Return what a statement does to an earlier one about the same people and place."""
    before, now = earlier.statement.count, later.statement.count
    if period_within(before.period, now.period) == period_within(now.period, before.period) == "no":
        return None  # most often, and soonest known
    there, back = order.parts(before, now), order.parts(now, before)
    if "no" in there[1:4] and "no" in back[1:4]:
        return None
    said = earlier.said, later.said
    return succession(earlier.statement, later.statement, said, order)
