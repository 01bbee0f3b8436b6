"""A file that is written keeps its nature, and nothing is left behind."""

import errno
import fcntl
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kursk_tui.platform import locking, new_file
from kursk_tui.platform.content import ABSENT, ChangedError, digest
from kursk_tui.platform.files import write_file, write_private
from kursk_tui.platform.locking import locked
from kursk_tui.platform.nature import obstacle
from kursk_tui.platform.new_file import NewFile

USER = 1234
OLD, NEW = b"old", b"new and longer"

root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root can change owners")


def attributes_work() -> bool:
    """Return whether the file system of the tests has extended attributes."""
    if sys.platform != "linux":
        return False
    with tempfile.NamedTemporaryFile() as file:
        try:
            os.setxattr(file.name, "user.test", b"")
        except OSError:
            return False
    return True


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder that other users can enter and that the user of the tests owns."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    if os.geteuid() == 0:
        os.chown(path, USER, USER)
    yield path
    path.chmod(0o755)
    shutil.rmtree(path)


@contextmanager
def as_user() -> Iterator[None]:
    """Run the body as a user without special rights."""
    if os.geteuid() != 0:
        yield
        return
    groups = os.getgroups()
    os.setgroups([])
    os.setegid(USER)
    os.seteuid(USER)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)


@pytest.fixture
def file(folder: Path) -> Path:
    """Return a file of the user's own."""
    path = folder / "d.json"
    with as_user():
        path.write_bytes(OLD)
    return path


