"""`kursk-tui screenshot`: the screen as a file, the same everywhere."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kursk_tui.ui.keys.keymap import pressed
from tests.cli.run import run, start
from tests.tables import each_row


def test_text_output_is_the_screen_after_the_keys(tmp_path: Path) -> None:
    path = tmp_path / "screen.txt"
    done = run("screenshot", "-o", path, "--size", "80x24", "--press", "2 / killed:>100 enter P")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) == 24
    assert "killed:>100" in lines[1]
    assert "0 matches · 1 possible" in lines[1]
    assert "►~killed     at least 100" in path.read_text("utf-8")


def test_an_svg_is_complete_and_self_contained(tmp_path: Path) -> None:
    path = tmp_path / "screen.svg"
    run("screenshot", "-o", path, "--theme", "light", "--pane", "confidence", "--query", "id:S5")
    text = path.read_text("utf-8")
    assert ET.fromstring(text).tag.endswith("svg")
    assert "url(http" not in text
    assert "@font-face" not in text
    assert "#ffffff" in text  # the background of the light theme


def test_neither_configuration_nor_environment_affects_a_screenshot(tmp_path: Path) -> None:
    config = tmp_path / "kursk-tui"
    config.mkdir()
    (config / "config.toml").write_text('theme = "light"\n')
    run("screenshot", "-o", tmp_path / "1.svg")
    start(
        *("screenshot", "-o", tmp_path / "2.svg"),
        XDG_CONFIG_HOME=str(tmp_path),
        NO_COLOR="1",
        TERM="dumb",
        COLORTERM="",
        LC_ALL="C",
    )
    first, second = ((tmp_path / name).read_text("utf-8") for name in ("1.svg", "2.svg"))

    def without_ids(text: str) -> str:
        return re.sub(r"terminal-\d+", "", text)

    assert without_ids(first) == without_ids(second)


@pytest.mark.parametrize("name", ["x.png", "x", ".svg"])
def test_other_suffixes_are_refused_before_drawing(name: str, tmp_path: Path) -> None:
    done = run("screenshot", "-o", tmp_path / name)
    assert done.returncode == 2
    assert done.stderr == ("kursk-tui screenshot: the file name must end in .svg or .txt\n")


@pytest.mark.parametrize("size", ["80", "0x0", "9999x9999", "80x24x2", "-1x5"])
def test_an_invalid_size_is_wrong_usage(size: str, tmp_path: Path) -> None:
    done = run("screenshot", "-o", tmp_path / "x.txt", f"--size={size}")
    assert done.returncode == 2
    assert f"“{size}” is not a usable screen size; try 120x36" in done.stderr


@each_row(
    ("text", "keys"),
    [
        ("2 j", ["2", "j"]),
        ("2jk", ["2", "j", "k"]),
        ("/ a:b enter", ["/", "a", ":", "b", "enter"]),
        ("esc ctrl+d F2 pgdn shift+tab", ["escape", "ctrl+d", "f2", "pagedown", "shift+tab"]),
        ("a space b", ["a", "space", "b"]),
        ("1+1", ["1", "+", "1"]),
        ("", []),
    ],
)
def test_keys_are_names_or_single_characters(text: str, keys: list[str]) -> None:
    assert pressed(text) == keys
