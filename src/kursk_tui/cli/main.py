"""The entry point: runs a command, and sees to it that it ends as a command should."""

from __future__ import annotations

import gc
import os
import signal
import sys

from kursk_tui import __version__
from kursk_tui.cli.exit_codes import INTERNAL, INTERRUPTED, OK, TERMINATED, USAGE, CommandError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType
    from typing import NoReturn, TextIO

DEBUG = "KURSK_TUI_DEBUG"
"""The environment variable that has the place of an unforeseen error shown."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code. Nothing it meets ends in a traceback."""
    # What a command makes lives as long as the command; the dashboard turns this on again.
    gc.disable()
    # Looking for plugins of pydantic takes longer than reading most briefings; it has none here.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    signal.signal(signal.SIGTERM, _terminated)
    have_output = _have_output()
    sys.stderr = _Complaints(sys.stderr)
    if not have_output:
        print("kursk-tui: standard output is closed", file=sys.stderr)
        return USAGE
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _give_up_output()
        return OK  # the reader of the pipe has what it wanted


class _Complaints:
    """Standard error; what cannot be written there is lost, and changes nothing else."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except OSError:
            self._give_up()
            return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError:
            self._give_up()

    def _give_up(self) -> None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def _have_output() -> bool:
    """Fill the places of closed streams, which files would take else; return if one can print."""
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


def _terminated(_: int, __: FrameType | None) -> NoReturn:
    raise SystemExit(TERMINATED)


def _run(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        return _finish(arguments)
    except BrokenPipeError:
        raise
    except OSError as error:
        return _unforeseen(error, USAGE, f"{error.strerror or error}")
    except MemoryError as error:
        return _unforeseen(error, USAGE, "there is not enough memory")
    except Exception as error:
        return _unforeseen(error, INTERNAL, f"an error in kursk-tui itself: {error!r:.200}")


def _finish(arguments: list[str]) -> int:
    """Run a command and print all it has to say; return its exit code."""
    try:
        code = _do(arguments)
        sys.stdout.flush()
    except CommandError as error:
        sys.stdout.flush()
        print(error, file=sys.stderr)
        return error.code
    except SystemExit:  # where help was asked for
        sys.stdout.flush()
        raise
    return code


def _do(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        print(f"kursk-tui {__version__}")  # scripts ask for it often, and need nothing else
        return OK
    from kursk_tui.cli.parser import parse_arguments, run_command

    return run_command(parse_arguments(arguments))


def _unforeseen(error: Exception, code: int, message: str) -> int:
    _give_up_output()
    from kursk_tui.text.sanitize import visible

    print(f"kursk-tui: {visible(message)}", file=sys.stderr)
    if os.environ.get(DEBUG):
        import traceback

        traceback.print_exception(error)
    elif code == INTERNAL:
        print(f"{DEBUG}=1 shows where it happened", file=sys.stderr)
    return code


def _give_up_output() -> None:
    """Let Python find nothing to complain of when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
