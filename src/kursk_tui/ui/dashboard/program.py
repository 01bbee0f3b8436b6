"""Actions of the program: help, palette, theme, mouse, redraw."""

from collections.abc import Callable

from kursk_tui.platform.state import Theme
from kursk_tui.query import View
from kursk_tui.ui.app_services import AppServices
from kursk_tui.ui.dashboard.ports import OpenFinder, ShowMessage
from kursk_tui.ui.pane import Pane
from kursk_tui.ui.theme import PREFIX


class Program:
    """Opens the help and the palette, and changes the theme and mouse capture."""

    def __init__(
        self,
        services: AppServices,
        view: Callable[[], View],
        pane: Callable[[], Pane],
        find: OpenFinder,
        show_message: ShowMessage,
    ) -> None:
        self._services = services
        self._view = view
        self._pane = pane
        self._find = find
        self._show_message = show_message

    async def help(self) -> None:
        """Open the finder with the signs of the current pane, all keys and example queries."""
        from kursk_tui.ui.finder.entries import action_entries, example_entries, sign_entries

        draft = self._view().briefing.status == "draft"
        signs = sign_entries(self._pane(), draft=draft)
        keys = action_entries(self._services.keymap.actions)
        await self._find("Signs and keys", [*signs, *keys, *example_entries()])

    async def palette(self) -> None:
        """Open the finder with actions, saved queries, themes, sources and claims; panes first."""
        from kursk_tui.ui.finder.entries import (
            MAX_CLAIMS,
            action_entries,
            service_entries,
            view_entries,
        )

        services = self._services
        keys = sorted(action_entries(services.keymap.actions), key=lambda one: one.group != "Panes")
        listed = [*keys, *service_entries(services.saved_queries, services.themes)]
        too_many = len(self._view().claims) > MAX_CLAIMS
        remark = f"more than {MAX_CLAIMS:,} claims: / finds them" if too_many else ""
        await self._find("Everything", listed, lambda: view_entries(self._view()), remark)

    def next_theme(self) -> None:
        """Switch to the next theme that this terminal can show."""
        themes, current = self._services.themes, self._services.theme_switch.theme
        if len(themes) == 1:
            self._show_message("this terminal has too few colours for another theme")
        else:
            at = themes.index(current) if current in themes else -1
            self.theme(themes[(at + 1) % len(themes)])

    def theme(self, theme: str) -> None:
        """Switch to a theme, and remember it for the next start."""
        self._services.theme_switch.theme = theme
        name = theme.removeprefix(PREFIX)
        self._services.state.theme = Theme(name, self._services.configured_theme)
        self._show_message(f"theme: {name}")

    def mouse(self) -> None:
        """Turn the mouse on or off; while it is off, the terminal can select text."""
        captured = self._services.terminal.use_mouse(None)
        self._show_message("mouse on" if captured else "mouse off: the terminal can select text")

    def redraw(self) -> None:
        """Redraw the whole screen: another program may have written to it."""
        self._services.terminal.redraw()
