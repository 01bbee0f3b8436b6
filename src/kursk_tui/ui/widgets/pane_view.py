"""The one list that carries every pane: it draws only the rows in sight."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var

from kursk_tui.briefing import wording
from kursk_tui.briefing.reviewing import State, state
from kursk_tui.query import View
from kursk_tui.ui import beside
from kursk_tui.ui.lens import ANY_WIDTH, Column, Pane, Scene, is_large
from kursk_tui.ui.line import BLANK, Line, Span, fit, line, width_of, wrap_spans
from kursk_tui.ui.listing import Row, Stop
from kursk_tui.ui.viewport import Viewport
from kursk_tui.ui.widgets.frugal import FrugalPainter, Grounded

_GUTTER = 2
_EDGE = 1
_WHEEL = 3
_PATIENCE = 0.2
_REVIEW: dict[State | None, str] = {"unreviewed": "?", "rejected": "x"}
"""The sign of a claim that waits for a decision, and of one that was rejected."""


class PaneView(FrugalPainter, can_focus=True):
    """Shows one pane: the heads of its columns, its rows, the cursor, and the selected claim."""

    view: var[View | None] = var(None, init=False)
    selected: var[int | None] = var(None, init=False)
    outside: var[bool] = var(False, init=False)

    @dataclass
    class Selected(Message):
        """The reader chose a claim with the pointer."""

        claim: int

    @dataclass
    class Asked(Message):
        """The reader pointed at something that narrows the query down to it."""

        term: str

    def __init__(self, pane: Pane) -> None:
        super().__init__(id=pane.id)
        self.pane = pane
        self._scene: Scene | None = None
        self._columns: tuple[Column, ...] = ()
        self._opened: frozenset[str] = frozenset()
        self._sort = ""
        self._stale = False
        self._awaited: Scene | None = None
        self._room = Size(0, 0)
        self._viewport = Viewport(pane.row_height)
        self._drawn: tuple[Scene, int, Sequence[Line]] | None = None

    # The scene: what there is to show.

    def watch_view(self, old: View | None, new: View | None) -> None:
        """Show another view; what shows the same claims as before is only kept up to date."""
        if self._scene is not None and new is not None and new.shows_the_same(old):
            self._scene = replace(self._scene, view=new)
        else:
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

    def pick_rows(self, view: View) -> None:
        """Pick the rows of a view before it is shown; in any thread."""
        if self._scene is not None:
            self.pane.prepare(replace(self._scene, view=view, selected=None))

    def give_room(self, room: Size) -> None:
        """Lay the rows out within so many cells, which the pane has on the screen soon after.

        What has changed out of sight is caught up with.
        """
        if room != self._room or self._stale:
            self._room = room
            self._lay_out()

    def _lay_out(self) -> None:
        room = self._room
        self._stale = False
        width = room.width - _GUTTER - _EDGE
        self._awaited = None
        if self.view is None or width < 1:
            self._show_nothing()
            return
        scene = Scene(self.view, self.selected, width, self.outside, self._opened, self._sort)
        if is_large(self.view.index) and not self.pane.is_prepared(scene):
            self._wait_for(scene)
            return
        self._scene = scene
        listing = self.pane.listing(self._scene)
        self._columns = tuple(self.pane.columns(self._scene)) if listing.rows else ()
        self._viewport.show(listing, room.height - self._head, self.selected)
        self._retitle(self._scene)
        self.refresh_changed(room.height)

    def _show_nothing(self) -> None:
        self._scene, self._columns = None, ()
        self._viewport.clear()

    def _wait_for(self, scene: Scene) -> None:
        """Prepare a scene beside the screen, and show it then."""
        self._awaited = scene
        self._show_nothing()
        self.retitle(f"{self.pane.key} {self.pane.title}", "")
        self.refresh()
        prepared = partial(self._prepared, scene)
        # Without a description Textual prints the work, and with it the whole briefing.
        self.run_worker(prepared, exclusive=True, description="layout")  # type: ignore[arg-type]

    async def _prepared(self, scene: Scene) -> None:
        told = self.set_interval(_PATIENCE, self.refresh)
        try:
            await beside.run(partial(self.pane.prepare, scene))
        finally:
            told.stop()
        if self._awaited is scene:
            self._lay_out()

    def _relist(self) -> None:
        """Lay the rows out anew, or once the pane is in sight."""
        if self._scene is None or self.is_on_screen:
            self._lay_out()
        else:
            self._stale = True

    def _retitle(self, scene: Scene) -> None:
        count = self.pane.count(scene)
        shown = f" · {count[0]:,}/{count[1]:,}" if count else ""
        title = f"{self.pane.key} {self.pane.title}{shown}"
        room = self._room.width - 4
        remarks = " · ".join(filter(None, (scene.sort, self.pane.caption(scene))))
        caption = fit((Span(remarks),), room) if room > 0 else BLANK
        subtitle = "".join(span.text for span in caption).rstrip()
        self.retitle(title, subtitle)

    @property
    def _head(self) -> int:
        """How many lines the heads of the columns take."""
        return 1 if self._columns else 0

    # What the reader does.

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""
        stop = self._viewport.cursor
        return self._viewport.listing.rows[stop.first] if stop else None

    def first_claim(self) -> int | None:
        """Return the claim at the first stop, if there is one and it is known by now.

        It is the same in any room.
        """
        if self.view is None:
            return None
        listing = self._viewport.listing
        if self._scene is None:
            scene = Scene(self.view, None, ANY_WIDTH, sort=self._sort)
            if is_large(self.view.index) and not self.pane.is_prepared(scene):
                return None
            listing = self.pane.listing(scene)
        return listing.stops[0].claim if listing.stops else None

    def move(self, steps: int) -> int | None:
        """Move the cursor by some stops; a pane without stops scrolls by lines.

        This and the other moves return the claim chosen by it, or None if that is as before.
        """
        return self._change(lambda: self._viewport.move(steps))

    def move_half_page(self, direction: int) -> int | None:
        """Move by half of what is in sight; where there is text to read, only scroll."""
        only_scroll = self.pane.slot == "reader"
        chosen = self._change(
            lambda: self._viewport.move_half_page(direction, only_scroll=only_scroll)
        )
        return None if only_scroll else chosen

    def move_to_edge(self, direction: int) -> int | None:
        """Go to the beginning or the end."""
        return self._change(lambda: self._viewport.move_to_edge(direction))

    def _change(self, move: Callable[[], None]) -> int | None:
        """Move the cursor or scroll, redraw what changed, and return the claim that is new."""
        viewport = self._viewport
        before, marks, top = viewport.cursor, viewport.marks, viewport.top
        move()
        here = viewport.cursor
        if viewport.top != top:
            self.refresh()
        elif here != before or viewport.marks != marks:
            self._refresh_stops([*marks, *viewport.marks, *filter(None, (before, here))])
        return None if here is None or here.holds(self.selected) else here.claim

    def toggle(self) -> bool:
        """Open or close the row under the cursor; return whether it is one that opens."""
        stop = self._viewport.cursor
        key = self._viewport.listing.rows[stop.first].key if stop else ""
        if not key or not self.pane.opens:
            return False
        self._opened ^= {key}
        self._relist()
        return True

    def open_selected(self) -> None:
        """Open the row under the cursor, if it opens and is closed."""
        row = self.cursor_row
        if row is not None and row.key not in self._opened:
            self.toggle()

    def term(self) -> str | None:
        """Return the term of a query that finds what is under the cursor."""
        stop = self._viewport.cursor
        if self._scene is None or stop is None or self.selected is None:
            return None
        if not stop.holds(self.selected):
            return None
        return self.pane.term(self._viewport.listing.rows[stop.first], self.selected, self._scene)

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
        if offset is None or self._scene is None:
            return
        if offset.y < self._head:
            self._sort_at(offset.x - _GUTTER)
            return
        found = self._viewport.row_at(offset.y - self._head)
        if found is None:
            return
        stop = self._viewport.stop_at(found[0])
        chosen = None
        if stop is not None:
            chosen = self._change(lambda: self._viewport.go_to(stop))
        if chosen is not None:
            self.post_message(self.Selected(chosen))
        row = self._viewport.listing.rows[found[0]]
        if term := _term_at(self.pane.draw(row, self._scene)[found[1]], offset.x - _GUTTER):
            self.post_message(self.Asked(term))
        elif stop is not None:
            self.toggle()

    def sort(self, order: str | None = None) -> str:
        """Put the rows in an order, or in the next one; return which, or nothing if none."""
        orders = self.pane.sorts
        if not orders:
            return ""
        now = orders.index(self._sort) if self._sort else 0
        chosen = orders[(now + 1) % len(orders)] if order is None else order
        self._sort = "" if chosen == orders[0] else chosen
        self._relist()
        return chosen

    def _sort_at(self, x: int) -> None:
        for column in self._columns:
            if 0 <= x < column.width and column.sorts:
                now = self._sort or self.pane.sorts[0]
                at = column.sorts.index(now) + 1 if now in column.sorts else 0
                self.sort(column.sorts[at % len(column.sorts)])
                return
            x -= column.width

    # Drawing.

    def _refresh_stops(self, stops: Iterable[Stop]) -> None:
        """Redraw only these rows, as far as they are in sight."""
        for stop in set(stops):
            if lines := self._viewport.lines_of(stop):
                at = lines[0] + self._head
                self.refresh(Region(0, at, self.size.width, lines[1] - lines[0]))

    def on_focus(self) -> None:
        """Show the cursor."""
        self._refresh_stops(self._viewport.marks)

    def on_blur(self) -> None:
        """Show the mark of the selected claim alone."""
        self._refresh_stops(self._viewport.marks)

    def line_at(self, y: int) -> Grounded:
        """Return what stands on a line of the pane, and its ground; nothing is a blank line."""
        width, scene = self._room.width, self._scene
        if scene is None:
            return BLANK if self._awaited is None or y else self._waiting(self._awaited), None
        if not self._viewport.listing.rows:
            return self._empty(scene, y), None
        if y < self._head:
            heads = (
                span for one in self._columns for span in fit((Span(one.head, "muted"),), one.width)
            )
            return fit((Span(" " * _GUTTER), *heads), width), None
        found = self._viewport.row_at(y - self._head)
        return self._row(scene, *found, y) if found else (BLANK, None)

    def _waiting(self, scene: Scene) -> Line:
        claims = wording.plural(len(scene.view.claims), "claim")
        said = f"laying out {claims}… {beside.doing()}"
        return fit((Span(" " * _GUTTER), Span(said, "muted")), self._room.width)

    def _empty(self, scene: Scene, y: int) -> Line:
        sentence = self.pane.empty(scene)
        answer = scene.view.answer
        if answer.possible and not scene.view.with_possible:
            sentence += f" Possible matches: {answer.possible.bit_count():,}; ~ shows them"
            sentence += ", once the query is kept."
        text = wrap_spans(line(Span(sentence, "muted")), scene.width)
        words = text[y] if y < len(text) else BLANK
        return fit((Span(" " * _GUTTER), *words), self._room.width)

    def _mark(self, row: Row, scene: Scene, possible: bool) -> Span:
        """Return the sign of a possible match, or of where the review of a drafted claim stands."""
        if possible:
            return Span("~", "possible")
        review = state(scene.view.claims[row.claim]) if row.claim is not None else None
        return Span(_REVIEW.get(review, " "), "possible" if review == "unreviewed" else "muted")

    def _row(self, scene: Scene, number: int, part: int, y: int) -> Grounded:
        row = self._viewport.listing.rows[number]
        ground = self._viewport.mark(number)
        if ground == "cursor" and not self.has_focus:
            ground = "marked"
        if self._drawn is None or self._drawn[0] is not scene or self._drawn[1] != number:
            self._drawn = scene, number, self.pane.draw(row, scene)
        body = fit(self._drawn[2][part], scene.width)
        possible = row.claim is not None and scene.view.possible(row.claim)
        stop = self._viewport.cursor
        here = ground == "cursor"
        first = here and stop is not None and number == stop.first and not part
        bar = "►" if first else "▐" if ground else " "
        gutter = Span(bar, "accent" if here else "muted")
        mark = self._mark(row, scene, possible) if not part else Span(" ")
        thumb = Span("░" if self._viewport.has_thumb(y - self._head) else " ", "faint")
        return (gutter, mark, *body, thumb), ground


def _term_at(spans: Line, x: int) -> str:
    """Return the term of the span at a cell of a line."""
    at = 0
    for span in spans:
        at += width_of((span,))
        if x < at:
            return span.term if x >= 0 else ""
    return ""
