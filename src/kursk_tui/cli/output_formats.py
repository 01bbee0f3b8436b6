"""The choices of `--format` of each command, and the modules that write them."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # importing `typing` takes a tenth of the time of `--help`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Outputs:
    """The choices of a command's `--format`; the first is the default.

    The choice `name` is written by the function `as_name` of `module`, which returns the lines to
    print. The module is imported on first use.
    """

    def __init__(self, module: str, *choices: str) -> None:
        self.module = module
        self.choices = choices

    def writer(self, choice: str) -> Callable[..., Iterator[str]]:
        """Return the function for a choice."""
        writer: Callable[..., Iterator[str]] = getattr(import_module(self.module), f"as_{choice}")
        return writer


CHECK_OUTPUTS = Outputs("kursk_tui.checking.report", "full", "concise", "json", "github")
QUERY_OUTPUTS = Outputs("kursk_tui.formats.matches", "table", "json", "ids", "count")
DIFF_OUTPUTS = Outputs("kursk_tui.diffing.report", "text", "json")
TRACK_OUTPUTS = Outputs("kursk_tui.formats.track_report", "text", "md", "csv", "json", "svg")
CHANGES_OUTPUTS = Outputs("kursk_tui.formats.changes_report", "text", "md", "json")
NAMES_OUTPUTS = Outputs("kursk_tui.formats.names_report", "text", "json")
