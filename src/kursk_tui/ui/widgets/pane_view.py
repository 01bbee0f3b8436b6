"""The one list that carries every pane: it draws only the rows in sight."""

from collections.abc import Callable, Iterable
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
from kursk_tui.ui.viewport import Viewport
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
        self._heading: tuple[Line, ...] = ()
        self._opened: frozenset[str] = frozenset()
        self._viewport = Viewport(pane.row_height)

    # The scene: what there is to show.

    def watch_view(self) -> None:
        """Show another view."""
        self._relist()

    def watch_outside(self) -> None:
        """Show or hide what is known from outside the document."""
        self._relist()

    def watch_selected(self, old: int | None, new: int | None) -> None:
        """Mark the selected claim, and bring it into sight."""
        if self.pane.slot == "detail":
            self._viewport.scroll_to(0)
            self._relist()
        elif self._scene is not None:
            self._scene = replace(self._scene, selected=new)
            self._change(lambda: self._viewport.select(new))

    def on_resize(self) -> None:
        """Lay the rows out for the new width."""
        self._relist()

    def _relist(self) -> None:
        width = self.size.width - _GUTTER - _EDGE
        if self.view is None or width < 1:
            self._scene = None
            self._viewport.show(_NOTHING, 1, None)
            return
        self._scene = Scene(self.view, self.selected, width, self.outside, self._opened)
        self._heading = tuple(self.pane.heading(self._scene))
        listing = self.pane.listing(self._scene)
        self._viewport.show(listing, self.size.height - len(self._heading), self.selected)
        self._retitle(self._scene)
        self.refresh()

    def _retitle(self, scene: Scene) -> None:
        count = self.pane.count(scene)
        shown = f" · {count[0]:,}/{count[1]:,}" if count else ""
        self.border_title = Content(f"{self.pane.key} {self.pane.title}{shown}")
        room = self.size.width - 4
        caption = fit((Span(self.pane.caption(scene)),), room) if room > 0 else BLANK
        self.border_subtitle = Content("".join(span.text for span in caption).rstrip())

    # What the reader does.

    def first_claim(self) -> int | None:
        """Return the claim at the first stop, if there is one."""
        stops = self._viewport.listing.stops
        return stops[0].claims[0] if stops else None

    def move(self, steps: int) -> None:
        """Move the cursor by some stops; a pane without stops scrolls by lines."""
        self._change(lambda: self._viewport.move(steps), chooses=True)

    def move_half_page(self, direction: int) -> None:
        """Move by half of what is in sight; where there is text to read, only scroll."""
        only_scroll = self.pane.slot == "reader"
        self._change(
            lambda: self._viewport.move_half_page(direction, only_scroll=only_scroll),
            chooses=not only_scroll,
        )

    def move_to_edge(self, direction: int) -> None:
        """Go to the beginning or the end."""
        self._change(lambda: self._viewport.move_to_edge(direction), chooses=True)

    def _change(self, move: Callable[[], None], *, chooses: bool = False) -> None:
        """Move the cursor or scroll, redraw what changed, and tell which claim was chosen."""
        viewport = self._viewport
        before, marks, top = viewport.cursor, viewport.marks, viewport.top
        move()
        here = viewport.cursor
        if viewport.top != top:
            self.refresh()
        elif here != before or viewport.marks != marks:
            self._refresh_stops([*marks, *viewport.marks, *filter(None, (before, here))])
        if chooses and here is not None and self.selected not in here.claims:
            self.post_message(self.Selected(here.claims[0]))

    def toggle(self) -> bool:
        """Open or close the row under the cursor; return whether it is one that opens."""
        stop = self._viewport.cursor
        key = self._viewport.listing.rows[stop.first].key if stop else ""
        if not key or not self.pane.opens:
            return False
        self._opened ^= {key}
        self._relist()
        return True

    def term(self) -> str | None:
        """Return the term of a query that finds what is under the cursor."""
        stop = self._viewport.cursor
        if self._scene is None or stop is None:
            return None
        claim = self.selected if self.selected in stop.claims else stop.claims[0]
        return self.pane.term(self._viewport.listing.rows[stop.first], claim or 0, self._scene)

    def _scroll_by(self, lines: int) -> None:
        self._change(lambda: self._viewport.scroll_to(self._viewport.top + lines))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down; the cursor stays where it is."""
        event.stop()
        self._scroll_by(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up; the cursor stays where it is."""
        event.stop()
        self._scroll_by(-_WHEEL)

    def on_click(self, event: events.Click) -> None:
        """Select the claim under the pointer, or open the row."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < len(self._heading):
            return
        found = self._viewport.row_at(offset.y - len(self._heading))
        stop = None if found is None else self._viewport.stop_at(found[0])
        if stop is not None:
            self._change(lambda: self._viewport.go_to(stop), chooses=True)
            self.toggle()

    # Drawing.

    def _refresh_stops(self, stops: Iterable[Stop]) -> None:
        """Redraw only these rows, as far as they are in sight."""
        for stop in set(stops):
            if lines := self._viewport.lines_of(stop):
                at = lines[0] + len(self._heading)
                self.refresh(Region(0, at, self.size.width, lines[1] - lines[0]))

    def on_focus(self) -> None:
        """Show the cursor."""
        self._refresh_stops(self._viewport.marks)

    def on_blur(self) -> None:
        """Show the mark of the selected claim alone."""
        self._refresh_stops(self._viewport.marks)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the pane."""
        width, scene = self.size.width, self._scene
        if scene is None:
            return Strip.blank(width, self.rich_style)
        if not self._viewport.listing.rows:
            return self._draw_empty(scene, y)
        if y < len(self._heading):
            return self.paint(fit((Span(" " * _GUTTER), *self._heading[y]), width))
        found = self._viewport.row_at(y - len(self._heading))
        return self._draw_row(scene, *found, y) if found else Strip.blank(width, self.rich_style)

    def _draw_empty(self, scene: Scene, y: int) -> Strip:
        sentence = self.pane.empty(scene)
        answer = scene.view.answer
        if answer.possible and not scene.view.with_possible:
            sentence += f" Possible matches: {answer.possible.bit_count():,}; ~ shows them."
        text = wrap_spans(line(Span(sentence, "muted")), scene.width)
        words = text[y] if y < len(text) else BLANK
        return self.paint(fit((Span(" " * _GUTTER), *words), self.size.width))

    def _draw_row(self, scene: Scene, number: int, part: int, y: int) -> Strip:
        row = self._viewport.listing.rows[number]
        ground = self._viewport.mark(number)
        if ground == "cursor" and not self.has_focus:
            ground = "marked"
        body = fit(self.pane.draw(row, scene)[part], scene.width)
        possible = row.claim is not None and scene.view.possible(row.claim)
        bar = Span("▌" if ground else " ", "accent" if ground == "cursor" else "muted")
        mark = Span("~" if possible and not part else " ", "possible")
        thumb = Span("┃" if self._viewport.has_thumb(y - len(self._heading)) else " ", "faint")
        return self.paint((bar, mark, *body, thumb), ground)
