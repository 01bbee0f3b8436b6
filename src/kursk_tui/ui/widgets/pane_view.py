"""The one list that carries every pane: it draws only the rows in sight."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from kursk_tui.query import View
from kursk_tui.ui.lens import Listing, Pane, Scene, Stop
from kursk_tui.ui.line import BLANK, Line, Span, fit, line, wrap_spans
from kursk_tui.ui.widgets.painting import Painter

_GUTTER = 2
_EDGE = 1
_WHEEL = 3
_NOTHING = Listing((), ())


class PaneView(Painter, can_focus=True):
    """Shows one pane: its heading, its rows, the cursor, and the selected claim's mark."""

    view: var[View | None] = var(None, init=False)
    selected: var[int | None] = var(None, init=False)
    outside: var[bool] = var(False, init=False)

    @dataclass
    class Selected(Message):
        """The reader chose a claim."""

        claim: int

    def __init__(self, pane: Pane) -> None:
        super().__init__(id=pane.id)
        self.pane = pane
        self._scene: Scene | None = None
        self._listing = _NOTHING
        self._heading: tuple[Line, ...] = ()
        self._opened: frozenset[str] = frozenset()
        self._cursor = 0
        self._top = 0

    # The scene: what there is to show.

    def watch_view(self) -> None:
        """Show another view, from its beginning."""
        self._relist()

    def watch_outside(self) -> None:
        """Show or hide what is known from outside the document."""
        self._relist()

    def watch_selected(self, old: int | None, new: int | None) -> None:
        """Mark the selected claim, and bring it into sight."""
        if self.pane.slot == "detail":
            self._top = 0
            self._relist()
            return
        if self._scene is not None and self.view is not None:
            self._scene = replace(self._scene, selected=new)
        top = self._top
        self._follow_selected()
        if self._top == top:
            self._refresh_claims({old, new})

    def on_resize(self) -> None:
        """Lay the rows out for the new width."""
        self._relist()

    def _relist(self) -> None:
        width = self.size.width - _GUTTER - _EDGE
        if self.view is None or width < 1:
            self._scene, self._listing = None, _NOTHING
            return
        self._scene = Scene(self.view, self.selected, width, self.outside, self._opened)
        self._listing = self.pane.listing(self._scene)
        self._heading = tuple(self.pane.heading(self._scene))
        self._cursor = min(self._cursor, max(0, len(self._listing.stops) - 1))
        self._follow_selected()
        self._scroll_lines_to(self._top)
        self._reveal()
        self._retitle()
        self.refresh()

    def _retitle(self) -> None:
        if self._scene is None:
            return
        count = self.pane.count(self._scene)
        shown = f" · {count[0]:,}/{count[1]:,}" if count else ""
        self.border_title = Content(f"{self.pane.key} {self.pane.title}{shown}")
        room = self.size.width - 4
        caption = fit((Span(self.pane.caption(self._scene)),), room) if room > 0 else BLANK
        self.border_subtitle = Content("".join(span.text for span in caption).rstrip())

    # The cursor: where the reader is.

    def first_claim(self) -> int | None:
        """Return the claim at the first stop, if there is one."""
        return self._listing.stops[0].claims[0] if self._listing.stops else None

    def move(self, steps: int) -> None:
        """Move the cursor by some stops; a pane without stops scrolls by lines."""
        if not self._listing.stops:
            self._scroll_lines_to(self._top + steps)
        else:
            self._go_to_stop(self._cursor + steps)

    def move_half_page(self, direction: int) -> None:
        """Move by half of what is in sight; where there is text to read, only scroll."""
        half = max(1, self._in_sight() // 2)
        stops = self._listing.stops
        if not stops or self.pane.slot == "reader":
            self._scroll_lines_to(self._top + direction * half)
            return
        rows = max(1, half // self.pane.row_height)
        wanted = stops[self._cursor].first + direction * rows
        found = bisect_left(stops, wanted, key=lambda stop: stop.first)
        step = max(1, found - self._cursor) if direction > 0 else min(-1, found - self._cursor)
        self._go_to_stop(self._cursor + step)

    def move_to_edge(self, direction: int) -> None:
        """Go to the beginning or the end."""
        self._go_to_stop(0 if direction < 0 else len(self._listing.stops) - 1)
        self._scroll_lines_to(0 if direction < 0 else self._height())

    def _go_to_stop(self, wanted: int) -> None:
        stops = self._listing.stops
        if not stops:
            return
        before, top = stops[self._cursor], self._top
        self._cursor = max(0, min(wanted, len(stops) - 1))
        here = stops[self._cursor]
        self._reveal()
        if self._top == top:
            self._refresh_stops((before, here))
        if self.selected not in here.claims:
            self.post_message(self.Selected(here.claims[0]))

    def _follow_selected(self) -> None:
        """Bring the cursor to the selected claim, unless it stands for that claim already."""
        stops = self._listing.stops
        if self.selected is None or not stops or self.selected in stops[self._cursor].claims:
            return
        holding = [at for at, stop in enumerate(stops) if self.selected in stop.claims]
        if holding:
            self._cursor = min(holding, key=lambda at: len(stops[at].claims))
            self._reveal()

    def toggle(self) -> bool:
        """Open or close the row under the cursor; return whether it is one that opens."""
        stops = self._listing.stops
        key = self._listing.rows[stops[self._cursor].first].key if stops else ""
        if not key or not self.pane.opens:
            return False
        self._opened ^= {key}
        self._relist()
        return True

    def term(self) -> str | None:
        """Return the term of a query that finds what is under the cursor."""
        stops = self._listing.stops
        if self._scene is None or not stops:
            return None
        stop = stops[self._cursor]
        claim = self.selected if self.selected in stop.claims else stop.claims[0]
        return self.pane.term(self._listing.rows[stop.first], claim or 0, self._scene)

    # Scrolling, in lines.

    def _in_sight(self) -> int:
        return max(1, self.size.height - len(self._heading))

    def _height(self) -> int:
        return len(self._listing.rows) * self.pane.row_height

    def _scroll_lines_to(self, top: int) -> None:
        top = max(0, min(top, self._height() - self._in_sight()))
        if top != self._top:
            self._top = top
            self.refresh()

    def _reveal(self) -> None:
        """Bring the cursor into sight; at the first stop, all that stands above it as well."""
        stops = self._listing.stops
        if self._cursor >= len(stops):
            return
        stop, sight = stops[self._cursor], self._in_sight()
        first = stop.first * self.pane.row_height
        end = (stop.last + 1) * self.pane.row_height
        if end > self._top + sight:
            self._scroll_lines_to(end - sight)
        if self._cursor == 0 and end <= sight:
            first = 0
        if first < self._top:
            self._scroll_lines_to(first)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down; the cursor stays where it is."""
        event.stop()
        self._scroll_lines_to(self._top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up; the cursor stays where it is."""
        event.stop()
        self._scroll_lines_to(self._top - _WHEEL)

    def on_click(self, event: events.Click) -> None:
        """Select the claim under the pointer."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < len(self._heading):
            return
        row = (self._top + offset.y - len(self._heading)) // self.pane.row_height
        for number, stop in enumerate(self._listing.stops):
            if stop.first <= row <= stop.last:
                self._go_to_stop(number)
                self.toggle()
                return

    # Drawing.

    def _refresh_claims(self, claims: set[int | None]) -> None:
        """Redraw only the rows of these claims, as far as they are in sight."""
        stops = self._listing.stops
        self._refresh_stops([stop for stop in stops if not claims.isdisjoint(stop.claims)])

    def _refresh_stops(self, stops: Iterable[Stop]) -> None:
        height, sight = self.pane.row_height, self._in_sight()
        for stop in stops:
            first = max(0, stop.first * height - self._top)
            last = min(sight, (stop.last + 1) * height - self._top)
            if first < last:
                at = first + len(self._heading)
                self.refresh(Region(0, at, self.size.width, last - first))

    def on_focus(self) -> None:
        """Show the cursor."""
        self._refresh_claims({self.selected})

    def on_blur(self) -> None:
        """Show the mark of the selected claim alone."""
        self._refresh_claims({self.selected})

    def render_line(self, y: int) -> Strip:
        """Draw one line of the pane."""
        width = self.size.width
        if self._scene is None:
            return Strip.blank(width, self.rich_style)
        if not self._listing.rows:
            return self._draw_empty(y)
        if y < len(self._heading):
            return self.paint(fit((Span(" " * _GUTTER), *self._heading[y]), width))
        number, part = divmod(self._top + y - len(self._heading), self.pane.row_height)
        if number >= len(self._listing.rows):
            return Strip.blank(width, self.rich_style)
        return self._draw_row(number, part, y)

    def _draw_empty(self, y: int) -> Strip:
        assert self._scene is not None
        sentence = self.pane.empty(self._scene)
        view = self._scene.view
        if view.answer.possible and not view.with_possible:
            sentence += f" Possible matches: {view.answer.possible.bit_count():,}; ~ shows them."
        text = wrap_spans(line(Span(sentence, "muted")), self._scene.width)
        words = text[y] if y < len(text) else BLANK
        return self.paint(fit((Span(" " * _GUTTER), *words), self.size.width))

    def _draw_row(self, number: int, part: int, y: int) -> Strip:
        scene = self._scene
        assert scene is not None
        ground = self._ground(number)
        body = fit(self.pane.draw(self._listing.rows[number], scene)[part], scene.width)
        claim = self._listing.rows[number].claim
        possible = claim is not None and scene.view.possible(claim)
        bar = Span("▌" if ground else " ", "accent" if ground == "cursor" else "muted")
        mark = Span("~" if possible and not part else " ", "possible")
        return self.paint((bar, mark, *body, self._thumb(y)), ground)

    def _ground(self, row: int) -> str | None:
        """Return whether a row is the cursor's, or another row of the selected claim."""
        stops = self._listing.stops
        if self.selected is None or not stops:
            return None
        here = stops[self._cursor]
        if self.selected in here.claims and here.first <= row <= here.last:
            return "cursor" if self.has_focus else "marked"
        found = bisect_left(stops, row, key=lambda stop: stop.last)
        marked = any(
            self.selected in stop.claims and stop.first <= row <= stop.last
            for stop in stops[found : found + 2]
        )
        return "marked" if marked else None

    def _thumb(self, y: int) -> Span:
        """Return the piece of the scroll mark at the right edge, where not all is in sight."""
        sight, height = self._in_sight(), self._height()
        if height <= sight:
            return Span(" ")
        size = max(1, sight * sight // height)
        at = round(self._top / (height - sight) * (sight - size))
        return Span("┃" if at <= y - len(self._heading) < at + size else " ", "faint")
