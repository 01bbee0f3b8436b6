"""The dashboard in a real tmux and a real GNU screen."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminal import COMMAND, Terminal


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


class Tmux:
    """A separate tmux server in which the command runs at 80x24."""

    def __init__(self, folder: Path, state: Path) -> None:
        self._tmux = ["tmux", "-f", "/dev/null", "-S", str(folder / "socket")]
        env = {key: value for key, value in os.environ.items() if key != "TMUX"}
        env["XDG_STATE_HOME"] = str(state)
        size = ("-x", "80", "-y", "24")
        ending = f"{COMMAND}; echo ended with $?; exec cat"
        subprocess.run(
            [*self._tmux, "new-session", "-d", *size, "sh", "-c", ending], env=env, check=True
        )

    def run(self, *arguments: str) -> str:
        """Run a command of tmux and return what it prints."""
        done = subprocess.run(
            [*self._tmux, *arguments], capture_output=True, text=True, check=False
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        """Press keys, by tmux's names for them."""
        self.run("send-keys", *keys)

    def wait_for(self, wanted: str) -> str:
        """Wait until the screen shows what is wanted, and return the screen."""
        return wait(lambda: self.run("capture-pane", "-p"), lambda text: wanted in text)


def wait(look: Callable[[], str], met: Callable[[str], bool]) -> str:
    until = time.monotonic() + 30
    while not met(seen := look()):
        assert time.monotonic() < until, seen
        time.sleep(0.05)
    return seen


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    with tempfile.TemporaryDirectory() as folder:  # tmp_path may be too long for a socket
        session = Tmux(Path(folder), tmp_path)
        yield session
        session.run("kill-server")


@needs("tmux")
def test_the_dashboard_works_in_tmux(tmux: Tmux, tmp_path: Path) -> None:
    tmux.wait_for("Partnership tr")
    tmux.press("/killed:>=100", "Enter")
    tmux.wait_for("1 match")
    tmux.press("2")
    tmux.wait_for("[2 Figures")
    tmux.press("yq")
    tmux.wait_for("quote sent to the terminal's clipboard by tmux; also in last-yank")
    copied = tmux.run("show-buffer")
    assert copied.startswith("“South Korean intelligence has revealed")
    assert copied == (tmp_path / "kursk-tui" / "last-yank").read_text("utf-8")
    tmux.run("resize-window", "-x", "120", "-y", "36")
    tmux.wait_for("11 claims · 5 figures · 3 sources")  # wide enough for the whole header
    assert "4 Confidence" in tmux.wait_for("0 Claim")
    tmux.run("resize-window", "-x", "30", "-y", "8")
    tmux.wait_for("needs 40x12")
    tmux.run("resize-window", "-x", "80", "-y", "24")
    tmux.wait_for("[2 Figures")
    tmux.press("q")
    screen = tmux.wait_for("ended with 0")
    assert "Timeline" not in screen
    assert tmux.run("display-message", "-p", "#{alternate_on} #{mouse_any_flag}") == "0 0\n"


@needs("screen")
def test_the_dashboard_works_in_gnu_screen(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o700)
        terminal = Terminal(
            ["-c", "/dev/null", "-U", "sh", "-c", f"{COMMAND}; echo ended with $?; exec cat"],
            size=(80, 24),
            command="screen",
            env={"SCREENDIR": folder, "XDG_STATE_HOME": str(tmp_path), "TERM": "xterm-256color"},
        )
        terminal.wait_for("Partnership tr")
        terminal.press("/killed:>=100\r")
        terminal.wait_for("1 match")
        terminal.press("yi")
        terminal.wait_for("id sent to the terminal's clipboard (OSC 52); also in last-yank")
        terminal.press("q")
        terminal.wait_for("ended with 0")
        terminal.press("\x04")
        terminal.wait_for_end()
        assert (tmp_path / "kursk-tui" / "last-yank").read_text() == "S10"
