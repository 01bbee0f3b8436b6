"""The application: the dashboard in its themes."""

import asyncio
import signal
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from kursk_tui.platform.config import Config
from kursk_tui.platform.state import State
from kursk_tui.query import View
from kursk_tui.ui.app_services import Session
from kursk_tui.ui.briefing_file import Origin
from kursk_tui.ui.dashboard.dashboard import Dashboard
from kursk_tui.ui.keys.actions import QUIT_ALWAYS
from kursk_tui.ui.keys.keymap import Keymap
from kursk_tui.ui.pane import Plan
from kursk_tui.ui.runtime import gc_policy
from kursk_tui.ui.terminal.driver import ASCII, Driver
from kursk_tui.ui.theme import ANSI, PREFIX, THEMES
from kursk_tui.ui.widgets.line_widget import HYPERLINKS


class KurskApp(App[None], inherit_bindings=False):
    """Shows one view of a briefing."""

    CSS_PATH = "app.tcss"
    TITLE = "kursk-tui"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(QUIT_ALWAYS.keys[0], "quit", "quit", show=False, system=True, priority=True),
        Binding("ctrl+c", "help_quit", "how to quit", show=False, system=True),
    ]

    def __init__(
        self,
        view: View,
        *,
        query: str = "",
        theme: str | None = None,
        few_colours: bool = False,
        ascii_only: bool = False,
        hyperlinks: bool = False,
        config: Config | None = None,
        state: State | None = None,
        origin: Origin | None = None,
        pane: str | None = None,
        plans: dict[str, Plan] | None = None,
    ) -> None:
        super().__init__(driver_class=Driver, ansi_color=True if few_colours else None)
        self.set_class(ascii_only, ASCII)
        self.set_class(hyperlinks, HYPERLINKS)
        self._view = view
        self._query = query
        self._plans = plans or {}
        choices = [one.name for one in ((ANSI,) if few_colours else (*THEMES, ANSI))]
        self._session = Session.of(
            config or Config(),
            state or State(),
            choices,
            send=self._send,
            use_mouse=self._use_mouse,
            draw_anew=self._draw_anew,
            listen=self._listen,
            origin=origin or Origin(),
            pane=pane,
        )
        for one in (*THEMES, ANSI):
            self.register_theme(one)
        wanted = f"{PREFIX}{theme}"
        chosen = wanted if wanted in choices else choices[0]
        if chosen == ANSI.name:
            self.theme = chosen
        else:
            # As if it had been there before the styles are read, which is done again otherwise.
            self.set_reactive(App.theme, chosen)
            self.stylesheet.set_variables(self.get_css_variables())
        self.animation_level = "none"

    def on_mount(self) -> None:
        """End cleanly when the system asks for it; draw everything anew after a sleep."""
        self.app_resume_signal.subscribe(self, lambda _: self._draw_anew())
        self._listen()

    def _listen(self) -> None:
        if not self.is_headless:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
                asyncio.get_running_loop().add_signal_handler(number, self._end, number)

    def on_ready(self) -> None:
        """Collect garbage from here on, but not among what was made for the first screen."""
        gc_policy.begin_collecting()

    def _end(self, number: int) -> None:
        self._session.ending.set()
        self.exit(return_code=128 + number)

    async def on_event(self, event: events.Event) -> None:
        """Hand keys to the dashboard before Textual looks at them, each before the next.

        Textual runs a key's action only after the key has gone through the focused widget, and
        keys that come in a burst may overtake it there.
        """
        if isinstance(event, events.Resize) and isinstance(self._driver, Driver):
            # Signals come nested while an edge is pulled, so that the last to tell a size may be
            # the one that read it first.
            size = self._driver.size_by_now(event.size)
            if size == self.size:
                self._draw_anew()  # it may have had another in between, and have lost cells
            if size != event.size:
                event = events.Resize(size, size)
            self._driver.resize_screen(*size)
        if isinstance(event, events.Key) and not event.is_forwarded:
            for key in apart(event, self._session.keymap):
                screen = self.screen if key.key not in _SYSTEM else None
                if not isinstance(screen, Dashboard) or not await screen.take_key(key):
                    await super().on_event(key)
        else:
            await super().on_event(event)

    def _send(self, sequence: str) -> None:
        if isinstance(self._driver, Driver):  # Textual names it nowhere else
            self._driver.send(sequence)

    def _draw_anew(self) -> None:
        if isinstance(self._driver, Driver):
            self._driver.forget_screen()
        self.refresh(layout=True, repaint=True)

    def _use_mouse(self, wanted: bool | None) -> bool:
        return isinstance(self._driver, Driver) and self._driver.use_mouse(wanted)

    @property
    def failure(self) -> Exception | None:
        """What the program failed with, if it did."""
        return self._exception

    def _fatal_error(self) -> None:
        """Close without Textual's page of source code: the command says what happened."""
        self._close_messages_no_wait()

    def action_help_quit(self) -> None:
        """Say how to quit."""
        if isinstance(self.screen, Dashboard):
            self.screen.tell(f"{QUIT_ALWAYS.keys[0]} quits")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme the program's own colours, which it may override."""
        return dict(THEMES[0].variables)

    def get_default_screen(self) -> Screen[None]:
        """Return the dashboard."""
        return Dashboard(self._view, self._query, self._session, self._plans)


def apart(event: events.Key, keymap: Keymap) -> list[events.Key]:
    """Return a key as it was pressed: esc and then a letter, where they came as alt and a letter.

    A terminal sends the same for both. Where alt and this letter are bound, they are meant.
    """
    typed = event.character
    alone = event.key.removeprefix("alt+").removeprefix("shift+")
    bound = any(event.key in keys.split() for one in keymap.actions for keys in one.keys)
    if not event.key.startswith("alt+") or typed is None or len(alone) != 1 or bound:
        return [event]
    return [events.Key("escape", "\x1b"), events.Key(typed, typed)]


_SYSTEM = ("ctrl+q", "ctrl+c")
"""Keys of the application itself, on whatever screen."""
