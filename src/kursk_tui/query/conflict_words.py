"""Conflicts in words, for every output."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from kursk_tui.model import Figure
from kursk_tui.query.conflicts import Conflict, Side
from kursk_tui.query.opposition import Rival
from kursk_tui.text.messages import plural
from kursk_tui.tracking.statements import Told

if TYPE_CHECKING:  # loaded when they are shown
    from kursk_tui.query.uncompared import Obstacle, Uncompared


def totals(conflicts: Iterable[Conflict]) -> str:
    """Return the number of conflicts and of possible ones; empty if there are none."""
    found = [one.certain for one in conflicts]
    certain, possible = sum(found), len(found) - sum(found)
    parts = [plural(certain, "conflict")] if certain else []
    return " · ".join([*parts, *([f"{possible:,} may conflict"] if possible else [])])


def counted(conflict: Conflict) -> str:
    """Return what the figures of a conflict count, as far as it is the same for all."""
    if not conflict.counts_one:
        return _listed(conflict.measures)
    figure = conflict.figure
    parts = (figure.measure, figure.population, figure.place, figure.period)
    return " · ".join(filter(None, parts))


def measured(figure: Figure, conflict: Conflict) -> tuple[str, ...]:
    """Return the measure of a figure with its categories, if those of a conflict differ."""
    if not conflict.mixes:
        return ()
    categories = f" ({', '.join(figure.categories)})" if figure.categories else ""
    return (f"{figure.measure}{categories}",)


def verdict(conflict: Conflict, *, short: bool = False) -> str:
    """Return whether the figures of a conflict certainly contradict each other."""
    if not conflict.certain:
        return "may conflict"
    return "conflict" if short else "conflict: no number fits all"


def origins(conflict: Conflict) -> str:
    """Return the number of origins; an origin that is not stated does not count as one."""
    stated = [one.origin for one in conflict.statements]
    further = (origin for one in conflict.statements for origin in one.further)
    known, unknown = len({*stated, *further} - {None}), stated.count(None)
    if unknown:
        without = f"{plural(unknown, 'figure')} without a source"
        return f"{plural(known, 'known origin')}, {without}" if known else "no source stated"
    return plural(known, "origin")


def grounds(conflict: Conflict, *, short: bool = False) -> str:
    """Return why the figures of a certain conflict are compared; empty for a possible one."""
    if not conflict.certain:
        return ""
    if not conflict.counts_one:
        return "one count contains another" if short else "compared: one count contains another"
    figure = conflict.figure
    parts = ["population", *(["place"] if figure.place else [])]
    same = f"same {', '.join(parts)} and {'period' if figure.period else 'dates'}"
    if short:
        return same
    return f"compared: {same}" if figure.period else f"compared: {same}; no counting period stated"


def opposed(side: Side, name: Callable[[Told], str]) -> str:
    """Return what a statement contradicts, or may, and why; empty if all count the same.

    `name` returns the name of a rival.
    """
    rivals = [(name(rival.statement), _reason(side, rival)) for rival in side.rivals]
    if not rivals:
        return ""
    verb = "contradicts" if side.certain else "may contradict"
    return f"{verb}{', for example,' if side.by_example else ''} {_by_reason(rivals)}"


def not_compared(number: int) -> str:
    """Return how many figures are compared with no other."""
    return f"not compared · {plural(number, 'figure')}"


def why_not_compared(one: "Uncompared", name: Callable[[Told], str]) -> str:
    """Return why a figure is compared with no other; `name` returns the name of another."""
    if one.ended is not None:
        return f"{one.ended.kind} by {one.ended.claim}"
    if one.lack is not None:
        return one.lack
    found: dict[str, list[str]] = {}
    for other, obstacle in one.obstacles(_FEW):
        found.setdefault(_OBSTACLES[obstacle], []).append(name(other))
    more = one.others - _FEW
    if more > 0:
        next(reversed(found.values())).append(f"{more:,} more")
    return "; ".join(f"{why} {_listed(names)}" for why, names in found.items())


_FEW = 6
"""The most figures that are named as not compared with another."""

_OBSTACLES: "dict[Obstacle, str]" = {
    "other categories": "other categories than",
    "another population": "a different population from",
    "another place": "a different place from",
    "another event": "a different event from",
    "another period": "a different period from",
    "the same source": "the same source as",
    "an increase": "an increase, not a total as in",
    "a total": "a total, not an increase as in",
}


def _by_reason(reasons: Iterable[tuple[str, str]]) -> str:
    """Return names with what is said of them, such as `A1 and A2 (dates not exact), A3 (…)`."""
    found: dict[str, list[str]] = {}
    for name, reason in reasons:
        found.setdefault(reason, []).append(name)
    return ", ".join(f"{_listed(names)} ({reason})" for reason, names in found.items())


def _listed(names: Iterable[str]) -> str:
    *others, last = dict.fromkeys(names)
    return f"{', '.join(others)} and {last}" if others else last


def _reason(side: Side, rival: Rival) -> str:
    """Return how the counts contain each other, or why they perhaps do, and the reach needed."""
    if side.certain:
        return _CONTAINS[rival.is_within, rival.is_around]
    parts = [_in_words(rival.doubts)]
    if rival.needed is not None and rival.approximate is not None:
        words = rival.approximate.figure.words
        parts.append(f"“{words}” would have to reach {rival.needed.number:,}")
    elif not rival.doubts:
        parts.append("some of the numbers are denied")
    return "; ".join(filter(None, parts))


_CONTAINS = {
    (True, True): "counting the same",
    (True, False): "counting a part of this",
    (False, True): "counting this and more",
}


@cache
def _in_words(reasons: tuple[str, ...]) -> str:
    parts = [_joined(reasons, " not stated"), _joined(reasons, " worded differently")]
    others = [one for one in reasons if not one.endswith((" not stated", " differently"))]
    return ", ".join(filter(None, (*parts, *others)))


def _joined(reasons: Iterable[str], end: str) -> str:
    """Return the reasons with the same end as one: "population and period not stated"."""
    found = [one.removesuffix(end) for one in reasons if one.endswith(end)]
    return f"{' and '.join(found)}{end}" if found else ""
