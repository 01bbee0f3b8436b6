"""Attribution chains as lines: names with arrows between them, from the origin to the text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kursk_tui.charts.chains import (
    LONG_ARROW,
    SHORT_ARROW,
    FittedChain,
    chain_fits,
    fit_chain,
    width_of_chain,
)
from kursk_tui.model import Briefing, Source
from kursk_tui.ui.rows.source_chains import SourceChain
from kursk_tui.ui.rows.styled_text import Line, Span, fit, fit_name, width_of

STATED, INFERRED = "─▶", "╌▷"
"""The shaft and the head of arrows, for chains that are stated or inferred."""

HANDLE = 2
"""The cells of the sign before a chain, which shows whether it is open."""

_UNNAMED = (Span("? ", "muted"), Span("nobody named", "unstated"))
_TEXT_FROM = 34
"""The room in cells from which each line ends with the words for the text."""

_WITH_COUNTRIES, _WITH_GRADES, _BARE = 2, 3, 4
"""The shorter forms of names: with countries and grades, with grades, and alone."""

_WITH_DETAILS_FROM, _WITH_GRADES_FROM = 20, 24
"""The room in cells from which names that are cut keep their countries, by name, and grades."""


class _Label(NamedTuple):
    """A name, and what is stated about the source, from the longest form to the shortest.

    `cells` are the widths of the name with each of the `details`.
    """

    name: str
    details: tuple[str, ...]
    cells: tuple[int, ...]


class ChainLines:
    """Draws the chains of a briefing. Short names are used where they are unambiguous."""

    def __init__(self, briefing: Briefing, chains: Iterable[SourceChain]) -> None:
        self.text = "this text" if len(briefing.documents) == 1 else "a text"
        uses = Counter(source.label for source in briefing.sources)
        self._labels = {one.id: _label(one, uses) for one in briefing.sources}
        self.longest = [0, 0, 0]
        """The cells of the longest chain: with all details, without kinds, and at the least."""
        forms = (0, LONG_ARROW), (1, LONG_ARROW), (_WITH_GRADES, SHORT_ARROW)
        for chain in {one.sources for one in chains}:
            for at, (form, arrow) in enumerate(forms):
                self.longest[at] = max(self.longest[at], self._width(chain, form, arrow))

    def _width(self, sources: Sequence[str], form: int, arrow: int) -> int:
        """Return the cells of a line with everything in it."""
        end = HANDLE + 1 + len(self.text)
        widths = self._widths(sources, form) or [width_of(_UNNAMED)]
        return width_of_chain(widths, arrow) + end

    def _widths(self, sources: Sequence[str], form: int) -> list[int]:
        return [self._labels[one].cells[form] for one in sources]

    def ends_with_text(self, width: int) -> bool:
        """Return whether lines of a width end with the words for the text."""
        return width >= _TEXT_FROM

    def draw(self, chain: SourceChain, width: int, *, kinds: bool) -> Line:
        """Return a chain with its arrows in a width, without the sign before it."""
        end: Line = ()
        if self.ends_with_text(width):
            end = (Span(f" {self.text}", "text"),)
        room = width - width_of(end)
        if not chain.sources:
            names = fit(_UNNAMED, min(width_of(_UNNAMED), room - 3))
            fitted = fit_chain([width_of(names)], room)
            return (*names, *_last_arrow(fitted.last, chain), *end)
        form, fitted = self._fit(chain.sources, room, 0 if kinds else 1)
        names = self._names(chain, form, fitted)
        return fit((*names, *_last_arrow(fitted.last, chain), *end), width)

    def _fit(self, sources: Sequence[str], room: int, longest: int) -> tuple[int, FittedChain]:
        """Return the longest form of the names that fits, else the one to fold or cut."""
        last = _BARE if len(sources) > 2 else _WITH_GRADES
        for form in range(longest, last + 1):
            widths = self._widths(sources, form)
            if chain_fits(widths, room):
                return form, fit_chain(widths, room)
        if len(sources) < 3 and room >= len(sources) * _WITH_DETAILS_FROM:
            form = _WITH_COUNTRIES
        else:
            form = _WITH_GRADES if room >= _WITH_GRADES_FROM else _BARE
        return form, fit_chain(self._widths(sources, form), room)

    def _names(self, chain: SourceChain, form: int, fitted: FittedChain) -> Line:
        """Return the names shown, with the arrows between them."""
        arrow = Span(f" {_arrow(fitted.arrow, chain)} ", "muted")
        spans: list[Span] = []
        for at, cells in enumerate(fitted.cells):
            if at:
                spans.append(arrow)
            if fitted.fold and at == fitted.head:
                spans += (Span(fitted.fold, "muted"), arrow)
            number = at if at < fitted.head else at - len(fitted.cells)
            first = number in (0, -len(chain.sources))
            spans += self._name(chain.sources[number], form, cells, "origin" if first else "via")
        return tuple(spans)

    def _name(self, source: str, form: int, cells: int, field: str) -> Line:
        label = self._labels[source]
        details = (Span(label.details[form], "muted"),) if label.details[form] else ()
        name = Span(label.name, "source", term=f"{field}:{source}")
        *cut, last = fit_name(name, cells - width_of(details))
        blanks = len(last.text) - len(last.text.rstrip(" "))
        last = last._replace(text=last.text.rstrip(" "))
        return (*cut, last, *details, Span(" " * blanks))


def _label(source: Source, uses: Counter[str]) -> _Label:
    name = source.label if uses[source.label] == 1 else source.name
    country, grade = source.country or "", source.reliability or ""
    stated = f"grade {grade}" if grade else ""
    forms = (source.kind or "", country, stated), (country, stated), (country, grade), (grade,), ()
    details = tuple(f" ({', '.join(filter(None, form))})" if any(form) else "" for form in forms)
    return _Label(name, details, tuple(width_of((Span(name), Span(one))) for one in details))


def _last_arrow(cells: int, chain: SourceChain) -> Line:
    """Return the arrow to the text; an inferred one is dotted, and says so if there is room."""
    word = f"{INFERRED[0]} inferred " if chain.inferred else ""
    if cells < len(word) + 2:
        word = ""
    return (Span(f" {word}{_arrow(cells - len(word), chain)}", "muted"),)


def _arrow(cells: int, chain: SourceChain) -> str:
    form = INFERRED if chain.inferred else STATED
    return form[0] * (cells - 1) + form[1]
