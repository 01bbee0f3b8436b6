"""Large briefings are searched in the background, while the screen takes keys."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
from textual.worker import WorkerCancelled

from kursk_tui.query import QueryError, View
from kursk_tui.ui import pane as pane_module
from kursk_tui.ui.dashboard import search
from kursk_tui.ui.dashboard.loaded_briefing import LoadedBriefing, answer_of
from tests.query.factory import builtin
from tests.ui.screen import LARGE, SMALL, Driver, many_claims, running

NAMED = ["S4", "S10", "S11"]
"""The claims of the built-in briefing that name a source."""


@pytest.fixture(autouse=True)
def _every_briefing_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "LARGE", 0)


class DelayedSearch:
    """Delays the answers to some queries until `released` is set."""

    def __init__(self, *queries: str) -> None:
        self.queries = queries
        self.begun: list[str] = []
        self.released = threading.Event()

    def answer_of(self, view: View, text: str) -> View | QueryError:
        """Answer a query; a delayed one after `released` is set."""
        self.begun.append(text)
        if text in self.queries:
            assert self.released.wait(30)
        return answer_of(view, text)


@asynccontextmanager
async def delayed_search(
    monkeypatch: pytest.MonkeyPatch, *queries: str
) -> AsyncIterator[tuple[Driver, DelayedSearch]]:
    """Run the dashboard with the answers to some queries delayed."""
    delayed = DelayedSearch(*queries)
    monkeypatch.setattr(search, "answer_of", delayed.answer_of)
    monkeypatch.setattr(search, "PATIENCE", 0.1)
    async with running() as driver:
        try:
            yield driver, delayed
        finally:
            delayed.released.set()


async def wait_for_words(driver: Driver, words: str) -> None:
    """Wait until words appear next to the query."""
    async with asyncio.timeout(30):
        while words not in driver.text.splitlines()[1]:
            await driver.pilot.pause()


async def finish(driver: Driver) -> None:
    """Wait until all searches have ended and their results are shown."""
    for _ in range(5):
        with suppress(WorkerCancelled):
            await driver.press()
        await driver.pilot.pause(0.01)  # a thread hands its result over with a message


@pytest.mark.parametrize("size", [LARGE, SMALL])
async def test_a_background_search_has_the_same_result(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    screens = []
    for least in (0, 100):
        monkeypatch.setattr(search, "LARGE", least)
        async with running(size) as driver:
            await driver.ask("source:*")
            await driver.press("j", "f", "ctrl+o", "tilde", "3", "enter", "T", "ctrl+o", "escape")
            screens.append(driver.text)
            await driver.ask("killed:abc")
            await driver.press("escape", "escape")
            screens.append(driver.text)
    assert screens[:2] == screens[2:]


async def test_a_briefing_too_large_to_print_is_searched_and_laid_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Python refuses to print an integer with a bit for each of its claims.
    monkeypatch.setattr(pane_module, "MANY_CLAIMS", 0)
    async with running(briefing=many_claims(20_000)) as driver:
        await driver.ask("id:c19999")
        assert driver.shown == ["c19999"]
        await driver.press("5")
        await driver.press()
        assert "c19999 " in driver.pane("document")


async def test_keys_work_and_the_old_answer_stays_during_a_search(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with delayed_search(monkeypatch, "source:*") as (driver, delayed):
        everything = driver.shown
        driver.dashboard.parts.navigator.ask("source:*")
        await driver.press_at_once("g", "j")
        await wait_for_words(driver, "searching… esc cancels")
        assert driver.shown == everything
        assert driver.selected == "S1"
        delayed.released.set()
        await finish(driver)
        assert driver.shown == NAMED
        assert "searching" not in driver.text
        assert "/ source:*" in driver.text


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_a_cancelled_search_never_shows_its_answer(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with delayed_search(monkeypatch, "source:*") as (driver, delayed):
        everything = driver.shown
        driver.dashboard.parts.navigator.ask("source:*")
        await driver.press_at_once(key)
        assert "searching" not in driver.text
        assert ("cancelled; ctrl+c again to quit" in driver.text) == (key == "ctrl+c")
        delayed.released.set()
        await finish(driver)
        assert driver.shown == everything
        assert "source:*" not in driver.text.splitlines()[1]


async def test_esc_while_typing_restores_the_query(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with delayed_search(monkeypatch, "source:*") as (driver, delayed):
        await driver.ask("id:S1")
        await driver.press_at_once("slash", "ctrl+u", *"source:*")
        assert "source:*" in driver.text.splitlines()[1]
        await wait_for_words(driver, "searching… esc cancels")
        await driver.press_at_once("escape")
        delayed.released.set()
        await finish(driver)
        assert driver.shown == ["S1"]
        assert driver.text.splitlines()[1].startswith(" / id:S1 ")


async def test_the_last_typed_query_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    async with delayed_search(monkeypatch, "s") as (driver, delayed):
        await driver.press_at_once("slash", *"source:*")
        assert delayed.begun == ["s"]
        delayed.released.set()
        await finish(driver)
        assert delayed.begun == [
            "s",
            "source:*",
        ]  # those in between were cancelled before they began
        assert driver.shown == NAMED


async def test_enter_and_the_keys_after_it_wait_for_the_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with delayed_search(monkeypatch, "source:*") as (driver, delayed):
        await driver.press_at_once("slash", *"source:*", "enter", "j")
        assert driver.dashboard.query_bar.editing
        delayed.released.set()
        await finish(driver)
        assert not driver.dashboard.query_bar.editing
        assert driver.shown == NAMED
        assert driver.selected == "S4"
        assert "source:*" in driver.app._services.state.queries


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_a_search_that_enter_waits_for_can_be_cancelled(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with delayed_search(monkeypatch, "source:*") as (driver, delayed):
        everything = driver.shown
        await driver.press_at_once("slash", *"source:*", "enter", key)
        assert not driver.dashboard.query_bar.editing
        delayed.released.set()
        await finish(driver)
        assert driver.shown == everything
        await driver.press("j")
        assert driver.selected == "S2"


async def test_possible_matches_can_be_toggled_during_a_search(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with delayed_search(monkeypatch, "casualties:>0") as (driver, delayed):
        driver.dashboard.parts.navigator.ask("casualties:>0")
        await driver.press_at_once("tilde")
        delayed.released.set()
        await finish(driver)
        assert driver.shown == ["S2", "S10"]


@asynccontextmanager
async def delayed_rows(monkeypatch: pytest.MonkeyPatch, pane_id: str) -> AsyncIterator[Driver]:
    """Run the dashboard with the figures current, and one pane that never prepares its rows."""
    async with running() as driver:
        released = threading.Event()
        view = driver.dashboard.workspace.view_of(pane_id)

        def never_prepared(_: View) -> None:
            assert released.wait(30)

        await driver.press("2")
        monkeypatch.setattr(view, "prepare_rows", never_prepared)
        try:
            yield driver
        finally:
            released.set()


async def wait_until_gone(driver: Driver, pane: str, words: str) -> None:
    """Wait until words have disappeared from a pane."""
    async with asyncio.timeout(30):
        while words in driver.pane(pane):
            await driver.pilot.pause()


async def test_while_typing_the_current_pane_does_not_wait_for_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with delayed_rows(monkeypatch, "timeline") as driver:
        everything = driver.pane("timeline")
        figures = driver.pane("figures")
        await driver.press_at_once("slash")
        driver.dashboard.query_bar.input.value = "killed:*"  # at once, as it is pasted
        await wait_until_gone(driver, "figures", "deployed")
        assert "killed" in driver.pane("figures")
        assert driver.pane("timeline") == everything
        assert len(driver.shown) == 11  # the view of the dashboard is the one before
        await driver.press_at_once("escape")
        assert driver.pane("figures") == figures
        assert not driver.dashboard.parts.query.searching


async def test_the_program_ends_during_a_search(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with delayed_search(monkeypatch, "source:*") as (driver, _):
        await driver.press_at_once("slash", *"source:*")
        driver.app.exit()


async def test_going_to_a_pane_during_a_search_restores_the_answered_query(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with delayed_search(monkeypatch, "source:*") as (driver, _):
        await driver.ask("id:S1")
        await driver.press_at_once("slash", "ctrl+u", *"source:*")
        driver.dashboard.set_focus(driver.dashboard.pane)
        await driver.pilot.pause()
        assert driver.shown == ["S1"]
        assert driver.text.splitlines()[1].startswith(" / id:S1 ")


async def test_the_index_is_prepared_before_anything_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with delayed_search(monkeypatch) as (driver, _), asyncio.timeout(30):
        await has_prepared(driver)
        driver.dashboard.parts.versions.show_loaded(LoadedBriefing.of(View.of(builtin()), ""))
        await has_prepared(driver)


async def has_prepared(driver: Driver) -> None:
    """Wait until the index has all the data that is prepared in the background."""
    view = driver.dashboard.view
    assert view is not None
    wanted = {"everything_said", "figures", "likelihoods", "dates", "chains", "contested"}
    while not wanted <= vars(view.index).keys():
        await driver.pilot.pause()


async def test_keys_after_a_waiting_enter_are_handled_when_it_is_cancelled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with delayed_search(monkeypatch, "source:*") as (driver, delayed):
        await driver.press_at_once("slash", *"source:*", "enter", "j")
        driver.dashboard.set_focus(driver.dashboard.pane)  # as a click on a pane does
        await driver.pilot.pause()
        delayed.released.set()
        await finish(driver)
        async with asyncio.timeout(20):
            while driver.selected != "S2":  # the j after enter is not lost
                await driver.pilot.pause()
        await driver.ask("id:S1")
        assert driver.shown == ["S1"]


async def test_a_reloaded_briefing_answers_the_typed_query(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with delayed_search(monkeypatch, "source:*") as (driver, delayed):
        await driver.ask("id:S1")
        await driver.press_at_once("slash", "ctrl+u", *"source:*", "enter")
        driver.dashboard.parts.versions.show_loaded(LoadedBriefing.of(View.of(builtin()), "id:S1"))
        delayed.released.set()
        await finish(driver)
        assert not driver.dashboard.query_bar.editing
        assert driver.shown == NAMED
        assert "source:*" in driver.app._services.state.queries


async def test_esc_after_a_reload_restores_the_query_but_not_the_old_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fewer = builtin()
    fewer = fewer.replace(claims=fewer.claims[:5])
    for least in (0, 100):
        monkeypatch.setattr(search, "LARGE", least)
        async with running() as driver:
            await driver.press("slash", *"source:*")
            driver.dashboard.parts.versions.show_loaded(LoadedBriefing.of(View.of(fewer), ""))
            await driver.press("escape")
            await driver.press()
            assert driver.shown == ["S1", "S2", "S3", "S4", "S5"]


async def test_a_cancelled_step_back_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async with delayed_search(monkeypatch, "id:S1") as (driver, delayed):
        delayed.released.set()
        await driver.ask("id:S1")
        await driver.ask("id:S2")
        delayed.released.clear()
        await driver.press_at_once("left_square_bracket")
        assert driver.dashboard.parts.query.searching
        await driver.press_at_once("escape")
        assert driver.shown == ["S2"]
        delayed.released.set()
        await driver.press("left_square_bracket")
        await finish(driver)
        assert driver.shown == ["S1"]


async def test_typing_cancels_the_search_of_an_action(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with delayed_search(monkeypatch, "source:*") as (driver, delayed):
        driver.dashboard.parts.navigator.ask("source:*")
        await driver.press_at_once("slash", "x")
        delayed.released.set()
        await finish(driver)
        assert driver.dashboard.query_bar.input.value == "x"
