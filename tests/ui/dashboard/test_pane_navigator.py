"""Going from pane to pane, and moving within one."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from kursk_tui.query import View
from kursk_tui.ui.dashboard.cursor import Cursor
from kursk_tui.ui.dashboard.pane_navigator import PaneNavigator
from kursk_tui.ui.pane import Pane
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.rows.row_model import Row
from kursk_tui.ui.widgets.arrangement import Mode, arrange
from kursk_tui.ui.widgets.room import Need
from tests.query.factory import builtin

GRID = [pane.id for pane in panes() if pane.slot == "grid"]


class FakeList:
    """The widget of a pane: each move selects the claim with the number of steps."""

    def __init__(self, pane: Pane) -> None:
        self.pane = pane
        self.view: View | None = None
        self.typing = False
        self.is_waiting = False
        self.is_laid_out = True
        self.cursor_row: Row | None = None
        self.opens = False
        self.opened = 0
        self.cursor = self

    def toggle_chart(self) -> bool | None:
        """Return that there is no room for a chart."""

    def prepare_rows(self, view: View) -> None:
        """Do nothing."""

    def first_claim(self) -> int | None:
        """Return no claim."""
        return None

    def when_laid_out(self, run: Callable[[], None]) -> None:
        """Run a function at once."""
        run()

    def has_row_of(self, claim: int | None) -> bool:
        """Return that no claim has a row."""
        return False

    def move(self, steps: int) -> int | None:
        """Return the claim to select."""
        return steps

    def move_half_page(self, direction: int) -> int | None:
        """Return the claim to select."""
        return direction * 5

    def move_to_edge(self, direction: int) -> int | None:
        """Return the claim to select."""
        return direction * 100

    def place_in_text(self) -> tuple[str, int] | None:
        """Return no place."""

    def move_to_part(self, key: str, part: int) -> int | None:
        """Return no claim."""
        return None

    def move_to_key(self, key: str) -> None:
        """Do nothing."""

    def toggle(self) -> bool:
        """Return whether the row opens."""
        return self.opens

    def follow(self, figure: tuple[int, int]) -> None:
        """Do nothing."""

    def open_selected(self) -> None:
        """Record it."""
        self.opened += 1

    def term(self) -> str | None:
        """Return a term."""
        return f"pane:{self.pane.id}"

    def sort(self) -> str:
        """Return an order for one of the panes."""
        return "latest first" if self.pane.id == "timeline" else ""


class State(NamedTuple):
    """The last arrangement of the panes."""

    current: str
    zoomed: bool
    reading: bool


class FakeSpace:
    """The panes' space, arranged as on a real screen of the mode."""

    def __init__(self, mode: Mode) -> None:
        self.mode: Mode = mode
        self.lists = {pane.id: FakeList(pane) for pane in panes()}
        self.state = State(GRID[0], zoomed=False, reading=False)
        self.arranged = self.asked = 0
        self.focused = ""

    def visible_panes(self) -> list[str]:
        """Return the visible panes."""
        state = self.state._asdict()
        return list(
            arrange(
                panes(),
                self.mode,
                (120, 40),
                lambda *_: Need(5),
                lambda *_: Need(5),
                above=GRID[0],
                **state,
            )
        )

    def view_of(self, pane: str) -> FakeList:
        """Return the widget of a pane."""
        return self.lists[pane]

    def show(self, *, current: str, zoomed: bool, reading: bool) -> None:
        """Arrange the panes."""
        self.state = State(current, zoomed, reading)
        self.arranged += 1

    def rearrange(self) -> None:
        """Record that the panes may have other heights."""
        self.asked += 1

    def focus_on(self, pane: str) -> None:
        """Record the focus."""
        self.focused = pane


class Bench:
    """A navigator over a fake space."""

    def __init__(self, mode: Mode = "grid") -> None:
        self.space = FakeSpace(mode)
        self.chosen: list[int | None] = []
        self.messages: list[str] = []
        self.bars = 0
        self.sheets = 0
        self.panes = PaneNavigator(panes(), self.space, self._rearranged, self._entered_sheet)
        self.cursor = Cursor(self.panes, self.chosen.append, self.messages.append)

    def _rearranged(self) -> None:
        self.bars += 1

    def _entered_sheet(self) -> None:
        self.sheets += 1


