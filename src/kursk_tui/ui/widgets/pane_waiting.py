"""A layout that a pane waits for, and what the pane shows meanwhile."""

from collections.abc import Callable
from functools import partial

from kursk_tui.text.messages import plural
from kursk_tui.ui.pane import Scene
from kursk_tui.ui.rows.styled_text import BLANK, LineWithBackground, Span, fit
from kursk_tui.ui.runtime import background
from kursk_tui.ui.widgets.line_widget import LineWidget
from kursk_tui.ui.widgets.pane_lines import GUTTER, PaneLines
from kursk_tui.ui.widgets.pane_state import PaneState

_PROGRESS_INTERVAL = 0.2
"""Seconds between two updates of the progress shown."""


class PaneWaiting:
    """Lays a pane out in the background.

    Meanwhile the widget of the pane shows the rows that are known already, and how far the work is.
    `done` is called when the layout is known.
    """

    def __init__(
        self,
        state: PaneState,
        widget: LineWidget,
        done: Callable[[], object],
    ) -> None:
        self.pane = state.pane
        self._state = state
        self._widget = widget
        self._done = done
        self.scene: Scene | None = None
        self._height, self._in_box = 0, True
        self._lines: PaneLines | None = None

    def start(self, scene: Scene, height: int, *, in_box: bool) -> None:
        """Wait for the layout of a scene; a pane that is not in a box has no lower edge."""
        self._lines = self._state.known_lines(scene, self._lines, height)
        self.scene, self._height, self._in_box = scene, height, in_box
        self._state.clear()
        self._show()
        self._widget.refresh()
        work = partial(self._lay_out, scene)
        # Without a description, Textual would log the repr of the work, with the whole briefing.
        self._widget.run_worker(work, exclusive=True, description="layout")  # type: ignore[arg-type]

    def count(self, scene: Scene, done: Callable[[], object]) -> None:
        """Plan a pane that is not shown, so that its entries can be counted."""

        async def plan() -> None:
            self._state.keep(await background.run(partial(self._state.prepare, scene)))
            done()

        self._widget.run_worker(plan, group="count", exclusive=True, description="count")  # type: ignore[arg-type]

    def end(self) -> None:
        """Wait no longer."""
        self.scene = self._lines = None

    async def _lay_out(self, scene: Scene) -> None:
        pane = self.pane
        progress = self._widget.set_interval(_PROGRESS_INTERVAL, self._show)
        try:
            prepared = await background.run(
                partial(self._state.prepare, scene),
                goes_first=not pane.compares,
                pauses=pane.compares,
            )
        finally:
            progress.stop()
        if self.scene is scene:
            self._state.keep(prepared)
            self._done()

    def _show(self) -> None:
        """Show the progress, on an edge if some rows are shown; not if the work has ended."""
        if self.scene is None:
            return
        title, progress = f"{self.pane.key} {self.pane.title}", ""
        if self._lines is not None:
            progress = f"laying out… {background.current_step()}".rstrip()
        if self._in_box:
            self._widget.retitle(title, progress)
        else:
            self._widget.retitle(f" {' · '.join(filter(None, (title, progress)))} ", "")
        self._widget.refresh_changed(self._height)

    def line_at(self, y: int, width: int) -> LineWithBackground:
        """Return a line of the rows that are known, or of the progress."""
        if self._lines is not None:
            return self._lines.line_at(y, focused=False)
        if self.scene is None or y:
            return BLANK, None
        claims = plural(len(self.scene.view.claims), "claim")
        what = f"laying out {claims}… {background.current_step()}"
        return fit((Span(" " * GUTTER), Span(what, "muted")), width), None
