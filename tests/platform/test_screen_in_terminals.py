"""The screen in every kind of terminal: it is readable, and the terminal is restored."""

import json
import os
import random
import signal
from hashlib import sha256
from pathlib import Path

import pytest

from kursk_tui.formats.builtin import builtin_path
from tests.terminal import Terminal

MODES = (b"?1049", b"?1000", b"?1003", b"?1006", b"?2004")


def is_restored(terminal: Terminal) -> bool:
    """Return whether alternate screen, mouse and paste modes are off and the cursor is shown."""
    sent = terminal.sent
    modes_off = all(
        sent.rfind(b"\x1b[" + mode + b"l") > sent.rfind(b"\x1b[" + mode + b"h") for mode in MODES
    )
    return modes_off and sent.rfind(b"\x1b[?25h") > sent.rfind(b"\x1b[?25l")


def unreadable(terminal: Terminal) -> list[str]:
    """Return the characters whose colour equals their background."""
    return [
        cell.data
        for row in terminal.screen.buffer.values()
        for cell in row.values()
        if cell.data.strip() and cell.fg == cell.bg != "default"
    ]


@pytest.mark.parametrize(
    ("term", "no_color", "theme", "is_coloured"),
    [
        ("vt100", "", "dark", False),
        pytest.param("xterm", "", "dark", False, marks=pytest.mark.thorough),
        ("linux", "", "light", False),
        ("xterm-256color", "", "dark", True),
        pytest.param("xterm-256color", "", "light", True, marks=pytest.mark.thorough),
        ("xterm-256color", "", "ansi", False),
        ("xterm-256color", "1", "light", False),
        ("tmux-256color", "", "light", True),
    ],
)
def test_the_screen_can_be_read_in_every_class_of_terminal(
    term: str, no_color: str, theme: str, is_coloured: bool
) -> None:
    terminal = Terminal(
        ["--theme", theme], env={"TERM": term, "NO_COLOR": no_color, "COLORTERM": ""}
    )
    titles = ("1 Timeline", "2 Figures", "3 Sources", "4 Confidence", "0 Claim", "q quit")
    terminal.wait_for(lambda text: all(title in text for title in titles))
    terminal.wait_for("Partnership tr")
    assert unreadable(terminal) == []
    assert (b"38;5;" in terminal.sent) == is_coloured
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert is_restored(terminal)


def test_a_terminal_with_exact_colours_gets_them() -> None:
    terminal = Terminal(env={"TERM": "xterm", "NO_COLOR": "", "COLORTERM": "truecolor"})
    terminal.wait_for("Partnership tr")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert b"38;2;" in terminal.sent
    assert b"38;5;" not in terminal.sent


@pytest.mark.parametrize(
    ("term", "no_color", "theme"),
    [("dumb", "", "dark"), ("dumb", "1", "ansi"), (None, "", "light")],
)
def test_a_terminal_that_cannot_draw_gets_plain_text(
    term: str | None, no_color: str, theme: str
) -> None:
    terminal = Terminal(
        ["--query", "id:S9", "--theme", theme], env={"TERM": term, "NO_COLOR": no_color}
    )
    assert terminal.wait_for_end() == 0
    assert b"\x1b" not in terminal.sent
    assert b"source not stated" in terminal.sent


@pytest.mark.parametrize(
    ("term", "ending", "code"),
    [
        ("xterm-256color", "\x11", 0),
        ("screen-256color", "\x11", 0),
        ("linux", signal.SIGTERM, 143),
        ("vt100", signal.SIGHUP, 129),
    ],
    ids=["xterm-ctrl+q", "screen-ctrl+q", "linux-SIGTERM", "vt100-SIGHUP"],
)
def test_every_way_out_restores_the_terminal(
    term: str, ending: str | signal.Signals, code: int
) -> None:
    terminal = Terminal(env={"TERM": term})
    terminal.wait_for("Partnership tr")
    if isinstance(ending, str):
        terminal.press(ending)
    else:
        terminal.child.kill(ending)
    assert terminal.wait_for_end() == code
    assert is_restored(terminal)


