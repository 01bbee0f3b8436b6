"""The query: typing, committing, restoring, and long searches."""

import asyncio
import threading

import pytest

from kursk_tui.query import QueryError, View
from kursk_tui.ui.dashboard import query_controller
from kursk_tui.ui.dashboard import search as search_module
from kursk_tui.ui.dashboard.loaded_briefing import LoadedBriefing, answer_of
from kursk_tui.ui.dashboard.query_controller import QueryController
from kursk_tui.ui.dashboard.search import Search
from tests.query.factory import builtin
from tests.ui.dashboard.fakes import FakeField, FakePane, FakePanes, FakeRunner, FakeStatus


class Bench:
    """A query controller with stand-ins around it."""

    def __init__(self) -> None:
        self.field, self.status, self.runner = FakeField(), FakeStatus(), FakeRunner()
        self.panes = FakePanes(FakePane(), FakePane())
        self.views: list[View] = []
        self.remembered: list[str] = []
        self.messages: list[str] = []
        self.query = QueryController(
            View.of(builtin()),
            "",
            field=self.field,
            status=self.status,
            search=Search(self.field, self.panes.visible_panes, self.runner),
            panes=self.panes,
            show_view=self.views.append,
            remember=self.remembered.append,
            show_message=self.messages.append,
        )

    @property
    def shown(self) -> list[str]:
        """The ids of the claims that are shown."""
        view = self.query.view
        return [view.claims[number].id for number in view.numbers]

    def type(self, text: str) -> None:
        """Type a query instead of the one in the field."""
        self.field.text = text
        self.query.typed(text)

    def leave(self, *, keep: bool) -> None:
        """Press enter (`keep`) or esc."""
        self.query.finish(keep=keep)
        self.field.editing = self.query.searching and keep


