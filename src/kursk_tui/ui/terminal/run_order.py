"""The order of runs that takes the least text: one style after another, on one ground at a time."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kursk_tui.ui.terminal.cell_runs import (
    Cell,
    Look,
    Run,
    blank,
    change_of_pen,
    move,
    visible_on_blanks,
)

_WORDS = re.compile(r"\S+(?: {1,4}\S+)*")
"""Words; moving over so few blanks between them takes more text than the blanks."""

_FEW, _MANY_RUNS = 16, 90
"""The number of runs of a style among which the nearest one is looked for, unless an update has
so many runs that this takes longer than the bytes that it saves.
"""

_MANY_BLANKS = 12
"""Erasing a row first takes less text than so many blanks."""


def can_be_sorted(runs: Iterable[Run]) -> bool:
    """Return whether the order of runs does not matter: none covers cells of another."""
    places = sorted(run[:3] for run in runs if run.certain)
    places.sort(key=lambda one: (one[1], one[0]))
    apart = all(
        (x + cells, y) <= (next_x, y) or next_y > y
        for (x, y, cells), (next_x, next_y, _) in pairwise(places)
    )
    return apart and all(run.certain for run in runs)


def by_style(runs: Sequence[Run], pen: str, *, erases: bool) -> Iterator[Run]:
    """Yield runs with one style after another, each in the order of the shortest moves.

    If the terminal `erases`, rows with many blanks on one ground are erased before their words.
    """
    here: Cell | None = None
    few = _FEW if len(runs) < _MANY_RUNS else 1
    grounds = _by_ground(runs, erases=erases)
    for ground in sorted(grounds, key=lambda one: one != blank(pen)):
        for erasure in grounds[ground].erasures:
            here = erasure.x, erasure.y
            yield erasure
        for run in _nearest_first(grounds[ground].looks, pen, here, few):
            pen, here = run.look[0], (run.x + run.cells, run.y)
            yield run


class _Ground(NamedTuple):
    """What is on a background: rows to erase first, then runs by their look."""

    erasures: list[Run]
    looks: dict[Look, list[Run]]


def _by_ground(runs: Iterable[Run], *, erases: bool) -> dict[str, _Ground]:
    grounds: dict[str, _Ground] = {}
    for row in _rows(runs):
        style = blank(row[0].look[0])
        ground = grounds.setdefault(style, _Ground([], {}))
        words = [word for run in row for word in _words(run)]
        cells = sum(run.cells for run in row)
        if erases and cells - sum(word.cells for word in words) >= _MANY_BLANKS:
            ground.erasures.append(Run(row[0].x, row[0].y, cells, " " * cells, (style, "")))
        else:
            words = _with_blanks(row)
        for word in words:
            ground.looks.setdefault(word.look, []).append(word)
    return grounds


def _rows(runs: Iterable[Run]) -> Iterator[Sequence[Run]]:
    """Yield runs from top to bottom: those next to each other on one ground together."""
    row: list[Run] = []
    for run in sorted(runs, key=lambda run: (run.y, run.x)):
        if row and not _follows(row[-1], run):
            yield row
            row = []
        row.append(run)
    if row:
        yield row


def _follows(one: Run, other: Run) -> bool:
    is_next = (one.x + one.cells, one.y) == (other.x, other.y)
    return is_next and blank(one.look[0]) == blank(other.look[0])


def _words(run: Run) -> Sequence[Run]:
    """Return the words of a run, without blanks around them; or the run if its blanks count."""
    style, link = run.look
    if link or visible_on_blanks(style) or len(run.text) != run.cells:
        return (run,)
    return [
        run._replace(x=run.x + found.start(), cells=len(found[0]), text=found[0])
        for found in _WORDS.finditer(run.text)
    ]


def _with_blanks(row: Sequence[Run]) -> list[Run]:
    """Return the runs of a row; blanks have the style of the text before them, or after them."""
    styled = [*row]
    for places, step in ((range(len(row)), -1), (range(len(row))[::-1], 1)):
        for at in places:
            beside = styled[at + step] if 0 <= at + step < len(row) else None
            if beside is None or beside.look[1] or styled[at].look[1]:
                continue
            if styled[at].text.isspace() and not beside.text.isspace():
                styled[at] = styled[at]._replace(look=beside.look)
    return styled


def _nearest_first(
    looks: dict[Look, list[Run]], pen: str, here: Cell | None, few: int
) -> Iterator[Run]:
    """Yield the runs of each look, next the look and the run that take the least text to reach.

    The first `few` runs of a look are compared.
    """

    def way(run: Run) -> int:
        return 0 if here == (run.x, run.y) else len(move(here, run.x, run.y))

    while looks:
        look = min(
            looks,
            key=lambda one: len(change_of_pen(pen, one[0])) + min(map(way, looks[one][:few])),
        )
        runs, pen = looks.pop(look), look[0]
        while runs:
            run = min(runs[:few], key=way)
            runs.remove(run)
            yield run
            here = run.x + run.cells, run.y