def test_ctrl_z_suspends_in_a_clean_terminal_and_resumes_on_the_same_screen() -> None:
    terminal = Terminal()
    terminal.wait_for("Partnership tr")
    terminal.press("2j")
    terminal.wait_for("* only this measure")  # in the last line, which is drawn last
    before = terminal.text
    terminal.press("\x1a")
    terminal.wait_for(lambda _: is_restored(terminal))
    assert terminal.child.pid is not None
    _, status = os.waitpid(terminal.child.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    seen = len(terminal.sent)
    terminal.child.kill(signal.SIGCONT)
    terminal.wait_for(lambda _: b"?1049h" in terminal.sent[seen:])
    terminal.wait_for(lambda text: text == before)
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert is_restored(terminal)


def is_drawn(text: str, size: tuple[int, int]) -> bool:
    """Return whether a screen is filled to its edges, borders and all, with nothing left over."""
    width, height = size
    rows = [row.ljust(width) for row in text.splitlines()]
    body = rows[3 if width < 100 else 2 : -1]
    return (
        len(rows) == height
        and rows[-1].endswith("? help  q quit ")
        and (width < 100 or rows[0].endswith("11 claims · 5 figures · 3 sources "))
        and all(len(row) == width and row[0] in "│╭╰" and row[-1] in "│╮╯" for row in body)
    )


def settled(terminal: Terminal) -> None:
    """Wait until everything requested before is drawn."""
    terminal.press("y")
    terminal.wait_for(" y … ")
    terminal.press("\x1b")
    terminal.wait_for(lambda text: " y … " not in text and text.endswith("? help  q quit"))


def test_after_resizes_the_screen_is_whole() -> None:
    terminal = Terminal(size=(80, 24))
    terminal.wait_for("Partnership tr")
    terminal.press("2jk")
    terminal.wait_for("reported S10")
    chance = random.Random(7)
    for _ in range(200):
        terminal.resize(chance.randint(10, 250), chance.randint(3, 80))
    for size in ((120, 36), (80, 24), (170, 45), (100, 30), (250, 80), (80, 24)):
        terminal.resize(*size)
        terminal.wait_for(lambda text, size=size: is_drawn(text, size))  # type: ignore[misc]
        assert "► killed" in terminal.text
        settled(terminal)
        before = terminal.text
        terminal.press("\x0c")  # redraws everything, which must change nothing
        settled(terminal)
        assert terminal.text == before
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert is_restored(terminal)


@pytest.mark.parametrize(
    "ending", ["\r", "\x03", signal.SIGTERM], ids=["enter", "ctrl+c", "SIGTERM"]
)
def test_printing_to_the_normal_screen_and_back(ending: str | signal.Signals) -> None:
    terminal = Terminal(["--query", "id:S9"])
    terminal.wait_for("reported S9")
    terminal.press("p")
    terminal.wait_for("(press enter to return to kursk-tui)")
    assert is_restored(terminal)
    assert "who         source not stated" in terminal.text
    seen = len(terminal.sent)
    if isinstance(ending, str):
        terminal.press(ending)
        terminal.wait_for(lambda text: b"?1049h" in terminal.sent[seen:] and "1 Timeline" in text)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    else:
        terminal.child.kill(ending)
        assert terminal.wait_for_end() == 143
    assert is_restored(terminal)


def test_copying_sends_the_text_to_the_terminal() -> None:
    terminal = Terminal(["--query", "id:S10"])
    terminal.wait_for("reported S10")
    terminal.press("yi")
    terminal.wait_for("id sent to the terminal's clipboard (OSC 52); also in last-yank")
    assert b"\x1b]52;c;UzEw\x07" in terminal.sent  # base64 of S10
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_with_ascii_only_ascii_is_sent() -> None:
    terminal = Terminal(["--ascii"], env={"TERM": "vt100"})
    terminal.wait_for("1 Timeline")
    terminal.wait_for("Partnership tr")
    terminal.press("2j?")
    terminal.wait_for("type a key or a word")
    terminal.press("\x1b")
    terminal.wait_for("approximately 1,000")
    terminal.press("4z")
    terminal.wait_for("highly likely")
    terminal.press("p")
    terminal.wait_for("press enter to return")
    terminal.press("\r")
    terminal.wait_for("4 Confidence")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert terminal.sent.isascii()
    assert b'"at least 100"' in terminal.sent


def test_a_locale_without_unicode_selects_ascii() -> None:
    terminal = Terminal(env={"LANG": "ru_RU.KOI8-R", "PYTHONUTF8": "0"})
    terminal.wait_for("Partnership tr")
    terminal.press("p")
    terminal.wait_for("press enter to return")
    terminal.press("\r")
    terminal.wait_for("Partnership tr")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert terminal.sent.isascii()
    plain = Terminal(["--plain"], env={"LANG": "ru_RU.KOI8-R", "PYTHONUTF8": "0"})
    assert plain.wait_for_end() == 0
    assert plain.sent.isascii()
    assert b'"at least 100"' in plain.sent


def test_the_terminal_can_keep_the_mouse() -> None:
    terminal = Terminal(["--no-mouse"])
    terminal.wait_for("Partnership tr")
    assert b"?1000h" not in terminal.sent
    terminal.press("\x1bOQ")  # F2
    terminal.wait_for("mouse on")
    assert b"?1000h" in terminal.sent
    terminal.press("\x1bOQ")
    terminal.wait_for("mouse off: the terminal can select text")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert is_restored(terminal)


def test_the_configuration_is_used_and_its_errors_are_reported(tmp_path: Path) -> None:
    folder = tmp_path / "kursk-tui"
    folder.mkdir()
    (folder / "config.toml").write_text("theme = 'lite'\nmouse = false\n[keys]\nquit = 'Q'\n")
    terminal = Terminal(
        env={"XDG_CONFIG_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "s")}
    )
    terminal.wait_for("config.toml: 1 entry ignored; see “kursk-tui keys”")
    assert b"?1000h" not in terminal.sent
    terminal.press("qT")
    terminal.wait_for("theme: light")
    terminal.press("Q")
    assert terminal.wait_for_end() == 0
    assert b"config.toml:1: unknown theme 'lite'; did you mean 'light'?" in terminal.sent
    again = Terminal(env={"XDG_CONFIG_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "s")})
    again.wait_for("Partnership tr")
    assert b"48;2;255;255;255" in again.sent  # the light background, chosen last time
    again.press("Q")
    assert again.wait_for_end() == 0


def linked(tmp_path: Path) -> str:
    text = "Seen at https://a.example/page, said Ann."
    claim = {
        "id": "c",
        "document": "d",
        "kind": "reported",
        "summary": "Seen",
        "evidence": {"start": 0, "end": len(text), "exact": text},
    }
    document = {"id": "d", "text": text, "sha256": sha256(text.encode()).hexdigest()}
    raw = {"format": "kursk-tui/1", "title": "T", "documents": [document], "claims": [claim]}
    path = tmp_path / "linked.json"
    path.write_text(json.dumps(raw))
    return str(path)


@pytest.mark.parametrize(("term", "marked"), [("xterm-256color", True), ("screen", False)])
def test_links_are_marked_where_the_terminal_supports_it(
    term: str, marked: bool, tmp_path: Path
) -> None:
    terminal = Terminal([linked(tmp_path)], env={"TERM": term})
    terminal.wait_for("Seen at https://a.example/page, said Ann.")
    assert (b"https://a.example/page\x1b\\" in terminal.sent) == marked
    assert (b"\x1b]8;" in terminal.sent) == marked
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_terminal_named_direct_gets_256_colours() -> None:
    terminal = Terminal(env={"TERM": "xterm-direct", "COLORTERM": ""})
    terminal.wait_for("Partnership tr")
    assert b"38;5;" in terminal.sent
    terminal.press("q")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("/kilx\x7fled:>=100", "killed:>=100"),
        pytest.param("/nis\x15lee", "lee", marks=pytest.mark.thorough),
        ("/lee\x1b[D\x1b[Dx", "lxee"),
        pytest.param("/sou\t\tz", "source:uk-modz", marks=pytest.mark.thorough),
    ],
)
def test_text_typed_and_edited_in_one_burst_appears_as_typed(typed: str, value: str) -> None:
    terminal = Terminal()
    terminal.wait_for("Partnership tr")
    terminal.press(typed)
    terminal.wait_for(lambda text: text.splitlines()[1].strip().startswith(f"/ {value} "))
    terminal.press("\x11")
    assert terminal.wait_for_end() == 0


def test_the_file_is_reloaded_and_a_broken_one_keeps_the_last_version(tmp_path: Path) -> None:
    path = tmp_path / "briefing.json"
    text = builtin_path().read_text("utf-8")
    path.write_text(text, "utf-8")
    terminal = Terminal([str(path), "--query", "source:lee"])
    terminal.wait_for("2 match")
    terminal.press("2j")
    terminal.wait_for("► wounded")
    path.write_text(text.replace('"title": "North Korean troops', '"title": "NEW: troops'), "utf-8")
    terminal.press("r")
    terminal.wait_for("NEW: troops")
    terminal.wait_for("reloaded: title changed")
    assert "► wounded" in terminal.text
    assert "/ source:lee" in terminal.text
    path.write_text(text.replace('"kind": "context"', '"kind": "guess"', 1), "utf-8")
    terminal.press("r")
    terminal.wait_for("! not the latest version: line ")
    assert "NEW: troops" in terminal.text
    path.unlink()
    terminal.press("r")
    terminal.wait_for("not the latest version: No such file or directory")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
