"""The file of the briefing: reloading, watching and editing it."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from kursk_tui.model import Briefing
from kursk_tui.progress import report
from kursk_tui.query import View
from kursk_tui.ui.app_services import NoTerminalError
from kursk_tui.ui.briefing_file import BriefingFile, Broken
from kursk_tui.ui.dashboard import file_follower
from kursk_tui.ui.dashboard.file_follower import FileFollower
from kursk_tui.ui.dashboard.loaded_briefing import LoadedBriefing
from tests.query.factory import builtin
from tests.ui.dashboard.fakes import FakePane, FakePanes, FakeRunner


class FakeWarning:
    """A warning line."""

    def __init__(self) -> None:
        self.message = ""

    def show(self, message: str) -> None:
        """Show a warning."""
        self.message = message

    def close(self) -> None:
        """Disappear."""
        self.message = ""


class FakeTerminal:
    """A terminal that records suspensions."""

    width = 80

    def __init__(self, *, exists: bool = True) -> None:
        self.exists = exists
        self.ending = asyncio.Event()
        self.events: list[str] = []

    def use_mouse(self, captured: bool | None) -> bool:
        """Do nothing."""
        return bool(captured)

    def redraw(self) -> None:
        """Do nothing."""

    def handle_signals(self) -> None:
        """Record it."""
        self.events.append("signals")

    @contextmanager
    def suspended(self) -> Iterator[None]:
        """Record when it begins and ends."""
        if not self.exists:
            raise NoTerminalError
        self.events.append("suspended")
        yield
        self.events.append("resumed")


class Bench:
    """A file follower with stand-ins around it."""

    def __init__(self, file: BriefingFile, *, terminal: FakeTerminal | None = None) -> None:
        self.warning, self.runner = FakeWarning(), FakeRunner()
        self.terminal = terminal or FakeTerminal()
        self.pane = FakePane()
        self.messages: list[str] = []
        self.loaded: list[LoadedBriefing] = []
        self.follower = FileFollower(
            file,
            self,
            self.warning,
            FakePanes(self.pane).visible_panes,
            self.terminal,
            self.runner,
            self.messages.append,
        )

    def query_text(self) -> str:
        """Return a query."""
        return "source:lee"

    def claim_id(self) -> str:
        """Return an id."""
        return "S10"

    def loader(self) -> Callable[[Briefing], View]:
        """Return a function that compares nothing."""
        return View.of

    def show_loaded(self, loaded: LoadedBriefing) -> str:
        """Record the loaded briefing."""
        self.loaded.append(loaded)
        return "read again"

    async def reload(self) -> None:
        """Reload the file, and wait."""
        self.follower.reload()
        assert set(await self.runner.finish()) == {None}


async def test_a_reloaded_briefing_is_shown_with_its_rows_prepared() -> None:
    shown: list[int] = []

    def note() -> bool:
        shown.append(len(bench.loaded))
        return True

    bench = Bench(BriefingFile(reload=builtin, shown=note))
    await bench.reload()
    (loaded,) = bench.loaded
    assert loaded.query == "source:lee"
    assert bench.pane.picked == [loaded.answer]
    assert shown == [0]  # before it can be overwritten
    assert bench.messages == ["read again"]


async def test_a_file_saved_while_it_was_read_is_read_again() -> None:
    current = [True, False]
    bench = Bench(BriefingFile(reload=builtin, shown=current.pop))
    await bench.reload()
    await bench.runner.finish()
    assert current == []
    assert len(bench.loaded) == 1
    assert bench.messages == ["read again"]


async def test_an_invalid_file_shows_a_warning_until_it_is_valid_again() -> None:
    found: list[Briefing | Broken] = [builtin(), Broken("line 3: no claims", 3)]
    bench = Bench(BriefingFile(reload=found.pop))
    await bench.reload()
    assert bench.warning.message == "not the latest version: line 3: no claims"
    assert bench.loaded == []
    await bench.reload()
    assert bench.warning.message == ""
    assert len(bench.loaded) == 1


async def test_reading_reports_its_progress_and_can_be_cancelled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(file_follower, "PATIENCE", 0)
    reported, further = threading.Event(), threading.Event()

    def read() -> Briefing:
        report("reading", 0.37)
        reported.set()
        assert further.wait(30)
        report("checking", 0.5)
        pytest.fail("reading was cancelled")

    bench = Bench(BriefingFile(reload=read))
    assert not bench.follower.cancel_reload()
    bench.follower.reload()
    assert await asyncio.to_thread(reported.wait, 30)
    await asyncio.sleep(0)
    assert bench.messages == ["reloading: reading 37%; esc cancels"]
    assert bench.follower.cancel_reload()
    further.set()
    assert await bench.runner.finish() == [None]
    assert bench.messages[1:] == ["reload cancelled; still showing the previous version"]
    assert bench.loaded == []


async def test_every_change_of_a_watched_file_is_read() -> None:
    def changes(closed: threading.Event) -> Iterator[None]:
        yield
        assert closed.wait(30)

    bench = Bench(BriefingFile(reload=builtin, changes=changes))
    bench.follower.watch()
    async with asyncio.timeout(30):
        while not bench.loaded:
            await asyncio.sleep(0.001)
    bench.follower.close()
    assert set(await bench.runner.finish()) == {None}
    assert bench.messages == ["read again"]


async def test_an_error_of_the_watcher_is_reported() -> None:
    def changes(_: threading.Event) -> Iterator[None]:
        yield from ()
        raise OSError("no more watches")

    bench = Bench(BriefingFile(reload=builtin, changes=changes))
    bench.follower.watch()
    assert await bench.runner.finish() == [None]
    assert bench.messages == ["the file is no longer watched: no more watches"]


async def test_the_editor_opens_at_the_claim_or_at_the_error() -> None:
    places: list[tuple[str, int | None]] = []
    found: list[Briefing | Broken] = [builtin(), Broken("broken", 17)]

    def edit(claim: str, line: int | None) -> None:
        places.append((claim, line))

    bench = Bench(BriefingFile(reload=found.pop, edit=edit))
    for _ in range(2):
        await bench.follower.edit()
        await bench.runner.finish()
    assert places == [("S10", None), ("S10", 17)]
    assert bench.terminal.events == ["suspended", "signals", "resumed"] * 2
    assert len(bench.loaded) == 1  # the edited file is reloaded


async def test_an_editor_error_is_reported_without_a_reload() -> None:
    bench = Bench(BriefingFile(reload=builtin, edit=lambda _, __: "the editor ended with 1"))
    await bench.follower.edit()
    assert bench.messages == ["the editor ended with 1"]
    assert bench.runner.tasks == []


async def test_unavailable_operations_are_reported() -> None:
    bench = Bench(BriefingFile(why_not="it came through a pipe"))
    bench.follower.reload()
    await bench.follower.edit()
    bench.follower.watch()
    assert bench.messages == ["it came through a pipe"] * 2
    without = FakeTerminal(exists=False)
    bench = Bench(BriefingFile(edit=lambda _, __: None), terminal=without)
    await bench.follower.edit()
    assert bench.messages == ["no terminal for the editor"]
