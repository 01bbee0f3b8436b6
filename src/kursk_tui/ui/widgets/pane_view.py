"""The list widget of every pane: shows its state, and reacts to keys and the pointer."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from textual import events
from textual.geometry import Region, Size
from textual.reactive import var

from kursk_tui.query import View
from kursk_tui.ui.pane import MarkedWords, Pane, Plan
from kursk_tui.ui.rows.row_model import Row, Stop
from kursk_tui.ui.rows.styled_text import LineWithBackground
from kursk_tui.ui.widgets.line_widget import LineWidget
from kursk_tui.ui.widgets.pane_cursor import PaneCursor
from kursk_tui.ui.widgets.pane_lines import EDGE, GUTTER, PaneLines
from kursk_tui.ui.widgets.pane_pointer import PanePointer
from kursk_tui.ui.widgets.pane_state import PaneState
from kursk_tui.ui.widgets.pane_titles import titles
from kursk_tui.ui.widgets.pane_waiting import PaneWaiting
from kursk_tui.ui.widgets.room import Need

_WHEEL_LINES = 3


class PaneView(LineWidget, can_focus=True):
    """A pane with its headings, its rows, the cursor, and the mark of the selected claim.

    `need_changed` is called when the pane may need more lines, or fewer.
    """

    view: var[View | None] = var(None, init=False)
    selected: var[int | None] = var(None, init=False)
    gone: var[int | None] = var(None, init=False)
    about: var[tuple[str, ...]] = var((), init=False)
    outside: var[bool] = var(False, init=False)
    typing: var[bool] = var(False, init=False)
    marked: var[MarkedWords | None] = var(None, init=False)

    def __init__(
        self,
        pane: Pane,
        first_plan: Plan | None = None,
        need_changed: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(id=pane.id)
        self.add_class(f"-{pane.slot}")
        self._need_changed = need_changed
        self.pane = pane
        self.state = PaneState(pane, first_plan)
        self.cursor = PaneCursor(self.state, lambda: self.selected, self._redraw)
        self._pointer = PanePointer(self.state, self.cursor, self, self.post_message)
        self._waiting = PaneWaiting(self.state, self, self._end_waiting)
        self._when_laid_out: Callable[[], None] | None = None
        self._committed: View | None = None
        self._room = Size(0, 0)
        self._in_box = True

    # Layout.

    def watch_view(self, old: View | None, new: View | None) -> None:
        """Show another view; a view that shows the same claims needs no new layout."""
        if not self.typing:
            self._committed = new
        lines = None if self.state.is_stale else self.state.lines
        if lines is not None and new is not None and new.shows_the_same(old):
            self.state.change_scene(replace(lines.scene, view=new))
        else:
            self._update_layout()

    def watch_outside(self) -> None:
        """Show or hide knowledge from outside the document."""
        self._update_layout()

    def watch_typing(self) -> None:
        """Show which keys lead to the possible matches; the end of typing commits the view."""
        if not self.typing:
            self._committed = self.view
        if self.state.lines is not None and not self.state.lines.layout.model.rows:
            self.refresh()

    def watch_selected(self, old: int | None, new: int | None) -> None:
        """Mark the selected claim, and scroll to it."""
        lines = self.state.lines
        if self.pane.slot == "detail":
            self.state.viewport.go_to(0)
            self.state.viewport.scroll_to(0)
            self._update_layout()
        elif lines is not None and not self.state.is_stale:  # its rows may lack a new claim
            self.state.change_scene(replace(lines.scene, selected=new))
            self.cursor.select(new)
            if lines.layout.shows_selected:
                self.refresh_changed(self._room.height)

    def watch_marked(self, marked: MarkedWords | None) -> None:
        """Show the marked words, and the end that moves."""
        lines = self.state.lines
        if self.pane.slot != "reader" or lines is None:
            return
        self.state.change_scene(replace(lines.scene, marked=marked))
        if marked is not None and (row := lines.layout.row_of(marked)) is not None:
            self.state.viewport.reveal(row)
        self.refresh_changed(self._room.height)

    def watch_gone(self) -> None:
        """Show another claim that is no longer there."""
        if self.pane.slot == "detail":
            self.state.viewport.scroll_to(0)
            self._update_layout()

    def watch_about(self) -> None:
        """Show what is about another row."""
        self.watch_gone()

    def follow(self, figure: tuple[int, int]) -> None:
        """Follow the count of a figure: its claim, and its number there."""
        if self.view is not None:
            self.state.follow(figure, self.view)
            self._update_layout()

    def prepare_rows(self, view: View) -> None:
        """Prepare the rows of a view before it is shown; thread-safe."""
        self.state.prepare_rows(view)

    def count_in(self, view: View) -> tuple[int, int] | None:
        """Return the number of entries that a view shows, and the total, if they are known."""
        found, scene = self.state.count_in(view), self.state.scene_to_count(view)
        if found is None and not self.is_waiting and self.state.must_wait_for(scene):
            self._waiting.count(scene, self._need_changed)
        return found

    def need(self, width: int, *, with_selected: bool) -> Need:
        """Return the lines that the content needs at a width in cells.

        Typing changes nothing: the need is that of the view before it. With `with_selected`, the
        detail needs at least the lines of the selected claim.
        """
        width -= GUTTER + EDGE
        view = self.view
        if view is None or width < 1:
            return Need(1)
        if self._committed is not None and self._committed.index is view.index:
            view = self._committed
        selected = self.selected if with_selected else None
        scene = self.state.scene(view, selected, width, outside=self.outside)
        return self.state.need(scene)

    def resize_rows(self, room: Size, *, in_box: bool) -> None:
        """Lay the rows out for a size in cells, which the pane is about to have.

        This also shows what changed while the pane was hidden. A pane that is not in a box has no
        lower edge.
        """
        if (room, in_box) != (self._room, self._in_box) or self.state.is_stale:
            self._room, self._in_box = room, in_box
            self._lay_out()

    def _update_layout(self) -> None:
        """Lay the rows out again, at once or when the pane becomes visible."""
        if self.state.lines is None or self.is_on_screen:
            self._lay_out()
        else:
            self.state.is_stale = True

    def _lay_out(self) -> None:
        room = self._room
        self.state.is_stale = False
        width = room.width - GUTTER - EDGE
        if self.view is None or width < 1:
            self._waiting.end()
            self.state.clear()
            return
        scene = self.state.scene(self.view, self.selected, width, outside=self.outside)
        scene = replace(scene, marked=self.marked)
        if self.pane.slot == "detail":
            scene = replace(scene, gone=self.gone, about=self.about)
        if self.state.must_wait_for(scene):
            self._waiting.start(scene, room.height, in_box=self._in_box)
            return
        self._waiting.end()
        self._update_titles(self.state.lay_out(scene, room.height))
        self.refresh_changed(room.height)

    @property
    def is_waiting(self) -> bool:
        """Whether the pane is being laid out in the background."""
        return self._waiting.scene is not None

    @property
    def is_laid_out(self) -> bool:
        """Whether the rows are known."""
        return self.state.lines is not None

    def when_laid_out(self, run: Callable[[], None]) -> None:
        """Run a function when the rows are known: now, or once; a later one takes its place."""
        if self.view is None or self.state.knows(self.view):
            run()
        else:
            self._when_laid_out = run

    def _end_waiting(self) -> None:
        self._lay_out()
        self._need_changed()
        run, self._when_laid_out = self._when_laid_out, None
        if run is not None:
            run()

    def _update_titles(self, lines: PaneLines) -> None:
        width = self._room.width
        self.retitle(*titles(self.pane, lines.scene, lines.layout, width, in_box=self._in_box))

    # Drawing.

    def line_at(self, y: int) -> LineWithBackground:
        """Return a line of the pane and its background."""
        if self.state.lines is not None:
            return self.state.lines.line_at(y, focused=self.has_focus, typing=self.typing)
        return self._waiting.line_at(y, self._room.width)

    def _redraw(self, stops: Iterable[Stop] | None) -> None:
        """Redraw the visible rows of some stops, or with None the whole pane."""
        if stops is None:
            self.refresh()
        else:
            self._refresh_stops(stops)

    def _refresh_stops(self, stops: Iterable[Stop]) -> None:
        """Redraw the visible rows of some stops."""
        above = self.state.lines.heading_height if self.state.lines else 0
        for stop in set(stops):
            if lines := self.state.viewport.lines_of(stop):
                self.refresh(Region(0, lines[0] + above, self.size.width, lines[1] - lines[0]))

    def on_focus(self) -> None:
        """Show the cursor."""
        self._refresh_stops(self.state.viewport.marks)

    def on_blur(self) -> None:
        """Hide the cursor; the mark of the selected claim remains."""
        self._refresh_stops(self.state.viewport.marks)

    # The cursor.

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""
        return self.state.cursor_row

    def first_claim(self) -> int | None:
        """Return the claim of the first stop, or None if it does not exist or is not known yet."""
        return None if self.view is None else self.state.first_claim(self.view)

    def has_row_of(self, claim: int | None) -> bool:
        """Return whether a claim has a row, as far as the rows are known."""
        return (
            claim is not None and self.view is not None and self.state.has_row_of(claim, self.view)
        )

    def term(self) -> str | None:
        """Return the query term for the row under the cursor, or None."""
        return self.state.term(self.selected)

    def about_row(self) -> tuple[str, ...]:
        """Return the paragraphs about the row under the cursor, if it has no claim."""
        row, view = self.state.cursor_row, self.view
        return self.pane.about(row, view) if row is not None and view is not None else ()

    def place_in_text(self) -> tuple[str, int] | None:
        """Return the document and the offset at which the text in sight of the cursor begins."""
        lines = self.state.lines
        if lines is None or self.state.is_stale:
            return None
        return lines.layout.place_of(self.state.viewport.row_in_sight)

    def toggle(self) -> bool:
        """Open or close the row under the cursor; return False if it cannot be opened."""
        toggled = self.state.toggle()
        if toggled:
            self._update_layout()
            self._need_changed()
        return toggled

    def open_selected(self) -> None:
        """Open the row under the cursor, if it can be opened and is closed."""
        if not self.state.is_open():
            self.toggle()

    def sort(self, order: str | None = None) -> str:
        """Sort the rows by an order, or by the next one; return it, or "" if there is only one."""
        chosen = self.state.sort(order)
        if chosen:
            self._update_layout()
        return chosen

    def toggle_chart(self) -> bool | None:
        """Show the rows as a chart, or as a list; return whether it is a chart.

        None means that the pane is too narrow for it.
        """
        if self._room.width - GUTTER - EDGE < self.pane.chart_from:
            return None
        as_chart = self.state.toggle_chart()
        self._update_layout()
        self._need_changed()
        return as_chart

    # The pointer.

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.cursor.scroll_by(_WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.cursor.scroll_by(-_WHEEL_LINES)

    def on_click(self, event: events.Click) -> None:
        """Handle a click on a line."""
        offset = event.get_content_offset(self)
        if offset is not None:
            self._pointer.click(offset.x, offset.y)
