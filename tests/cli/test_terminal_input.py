"""The dashboard and its terminal: strange keys, its size, ctrl+c, signals, errors, hang-ups."""

import json
import os
import signal
import sys
from pathlib import Path

import pytest

from kursk_tui.cli.commands import dashboard
from tests.cli.run import written
from tests.drafted_briefing import drafted_raw
from tests.terminal import COMMAND, Terminal

READY = "Partnership tr"


def end_of(terminal: Terminal) -> int:
    """Wait for the end of the process without reading what it sends; return its exit code."""
    assert terminal.child.pid is not None
    _, status = os.waitpid(terminal.child.pid, 0)
    terminal.child.ptyproc.terminated = True  # type: ignore[attr-defined]
    return os.waitstatus_to_exitcode(status)


def hang_up(terminal: Terminal) -> int:
    """Close the terminal, and return the exit code of the process."""
    process = terminal.child.ptyproc  # type: ignore[attr-defined]
    process.fileobj.close()
    terminal.child.closed = process.closed = True
    return end_of(terminal)


def test_keys_come_in_the_encoding_of_the_locale_and_other_bytes_are_ignored() -> None:
    terminal = Terminal(env={"LC_ALL": "ru_RU.KOI8-R"}, size=(80, 24))
    terminal.wait_for("q quit")
    terminal.child.send(b"\x1b[106;1:3u\x1b[48;0;0;0;0t\x1b]11;rgb:aaaa/dddd/qqqq\x1b\\\x1b[I")
    terminal.child.send(b"/" + "кндр".encode("koi8-r") + b" OR\x1b[O nis")  # the focus is lost
    terminal.wait_for("/ ???? OR nis")
    terminal.press("\x03")
    terminal.wait_for("type / to filter")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_an_error_while_reading_keys_is_an_internal_error() -> None:
    code = (
        "import sys\n"
        "from kursk_tui.ui.terminal.keyboard import Keyboard\n"
        "Keyboard.feed = lambda self, data: 1 / 0\n"
        "from kursk_tui.cli.main import main\n"
        "sys.exit(main([]))"
    )
    terminal = Terminal(["-c", code], command=sys.executable)
    terminal.wait_for(READY)
    terminal.press("j")
    assert terminal.wait_for_end() == 3
    after = terminal.sent[terminal.sent.rfind(b"?1049l") :].decode()
    assert "kursk-tui: an error in kursk-tui itself: ZeroDivisionError" in after
    assert "Traceback" not in after


def test_the_size_is_that_of_the_terminal_whatever_the_environment_contains() -> None:
    terminal = Terminal(env={"COLUMNS": "100", "LINES": "99999999"})
    terminal.wait_for("q quit")
    assert max(map(len, terminal.text.splitlines())) == 120
    assert terminal.text.splitlines()[35].endswith("q quit")
    terminal.resize(80, 24)
    terminal.wait_for(lambda text: text.splitlines()[-1].endswith("q quit") and "[1 Tim" in text)
    assert len(terminal.text.splitlines()) == 24
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_ctrl_c_leaves_prompts_and_quits_when_pressed_twice(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw())
    terminal = Terminal([str(path)])
    terminal.wait_for("DRAFT, 11 unreviewed")
    terminal.press("a?")
    terminal.wait_for("esc closes")
    terminal.press("\x03")
    terminal.wait_for(lambda text: "esc closes" not in text)
    terminal.press("/killed")
    terminal.wait_for("killed")
    terminal.press("\x03\x03")  # at once, as over a slow connection
    terminal.wait_for("ctrl+c again to quit")
    terminal.press("y\x03j\x03")
    terminal.wait_for("ctrl+c again to quit")
    terminal.press("\x03")
    assert terminal.wait_for_end() == 130
    assert "accepted" in path.read_text("utf-8")


@pytest.mark.parametrize("keys", ["", "p", "E"], ids=["idle", "printing", "editing"])
def test_a_closed_terminal_ends_the_program_and_keeps_decisions(tmp_path: Path, keys: str) -> None:
    path = written(tmp_path, drafted_raw())
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\ntrap '' HUP\necho editing\nread line\n")
    editor.chmod(0o755)
    terminal = Terminal([str(path)], env={"EDITOR": str(editor), "VISUAL": None})
    terminal.wait_for("DRAFT, 11 unreviewed")
    terminal.press("a")
    terminal.wait_for("10 unreviewed")
    terminal.press(keys)
    terminal.wait_for({"p": "press enter to return", "E": "editing"}.get(keys, "10 unreviewed"))
    assert hang_up(terminal) == 129
    claims = json.loads(path.read_text("utf-8"))["claims"]
    assert [one["review"].get("decision") for one in claims].count("accepted") == 1


@pytest.mark.parametrize("keys", ["", "p"], ids=["idle", "printing"])
def test_a_closed_terminal_ends_a_program_that_ignores_sighup(keys: str) -> None:
    terminal = Terminal(["-c", f"trap '' HUP; exec '{COMMAND}'"], command="sh")
    terminal.wait_for(READY)
    terminal.press(keys)
    terminal.wait_for("press enter to return" if keys else READY)
    assert hang_up(terminal) == 129


def test_a_signal_ends_the_program_although_the_terminal_takes_no_more_output() -> None:
    terminal = Terminal()
    terminal.wait_for(READY)
    for _ in range(40):
        terminal.press("\x0c")  # redraws the screen, which stays unread
    terminal.child.kill(signal.SIGTERM)
    assert end_of(terminal) == 143


def test_sigcont_without_a_stop_keeps_the_terminal_in_order() -> None:
    terminal = Terminal(size=(80, 24))
    terminal.wait_for("q quit")
    terminal.child.kill(signal.SIGCONT)
    terminal.child.kill(signal.SIGCONT)
    terminal.press("?")
    terminal.wait_for("esc closes")
    threads = Path(f"/proc/{terminal.child.pid}/task")
    if threads.exists():
        assert len(list(threads.iterdir())) <= 3  # one for the keyboard, one for the screen
    terminal.press("\x11")
    assert terminal.wait_for_end() == 0


def test_the_terminal_is_opened_once_for_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    handle = os.open(os.devnull, os.O_RDWR)
    copies: list[tuple[int, int]] = []
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", lambda *_: handle)
        patched.setattr(os, "dup2", lambda *given: copies.append(given))
        assert dashboard.read_keys_from_terminal()
    assert copies == [(handle, 0)]
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(handle)
