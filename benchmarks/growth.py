"""How the dashboard scales: a column per number of claims, a row per measurement."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from statistics import median
from typing import NamedTuple

from benchmarks.keys import CLEAR, asked, begin_query, changes_panes, quiet
from benchmarks.programs import open_ours
from benchmarks.screen import Burst, Program
from benchmarks.setting import Setting, ratio
from benchmarks.sizes import read_and_parsed

_MOVES = {
    "a cursor key": ("j", "k"),
    "half a page": ("\x04", "\x15"),
    "to the end, or back": ("G", "g"),
}


class _Run(NamedTuple):
    program: Program
    opened: float
    quiet: float


def base(counts: Sequence[int]) -> int:
    """Return the index of the number of claims to compare the largest with."""
    return counts.index(1_000) if 1_000 in counts else 0


def growth(setting: Setting) -> Iterator[list[str]]:
    """Yield the cells of each row: a label, a value for each number of claims, and the ratio.

    One dashboard is opened for each number; then all dashboards receive each key in turn.
    """
    counts, nth = setting.growth, base(setting.growth)
    loads = [read_and_parsed(setting, count, 1 if count > 100_000 else 3) for count in counts]
    runs = [_open(setting, count) for count in counts]
    programs = [run.program for run in runs]
    yield _row("open, to the complete first screen", _ms, nth, [[run.opened] for run in runs])
    for name, place in (("read and check alone", 0), ("json.loads of the same bytes", 1)):
        yield _row(name, _ms, nth, [[median(pair[place] for pair in pairs)] for pairs in loads])
    for name, keys in _MOVES.items():
        bursts = _press(runs, keys * min(5, setting.turns))
        yield _row(name, _ms, nth, [[burst.seconds for burst in column] for column in bursts])
    for run in runs:
        begin_query(run.program, run.quiet)
    typed = _press(runs, chain.from_iterable((*word, CLEAR) for word in asked(setting)), CLEAR)
    changes = [
        [burst.seconds if changes_panes(burst) else None for burst in column] for column in typed
    ]
    yield _row("a query letter that changes the panes", _ms, nth, changes)
    yield _row(
        "bytes of a query letter", _bytes, nth, [[burst.bytes for burst in c] for c in typed]
    )
    yield _row("peak memory", _megabytes, nth, [[program.peak()] for program in programs])
    for program in programs:
        program.end()


def _open(setting: Setting, count: int) -> _Run:
    program = open_ours(setting, count)
    return _Run(program, program.age(), quiet(count))


def _press(runs: Sequence[_Run], keys: Iterable[str], apart: str = "") -> list[list[Burst]]:
    # Return a list of bursts for each run; the key `apart` is pressed but not counted.
    rounds = [(key, [run.program.press(key, run.quiet) for run in runs]) for key in keys]
    return [
        list(column) for column in zip(*(one for key, one in rounds if key != apart), strict=True)
    ]


def _row(
    label: str,
    unit: Callable[[float], str],
    nth: int,
    columns: Sequence[Sequence[float | None]],
) -> list[str]:
    both = [(a, b) for a, b in zip(columns[-1], columns[nth], strict=True) if a and b]
    return [label, *(_cell(unit, column) for column in columns), ratio(both) if both else ""]


def _cell(unit: Callable[[float], str], column: Sequence[float | None]) -> str:
    found = sorted(value for value in column if value is not None)
    if not found:
        return ""
    middle = unit(median(found))
    if len(found) == 1:
        return middle
    return f"{middle} ({unit(found[0]).split()[0]}–{unit(found[-1]).split()[0]})"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms"


def _megabytes(megabytes: float) -> str:
    return f"{megabytes:,.0f} MB"


def _bytes(count: float) -> str:
    return f"{count:,.0f}"
