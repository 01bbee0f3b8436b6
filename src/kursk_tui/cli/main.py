"""The entry point: run a command and exit with its code, never with a traceback."""

from __future__ import annotations

import os
import signal
import sys

from kursk_tui import __version__
from kursk_tui.cli.exit_codes import INTERNAL, INTERRUPTED, OK, TERMINATED, USAGE, CommandError
from kursk_tui.gc_policy import collect_nothing
from kursk_tui.platform.streams import prepare_streams

TYPE_CHECKING = False  # importing `typing` takes a tenth of the time of `--version`
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType
    from typing import NoReturn, TextIO

DEBUG = "KURSK_TUI_DEBUG"
"""The environment variable that enables tracebacks of unexpected errors."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; report every error in one line."""
    collect_nothing()  # the dashboard enables collection again
    # The search for pydantic plugins takes longer than reading most briefings.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _end_on_signals()
    has_output = _open_closed_streams()
    sys.stderr = _ErrorStream(sys.stderr)
    if not has_output:
        print("kursk-tui: standard output is closed", file=sys.stderr)
        return USAGE
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
    except BaseException:
        if _ended_by:
            return _ended_by
        raise
    return _ended_by or code


class _ErrorStream:
    """Standard error, with write errors ignored."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except OSError:
            self._discard()
            return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError:
            self._discard()

    def _discard(self) -> None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def _open_closed_streams() -> bool:
    """Open closed standard streams on the null device; return whether standard output was open.

    Otherwise, the next opened file would get the descriptor of a standard stream.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    had_output = sys.stdout is not None
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w")
    return had_output


_ended_by = 0
"""The exit code of the signal that ends the program, if any.

Some libraries swallow the exception of the handler, or raise another one instead.
"""


def _end_on_signals() -> None:
    """End the program on SIGINT and SIGTERM; SIGINT stays ignored in a background job."""
    global _ended_by
    _ended_by = 0
    signal.signal(signal.SIGTERM, _end)
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, _end)
    print_unraisable = sys.unraisablehook
    sys.unraisablehook = lambda error: None if _ended_by else print_unraisable(error)


def _end(number: int, _: FrameType | None) -> NoReturn:
    global _ended_by
    _ended_by = INTERRUPTED if number == signal.SIGINT else TERMINATED
    raise SystemExit(_ended_by)


def _run(arguments: list[str]) -> int:
    prepare_streams(arguments, os.environ)
    try:
        return _finish(arguments)
    except BrokenPipeError:
        _discard_output()
        return OK  # the reader of the pipe needs no more
    except OSError as error:
        return _unexpected(error, USAGE, f"{error.strerror or error}")
    except MemoryError as error:
        return _unexpected(error, USAGE, "not enough memory")
    except Exception as error:
        return _unexpected(error, INTERNAL, f"an error in kursk-tui itself: {error!r:.200}")


def _finish(arguments: list[str]) -> int:
    """Run a command and flush its output; return its exit code."""
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
    except CommandError as error:
        from kursk_tui.cli.output import print_error  # loaded by every command that raises this

        print_error(str(error))
        return error.code
    except SystemExit:  # after --help
        sys.stdout.flush()
        raise
    return code


def _dispatch(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        print(f"kursk-tui {__version__}")  # fast: scripts often run this
        return OK
    from kursk_tui.cli.parser import parse_arguments, run_command

    return run_command(parse_arguments(arguments))


def _unexpected(error: Exception, code: int, message: str) -> int:
    _discard_output()
    if _ended_by:
        return _ended_by
    from kursk_tui.cli.output import print_error

    print_error(f"kursk-tui: {message}")
    if os.environ.get(DEBUG):
        import traceback

        print_error("".join(traceback.format_exception(error)).rstrip())
    elif code == INTERNAL:
        print_error(f"{DEBUG}=1 shows the traceback")
    return code


def _discard_output() -> None:
    """Discard further output, so that the flush at exit cannot fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
