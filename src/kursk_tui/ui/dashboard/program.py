"""The part of the dashboard that is about the program: finding things, themes, mouse, redraw."""

from kursk_tui.platform.state import Theme
from kursk_tui.ui.dashboard.reviewing import ReviewingScreen
from kursk_tui.ui.finder.entries import (
    MOST_CLAIMS,
    action_entries,
    example_entries,
    session_entries,
    view_entries,
)
from kursk_tui.ui.finder.screen import Finder, Found
from kursk_tui.ui.theme import PREFIX


class ProgramScreen(ReviewingScreen):
    """Finds and runs actions, and changes how the program looks and listens."""

    async def action_help(self) -> None:
        """Find a key by what it does, or a query by what it finds."""
        entries = [*action_entries(self.session.keymap.actions), *example_entries()]
        await self.app.push_screen(Finder("Keys", entries), self._run_found)

    async def action_palette(self) -> None:
        """Find an action, a theme, a saved query, a source or a claim."""
        entries = [*session_entries(self.session), *action_entries(self.session.keymap.actions)]
        remark = f"more than {MOST_CLAIMS:,} claims: / finds them" if self._has_too_many else ""
        finder = Finder("Everything", entries, lambda: view_entries(self._first_view), remark)
        await self.app.push_screen(finder, self._run_found)

    @property
    def _has_too_many(self) -> bool:
        return len(self._first_view.claims) > MOST_CLAIMS

    async def _run_found(self, found: Found | None) -> None:
        if found is None:
            return
        if found.run:
            await self.run_action(found.run)
        for key in found.late_keys:
            self.app.post_message(key)

    def action_next_theme(self) -> None:
        """Change to the next theme that this terminal can show."""
        themes = self.session.themes
        if len(themes) == 1:
            self.tell("this terminal has too few colours for another theme")
        else:
            at = themes.index(self.app.theme) if self.app.theme in themes else -1
            self.action_theme(themes[(at + 1) % len(themes)])

    def action_theme(self, theme: str) -> None:
        """Change to a theme, and begin with it the next time."""
        self.app.theme = theme
        name = theme.removeprefix(PREFIX)
        self.session.state.theme = Theme(name, self.session.configured_theme)
        self.tell(f"theme: {name}")

    def action_mouse(self) -> None:
        """Give the mouse to the terminal, so that it can select text, or take it back."""
        taken = self.session.use_mouse(None)
        self.tell("the mouse is the program's" if taken else "the mouse is the terminal's again")

    def action_redraw(self) -> None:
        """Draw the whole screen anew: another program may have written on it."""
        self.session.draw_anew()
