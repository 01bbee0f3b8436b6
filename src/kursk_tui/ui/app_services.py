"""Services that all dashboards of the app share: configuration, state, terminal access."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from kursk_tui.platform.config import Config
from kursk_tui.platform.state import State
from kursk_tui.text.messages import plural
from kursk_tui.ui.keys.actions import actions
from kursk_tui.ui.keys.keymap import Keymap
from kursk_tui.ui.pane_registry import panes


class NoTerminalError(Exception):
    """The app has no terminal to suspend itself from."""


class TerminalAccess(Protocol):
    """Operations on the terminal; `ending` is set when the app is asked to exit."""

    ending: asyncio.Event

    @property
    def width(self) -> int:
        """The width of the screen in cells."""

    def use_mouse(self, captured: bool | None) -> bool:
        """Enable, disable or (None) toggle mouse capture; return the new state."""

    def redraw(self) -> None:
        """Redraw the whole screen."""

    def handle_signals(self) -> None:
        """Exit the app on signals, including SIGINT."""

    def suspended(self) -> AbstractContextManager[None]:
        """Suspend the app, so that another program can use the terminal. Raises NoTerminalError."""


class ThemeSwitch(Protocol):
    """The current theme, by its Textual name."""

    theme: str


@dataclass(frozen=True)
class AppServices:
    """The services of one run of the app.

    `themes` are the Textual names of the themes that the terminal can show, the default first.
    `copy` puts a text on the clipboard and returns how it was copied, for a message. `run_in_app`
    runs an action of Textual's app. `notice` is shown at startup.
    """

    keymap: Keymap
    state: State
    configured_theme: str | None
    saved_queries: Mapping[str, str]
    themes: Sequence[str]
    copy: Callable[[str], str]
    terminal: TerminalAccess
    theme_switch: ThemeSwitch
    run_in_app: Callable[[str], Awaitable[object]]
    notice: str = ""


def keymap_of(config: Config) -> Keymap:
    """Return the keymap of a configuration."""
    return Keymap.of(actions(panes()), config.keys)


def notice_of(config: Config) -> str:
    """Return the startup notice: how many entries of the configuration are ignored."""
    count = len(config.warnings)
    ignored = f"{plural(count, 'entry', 'entries')} ignored; see “kursk-tui keys”"
    return f"config.toml: {ignored}" if count else ""
