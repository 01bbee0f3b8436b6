"""Write to standard output, to standard error, and to files, which are replaced atomically."""

import sys
from collections.abc import Iterable
from pathlib import Path

from kursk_tui.cli.exit_codes import USAGE, CommandError
from kursk_tui.platform.files import write_atomically
from kursk_tui.text.encoding import ASCII_FORMS, JSON_ESCAPES, is_utf8
from kursk_tui.text.sanitize import visible

_STANDARD_OUTPUT = ("-", "/dev/stdout", "/dev/fd/1")
"""Written as a stream: it may be redirected to append to a file, which must not be replaced."""


def print_lines(lines: Iterable[str]) -> None:
    """Print lines for people, without control characters."""
    for line in lines:
        print(visible(line))


def print_output(lines: Iterable[str], output_format: str) -> None:
    """Print lines in a choice of `--format`: JSON for programs, everything else for people."""
    if output_format == "json":
        write_text("".join(f"{line}\n" for line in lines), None, JSON_ESCAPES)
    else:
        print_lines(lines)


def write_text(text: str, path: Path | None, escapes: str | None = None) -> None:
    """Write text for programs as UTF-8 to a file, or to standard output if `path` is None.

    Where standard output is not UTF-8, the error handler `escapes` replaces the characters that are
    not ASCII. Without one, only a terminal gets ASCII. A file is replaced only when the new one is
    complete. Raises CommandError.
    """
    if path is None or str(path) in _STANDARD_OUTPUT:
        _print_text(text, escapes)
        return
    try:
        write_atomically(path, text.encode("utf-8", "replace"))
    except OSError as error:
        reason = f"cannot write {visible(str(path))}: {error.strerror or error}"
        raise CommandError(USAGE, f"kursk-tui: {reason}") from None
    except (ValueError, RuntimeError):  # a null character in the name, or a loop of symbolic links
        raise CommandError(
            USAGE, f"kursk-tui: cannot write {visible(str(path))}: this is not a valid file name"
        ) from None


def _print_text(text: str, escapes: str | None) -> None:
    sys.stdout.flush()
    if not is_utf8(sys.stdout.encoding) and (escapes or sys.stdout.isatty()):
        data = text.encode("ascii", escapes or ASCII_FORMS)
    else:
        data = text.encode("utf-8", "replace")
    rest = memoryview(data)
    while rest:  # an unbuffered stream may write only part of the data
        rest = rest[sys.stdout.buffer.write(rest) or 0 :]


def print_error(message: str) -> None:
    """Print a message on standard error, after flushing standard output to keep the order."""
    sys.stdout.flush()
    for line in message.split("\n"):
        print(visible(line), file=sys.stderr)
