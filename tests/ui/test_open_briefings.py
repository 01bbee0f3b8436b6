"""Several briefings in one app, each with its own query, claim, file and marks."""

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

from kursk_tui.platform.state import State
from kursk_tui.query import View
from kursk_tui.ui.briefing_file import BriefingFile
from kursk_tui.ui.open_briefing import CannotOpenError, OpenBriefing
from tests.query.factory import builtin
from tests.ui.rich_briefing import rich_briefing
from tests.ui.screen import Driver, running


def opener(path: Path) -> OpenBriefing:
    """Open a briefing that states everything; its file then has a shorter version."""
    if path.name == "absent":
        raise CannotOpenError("absent: No such file or directory")
    shorter = rich_briefing().replace(claims=rich_briefing().claims[:2])
    return OpenBriefing(
        View.of(rich_briefing()),
        file=BriefingFile(reload=lambda: shorter),
        marks={"z": "sure"},
    )


def footer(driver: Driver) -> str:
    return driver.text.splitlines()[-1].strip()


async def test_two_briefings_keep_their_own_query_claim_file_and_marks() -> None:
    state = State()
    async with running(
        state=state, opener=opener, file=BriefingFile(why_not="this one is built in")
    ) as driver:
        await driver.ask("source:lee")
        await driver.press("2", "j", "m", "a", "z")
        first, text = driver.dashboard, driver.text
        place = driver.selected, driver.shown, first.parts.panes.current
        assert state.marks == {"a": driver.selected}

        await driver.app.open(Path("other"))
        await driver.press()
        assert driver.dashboard is not first
        assert "Everything at once" in driver.text
        assert len(driver.shown) == 5
        await driver.press("'", "a")
        assert footer(driver) == "there is no mark a"
        await driver.press("'", "z")
        assert driver.selected == "sure"
        await driver.ask("id:sure")
        await driver.press("r")
        assert footer(driver).startswith("reloaded: 3 no longer there")
        await driver.press("slash", "i")
        second = driver.text

        await driver.app.show_next()
        await driver.press()
        assert driver.dashboard is first
        assert (driver.selected, driver.shown, first.parts.panes.current) == place
        await driver.press("r")
        assert footer(driver) == "this one is built in"
        await driver.press("'", "escape")  # the footer shows the keys again
        assert driver.text.splitlines()[:-1] == text.splitlines()[:-1]
        await driver.press("left_square_bracket")
        assert len(driver.shown) == 11

        await driver.app.show_next()
        await driver.press()
        assert driver.text == second
        assert driver.dashboard.query_bar.editing
        await driver.press("escape", "q")
        assert driver.app._exit
    assert state.marks == {"a": place[0]}
    assert state.queries[-1] == "id:sure"


async def test_closing_one_returns_to_the_other_and_stops_watching_its_file() -> None:
    stopped: list[str] = []

    def watched(path: Path) -> OpenBriefing:
        def changes(closed: threading.Event) -> Iterator[None]:
            yield from ()
            assert closed.wait(30)
            stopped.append(path.name)

        file = BriefingFile(reload=rich_briefing, changes=changes)
        return OpenBriefing(View.of(rich_briefing()), file=file)

    async def has_stopped(name: str) -> None:
        async with asyncio.timeout(10):
            while name not in stopped:
                await asyncio.sleep(0.001)

    async with running(opener=watched) as driver:
        first = driver.dashboard
        await driver.app.open(Path("second"))
        await driver.app.open(Path("third"))
        await driver.pilot.pause()
        third = driver.dashboard
        assert stopped == []
        await driver.app.close_briefing()
        await driver.pilot.pause()
        await has_stopped("third")
        assert not third.is_running
        assert driver.dashboard not in (first, third)
        assert "Everything at once" in driver.text
        await driver.app.show_next()
        await driver.pilot.pause()
        assert driver.dashboard is first
        await driver.app.close_briefing()  # the first can be closed too
        await driver.pilot.pause()
        assert "Everything at once" in driver.text
        assert not driver.app._exit
        await driver.app.close_briefing()
        assert driver.app._exit
    await has_stopped("second")


async def test_the_theme_applies_to_the_whole_app() -> None:
    async with running(opener=opener) as driver:
        await driver.app.open(Path("other"))
        await driver.press("T")
        await driver.app.show_next()
        await driver.press()
        assert driver.app.theme == "kursk-light"
        assert " on #ffffff" in driver.colours


async def test_a_briefing_that_cannot_be_opened_is_reported_where_one_is() -> None:
    async with running(opener=opener, briefing=builtin()) as driver:
        first = driver.dashboard
        await driver.app.open(Path("absent"))
        await driver.pilot.pause()
        assert driver.dashboard is first
        assert footer(driver) == "absent: No such file or directory"
