"""`changes`, and what `--since` names of a library."""

import argparse
import json
import shutil
from pathlib import Path

import pytest

from kursk_tui.cli.commands import changes
from kursk_tui.cli.exit_codes import CommandError
from kursk_tui.cli.parser import parse_arguments
from kursk_tui.cli.saved_state import load_state
from kursk_tui.formats.library_folder import LibraryFolder
from kursk_tui.library.reading import marks_of
from kursk_tui.platform.state import ReadMark
from tests.library.reports import save
from tests.platform.test_git import git

SIZE = 2**20


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the nine reports."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    made = tmp_path / "dprk"
    made.mkdir()
    save(made)
    return made


def options(folder: Path, *more: str) -> argparse.Namespace:
    return parse_arguments(["changes", str(folder), *more])


def printed(capsys: pytest.CaptureFixture[str], folder: Path, *more: str) -> list[str]:
    """Return the fields of the changes."""
    changes.run(options(folder, *more, "--format", "json"))
    data = json.loads(capsys.readouterr().out)
    return [one["field"] for one in data["changes"]]


ALL = ["casualties", "killed", "wounded", "casualties", "deployed"]


def test_since_a_day_until_a_day(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, folder, "--since", "2024-12-20")
    assert sorted(found) == sorted(ALL)
    assert printed(capsys, folder, "--since", "2024-12-20", "--until", "2024-12-22") == []
    for until, code in (("2024-12-22", 0), ("2025-01-13", 1)):
        given = options(folder, "--since", "2024-12-20", "--until", until, "--exit-code")
        assert changes.run(given) == code
    assert changes.run(options(folder, "--since", "2024-12-20")) == 0
    with pytest.raises(CommandError, match="--since 2024-31: "):
        changes.run(options(folder, "--since", "2024-31"))


def test_since_the_library_was_marked_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CommandError, match="the library has not been marked read"):
        changes.run(options(folder, "--since", "last"))
    library = LibraryFolder([folder], SIZE).read().known_on("2025-01-13")
    state = load_state(folder)
    state.read = ReadMark("2025-01-14 06:00", marks_of(library.editions))
    state.save()
    assert printed(capsys, folder, "--since", "last") == ["casualties", "deployed"]
    changes.run(options(folder, "--since", "last", "--format", "md"))
    out = capsys.readouterr().out
    assert out.startswith("# Changes since last read, 2025-01-14 06:00: dprk\n")


def test_since_another_folder(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = tmp_path / "older"
    older.mkdir()
    for path in sorted(folder.iterdir())[:5]:
        shutil.copy(path, older)
    assert sorted(printed(capsys, folder, "--since", str(older))) == sorted(ALL)
    with pytest.raises(CommandError, match="no such file, and the folder is not in a git"):
        changes.run(options(folder, "--since", "HEAD"))


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_since_a_revision_of_the_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(folder.parent, "init", "-q", "-b", "main")
    for path in sorted(folder.iterdir())[:5]:
        git(folder.parent, "add", str(path))
    (folder.parent / "other.json").write_text("not read")
    git(folder.parent, "add", "other.json")
    git(folder.parent, "commit", "-q", "-m", "one")
    assert sorted(printed(capsys, folder, "--since", "main")) == sorted(ALL)
    with pytest.raises(CommandError, match="git does not know this revision"):
        changes.run(options(folder, "--since", "v9"))
    files = [str(path) for path in sorted(folder.iterdir())[:2]]
    with pytest.raises(CommandError, match="only a folder has revisions"):
        changes.run(parse_arguments(["changes", *files, "--since", "main"]))


def test_a_single_file_is_compared_as_diff_does(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = folder / "2024-12-19-nis.json", folder / "2025-01-13-nis.json"
    changes.run(options(new, "--since", str(old)))
    out = capsys.readouterr().out
    assert "Changes since 2024-12-19-nis.json: Report of Agency C\n" in out
    assert "1 qualifier lost · 1 figure changed" in out
