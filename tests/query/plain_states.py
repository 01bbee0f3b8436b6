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
    if state == "dropped":  # its documents are in no series
        return "no" if any(one.claim == claim for one in told) else None
    mine = [one for one in told if one.claim == claim and one.origin is not None]
    found = [_answer(told, one, state) for one in mine]
    if not found:
        return None
    return max(found, key=_ORDER.index)


def _answer(told: list[Told], one: Told, state: State) -> Answer:
    own = [other for other in told if other.origin == one.origin and other.claim != one.claim]
    if state in ("higher", "lower", "counts"):
        return _moved(own, one, state)
    found = [_ended(step, state) for step in _later(own, one)]
    if state == "latest":
        return min(found, key=_ORDER.index, default="yes")
    return max(found, key=_ORDER.index, default="no")


def _ended(step: Succession, state: State) -> Answer:
    sure: Answer = "yes" if step.certain else "maybe"
    match state:
        case "latest":
            return "no" if step.certain else "maybe"
        case "updated":
            return sure if step.step == "update" else "no"
        case _:
            return "maybe" if step.step in ("correction", "went down") else "no"


def _later(own: list[Told], one: Told) -> Iterator[Succession]:
    """Yield what the next statements of the origin do: up to that which certainly is about it.

    A statement whose days leave it open may be a later one as well.
    """
    for other in own:
        if in_order([one, other])[0] is one:
            between = [each for each in own if in_order([one, each, other])[1] is each]
            step = _step(one, other)
            if any(_covers(one, each, other) for each in between if each is not other):
                continue
        else:
            between = [each for each in own if in_order([other, each, one])[1] is each]
            step = _step(one, other) if one.said.same_day(other.said) == "maybe" else None
            if any(_covers(other, each, one) for each in between if each is not other):
                continue
        if step is not None and step.step in ("update", "correction", "went down", "says again"):
            yield step


def _covers(first: Told, between: Told, last: Told) -> bool:
    """Return whether the last is compared with the one between, and with the first only thereby."""
    if first.said.same_day(between.said) == "maybe":
        return False
    step = _step(between, last)
    return step is not None and step.certain and step.step != "other count"


def _moved(own: list[Told], one: Told, state: State) -> Answer:
    before = [other for other in own if in_order([one, other])[0] is other]
    steps = [step for other in reversed(before) if (step := _step(other, one))]
    alike = [step for step in steps if step.step != "other count"]
    if not steps:
        return "no"
    step = (alike or steps)[0]
    sure: Answer = "yes" if step.certain else "maybe"
    if state == "counts":
        return sure if not alike else "no"
    if not (step.direction or "").startswith(state):
        return "no"
    return "maybe" if "as printed" in (step.direction or "") else sure


def _step(earlier: Told, later: Told) -> Succession | None:
    counts = earlier.statement.count, later.statement.count
    forth, back = Order().parts(*counts), Order().parts(*reversed(counts))
    if "no" in forth[1:4] and "no" in back[1:4]:
        return None
    return succession(earlier.statement, later.statement, (earlier.said, later.said), Order())
