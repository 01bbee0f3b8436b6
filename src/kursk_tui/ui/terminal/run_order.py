"""The order of runs that takes the least text: one style after another, on one ground at a time."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kursk_tui.ui.terminal.cell_runs import Look, Run, blank, change_of_pen, visible_on_blanks

_WORDS = re.compile(r"\S+(?: {1,4}\S+)*")
"""Words; moving over so few blanks between them takes more text than the blanks."""

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


def by_style(runs: Iterable[Run], pen: str, *, erases: bool) -> Iterator[Run]:
    """Yield runs with one style after another, each from top to bottom.

    If the terminal `erases`, rows with many blanks on one ground are erased before their words.
    """
    erasures: dict[str, list[Run]] = {}
    looks: dict[str, dict[Look, list[Run]]] = {}
    for row in _rows(runs):
        ground = blank(row[0].look[0])
        words = [word for run in row for word in _words(run)]
        cells = sum(run.cells for run in row)
        if erases and cells - sum(word.cells for word in words) >= _MANY_BLANKS:
            erasure = Run(row[0].x, row[0].y, cells, " " * cells, (ground, ""))
            erasures.setdefault(ground, []).append(erasure)
        else:
            words = _with_blanks(row)
        of_ground = looks.setdefault(ground, {})
        for word in words:
            of_ground.setdefault(word.look, []).append(word)
    for ground in sorted(looks, key=lambda one: one != blank(pen)):
        yield from erasures.get(ground, ())
        for run in _nearest_styles_first(looks[ground], pen):
            pen = run.look[0]
            yield run


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


def _nearest_styles_first(looks: dict[Look, list[Run]], pen: str) -> Iterator[Run]:
    """Yield the runs of each look, next those of the look that takes the shortest change."""
    while looks:
        look = min(looks, key=lambda look: len(change_of_pen(pen, look[0])))
        yield from looks.pop(look)
        pen = look[0]
