"""The application: the dashboard in its themes."""

import asyncio
import signal
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from kursk_tui.query import View
from kursk_tui.ui.actions import QUIT_ALWAYS
from kursk_tui.ui.screens.dashboard import Dashboard
from kursk_tui.ui.theme import ANSI, THEMES


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

    def __init__(
        self, view: View, *, query: str = "", theme: str | None = None, few_colours: bool = False
    ) -> None:
        super().__init__(ansi_color=True if few_colours else None)
        self.use_command_palette = True
        self._view = view
        self._query = query
        self.choices = [one.name for one in ((ANSI,) if few_colours else (*THEMES, ANSI))]
        for one in (*THEMES, ANSI):
            self.register_theme(one)
        self.theme = theme if theme in self.choices else self.choices[0]
        self.animation_level = "none"

    def on_mount(self) -> None:
        """End cleanly when the system asks for it, so that the terminal is restored."""
        if not self.is_headless:
            for number in (signal.SIGTERM, signal.SIGHUP):
                end = partial(self.exit, return_code=128 + number)
                asyncio.get_running_loop().add_signal_handler(number, end)

    def action_next_theme(self) -> None:
        """Change to the next theme that this terminal can show."""
        if len(self.choices) == 1:
            self.notify("This terminal has too few colours for another theme.", timeout=3)
        self.theme = self.choices[(self.choices.index(self.theme) + 1) % len(self.choices)]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme the program's own colours, which it may override."""
        return dict(THEMES[0].variables)

    def get_default_screen(self) -> Screen[None]:
        """Return the dashboard."""
        return Dashboard(self._view, self._query)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every action of the dashboard in the palette, by what it does, with its keys."""
        if not isinstance(screen, Dashboard):
            return
        keys: dict[str, list[str]] = {}
        bindings: dict[str, Binding] = {}
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.id not in (None, "palette") and not binding.system:
                keys.setdefault(binding.id, []).append(self.get_key_display(binding))
                bindings[binding.id] = binding
        for one, binding in bindings.items():

            async def run(action: str = binding.action) -> None:
                await screen.run_action(action)

            label, what = binding.description, binding.tooltip
            title = what if what.lower().startswith(label) else f"{label}: {what}"
            yield SystemCommand(title, f"{' '.join(keys[one])} · {one}", run)
