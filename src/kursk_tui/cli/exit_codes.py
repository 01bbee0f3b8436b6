"""Exit codes of the program, and the exception that ends a command with one."""

OK = 0
"""Success."""
FINDING = 1
"""The file is not a valid briefing, no claim matches, or two editions differ."""
USAGE = 2
"""The command line is wrong, or a file cannot be read or written."""
INTERNAL = 3
"""There is an error in the program itself."""
INTERRUPTED = 130
"""The program was ended by SIGINT, as by ctrl+c."""
TERMINATED = 143
"""The program was ended by SIGTERM."""


class CommandError(Exception):
    """An error that ends a command with an exit code and a message on standard error.

    The first line of the message is complete by itself.
    """

    def __init__(self, code: int, message: str) -> None:
        self.code = code
        super().__init__(message)
