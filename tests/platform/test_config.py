"""The configuration: its settings are applied, its errors reported with their lines."""

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.platform.config import Config, ConfigValidators, ConfigWarning, load, parse
from kursk_tui.ui.keys.actions import Action
from kursk_tui.ui.keys.keymap import key_error
from tests.tables import each_row

_KEYS = {"mark.set": ("m letter",)}
KNOWN = ConfigValidators(
    ["move.down", "pane.zoom", "quit", "mark.set"],
    lambda action, keys: key_error(Action(action, _KEYS.get(action, ("x",)), "", "", ""), keys),
    lambda query: "no field 'kiled'" if query.startswith("kiled:") else None,
)

EVERYTHING = b"""\
theme = "light"
mouse = false
ascii = true

[keys]
"move.down" = ["J", "ctrl+n"]
pane.zoom = "y z"
quit = []

[queries]
"the NIS" = "source:nis"
"""


def warnings(text: str) -> list[ConfigWarning]:
    return list(parse(text.encode(), KNOWN).warnings)


def test_every_setting_is_read() -> None:
    config = parse(EVERYTHING, KNOWN)
    assert config == Config(
        theme="light",
        mouse=False,
        ascii=True,
        keys={"move.down": ("J", "ctrl+n"), "pane.zoom": ("y z",), "quit": ()},
        queries={"the NIS": "source:nis"},
    )


def test_an_empty_file_changes_nothing() -> None:
    assert parse(b"", KNOWN) == Config()


@each_row(
    ("text", "line", "message"),
    [
        ("\nthem = 'dark'", 2, "unknown setting 'them'; did you mean 'theme'?"),
        ("theme = 'lite'", 1, "unknown theme 'lite'; did you mean 'light'?"),
        ("# c\n\nmouse = 'no'", 3, "mouse must be true or false, not 'no'"),
        (
            "[keys]\n'move.dwn' = 'J'",
            2,
            "unknown action 'move.dwn'; did you mean 'move.down'?",
        ),
        ("[keys]\nquit = 5", 2, "the keys of quit must be a string or a list of strings"),
        ("[keys]\nquit = 'ctrl+q'", 2, "ctrl+q cannot be bound: it always quits"),
        (
            "[keys]\n\nquit = ['x', 'pagdown']",
            3,
            "there is no key 'pagdown'; did you mean 'pagedown'?",
        ),
        ("[keys]\n'mark.set' = 'M'", 2, "mark.set takes a letter: write 'M letter'"),
        (
            "[keys]\nquit = 'Z letter'",
            2,
            "quit cannot have 'Z letter': 'letter' is for marks only, once and at the end",
        ),
        (
            "theme = 'dark'\n[queries]\nq = 'kiled:>3'",
            3,
            "invalid saved query 'q': no field 'kiled'",
        ),
        (
            "\nkeys = {'move.dwn' = 'J'}",
            2,
            "unknown action 'move.dwn'; did you mean 'move.down'?",
        ),
        ("queries = 3", 1, "[queries] must be a table of names and values"),
        ("[queries]\nq = 3", 2, "the saved query 'q' must be a string"),
    ],
)
def test_an_error_is_reported_with_its_line(text: str, line: int, message: str) -> None:
    assert warnings(text) == [ConfigWarning(line, message)]


def test_wrong_settings_are_ignored_and_the_rest_is_used() -> None:
    config = parse(b"theme = 'lite'\nmouse = false\n[keys]\nquit = 'Q'\nzap = 'x'", KNOWN)
    assert (config.theme, config.mouse, config.keys) == (None, False, {"quit": ("Q",)})
    assert [one.line for one in config.warnings] == [1, 5]


def test_a_file_that_is_not_toml_is_reported_with_its_line() -> None:
    (found,) = warnings("mouse = true\ntheme = dark\n")
    assert found.line == 2
    assert found.message.startswith("is not valid TOML: ")
    assert found.message.endswith("; the whole file is ignored")


def test_a_truncated_file_is_reported() -> None:
    (found,) = warnings("mouse = true\ntheme = ")
    assert found.line == 2
    assert "is not valid TOML" in found.message


def test_bytes_that_are_not_text_are_reported() -> None:
    assert parse(b"mouse = true\n\xff", KNOWN).warnings[0].line == 2


@pytest.mark.parametrize("make", ["missing", "folder"])
def test_a_file_that_cannot_be_read(make: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    if make == "folder":
        path.mkdir()
    config = load(path, KNOWN)
    assert [one.message for one in config.warnings] == (
        [] if make == "missing" else ["cannot be read: Is a directory"]
    )


@settings(max_examples=150, deadline=None, database=None)
@given(
    st.binary(max_size=80) | st.text(alphabet="[]=.\"'\n aquitkeys#", max_size=60).map(str.encode)
)
def test_any_bytes_are_read_or_reported(data: bytes) -> None:
    config = parse(data, KNOWN)
    assert all(one.message and one.line >= 0 for one in config.warnings)
    try:
        tomllib.loads(data.decode("utf-8-sig"))  # some editors write a byte order mark
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        assert config.warnings


def test_deep_names_and_pipes_are_reported(tmp_path: Path) -> None:
    deep = "[keys]\n" + ".".join("a" * 3000) + " = 'x'"
    assert parse(deep.encode(), KNOWN).warnings
    os.mkfifo(tmp_path / "config.toml")
    (warning,) = load(tmp_path / "config.toml", KNOWN).warnings
    assert warning.message == "is not a regular file; ignored"


@each_row(
    ("text", "line", "message"),
    [
        ("a = 1\n" * 200_000, 1, "has more than 1,048,576 bytes; the whole file is ignored"),
        ("\n#" + "a" * 8_192, 2, "has more than 8,192 characters; the whole file is ignored"),
        ("\n" + "a." * 100 + "b = 1", 2, "is nested too deeply; the whole file is ignored"),
        (f"[keys]\nquit = {['q'] * 11}", 2, "quit can have at most 10 keys"),
    ],
)
def test_a_setting_that_is_too_large_is_reported_with_its_line(
    text: str, line: int, message: str
) -> None:
    assert warnings(text) == [ConfigWarning(line, message)]


def test_more_than_a_thousand_queries_are_ignored() -> None:
    text = "[queries]\n" + "".join(f"q{number} = 'a'\n" for number in range(1_001))
    config = parse(text.encode(), KNOWN)
    assert list(config.queries) == [f"q{number}" for number in range(1_000)]
    assert config.warnings == (ConfigWarning(1_002, "there can be at most 1,000 queries"),)


def test_of_many_warnings_the_rest_is_counted() -> None:
    found = warnings("".join(f"zzzz{number} = 1\n" for number in range(25)))
    assert [one.line for one in found] == [*range(1, 21), 0]
    assert found[-1].message == "5 more warnings"
