"""A layout that a pane waits for, and what the pane shows meanwhile."""

from collections.abc import Awaitable, Callable
from functools import partial

from kursk_tui.text.messages import plural
from kursk_tui.ui.pane import Scene
from kursk_tui.ui.rows.styled_text import BLANK, LineWithBackground, Span, fit
from kursk_tui.ui.runtime import background
from kursk_tui.ui.widgets.pane_lines import GUTTER, PaneLines
from kursk_tui.ui.widgets.pane_state import PaneState

PROGRESS_INTERVAL = 0.2
"""Seconds between two updates of the progress shown."""


class PaneWaiting:
    """Lays a pane out in the background.

    Meanwhile the pane shows the rows that are known already, and how far the work is. `run` starts
    the work, and `done` is called with the scene when its layout is known.
    """

    def __init__(
        self,
        state: PaneState,
        run: Callable[[Callable[[], Awaitable[None]]], object],
        done: Callable[[], object],
    ) -> None:
        self.pane = state.pane
        self._state = state
        self._run = run
        self._done = done
        self.scene: Scene | None = None
        self._lines: PaneLines | None = None

    def start(self, scene: Scene, height: int) -> None:
        """Wait for the layout of a scene."""
        self._lines = self._state.known_lines(scene, self._lines, height)
        self.scene = scene
        self._state.clear()
        self._run(partial(self._lay_out, scene))

    def end(self) -> None:
        """Wait no longer."""
        self.scene = self._lines = None

    async def _lay_out(self, scene: Scene) -> None:
        pane = self.pane
        prepared = await background.run(
            partial(self._state.prepare, scene), goes_first=not pane.compares, pauses=pane.compares
        )
        if self.scene is scene:
            self._state.keep(prepared)
            self._done()

    @property
    def title(self) -> str:
        """The title of the pane, with the progress if some rows are shown."""
        pane = self.pane
        progress = f" · {_progress()}" if self._lines is not None else ""
        return f"{pane.key} {pane.title}{progress}"

    def line_at(self, y: int, width: int) -> LineWithBackground:
        """Return a line of the rows that are known, or of the progress."""
        if self._lines is not None:
            return self._lines.line_at(y, focused=False)
        if self.scene is None or y:
            return BLANK, None
        claims = plural(len(self.scene.view.claims), "claim")
        what = f"laying out {claims}… {background.current_step()}"
        return fit((Span(" " * GUTTER), Span(what, "muted")), width), None


def _progress() -> str:
    return f"laying out… {background.current_step()}".rstrip()
