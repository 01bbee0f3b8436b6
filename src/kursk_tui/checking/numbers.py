"""Numbers in a compiler's summary, each with the qualifier that stands beside it."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kursk_tui.checking.numerals import NUMERAL, scale_of, value_of
from kursk_tui.checking.qualifiers import qualifier_after, qualifier_before
from kursk_tui.checking.uncounted import doubtful, uncounted
from kursk_tui.model.figure import Qualifier

_RANGE = re.compile(
    r"\s*(?:[-–—]|-? ?to|up to|(?:,|,? ?(?:and|but|or|to))? ?(?:perhaps |possibly |probably )?"
    r"(?:as many as|up to|at most|(?:no|not) more than))\s*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*and\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween(?:\s+(?:about|around|an estimated|some|roughly))?\s*$", re.I)
_BEHIND = 32


class Number(NamedTuple):
    """A number in a text: as printed, its value, how it is qualified, and where it starts."""

    printed: str
    value: int
    qualifier: Qualifier
    start: int


def numbers_in(text: str, held: Collection[int] = ()) -> Iterator[Number]:
    """Yield the numbers of a text that may count something, in order.

    Dates, years, ordinals, times, ages, percentages, measures and numbers within names ("T-72",
    "Hill 117") are left out. What would be a year, or a small number in words ("two sides"), is
    one only if it is among the numbers `held` by figures.
    """
    numerals = list(NUMERAL.finditer(text))
    if not numerals:
        return
    left_out = {one.start() for one in uncounted(numerals, text)}
    ranges = _ranges(numerals, text)
    ends = set(ranges.values())
    starts = {one.start() for one in numerals}
    for one, value in zip(numerals, _values(numerals, ranges), strict=True):
        if one.start() in left_out or (doubtful(one, value, text) and value not in held):
            continue
        if one.start() in ranges or one.end() in ends:
            qualifier: Qualifier | None = "between"
        else:
            qualifier = qualifier_before(text, one.start())
            qualifier = qualifier or qualifier_after(text, one.end(), starts)
        yield Number(one.group(), value, qualifier or "exactly", one.start())


def _ranges(numerals: Sequence[re.Match[str]], text: str) -> dict[int, int]:
    """Return where each range begins and ends, as "300 to 400" and "between 300 and 400" do."""
    return {
        low.start(): high.end()
        for low, high in pairwise(numerals)
        if _RANGE.fullmatch(text, low.end(), high.start())
        or (
            _AND.fullmatch(text, low.end(), high.start())
            and _BETWEEN.search(text, max(0, low.start() - _BEHIND), low.start())
        )
    }


def _values(numerals: Sequence[re.Match[str]], ranges: Collection[int]) -> Iterator[int]:
    """Yield what each numeral is worth: in "5 to 10 million" the first are millions too."""
    values = list(map(value_of, numerals))
    for index, one in enumerate(numerals):
        if one.start() in ranges and scale_of(one) == 1:
            scaled = values[index] * scale_of(numerals[index + 1])
            yield scaled if scaled <= values[index + 1] else values[index]
        else:
            yield values[index]
