"""Actions of the program: help, palette, theme and mouse."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext

from kursk_tui.model import Briefing
from kursk_tui.platform.state import State, Theme
from kursk_tui.query import View
from kursk_tui.ui.app_services import AppServices
from kursk_tui.ui.dashboard.program import Program
from kursk_tui.ui.finder.entries import Entry
from kursk_tui.ui.keys.actions import actions
from kursk_tui.ui.keys.keymap import Keymap
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.panes.timeline import PANE
from tests.query.factory import Draft, briefing, builtin

DARK, LIGHT = "kursk-dark", "kursk-light"


class Terminal:
    """A terminal that records what is asked of it."""

    width = 80

    def __init__(self) -> None:
        self.ending = asyncio.Event()
        self.captured = True
        self.redrawn = 0

    def use_mouse(self, captured: bool | None) -> bool:
        """Capture the mouse, or toggle."""
        self.captured = not self.captured if captured is None else captured
        return self.captured

    def redraw(self) -> None:
        """Count redraws."""
        self.redrawn += 1

    def handle_signals(self) -> None:
        """Do nothing."""

    def suspended(self) -> AbstractContextManager[None]:
        """Stay on the screen."""
        return nullcontext()


class Switch:
    """The current theme."""

    theme = DARK


class Bench:
    """The actions of the program, with the lists that the finder opened."""

    def __init__(self, shown: Briefing, themes: Sequence[str] = (DARK, LIGHT)) -> None:
        self.messages: list[str] = []
        self.opened: list[tuple[str, list[Entry], list[Entry], str]] = []
        self.terminal, self.switch, self.state = Terminal(), Switch(), State()
        services = AppServices(
            keymap=Keymap.of(actions(panes()), {}),
            state=self.state,
            configured_theme="dark",
            saved_queries={"denials": "stance:denies"},
            themes=themes,
            copy=str,
            terminal=self.terminal,
            theme_switch=self.switch,
            run_in_app=self._run,
        )
        view = View.of(shown)
        self.program = Program(
            services, lambda: view, lambda: PANE, self._find, self.messages.append
        )

    async def _run(self, action: str) -> None:
        raise AssertionError(action)

    async def _find(
        self,
        title: str,
        listed: Sequence[Entry],
        more: Callable[[], Iterable[Entry]] = tuple,
        remark: str = "",
        typed: Callable[[str], Entry | None] | None = None,
        *,
        refused: Callable[[str], str] | None = None,
        at_once: bool = False,
        short: bool = False,
    ) -> None:
        self.opened.append((title, list(listed), list(more()), remark))


def test_the_next_theme_follows_the_last_one_and_is_remembered() -> None:
    bench = Bench(builtin())
    bench.program.next_theme()
    assert bench.switch.theme == LIGHT
    bench.program.next_theme()
    assert bench.switch.theme == DARK
    assert bench.messages == ["theme: light", "theme: dark"]
    assert bench.state.theme == Theme("dark", configured="dark")


def test_a_theme_that_is_not_listed_is_followed_by_the_first() -> None:
    bench = Bench(builtin())
    bench.switch.theme = "textual-dark"
    bench.program.next_theme()
    assert bench.switch.theme == DARK


def test_a_terminal_with_one_theme_keeps_it() -> None:
    bench = Bench(builtin(), [DARK])
    bench.program.next_theme()
    assert bench.switch.theme == DARK
    assert bench.messages == ["this terminal has too few colours for another theme"]
    assert bench.state.theme is None


def test_mouse_capture_is_toggled() -> None:
    bench = Bench(builtin())
    bench.program.mouse()
    bench.program.mouse()
    assert bench.messages == [
        "mouse off: the terminal can select text",
        "mouse on",
    ]


def test_the_screen_is_redrawn_once() -> None:
    bench = Bench(builtin())
    bench.program.redraw()
    assert bench.terminal.redrawn == 1


def test_help_lists_every_key_and_the_example_queries() -> None:
    bench = Bench(builtin())
    asyncio.run(bench.program.help())
    ((title, listed, more, remark),) = bench.opened
    assert (title, more, remark) == ("Signs and keys", [], "")
    assert [one.left for one in listed[:2]] == ["◆", "├"]  # of the timeline
    assert not any(one.run for one in listed if one.group == "Signs in Timeline")
    assert {one.id for one in actions(panes())} <= {one.remark for one in listed}
    assert "source:nis -via:lee" in {one.remark for one in listed}


def test_the_palette_adds_saved_queries_themes_sources_and_claims() -> None:
    bench = Bench(builtin())
    asyncio.run(bench.program.palette())
    ((title, listed, more, remark),) = bench.opened
    assert (title, remark) == ("Palette", "")
    runs = [one.run for one in (*listed, *more)]
    assert "navigator.ask('stance:denies')" in runs
    assert [one for one in runs if one.startswith("program.theme(")] == [
        "program.theme('kursk-dark')",
        "program.theme('kursk-light')",
    ]
    assert "navigator.ask('source:nis')" in runs
    assert "navigator.go_to_claim(10)" in runs


def test_the_palette_refers_to_the_query_when_there_are_too_many_claims() -> None:
    bench = Bench(briefing(*[Draft()] * 20_001))
    asyncio.run(bench.program.palette())
    ((_, _, more, remark),) = bench.opened
    assert remark == "more than 20,000 claims: / finds them"
    assert not [one for one in more if one.left == "claim"]
