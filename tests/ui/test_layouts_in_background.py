"""Large briefings: panes are laid out in the background with their progress; keys still work."""

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import pytest

from kursk_tui.library.library import library_of
from kursk_tui.model import Briefing
from kursk_tui.progress import report, track
from kursk_tui.query import Index
from kursk_tui.ui import pane as pane_module
from kursk_tui.ui.pane import Plan
from kursk_tui.ui.panes.document import DocumentPlan
from kursk_tui.ui.panes.figures import FiguresPlan
from kursk_tui.ui.panes.track import TrackPlan
from kursk_tui.ui.runtime import background
from kursk_tui.ui.widgets.pane_waiting import PaneWaiting
from tests.library.reports import library
from tests.ui.conflicting_briefing import conflicting_briefing
from tests.ui.rich_briefing import rich_briefing
from tests.ui.screen import SMALL, Driver, running

KEYS = (
    *("g", "5", "x", "2", "S", "j", "4", "S", "1", "S", "S", "e", "escape", "z", "5", "z"),
    *("slash", *"nis", "enter", "e", "1", "escape"),
)


@asynccontextmanager
async def paused(
    monkeypatch: pytest.MonkeyPatch,
    kind: type[DocumentPlan | FiguresPlan | TrackPlan] = DocumentPlan,
    briefing: Briefing | None = None,
    step: str = "wrapping the text",
    *,
    of_days: bool = False,
) -> AsyncIterator[tuple[Driver, threading.Event]]:
    """Run the dashboard with the plans of a pane paused at 40 % until the event is set.

    With `of_days`, only those of a library as of a day are.
    """
    release = threading.Event()
    plan: Callable[..., None] = kind.__init__

    def held(self: Plan, index: Index, sort: str, width: int) -> None:
        shown = library_of(index.briefing)
        if not of_days or (shown is not None and shown.as_of is not None):
            report(step, 0.4)
            assert release.wait(30)
        plan(self, index, sort, width)

    monkeypatch.setattr(pane_module, "MANY_CLAIMS", 0)
    monkeypatch.setattr(kind, "__init__", held)
    async with running(briefing=briefing) as driver:
        try:
            yield driver, release
        finally:
            release.set()


async def wait_for(driver: Driver, pane: str | None, words: str) -> None:
    """Wait until a pane, or the screen, shows some words."""
    async with asyncio.timeout(30):
        while words not in (driver.text if pane is None else driver.pane(pane)):
            await driver.pilot.pause()


@pytest.mark.parametrize(
    ("size", "make"), [((120, 60), rich_briefing), (SMALL, conflicting_briefing)]
)
async def test_a_pane_laid_out_in_the_background_is_the_one_laid_out_at_once(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], make: Callable[[], Briefing]
) -> None:
    waited: set[str] = set()
    wait = PaneWaiting.start

    def recording(
        self: PaneWaiting, scene: pane_module.Scene, height: int, *, in_box: bool
    ) -> None:
        waited.add(self.pane.id)
        wait(self, scene, height, in_box=in_box)

    monkeypatch.setattr(PaneWaiting, "start", recording)
    shown = []
    for many in (100, 0):
        monkeypatch.setattr(pane_module, "MANY_CLAIMS", many)
        screens = []
        async with running(size, briefing=make()) as driver:
            for key in KEYS:
                await driver.press(key)
                await driver.press()
                screens.append((driver.text, driver.selected))
        shown.append(screens)
        assert {"timeline", "figures", "confidence", "document", "conflicts"} <= waited or many
        assert not (many and waited)
    assert shown[0] == shown[1]


async def test_a_pane_shows_its_progress_and_keys_still_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with paused(monkeypatch) as (driver, release):
        await driver.press_at_once("j", "e")
        await wait_for(driver, "document", "laying out 11 claims… wrapping the text 40%")
        assert driver.pane("document").strip() == "laying out 11 claims… wrapping the text 40%"
        await driver.press_at_once("escape", "j")
        chosen = driver.selected
        assert chosen is not None
        assert "laying out" not in driver.text
        await driver.press_at_once("e")
        release.set()
        await driver.press()
        assert "laying out" not in driver.text
        marked = [line for line in driver.pane("document").splitlines() if "►" in line]
        assert len(marked) == 1
        assert f" {chosen} " in marked[0]


