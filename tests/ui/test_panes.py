"""The contract of every pane, at several widths and with every kind of view."""

from collections.abc import Callable

import pytest

from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import read
from kursk_tui.query import View
from kursk_tui.ui.pane import Layout, Pane, Scene
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.rows.styled_text import ROLES, fit
from tests.ui.screen import LARGE, SMALL, running

VIEW = View.of(read(builtin_path()))
VIEWS = {
    "full": VIEW,
    "empty": VIEW.ask("absent-everywhere"),
    "refilled": VIEW.ask("absent-everywhere").ask(""),
    "some": VIEW.ask("source:lee"),
    "possible": VIEW.ask("casualties:>0").showing_possible(True),
}
WIDTHS = (20, 55, 116)


@pytest.fixture(params=[pane.id for pane in panes()])
def pane(request: pytest.FixtureRequest) -> Pane:
    return next(pane for pane in panes() if pane.id == request.param)


@pytest.fixture(params=WIDTHS)
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def laid_out(pane: Pane, scene: Scene) -> Layout:
    """Return the layout of a scene from a new plan."""
    return pane.plan(scene.view.index, scene.sort, scene.width).lay_out(scene)


@pytest.mark.parametrize("view", VIEWS)
def test_a_pane_keeps_its_contract(pane: Pane, width: int, view: str) -> None:
    numbers = VIEWS[view].numbers
    for selected in (None, *numbers):
        scene = Scene(VIEWS[view], selected, width, outside=True)
        layout = laid_out(pane, scene)
        rows, stops = layout.model.rows, layout.model.stops
        for row in rows:
            drawn = layout.draw(row, scene)
            assert len(drawn) == pane.row_height
            for one in drawn:
                assert {span.role for span in one} <= set(ROLES)
                assert "\n" not in "".join(span.text for span in fit(one, width))
        assert sum(column.width for column in layout.columns) in (0, width)
        assert all(set(column.sorts) <= set(pane.sorts) for column in layout.columns)
        last = -1
        for stop in stops:
            assert last < stop.first <= stop.last < len(rows) or pane.slot == "reader"
            assert stop.claim in numbers
            assert stop.represents(stop.claim)
            assert pane.term(rows[stop.first], stop.claim, VIEWS[view])
            last = stop.last
        assert layout.empty.endswith(".")
        shown, total = (pane.count(VIEWS[view]) if pane.count else layout.count) or (0, 0)
        assert shown <= total
        if not numbers and pane.slot != "reader":
            assert not stops
            assert shown == 0
        assert [*laid_out(pane, scene).model.rows] == [*rows]
        for claim in range(len(VIEW.claims)):
            of_claim = [at for at, stop in enumerate(stops) if stop.represents(claim)]
            assert list(layout.model.stops_of(claim)) == (of_claim if claim in numbers else [])
        for number in range(len(rows)):
            on_row = [at for at, stop in enumerate(stops) if stop.first <= number <= stop.last]
            assert layout.model.stop_at(number) == (on_row[0] if on_row else None)


@pytest.mark.parametrize("view", VIEWS)
def test_another_order_shows_the_same_rows(pane: Pane, view: str) -> None:
    usual = laid_out(pane, Scene(VIEWS[view], None, 55)).model
    for order in set(pane.sorts) - {"chart"}:  # a chart has no row for each statement
        model = laid_out(pane, Scene(VIEWS[view], None, 55, sort=order)).model
        assert sorted(model.rows, key=repr) == sorted(usual.rows, key=repr)
        assert sorted(one.claim for one in model.stops) == sorted(one.claim for one in usual.stops)


def test_a_plan_made_from_another_one_lays_out_the_same(pane: Pane, width: int) -> None:
    first = pane.plan(VIEW.index, "", 37)
    for order in ("", *pane.sorts):
        scene = Scene(VIEWS["some"], 3, width, sort=order)
        replanned = first.replan(order, width) or pane.plan(VIEW.index, order, width)
        again, fresh = replanned.lay_out(scene), laid_out(pane, scene)
        assert [*again.model.rows] == [*fresh.model.rows]
        assert [*again.model.stops] == [*fresh.model.stops]
        assert again.columns == fresh.columns
        assert (again.count, again.caption, again.empty) == (
            fresh.count,
            fresh.caption,
            fresh.empty,
        )
        rows = again.model.rows
        assert [again.draw(row, scene) for row in rows] == [fresh.draw(row, scene) for row in rows]


def test_a_refilled_view_shows_what_a_full_one_shows(pane: Pane, width: int) -> None:
    full, refilled = (Scene(VIEWS[name], 3, width) for name in ("full", "refilled"))
    one, other = laid_out(pane, full), laid_out(pane, refilled)
    rows = one.model.rows
    assert [*rows] == [*other.model.rows]
    assert [one.draw(row, full) for row in rows] == [other.draw(row, refilled) for row in rows]


@pytest.mark.parametrize("size", [(40, 12), SMALL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_pane_on_the_screen_full_empty_and_refilled(
    pane: Pane, size: tuple[int, int]
) -> None:
    async with running(size) as driver:
        await driver.press(pane.key)
        view = driver.dashboard.workspace.view_of(pane.id)
        assert view.region.size.width <= size[0]
        full = driver.pane(pane.id)
        assert full.strip()
        await driver.ask("zq")
        empty = driver.pane(pane.id)
        if pane.slot == "reader":
            assert "S1" not in empty
        else:
            sentence = laid_out(pane, Scene(VIEWS["empty"], None, 30)).empty
            assert " ".join(empty.split()).startswith(sentence)
        await driver.press("slash", "ctrl+u", "enter")
        again = driver.pane(pane.id)
        if pane.slot == "reader":  # it may have scrolled, but not away from the selected claim
            full, again = (_marked(text) for text in (full, again))
        assert again == full


def _marked(text: str) -> str:
    return "\n".join(row.rstrip(" ▐░") for row in text.splitlines() if row[:1] in tuple("►▐"))


def test_every_claim_can_be_reached_in_the_timeline_and_the_document() -> None:
    for pane in panes():
        if pane.id in ("timeline", "document", "sources"):
            model = laid_out(pane, Scene(VIEW, None, 60)).model
            assert all(model.stops_of(claim) for claim in range(11)), pane.id


@pytest.mark.parametrize(
    "name", [lambda pane: pane.id, lambda pane: pane.key, lambda pane: pane.title]
)
def test_ids_keys_and_titles_are_unique(name: Callable[[Pane], str]) -> None:
    values = [name(pane) for pane in panes()]
    assert len(set(values)) == len(values)


def test_wrapped_text_leaves_a_blank_before_the_scrollbar_but_on_a_phone() -> None:
    view = View.of(read(builtin_path()))
    for width, most in ((76, 75), (37, 37)):
        for pane in ("claim", "document"):
            plan = next(one for one in panes() if one.id == pane).plan(view.index, "", width)
            scene = Scene(view, 9, width)  # S10, which has the most words
            layout = plan.lay_out(scene)
            drawn = (layout.draw(row, scene)[0] for row in layout.model.rows)
            assert max(len("".join(one.text for one in line).rstrip()) for line in drawn) == most
