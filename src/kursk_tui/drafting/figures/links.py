"""What makes one figure a part of another, and how it is marked as one."""

from dataclasses import replace

from kursk_tui.drafting.findings import FigureFinding, FigureLink, Span
from kursk_tui.english.lexicon import table
from kursk_tui.vocabulary import RelationKind

_CONTAINS: dict[str, list[str]] = table("drafting")["contains"]
"""Measures that count those of others as well: casualties are killed or wounded."""


def link_to(figure: FigureFinding, kind: RelationKind, of: Span) -> FigureFinding:
    """Return a figure that is linked to another."""
    return replace(figure, relations=(FigureLink(kind, of),))


def marked(figure: FigureFinding) -> FigureFinding:
    """Return a figure that is flagged as a part."""
    if "subset" in figure.flags:
        return figure
    return replace(figure, flags=(*figure.flags, "subset"))


def without_subset(figure: FigureFinding) -> tuple[str, ...]:
    """Return the flags of a figure that is no part."""
    return tuple(flag for flag in figure.flags if flag != "subset")


def may_contain(whole: FigureFinding, part: FigureFinding) -> bool:
    """Return whether the measure of a figure counts that of another as well."""
    return whole.measure == part.measure or whole.measure in wider(part.measure)


def wider(measure: str) -> set[str]:
    """Return the measures that count a measure as well."""
    return {whole for whole, parts in _CONTAINS.items() if measure in parts}


def fits(part: FigureFinding, whole: FigureFinding) -> bool:
    """Return whether a figure is small enough to be a part of another."""
    return smallest(part) < largest(whole)


def largest(figure: FigureFinding) -> int:
    """Return the largest number that a figure may stand for."""
    return figure.upper or figure.best or figure.lower or 0


def smallest(figure: FigureFinding) -> int:
    """Return the smallest number that a figure may stand for."""
    return figure.lower or figure.best or 0
