"""What every pane keeps to, at every size and with every view; a new pane file is tested too."""

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from kursk_tui.formats.json import builtin_path, read
from kursk_tui.query import View
from kursk_tui.ui import panes as package
from kursk_tui.ui.keys.actions import actions
from kursk_tui.ui.pane import Pane, Scene, panes
from kursk_tui.ui.rows.row_model import Listing, Order, Row
from kursk_tui.ui.rows.styled_text import ROLES, Line, Span, fit, line
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


@pytest.mark.parametrize("view", VIEWS)
def test_a_pane_keeps_its_contract(pane: Pane, width: int, view: str) -> None:
    numbers = VIEWS[view].numbers
    for selected in (None, *numbers):
        scene = Scene(VIEWS[view], selected, width, outside=True)
        listing = pane.listing(scene)
        for row in listing.rows:
            drawn = pane.draw(row, scene)
            assert len(drawn) == pane.row_height
            for one in drawn:
                assert {span.role for span in one} <= set(ROLES)
                assert "\n" not in "".join(span.text for span in fit(one, width))
        columns = pane.columns(scene)
        assert sum(column.width for column in columns) in (0, width)
        assert all(set(column.sorts) <= set(pane.sorts) for column in columns)
        at = -1
        for stop in listing.stops:
            assert at < stop.first <= stop.last < len(listing.rows) or pane.slot == "reader"
            assert stop.claim in numbers
            assert stop.holds(stop.claim)
            at = stop.last
        assert pane.empty(scene).endswith(".")
        shown, total = pane.count(scene) or (0, 0)
        assert shown <= total
        if not numbers and pane.slot != "reader":
            assert not listing.stops
            assert shown == 0
        again = pane.listing(scene)
        assert [*again.rows] == [*listing.rows]
        for claim in numbers:
            of_claim = [at for at, stop in enumerate(listing.stops) if stop.holds(claim)]
            assert list(listing.stops_of(claim)) == of_claim
        for number in range(len(listing.rows)):
            on_row = [
                at for at, stop in enumerate(listing.stops) if stop.first <= number <= stop.last
            ]
            assert listing.stop_at(number) == (on_row[0] if on_row else None)


@pytest.mark.parametrize("view", VIEWS)
def test_another_order_shows_the_same_rows(pane: Pane, view: str) -> None:
    usual = pane.listing(Scene(VIEWS[view], None, 55))
    for order in pane.sorts:
        listing = pane.listing(Scene(VIEWS[view], None, 55, sort=order))
        assert sorted(listing.rows, key=repr) == sorted(usual.rows, key=repr)
        assert sorted(one.claim for one in listing.stops) == sorted(
            one.claim for one in usual.stops
        )


def test_a_refilled_view_shows_what_a_full_one_shows(pane: Pane, width: int) -> None:
    full, refilled = (Scene(VIEWS[name], 3, width) for name in ("full", "refilled"))
    rows = pane.listing(full).rows
    assert [*rows] == [*pane.listing(refilled).rows]
    assert [pane.draw(row, full) for row in rows] == [pane.draw(row, refilled) for row in rows]


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
            sentence = pane.empty(Scene(VIEWS["empty"], None, 30))
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
            listing = pane.listing(Scene(VIEW, None, 60))
            assert all(listing.stops_of(claim) for claim in range(11)), pane.id


def test_ids_keys_and_titles_are_unique() -> None:
    for name in ("id", "key", "title"):
        values = [getattr(pane, name) for pane in panes()]
        assert len(set(values)) == len(values)


class _Notes(Pane):
    """How many notes each claim has."""

    id = "notes"
    title = "Notes"
    key = "6"
    tooltip = "What is ambiguous"

    def listing(self, scene: Scene) -> Listing:
        return Order(Row(number) for number in range(len(scene.view.claims))).shown(scene.view)

    def draw(self, row: Row, scene: Scene) -> tuple[Line, ...]:
        notes = scene.view.claims[row.claim or 0].notes
        return (line(Span(f"{len(notes)} notes")),)

    def empty(self, scene: Scene) -> str:
        return "No claim in this selection."


@pytest.fixture
def with_new_pane(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put a file `notes.py` into the package of panes, as far as discovery can tell."""
    module = ModuleType("kursk_tui.ui.panes.notes")
    module.PANE = _Notes()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    found = [*__import__("pkgutil").iter_modules(package.__path__)]
    found.append(found[0]._replace(name="notes"))
    monkeypatch.setattr("kursk_tui.ui.pane.iter_modules", lambda _: found)
    panes.cache_clear()
    yield
    panes.cache_clear()


@pytest.mark.usefixtures("with_new_pane")
def test_a_new_file_is_a_new_pane_with_key_action_and_help() -> None:
    assert [pane.key for pane in panes()] == ["1", "2", "3", "4", "5", "6", "0", "x"]
    found = {one.id: one for one in actions(panes())}
    assert found["pane.notes"].keys == ("6",)
    assert found["pane.notes"].group == "Panes"
    assert found["pane.notes"].tooltip == "Notes: what is ambiguous"


@pytest.mark.usefixtures("with_new_pane")
async def test_a_new_pane_has_a_place_on_the_screen_and_follows_the_query() -> None:
    async with running() as driver:
        await driver.ask("id:S3")
        assert "6 Notes" in driver.text
        assert "3 notes" in driver.pane("notes")
