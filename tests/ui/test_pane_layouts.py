"""The plans and layouts that a pane caches, and when it needs a new plan."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kursk_tui.query import Index, View
from kursk_tui.ui.pane import ANY_WIDTH, Layout, Pane, Plan, Scene
from kursk_tui.ui.pane_layouts import KEPT_PLANS, PaneLayouts
from kursk_tui.ui.pane_registry import panes, plan_first_screen
from kursk_tui.ui.rows.row_model import NO_ROWS
from tests.query.factory import builtin

VIEW = View.of(builtin())
OTHER = View.of(builtin())


class CountingPlan(Plan):
    """A plan that records every plan and layout that is made."""

    made: list[tuple[str, str, int]]

    def __init__(self, index: Index, sort: str, width: int) -> None:
        self.index = index
        self.of = sort, width
        self.made.append(("plan", *self.of))

    def lay_out(self, scene: Scene) -> Layout:
        """Return a layout without rows."""
        self.made.append(("layout", *self.of))
        return Layout(NO_ROWS, lambda _, __: (), f"{len(scene.opened)} rows are open.")

    def replan(self, sort: str, width: int) -> Plan:
        """Return a new plan, like the first."""
        self.made.append(("replan", *self.of))
        return CountingPlan(self.index, sort, width)


@pytest.fixture
def made() -> Iterator[list[tuple[str, str, int]]]:
    CountingPlan.made = []
    yield CountingPlan.made
    del CountingPlan.made


def layouts(*, wraps: bool = False, first: Plan | None = None) -> PaneLayouts:
    pane = Pane("id", "Title", "1", "tooltip", CountingPlan, wraps=wraps, sorts=("up", "down"))
    return PaneLayouts(pane, first)


def test_a_plan_is_made_once_for_every_view_of_a_briefing(made: list[object]) -> None:
    of = layouts()
    scene = Scene(VIEW, None, 40)
    assert not of.is_planned(scene)
    of.lay_out(scene)
    assert of.is_planned(scene)
    of.lay_out(replace(scene, view=VIEW.ask("source:nis"), width=50))
    assert made == [("plan", "", 40), ("layout", "", 40), ("layout", "", 40)]


def test_another_order_is_planned_from_the_first(made: list[object]) -> None:
    of = layouts()
    scene = Scene(VIEW, None, 40)
    of.lay_out(scene)
    down = replace(scene, sort="down")
    assert not of.is_planned(down)
    of.lay_out(down)
    assert made[2:] == [("replan", "", 40), ("plan", "down", 40), ("layout", "down", 40)]
    of.lay_out(scene)
    assert made[5:] == [("layout", "", 40)]


def test_the_latest_plans_are_kept(made: list[object]) -> None:
    of = layouts(wraps=True)
    scenes = [Scene(VIEW, None, width) for width in range(60, 60 + KEPT_PLANS + 2)]
    for scene in scenes:
        of.lay_out(scene)
    assert [of.is_planned(scene) for scene in scenes] == [False] * 2 + [True] * KEPT_PLANS
    of.lay_out(scenes[2])  # now the latest
    of.lay_out(scenes[0])
    assert of.is_planned(scenes[2])
    assert not of.is_planned(scenes[3])
    assert len(made) == 2 * len(scenes) + len(scenes) - 1 + 1 + 3


def test_the_plans_of_another_briefing_are_forgotten(made: list[object]) -> None:
    of = layouts()
    one, other = Scene(VIEW, None, 40), Scene(OTHER, None, 40)
    of.lay_out(one)
    of.keep(of.prepare(other))
    assert of.is_planned(one)  # while its briefing is shown
    assert of.is_planned(other)
    of.lay_out(other)
    assert not of.is_planned(one)
    assert made == [("plan", "", 40), ("layout", "", 40)] * 2


def test_a_prepared_layout_is_used_for_its_view(made: list[object]) -> None:
    of = layouts()
    scene = Scene(VIEW, None, 40)
    prepared = of.prepare(scene)
    assert not of.is_planned(scene)
    of.keep(prepared)
    assert of.lay_out(replace(scene, selected=3)) is prepared.layout
    assert of.lay_out(scene) is not prepared.layout  # it is no longer kept
    assert made == [("plan", "", 40), ("layout", "", 40), ("layout", "", 40)]


@pytest.mark.parametrize(
    "changed",
    [
        {"view": VIEW.ask("source:nis")},
        {"width": 41},
        {"outside": True},
        {"opened": frozenset({"nis"})},
        {"sort": "up"},
    ],
)
def test_a_prepared_layout_is_not_used_for_another_scene(
    made: list[object], changed: dict[str, object]
) -> None:
    of = layouts()
    scene = Scene(VIEW, None, 40)
    prepared = of.prepare(scene)
    of.keep(prepared)
    assert of.lay_out(replace(scene, **changed)) is not prepared.layout  # type: ignore[arg-type]
    if "sort" not in changed:
        assert of.lay_out(scene) is prepared.layout
        assert made.count(("plan", "", 40)) == 1


@pytest.mark.usefixtures("made")
def test_a_plan_made_elsewhere_is_for_the_first_order() -> None:
    plan = CountingPlan(VIEW.index, "", ANY_WIDTH)
    of = layouts(first=plan)
    assert of.is_planned(Scene(VIEW, None, 40))
    assert not of.is_planned(Scene(VIEW, None, 40, sort="up"))
    assert not of.is_planned(Scene(OTHER, None, 40))
    wrapped = layouts(wraps=True, first=plan)
    assert wrapped.is_planned(Scene(VIEW, None, ANY_WIDTH))
    assert not wrapped.is_planned(Scene(VIEW, None, 40))


def test_a_large_briefing_is_laid_out_in_the_background_unless_planned(
    made: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    of, scene = layouts(), Scene(VIEW, None, 40)
    monkeypatch.setattr("kursk_tui.ui.pane.MANY_CLAIMS", 11)
    assert not of.must_wait_for(scene)  # eleven claims are not more than eleven
    monkeypatch.setattr("kursk_tui.ui.pane.MANY_CLAIMS", 10)
    assert of.must_wait_for(scene)
    detail = Pane("id", "Title", "1", "tooltip", CountingPlan, slot="detail")
    assert not PaneLayouts(detail).must_wait_for(scene)
    of.lay_out(scene)
    assert not of.must_wait_for(scene)
    assert len(made) == 2
    monkeypatch.setattr("kursk_tui.ui.pane.MANY_CLAIMS", 11)
    length = len(VIEW.briefing.documents[0].text)
    for limit, waits in ((length, False), (length - 1, True)):
        monkeypatch.setattr("kursk_tui.ui.pane._MUCH_TEXT", limit)
        assert layouts().must_wait_for(scene) == waits


def test_the_first_screen_is_the_grid() -> None:
    plans = plan_first_screen(VIEW)
    assert set(plans) == {"timeline", "figures", "sources", "confidence"}
    for pane in panes():
        if pane.id in plans:
            assert PaneLayouts(pane, plans[pane.id]).is_planned(Scene(VIEW, None, 40))


class PlainPlan(Plan):
    """A plan that has nothing to share with others."""

    def __init__(self, index: Index, sort: str, _: int) -> None:
        self.index = index
        self._sort = sort

    def lay_out(self, scene: Scene) -> Layout:
        """Return a layout that names the order of the plan."""
        return Layout(NO_ROWS, lambda _, __: (), f"Sorted {self._sort or 'as usual'}.")


def test_without_replan_another_order_gets_a_new_plan() -> None:
    of = PaneLayouts(Pane("id", "Title", "1", "tooltip", PlainPlan, sorts=("up", "down")))
    assert of.lay_out(Scene(VIEW, None, 40)).empty == "Sorted as usual."
    assert of.lay_out(Scene(VIEW, None, 40, sort="down")).empty == "Sorted down."
