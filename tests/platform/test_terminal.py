"""The capabilities derived from a terminal's environment."""

import codecs
import subprocess
import sys

import pytest

from kursk_tui.platform.terminal import Colours, detect, erases_in_colour, input_encoding
from tests.tables import each_row


@each_row(
    ("environment", "colours"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "true"),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, "true"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "screen-256color"}, "256"),
        ({"TERM": "tmux-256color"}, "256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, "none"),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, "256"),
        ({"TERM": "screen-256color", "NO_COLOR": "1"}, "none"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "none"),
        ({"TERM": "linux", "NO_COLOR": "1"}, "none"),
        ({"TERM": "vt100", "NO_COLOR": "1"}, "none"),
    ],
)
def test_colours_follow_from_the_environment(environment: dict[str, str], colours: Colours) -> None:
    assert detect(environment, interactive=True).colours == colours


@each_row(
    ("term", "colours"),
    [("xterm", "few"), ("linux", "few"), ("vt100", "none"), ("no-such-terminal", "few")],
)
def test_the_terminal_database_decides_the_rest(term: str, colours: Colours) -> None:
    # Curses reads it only once per process.
    code = (
        "from kursk_tui.platform.terminal import detect;"
        f"print(detect({{'TERM': '{term}'}}, interactive=True).colours)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == colours


@pytest.mark.parametrize("term", ["", "dumb", "unknown"])
def test_a_terminal_that_cannot_move_its_cursor_is_not_drawn_on(term: str) -> None:
    assert not detect({"TERM": term}, interactive=True).drawable
    assert not detect({}, interactive=True).drawable


def test_a_pipe_is_not_drawn_on() -> None:
    assert not detect({"TERM": "xterm"}, interactive=False).drawable


@each_row(
    ("environment", "ascii_only"),
    [
        ({}, False),
        ({"LANG": "C"}, False),  # common in containers, and implies nothing about the terminal
        ({"LANG": "ko_KR.UTF-8"}, False),
        ({"LANG": "uk_UA.utf8@x"}, False),
        ({"LANG": "ru_RU.KOI8-R"}, True),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "en_GB.ISO-8859-1"}, True),
        ({"LANG": "en_GB.ISO-8859-1", "LC_CTYPE": "en_GB.UTF-8"}, False),
        (
            {"LANG": "en_GB.ISO-8859-1", "LC_CTYPE": "C.UTF-8"},
            True,
        ),  # set by Python, not by the user
    ],
)
def test_a_locale_of_another_encoding_gets_ascii(
    environment: dict[str, str], ascii_only: bool
) -> None:
    assert detect({"TERM": "xterm", **environment}, interactive=True).ascii == ascii_only


@each_row(
    ("environment", "hyperlinks"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "tmux-256color", "TMUX": "x"}, True),
        ({"TERM": "screen-256color"}, False),
        ({"TERM": "xterm-256color", "STY": "1.pts"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "vt100"}, False),
    ],
)
def test_links_are_marked_only_where_the_sequences_cannot_appear_on_the_screen(
    environment: dict[str, str], hyperlinks: bool
) -> None:
    assert detect(environment, interactive=True).hyperlinks == hyperlinks


@pytest.mark.parametrize(
    ("environment", "encoding"),
    [
        ({"LC_ALL": "ru_RU.KOI8-R"}, "koi8-r"),
        ({"LANG": "fr_FR.ISO-8859-15@euro"}, "iso8859-15"),
        ({"LANG": "ru_RU.CP1251", "LC_CTYPE": "C.UTF-8"}, "cp1251"),
        ({"LC_CTYPE": "ko_KR.eucKR", "LANG": "C.UTF-8"}, "euc_kr"),
        ({"LANG": "ja_JP.SJIS"}, "shift_jis"),
        ({"LANG": "de_DE.UTF-8"}, "utf-8"),
        ({"LANG": "en_US.US-ASCII"}, "utf-8"),
        ({"LANG": "x.no-such-encoding"}, "utf-8"),
        ({"LANG": "x.utf-16"}, "utf-8"),  # keys are sent in ASCII
        ({"LANG": "x.iso2022-jp"}, "utf-8"),
        ({"LANG": "x.rot13"}, "utf-8"),
        ({}, "utf-8"),
    ],
)
def test_keys_have_the_encoding_that_the_locale_names(
    environment: dict[str, str], encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: "ANSI_X3.4-1968")
    assert codecs.lookup(input_encoding(environment)).name == encoding
    assert codecs.lookup(input_encoding({})).name == "utf-8"


def test_without_a_name_keys_have_the_encoding_of_the_installed_locale(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: "ISO-8859-1")
    assert input_encoding({"LANG": "de_DE"}) == "ISO-8859-1"


def test_only_terminals_known_to_erase_in_colour_do_so() -> None:
    terms = ("xterm-256color", "xterm-kitty", "linux", "tmux-256color", "screen", "vt100", "")
    found = [term for term in terms if erases_in_colour({"TERM": term})]
    assert found == ["xterm-256color", "xterm-kitty", "linux"]
    assert not erases_in_colour({})
