"""The command line that opens the user's editor at a line of a file."""

import pytest

from kursk_tui.platform.editor import editor_command


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({}, ["vi", "+7", "/b.json"]),
        ({"EDITOR": "nano"}, ["nano", "+7", "/b.json"]),
        ({"EDITOR": "nano", "VISUAL": "/usr/bin/vim -n"}, ["/usr/bin/vim", "-n", "+7", "/b.json"]),
        ({"EDITOR": "emacsclient -t -a ''"}, ["emacsclient", "-t", "-a", "", "+7", "/b.json"]),
        ({"EDITOR": "hx"}, ["hx", "/b.json:7"]),
        ({"VISUAL": "code"}, ["code", "--wait", "--goto", "/b.json:7"]),
        ({"EDITOR": "ed"}, ["ed", "/b.json"]),
        ({"EDITOR": "'/opt/my editor/vim'"}, ["/opt/my editor/vim", "+7", "/b.json"]),
        ({"VISUAL": "", "EDITOR": ""}, ["vi", "+7", "/b.json"]),
    ],
)
def test_each_kind_of_editor(environment: dict[str, str], command: list[str]) -> None:
    assert editor_command(environment, "/b.json", 7) == command


@pytest.mark.parametrize("given", ["'", " ", "vim 'x"])
def test_a_value_that_is_not_a_command_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="is not a valid command"):
        editor_command({"EDITOR": given}, "/b.json", 1)
