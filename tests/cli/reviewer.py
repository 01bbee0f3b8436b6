"""A process that reviews a draft without a screen, and can be stopped around each step of saving.

It reads commands from standard input: `a 3` and `d 3` accept and reject claim number 3, `u` undoes,
`r` reloads, `step` and `run` choose whether to stop. Where it stops, it prints the step and waits
for a line. It prints the message of the review when a command is done.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kursk_tui.cli.briefing_file import file_of
from kursk_tui.defaults import SIZE_LIMIT
from kursk_tui.formats.json import read
from kursk_tui.formats.source import read_version
from kursk_tui.model import Briefing
from kursk_tui.platform import files, locking, new_file
from kursk_tui.query import View
from kursk_tui.ui.briefing_file import Broken
from kursk_tui.ui.dashboard.review import Review
from kursk_tui.ui.dashboard.selection import Selection
from tests.ui.dashboard.fakes import FakeItemCursor

STEPS: tuple[tuple[Any, str, str], ...] = (
    (files, "confirm", "compare"),
    (new_file.NewFile, "write", "write"),
    (new_file, "exchange", "rename"),
    (new_file, "confirm", "compare again"),
    (locking, "pause", "locked out"),
)
"""Functions that the process stops before, and the names of the steps."""


class Reviewer:
    """A review of a draft, and whether it stops at each step."""

    def __init__(self, path: Path) -> None:
        self.stepping = False
        self.message = ""
        briefing, version = read_version(path, lambda: read(path))
        self._view = View.of(briefing)
        self._file = file_of(path, version, Namespace(max_size=SIZE_LIMIT, watch=False))
        self._selection = Selection(lambda: self._view, lambda: None, lambda _: None)
        self._review = Review(
            self._file,
            lambda: self._view.briefing,
            self._selection,
            FakeItemCursor(),
            self._show,
            self._selection.choose,
            lambda message: setattr(self, "message", message),
            lambda question, _: setattr(self, "message", question),
        )

    def run(self, command: str) -> None:
        """Run a command."""
        what, _, number = command.partition(" ")
        if what in ("a", "d"):
            self._selection.choose(int(number))
            self._review.decide("accepted" if what == "a" else "rejected")
        elif what == "u":
            self._review.undo()
        elif what == "r":
            self._reload()
        else:
            self.stepping = what == "step"
            self.message = what

    def _reload(self) -> None:
        assert self._file.reload is not None
        found = self._file.reload()
        assert not isinstance(found, Broken)
        assert self._file.shown()
        self._show(found)
        self.message = "reloaded"

    def _show(self, briefing: Briefing) -> None:
        self._view = View.of(briefing)


def stopping(function: Callable[..., Any], step: str, reviewer: Reviewer) -> Callable[..., Any]:
    """Return a function that stops before it runs."""

    def run(*arguments: Any) -> Any:
        if reviewer.stepping:
            say(step)
            sys.stdin.readline()
        return function(*arguments)

    return run


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def skip_sync(fd: object) -> None:
    """Do not wait for the disk: the order of steps does not depend on it."""


def main() -> None:
    """Review the file named on the command line."""
    reviewer = Reviewer(Path(sys.argv[1]))
    os.fsync = skip_sync
    for owner, name, step in STEPS:
        setattr(owner, name, stopping(getattr(owner, name), step, reviewer))
    say("ready")
    for line in sys.stdin:
        reviewer.run(line.strip())
        say(f"done: {reviewer.message}")


if __name__ == "__main__":
    main()
