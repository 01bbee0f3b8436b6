"""Actions on the program itself: help, palette, theme, mouse, redraw."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Protocol

from kursk_tui.platform.state import Theme
from kursk_tui.query import View
from kursk_tui.ui.app_services import AppServices
from kursk_tui.ui.dashboard.ports import Tell
from kursk_tui.ui.finder.entries import (
    MOST_CLAIMS,
    Entry,
    action_entries,
    example_entries,
    service_entries,
    view_entries,
)
from kursk_tui.ui.theme import PREFIX


class OpenFinder(Protocol):
    """Opens a list of entries to search; the chosen one is run."""

    def __call__(
        self,
        title: str,
        listed: Sequence[Entry],
        more: Callable[[], Iterable[Entry]] = tuple,
        remark: str = "",
    ) -> Awaitable[None]:
        """Offer `listed` from the start; `more` is searched only for what is typed."""


class Program:
    """Finds and runs actions, and changes how the program looks and takes input."""

    def __init__(
        self, services: AppServices, view: Callable[[], View], find: OpenFinder, tell: Tell
    ) -> None:
        self._services = services
        self._view = view
        self._find = find
        self._tell = tell

    async def help(self) -> None:
        """Find a key by what it does, or an example of a query by what it finds."""
        keys = action_entries(self._services.keymap.actions)
        await self._find("Keys", [*keys, *example_entries()])

    async def palette(self) -> None:
        """Find an action, a theme, a saved query, a source or a claim."""
        services = self._services
        listed = [*service_entries(services), *action_entries(services.keymap.actions)]
        too_many = len(self._view().claims) > MOST_CLAIMS
        remark = f"more than {MOST_CLAIMS:,} claims: / finds them" if too_many else ""
        await self._find("Everything", listed, lambda: view_entries(self._view()), remark)

    def next_theme(self) -> None:
        """Change to the next theme that this terminal can show."""
        themes, current = self._services.themes, self._services.theme_switch.theme
        if len(themes) == 1:
            self._tell("this terminal has too few colours for another theme")
        else:
            at = themes.index(current) if current in themes else -1
            self.theme(themes[(at + 1) % len(themes)])

    def theme(self, theme: str) -> None:
        """Change to a theme, and start with it the next time."""
        self._services.theme_switch.theme = theme
        name = theme.removeprefix(PREFIX)
        self._services.state.theme = Theme(name, self._services.configured_theme)
        self._tell(f"theme: {name}")

    def mouse(self) -> None:
        """Switch mouse capture on or off; without it the terminal can select text."""
        captured = self._services.terminal.use_mouse(None)
        self._tell(
            "mouse capture on" if captured else "mouse capture off: the terminal can select text"
        )

    def redraw(self) -> None:
        """Send the whole screen again: another program may have written on it."""
        self._services.terminal.redraw()
