"""Large briefings: searched beside the screen, which goes on taking keys meanwhile."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
from textual.worker import WorkerCancelled

from kursk_tui.query import QueryError, View
from kursk_tui.query.index import PREPARED
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


class Held:
    """Holds back the answers to some queries until `let_go`."""

    def __init__(self, *queries: str) -> None:
        self.queries = queries
        self.begun: list[str] = []
        self.let_go = threading.Event()

    def answer_of(self, view: View, text: str) -> View | QueryError:
        """Answer a query, if it is held back not before `let_go`."""
        self.begun.append(text)
        if text in self.queries:
            assert self.let_go.wait(30)
        return answer_of(view, text)


@asynccontextmanager
async def holding(
    monkeypatch: pytest.MonkeyPatch, *queries: str
) -> AsyncIterator[tuple[Driver, Held]]:
    """Run the dashboard with the answers to some queries held back."""
    held = Held(*queries)
    monkeypatch.setattr(search, "answer_of", held.answer_of)
    monkeypatch.setattr(search, "PATIENCE", 0.1)
    async with running() as driver:
        try:
            yield driver, held
        finally:
            held.let_go.set()


async def put_in(driver: Driver, *keys: str) -> None:
    """Press keys without waiting for what they began."""
    await driver.pilot.press(*keys)
    await driver.pilot.pause()


async def told(driver: Driver, words: str) -> None:
    """Wait until words stand beside the query."""
    async with asyncio.timeout(30):
        while words not in driver.text.splitlines()[1]:
            await driver.pilot.pause()


async def finish(driver: Driver) -> None:
    """Wait until all searches have ended, and what follows from them."""
    for _ in range(3):
        with suppress(WorkerCancelled):
            await driver.press()


@pytest.mark.parametrize("size", [LARGE, SMALL])
async def test_an_answer_found_beside_is_the_one_found_at_once(
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


async def test_a_briefing_too_large_to_be_printed_is_searched_and_laid_out_beside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # As bits of an integer its claims are too many for Python to print, and so is all else.
    monkeypatch.setattr(pane_module, "MANY_CLAIMS", 0)
    async with running(briefing=many_claims(20_000)) as driver:
        await driver.ask("id:c19999")
        assert driver.shown == ["c19999"]
        await driver.press("5")
        await driver.press()
        assert "c19999 " in driver.pane("document")


async def test_keys_are_taken_and_the_old_answer_stays_while_one_is_searched_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with holding(monkeypatch, "source:*") as (driver, held):
        everything = driver.shown
        driver.dashboard.parts.navigator.ask("source:*")
        await put_in(driver, "g", "j")
        await told(driver, "searching… esc cancels")
        assert driver.shown == everything
        assert driver.selected == "S11"
        held.let_go.set()
        await finish(driver)
        assert driver.shown == NAMED
        assert "searching" not in driver.text
        assert "/ source:*" in driver.text


async def test_esc_leaves_a_search_and_its_answer_is_never_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with holding(monkeypatch, "source:*") as (driver, held):
        everything = driver.shown
        driver.dashboard.parts.navigator.ask("source:*")
        await put_in(driver, "escape")
        assert "searching" not in driver.text
        held.let_go.set()
        await finish(driver)
        assert driver.shown == everything
        assert "source:*" not in driver.text.splitlines()[1]


async def test_esc_while_typing_brings_the_query_before_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with holding(monkeypatch, "source:*") as (driver, held):
        await driver.ask("id:S1")
        await put_in(driver, "slash", "ctrl+u", *"source:*")
        assert "source:*" in driver.text.splitlines()[1]
        await told(driver, "searching… esc cancels")
        await put_in(driver, "escape")
        held.let_go.set()
        await finish(driver)
        assert driver.shown == ["S1"]
        assert driver.text.splitlines()[1].startswith(" / id:S1 ")


async def test_the_last_query_is_the_one_that_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    async with holding(monkeypatch, "s") as (driver, held):
        await put_in(driver, "slash", *"source:*")
        assert held.begun == ["s"]
        held.let_go.set()
        await finish(driver)
        assert held.begun == ["s", "source:*"]  # those in between had been left before their turn
        assert driver.shown == NAMED


async def test_enter_waits_for_the_answer_and_so_do_the_keys_behind_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with holding(monkeypatch, "source:*") as (driver, held):
        await put_in(driver, "slash", *"source:*", "enter", "j")
        assert driver.dashboard.query_bar.editing
        held.let_go.set()
        await finish(driver)
        assert not driver.dashboard.query_bar.editing
        assert driver.shown == NAMED
        assert driver.selected == "S4"
        assert "source:*" in driver.app._services.state.queries


async def test_esc_behind_enter_leaves_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    async with holding(monkeypatch, "source:*") as (driver, held):
        everything = driver.shown
        await put_in(driver, "slash", *"source:*", "enter", "escape")
        assert not driver.dashboard.query_bar.editing
        held.let_go.set()
        await finish(driver)
        assert driver.shown == everything
        await driver.press("j")
        assert driver.selected == "S11"


async def test_possible_matches_are_shown_as_the_reader_last_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with holding(monkeypatch, "casualties:>0") as (driver, held):
        driver.dashboard.parts.navigator.ask("casualties:>0")
        await put_in(driver, "tilde")
        held.let_go.set()
        await finish(driver)
        assert driver.shown == ["S2", "S10"]


@asynccontextmanager
async def holding_back(monkeypatch: pytest.MonkeyPatch, pane_id: str) -> AsyncIterator[Driver]:
    """Run the dashboard, with the figures listed; one pane never picks its rows in time."""
    async with running() as driver:
        let_go = threading.Event()
        view = driver.dashboard.workspace.view_of(pane_id)

        def held(_: View) -> None:
            assert let_go.wait(30)

        await driver.press("2")
        monkeypatch.setattr(view, "pick_rows", held)
        try:
            yield driver
        finally:
            let_go.set()


async def disappears(driver: Driver, pane: str, words: str) -> None:
    """Wait until words stand in a pane no more."""
    async with asyncio.timeout(30):
        while words in driver.pane(pane):
            await driver.pilot.pause()


async def test_while_somebody_types_the_current_pane_need_not_wait_for_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with holding_back(monkeypatch, "timeline") as driver:
        everything = driver.pane("timeline")
        figures = driver.pane("figures")
        await put_in(driver, "slash")
        driver.dashboard.query_bar.input.value = "killed:*"  # at once, as it is pasted
        await disappears(driver, "figures", "deployed")
        assert "killed" in driver.pane("figures")
        assert driver.pane("timeline") == everything
        assert len(driver.shown) == 11  # what counts is the view of all panes
        await put_in(driver, "escape")
        assert driver.pane("figures") == figures
        assert not driver.dashboard.parts.query.searching


async def test_the_program_ends_while_something_is_searched_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with holding(monkeypatch, "source:*") as (driver, _):
        await put_in(driver, "slash", *"source:*")
        driver.app.exit()


async def test_who_turns_to_a_pane_while_typing_sees_the_query_that_is_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with holding(monkeypatch, "source:*") as (driver, _):
        await driver.ask("id:S1")
        await put_in(driver, "slash", "ctrl+u", *"source:*")
        driver.dashboard.set_focus(driver.dashboard.pane)
        await driver.pilot.pause()
        assert driver.shown == ["S1"]
        assert driver.text.splitlines()[1].startswith(" / id:S1 ")


async def test_what_queries_need_is_made_while_nothing_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with holding(monkeypatch) as (driver, _), asyncio.timeout(30):
        await has_prepared(driver)
        driver.dashboard.parts.show_loaded(LoadedBriefing.of(builtin(), ""))
        await has_prepared(driver)


async def has_prepared(driver: Driver) -> None:
    """Wait until the index has everything that is prepared."""
    view = driver.dashboard.view
    assert view is not None
    while not set(PREPARED) <= vars(view.index).keys():
        await driver.pilot.pause()


async def test_the_keyboard_is_free_again_when_a_waiting_enter_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with holding(monkeypatch, "source:*") as (driver, held):
        await put_in(driver, "slash", *"source:*", "enter", "j")
        driver.dashboard.set_focus(driver.dashboard.pane)  # as a click on a pane does
        await driver.pilot.pause()
        held.let_go.set()
        await finish(driver)
        assert driver.selected == "S11"  # the j behind the enter was not lost
        await driver.ask("id:S1")
        assert driver.shown == ["S1"]


async def test_another_edition_is_asked_what_is_being_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with holding(monkeypatch, "source:*") as (driver, held):
        await driver.ask("id:S1")
        await put_in(driver, "slash", "ctrl+u", *"source:*", "enter")
        driver.dashboard.parts.show_loaded(LoadedBriefing.of(builtin(), "id:S1"))
        held.let_go.set()
        await finish(driver)
        assert not driver.dashboard.query_bar.editing
        assert driver.shown == NAMED
        assert "source:*" in driver.app._services.state.queries


async def test_esc_after_another_edition_brings_the_query_back_and_not_the_old_edition(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fewer = builtin()
    fewer = fewer.replace(claims=fewer.claims[:5])
    for least in (0, 100):
        monkeypatch.setattr(search, "LARGE", least)
        async with running() as driver:
            await driver.press("slash", *"source:*")
            driver.dashboard.parts.show_loaded(LoadedBriefing.of(fewer, ""))
            await driver.press("escape")
            await driver.press()
            assert driver.shown == ["S1", "S2", "S3", "S4", "S5"]


async def test_who_leaves_the_way_back_has_gone_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    async with holding(monkeypatch, "id:S1") as (driver, held):
        held.let_go.set()
        await driver.ask("id:S1")
        await driver.ask("id:S2")
        held.let_go.clear()
        await put_in(driver, "left_square_bracket")
        assert driver.dashboard.parts.query.searching
        await put_in(driver, "escape")
        assert driver.shown == ["S2"]
        held.let_go.set()
        await driver.press("left_square_bracket")
        await finish(driver)
        assert driver.shown == ["S1"]


async def test_an_action_that_is_still_searched_for_gives_way_to_typing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with holding(monkeypatch, "source:*") as (driver, held):
        driver.dashboard.parts.navigator.ask("source:*")
        await put_in(driver, "slash", "x")
        held.let_go.set()
        await finish(driver)
        assert driver.dashboard.query_bar.input.value == "x"
