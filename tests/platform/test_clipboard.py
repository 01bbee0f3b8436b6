"""The methods of copying, in order, and the file with the last copied text."""

import re
import stat
from base64 import b64decode
from pathlib import Path

import pytest

from kursk_tui.platform.clipboard import LAST_YANK, copy

QUOTE = "“at least 100” killed, source: 국가정보원\n"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that comes first in PATH, before the system's own."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


def program(folder: Path, name: str, *, fails_with: str = "") -> Path:
    """Make a program that saves its input; it fails if an argument contains `fails_with`."""
    path, got = folder / name, folder / f"{name}.got"
    test = f'case "$*" in *"{fails_with}"*) exit 1;; esac\n' if fails_with else ""
    path.write_text(f'#!/bin/sh\n{test}cat > "{got}"\n')
    path.chmod(0o700)
    return got


class Sent(list[str]):
    """The sequences sent to the terminal."""

    @property
    def text(self) -> str:
        """Return the text that a terminal takes from OSC 52."""
        found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", "".join(self))
        assert found
        return b64decode(found[1]).decode()


def test_tmux_is_tried_first(programs: Path) -> None:
    got = program(programs, "tmux")
    sent = Sent()
    environment = {"TMUX": "/tmp/tmux", "TERM": "tmux-256color", "DISPLAY": ":0"}
    done = copy(QUOTE, sent.append, folder=None, environment=environment)
    assert done == "sent to the terminal's clipboard by tmux"
    assert got.read_text() == QUOTE
    assert sent == []


def test_an_old_tmux_copies_to_its_own_buffer_only(programs: Path) -> None:
    got = program(programs, "tmux", fails_with="-w")
    environment = {"TMUX": "x", "TERM": "screen"}
    assert (
        copy(QUOTE, Sent().append, folder=None, environment=environment)
        == "copied to tmux's buffer"
    )
    assert got.read_text() == QUOTE


def test_the_terminal_is_tried_second(programs: Path) -> None:
    program(programs, "tmux", fails_with="load-buffer")
    sent = Sent()
    environment = {"TMUX": "x", "TERM": "xterm-256color"}
    method = copy(QUOTE, sent.append, folder=None, environment=environment)
    assert method == "sent to the terminal's clipboard (OSC 52)"
    assert sent.text == QUOTE


def test_a_message_names_the_file_as_terminals_do_not_confirm(tmp_path: Path) -> None:
    sent = Sent()
    done = copy(QUOTE, sent.append, folder=tmp_path, environment={"TERM": "xterm-256color"})
    assert done == "sent to the terminal's clipboard (OSC 52); also in last-yank"
    assert (tmp_path / "last-yank").read_text("utf-8") == QUOTE
    assert sent.text == QUOTE


def test_gnu_screen_receives_the_text_in_pieces() -> None:
    sent = Sent()
    text = "x" * 2_000
    copy(text, sent.append, folder=None, environment={"STY": "1.pts", "TERM": "screen"})
    (all_sent,) = sent
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", all_sent, re.DOTALL)
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) == all_sent
    assert max(map(len, pieces)) <= 768
    assert Sent(pieces).text == text


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "linux"},
        {"TERM": "vt100"},
        {"TERM": "xterm-256color", "VTE_VERSION": "7402"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"},
    ],
)
def test_a_terminal_without_osc_52_is_skipped_for_a_local_tool(
    environment: dict[str, str], programs: Path
) -> None:
    got = program(programs, "wl-copy")
    sent = Sent()
    environment |= {"WAYLAND_DISPLAY": "wayland-0"}
    assert copy(QUOTE, sent.append, folder=None, environment=environment) == "copied by wl-copy"
    assert got.read_text() == QUOTE
    assert sent == []


def test_a_text_too_long_for_the_terminal_goes_to_a_local_tool(programs: Path) -> None:
    got = program(programs, "xclip")
    sent = Sent()
    environment = {"TERM": "xterm", "DISPLAY": ":0"}
    assert (
        copy("x" * 74_001, sent.append, folder=None, environment=environment) == "copied by xclip"
    )
    assert len(got.read_text()) == 74_001
    assert sent == []
    copy("x" * 74_000, sent.append, folder=None, environment=environment)
    assert len(sent.text) == 74_000


def test_a_tool_is_not_tried_without_its_display(programs: Path, tmp_path: Path) -> None:
    got = program(programs, "xclip")
    method = copy(QUOTE, Sent().append, folder=tmp_path, environment={"TERM": "linux"})
    assert method == "saved to last-yank; no clipboard"
    assert not got.exists()


def test_without_any_method_nothing_is_copied() -> None:
    method = copy("x" * 80_000, Sent().append, folder=None, environment={"TERM": "xterm"})
    assert method == "not copied: no clipboard"


def test_a_private_file_keeps_the_last_copied_text(tmp_path: Path) -> None:
    for text in ("first", QUOTE):
        copy(text, Sent().append, folder=tmp_path, environment={"TERM": "xterm"})
    path = tmp_path / LAST_YANK
    assert path.read_text("utf-8") == QUOTE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_lone_surrogate_is_replaced(tmp_path: Path) -> None:
    sent = Sent()
    copy("a\ud800b", sent.append, folder=tmp_path, environment={"TERM": "xterm"})
    assert sent.text == "a\ufffdb"
    assert (tmp_path / LAST_YANK).read_text() == "a\ufffdb"
    assert [one.name for one in tmp_path.iterdir()] == [LAST_YANK]


def test_nothing_that_a_terminal_runs_when_it_is_pasted_is_copied(tmp_path: Path) -> None:
    sent = Sent()
    text = "a\x1b[201~\rb\u202e\x9b\nsecond line\n"
    copy(text, sent.append, folder=tmp_path, environment={"TERM": "xterm"})
    assert sent.text == "a␛[201~␍b\ufffd\ufffd\nsecond line\n"
    assert (tmp_path / LAST_YANK).read_text("utf-8") == sent.text
