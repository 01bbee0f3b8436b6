"""Earlier versions of a file, from real repositories."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kursk_tui.platform.git import GitError, version_at

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

_IDENTITY = {
    "GIT_AUTHOR_NAME": "Ann",
    "GIT_AUTHOR_EMAIL": "ann@example.org",
    "GIT_COMMITTER_NAME": "Ann",
    "GIT_COMMITTER_EMAIL": "ann@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
LIMIT = 1_000


def git(folder: Path, *arguments: str, date: str = "2024-12-18T23:30:00 -0330") -> None:
    environment = {**os.environ, **_IDENTITY, "GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date}
    subprocess.run(
        ["git", "-C", folder, *arguments], env=environment, check=True, capture_output=True
    )


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with two commits of `reports/day.json`; the first has the tag `v1`."""
    folder = tmp_path_factory.mktemp("repository")
    git(folder, "init", "-q", "-b", "main")
    file = folder / "reports" / "day.json"
    file.parent.mkdir()
    file.write_text("first")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "committer Eve <e> 1 +0000")
    git(folder, "tag", "-a", "v1", "-m", "the first")
    file.write_text("second")
    git(folder, "commit", "-q", "-a", "-m", "two", date="2024-12-19T01:00:00 +0100")
    file.write_text("not committed")
    return folder


def read(path: Path, revision: str, **environment: str) -> str:
    return version_at(path, revision, LIMIT, {**os.environ, **environment}).data.decode()


def failure(path: Path, revision: str, **environment: str) -> str:
    with pytest.raises(GitError) as caught:
        version_at(path, revision, LIMIT, {**os.environ, **environment})
    return str(caught.value)


@pytest.mark.parametrize(
    ("revision", "expected"),
    [
        ("HEAD", "second"),
        ("HEAD~1", "first"),
        ("v1", "first"),
        ("main", "second"),
        ("HEAD@{1}", "first"),
    ],
)
def test_a_revision_is_a_commit_a_tag_or_a_branch(
    repository: Path, revision: str, expected: str
) -> None:
    assert read(repository / "reports" / "day.json", revision) == expected


def test_the_commit_and_its_date_are_named(repository: Path) -> None:
    version = version_at(repository / "reports" / "day.json", "v1", LIMIT, os.environ)
    assert version.date == "2024-12-18"  # in the time zone of the committer; in UTC it was the 19th
    assert read(repository / "reports" / "day.json", version.commit) == "first"


def test_from_any_folder_through_links_and_in_other_work_trees(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(repository / "reports" / "day.json")
    assert read(link, "HEAD~1") == "first"
    monkeypatch.chdir(repository / "reports")
    assert read(Path("day.json"), "HEAD~1") == "first"
    git(repository, "worktree", "add", "-q", str(tmp_path / "other"), "v1")
    assert read(tmp_path / "other" / "reports" / "day.json", "HEAD") == "first"


def test_variables_of_a_hook_do_not_name_another_repository(repository: Path) -> None:
    file = repository / "reports" / "day.json"
    assert read(file, "HEAD", GIT_DIR="/nowhere", GIT_INDEX_FILE="x") == "second"


def test_programs_that_the_repository_names_do_not_run(repository: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path / 'ran'}\ncat\n")
    trap.chmod(0o755)
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "-q", str(repository), str(copy))
    for name in ("core.pager", "core.fsmonitor", "core.sshCommand", "diff.x.textconv"):
        git(copy, "config", name, str(trap))
    git(copy, "config", "pager.cat-file", "true")
    (copy / ".git" / "info" / "attributes").write_text("*.json diff=x\n")
    assert read(copy / "reports" / "day.json", "HEAD~1", GIT_PAGER=str(trap)) == "first"
    assert not (tmp_path / "ran").exists()


def test_a_revision_by_its_message(repository: Path) -> None:
    git(repository, "commit", "-q", "--allow-empty", "-m", "a later step")
    assert read(repository / "reports" / "day.json", ":/later") == "second"


def test_each_failure_has_a_reason(repository: Path, tmp_path: Path) -> None:
    file = repository / "reports" / "day.json"
    assert failure(file, "nothing") == "git does not know this revision"
    assert failure(file, "HEAD~9") == "git does not know this revision"
    assert failure(file, "HEAD..v1") == "git does not know this revision"
    assert failure(file, "HEAD:reports") == "git does not know this revision"
    assert failure(file, "--all") == "this is not a revision"
    (file.parent / "late.json").write_text("new")
    reason = "the file is not in HEAD under this name"
    assert failure(file.parent / "late.json", "HEAD") == reason
    assert failure(file, "HEAD", PATH=str(tmp_path)) == "the git command is not installed"
    outside = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    assert failure(tmp_path / "x.json", "HEAD", **outside) == "the file is not in a git repository"
    reason = "the file is not in a work tree of a git repository"
    assert failure(repository / ".git" / "config", "HEAD") == reason


def test_a_version_above_the_limit_is_not_read(repository: Path) -> None:
    with pytest.raises(GitError, match="it has 6 bytes there, and the limit is 5"):
        version_at(repository / "reports" / "day.json", "HEAD", 5, os.environ)


def test_a_git_that_hangs_is_given_up(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "git"
    slow.write_text("#!/bin/sh\nexec sleep 20\n")
    slow.chmod(0o755)
    monkeypatch.setattr("kursk_tui.platform.git._SECONDS", 0.1)
    file = repository / "reports" / "day.json"
    assert failure(file, "HEAD", PATH=f"{tmp_path}:{os.environ['PATH']}") == (
        "git took longer than 0.1 seconds"
    )
