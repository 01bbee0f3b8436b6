"""The list of the finder: its rows, its cursor and how it is drawn."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.message import Message

from kursk_tui.ui.finder.entries import Entry
from kursk_tui.ui.rows.styled_text import (
    BLANK,
    Line,
    LineWithBackground,
    Span,
    fit,
    line,
    spread,
    wrap,
)
from kursk_tui.ui.widgets.line_widget import LineWidget

_LEFT, _NARROW_LEFT, _NARROW = 14, 8, 60
_REMARKS_FROM = 72
"""The width in cells from which remarks are next to titles; below, long titles wrap."""


class _Row(NamedTuple):
    """A line of the list: a part of the title of an entry, or the heading of a group."""

    entry: Entry | None
    words: str
    first: bool = True


class Choices(LineWidget):
    """The list: an entry below another, with a heading for each group."""

    class EntryClicked(Message):
        """Sent when the pointer selects an entry."""

    def __init__(self) -> None:
        super().__init__(id="choices")
        self._entries: Sequence[Entry] = ()
        self._grouped = False
        self._nothing = ""
        self._rows: list[_Row] = []
        self._stops: list[range] = []
        self._at = 0
        self._top = 0

    def show(self, entries: Sequence[Entry], *, grouped: bool, nothing: str) -> None:
        """Show entries; if `grouped`, with a heading for each group; without any, `nothing`."""
        self._entries, self._grouped, self._nothing = entries, grouped, nothing
        self._at = self._top = 0
        self._fill()
        self.refresh()

    def _fill(self) -> None:
        """Lay out the rows for the current width."""
        self._rows, self._stops = [], []
        group = ""
        for entry in self._entries:
            if self._grouped and entry.group != group:
                group = entry.group
                self._rows.append(_Row(None, group))
            first = len(self._rows)
            self._rows += _rows_of(entry, self.size.width)
            self._stops.append(range(first, len(self._rows)))

    @property
    def chosen(self) -> Entry | None:
        """The entry under the cursor."""
        return self._rows[self._stops[self._at].start].entry if self._stops else None

    def move(self, steps: int) -> None:
        """Move the cursor by a number of entries, stopping at the first and the last."""
        self._at = max(0, min(self._at + steps, len(self._stops) - 1))
        self._reveal()
        self.refresh()

    def _reveal(self) -> None:
        stop = self._stops[self._at] if self._stops else range(1)
        first = 0 if self._at == 0 else stop.start
        self._top = min(first, max(self._top, stop.stop - self.size.height))

    def on_resize(self) -> None:
        """Lay out the rows for the new width, and keep the cursor visible."""
        self._fill()
        self._reveal()
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down."""
        event.stop()
        self.move(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up."""
        event.stop()
        self.move(-3)

    def on_click(self, event: events.Click) -> None:
        """Select the entry under the pointer."""
        row = self._top + event.y
        found = next((at for at, stop in enumerate(self._stops) if row in stop), None)
        if found is not None:
            self._at = found
            self.post_message(self.EntryClicked())

    def line_at(self, y: int) -> LineWithBackground:
        """Return a line of the list."""
        width, number = self.size.width, self._top + y
        if not self._rows and y == 0:
            return fit(line(Span(f"  {self._nothing}", "muted")), width), None
        if number >= len(self._rows):
            return BLANK, None
        row = self._rows[number]
        if row.entry is None:
            return fit(line(Span(f" {row.words}", "strong")), width), None
        here = number in self._stops[self._at]
        return _drawn(row, row.entry, here, width), "cursor" if here else None


def _left_of(width: int) -> int:
    return _NARROW_LEFT if width < _NARROW else _LEFT


def _rows_of(entry: Entry, width: int) -> Sequence[_Row]:
    """Return the lines of an entry: more than one if its title has too little room."""
    room = width - _left_of(width) - len("▐ ") - 1
    if not 0 < width < _REMARKS_FROM:
        return (_Row(entry, entry.title),)
    lines = wrap(entry.title, room)
    return [_Row(entry, entry.title[slice(*part)], first=part is lines[0]) for part in lines]


def _drawn(row: _Row, entry: Entry, here: bool, width: int) -> Line:
    left = fit((Span(entry.left if row.first else "", "accent"),), _left_of(width))
    body = line(Span("▐ " if here else "  ", "accent"), *left, Span(f" {row.words}", "text"))
    remark = line(Span(f"{entry.remark} ", "faint"))
    return spread(body, remark, width) if width >= _REMARKS_FROM else fit(body, width)
