"""The parameters of the benchmarks, and the lines of their table."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Line(NamedTuple):
    """A line of the table: the measurement, our value, the baseline and its value, the ratio."""

    what: str
    ours: str
    baseline: str = ""
    theirs: str = ""
    ratio: str = ""


class Setting(NamedTuple):
    """The amounts to measure, the folder for data, and the programs to compare with.

    `counts` and `growth` are numbers of claims; `turns` is the number of times a key is pressed.
    """

    counts: Sequence[int]
    growth: Sequence[int]
    pairs: int
    turns: int
    folder: Path
    peers: Mapping[str, str]
    valgrind: str | None


def by_turns(
    times: int, ours: Callable[[], float], theirs: Callable[[], float]
) -> list[tuple[float, float]]:
    """Measure both alternately, so that a slowdown of the machine affects both."""
    return [(ours(), theirs()) for _ in range(times)]


def compared(what: str, pairs: Sequence[tuple[float, float]], baseline: str) -> Line:
    """Return the line for pairs of seconds."""
    mine, other = zip(*pairs, strict=True)
    return Line(what, milliseconds(mine), baseline, milliseconds(other), ratio(pairs))


def ratio(pairs: Sequence[tuple[float, float]]) -> str:
    """Return the median ratio of pairs, with minimum and maximum if there are several."""
    found = sorted(mine / other for mine, other in pairs)
    if len(found) == 1:
        return f"{found[0]:.2f}"
    if median(found) >= 0.1:
        return f"{median(found):.2f} ({found[0]:.2f}–{found[-1]:.2f})"
    return f"1/{1 / median(found):.0f} (1/{1 / found[0]:.0f}–1/{1 / found[-1]:.0f})"


def milliseconds(seconds: Sequence[float]) -> str:
    """Return a median in milliseconds."""
    return f"{median(seconds) * 1000:.0f} ms"
