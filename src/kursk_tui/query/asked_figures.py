"""What a query asks of the figures of each measure, as ranges of numbers."""

from collections.abc import Iterator
from functools import reduce
from math import inf

from kursk_tui.model import Figure
from kursk_tui.query.predicates import And, Contested, FigureWithin, Not, Or, Predicate

Ranges = tuple[tuple[float, float], ...]
"""Ranges of whole numbers with both ends included, in ascending order; none touches another."""

_EVERY: Ranges = ((0, inf),)


def asked_figures(predicate: Predicate) -> dict[str, Ranges]:
    """Return the numbers that a predicate asks for, for each measure that it limits."""
    found = {measure: _asked(predicate, measure) for measure in _measures(predicate)}
    return {measure: ranges for measure, ranges in found.items() if ranges}


def asks_for_contested(predicate: Predicate) -> bool:
    """Return whether a predicate asks which claims are contested."""
    match predicate:
        case And(parts=parts) | Or(parts=parts):
            return any(map(asks_for_contested, parts))
        case Not(part=part):
            return asks_for_contested(part)
    return isinstance(predicate, Contested)


def is_possible(figure: Figure, asked: Ranges) -> bool:
    """Return whether the words of a figure allow numbers in the ranges, and others as well."""
    if figure.modality != "asserted":
        return False
    low, high = figure.interval.lower or 0, figure.interval.upper
    allowed: Ranges = ((low, inf if high is None else high),)
    return _both(allowed, asked) not in ((), allowed)


def _measures(predicate: Predicate) -> Iterator[str]:
    match predicate:
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _measures(part)
        case Not(part=part):
            yield from _measures(part)
        case FigureWithin(measure=measure):
            yield measure


def _asked(predicate: Predicate, measure: str) -> Ranges | None:
    """Return the numbers asked for; None if a predicate is about something else."""
    match predicate:
        case FigureWithin(measure=name, interval=interval) if name == measure:
            high = inf if interval.upper is None else interval.upper
            return _both(((interval.lower or 0, high),), _EVERY)
        case Not(part=part):
            ranges = _asked(part, measure)
            return None if ranges is None else _others(ranges)
        case And(parts=parts) | Or(parts=parts):
            found = [ranges for part in parts if (ranges := _asked(part, measure)) is not None]
            return (
                reduce(_both if isinstance(predicate, And) else _either, found) if found else None
            )
    return None


def _both(one: Ranges, other: Ranges) -> Ranges:
    shared = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return tuple(sorted((low, high) for low, high in shared if low <= high))


def _either(one: Ranges, other: Ranges) -> Ranges:
    return _others(_both(_others(one), _others(other)))


def _others(ranges: Ranges) -> Ranges:
    """Return the numbers outside the ranges."""
    gaps: list[tuple[float, float]] = []
    start = 0.0
    for low, high in ranges:
        if start < low:
            gaps.append((start, low - 1))
        start = high + 1
    return (*gaps, (start, inf)) if start < inf else tuple(gaps)
