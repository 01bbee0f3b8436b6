"""Lays out one pane: caches its latest plans, and one layout prepared in advance."""

from dataclasses import dataclass

from kursk_tui.query import Index
from kursk_tui.ui.pane import ANY_WIDTH, Layout, Pane, Plan, Scene, is_large

KEPT_PLANS = 4
"""The number of plans in the cache: for the latest orders, or widths if the pane wraps."""


@dataclass(frozen=True)
class _PlanKey:
    """The key of a plan in the cache; `width` is 0 for panes that do not wrap."""

    index: Index
    sort: str
    width: int


@dataclass(frozen=True, eq=False)
class PreparedLayout:
    """A layout with its scene and its plan."""

    scene: Scene
    plan: Plan
    layout: Layout


class PaneLayouts:
    """Lays out one pane, and caches its latest plans for one briefing.

    `first` is a plan from `plan_first_screen`. `prepare` and `keep` are thread-safe; call the other
    methods in the main thread only.
    """

    def __init__(self, pane: Pane, first: Plan | None = None) -> None:
        self._pane = pane
        self._plans: dict[_PlanKey, Plan] = {}
        self._prepared: PreparedLayout | None = None
        if first is not None:
            width = ANY_WIDTH if pane.wraps else 0
            self._plans[_PlanKey(first.index, "", width)] = first

    def is_planned(self, scene: Scene) -> bool:
        """Return whether the plan of a scene is available."""
        key = self._key(scene)
        prepared = self._prepared
        return key in self._plans or (prepared is not None and self._key(prepared.scene) == key)

    def must_wait_for(self, scene: Scene) -> bool:
        """Return whether a scene must be laid out in the background."""
        planned = self._pane.slot == "detail" or self.is_planned(scene)
        return not planned and is_large(scene.view.index)

    def prepare(self, scene: Scene) -> PreparedLayout:
        """Lay a scene out before it is shown."""
        plan = self._plan(scene)
        return PreparedLayout(scene, plan, plan.lay_out(scene))

    def planned(self, scene: Scene) -> Layout | None:
        """Return the layout of a scene, or None if it has no plan."""
        plan = self._plans.get(self._key(scene))
        return plan.lay_out(scene) if plan is not None else None

    def keep(self, prepared: PreparedLayout) -> None:
        """Keep a prepared layout until its view is laid out or another layout is kept."""
        self._prepared = prepared

    def lay_out(self, scene: Scene) -> Layout:
        """Return the layout of a scene, and drop the plans of other briefings."""
        prepared = self._prepared
        layout = None
        if prepared is not None and self._key(prepared.scene) == self._key(scene):
            self._remember(prepared.scene, prepared.plan)
            if shows_the_same(prepared.scene, scene):
                self._prepared, layout = None, prepared.layout
        if layout is None:
            plan = self._plan(scene)
            self._remember(scene, plan)
            layout = plan.lay_out(scene)
        return layout

    def _key(self, scene: Scene) -> _PlanKey:
        return _PlanKey(scene.view.index, scene.sort, scene.width if self._pane.wraps else 0)

    def _plan(self, scene: Scene) -> Plan:
        key = self._key(scene)
        plans = dict(self._plans)  # a copy: another thread may be reading or adding
        if key in plans:
            return plans[key]
        related = next((plan for one, plan in plans.items() if one.index is key.index), None)
        replanned = related.replan(scene.sort, scene.width) if related else None
        return replanned or self._pane.plan(key.index, scene.sort, scene.width)

    def _remember(self, scene: Scene, plan: Plan) -> None:
        key = self._key(scene)
        kept = [(one, old) for one, old in self._plans.items() if one.index is key.index]
        latest = [pair for pair in kept if pair[0] != key][1 - KEPT_PLANS :]
        self._plans = dict([*latest, (key, plan)])


def shows_the_same(one: Scene, other: Scene) -> bool:
    """Return whether two scenes of one pane differ in the selected claim only."""
    return _content(one) == _content(other)


def _content(scene: Scene) -> tuple[object, ...]:
    """Return what the rows of a scene depend on."""
    settings = scene.outside, scene.opened, scene.sort, scene.tracked, scene.as_chart
    return scene.view, scene.width, *settings
