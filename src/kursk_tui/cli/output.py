"""Write to standard output, to standard error, and to the files that `-o` names."""

import argparse
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from kursk_tui.cli.exit_codes import USAGE, CommandError
from kursk_tui.cli.replaceable import why_not_replaceable
from kursk_tui.formats.registry import FORMATS, Format
from kursk_tui.platform.content import ABSENT, ChangedError, digest
from kursk_tui.platform.files import backup_of, write_file
from kursk_tui.text.encoding import ASCII_FORMS, JSON_ESCAPES, XML_ESCAPES, is_utf8
from kursk_tui.text.sanitize import visible

_STREAMS = {"-": 1, "/dev/stdout": 1, "/dev/stderr": 2}
_ESCAPES = {"json": JSON_ESCAPES, "svg": XML_ESCAPES}
"""The error handlers of the choices of `--format` that programs read."""

_DESCRIPTOR = re.compile(r"(?:/dev|/proc/self)/fd/(\d{1,4})")
"""Written as streams: they may be redirected to append to a file, which must not be replaced."""


def print_lines(lines: Iterable[str]) -> None:
    """Print lines for people, without control characters."""
    for line in lines:
        print(visible(line))


def print_output(lines: Iterable[str], output_format: str) -> None:
    """Print lines in a choice of `--format`: JSON and SVG for programs, all others for people."""
    if output_format in _ESCAPES:
        write_text("".join(f"{line}\n" for line in lines), _ESCAPES[output_format])
    else:
        print_lines(lines)


def write_text(text: str, escapes: str | None = None) -> None:
    """Write text for programs to standard output, as UTF-8 whatever the locale.

    Where standard output is not UTF-8, the error handler `escapes` replaces the characters that are
    not ASCII. Without one, only a terminal gets ASCII.
    """
    sys.stdout.flush()
    if not is_utf8(sys.stdout.encoding) and (escapes or sys.stdout.isatty()):
        data = text.encode("ascii", escapes or ASCII_FORMS)
    else:
        data = text.encode("utf-8", "replace")
    rest = memoryview(data)
    while rest:  # an unbuffered stream may write only part of the data
        rest = rest[sys.stdout.buffer.write(rest) or 0 :]


def write_output(
    text: str,
    options: argparse.Namespace,
    file_format: Format | None,
    source: Path | None = None,
    *,
    escapes: str | None = None,
) -> None:
    """Write text to the file of the option `-o`, or to standard output without it.

    A file is replaced only when the new one is complete, and only if it is certainly worthless or
    with the option `--force`; unless it is empty, it is kept with a `~` at the end of its name. The
    name must not be that of another format than `file_format`. `source` is the file that the
    command has read. `escapes` is for `write_text`, if no format is given. Raises CommandError.
    """
    path: Path | None = options.output
    number = _stream(path)
    if path is None or number == 1:
        write_text(text, file_format.escapes if file_format else escapes)
        return
    data = text.encode("utf-8", "replace")
    try:
        if number is None:
            _write_file(path, data, options.force, file_format, source)
        else:
            with os.fdopen(os.dup(number), "wb") as stream:
                stream.write(data)
    except ChangedError:
        raise _cannot_write(path, "another program has just changed it; try again") from None
    except OSError as error:
        raise _cannot_write(path, error.strerror or str(error)) from None
    except ValueError:  # a null character in the name
        raise _cannot_write(path, "this is not a valid file name") from None


def _write_file(
    path: Path, data: bytes, force: bool, file_format: Format | None, source: Path | None
) -> None:
    if path.exists() and not path.is_file():
        write_file(path, data)
        return
    old = path.read_bytes() if path.exists() else None
    if not force:
        if other := _other_format(path, file_format):
            raise _cannot_write(path, f"{other}; --force writes it anyway")
        reason = None if old in (None, data) else why_not_replaceable(path, old or b"", source)
        if reason:
            kept = f"--force replaces it, and keeps it as {visible(backup_of(path).name)}"
            raise _cannot_write(path, f"{reason}; {kept}")
    expected = ABSENT if old is None else digest(old)
    write_file(path, data, expected=expected, backup=bool(old) and old != data)


def _stream(path: Path | None) -> int | None:
    """Return the descriptor that a path stands for, or None if it is a file."""
    name = str(path)
    found = _DESCRIPTOR.fullmatch(name)
    return int(found[1]) if found else _STREAMS.get(name)


def _other_format(path: Path, file_format: Format | None) -> str | None:
    suffix = path.suffix.lower()
    others = [
        other
        for other in FORMATS.values()
        if suffix in other.suffixes and (file_format is None or suffix not in file_format.suffixes)
    ]
    written = "plain text" if file_format is None else file_format.title
    return f"the file name suggests {others[0].title}, but this is {written}" if others else None


def _cannot_write(path: Path, reason: str) -> CommandError:
    return CommandError(USAGE, f"kursk-tui: cannot write {visible(str(path))}: {reason}")


def print_error(message: str) -> None:
    """Print a message on standard error, after flushing standard output to keep the order."""
    sys.stdout.flush()
    for line in message.split("\n"):
        print(visible(line), file=sys.stderr)
