"""Chains of names with arrows between them, on a width in cells, and bars of counts."""

from collections.abc import Sequence
from typing import NamedTuple

LONG_ARROW, SHORT_ARROW = 3, 2
"""The cells of an arrow between two names, without the blanks around it."""

_BLANKS = 2
_FOLD = "…"
_WIDEST_BAR = 60


class FittedChain(NamedTuple):
    """What a width shows of a chain: the first `head` names, a fold, and the last `tail` names.

    `cells` are the widths of the names shown. `fold` replaces the names in the middle; it is empty
    if all are shown. `arrow` and `last` are the cells of the arrows between names, and of the one
    after the last name, which ends at the end of the width.
    """

    head: int
    tail: int
    cells: tuple[int, ...]
    fold: str
    arrow: int
    last: int


def width_of_chain(widths: Sequence[int], arrow: int = LONG_ARROW) -> int:
    """Return the cells that a chain of names needs, with arrows of some cells."""
    return _needed(widths, arrow)


def chain_fits(widths: Sequence[int], room: int) -> bool:
    """Return whether all names of a chain fit, with short arrows."""
    return _needed(widths, SHORT_ARROW) <= room


def fit_chain(widths: Sequence[int], room: int) -> FittedChain:
    """Fit names of some widths into a room: with short arrows, folded in the middle, or cut."""
    for arrow in (LONG_ARROW, SHORT_ARROW):
        if _needed(widths, arrow) <= room:
            return _fitted(widths, len(widths), "", arrow, room)
    most = room // (SHORT_ARROW + _BLANKS + 1) + 1
    for in_words in (True, False):
        for kept in range(min(len(widths) - 1, most), 1, -1):
            shown = [*widths[: (kept + 1) // 2], *widths[len(widths) - kept // 2 :]]
            fold = f"… {len(widths) - kept:,} more" if in_words else _FOLD
            if _needed([*shown, len(fold)], SHORT_ARROW) <= room:
                return _fitted(shown, (kept + 1) // 2, fold, SHORT_ARROW, room)
    return _cut(widths, room)


def _cut(widths: Sequence[int], room: int) -> FittedChain:
    """Return the first and the last name of a chain, cut to fit."""
    shown = [widths[0], widths[-1]] if len(widths) > 1 else [widths[0]]
    fold = _FOLD if len(widths) > 2 else ""
    names = [*shown, len(fold)] if fold else shown
    left = room - _needed([0] * len(shown) + names[len(shown) :], SHORT_ARROW)
    first = max(1, min(shown[0], max(left // len(shown), left - sum(shown[1:]))))
    cells = [first, *(max(1, min(width, left - first)) for width in shown[1:])]
    return _fitted(cells, 1 if fold else len(cells), fold, SHORT_ARROW, room)


def _fitted(cells: Sequence[int], head: int, fold: str, arrow: int, room: int) -> FittedChain:
    names = [*cells, len(fold)] if fold else cells
    last = max(SHORT_ARROW, room - _needed(names, arrow) + arrow)
    return FittedChain(head, len(cells) - head, tuple(cells), fold, arrow, last)


def _needed(widths: Sequence[int], arrow: int) -> int:
    """Return the cells of names, each with an arrow after it, and blanks around inner arrows."""
    return sum(widths) + len(widths) * (arrow + _BLANKS) - 1


def width_of_bars(most: int, room: int) -> int:
    """Return the cells of the longest bar; where there is room, all of a count are as wide."""
    room = min(room, _WIDEST_BAR)
    return most * (room // most) if 0 < most <= room else max(0, room)


def bar(shown: int, total: int, most: int, width: int) -> tuple[int, int]:
    """Return the cells of a part of a total, and those of the rest.

    `most` is the largest total, whose bar has `width` cells. A number above 0 has a cell at least,
    and so has the rest if there are two cells.
    """
    cells, filled = _length(total, most, width), _length(shown, most, width)
    if filled == cells > 1 and shown < total:
        filled -= 1
    return filled, cells - filled


def _length(count: int, most: int, width: int) -> int:
    return max(1, count * width // most) if count else 0