def test_the_current_pane_has_the_focus_and_nothing_is_arranged_twice() -> None:
    bench = Bench()
    bench.panes.go_to("figures")
    bench.panes.go_to("figures")
    assert bench.space.state == ("figures", False, False)
    assert bench.space.focused == "figures"
    assert bench.space.arranged == bench.bars == 1
    assert bench.space.asked == 1  # the pane may need other lines than before
    assert bench.panes.visible_panes()[0] is bench.space.lists["figures"]


@pytest.mark.parametrize("pane", [pane.id for pane in panes() if pane.slot != "grid"])
@pytest.mark.parametrize("mode", ["tabs", "grid", "wide"])
def test_esc_leads_back_from_an_entered_pane_to_the_one_before(mode: Mode, pane: str) -> None:
    bench = Bench(mode)
    bench.panes.go_to("figures")
    bench.panes.go_to(pane)
    bench.panes.go_to("claim")
    if pane != "claim":
        assert bench.panes.step_out()
        assert bench.space.state == (pane, False, pane == "document")
    assert bench.panes.step_out()
    assert bench.space.state == ("figures", False, False)
    assert not bench.panes.step_out()


def test_the_way_back_visits_no_pane_twice() -> None:
    bench = Bench()
    for pane in ("figures", "document", "claim", "document", "conflicts", "claim"):
        bench.panes.go_to(pane)
    back = []
    while bench.panes.step_out():
        back.append(bench.space.state[0])
    assert back == ["conflicts", "document", "figures"]


def test_the_document_stays_open_until_a_pane_it_covers_is_current() -> None:
    bench = Bench()
    bench.panes.show_evidence()
    assert bench.panes.in_reader
    bench.panes.go_to("timeline")
    assert bench.space.state == ("timeline", False, True)
    bench.panes.go_to("confidence")
    assert bench.space.state == ("confidence", False, False)
    bench.panes.show_evidence()
    bench.panes.go_to("timeline")
    assert bench.panes.step_out()
    assert bench.space.state == ("timeline", False, False)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("grid", [*GRID[1:], "claim", GRID[0]]),
        ("tabs", [*GRID[1:], "document", "claim", GRID[0]]),
    ],
)
def test_turning_visits_the_visible_panes_or_all_tabs(mode: Mode, expected: list[str]) -> None:
    bench = Bench(mode)
    seen = []
    for _ in expected:
        bench.panes.turn(1)
        seen.append(bench.panes.current)
    assert seen == expected
    bench.panes.turn(-1)
    assert bench.panes.current == "claim"


def test_a_zoomed_pane_turns_to_every_pane() -> None:
    bench = Bench()
    bench.panes.zoom()
    for _ in GRID:
        bench.panes.turn(1)
    assert bench.panes.current == "document"
    assert bench.space.state.zoomed
    bench.panes.zoom()
    assert not bench.space.state.zoomed


def test_moves_select_claims_of_the_current_pane() -> None:
    bench = Bench()
    bench.cursor.move(-1)
    bench.cursor.move_half_page(1)
    bench.cursor.move_to_edge(1)
    assert bench.chosen == [-1, 5, 100]
    assert bench.panes.term() == "pane:timeline"


def test_enter_opens_a_row_or_goes_to_the_claim() -> None:
    bench = Bench()
    bench.space.lists["timeline"].opens = True
    bench.cursor.open()
    assert bench.panes.current == "timeline"
    bench.space.lists["timeline"].opens = False
    bench.cursor.open()
    assert bench.panes.current == "claim"
    bench.panes.show_sources()
    assert bench.space.lists["sources"].opened == 1


def test_sorting_reports_the_order() -> None:
    bench = Bench()
    bench.cursor.sort()
    bench.panes.go_to("document")
    bench.cursor.sort()
    assert bench.messages == ["Timeline: latest first", "Document: this pane has only one order"]


def test_the_figure_under_the_cursor_belongs_to_the_claim() -> None:
    bench = Bench()
    bench.space.lists["figures"].cursor_row = Row(claim=9, part=2)
    assert bench.cursor.figure_of(9) is None  # another pane is current
    bench.panes.go_to("figures")
    assert bench.cursor.figure_of(9) == 2
    assert bench.cursor.figure_of(8) is None


def test_an_early_answer_is_replaced_in_every_visible_pane() -> None:
    bench = Bench()
    view = View.of(builtin())
    bench.panes.reset(view)
    shown = {name for name, one in bench.space.lists.items() if one.view is view}
    assert shown == {*GRID, "claim"}


def test_entering_a_sheet_is_reported_once() -> None:
    bench = Bench()
    for pane in ("changes", "changes", "figures", "conflicts"):
        bench.panes.go_to(pane)
    assert bench.sheets == 2
