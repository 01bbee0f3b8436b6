"""What the README shows is true: its file is valid, its queries are understood, its keys exist."""

import re
from pathlib import Path

import pytest

from kursk_tui.cli import exit_codes
from kursk_tui.cli.spec import COMMANDS
from kursk_tui.formats.json import builtin_path, parse, read
from kursk_tui.platform.config import ConfigValidators
from kursk_tui.platform.config import parse as config_from
from kursk_tui.query import View
from kursk_tui.ui.keys.actions import actions
from kursk_tui.ui.keys.keymap import Keymap, displayed, key_error
from kursk_tui.ui.pane import panes
from tests.cli.run import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
QUERIES = re.findall(
    r"`([^`]+)`",
    README[README.index("| query |") : README.index("For figures, dates, likelihoods")],
)


def test_the_example_of_a_file_is_a_valid_briefing() -> None:
    example = README[README.index("```json") + len("```json") :]
    briefing = parse(example[: example.index("```")].encode(), "README.md")
    assert [claim.id for claim in briefing.claims] == ["fell", "rain"]
    assert len(View.of(briefing).ask("fallen:>=40").numbers) == 1


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_the_readme_is_understood(query: str) -> None:
    View.of(read(builtin_path())).ask(query)


def test_the_example_of_a_configuration_is_valid_and_uses_every_setting() -> None:
    known_actions = {action.id: action for action in actions(panes())}
    known = ConfigValidators(
        list(known_actions),
        lambda name, keys: key_error(known_actions[name], keys),
        lambda query: str(View.of(read(builtin_path())).ask(query).query)[:0] or None,
    )
    config = config_from((ROOT / "docs" / "config.toml").read_bytes(), known)
    assert config.warnings == ()
    assert (config.theme, config.mouse, config.ascii) == ("light", False, False)
    assert len(config.queries) == 2
    assert Keymap.of(actions(panes()), config.keys).clashes == ()


def test_there_are_queries_to_try() -> None:
    assert len(QUERIES) > 15


def test_the_tour_names_keys_that_exist() -> None:
    tour = README[README.index("## A tour") : README.index("## From prose")]
    have = [keys for action in actions(panes()) for keys in action.keys]
    known = {*have, *map(displayed, have)}
    keys = [one for one in re.findall(r"`([^` ]{1,5})`", tour) if one not in ("├──▶", "◆", "●")]
    assert len(keys) > 12
    assert set(keys) <= known


def test_every_command_and_exit_code_is_documented() -> None:
    section = README[README.index("## For scripts") : README.index("## Any terminal")]
    for name, command in COMMANDS.items():
        assert f"| `kursk-tui {name}" in section, name
        for example in command.examples:
            assert "kursk-tui" in example
    for code in (exit_codes.OK, exit_codes.FINDING, exit_codes.USAGE, exit_codes.INTERNAL):
        assert f"\n| {code} | " in section
    assert f"| {exit_codes.INTERRUPTED}, {exit_codes.TERMINATED} | " in section


def test_the_complaint_of_the_readme_is_what_check_says(tmp_path: Path) -> None:
    example = README[README.index("```json") + len("```json\n") :]
    text = example[: example.index("```")].replace('"reported"', '"guess"')
    (tmp_path / "report.json").write_text(text, "utf-8")
    shown = README[README.index("    report.json:") :].split("\n\n")[0]
    done = run("check", "report.json", folder=tmp_path)
    # The README sets it in by four blanks.
    assert [line[4:] for line in shown.splitlines()] == done.stdout.splitlines()
