"""The part of the dashboard that takes keys, one after the other, and tells what they did."""

from textual import events

from kursk_tui.query import View
from kursk_tui.ui.app_services import Session
from kursk_tui.ui.dashboard.query_screen import QueryScreen
from kursk_tui.ui.keys.actions import OF_A_DRAFT
from kursk_tui.ui.keys.keymap import displayed, key_name
from kursk_tui.ui.widgets.bar import KeyBar


class KeyScreen(QueryScreen):
    """Runs the action that a key stands for, or waits for the keys that must follow it."""

    def __init__(self, view: View, query: str, session: Session) -> None:
        super().__init__(view, query, session)
        self._pending = ""
        self._told = False

    async def take_key(self, event: events.Key) -> bool:
        """Run what a key stands for; return whether it is taken, and not text for the query bar."""
        if self.query_bar.editing:
            return event.key == "escape" and self.leave_waiting()
        key = key_name(event.key, event.character)
        step = self.session.keymap.step(self._pending, key)
        cancelled, self._pending = self._pending, step.pending if step else ""
        if self._told or cancelled:
            self._told = False
            self.say_keys()
        if step is None:
            if cancelled and key != "escape":
                self.tell(f"{displayed(f'{cancelled} {key}')} does nothing")
        elif step.pending:
            self._say_following()
        elif (why_not := self.cannot_run(step.run)) is not None:
            self.tell(why_not)
        else:
            await self.run_action(step.run)
        return True

    def cannot_run(self, action: str) -> str | None:
        """Return why an action cannot be run just now; the screen that has panes knows."""
        return None

    def action_begin(self, keys: str) -> None:
        """Take keys as pressed, and wait for those that must follow."""
        self._pending = keys
        self._say_following()

    def remark_on(self, pending: str) -> str:
        """Return what is worth knowing while keys are waited for."""
        return ""

    def _say_following(self) -> None:
        remark = self.remark_on(self._pending)
        self.query_one(KeyBar).show_following(self.session.keymap, self._pending, remark)

    def tell(self, message: str) -> None:
        """Say something in the line of keys, until the next key."""
        self._told = True
        super().tell(message)

    def say_keys(self) -> None:
        """Show the keys of the moment, unless something is told until the next key."""
        if self._told:
            return
        if self.query_bar.editing:
            self.query_one(KeyBar).show_editing()
        else:
            draft = self._first_view.briefing.status == "draft"
            self.query_one(KeyBar).show(self.session.keymap, OF_A_DRAFT if draft else ())
