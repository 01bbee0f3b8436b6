"""The application: a dashboard for each opened briefing, in one of the themes."""

import signal
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from kursk_tui.gc_policy import begin_collecting
from kursk_tui.platform.clipboard import copy
from kursk_tui.platform.config import Config
from kursk_tui.platform.state import State
from kursk_tui.ui.app_services import AppServices, keymap_of, notice_of
from kursk_tui.ui.dashboard.screen import Dashboard
from kursk_tui.ui.keys.actions import QUIT_ALWAYS
from kursk_tui.ui.keys.keymap import Keymap
from kursk_tui.ui.open_briefing import CannotOpenError, OpenBriefing, Opener
from kursk_tui.ui.runtime import background
from kursk_tui.ui.terminal.access import AppTerminal
from kursk_tui.ui.terminal.driver import ASCII, Driver
from kursk_tui.ui.textual_internals import QuietApp
from kursk_tui.ui.theme import ANSI, PREFIX, THEMES
from kursk_tui.ui.widgets.held_keys import HeldKeys
from kursk_tui.ui.widgets.line_widget import HYPERLINKS
from kursk_tui.ui.widgets.prompt import TypingEnded

_INTERRUPT = "ctrl+c"
_SYSTEM = ("ctrl+q", _INTERRUPT)
"""Keys of the application itself, on every screen."""

_AGAIN_WITHIN = 2.0
"""Seconds within which a second ctrl+c quits."""