@pytest.fixture(params=["without a name", "with a hidden name", "without swapping"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write new files in each way that systems support."""
    if request.param == "with a hidden name":
        monkeypatch.setattr(new_file, "_open_unnamed", lambda *_: None)
    if request.param == "without swapping":
        monkeypatch.setattr(new_file, "exchange", lambda *_: False)


in_every_way = pytest.mark.usefixtures("way")


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@in_every_way
def test_a_file_is_created_and_replaced(file: Path) -> None:
    write_file(file, NEW, expected=digest(OLD))
    write_file(file.with_name("other"), NEW, expected=ABSENT)
    assert file.read_bytes() == file.with_name("other").read_bytes() == NEW
    assert names(file.parent) == {"d.json", "other"}


@in_every_way
def test_other_content_than_expected_is_never_replaced(file: Path) -> None:
    for expected in (digest(b"other"), ABSENT):
        with pytest.raises(ChangedError):
            write_file(file, NEW, expected=expected, backup=True)
    with pytest.raises(ChangedError):
        write_file(file.with_name("gone"), NEW, expected=digest(OLD))
    assert file.read_bytes() == OLD
    assert names(file.parent) == {"d.json"}


@in_every_way
def test_a_file_created_meanwhile_is_not_replaced(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = file.with_name("other")
    write = new_file.NewFile.write

    def write_late(new: new_file.NewFile, data: bytes) -> None:
        write(new, data)
        other.write_bytes(OLD)

    monkeypatch.setattr(new_file.NewFile, "write", write_late)
    with pytest.raises(ChangedError, match="another process has just created it"):
        write_file(other, NEW)
    assert other.read_bytes() == OLD
    assert names(file.parent) == {"d.json", "other"}


def changed_while_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let another program change a file after a new version or its backup has been written."""
    write = new_file.NewFile.write

    def write_late(new: new_file.NewFile, data: bytes) -> None:
        write(new, data)
        path.write_bytes(b"theirs")

    monkeypatch.setattr(new_file.NewFile, "write", write_late)


@in_every_way
def test_a_file_changed_while_the_new_one_is_written_is_not_replaced(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed_while_written(file, monkeypatch)
    with pytest.raises(ChangedError):
        write_file(file, NEW, expected=digest(OLD))
    assert file.read_bytes() == b"theirs"
    assert names(file.parent) == {"d.json"}


def test_a_file_changed_while_its_backup_is_written_is_not_overwritten(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.with_name("other").hardlink_to(file)
    changed_while_written(file, monkeypatch)
    with pytest.raises(ChangedError):
        write_file(file, NEW, expected=digest(OLD))
    assert file.read_bytes() == b"theirs"


def test_the_lock_is_that_of_the_file_which_has_the_name_in_the_end(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    try_lock = locking.try_lock

    def lock_late(handle: int) -> bool | None:
        monkeypatch.setattr(locking, "try_lock", try_lock)
        new = file.with_name("new")
        new.write_bytes(NEW)
        new.replace(file)
        return try_lock(handle)

    monkeypatch.setattr(locking, "try_lock", lock_late)
    with locked(file), file.open("rb") as other:
        assert not try_lock(other.fileno())


@in_every_way
def test_the_mode_is_kept_by_the_file_and_its_backup(file: Path) -> None:
    for wanted in (0o600, 0o640, 0o666, 0o755):
        file.chmod(wanted)
        file.write_bytes(OLD)
        write_file(file, NEW, backup=True)
        backup = file.with_name("d.json~")
        assert (mode(file), mode(backup)) == (wanted, wanted)
        assert (file.read_bytes(), backup.read_bytes()) == (NEW, OLD)


@in_every_way
def test_a_new_file_has_the_mode_that_the_umask_leaves(folder: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(folder / "shared", NEW)
        write_private(folder / "private", "text")
    finally:
        os.umask(before)
    assert (mode(folder / "shared"), mode(folder / "private")) == (0o640, 0o600)


def test_a_private_file_becomes_readable_by_its_owner_only(file: Path) -> None:
    file.chmod(0o644)
    write_private(file, "text")
    assert mode(file) == 0o600


def test_the_backup_is_private_from_the_first_byte(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = []
    write = new_file.NewFile.write

    def recorded(new: new_file.NewFile, data: bytes) -> None:
        modes.append(stat.S_IMODE(os.fstat(new.handle).st_mode))
        write(new, data)

    monkeypatch.setattr(new_file.NewFile, "write", recorded)
    file.chmod(0o640)
    write_file(file, NEW, backup=True)
    assert len(modes) == 2
    assert all(one & 0o077 in (0, 0o040) for one in modes)


@root_only
@in_every_way
def test_owner_and_group_are_kept(file: Path) -> None:
    os.chown(file, USER, 4321)
    write_file(file, NEW, backup=True)
    for path in (file, file.with_name("d.json~")):
        assert (path.stat().st_uid, path.stat().st_gid) == (USER, 4321)


@root_only
def test_a_file_whose_owner_cannot_be_kept_is_written_in_place(file: Path) -> None:
    os.chown(file, 0, USER)
    file.chmod(0o660)
    inode = file.stat().st_ino
    with as_user():
        write_file(file, NEW, expected=digest(OLD))
    assert (file.read_bytes(), file.stat().st_uid, file.stat().st_ino) == (NEW, 0, inode)
    backup = file.with_name("d.json~")
    assert (backup.read_bytes(), backup.stat().st_uid, mode(backup)) == (OLD, USER, 0o600)


@pytest.mark.skipif(not attributes_work(), reason="this file system has no attributes")
@in_every_way
def test_attributes_are_kept(file: Path) -> None:
    if sys.platform == "linux":
        os.setxattr(file, "user.origin", b"wire")
        write_file(file, NEW, backup=True)
        for path in (file, file.with_name("d.json~")):
            assert os.getxattr(path, "user.origin") == b"wire"


def test_every_name_of_a_file_has_the_new_content(file: Path) -> None:
    other = file.with_name("other.json")
    other.hardlink_to(file)
    for data in (NEW, b"short"):
        before = file.read_bytes()
        write_file(file, data, expected=digest(before))
        assert other.read_bytes() == file.read_bytes() == data
        # Writing in place could be interrupted, so there is always a copy.
        assert file.with_name("d.json~").read_bytes() == before
    assert file.samefile(other)
    with pytest.raises(ChangedError):
        write_file(file, NEW, expected=digest(OLD))
    assert names(file.parent) == {"d.json", "d.json~", "other.json"}


def test_a_link_is_followed_and_a_backup_never_is(file: Path) -> None:
    link, precious = file.with_name("link.json"), file.with_name("precious")
    precious.write_bytes(b"precious")
    link.symlink_to(file)
    file.with_name("d.json~").symlink_to(precious)
    write_file(link, NEW, backup=True)
    assert link.is_symlink()
    assert file.read_bytes() == NEW
    assert file.with_name("d.json~").read_bytes() == OLD
    assert precious.read_bytes() == b"precious"


def test_a_backup_that_cannot_be_written_keeps_the_file(file: Path) -> None:
    file.with_name("d.json~").mkdir()
    with pytest.raises(OSError, match=r"cannot write its backup: Is a directory"):
        write_file(file, NEW, backup=True)
    assert file.read_bytes() == OLD
    assert names(file.parent) == {"d.json", "d.json~"}


def test_a_read_only_file_is_not_written(file: Path) -> None:
    file.chmod(0o444)
    for _ in range(2):  # also as root, as in vim
        with pytest.raises(PermissionError, match="the file is read-only"):
            write_file(file, NEW)
        assert (file.read_bytes(), mode(file)) == (OLD, 0o444)
    file.chmod(0o644)
    if os.geteuid() == 0:
        os.chown(file, 0, 0)
        with as_user(), pytest.raises(PermissionError, match="the file is read-only"):
            write_file(file, NEW)
        assert (file.read_bytes(), file.stat().st_uid) == (OLD, 0)


def test_a_file_in_a_read_only_folder_is_not_written(file: Path) -> None:
    assert obstacle(file) is None
    file.parent.chmod(0o555)
    with as_user():
        reason = obstacle(file)
        with pytest.raises(PermissionError, match="its folder is read-only"):
            write_file(file, NEW)
    assert reason == "its folder is read-only, so the file cannot be replaced as a whole"
    assert file.read_bytes() == OLD


@in_every_way
def test_a_long_name_can_be_written(folder: Path) -> None:
    path = folder / ("é" * 127)
    for data in (OLD, NEW):
        write_file(path, data)
        assert path.read_bytes() == data
    assert names(folder) == {path.name}


def test_a_lock_is_waited_for_and_given_up(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 0)
    with locked(file), pytest.raises(OSError, match="another process is writing the file"):
        write_file(file, NEW)
    assert file.read_bytes() == OLD
    write_file(file, NEW)
    assert file.read_bytes() == NEW


@pytest.fixture
def without_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Write as on a file system without locks, files without names and swapping."""

    def fail(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr("fcntl.flock", fail)
    monkeypatch.setattr(new_file, "_open_unnamed", lambda *_: None)
    monkeypatch.setattr(new_file, "exchange", lambda *_: False)


@pytest.mark.usefixtures("without_locks")
def test_a_file_system_without_locks_is_written_to(file: Path) -> None:
    write_file(file, NEW, expected=digest(OLD))
    assert file.read_bytes() == NEW


@pytest.mark.usefixtures("without_locks")
def test_without_locks_a_living_writer_is_waited_for(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with NewFile(file, 0o600) as first:
        first.write(b"first")
        monkeypatch.setattr(locking, "pause", lambda: first.replace(digest(OLD)))
        with pytest.raises(ChangedError):
            write_file(file, NEW, expected=digest(OLD))
    assert file.read_bytes() == b"first"
    assert names(file.parent) == {"d.json"}


@pytest.mark.usefixtures("without_locks")
def test_without_locks_a_writer_that_was_taken_for_killed_writes_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 0)
    with NewFile(file, 0o600) as slow:
        slow.write(b"slow")
        with NewFile(file, 0o600) as new:
            with pytest.raises(OSError, match="another process is writing the file"):
                slow.replace(digest(OLD))
            new.write(NEW)
            new.replace(digest(OLD))
    assert file.read_bytes() == NEW
    assert names(file.parent) == {"d.json"}


def test_what_a_killed_process_leaves_is_removed_where_only_writers_can_lock(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flock = fcntl.flock

    def lock(handle: int, operation: int) -> None:
        if fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            raise OSError(errno.EBADF, "as on NFS")
        flock(handle, operation)

    monkeypatch.setattr("fcntl.flock", lock)
    file.with_name(".d.json.kursk-tui").write_bytes(b"killed")
    write_file(file, NEW, expected=digest(OLD))
    assert names(file.parent) == {"d.json"}


KILLED = """
import os, signal, sys
from pathlib import Path
from kursk_tui.platform import new_file
from kursk_tui.platform.files import write_file
if sys.argv[2] == "named":
    new_file._open_unnamed = lambda *_: None
owner, name = {
    "write": (new_file.NewFile, "write"),
    "swap": (new_file, "exchange"),
    "compare": (new_file, "confirm"),
}[sys.argv[3]]
setattr(owner, name, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
write_file(Path(sys.argv[1]), b"killed", expected=sys.argv[4])
"""


@pytest.mark.parametrize("place", ["write", "swap", "compare"])
@pytest.mark.parametrize("kind", ["named", "unnamed"])
def test_what_a_killed_process_leaves_is_removed_by_the_next(
    file: Path, kind: str, place: str
) -> None:
    words = [sys.executable, "-c", KILLED, str(file), kind, place, digest(OLD)]
    assert subprocess.run(words, check=False).returncode == -signal.SIGKILL
    whole = b"killed" if place == "compare" else OLD
    assert file.read_bytes() == whole
    if kind == "unnamed" and place == "write":
        assert names(file.parent) == {"d.json"}
    write_file(file, NEW, expected=digest(whole))
    assert file.read_bytes() == NEW
    assert names(file.parent) == {"d.json"}


def test_the_hidden_file_of_a_living_process_is_left_alone(file: Path) -> None:
    hidden = file.with_name(".d.json.kursk-tui")
    with hidden.open("wb") as living:
        assert locking.try_lock(living.fileno())
        with pytest.raises(OSError, match="another process is writing the file"):
            write_file(file, NEW)
    assert file.read_bytes() == OLD
    assert hidden.exists()
    write_file(file, NEW)
    assert names(file.parent) == {"d.json"}
