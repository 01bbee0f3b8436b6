"""Why two counts are perhaps not the same, or certainly not: from the parts of their order."""

from collections.abc import Iterator
from math import inf
from typing import Literal

from kursk_tui.counting.counts import Count, Order, Parts
from kursk_tui.counting.periods import Period

Doubt = Literal[
    "categories not stated",
    "population not stated",
    "populations worded differently",
    "place not stated",
    "places worded differently",
    "event not stated",
    "period not stated",
    "periods worded differently",
    "end of the period not stated",
    "dates not exact",
    "the same words on different days",
]
"""Why a count is only perhaps within another."""

Difference = Literal[
    "other categories", "another population", "another place", "another event", "another period"
]
"""Why neither of two counts is within the other."""

_DIFFERENCES: tuple[Difference, ...] = (
    "other categories",
    "another population",
    "another place",
    "another event",
    "another period",
)


def difference(one: Count, other: Count, order: Order) -> Difference | None:
    """Return why neither count is within the other; None if one of them is, or may be."""
    parts, back = order.parts(one, other), order.parts(other, one)
    if "no" not in parts or "no" not in back:
        return None
    both = (
        name
        for name, *answers in zip(_DIFFERENCES, parts, back, strict=True)
        if answers == ["no", "no"]
    )
    return next(both, _DIFFERENCES[parts.index("no")])


def doubts(one: Count, other: Count, parts: Parts) -> tuple[Doubt, ...]:
    """Return why a count is only perhaps within another; nothing if it certainly is."""
    return tuple(_doubts(one, other, parts))


def _doubts(one: Count, other: Count, parts: Parts) -> Iterator[Doubt]:
    if parts.categories == "maybe":
        yield "categories not stated"
    if parts.population == "maybe":
        stated = one.population is not None and other.population is not None
        yield "populations worded differently" if stated else "population not stated"
    if parts.place == "maybe":
        stated = one.place is not None and other.place is not None
        yield "places worded differently" if stated else "place not stated"
    if parts.event == "maybe":
        yield "event not stated"
    if parts.period == "maybe":
        yield _about_periods(one.period, other.period)


def _about_periods(one: Period | None, other: Period | None) -> Doubt:
    if one is None or other is None:
        return "period not stated"
    if not (one.read_since is other.read_since is None):
        return "period not stated"
    if one.words != other.words:
        return "periods worded differently"
    if one.words is not None:
        return "the same words on different days"
    if any(-inf < period.start_min and period.end_max == inf for period in (one, other)):
        return "end of the period not stated"
    return "dates not exact"
