"""What each command imports: only what it needs, so that start-up stays fast."""

import subprocess
import sys
from pathlib import Path

import pytest

from kursk_tui.cli.spec import COMMANDS
from kursk_tui.formats.builtin import builtin_path

MODEL = {
    *("pydantic", "pydantic_core", "annotated_types", "typing_extensions", "typing_inspection"),
}
PATH = str(builtin_path())
ALLOWED: dict[str, tuple[list[str], set[str]]] = {
    "version": (["--version"], set()),
    "help": (["--help"], set()),
    "wrong usage": (["--unknown"], set()),
    "plain text": ([], MODEL),
    "show": (["show"], MODEL),
    "show a query": (["show", "--query", "source:nis"], MODEL),
    "check": (["check", PATH], MODEL),
    "query": (["query", "source:nis"], MODEL),
    "track": (["track", "killed"], MODEL),
    "names": (["names"], MODEL),
    "export": (["export", "--to", "html"], MODEL),
    "import": (["import", PATH], MODEL),
    "changes": (["changes", PATH, "--since", PATH], MODEL),
    "schema": (["schema"], MODEL),
    "diff": (["diff", PATH, PATH], MODEL),
    "keys": (["keys"], MODEL | {"rich"}),
    "draft": (["draft", "-", "--explain"], set()),
    "completion": (["completion", "bash"], {"shtab"}),
}
TOO_MUCH = {
    *("asyncio", "ast", "concurrent", "copy", "dataclasses", "datetime", "decimal", "inspect"),
    *("json", "pathlib", "shutil", "tempfile", "tomllib", "typing", "urllib"),
}
"""Modules of the standard library that help and version must not import."""


def loaded_by(arguments: list[str]) -> set[str]:
    """Return the full names of the modules loaded after running a command."""
    program = (
        "import sys\nfrom kursk_tui.cli.main import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "finally:\n    print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", program],
        capture_output=True,
        text=True,
        input="The soldiers have left the town, and they were in the war.",
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


def packages(modules: set[str]) -> set[str]:
    """Return the top-level packages that modules belong to."""
    return {name.split(".")[0] for name in modules}


@pytest.fixture(scope="module")
def bare() -> set[str]:
    """Return the packages that Python and the environment load on their own."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", "import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return packages(set(done.stdout.split()))


@pytest.mark.parametrize("name", ALLOWED)
def test_a_command_loads_only_allowed_packages(name: str, bare: set[str]) -> None:
    arguments, allowed = ALLOWED[name]
    modules = loaded_by(arguments)
    loaded = packages(modules) - bare
    others = {one for one in loaded if one not in sys.stdlib_module_names and one[0] != "_"}
    assert "kursk_tui" in others
    assert others - {"kursk_tui"} <= allowed
    assert allowed <= others  # else the list allows too much
    if name in ("version", "help"):
        assert loaded & TOO_MUCH == set()
    if name != "wrong usage":
        assert ("kursk_tui.drafting" in modules) == (name == "draft")


def test_drafting_needs_only_the_standard_library() -> None:
    program = (
        "import sys\nfrom kursk_tui.drafting import draft\n"
        "draft('The soldiers have left the town, and 40 were killed.').explained()\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & (MODEL | {"textual", "rich"})


def test_a_table_is_imported_without_the_formats_of_other_systems(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("id,notes\nE1,Two guards were killed.\n")
    modules = loaded_by(["import", str(path), "--profile", "prose", "-o", str(tmp_path / "x.json")])
    assert (tmp_path / "x.json").exists()
    assert not [name for name in modules if name.startswith("kursk_tui.formats.exchange")]


def test_the_dashboard_starts_without_the_reader_of_english_and_the_finder() -> None:
    program = (
        "import sys\nimport kursk_tui.cli.commands.dashboard, kursk_tui.cli.dashboard_app\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "kursk_tui.ui.dashboard.screen" in loaded
    late = ("kursk_tui.english", "kursk_tui.drafting", "kursk_tui.ui.finder.screen", "tomllib")
    assert not [name for name in loaded if name.startswith(late)]


def test_every_command_is_listed_except_the_one_that_draws() -> None:
    listed = {arguments[0] for arguments, _ in ALLOWED.values() if arguments}
    assert set(COMMANDS) - listed == {"screenshot"}
    assert Path(PATH).exists()
