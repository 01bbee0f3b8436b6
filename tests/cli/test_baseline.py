"""`--since`: a file, or a revision of the file under git."""

import json
import os
import shutil
from pathlib import Path

import pytest

from kursk_tui.cli.baseline import open_baseline, shortened
from kursk_tui.defaults import SIZE_LIMIT
from kursk_tui.diffing.comparison import Earlier
from tests.cli.run import run, written
from tests.model.factory import altered, built, minimal
from tests.platform.test_git import git
from tests.tables import each_row

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a briefing under git: first invalid, then valid, then changed but not committed."""
    git(tmp_path, "init", "-q", "-b", "main")
    path = tmp_path / "day.json"
    path.write_text('{"format": "kursk-tui/1",\n "title": 3}')
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "one")
    written(tmp_path, minimal(), "day.json")
    git(tmp_path, "commit", "-q", "-a", "-m", "two")
    return written(
        tmp_path, altered((("claims", 1, "likelihoods", 0, "term"), "likely")), "day.json"
    )


@needs_git
def test_a_revision_is_compared_with_the_file(file: Path) -> None:
    done = run("diff", "--since", "main", file)
    assert (done.returncode, done.stderr) == (0, "")
    first, *_ = done.stdout.splitlines()
    assert first.startswith("Changes since main (")
    assert first.endswith(", 2024-12-18): 1 likelihood moved")
    assert run("diff", "--since=HEAD", "day.json", folder=file.parent).stdout.count("one step") == 1


@needs_git
def test_a_file_of_that_name_comes_first_and_a_folder_does_not(file: Path) -> None:
    (file.parent / "docs").mkdir()
    git(file.parent, "tag", "docs")
    git(file.parent, "tag", "older")
    shutil.copy(file, file.parent / "older")
    assert (
        "likelihood moved" in run("diff", "--since", "docs", "day.json", folder=file.parent).stdout
    )
    same = run("diff", "--since", "older", "day.json", folder=file.parent).stdout
    assert same == "Changes since older: none\n2 claims before, 2 now\n"


@needs_git
def test_a_version_that_is_not_valid_is_located(file: Path) -> None:
    done = run("diff", "--since", "HEAD~1", "day.json", folder=file.parent)
    assert (done.returncode, done.stdout) == (1, "")
    assert "HEAD~1:day.json:2:11: “title” is 3, but should be text in quotes" in done.stderr


@needs_git
def test_each_failure_names_what_was_asked_for(file: Path) -> None:
    def error(since: str, path: str, programs: str = os.environ["PATH"]) -> str:
        done = run("diff", "--since", since, path, folder=file.parent, PATH=programs)
        assert (done.returncode, done.stdout) == (2, "")
        return done.stderr

    assert error("old.json", "day.json") == (
        "kursk-tui: cannot read --since old.json: there is no such file, "
        "and git does not know this revision\n"
    )
    for since in ("last", "2024-12-19", "2024"):
        assert error(since, "day.json") == (
            f"kursk-tui: cannot read --since {since}: there is no such file, "
            "and git does not know this revision; "
            "“last” and dates are for a library, which is a folder or several files\n"
        )
    shutil.copy(file, file.parent / "late.json")
    assert error("HEAD", "late.json") == (
        "kursk-tui: cannot read HEAD:late.json: the file is not in HEAD under this name\n"
    )
    assert error("HEAD", "day.json", programs="/nowhere") == (
        "kursk-tui: cannot read HEAD:day.json: the git command is not installed\n"
    )
    assert "“--output=x” is not a file or a revision" in error("--output=x", "day.json")
    assert "\x1b" not in error("\x1b[31mred", "day.json")


def test_standard_input_has_no_revisions(tmp_path: Path) -> None:
    data = json.dumps(minimal()).encode()
    done = run("diff", "--since", "HEAD", "-", given=data)
    assert done.returncode == 2
    assert done.stderr == (
        "kursk-tui: cannot read --since HEAD: there is no such file, "
        "and standard input has no revisions\n"
    )
    new = written(tmp_path, minimal(), "new.json")
    assert run("diff", "--since", "-", new, given=data).stdout.startswith(
        "Changes since <stdin>: none"
    )
    assert run("diff", "--since", "-", "-", given=data).stderr == (
        "kursk-tui: standard input can be read only once\n"
    )


def test_a_baseline_has_a_name_to_show(tmp_path: Path) -> None:
    path = written(tmp_path, minimal(), "old.json")
    baseline = open_baseline(os.fspath(path), None, SIZE_LIMIT)
    assert (baseline.briefing.title, baseline.name) == ("Weather", str(path))


@each_row(
    ("since", "path", "name"),
    [
        ("editions/2024/old.json", "new.json", "old.json"),
        ("old.json", None, "old.json"),
        ("editions/2024/day.json", "2025/day.json", "2024/day.json"),
        ("editions/2024/day.json", "2024/day.json", "editions/2024/day.json"),
        ("day.json", "2025/day.json", "day.json"),
    ],
)
def test_a_long_path_is_shown_by_the_name_of_the_file(
    since: str, path: str | None, name: str
) -> None:
    earlier = Earlier(built(minimal()), since)
    assert shortened(earlier, since, Path(path) if path else None).name == name
    revision = Earlier(built(minimal()), "feature/x (0d53f1a)")
    assert shortened(revision, "feature/x", Path(path) if path else None) is revision
