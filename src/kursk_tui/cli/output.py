"""Write to standard output, to standard error, and to files, which are replaced atomically."""

import sys
from collections.abc import Iterable
from pathlib import Path

from kursk_tui.cli.exit_codes import USAGE, CommandError
from kursk_tui.platform.files import write_atomically
from kursk_tui.text.sanitize import ascii_only as in_ascii
from kursk_tui.text.sanitize import visible

_STANDARD_OUTPUT = ("-", "/dev/stdout", "/dev/fd/1")
"""Written as a stream: it may be redirected to append to a file, which must not be replaced."""


def print_lines(lines: Iterable[str], *, ascii_only: bool = False) -> None:
    """Print lines for people; characters that the encoding lacks become question marks."""
    for line in lines:
        print(in_ascii(line) if ascii_only else line)


def write_text(text: str, path: Path | None) -> None:
    """Write text as UTF-8 to a file, or to standard output if `path` is None.

    A file is replaced only when the new one is complete. Raises CommandError.
    """
    data = text.encode("utf-8", "replace")
    if path is None or str(path) in _STANDARD_OUTPUT:
        sys.stdout.flush()
        rest = memoryview(data)
        while rest:  # an unbuffered stream may write only part of the data
            rest = rest[sys.stdout.buffer.write(rest) or 0 :]
        return
    try:
        write_atomically(path, data)
    except OSError as error:
        reason = f"cannot write {visible(str(path))}: {error.strerror or error}"
        raise CommandError(USAGE, f"kursk-tui: {reason}") from None
    except (ValueError, RuntimeError):  # a null character in the name, or a loop of symbolic links
        raise CommandError(
            USAGE, f"kursk-tui: cannot write {visible(str(path))}: this is not a valid file name"
        ) from None


def print_error(message: str) -> None:
    """Print a message on standard error, after flushing standard output to keep the order."""
    sys.stdout.flush()
    print(message, file=sys.stderr)