class KurskApp(QuietApp, inherit_bindings=False):
    """Shows opened briefings, one at a time, each in its own dashboard.

    Textual keeps a stack of screens for each mode; each opened briefing is one mode.
    """

    CSS_PATH = "app.tcss"
    TITLE = "kursk-tui"
    ENABLE_COMMAND_PALETTE = False
    DEFAULT_MODE = "1"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(QUIT_ALWAYS.keys[0], "quit", "quit", show=False, system=True, priority=True),
        Binding(_INTERRUPT, "interrupt", "quit if pressed twice", show=False, system=True),
    ]

    def __init__(
        self,
        opened: OpenBriefing,
        *,
        theme: str | None = None,
        few_colours: bool = False,
        ascii_only: bool = False,
        hyperlinks: bool = False,
        config: Config | None = None,
        state: State | None = None,
        opener: Opener | None = None,
    ) -> None:
        super().__init__(driver_class=Driver, ansi_color=True if few_colours else None)
        self.set_class(ascii_only, ASCII)
        self.set_class(hyperlinks, HYPERLINKS)
        self._opener = opener
        self._terminal = AppTerminal(self)
        choices = [one.name for one in ((ANSI,) if few_colours else (*THEMES, ANSI))]
        self._services = self._make_services(config or Config(), state or State(), choices)
        self._first = opened
        self._briefings = [self.DEFAULT_MODE]
        self._interrupted_at = -_AGAIN_WITHIN
        self._held = HeldKeys()
        self._choose_theme(theme, choices)
        self.animation_level = "none"

    def _make_services(self, config: Config, state: State, themes: Sequence[str]) -> AppServices:
        return AppServices(
            keymap_of(config),
            state,
            config.theme,
            config.queries,
            themes,
            copy=partial(copy, send=self._terminal.send, folder=state.folder),
            terminal=self._terminal,
            theme_switch=self,
            run_in_app=self.run_action,
            notice=notice_of(config),
        )

    def _choose_theme(self, wanted: str | None, choices: Sequence[str]) -> None:
        for one in (*THEMES, ANSI):
            self.register_theme(one)
        name = f"{PREFIX}{wanted}"
        chosen = name if name in choices else choices[0]
        if chosen == ANSI.name:
            self.theme = chosen
        else:
            # Set it before Textual reads the styles: a later change would read them again.
            self.set_reactive(App.theme, chosen)
            self.stylesheet.set_variables(self.get_css_variables())

    # Briefings.

    async def open(self, path: Path) -> None:
        """Open a briefing in a new dashboard and show it.

        If it cannot be opened, the current dashboard shows the reason.
        """
        if self._opener is None:
            return
        try:
            opened = await background.run(partial(self._opener, path))
        except CannotOpenError as error:
            self._show_message(str(error))
        else:
            await self.switch_mode(self._add_dashboard(opened))

    def _add_dashboard(self, opened: OpenBriefing) -> str:
        """Add a mode for a briefing, and return its name."""
        name = str(int(self._briefings[-1]) + 1)
        self._briefings.append(name)
        self.add_mode(name, partial(Dashboard, opened, self._services))
        return name

    async def show_next(self, direction: int = 1) -> None:
        """Show the briefing opened after (1) or before (-1) the current one, in a cycle."""
        at = self._briefings.index(self.current_mode) + direction
        await self.switch_mode(self._briefings[at % len(self._briefings)])

    async def close_briefing(self) -> None:
        """Close the current briefing and show the previous one; quit after the last."""
        closed = self.current_mode
        if len(self._briefings) == 1:
            self.exit()
            return
        await self.show_next(-1)
        self._briefings.remove(closed)
        await self.remove_mode(closed)

    # Events.

    def begin_using_terminal(self) -> None:
        """Exit cleanly on signals and on errors, from the first byte sent to the terminal."""
        self._terminal.handle_signals()
        self._terminal.handle_failures()

    def on_mount(self) -> None:
        """Redraw after a suspension."""
        self.app_resume_signal.subscribe(self, lambda _: self._terminal.redraw())

    def on_ready(self) -> None:
        """Enable garbage collection, exempting the objects of the first screen."""
        # Adding the mode earlier would make Textual apply the styles twice.
        self.add_mode(self.DEFAULT_MODE, self.get_default_screen)
        begin_collecting()

    async def on_event(self, event: events.Event) -> None:
        """Pass each key to the dashboard before Textual handles it, and before the next key.

        Textual runs a key's action only after the key has passed through the focused widget, where
        later keys of a burst may overtake it.
        """
        if isinstance(event, events.Resize):
            event = self._terminal.resized(event)
        if isinstance(event, events.Key) and not event.is_forwarded:
            for key in split_alt(self._esc_for_interrupt(event), self._services.keymap):
                if key.key != _INTERRUPT:
                    self._interrupted_at = -_AGAIN_WITHIN
                if self._passes(key) or not self._held.hold(
                    key, self.focused, is_ready=self._is_ready
                ):
                    await self._take(key)
        else:
            await super().on_event(event)

    async def _take(self, key: events.Key) -> None:
        screen = self.screen if key.key not in _SYSTEM else None
        if isinstance(screen, Dashboard) and await screen.take_key(key):
            return
        self._held.note(key, self.focused)
        await super().on_event(key)

    def _passes(self, key: events.Key) -> bool:
        """Return whether a key is never held: it quits, or cancels a waiting enter."""
        screen = self.screen
        waits = isinstance(screen, Dashboard) and screen.parts.query.enter_waits
        return key.key in QUIT_ALWAYS.keys or (waits and key.key == "escape")

    @property
    def _is_ready(self) -> bool:
        """Whether the dashboard can handle keys, or another screen is on top of it."""
        return not isinstance(self.screen, Dashboard) or self.screen.is_ready

    @on(TypingEnded)
    async def _end_typing(self, event: TypingEnded) -> None:
        self._held.end(event.prompt)
        await self._take_held_keys()

    @on(Dashboard.Ready)
    async def _take_held_keys(self) -> None:
        """Handle the keys that were held, until another end of typing among them."""
        while self._is_ready and (key := self._held.next()) is not None:
            await self._take(key)

    def _esc_for_interrupt(self, event: events.Key) -> events.Key:
        """Return esc for ctrl+c between keys, or while an enter waits; other events unchanged.

        Prompts know ctrl+c, but keep the keys after an enter.
        """
        screen = self.screen
        cancels = isinstance(screen, Dashboard) and (
            screen.parts.keys.is_waiting or screen.parts.query.enter_waits
        )
        is_interrupt = event.key == _INTERRUPT
        return events.Key("escape", "\x1b") if cancels and is_interrupt else event

    # Textual's hooks.

    def hang_up(self) -> None:
        """Exit as on SIGHUP: the terminal is gone."""
        self._terminal.end(signal.SIGHUP)

    def action_interrupt(self) -> None:
        """Quit on the second ctrl+c; cancel what is running on the first, and show how to quit."""
        now = time.monotonic()
        if now - self._interrupted_at < _AGAIN_WITHIN:
            self.exit(return_code=128 + signal.SIGINT)
        self._interrupted_at = now
        screen = self.screen
        cancelled = isinstance(screen, Dashboard) and screen.parts.navigator.cancel()
        message = f"{'cancelled; ' if cancelled else ''}{_INTERRUPT} again to quit"
        self._show_message(message)
        if not isinstance(screen, Dashboard):
            return

        def end() -> None:
            if self._interrupted_at == now:  # a later ctrl+c shows the message for its own time
                screen.parts.footer.clear_message(message)

        screen.set_timer(_AGAIN_WITHIN, end)

    def _show_message(self, message: str) -> None:
        if isinstance(self.screen, Dashboard):
            self.screen.parts.show_message(message)

    def get_default_screen(self) -> Screen[None]:
        """Return the dashboard of the first briefing."""
        return Dashboard(self._first, self._services)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Define the program's colours for every theme, which may override them."""
        return dict(THEMES[0].variables)


def split_alt(event: events.Key, keymap: Keymap) -> list[events.Key]:
    """Return the keys of an event: esc and a letter if it was decoded as alt and that letter.

    Terminals send the same bytes for both. If alt with this letter is bound, the event is kept.
    """
    typed = event.character
    alone = event.key.removeprefix("alt+").removeprefix("shift+")
    bound = any(event.key in keys.split() for one in keymap.actions for keys in one.keys)
    if not event.key.startswith("alt+") or typed is None or len(alone) != 1 or bound:
        return [event]
    return [events.Key("escape", "\x1b"), events.Key(typed, typed)]