class Gate:
    """Delays the answer to a query until a test opens the gate."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, query: str) -> None:
        self.query = query
        self.asked: list[str] = []
        self.opened = threading.Event()
        monkeypatch.setattr(search_module, "LARGE", 0)
        monkeypatch.setattr(search_module, "answer_of", self.answer)

    def answer(self, view: View, query: str) -> View | QueryError:
        """Answer a query."""
        self.asked.append(query)
        if query == self.query:
            assert self.opened.wait(30)
        return answer_of(view, query)


async def test_a_remark_on_a_query_from_the_finder_is_shown() -> None:
    bench = Bench()
    assert await bench.query.ask("source:nis") is None
    assert bench.messages == []
    assert await bench.query.ask("country:KOR") is None
    assert bench.messages == ["no claim matches country:KOR; did you mean country:KR?"]


async def test_a_small_briefing_is_answered_before_typed_returns() -> None:
    bench = Bench()
    bench.query.edit()
    bench.type("source:lee")
    assert bench.shown == ["S10", "S11"]
    assert bench.query.text == "source:lee"
    assert bench.runner.tasks == []


async def test_enter_commits_the_query_and_esc_restores_the_one_before() -> None:
    bench = Bench()
    bench.query.edit()
    bench.type("source:lee")
    bench.leave(keep=True)
    assert bench.remembered == ["source:lee"]
    assert bench.panes.focused == 1
    bench.query.edit()
    bench.type("id:S1")
    assert bench.shown == ["S1"]
    bench.leave(keep=False)
    assert bench.shown == ["S10", "S11"]
    assert (bench.query.text, bench.field.text) == ("source:lee", "source:lee")
    assert bench.remembered == ["source:lee"]
    assert not bench.status.is_open


async def test_an_unfinished_query_keeps_the_last_answer_and_shows_its_error_on_enter() -> None:
    bench = Bench()
    bench.query.edit()
    bench.type("id:S1")
    bench.type("id:S1 killed:")
    assert bench.shown == ["S1"]
    assert bench.status.shown is None
    bench.leave(keep=True)
    assert bench.status.shown is not None
    assert len(bench.shown) == 11
    assert bench.remembered == []
    bench.type("id:S1 killed:*")
    assert bench.status.error is None


async def test_an_invalid_query_keeps_the_view_and_enter_has_no_effect() -> None:
    bench = Bench()
    bench.query.edit()
    bench.type("id:S1")
    bench.type("kiled:>3")
    assert bench.status.error is not None
    assert len(bench.shown) == 11  # the view from before typing
    bench.leave(keep=True)
    assert bench.panes.focused == 0
    assert bench.remembered == []
    bench.query.focus_lost()  # a click elsewhere restores
    assert bench.query.text == bench.field.text == ""


async def test_an_invalid_query_has_no_counts() -> None:
    bench = Bench()
    await bench.query.ask("source:lee")
    bench.query.edit()
    bench.type("source:lee kiled:>3")
    assert bench.query.text == "source:lee"
    assert bench.field.answers[-1] is None


async def test_a_click_elsewhere_keeps_a_valid_query() -> None:
    bench = Bench()
    bench.query.edit()
    bench.type("id:S1")
    bench.query.focus_lost()
    assert bench.shown == ["S1"]
    assert bench.query.text == "id:S1"


async def test_ask_returns_the_error_and_changes_nothing() -> None:
    bench = Bench()
    error = await bench.query.ask("killed:abc")
    assert isinstance(error, QueryError)
    assert bench.views == []
    assert await bench.query.ask("id:S1") is None
    assert bench.field.text == "id:S1"


async def test_possible_matches_stay_shown_with_the_next_query() -> None:
    bench = Bench()
    await bench.query.ask("killed:>200")
    assert bench.shown == []
    bench.query.toggle_possible()
    assert bench.shown == ["S10"]
    await bench.query.ask("killed:>300")
    assert bench.shown == ["S10"]


async def test_only_a_query_has_counts() -> None:
    bench = Bench()
    await bench.query.ask("id:S1")
    assert bench.field.answers[-1] is bench.query.view
    bench.query.clear()
    assert bench.field.answers[-1] is None
    assert len(bench.shown) == 11


async def test_enter_waits_for_a_long_search(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, bench = Gate(monkeypatch, "source:lee"), Bench()
    bench.query.edit()
    bench.type("source:lee")
    bench.leave(keep=True)
    assert bench.query.searching
    assert len(bench.shown) == 11
    assert bench.remembered == []
    gate.opened.set()
    assert await bench.runner.finish() == [None]
    assert bench.shown == ["S10", "S11"]
    assert bench.remembered == ["source:lee"]
    assert bench.panes.focused == 1
    assert bench.field.released == 1
    assert all(pane.picked == [bench.query.view] for pane in bench.panes.panes)


async def test_esc_after_enter_cancels_both(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, bench = Gate(monkeypatch, "source:lee"), Bench()
    bench.query.edit()
    assert not bench.query.cancel_enter()
    bench.type("source:lee")
    bench.leave(keep=True)
    assert bench.query.cancel_enter()
    gate.opened.set()
    assert isinstance((await bench.runner.finish())[0], asyncio.CancelledError)
    assert len(bench.shown) == 11
    assert bench.query.text == ""
    assert bench.remembered == []


async def test_a_later_query_replaces_one_that_has_not_begun(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate, bench = Gate(monkeypatch, "s"), Bench()
    bench.query.edit()
    bench.type("s")
    while not gate.asked:
        await asyncio.sleep(0.001)
    for text in ("so", "source", "source:lee"):
        bench.type(text)
    gate.opened.set()
    *cancelled, last = await bench.runner.finish()
    assert all(isinstance(one, asyncio.CancelledError) for one in cancelled)
    assert last is None
    assert gate.asked == ["s", "source:lee"]
    assert bench.shown == ["S10", "S11"]


async def test_a_search_abandons_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, field, runner = Gate(monkeypatch, "s"), FakeField(), FakeRunner()
    search = Search(field, FakePanes(FakePane()).visible_panes, runner)
    view, found = View.of(builtin()), list[View | QueryError]()

    async def find(query: str) -> None:
        found.append(await search.find(view, query))

    search.start(find("s"))
    search.start(find("source:lee"))
    gate.opened.set()
    first, second = await runner.finish()
    assert isinstance(first, asyncio.CancelledError)
    assert second is None
    assert [str(one.query) for one in found if isinstance(one, View)] == ["source:lee"]
    assert not search.running


async def test_a_long_search_reports_its_current_step(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, bench = Gate(monkeypatch, "source:lee"), Bench()
    monkeypatch.setattr(search_module, "PATIENCE", 0.001)
    bench.type("source:lee")
    async with asyncio.timeout(30):
        while not bench.field.progress:
            await asyncio.sleep(0.001)
    gate.opened.set()
    await bench.runner.finish()
    reported = len(bench.field.progress)
    await asyncio.sleep(0.02)
    assert len(bench.field.progress) == reported


async def test_a_reloaded_briefing_keeps_the_query_or_clears_one_it_cannot_answer() -> None:
    bench = Bench()
    await bench.query.ask("source:lee")
    fewer = builtin().replace(claims=builtin().claims[:10])
    assert bench.query.load(LoadedBriefing.of(View.of(fewer), "")) == ""
    assert bench.shown == ["S10"]
    await bench.query.ask("killed:*")
    view = View.of(fewer)
    error = answer_of(view, "kiled:>3")
    report = bench.query.load(LoadedBriefing(view, "killed:*", error))
    assert report.startswith("; the query is cleared: no field “kiled”")
    assert bench.query.text == bench.field.text == ""
    assert len(bench.shown) == 10


async def test_a_reload_while_typing_reruns_the_typed_query() -> None:
    bench = Bench()
    bench.query.edit()
    bench.type("source:lee")
    fewer = builtin().replace(claims=builtin().claims[:10])
    bench.query.load(LoadedBriefing.of(View.of(fewer), ""))
    assert bench.shown == ["S10"]
    bench.leave(keep=False)
    assert len(bench.shown) == 10


async def test_esc_after_a_reload_shows_all_if_the_query_before_cannot_be_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench()
    await bench.query.ask("source:lee")
    bench.query.edit()
    bench.type("id:S1")
    error = answer_of(bench.query.view, "kiled:>3")
    monkeypatch.setattr(query_controller, "answer_of", lambda *_: error)
    fewer = builtin().replace(claims=builtin().claims[:10])
    bench.query.load(LoadedBriefing.of(View.of(fewer), "id:S1"))
    bench.leave(keep=False)
    assert bench.query.text == bench.field.text == ""
    assert len(bench.shown) == 10
