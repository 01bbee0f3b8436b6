"""The command line that opens the user's editor at a line of a file."""

import os
import subprocess
from pathlib import Path

import pytest

from kursk_tui.platform.editor import editor_command, editor_failure
from tests.tables import each_row


@pytest.fixture
def editors(tmp_path: Path) -> Path:
    """Return a folder with editors that print their name, arguments and a setting."""
    for name in ("vi", "nano", "vim", "emacsclient", "hx", "code", "ed"):
        editor = tmp_path / name
        editor.write_text('#!/bin/sh\nprintf "%s|" "${0##*/}" "$@"; printf "$SETTING"\n')
        editor.chmod(0o755)
    return tmp_path


def opened(editors: Path, environment: dict[str, str]) -> str:
    """Run the command, and return what the editor prints."""
    everything = {"HOME": str(editors), "PATH": f"{editors}:{os.environ['PATH']}", **environment}
    command = editor_command(everything, "/my b.json", 7)
    done = subprocess.run(command, env=everything, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize(
    ("environment", "printed"),
    [
        ({}, "vi|+7|/my b.json|"),
        ({"EDITOR": "nano"}, "nano|+7|/my b.json|"),
        ({"EDITOR": "nano", "VISUAL": "vim -n"}, "vim|-n|+7|/my b.json|"),
        ({"EDITOR": "emacsclient -t -a ''"}, "emacsclient|-t|-a||+7|/my b.json|"),
        ({"EDITOR": "hx"}, "hx|/my b.json:7|"),
        ({"VISUAL": "code"}, "code|--wait|--goto|/my b.json:7|"),
        ({"EDITOR": "ed"}, "ed|/my b.json|"),
        ({"EDITOR": "~/ed"}, "ed|/my b.json|"),
        ({"EDITOR": "$HOME/vim"}, "vim|+7|/my b.json|"),
        ({"EDITOR": "SETTING='a b' vim"}, "vim|+7|/my b.json|a b"),
        ({"VISUAL": "", "EDITOR": ""}, "vi|+7|/my b.json|"),
    ],
)
def test_each_kind_of_editor(editors: Path, environment: dict[str, str], printed: str) -> None:
    assert opened(editors, environment) == printed


def test_the_name_of_an_editor_may_contain_spaces(editors: Path) -> None:
    folder = editors / "my editors"
    folder.mkdir()
    (editors / "vim").rename(folder / "vim")
    assert opened(editors, {"EDITOR": f"'{folder}/vim'"}) == "vim|+7|/my b.json|"


@each_row("given", ["'", " ", "vim 'x", "SETTING=1"])
def test_a_value_that_is_not_a_command_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="is not a valid command"):
        editor_command({"EDITOR": given}, "/b.json", 1)


@each_row(
    ("code", "message"),
    [
        (0, None),
        (3, "the editor ~/ed -x exited with code 3"),
        (126, "cannot start the editor ~/ed -x: it is not executable"),
        (127, "cannot start the editor ~/ed -x: command not found"),
    ],
)
def test_a_failure_names_the_editor(code: int, message: str | None) -> None:
    assert editor_failure({"EDITOR": "~/ed -x"}, code) == message
