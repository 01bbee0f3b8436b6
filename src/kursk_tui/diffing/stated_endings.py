"""Claims that state that they withdraw, correct or replace another claim."""

from typing import NamedTuple

from kursk_tui.tracking.endings import EndKind
from kursk_tui.tracking.questions import Questions
from kursk_tui.tracking.statements import Told


class StatedEnding(NamedTuple):
    """A claim that ends another one, and its words about that; both are numbers of claims.

    `told` are the statements that are ended; none if the other claim has no figures.
    """

    kind: EndKind
    old: int
    new: int
    words: str
    told: tuple[Told, ...]


def stated_endings(questions: Questions) -> list[StatedEnding]:
    """Return the claims that end another one, as they state: the gravest first."""
    told = {statement.place: statement for statement in questions.told}
    found: dict[tuple[int, int], StatedEnding] = {}
    for place, ending in questions.ended.items():
        if ending.words is None or ending.repeats is not None:
            continue
        pair = ending.number, place[0]
        one = found.get(pair) or StatedEnding(ending.kind, place[0], pair[0], ending.words, ())
        ended = (*one.told, told[place]) if place in told else one.told
        found[pair] = one._replace(told=ended)
    return sorted(found.values(), key=lambda one: one.kind != "withdrawn")
