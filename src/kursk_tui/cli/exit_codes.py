"""Exit codes of the command, and the error that ends it with one."""

OK = 0
"""Fine."""
FINDING = 1
"""The file is not a valid briefing, no claim matches, or two editions differ."""
USAGE = 2
"""Wrong usage, or nothing to read or no place to write to."""
INTERNAL = 3
"""An error in the program itself."""
INTERRUPTED = 130
"""Ended by SIGINT, as by ctrl+c."""
TERMINATED = 143
"""Ended by SIGTERM."""


class CommandError(Exception):
    """What ends a command: its exit code, and what is to be said on standard error.

    The first line of the message says everything that matters.
    """

    def __init__(self, code: int, message: str) -> None:
        self.code = code
        super().__init__(message)
