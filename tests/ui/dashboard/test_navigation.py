"""Going to other queries, claims and panes, and back again."""

import pytest

from kursk_tui.query import View
from kursk_tui.ui.dashboard.navigation import Navigator
from kursk_tui.ui.dashboard.query_controller import QueryController
from kursk_tui.ui.dashboard.search import Search
from kursk_tui.ui.dashboard.selection import Selection
from tests.query.factory import builtin
from tests.ui.dashboard.fakes import FakeField, FakePane, FakePanes, FakeRunner, FakeStatus


class FakeSwitch:
    """Panes that a test goes to; the document and the claim pane lead back to the first."""

    def __init__(self) -> None:
        self.current = "timeline"
        self.under_cursor: str | None = None
        self.zoomed = False

    @property
    def in_reader(self) -> bool:
        """Whether the document is current."""
        return self.current == "document"

    def go_to(self, pane: str) -> None:
        """Go to a pane."""
        self.current = pane

    def show_evidence(self) -> None:
        """Go to the document."""
        self.current = "document"

    def show_sources(self) -> None:
        """Go to the sources."""
        self.current = "sources"

    def track(self, claim: int) -> None:
        """Go to the track."""
        self.current = f"track of {claim}"

    def term(self) -> str | None:
        """Return the term that a test puts under the cursor."""
        return self.under_cursor

    def step_out(self) -> bool:
        """Leave the document."""
        left, self.current = self.in_reader, "timeline" if self.in_reader else self.current
        return left

    def unzoom(self) -> None:
        """Show the other panes."""
        self.zoomed = False


class Bench:
    """A navigator over real queries and a real selection."""

    def __init__(self) -> None:
        self.panes = FakeSwitch()
        self.field, self.messages = FakeField(), list[str]()
        self.reading = False
        fakes = FakePanes(FakePane())
        self.selection = Selection(lambda: self.query.view, lambda: None, lambda _: None)
        self.query = QueryController(
            View.of(builtin()),
            "",
            field=self.field,
            status=FakeStatus(),
            search=Search(self.field, fakes.visible_panes, FakeRunner()),
            panes=fakes,
            show_view=lambda _: self.selection.follow_view(),
            remember=lambda _: None,
            show_message=self.messages.append,
        )
        self.query.show(self.query.view)
        self.navigator = Navigator(
            self.query, self.selection, self.panes, self._cancel_reload, self.messages.append
        )

    def _cancel_reload(self) -> bool:
        was, self.reading = self.reading, False
        return was

    @property
    def place(self) -> tuple[str, str, str]:
        """The query, the selected claim and the pane."""
        return self.query.text, self.selection.claim_id, self.panes.current


async def test_back_and_forward_restore_query_claim_and_pane() -> None:
    bench = Bench()
    bench.selection.choose(1)
    bench.navigator.evidence()
    bench.navigator.ask("source:lee")
    assert bench.place == ("source:lee", "S10", "document")
    bench.panes.go_to("figures")
    bench.navigator.back()
    assert bench.place == ("", "S2", "document")
    bench.navigator.back()
    assert bench.place == ("", "S2", "timeline")
    bench.navigator.back()
    assert bench.place == ("", "S2", "timeline")
    bench.navigator.forward()
    bench.navigator.forward()
    assert bench.place == ("source:lee", "S10", "figures")
    bench.navigator.forward()
    assert bench.messages[-2:] == [
        "no earlier place to go back to",
        "no later place to go forward to",
    ]


async def test_back_restores_whether_possible_matches_are_shown() -> None:
    bench = Bench()
    bench.navigator.ask("killed:>200")
    bench.query.toggle_possible()
    bench.navigator.ask("killed:>300")
    bench.query.toggle_possible()
    bench.navigator.back()
    assert (bench.query.text, bench.query.view.with_possible) == ("killed:>200", True)


async def test_an_invalid_query_is_reported_and_not_added_to_the_history() -> None:
    bench = Bench()
    bench.navigator.ask("shells:>3")
    assert bench.messages == ["no field “shells” · shells:>3"]
    bench.navigator.back()
    assert bench.place[0] == ""


@pytest.mark.parametrize(
    ("asked", "prefix", "query"),
    [
        ("", "", "killed:*"),
        ("", "-", "-killed:*"),
        ("source:lee", "", "source:lee killed:*"),
        ("lee OR nis", "", "(lee OR nis) killed:*"),
        ("killed:*", "", "killed:*"),
        ("nis killed:*", "", "nis killed:*"),
    ],
)
async def test_the_row_under_the_cursor_narrows_the_query(
    asked: str, prefix: str, query: str
) -> None:
    bench = Bench()
    bench.navigator.ask(asked)
    bench.panes.under_cursor = "killed:*"
    bench.navigator.only(prefix)
    assert bench.query.text == bench.field.text == query


async def test_without_a_row_under_the_cursor_nothing_is_asked() -> None:
    bench = Bench()
    bench.navigator.only("")
    assert bench.messages == ["no row is under the cursor; j and k move it"]


async def test_going_to_a_claim_clears_a_query_that_leaves_it_out() -> None:
    bench = Bench()
    bench.navigator.ask("source:lee")
    bench.navigator.go_to_claim(10)
    assert bench.place == ("source:lee", "S11", "timeline")
    bench.navigator.go_to_claim(0)
    assert bench.place == ("", "S1", "timeline")
    bench.navigator.back()
    assert bench.place == ("source:lee", "S11", "timeline")


async def test_back_leads_from_the_sources_to_the_pane_before() -> None:
    bench = Bench()
    bench.navigator.sources()
    assert bench.panes.current == "sources"
    bench.navigator.back()
    assert bench.panes.current == "timeline"


async def test_unwinding_goes_out_step_by_step() -> None:
    bench = Bench()
    bench.navigator.ask("source:lee")
    bench.navigator.evidence()
    bench.reading = bench.panes.zoomed = True
    bench.navigator.unwind()
    assert (bench.reading, bench.panes.current) == (False, "document")
    bench.navigator.unwind()
    assert bench.place == ("source:lee", "S10", "timeline")
    bench.navigator.unwind()
    assert (bench.query.text, bench.panes.zoomed) == ("", True)
    bench.navigator.unwind()
    assert not bench.panes.zoomed


async def test_back_leads_to_the_query_that_unwinding_cleared() -> None:
    bench = Bench()
    bench.navigator.ask("source:lee")
    bench.panes.go_to("figures")
    bench.selection.choose(10)
    bench.navigator.unwind()
    bench.navigator.back()
    assert bench.place == ("source:lee", "S11", "figures")


async def test_the_claim_selected_before_typing_comes_back_after_it() -> None:
    bench = Bench()
    bench.selection.choose(1)
    bench.selection.expect(None)
    bench.navigator.edit_query()
    assert bench.field.editing
    bench.query.typed("source:lee")
    bench.query.typed("")
    assert bench.selection.claim_id == "S2"


async def test_places_of_another_briefing_are_forgotten() -> None:
    bench = Bench()
    bench.navigator.ask("source:lee")
    bench.navigator.forget()
    bench.navigator.back()
    assert bench.place[0] == "source:lee"
