"""The state of a pane: its layout, cursor, order and open rows, independent of Textual."""

from collections.abc import Sequence
from dataclasses import replace

from kursk_tui.gc_policy import exempt_new_objects
from kursk_tui.query import Index, View
from kursk_tui.ui.pane import Column, Layout, Pane, Plan, Scene, scene_at_any_width
from kursk_tui.ui.pane_layouts import PaneLayouts, PreparedLayout, shows_the_same
from kursk_tui.ui.rows.row_model import NOTHING, Row
from kursk_tui.ui.rows.viewport import Viewport
from kursk_tui.ui.widgets.pane_lines import PaneLines
from kursk_tui.ui.widgets.pane_needs import PaneNeeds
from kursk_tui.ui.widgets.room import Need


class PaneState:
    """The state of one pane.

    `lines` is None while nothing is laid out; `is_stale` means that they are out of date.
    `prepare` and `prepare_rows` are thread-safe; call the other methods in the main thread only.
    """

    def __init__(self, pane: Pane, first_plan: Plan | None = None) -> None:
        self.pane = pane
        self.viewport = Viewport(pane.row_height, of_one_claim=pane.slot == "detail")
        self.lines: PaneLines | None = None
        self.is_stale = False
        self._layouts = PaneLayouts(pane, first_plan)
        self._needs = PaneNeeds(pane, self._layouts)
        self._opened: frozenset[str] = frozenset()
        self._sort = ""
        self._as_chart = False
        self._followed: tuple[str, int] | None = None
        self._tracked: tuple[Index, tuple[int, int] | None] | None = None

    # Layout.

    def scene(self, view: View, selected: int | None, width: int, *, outside: bool) -> Scene:
        """Return a scene with the current order and open rows."""
        known = (view, selected, width, outside, self._opened, self._sort)
        return Scene(*known, tracked=self._place_in(view), as_chart=self._as_chart)

    def must_wait_for(self, scene: Scene) -> bool:
        """Return whether a scene must be laid out in the background."""
        return self._layouts.must_wait_for(scene)

    def need(self, scene: Scene) -> Need:
        """Return the lines that a scene needs; the detail needs those of its selected claim."""
        lines = None if self.is_stale else self.lines
        shown = lines is not None and shows_the_same(lines.scene, scene)
        return self._needs.need(scene, lines.layout if lines is not None and shown else None)

    def lay_out(self, scene: Scene, height: int) -> PaneLines:
        """Lay a scene out for a height in lines, and return its lines."""
        layout = self._layouts.lay_out(scene)
        self.lines = lines = PaneLines(scene, layout, self.viewport, height)
        self.viewport.show(lines.layout.model, height - lines.heading_height, scene.selected)
        return lines

    def known_lines(self, scene: Scene, before: PaneLines | None, height: int) -> PaneLines | None:
        """Return what is known of a scene before it is laid out; None if that is nothing.

        That is what the pane shows without a plan, or the rows of the version that is shown, or
        `before` it, as far as they are the same.
        """
        earlier = scene
        layout = self.pane.meanwhile(scene)
        shown = self.lines or before
        if layout is None and shown is not None and self.pane.is_per_claim:
            view = scene.view.in_version(shown.scene.view)
            if view is not None:
                earlier = replace(shown.scene, view=view, width=scene.width, sort=scene.sort)
                layout = self._layouts.planned(earlier)
        if layout is None:
            return None
        viewport = self.viewport.copy()
        lines = PaneLines(earlier, layout, viewport, height)
        viewport.show(layout.model, height - lines.heading_height, earlier.selected)
        return lines

    def clear(self) -> None:
        """Show nothing until the next layout."""
        self.lines = None
        self.viewport.clear()

    def change_scene(self, scene: Scene) -> None:
        """Show another scene that has the same layout."""
        if self.lines is not None:
            self.lines = self.lines.for_scene(scene)

    def prepare(self, scene: Scene) -> PreparedLayout:
        """Lay a scene out before it is shown."""
        prepared = self._layouts.prepare(scene)
        exempt_new_objects()  # the plan stays in use
        return prepared

    def keep(self, prepared: PreparedLayout) -> None:
        """Keep a prepared layout until its scene is laid out."""
        self._layouts.keep(prepared)

    def prepare_rows(self, view: View) -> None:
        """Prepare the rows of a view before it is shown."""
        lines = self.lines
        if lines is not None and self.pane.slot != "detail":
            scene = replace(lines.scene, view=view, selected=None)
            self._layouts.keep(self._layouts.prepare(scene))

    def count_in(self, view: View) -> tuple[int, int] | None:
        """Return the number of entries that a view shows, and the total, if they are known."""
        if self.pane.count is not None:
            return self.pane.count(view)
        lines = None if self.is_stale else self.lines
        if lines is not None and lines.scene.view.shows_the_same(view):
            return lines.layout.count
        scene = self.scene_to_count(view)
        return None if self.must_wait_for(scene) else self._layouts.lay_out(scene).count

    def scene_to_count(self, view: View) -> Scene:
        """Return a scene whose layout has the number of entries."""
        return scene_at_any_width(view, self._sort)

    # The cursor.

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""
        stop = self.viewport.cursor
        return self.viewport.model.rows[stop.first] if stop else None

    def first_claim(self, view: View) -> int | None:
        """Return the claim of the first stop, or None if it has none or is not known yet."""
        layout = self._layout(view)
        stops = () if layout is None else layout.model.stops
        claim = stops[0].claim if stops else NOTHING
        return None if claim == NOTHING else claim

    def has_row_of(self, claim: int, view: View) -> bool:
        """Return whether a claim has a main stop, as far as the stops are known."""
        layout = self._layout(view)
        if layout is None:
            return False
        stops = layout.model.stops_of(claim)
        return bool(stops) and (not layout.main_stops or stops[0] < layout.main_stops)

    def knows(self, view: View) -> bool:
        """Return whether the rows of a view are known, or can be laid out at once."""
        return self._layout(view) is not None

    def _layout(self, view: View) -> Layout | None:
        """Return the layout of a view, or None if it must be waited for."""
        if self.lines is not None and not self.is_stale:
            return self.lines.layout
        scene = scene_at_any_width(view, self._sort)
        return None if self.must_wait_for(scene) else self._layouts.lay_out(scene)

    def term(self, selected: int | None) -> str | None:
        """Return the query term for the row under the cursor, or None."""
        stop = self.viewport.cursor
        if self.lines is None or stop is None or selected is None:
            return None
        if not stop.represents(selected):
            return None
        row = self.viewport.model.rows[stop.first]
        return self.pane.term(row, selected, self.lines.scene.view)

    # Open rows and orders, which take effect with the next layout.

    def toggle(self) -> bool:
        """Open or close the row under the cursor; return False if it cannot be opened."""
        row = self.cursor_row
        if row is None or not row.key or not self.pane.opens:
            return False
        self._opened ^= {row.key}
        return True

    def follow(self, figure: tuple[int, int], view: View) -> None:
        """Choose the figure whose count is followed: its claim, and its number there."""
        self._followed = view.claims[figure[0]].id, figure[1]
        self._tracked = view.index, figure

    def _place_in(self, view: View) -> tuple[int, int] | None:
        """Return the figure that is followed, in a version of the briefing that may lack it."""
        if self._followed is None:
            return None
        if self._tracked is None or self._tracked[0] is not view.index:
            name, part = self._followed
            claims = enumerate(view.claims)
            found = next(((number, part) for number, one in claims if one.id == name), None)
            self._tracked = view.index, found
        return self._tracked[1]

    def is_open(self) -> bool:
        """Return whether the row under the cursor is open."""
        row = self.cursor_row
        return row is not None and row.key in self._opened

    def sort(self, order: str | None = None) -> str:
        """Choose an order, or the next one; return it, or "" if there is only one."""
        orders = self.pane.sorts
        if not orders:
            return ""
        current = orders.index(self._sort) if self._sort else 0
        chosen = orders[(current + 1) % len(orders)] if order is None else order
        self._sort = "" if chosen == orders[0] else chosen
        return chosen

    def toggle_chart(self) -> bool:
        """Choose the chart or the list; return whether it is the chart."""
        self._as_chart = not self._as_chart
        return self._as_chart

    def order_at(self, columns: Sequence[Column], x: int) -> str | None:
        """Return the order that a click on a heading chooses, or None."""
        for column in columns:
            if 0 <= x < column.width and column.sorts:
                current = self._sort or self.pane.sorts[0]
                at = column.sorts.index(current) + 1 if current in column.sorts else 0
                return column.sorts[at % len(column.sorts)]
            x -= column.width
        return None
