"""The lines that the content of a pane needs, whatever a query shows of it."""

from dataclasses import dataclass, replace

from kursk_tui.query import Index
from kursk_tui.ui.pane import Layout, Pane, Scene
from kursk_tui.ui.pane_layouts import PaneLayouts
from kursk_tui.ui.widgets.room import Need

_LEAST, _LEAST_OF_DETAIL = 3, 4
"""The least numbers of lines of a pane and of the detail."""

_KEPT = 8
"""The number of needs in the cache: for the widths that an arrangement may choose, and orders."""

_SAMPLE, _MOST_CLAIMS = 32, 0.9
"""The number of claims that are measured, and the part of them that the detail has room for."""


@dataclass(frozen=True)
class _Key:
    """What a need depends on. No query changes it, so that typing moves nothing."""

    index: Index
    width: int
    sort: str
    opened: frozenset[str]


class PaneNeeds:
    """Measures the content of one pane, without its frame."""

    def __init__(self, pane: Pane, layouts: PaneLayouts) -> None:
        self._pane = pane
        self._layouts = layouts
        self._measured: dict[_Key, Need] = {}

    def need(self, scene: Scene) -> Need:
        """Return the need of a scene with all claims.

        The detail needs room for most claims, and at least room for the selected one, if any.
        """
        view = scene.view.whole
        whole = replace(scene, view=view, selected=None)
        key = _Key(view.index, scene.width, scene.sort, scene.opened)
        need = self._measured.get(key)
        if need is None:
            if self._layouts.must_wait_for(whole):
                return Need(_LEAST)
            is_detail = self._pane.slot == "detail"
            need = self._of_detail(whole) if is_detail else self._of_rows(whole, scene)
            kept = [*self._measured.items()][1 - _KEPT :]
            self._measured = {one: old for one, old in kept if one.index is key.index}
            self._measured[key] = need
        if scene.selected is None or self._pane.slot != "detail":
            return need
        lines = self._lines_of(replace(scene, view=view))
        return need._replace(least=max(lines, need.least), content=max(lines, need.content))

    def _of_rows(self, whole: Scene, shown: Scene) -> Need:
        if whole.view is not shown.view:
            return Need(_LEAST, self._height(self._layouts.lay_out(whole)))
        prepared = self._layouts.prepare(whole)
        self._layouts.keep(prepared)  # it is about to be shown
        return Need(_LEAST, self._height(prepared.layout))

    def _of_detail(self, whole: Scene) -> Need:
        count = len(whole.view.claims)
        sample = range(0, count, -(-count // _SAMPLE) or 1)
        lines = sorted(self._lines_of(replace(whole, selected=one)) for one in sample)
        if not lines:
            return Need(_LEAST, _LEAST)
        return Need(_LEAST_OF_DETAIL, lines[-1], lines[round(_MOST_CLAIMS * (len(lines) - 1))])

    def _lines_of(self, scene: Scene) -> int:
        return self._height(self._layouts.prepare(scene).layout)

    def _height(self, layout: Layout) -> int:
        rows = len(layout.model.rows) * self._pane.row_height
        return bool(layout.columns) + len(layout.above) + rows if rows else 1
