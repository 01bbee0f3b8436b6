"""The README and the pages of docs/ are correct: files are valid, keys and commands exist."""

import re
from pathlib import Path

import pytest

from kursk_tui.checking import find_cautions
from kursk_tui.cli import exit_codes
from kursk_tui.cli.spec import COMMANDS
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import parse, read
from kursk_tui.platform.config import ConfigValidators
from kursk_tui.platform.config import parse as config_from
from kursk_tui.query import View
from kursk_tui.ui.keys.actions import QUIT_ALWAYS, actions
from kursk_tui.ui.keys.keymap import Keymap, displayed, key_error
from kursk_tui.ui.pane_registry import panes
from tests.cli.run import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
DASHBOARD = (ROOT / "docs" / "dashboard.md").read_text("utf-8")
COMMAND_PAGE = (ROOT / "docs" / "commands.md").read_text("utf-8")
FILE_FORMAT = (ROOT / "docs" / "file-format.md").read_text("utf-8")
EXAMPLE = FILE_FORMAT[FILE_FORMAT.index("```json\n") + len("```json\n") :].partition("```")[0]


def test_the_example_of_a_file_is_a_valid_briefing() -> None:
    briefing = parse(EXAMPLE.encode(), "file-format.md")
    assert [claim.id for claim in briefing.claims] == ["fell", "rain"]
    assert len(View.of(briefing).ask("fallen:>=40").numbers) == 1


def test_the_example_with_the_newer_fields_is_valid_and_uses_them() -> None:
    text = FILE_FORMAT.split("```json\n")[2].partition("```")[0]
    briefing = parse(text.encode(), "file-format.md")
    assert list(find_cautions(briefing)) == []
    for query, claims in (
        ("casualties:10..30 origin:bob", ["toll"]),
        ("is:coded", ["guards"]),
        ("wounded:>=3", ["guards"]),
    ):
        view = View.of(briefing).ask(query)
        assert [view.claims[at].id for at in view.numbers] == claims
    for name in ("best", "basis", "categories", "further", "relations", "handling", "extraction"):
        assert f'"{name}"' in text


def test_the_queries_of_the_tour_have_the_described_answers() -> None:
    view = View.of(read(builtin_path()))
    tour = README[README.index("6. **Query.**") : README.index("7. **")]
    first, second = re.findall(r"^ {7}(\S+)$", tour, re.MULTILINE)
    assert view.ask(first).answer.match.bit_count() == 1
    assert view.ask(second).answer.match.bit_count() == 0
    assert view.ask(second).answer.possible.bit_count() == 1


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


@pytest.mark.parametrize(
    ("page", "least"),
    [(README[README.index("## A tour") : README.index("## From prose")], 25), (DASHBOARD, 35)],
)
def test_keys_named_in_the_docs_exist(page: str, least: int) -> None:
    have = [keys for action in actions(panes()) for keys in action.keys]
    known = {*have, *map(displayed, have), *QUIT_ALWAYS.keys, "ctrl+c", "m a", "' a"}
    spelled = r"\S|[ym'] \S|esc|enter|tab|up|F\d|ctrl\+\S"
    keys = {one for one in re.findall(r"`([^`]+)`", page) if re.fullmatch(spelled, one)}
    keys = {one.lower() if one.startswith("F") and len(one) > 1 else one for one in keys}
    keys -= set("◆●○◌▼▲░▒╌▶┊┼!=-")
    assert len(keys) >= least
    assert keys <= known


def test_the_example_of_a_library_has_no_warning_and_the_floor_of_its_picture() -> None:
    folder = ROOT / "data" / "library"
    assert run("check", folder, "--strict").returncode == 0
    assert run("names", folder).stdout == "no names wait for a decision\n"
    track = run("track", "toll", folder).stdout
    assert "floor 3,001 on Zelenskyy alone, else 2,700 on NIS, else 30 on HUR · possibly" in track
    assert "floor 3,001" in (ROOT / "docs" / "track.svg").read_text().replace("&#160;", " ")


def test_links_between_pages_are_valid() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^)]*))?\)", page.read_text("utf-8")):
            linked = page.parent / target if target else page
            assert linked.exists(), (page.name, target)
            assert not anchor or anchor in anchors(linked), (page.name, target, anchor)


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


def test_every_command_and_exit_code_is_documented() -> None:
    for name, command in COMMANDS.items():
        assert f"| `kursk-tui {name}" in COMMAND_PAGE, name
        for example in command.examples:
            assert "kursk-tui" in example
    for code in (exit_codes.OK, exit_codes.FINDING, exit_codes.USAGE, exit_codes.INTERNAL):
        assert f"\n| {code} | " in COMMAND_PAGE
    assert f"| {exit_codes.INTERRUPTED}, {exit_codes.TERMINATED} | " in COMMAND_PAGE


def test_the_error_shown_in_the_docs_is_what_check_prints(tmp_path: Path) -> None:
    text = EXAMPLE.replace('"reported"', '"guess"')
    (tmp_path / "report.json").write_text(text, "utf-8")
    shown = FILE_FORMAT[FILE_FORMAT.index("    report.json:") :].rstrip()
    done = run("check", "report.json", folder=tmp_path)
    # The page indents it by four spaces.
    assert [line[4:] for line in shown.splitlines()] == done.stdout.splitlines()


def test_files_named_in_the_architecture_exist() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    named = set(re.findall(r"`([\w/]+\.(?:py|toml|md))`", text))
    assert len(named) > 15
    package = ROOT / "src" / "kursk_tui"
    for name in named:
        assert (ROOT / name).exists() or (package / name).exists() or list(package.rglob(name)), (
            name
        )


def test_the_files_that_the_readme_names_exist_and_the_text_to_try_is_drafted(
    tmp_path: Path,
) -> None:
    named = set(re.findall(r"(?:docs|data)/[\w./-]*\w", README))
    assert {"docs/example.txt", "data/library"} <= named
    assert [one for one in named if not (ROOT / one).exists()] == []
    done = run("draft", ROOT / "docs" / "example.txt", "-o", tmp_path / "report.json")
    assert done.stderr.startswith("draft: 6 claims unreviewed, ")
    versions = [
        ROOT / "data" / "library" / f"{day}-mod.json" for day in ("2025-06-15", "2024-12-18")
    ]
    assert all(one.name in README for one in versions)
