"""The lines that the content of a pane needs under the committed query."""

from dataclasses import dataclass, replace

from kursk_tui.query import Index
from kursk_tui.query.baseline import Baseline
from kursk_tui.ui.pane import Layout, Pane, Scene, is_large
from kursk_tui.ui.pane_layouts import PaneLayouts
from kursk_tui.ui.widgets.pane_lines import nothing_to_show
from kursk_tui.ui.widgets.room import Need

_LEAST, _LEAST_OF_DETAIL = 3, 4
"""The least numbers of lines of a pane and of the detail."""

_MOST_LINES = 200
"""The most lines of a document that are counted."""

_KEPT = 16
"""The number of needs in the cache: for the widths that an arrangement may choose, and orders."""

_SAMPLE, _MOST_CLAIMS = 32, 0.9
"""The number of claims that are measured, and the part of them that the detail has room for."""


@dataclass(frozen=True)
class _Key:
    """What a need depends on.

    Decisions do not change it, so that the panes stay in place during a review.
    """

    index: Index
    query: str
    with_possible: bool
    baseline: Baseline | None
    width: int
    sort: str
    opened: frozenset[str]
    as_chart: bool


class PaneNeeds:
    """Measures the content of one pane, without its frame."""

    def __init__(self, pane: Pane, layouts: PaneLayouts) -> None:
        self._pane = pane
        self._layouts = layouts
        self._measured: dict[_Key, Need] = {}

    def need(self, scene: Scene, shown: Layout | None = None) -> Need:
        """Return the need of a scene; `shown` is its layout if it is on the screen.

        The detail needs room for most claims, and at least the lines of a selected claim.
        """
        view = scene.view
        key = _Key(
            view.index,
            view.query_text,
            view.with_possible,
            view.baseline,
            scene.width,
            scene.sort,
            scene.opened,
            scene.as_chart,
        )
        need = self._measured.get(key)
        is_detail = self._pane.slot == "detail"
        if need is None and (is_detail or self._layouts.must_wait_for(scene)):
            need = self._before(key) if is_large(view.index) else None
        if need is None:
            if self._layouts.must_wait_for(scene):
                return Need(_LEAST)
            need = self._of_detail(scene) if is_detail else self._of_rows(scene, shown)
            kept = [*self._measured.items()][1 - _KEPT :]
            self._measured = {one: old for one, old in kept if one.index is key.index}
            self._measured[key] = need
        if scene.selected is None or not is_detail:
            return need
        lines = self._lines_of(scene)
        content, least = max(lines, need.content), max(lines, need.least)
        return need._replace(least=least, content=content, usual=lines)

    def _before(self, key: _Key) -> Need | None:
        """Return the need of the version before, so that the panes stay in place."""
        known = (
            need
            for one, need in self._measured.items()
            if one.width == key.width and one.index is not key.index
        )
        return next(known, None)

    def _of_rows(self, scene: Scene, shown: Layout | None) -> Need:
        is_reader = self._pane.slot == "reader"
        if is_reader and scene.view.index.text_length > scene.width * _MOST_LINES:
            return Need(_LEAST)  # it scrolls on any screen: wrapping it would take long
        if shown is None:
            prepared = self._layouts.prepare(replace(scene, selected=None))
            self._layouts.keep(prepared)  # it is about to be shown
            shown = prepared.layout
        lines = self._height(shown, scene)
        return Need(min(_LEAST, lines) if shown.model.rows else _LEAST, lines)

    def _of_detail(self, scene: Scene) -> Need:
        numbers = scene.view.numbers
        sample = numbers[:: -(-len(numbers) // _SAMPLE) or 1]
        lines = sorted(self._lines_of(replace(scene, selected=one)) for one in sample)
        if not lines:
            return Need(_LEAST, _LEAST)
        last = len(lines) - 1
        most, usual = lines[round(_MOST_CLAIMS * last)], lines[last // 2]
        return Need(_LEAST_OF_DETAIL, lines[-1], most, usual)

    def _lines_of(self, scene: Scene) -> int:
        return self._height(self._layouts.prepare(scene).layout, scene)

    def _height(self, layout: Layout, scene: Scene) -> int:
        rows = len(layout.model.rows) * self._pane.row_height
        if not rows:
            return len(nothing_to_show(layout, scene))
        return bool(layout.columns) + len(layout.above) + rows
