"""The promises about output on the screen, after every action of the dashboard."""

import json
import re
from pathlib import Path

import pytest

from kursk_tui.formats.json import parse
from kursk_tui.platform.config import Config
from kursk_tui.platform.state import State
from kursk_tui.ui.keys.actions import Action, actions
from kursk_tui.ui.pane_registry import panes
from tests.cli.run import run
from tests.promises.checks import unsafe_characters
from tests.promises.exits import HOSTILE
from tests.promises.hostile import as_file, hostile_raw
from tests.terminal import Terminal
from tests.ui.screen import LARGE, SMALL, Driver, running

ENDS = ("quit", "close", "edit", "print", "suspend")
"""Parts of the ids of actions that leave the screen."""

CONFIG = f"""
theme = {json.dumps(HOSTILE[:4])}
{json.dumps(HOSTILE[:4])} = 1

[keys]
help = "\\u009b"
quit = ["\\u202e", {json.dumps(HOSTILE[:4])}]
{json.dumps(HOSTILE[:4])} = "x"

[queries]
{json.dumps(HOSTILE[:4])} = "killed:\\u009b"
"""


def keys_of(action: Action) -> list[str]:
    """Return a way to press an action; a mark takes a letter."""
    return ["a" if key == "letter" else key for key in action.keys[0].split()]


async def check_screen(driver: Driver, *keys: str) -> None:
    """Press keys, and check the characters on the screen."""
    await driver.press(*keys)
    assert driver.app.is_running
    assert unsafe_characters(driver.text) == set(), keys


@pytest.mark.thorough
@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize("pane", [pane.key for pane in panes() if len(pane.key) == 1])
async def test_no_action_shows_a_control_character(size: tuple[int, int], pane: str) -> None:
    async with running(
        size,
        briefing=parse(as_file(hostile_raw()), "hostile.json"),
        config=Config(queries={HOSTILE: f"killed:{HOSTILE}"}),
        state=State(queries=[HOSTILE]),
        query=HOSTILE,
    ) as driver:
        await check_screen(driver, "slash", "up", "escape")
        await check_screen(driver, "colon", "3", "1", "m", "enter")
        for action in actions(panes()):
            if action.keys and not any(end in action.id for end in ENDS):
                await check_screen(driver, pane)
                await check_screen(driver, *keys_of(action))
                await driver.press("escape")


def test_a_hostile_configuration_is_printed_without_control_characters(tmp_path: Path) -> None:
    folder = tmp_path / "kursk-tui"
    folder.mkdir()
    (folder / "config.toml").write_text(CONFIG, "utf-8")
    done = run("keys", XDG_CONFIG_HOME=str(tmp_path))
    assert "there is no key '\ufffd'" in done.stderr
    assert "there is no key '␛[31'" in done.stderr
    assert unsafe_characters(done.stdout + done.stderr) == set()
    in_ascii = run("keys", XDG_CONFIG_HOME=str(tmp_path), LC_ALL="de_DE.ISO-8859-15")
    assert (in_ascii.stdout + in_ascii.stderr).isascii()


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("arguments", "environment", "settings"),
    [
        (["--ascii"], {}, ""),
        ([], {"LC_ALL": "en_US.ISO-8859-1"}, ""),
        ([], {"LANG": "ru_RU.KOI8-R", "PYTHONIOENCODING": "koi8-r"}, ""),
        ([], {"PYTHONIOENCODING": "latin-1"}, ""),
        ([], {}, "ascii = true"),
        ([], {}, ""),
    ],
)
def test_the_screen_and_what_is_printed_are_ascii(
    arguments: list[str], environment: dict[str, str], settings: str, tmp_path: Path
) -> None:
    path = tmp_path / "hostile.json"
    path.write_bytes(as_file(hostile_raw()))
    folder = tmp_path / "kursk-tui"
    folder.mkdir()
    (folder / "config.toml").write_text(settings)
    terminal = Terminal(
        [*arguments, str(path)], env={"XDG_CONFIG_HOME": str(tmp_path), **environment}
    )
    for keys in ("jj0oz", "G", "?", "\x1b", "p", "\r", "yy"):
        terminal.wait_for("press enter" if keys == "\r" else "killed")
        terminal.press(keys)
    terminal.wait_for("sent to the terminal")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert terminal.sent.isascii() == bool(arguments or environment or settings)
    links = re.findall(rb"\x1b\]8;[^;]*;([^\x1b]*)", terminal.sent)
    assert any(b"%E2%80%8B%C3%A9" in link for link in links)
    assert b"".join(links).isascii()
    assert b"\x1b[31m tab" not in terminal.sent
    assert terminal.sent.count(b"\x1b]52;") == 1
