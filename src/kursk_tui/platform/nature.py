"""The nature of a file, which writing it must not change: mode, owner, group and attributes."""

import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FileName = Path | int
"""The path of a file, or the descriptor of an open one."""


@dataclass(frozen=True, slots=True)
class Nature:
    """The mode, owner, group and extended attributes of a file. Access lists are attributes."""

    mode: int
    owner: int
    group: int
    attributes: Mapping[str, bytes]

    @classmethod
    def of(cls, file: FileName) -> "Nature":
        """Return the nature of a file. Raises OSError."""
        found = os.stat(file)  # noqa: PTH116 - also of a descriptor
        return cls(stat.S_IMODE(found.st_mode), found.st_uid, found.st_gid, dict(_attributes(file)))

    def give(self, file: int) -> bool:
        """Give an open file this nature as far as possible; return whether it is complete.

        A file that lacks any of it is accessible to its owner only.
        """
        now = Nature.of(file)
        if (now.owner, now.group) != (self.owner, self.group):
            with suppress(OSError):
                os.fchown(file, self.owner, self.group)
        _give_attributes(file, now.attributes, self.attributes)
        with suppress(OSError):  # a file system without modes
            os.fchmod(file, self.mode)  # last: changing the owner clears bits
        is_complete = Nature.of(file) == self
        if not is_complete:
            with suppress(OSError):
                os.fchmod(file, self.mode & stat.S_IRWXU)
        return is_complete


def obstacle(path: Path) -> str | None:
    """Return why an existing file cannot be replaced by a new version, or None.

    A file without any permission to write is read-only for root too, as in vim.
    """
    if not _may(path, os.W_OK) or not path.stat().st_mode & 0o222:
        return "the file is read-only"
    if not _may(path.parent, os.W_OK | os.X_OK):
        return "its folder is read-only, so the file cannot be replaced as a whole"
    return None


def _may(path: Path, what: int) -> bool:
    return os.access(path, what, effective_ids=os.access in os.supports_effective_ids)


def _attributes(file: FileName) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    if sys.platform == "linux":
        with suppress(OSError):  # the file system has none
            for name in os.listxattr(file):
                with suppress(OSError):
                    found.append((name, os.getxattr(file, name)))
    return found


def _give_attributes(file: int, now: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> None:
    if sys.platform != "linux":
        return
    for name in now.keys() - wanted.keys():
        with suppress(OSError):
            os.removexattr(file, name)
    for name, value in wanted.items():
        if now.get(name) != value:
            with suppress(OSError):
                os.setxattr(file, name, value)
