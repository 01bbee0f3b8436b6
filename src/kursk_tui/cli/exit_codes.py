"""Exit codes of the program, and the exception that ends a command with one."""

OK = 0
"""Success."""
FINDING = 1
"""A file is invalid, nothing matches, names wait for a decision, or versions differ."""
USAGE = 2
"""The command line is wrong, or a file cannot be read or written."""
INTERNAL = 3
"""An internal error: a bug in kursk-tui."""
INTERRUPTED = 130
"""The program was interrupted by SIGINT, or by ctrl+c twice in the dashboard."""
TERMINATED = 143
"""The program was terminated by SIGTERM."""


class CommandError(Exception):
    """An error that ends a command with an exit code and a message on standard error.

    The first line of the message makes sense on its own.
    """

    def __init__(self, code: int, message: str) -> None:
        self.code = code
        super().__init__(message)
