"""How panes share the lines of the screen, by the lines that their content needs."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

UNLIMITED = 1_000_000
"""The content of a pane that is longer than any screen, in lines."""


class Need(NamedTuple):
    """The lines that a pane needs, including its frame.

    A pane has its `least` before any other has more. `content` shows everything. A pane gets more
    than its `most` only if the others have room for all their content. `usual` is less than the
    content if that depends on the selected claim: it shows everything of half of the claims, or of
    the selected one where it is current.
    """

    least: int
    content: int = UNLIMITED
    most: int = UNLIMITED
    usual: int = UNLIMITED


NOTHING = Need(0, 0)
"""The need of a pane that does not exist."""


def share(room: int, needs: Sequence[Need]) -> list[int]:
    """Return the heights of panes one below the other; they fill the room.

    A pane scrolls only if no other has empty lines beyond its least.
    """
    heights = [0] * len(needs)
    room = _raise(heights, [one.least for one in needs], room)
    room = _raise(heights, [min(one.content, one.most) for one in needs], room)
    room = _raise(heights, [one.content for one in needs], room)
    for _ in range(room if needs else 0):
        at = min(range(len(needs)), key=lambda at: heights[at] - needs[at].content)
        heights[at] += 1
    return heights


def share_columns(room: int, columns: Sequence[Sequence[Need]]) -> list[list[int]]:
    """Return the heights of panes in columns next to each other.

    Their rows are aligned if the content of all panes then fits; otherwise, each column is shared
    by itself.
    """
    rows = [_largest(row) for row in zip_longest(*columns, fillvalue=NOTHING)]
    same = len({len(column) for column in columns}) == 1
    if same and sum(row.content for row in rows) <= room:
        return [share(room, rows)] * len(columns)
    return [share(room, column) for column in columns]


def need_of_columns(columns: Sequence[Sequence[Need]]) -> Need:
    """Return what columns next to each other need together."""
    return _largest([Need(*map(sum, zip(*column, strict=True))) for column in columns])


def _largest(needs: Sequence[Need]) -> Need:
    """Return what panes next to each other need."""
    return Need(*map(max, zip(*needs, strict=True)))


def _raise(heights: list[int], targets: Sequence[int], room: int) -> int:
    """Raise heights to their targets, the lowest first; return the lines that are left."""
    while room:
        low = [at for at, target in enumerate(targets) if heights[at] < target]
        if not low:
            break
        heights[min(low, key=heights.__getitem__)] += 1
        room -= 1
    return room