async def test_a_query_kept_meanwhile_is_the_one_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    async with paused(monkeypatch) as (driver, release):
        await driver.press_at_once("e", "slash", *"source:*", "enter")
        assert driver.shown == ["S4", "S10", "S11"]
        release.set()
        await driver.press()
        await driver.press()
        ids = re.findall(r"(?m)^. ?(S\d+) ", driver.pane("document"))
        assert ids == ["S4"]  # the other matches are further down


async def test_the_program_exits_while_a_pane_is_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    async with paused(monkeypatch) as (driver, _):
        await driver.press_at_once("e")
        driver.app.exit()


@pytest.mark.parametrize("key", ["j", "G", "ctrl+d", "enter", "*"])
async def test_keys_that_need_rows_show_a_message_until_there_are_some(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async with paused(monkeypatch) as (driver, release):
        before = driver.selected
        await driver.press_at_once("e", key)
        assert driver.text.splitlines()[-1].strip() == "Document is being laid out"
        assert driver.dashboard.parts.panes.current == "document"
        assert driver.dashboard.parts.query.text == ""
        await driver.press_at_once("y", "n")
        assert driver.text.splitlines()[-1].strip() == "Document is being laid out"
        release.set()
        await driver.press()
        await driver.press("1")
        assert driver.selected == before


async def test_cancelled_work_ends_where_it_reports_its_progress() -> None:
    started, cancelled, ended = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        try:
            started.set()
            assert cancelled.wait(30)
            for _ in track("walking", range(100)):
                pass
            pytest.fail("this work has been cancelled")
        finally:
            ended.set()

    task = asyncio.create_task(background.run(work))
    assert await asyncio.to_thread(started.wait, 30)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    cancelled.set()
    assert await asyncio.to_thread(ended.wait, 30)
    assert await background.run(lambda: 5) == 5
    assert background.current_step() == ""


async def test_what_the_user_waits_for_interrupts_comparing_and_nothing_else_does() -> None:
    order: list[str] = []
    began, ended = threading.Event(), threading.Event()

    def compare() -> None:
        began.set()
        while "pane" not in order and not ended.is_set():
            report("comparing", 0.1)
        order.append("compared")

    comparing = asyncio.create_task(background.run(compare, pauses=True))
    assert await asyncio.to_thread(began.wait, 30)
    reload = asyncio.create_task(background.run(lambda: order.append("reload")))
    await asyncio.sleep(0.01)
    pane = asyncio.create_task(background.run(lambda: order.append("pane"), goes_first=True))
    try:
        async with asyncio.timeout(10):
            await asyncio.gather(comparing, reload, pane)
    finally:
        ended.set()
    assert order == ["pane", "compared", "reload"]


async def test_a_library_shows_what_it_knows_while_a_pane_is_laid_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The followed statement stands alone; the figures of one day stay while another is shown."""
    async with paused(monkeypatch, TrackPlan, library().briefing, "planning") as (
        driver,
        release,
    ):
        await driver.press_at_once("2", "t")
        await wait_for(driver, "track", "comparing with the others…")
        await wait_for(driver, None, "laying out… planning 40% ─╯")
        assert len(re.findall("comparing with the others…", driver.pane("track"))) == 2
        release.set()
        await driver.press()
        assert "comparing with the others" not in driver.text
        assert "floor" in driver.pane("track")
    async with paused(monkeypatch, FiguresPlan, library().briefing, of_days=True) as (
        driver,
        release,
    ):
        await driver.press_at_once("less_than_sign")
        await wait_for(driver, None, "laying out… wrapping the text 40% ─╯")
        assert "wounded    approximately 1,000" in driver.pane("figures")
        release.set()
        async with asyncio.timeout(10):
            while "laying out" in driver.text:
                await driver.pilot.pause()
