"""A minimal Textual app to compare with: a line that changes with every key."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Minimal(App[None]):
    """Shows the last key."""

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Static("ready", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Show the key."""
        self.query_one(Static).update(f"pressed {event.key}")


if __name__ == "__main__":
    Minimal().run()
