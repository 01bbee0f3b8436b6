"""The command, called in this process with its own streams, or started as a process."""

import gc
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager
from pathlib import Path
from typing import Any, BinaryIO
from unittest.mock import patch

from kursk_tui.cli.main import main
from tests.terminal import COMMAND


def run(
    *arguments: str | Path,
    given: bytes = b"",
    folder: Path | None = None,
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    """Call the command with `given` as standard input, without the cost of a new process.

    Its streams are files with real descriptors. Tests that need a process (for pipes, closed
    streams, signals, locales or imports) use `start`.
    """
    words = [str(argument) for argument in arguments]
    with ExitStack() as stack:
        stdin, stdout, stderr = (stack.enter_context(tempfile.TemporaryFile()) for _ in range(3))
        stdin.write(given)
        stdin.seek(0)
        with (
            chdir(folder or "."),
            patch.dict(os.environ, {"TERM": "xterm", **environment}),
            _state_of_the_process(),
            _streams(stdin, stdout, stderr),
        ):
            code = _exit_code(words)
        output = [_text(stream) for stream in (stdout, stderr)]
    return subprocess.CompletedProcess(words, code, *output)


def start(
    *arguments: str | Path, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Start the installed command as a process whose streams are pipes."""
    done = subprocess.run(
        [COMMAND, *map(str, arguments)],
        input=given,
        capture_output=True,
        env={**os.environ, "TERM": "xterm", **environment},
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def _exit_code(words: list[str]) -> int:
    try:
        return main(words)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


@contextmanager
def _state_of_the_process() -> Iterator[None]:
    """Restore the process-wide settings that the command changes because its process ends."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    unraisable, collects = sys.unraisablehook, gc.isenabled()
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        sys.unraisablehook = unraisable
        if collects:
            gc.enable()


@contextmanager
def _streams(*files: BinaryIO) -> Iterator[None]:
    """Replace the standard streams by files, both in Python and as descriptors."""
    saved = [os.dup(number) for number in range(3)]
    for number, file in enumerate(files):
        os.dup2(file.fileno(), number)
    try:
        with (
            _text_stream(0, "r") as stdin,
            _text_stream(1, "w") as stdout,
            _text_stream(2, "w") as stderr,
            patch.multiple(sys, stdin=stdin, stdout=stdout, stderr=stderr),
        ):
            yield
    finally:
        for number, descriptor in enumerate(saved):
            os.dup2(descriptor, number)
            os.close(descriptor)


def _text_stream(number: int, mode: str) -> io.TextIOWrapper:
    stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
    assert isinstance(stream, io.TextIOWrapper)
    return stream


def _text(file: BinaryIO) -> str:
    file.seek(0)
    return file.read().decode()


def written(folder: Path, raw: Any, name: str = "briefing.json") -> Path:
    """Write data as a JSON file and return its path."""
    path = folder / name
    path.write_text(json.dumps(raw, ensure_ascii=False, indent=1), "utf-8")
    return path
