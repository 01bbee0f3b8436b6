"""The application: the dashboard in its themes."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from kursk_tui.query import View
from kursk_tui.ui.actions import QUIT_ALWAYS
from kursk_tui.ui.screens.dashboard import Dashboard
from kursk_tui.ui.theme import THEMES


class KurskApp(App[None], inherit_bindings=False):
    """Shows one view of a briefing."""

    CSS_PATH = "app.tcss"
    TITLE = "kursk-tui"
    ENABLE_COMMAND_PALETTE = False  # its key would hide the dashboard's own, which can be rebound
    BINDINGS: ClassVar[list[BindingType]] = [
        QUIT_ALWAYS,
        Binding(
            "ctrl+c",
            "help_quit",
            "how to quit",
            show=False,
            system=True,
            id="quit.hint",
            tooltip="Say how to quit",
        ),
    ]

    def __init__(self, view: View, *, query: str = "", theme: str | None = None) -> None:
        super().__init__()
        self.use_command_palette = True
        self._view = view
        self._query = query
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme or THEMES[0].name
        self.animation_level = "none"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme the program's own colours, which it may override."""
        return dict(THEMES[0].variables)

    def get_default_screen(self) -> Screen[None]:
        """Return the dashboard."""
        return Dashboard(self._view, self._query)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every action of the dashboard in the palette."""
        if isinstance(screen, Dashboard):
            seen = set()
            for active in screen.active_bindings.values():
                binding = active.binding
                if binding.id in seen or binding.id in (None, "palette") or binding.system:
                    continue
                seen.add(binding.id)

                async def run(action: str = binding.action) -> None:
                    await screen.run_action(action)

                yield SystemCommand(binding.description, binding.tooltip, run)
