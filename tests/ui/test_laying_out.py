"""Large briefings: a pane that takes long to lay out says how far it is, and keys go on."""

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import pytest

from kursk_tui.model import Briefing
from kursk_tui.progress import report, track
from kursk_tui.query import View
from kursk_tui.ui import pane as pane_module
from kursk_tui.ui.pane import Scene, panes
from kursk_tui.ui.runtime import background
from tests.query.factory import builtin
from tests.ui.conflicting_briefing import conflicting_briefing
from tests.ui.rich_briefing import rich_briefing
from tests.ui.screen import LARGE, SMALL, Driver, running

KEYS = (
    *("g", "5", "x", "2", "S", "j", "4", "S", "1", "S", "S", "e", "escape", "z", "5", "z"),
    *("slash", *"nis", "enter", "e", "1", "escape"),
)


@asynccontextmanager
async def holding(
    monkeypatch: pytest.MonkeyPatch, pane_id: str
) -> AsyncIterator[tuple[Driver, threading.Event]]:
    """Run the dashboard with one pane held back at 40 % until the event is set."""
    let_go = threading.Event()
    pane = next(one for one in panes() if one.id == pane_id)
    prepare = pane.prepare

    def held(scene: Scene) -> None:
        report("wrapping the text", 0.4)
        assert let_go.wait(30)
        prepare(scene)

    monkeypatch.setattr(pane_module, "MANY", 0)
    monkeypatch.setattr(pane, "prepare", held)
    async with running() as driver:
        try:
            yield driver, let_go
        finally:
            let_go.set()


async def put_in(driver: Driver, *keys: str) -> None:
    """Press keys without waiting for what they began."""
    await driver.pilot.press(*keys)
    await driver.pilot.pause()


async def appears(driver: Driver, pane: str, words: str) -> None:
    """Wait until words stand in a pane."""
    async with asyncio.timeout(30):
        while words not in driver.pane(pane):
            await driver.pilot.pause()


@pytest.mark.parametrize(("size", "make"), [(LARGE, rich_briefing), (SMALL, conflicting_briefing)])
async def test_a_pane_laid_out_beside_is_the_one_laid_out_at_once(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], make: Callable[[], Briefing]
) -> None:
    shown = []
    for many in (0, 100):
        monkeypatch.setattr(pane_module, "MANY", many)
        screens = []
        async with running(size, briefing=make()) as driver:
            for key in KEYS:
                await driver.press(key)
                await driver.press()
                screens.append((driver.text, driver.selected))
            view = driver.dashboard.view
            assert view is not None
            assert bool(pane_module._prepared.get(view.index)) is (many == 0)
        shown.append(screens)
    assert shown[0] == shown[1]


async def test_how_far_a_pane_is_stands_in_it_and_keys_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with holding(monkeypatch, "document") as (driver, let_go):
        await put_in(driver, "j", "e")
        await appears(driver, "document", "laying out 11 claims… wrapping the text 40%")
        assert driver.pane("document").strip() == "laying out 11 claims… wrapping the text 40%"
        await put_in(driver, "escape", "j")
        chosen = driver.selected
        assert chosen is not None
        assert "laying out" not in driver.text
        await put_in(driver, "e")
        let_go.set()
        await driver.press()
        assert "laying out" not in driver.text
        marked = [line for line in driver.pane("document").splitlines() if "►" in line]
        assert len(marked) == 1
        assert f" {chosen} " in marked[0]


async def test_a_query_meanwhile_is_the_one_that_is_shown_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with holding(monkeypatch, "document") as (driver, let_go):
        await put_in(driver, "e", "slash", *"source:*", "enter")
        assert driver.shown == ["S4", "S10", "S11"]
        let_go.set()
        await driver.press()
        await driver.press()
        ids = re.findall(r"(?m)^. ?(S\d+) ", driver.pane("document"))
        assert ids == ["S4"]  # the others that match stand further down


async def test_the_program_ends_while_a_pane_is_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    async with holding(monkeypatch, "document") as (driver, _):
        await put_in(driver, "e")
        driver.app.exit()


@pytest.mark.parametrize("key", ["j", "G", "ctrl+d", "enter", "*"])
async def test_keys_that_need_rows_say_that_there_are_none_yet(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async with holding(monkeypatch, "document") as (driver, let_go):
        before = driver.selected
        await put_in(driver, "e", key)
        assert driver.text.splitlines()[-1].strip() == "Document is being laid out"
        assert driver.dashboard.parts.panes.current == "document"
        assert driver.dashboard.parts.query.text == ""
        await put_in(driver, "y", "n")
        assert driver.text.splitlines()[-1].strip() == "Document is being laid out"
        let_go.set()
        await driver.press()
        await driver.press("1")
        assert driver.selected == before


async def test_only_what_is_kept_counts_as_prepared() -> None:
    view = View.of(builtin())
    document = next(one for one in panes() if one.id == "document")
    scenes = [Scene(view, None, width) for width in range(60, 66)]
    for scene in scenes:
        document.prepare(scene)
    assert [document.is_prepared(scene) for scene in scenes] == [False] * 2 + [True] * 4


async def test_work_that_nobody_waits_for_ends_where_it_says_how_far_it_is() -> None:
    began, left, ended = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        try:
            began.set()
            assert left.wait(30)
            for _ in track("walking", range(100)):
                pass
            pytest.fail("nobody waits for this")
        finally:
            ended.set()

    task = asyncio.create_task(background.run(work))
    assert await asyncio.to_thread(began.wait, 30)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    left.set()
    assert await asyncio.to_thread(ended.wait, 30)
    assert await background.run(lambda: 5) == 5
    assert background.doing() == ""
