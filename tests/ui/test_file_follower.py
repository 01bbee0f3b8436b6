"""Reloading the file: the state that is kept, and the messages."""

import asyncio
import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from syrupy.assertion import SnapshotAssertion

from kursk_tui.model import Briefing
from kursk_tui.progress import report
from kursk_tui.query import View
from kursk_tui.ui.briefing_file import BriefingFile, Broken
from tests.query.factory import builtin
from tests.ui.rich_briefing import rich_briefing
from tests.ui.screen import LARGE, SMALL, Driver, many_claims, running
from tests.ui.test_goldens import TextGolden

BROKEN = Broken("line 17, column 15: “kind” is “guess”; it can be 'reported', 'judgement'", 17)


def footer(driver: Driver) -> str:
    return driver.text.splitlines()[-1].strip()


def follow(driver: Driver, file: BriefingFile) -> None:
    driver.dashboard.parts.file.file = file


async def test_scroll_cursor_query_and_claim_stay() -> None:
    async with running(briefing=many_claims(200)) as driver:
        follow(driver, BriefingFile(reload=lambda: many_claims(200)))
        await driver.ask("text:claim")
        await driver.press("G", "k", "k", "0", "j", "1", "ctrl+u", "r")
        await driver.press("down", "up")  # the footer shows the keys again
        before = driver.text
        assert driver.selected not in ("c0", "c199")
        await driver.press("r")
        assert footer(driver) == "reloaded: no changes"
        assert driver.text.splitlines()[:-1] == before.splitlines()[:-1]


async def test_a_claim_that_moved_stays_selected() -> None:
    async with running(briefing=many_claims(200)) as driver:
        fewer = many_claims(200)
        fewer = fewer.replace(claims=fewer.claims[50:])
        follow(driver, BriefingFile(reload=lambda: fewer))
        await driver.press("G", "r")
        assert driver.selected == "c199"
        assert "►" in driver.pane("timeline")
        await driver.press("g", "r")
        assert driver.selected == "c50"


async def test_an_invalid_file_keeps_the_last_version_below_a_banner() -> None:
    async with running() as driver:
        follow(driver, BriefingFile(reload=lambda: BROKEN))
        await driver.press("2", "r")
        assert driver.text.splitlines()[1].startswith(
            " ! not the latest version: line 17, column 15: “kind” is"
        )
        await driver.press("j", "T", "escape")
        assert "! not the latest version" in driver.text
        assert "at least 100" in driver.pane("figures")
        follow(driver, BriefingFile(reload=lambda: builtin()))
        await driver.press("r")
        assert "! not the latest version" not in driver.text


async def test_reading_a_large_file_reports_progress_and_can_be_cancelled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kursk_tui.ui.dashboard.file_follower.PATIENCE", 0)
    waiting, further = threading.Event(), threading.Event()

    def reload() -> Briefing:
        report("reading", 0.37)
        waiting.set()
        further.wait(30)
        report("reading", 0.5)
        return rich_briefing()

    async with running() as driver:
        follow(driver, BriefingFile(reload=reload))
        await driver.ask("killed:*")
        await driver.pilot.press("r")
        assert await asyncio.to_thread(waiting.wait, 30)
        await driver.pilot.pause()
        assert footer(driver) == "reloading: reading 37%; esc cancels"
        await driver.pilot.press("escape")
        assert footer(driver) == "reload cancelled; still showing the previous version"
        further.set()
        await driver.app.workers.wait_for_complete()
        await driver.pilot.pause()
        assert driver.shown == ["S10"]
        await driver.press("r")
        assert footer(driver).startswith("reloaded:")


async def test_the_banner_at_both_sizes(snapshot: SnapshotAssertion) -> None:
    for size in (LARGE, SMALL):
        async with running(size) as driver:
            follow(driver, BriefingFile(reload=lambda: BROKEN))
            await driver.press("2", "r")
            name = f"{size[0]}x{size[1]}"
            assert driver.text + "\n" == snapshot(extension_class=TextGolden, name=name)
            assert driver.colours + "\n" == snapshot(
                extension_class=TextGolden, name=f"{name}-colours"
            )


async def test_unavailable_operations_are_reported() -> None:
    async with running() as driver:
        follow(driver, BriefingFile(why_not="this is a copy"))
        await driver.press("r")
        assert footer(driver) == "this is a copy"
        await driver.press("j", "E")
        assert footer(driver) == "this is a copy"
        follow(driver, BriefingFile(edit=lambda _, __: None))
        await driver.press("E")  # there is no terminal
        assert footer(driver) == "no terminal for the editor"


async def test_an_error_of_the_watcher_does_not_end_the_program() -> None:
    def changes(_: threading.Event) -> Iterator[None]:
        yield
        raise OSError("no more watches")

    async with running(
        file=BriefingFile(reload=lambda: rich_briefing(), changes=changes)
    ) as driver:
        await driver.app.workers.wait_for_complete()
        await driver.pilot.pause()
        assert "Everything at once" in driver.text
        assert "5 claims" in driver.text


async def test_a_reloaded_briefing_keeps_query_and_claim_where_it_can() -> None:
    async with running() as driver:
        await driver.ask("deployed:*")
        await driver.press("tilde")
        assert driver.selected == "S4"
        reordered = builtin().replace(claims=builtin().claims[::-1])
        follow(driver, BriefingFile(reload=lambda: reordered))
        await driver.press("r")
        assert driver.selected == "S4"
        assert driver.shown == ["S4"]
        follow(driver, BriefingFile(reload=lambda: rich_briefing()))
        await driver.ask("deployed:*")
        await driver.press("r")
        assert footer(driver).startswith("reloaded: 5 new, 11 no longer there")
        assert driver.shown == ["sure"]  # the only claim of that briefing with such a figure
        assert driver.selected == "sure"


async def test_esc_cancels_a_reload_that_is_read_but_not_laid_out_yet() -> None:
    laying_out, further = threading.Event(), threading.Event()
    shown: list[str] = []

    def held(_: View) -> None:
        laying_out.set()
        assert further.wait(30)

    def note() -> bool:
        shown.append("shown")
        return True

    async with running() as driver:
        follow(driver, BriefingFile(reload=rich_briefing, shown=note))
        await driver.ask("killed:*")
        view = driver.dashboard.workspace.view_of("timeline")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(view, "prepare_rows", held)
            await driver.pilot.press("r")
            assert await asyncio.to_thread(laying_out.wait, 30)
            await driver.pilot.press("escape")
            further.set()
            await driver.press()
        assert footer(driver) == "reload cancelled; still showing the previous version"
        assert driver.shown == ["S10"]
        assert shown == []
        await driver.press("r")
        assert footer(driver).startswith("reloaded:")
        assert shown == ["shown"]


async def test_replaced_versions_are_freed() -> None:
    async with running() as driver:
        titles = iter("abc")
        follow(driver, BriefingFile(reload=lambda: builtin().replace(title=next(titles))))
        gone = []
        for _ in range(3):
            assert driver.dashboard.view is not None
            gone.append(weakref.ref(driver.dashboard.view.index))
            await driver.press("2", "S", "3", "enter", "4", "5", "x", "1")
            await driver.ask("id:*")
            await driver.press("escape", "r")
            await driver.press()
        # The app keeps the first version, and the drawn lines may keep the last. A thread may still
        # prepare the one between. Frozen objects are never collected: if there were reference
        # cycles among them, it would never be freed.
        async with asyncio.timeout(20):
            while gone[1]() is not None:
                await driver.pilot.pause()
                gc.collect()
