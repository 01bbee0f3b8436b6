"""The environment of every test: the same whatever the terminal, locale or user."""

import atexit
import gc
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import settings

_VARIABLES = (
    *("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TMUX", "STY", "VTE_VERSION", "TERM_PROGRAM"),
    *("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "LC_ALL", "LC_CTYPE"),
    "PYTHONDONTWRITEBYTECODE",  # processes that compile everything anew start four times as slowly
)

# Thousands of items live as long as the run: no collection should look at them again.
gc.disable()


def pytest_collection_finish() -> None:
    """Leave what was collected out of every later collection of garbage."""
    gc.freeze()
    gc.enable()


# Must precede the import of Textual, which reads these only once.
for name in list(os.environ):
    if name.startswith("TEXTUAL") or name in _VARIABLES:
        del os.environ[name]
os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", TZ="UTC", LANG="C.UTF-8")

# Neither read the user's configuration nor change the saved state.
_home = tempfile.mkdtemp(prefix="kursk-tui-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ.update(XDG_CONFIG_HOME=f"{_home}/config", XDG_STATE_HOME=f"{_home}/state")

# Loaded before any test is imported; `make fuzz` selects the second.
settings.register_profile("default", max_examples=60)
settings.register_profile("thorough", max_examples=2_000)
settings.load_profile("default")


_DEFAULT = (signal.SIGHUP, signal.SIGQUIT)


@pytest.fixture(scope="session", autouse=True)
def default_signals() -> Iterator[None]:
    """Let signals end what the tests start, even where they run in the background.

    A shell without job control starts a background command with SIGINT and SIGQUIT ignored, and
    nohup a command with SIGHUP ignored; children inherit that, but not a handler.
    """
    before = {number: signal.getsignal(number) for number in (*_DEFAULT, signal.SIGINT)}
    for number in _DEFAULT:
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
