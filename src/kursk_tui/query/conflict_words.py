"""Conflicts in words, for every output."""

from collections.abc import Iterable
from functools import cache

from kursk_tui.query.conflicts import Conflict, Side
from kursk_tui.text.messages import plural


def totals(conflicts: Iterable[Conflict]) -> str:
    """Return the number of conflicts and of possible ones; empty if there are none."""
    found = [one.certain for one in conflicts]
    certain, possible = sum(found), len(found) - sum(found)
    parts = [plural(certain, "conflict")] if certain else []
    return " · ".join([*parts, *([f"{possible:,} may conflict"] if possible else [])])


def counted(conflict: Conflict) -> str:
    """Return what the figures of a conflict count, as far as it is the same for all."""
    if not conflict.certain:
        return conflict.figure.measure
    figure = conflict.figure
    parts = (figure.measure, figure.population, figure.place, figure.period)
    return " · ".join(filter(None, parts))


def verdict(conflict: Conflict) -> str:
    """Return whether the figures of a conflict certainly contradict each other."""
    return "conflict, no number fits all" if conflict.certain else "may conflict"


def origins(conflict: Conflict) -> str:
    """Return the number of origins; an origin that is not stated does not count as one."""
    stated = [one.origin for one in conflict.statements]
    known, unknown = len({*stated} - {None}), stated.count(None)
    parts = [plural(known, "origin")] if known else []
    if unknown:
        parts.append(f"{unknown:,} with no source stated" if known else "no source stated")
    elif known == 1:
        return "one origin, stated differently"
    return ", ".join(parts)


def doubts(side: Side) -> str:
    """Return why a statement only may contradict its rival; empty in a certain conflict."""
    found = side.comparison
    if side.rival is None or found is None:
        return ""
    sides = side.statement, side.rival
    is_approximate = any(one.reach.is_approximate for one in sides)
    is_denial = any(one.denied for one in sides)
    others = "some of the numbers are denied" if is_denial else ""
    return _in_words(found.reasons, _APPROXIMATE if is_approximate or not others else others)


_APPROXIMATE = "an approximate number"


@cache
def _in_words(reasons: tuple[str, ...], otherwise: str) -> str:
    parts = [_joined(reasons, " not stated"), _joined(reasons, " worded differently")]
    others = [one for one in reasons if not one.endswith((" not stated", " differently"))]
    return ", ".join(filter(None, (*parts, *others))) or otherwise


def _joined(reasons: Iterable[str], end: str) -> str:
    """Return the reasons with the same end as one: "population and period not stated"."""
    found = [one.removesuffix(end) for one in reasons if one.endswith(end)]
    return f"{' and '.join(found)}{end}" if found else ""
