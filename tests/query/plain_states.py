"""A second way to find what later statements make of earlier ones: every pair, on its own."""

from collections.abc import Iterator

from kursk_tui.counting.answers import Answer
from kursk_tui.counting.counts import Order
from kursk_tui.counting.successions import Succession, succession
from kursk_tui.model import Briefing
from kursk_tui.query.predicates import State
from kursk_tui.tracking.statements import Told, in_order, told_in

_ORDER: list[Answer] = ["no", "maybe", "yes"]


def answer(briefing: Briefing, claim: int, state: State) -> Answer | None:
    """Return whether a claim has a figure in a state; None if it does not state that.

    The briefing has no relations between claims, no denials and no publishers.
    """
    told = in_order(told_in(briefing))
    mine = [one for one in told if one.claim == claim and one.origin is not None]
    found = [_answer(told, one, state) for one in mine]
    if not found:
        return None
    return max(found, key=_ORDER.index)


def _answer(told: list[Told], one: Told, state: State) -> Answer:
    found = [_one(pair, one, state) for pair in _pairs(told)]
    if state == "latest":
        return min(found, key=_ORDER.index, default="yes")
    return max(found, key=_ORDER.index, default="no")


def _one(pair: tuple[Told, Told, Succession], one: Told, state: State) -> Answer:
    earlier, later, step = pair
    sure: Answer = "yes" if step.certain else "maybe"
    printed: Answer = "maybe" if "as printed" in (step.direction or "") else sure
    match state:
        case "latest":
            ends = step.step in ("update", "correction", "went down", "says again")
            here = ends and earlier is one
            return ("no" if step.certain else "maybe") if here else "yes"
        case "updated":
            return sure if earlier is one and step.step == "update" else "no"
        case "corrected":
            fell = step.step in ("correction", "went down")
            return "maybe" if earlier is one and fell else "no"
        case "counts":
            return sure if later is one and step.step == "other count" else "no"
        case _:
            moved = (step.direction or "").startswith(state)
            return printed if later is one and moved else "no"


def _pairs(told: list[Told]) -> Iterator[tuple[Told, Told, Succession]]:
    """Yield each statement with the last one of its origin that it says something about."""
    for at, later in enumerate(told):
        for earlier in reversed(told[:at]):
            if earlier.origin is None or later.origin != earlier.origin:
                continue
            if earlier.claim == later.claim:
                continue
            step = _step(earlier, later)
            if step is not None:
                yield earlier, later, step
                break


def _step(earlier: Told, later: Told) -> Succession | None:
    counts = earlier.statement.count, later.statement.count
    forth, back = Order().parts(*counts), Order().parts(*reversed(counts))
    if "no" in forth[1:4] and "no" in back[1:4]:
        return None
    return succession(earlier.statement, later.statement, (earlier.said, later.said), Order())
