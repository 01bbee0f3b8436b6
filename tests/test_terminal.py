"""What a terminal is said to be able to do, and whether the screen keeps to it."""

import os
import signal
import subprocess
import sys
from itertools import product

import pytest

from kursk_tui.terminal import Colours, describe
from tests.terminal import Terminal


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "true"),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, "true"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "screen-256color"}, "256"),
        ({"TERM": "tmux-256color"}, "256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, "none"),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, "256"),
    ],
)
def test_colours_follow_from_the_environment(environment: dict[str, str], colours: Colours) -> None:
    assert describe(environment, interactive=True).colours == colours


@pytest.mark.parametrize(
    ("term", "colours"),
    [("xterm", "few"), ("linux", "few"), ("vt100", "none"), ("no-such-terminal", "few")],
)
def test_the_terminal_database_decides_the_rest(term: str, colours: Colours) -> None:
    # It can be asked once in a process.
    code = (
        "from kursk_tui.terminal import describe;"
        f"print(describe({{'TERM': '{term}'}}, interactive=True).colours)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == colours


@pytest.mark.parametrize("term", ["", "dumb", "unknown"])
def test_a_terminal_that_cannot_move_its_cursor_is_not_drawn_on(term: str) -> None:
    assert not describe({"TERM": term}, interactive=True).drawable
    assert not describe({}, interactive=True).drawable


def test_a_pipe_is_not_drawn_on() -> None:
    assert not describe({"TERM": "xterm"}, interactive=False).drawable


TERMS = ("xterm", "xterm-256color", "screen-256color", "tmux-256color", "linux", "vt100")
MODES = (b"?1049", b"?1000", b"?1003", b"?1006", b"?2004")


def is_restored(terminal: Terminal) -> bool:
    """Return whether alternate screen, mouse and paste modes are off and the cursor is shown."""
    sent = terminal.sent
    modes_off = all(
        sent.rfind(b"\x1b[" + mode + b"l") > sent.rfind(b"\x1b[" + mode + b"h") for mode in MODES
    )
    return modes_off and sent.rfind(b"\x1b[?25h") > sent.rfind(b"\x1b[?25l")


def unreadable(terminal: Terminal) -> list[str]:
    """Return the glyphs whose colour is that of their ground."""
    return [
        cell.data
        for row in terminal.screen.buffer.values()
        for cell in row.values()
        if cell.data.strip() and cell.fg == cell.bg != "default"
    ]


@pytest.mark.parametrize(
    ("term", "no_color", "theme"), list(product(TERMS, ("", "1"), ("dark", "light", "ansi")))
)
def test_the_screen_can_be_read_in_every_terminal(term: str, no_color: str, theme: str) -> None:
    terminal = Terminal(
        ["--theme", theme], env={"TERM": term, "NO_COLOR": no_color, "COLORTERM": ""}
    )
    titles = ("1 Timeline", "2 Figures", "3 Sources", "4 Confidence", "0 Claim", "q quit")
    terminal.wait_for(lambda text: all(title in text for title in titles))
    terminal.wait_for("Partnership treaty takes effect")
    assert unreadable(terminal) == []
    coloured = b"\x1b[38;" in terminal.sent or b";38;" in terminal.sent
    assert coloured == ("256color" in term and not no_color and theme != "ansi")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert is_restored(terminal)


@pytest.mark.parametrize("no_color", ["", "1"])
@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_draw_gets_plain_text(term: str, no_color: str) -> None:
    terminal = Terminal(["--query", "id:S9"], env={"TERM": term, "NO_COLOR": no_color})
    assert terminal.wait_for_end() == 0
    assert b"\x1b" not in terminal.sent
    assert b"source not stated" in terminal.sent


@pytest.mark.parametrize(
    ("ending", "code"),
    [("q", 0), ("\x11", 0), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["q", "ctrl+q", "SIGTERM", "SIGHUP"],
)
def test_every_way_out_restores_the_terminal(ending: str | signal.Signals, code: int) -> None:
    terminal = Terminal()
    terminal.wait_for("Partnership treaty takes effect")
    if isinstance(ending, str):
        terminal.press(ending)
    else:
        terminal.child.kill(ending)
    assert terminal.wait_for_end() == code
    assert is_restored(terminal)


def test_ctrl_z_sleeps_in_a_clean_terminal_and_wakes_to_the_same_screen() -> None:
    terminal = Terminal()
    terminal.wait_for("Partnership treaty takes effect")
    terminal.press("2")
    terminal.press("\x1a")
    terminal.wait_for(lambda _: is_restored(terminal))
    assert terminal.child.pid is not None
    _, status = os.waitpid(terminal.child.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    seen = len(terminal.sent)
    terminal.child.kill(signal.SIGCONT)
    terminal.wait_for(lambda _: b"?1049h" in terminal.sent[seen:])
    terminal.wait_for("1 Timeline")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert is_restored(terminal)
