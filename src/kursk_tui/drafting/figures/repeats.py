"""Figures that a text prints again: "45,100 dead" in one sentence and in a later one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kursk_tui.drafting.findings import FigureFinding, FigureLink, Span
from kursk_tui.drafting.text_findings import SentenceFindings

_SMALLEST = 30
"""Below this, two equal numbers are too often about different people."""

_Key = tuple[str, int | None, int | None, int | None, str]


def link_repeats(text: str, found: Iterable[SentenceFindings]) -> Iterator[SentenceFindings]:
    """Yield the sentences; a figure that an earlier one states already is linked to that one."""
    stated: dict[_Key, FigureFinding] = {}
    for one in found:
        if not one.figures:
            yield one
            continue
        figures = tuple(_linked(text, figure, stated) for figure in one.figures)
        for figure in figures:
            stated.setdefault(_key(figure), figure)
        yield replace(one, figures=figures)


def _linked(text: str, figure: FigureFinding, stated: dict[_Key, FigureFinding]) -> FigureFinding:
    earlier = stated.get(_key(figure))
    value = figure.best or figure.lower or figure.upper or 0
    if earlier is None or value < _SMALLEST or figure.relations:
        return figure
    if not _may_be_same(text, figure.population, earlier.population):
        return figure
    if _differ(_days(figure), _days(earlier)) or _differ(
        _place(text, figure), _place(text, earlier)
    ):
        return figure
    return replace(figure, relations=(FigureLink("repeats", earlier.span),))


def _days(figure: FigureFinding) -> str | None:
    return figure.period.covers if figure.period is not None else None


def _place(text: str, figure: FigureFinding) -> str | None:
    return text[slice(*figure.place)].casefold() if figure.place is not None else None


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _key(figure: FigureFinding) -> _Key:
    return figure.measure, figure.lower, figure.upper, figure.best, figure.modality


def _may_be_same(text: str, one: Span | None, other: Span | None) -> bool:
    """Return whether two figures can count the same people, as far as they name them."""
    names = {text[slice(*span)].lower() for span in (one, other) if span is not None}
    return len(names - {"people", "persons"}) < 2
