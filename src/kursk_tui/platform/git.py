"""Read an earlier version of a file from git, through the git command.

Only commands that read objects are run, without a shell. The environment and the configuration of
the repository can't make them run a pager, a hook, a text conversion or a connection.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

_SECONDS = 20
"""How long a command may take; a repository may be on a slow network drive."""

_KEPT = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
"""Prefixes of the variables that git keeps: those that say which repositories to trust.

Others may name another repository (in a hook of git, for example) or programs to run.
"""

_SET = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}

_OPTIONS = ("--no-pager", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")

_COMMITTED = re.compile(rb"^committer .* (\d{1,12}) ([+-])(\d\d)(\d\d)$", re.MULTILINE)


class GitError(Exception):
    """An earlier version can't be read; the message is the reason, possibly in git's own words."""


class UnknownRevisionError(GitError):
    """The repository has no such revision."""


@dataclass(frozen=True, slots=True)
class Version:
    """A file as it was at a commit, which has a short name and a date."""

    data: bytes
    commit: str
    date: str


def version_at(path: Path, revision: str, limit: int, environment: Mapping[str, str]) -> Version:
    """Return a file of at most `limit` bytes at a revision of the repository that contains it.

    A symbolic link is followed first. Raises GitError.
    """
    if not revision or revision.startswith("-") or "\0" in revision:
        raise UnknownRevisionError("this is not a revision")
    file = path.resolve()
    git = _Git(file.parent, environment)
    git.require_work_tree()
    commit = git.commit(revision)
    blob = f"{commit}:./{file.name}"
    size = git.run("cat-file", "-s", blob)
    if size.returncode:
        raise GitError(f"the file is not in {revision} under this name")
    if int(size.stdout) > limit:
        raise GitError(f"it has {int(size.stdout):,} bytes there, and the limit is {limit:,}")
    return Version(git.output("cat-file", "blob", blob), git.short(commit), git.date(commit))


@dataclass(frozen=True, slots=True)
class FolderVersion:
    """The files of a folder as they were at a commit, by their path in the folder."""

    files: Mapping[str, bytes]
    commit: str
    date: str


def folder_at(
    folder: Path, revision: str, suffix: str, limit: int, environment: Mapping[str, str]
) -> FolderVersion:
    """Return the files with a suffix, each of at most `limit` bytes, of a folder at a revision.

    Raises GitError.
    """
    if not revision or revision.startswith("-") or "\0" in revision:
        raise UnknownRevisionError("this is not a revision")
    git = _Git(folder.resolve(), environment)
    git.require_work_tree("the folder")
    commit = git.commit(revision)
    blobs: dict[str, str] = {}
    for entry in (
        git.output("ls-tree", "-r", "-l", "-z", commit).decode("utf-8", "replace").split("\0")
    ):
        about, _, name = entry.partition("\t")
        if name.endswith(suffix) and about.split()[1] == "blob":
            _, _, blob, size = about.split()
            if int(size) > limit:
                raise GitError(f"{name} has {int(size):,} bytes there, and the limit is {limit:,}")
            blobs[name] = blob
    files = dict(zip(blobs, git.contents(blobs.values()), strict=True))
    return FolderVersion(files, git.short(commit), git.date(commit))


class _Git:
    """The git command in a folder."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        program = shutil.which("git", path=environment.get("PATH"))
        if program is None:
            raise GitError("the git command is not installed")
        self._command = (program, *_OPTIONS, "-C", str(folder))
        self._environment = {
            name: value
            for name, value in environment.items()
            if not name.startswith("GIT_") or name.startswith(_KEPT)
        } | _SET

    def run(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Return what a command prints, and its exit code; `given` is its standard input."""
        try:
            return subprocess.run(  # noqa: S603 - a fixed list of commands
                [*self._command, *arguments],
                input=given,
                capture_output=True,
                env=self._environment,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise GitError(f"git took longer than {_SECONDS} seconds") from None
        except OSError as error:
            raise GitError(f"cannot run git: {error.strerror or error}") from None

    def output(self, *arguments: str) -> bytes:
        """Return what a command prints. Raises GitError if it fails."""
        done = self.run(*arguments)
        if done.returncode:
            raise GitError(_reason(done))
        return done.stdout

    def contents(self, blobs: Iterable[str]) -> Iterator[bytes]:
        """Yield the contents of blobs. Raises GitError."""
        given = "".join(f"{blob}\n" for blob in blobs).encode()
        done = self.run("cat-file", "--batch", given=given)
        if done.returncode:
            raise GitError(_reason(done))
        rest = memoryview(done.stdout)
        while rest:
            head, _, _ = bytes(rest[:128]).partition(b"\n")
            size = int(head.split()[-1])
            start = len(head) + 1
            yield bytes(rest[start : start + size])
            rest = rest[start + size + 1 :]

    def require_work_tree(self, what: str = "the file") -> None:
        """Raise GitError unless the folder is in a work tree of a repository; `what` names it."""
        done = self.run("rev-parse", "--is-inside-work-tree")
        if done.returncode and b"not a git repository" in done.stderr:
            raise GitError(f"{what} is not in a git repository")
        if done.returncode:
            raise GitError(_reason(done))
        if done.stdout.strip() != b"true":
            raise GitError(f"{what} is not in a work tree of a git repository")

    def commit(self, revision: str) -> str:
        """Return the hash of the commit that a revision names. Raises GitError."""
        found = revision
        for ending in ("", "^{commit}"):  # the text of ":/text" has no end
            done = self.run("rev-parse", "--verify", "--quiet", f"{found}{ending}")
            found = done.stdout.decode("ascii", "replace").strip()
            if done.returncode or not found:
                raise UnknownRevisionError("git does not know this revision")
        return found

    def short(self, commit: str) -> str:
        """Return the short hash of a commit."""
        return self.output("rev-parse", "--short", commit).decode("ascii", "replace").strip()

    def date(self, commit: str) -> str:
        """Return the date of a commit, in the time zone of its committer."""
        found = _COMMITTED.search(self.output("cat-file", "commit", commit))
        return _local_date(*map(bytes.decode, found.groups())) if found else ""


def _local_date(seconds: str, sign: str, hours: str, minutes: str) -> str:
    """Return the date of a moment in a time zone; empty if there is no such date or zone."""
    try:
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        zone = timezone(-offset if sign == "-" else offset)
        return datetime.fromtimestamp(int(seconds), zone).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return the first line of what git reports."""
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    first = lines[0].removeprefix("fatal: ").removeprefix("error: ") if lines else ""
    return f"git: {first}" if first else f"git ended with exit code {done.returncode}"
