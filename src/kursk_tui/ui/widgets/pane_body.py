"""The body of a pane: lays out the view, waits where this takes long, and draws what changed."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from textual.geometry import Region, Size
from textual.reactive import var

from kursk_tui.query import View
from kursk_tui.text.messages import plural
from kursk_tui.ui.pane import Pane, Plan, Scene, scene_at_any_width
from kursk_tui.ui.pane_layouts import PaneLayouts, PreparedLayout
from kursk_tui.ui.rows.row_model import Stop
from kursk_tui.ui.rows.styled_text import BLANK, Line, LineWithBackground, Span, fit
from kursk_tui.ui.rows.viewport import Viewport
from kursk_tui.ui.runtime import background, gc_policy
from kursk_tui.ui.widgets.incremental_widget import IncrementalWidget
from kursk_tui.ui.widgets.pane_lines import EDGE, GUTTER, PaneLines

_PROGRESS_INTERVAL = 0.2
"""Seconds between two updates of the progress shown."""


class PaneBody(IncrementalWidget):
    """A pane with its headings, rows, cursor, and the mark of the selected claim."""

    view: var[View | None] = var(None, init=False)
    selected: var[int | None] = var(None, init=False)
    outside: var[bool] = var(False, init=False)

    def __init__(self, pane: Pane, first_plan: Plan | None = None) -> None:
        super().__init__(id=pane.id)
        self.pane = pane
        self._layouts = PaneLayouts(pane, first_plan)
        self._lines: PaneLines | None = None
        self._opened: frozenset[str] = frozenset()
        self._sort = ""
        self._stale = False
        self._awaited: Scene | None = None
        self._room = Size(0, 0)
        self._viewport = Viewport(pane.row_height)

    # Layout.

    def watch_view(self, old: View | None, new: View | None) -> None:
        """Show another view; one that shows the same claims needs no new layout."""
        lines = None if self._stale else self._lines
        if lines is not None and new is not None and new.shows_the_same(old):
            self._lines = lines.for_scene(replace(lines.scene, view=new))
        else:
            self._update_layout()

    def watch_outside(self) -> None:
        """Show or hide knowledge from outside the document."""
        self._update_layout()

    def watch_selected(self, old: int | None, new: int | None) -> None:
        """Mark the selected claim, and scroll it into sight."""
        if self.pane.slot == "detail":
            self._viewport.scroll_to(0)
            self._update_layout()
        elif self._lines is not None:
            self._lines = self._lines.for_scene(replace(self._lines.scene, selected=new))
            self._change(lambda: self._viewport.select(new))

    def prepare_rows(self, view: View) -> None:
        """Lay a view out before it is shown; in any thread."""
        lines = self._lines
        if lines is not None and self.pane.slot != "detail":
            scene = replace(lines.scene, view=view, selected=None)
            self._layouts.keep(self._layouts.prepare(scene))

    def count_in(self, view: View) -> tuple[int, int] | None:
        """Return how many entries of the pane a view shows, and how many there are."""
        if self.pane.count is not None:
            return self.pane.count(view)
        lines = None if self._stale else self._lines
        if lines is not None and lines.scene.view.shows_the_same(view):
            return lines.layout.count
        return self._layouts.lay_out(scene_at_any_width(view, self._sort)).count

    def resize_rows(self, room: Size) -> None:
        """Lay the rows out for a size in cells, which the pane has on the screen soon after.

        This also shows what changed while the pane was out of sight.
        """
        if room != self._room or self._stale:
            self._room = room
            self._lay_out()

    def _update_layout(self) -> None:
        """Lay the rows out again, at once or when the pane comes into sight."""
        if self._lines is None or self.is_on_screen:
            self._lay_out()
        else:
            self._stale = True

    def _lay_out(self) -> None:
        room = self._room
        self._stale = False
        self._awaited = None
        width = room.width - GUTTER - EDGE
        if self.view is None or width < 1:
            self._show_nothing()
            return
        scene = Scene(self.view, self.selected, width, self.outside, self._opened, self._sort)
        if self._layouts.must_wait_for(scene):
            self._wait_for(scene)
            return
        self._lines = PaneLines(scene, self._layouts.lay_out(scene), self._viewport)
        height = room.height - self._lines.heading_height
        self._viewport.show(self._lines.layout.model, height, self.selected)
        self._update_titles(self._lines)
        self.refresh_changed(room.height)

    @property
    def is_waiting(self) -> bool:
        """Whether the pane is being laid out in the background."""
        return self._awaited is not None

    def _show_nothing(self) -> None:
        self._lines = None
        self._viewport.clear()

    def _wait_for(self, scene: Scene) -> None:
        """Lay a scene out in the background, and show it then."""
        self._awaited = scene
        self._show_nothing()
        self.retitle(f"{self.pane.key} {self.pane.title}", "")
        self.refresh()
        work = partial(self._lay_out_in_background, scene)
        # Without a description, Textual's log prints the work, and the whole briefing with it.
        self.run_worker(work, exclusive=True, description="layout")  # type: ignore[arg-type]

    async def _lay_out_in_background(self, scene: Scene) -> None:
        progress = self.set_interval(_PROGRESS_INTERVAL, self.refresh)
        try:
            prepared = await background.run(partial(_prepare, self._layouts, scene))
        finally:
            progress.stop()
        if self._awaited is scene:
            self._layouts.keep(prepared)
            self._lay_out()

    def _update_titles(self, lines: PaneLines) -> None:
        scene, layout = lines.scene, lines.layout
        count = self.pane.count(scene.view) if self.pane.count else layout.count
        shown = f" · {count[0]:,}/{count[1]:,}" if count else ""
        title = f"{self.pane.key} {self.pane.title}{shown}"
        room = self._room.width - 4
        remarks = " · ".join(filter(None, (scene.sort, layout.caption)))
        caption = fit((Span(remarks),), room) if room > 0 else BLANK
        subtitle = "".join(span.text for span in caption).rstrip()
        self.retitle(title, subtitle)

    # Drawing.

    @property
    def _heading_height(self) -> int:
        return self._lines.heading_height if self._lines else 0

    def _change(self, move: Callable[[], None]) -> int | None:
        """Move the cursor or scroll, and redraw what changed.

        Returns the claim under the cursor if it is not the selected one.
        """
        viewport = self._viewport
        before, marks, top = viewport.cursor, viewport.marks, viewport.top
        move()
        here = viewport.cursor
        if viewport.top != top:
            self.refresh()
        elif here != before or viewport.marks != marks:
            self._refresh_stops([*marks, *viewport.marks, *filter(None, (before, here))])
        return None if here is None or here.represents(self.selected) else here.claim

    def _refresh_stops(self, stops: Iterable[Stop]) -> None:
        """Redraw the rows of some stops, as far as they are in sight."""
        for stop in set(stops):
            if lines := self._viewport.lines_of(stop):
                at = lines[0] + self._heading_height
                self.refresh(Region(0, at, self.size.width, lines[1] - lines[0]))

    def on_focus(self) -> None:
        """Show the cursor."""
        self._refresh_stops(self._viewport.marks)

    def on_blur(self) -> None:
        """Hide the cursor; the mark of the selected claim remains."""
        self._refresh_stops(self._viewport.marks)

    def line_at(self, y: int) -> LineWithBackground:
        """Return a line of the pane and its ground."""
        if self._lines is not None:
            return self._lines.line_at(y, focused=self.has_focus)
        if self._awaited is None or y:
            return BLANK, None
        return fit(_progress(self._awaited.view), self._room.width), None


def _progress(view: View) -> Line:
    claims = plural(len(view.claims), "claim")
    return Span(" " * GUTTER), Span(f"laying out {claims}… {background.current_step()}", "muted")


def _prepare(layouts: PaneLayouts, scene: Scene) -> PreparedLayout:
    prepared = layouts.prepare(scene)
    gc_policy.exempt_existing_objects()  # the plan stays in use
    return prepared
