"""The floors and ceilings of declared questions that have moved."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from kursk_tui.counting.floors import Bound
from kursk_tui.library.decisions import Question
from kursk_tui.tracking.questions import Questions
from kursk_tui.tracking.statements import Told
from kursk_tui.tracking.track import Track

BoundKind = Literal["floor", "ceiling"]


class BoundMove(NamedTuple):
    """The best bound of a question before, if any, and now; and the statements they rest on."""

    question: str
    kind: BoundKind
    old: Bound | None
    new: Bound
    cause: Told


def bound_moves(
    before: Questions, after: Questions, questions: tuple[Question, ...]
) -> Iterator[BoundMove]:
    """Yield the bounds of declared questions whose number has changed."""
    for question in questions:
        old, new = before.named(question.id), after.named(question.id)
        bounds: tuple[tuple[BoundKind, list[Bound], list[Bound]], ...] = (
            ("floor", [*old.floor.certain], [*new.floor.certain]),
            ("ceiling", [*old.ceiling.certain], [*new.ceiling.certain]),
        )
        for kind, was, now in bounds:
            best = was[0] if was else None
            if now and (best is None or now[0].number != best.number):
                cause = _cause(kind, now[0], new)
                if cause is not None:
                    yield BoundMove(question.id, kind, best, now[0], cause)


def _cause(kind: BoundKind, bound: Bound, track: Track) -> Told | None:
    """Return the statement that a bound rests on."""
    for one in (row.told for row in track.rows if row.told.place not in track.ended):
        interval = one.statement.interval
        number = interval.lower if kind == "floor" else interval.upper
        if (one.rests_on, number) == (bound.origin, bound.number) and one.relays is None:
            return one
    return None
