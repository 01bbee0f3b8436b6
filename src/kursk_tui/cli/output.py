"""Standard output and files: text in lines, and bytes that are there whole or not at all."""

import sys
from collections.abc import Iterable
from pathlib import Path

from kursk_tui.cli.exit_codes import USAGE, CommandError
from kursk_tui.platform.files import write_atomically
from kursk_tui.text.sanitize import ascii_only as in_ascii
from kursk_tui.text.sanitize import visible

_STANDARD_OUTPUT = ("-", "/dev/stdout", "/dev/fd/1")
"""Written to as what it is: a file there, perhaps opened to append, is not to be replaced."""


def put_lines(lines: Iterable[str], *, ascii_only: bool = False) -> None:
    """Print lines for people to read; what the encoding lacks becomes a question mark."""
    for line in lines:
        print(in_ascii(line) if ascii_only else line)


def put_text(text: str, path: Path | None) -> None:
    """Write text as UTF-8 to a file, or to standard output.

    An old file stays as it is until the new one is there. Raises CommandError.
    """
    data = text.encode("utf-8", "replace")
    if path is None or str(path) in _STANDARD_OUTPUT:
        sys.stdout.flush()
        rest = memoryview(data)
        while rest:  # without a buffer, a write may take a part only
            rest = rest[sys.stdout.buffer.write(rest) or 0 :]
        return
    try:
        write_atomically(path, data)
    except OSError as error:
        why = f"cannot write {visible(str(path))}: {error.strerror or error}"
        raise CommandError(USAGE, f"kursk-tui: {why}") from None
    except (ValueError, RuntimeError):  # no name for a file, or links in a circle
        raise CommandError(
            USAGE, f"kursk-tui: cannot write {visible(str(path))}: no file can have this name"
        ) from None


def complain(message: str) -> None:
    """Say something on standard error, after what is on standard output."""
    sys.stdout.flush()
    print(message, file=sys.stderr)
