"""The content of a file, to tell whether it is still what was read from it."""

from pathlib import Path

ABSENT = "absent"
"""The digest of a file that does not exist."""


class ChangedError(OSError):
    """Another program has changed the file, or created or removed it."""


def digest(data: bytes) -> str:
    """Return the digest of a content."""
    from hashlib import blake2b  # deferred: few commands need it

    return blake2b(data, digest_size=16).hexdigest()


def digest_of_file(path: Path) -> str:
    """Return the digest of a file's content, or ABSENT. Raises OSError."""
    try:
        return digest(path.read_bytes()) if path.is_file() else ABSENT
    except FileNotFoundError:
        return ABSENT


def confirm(path: Path, expected: str) -> None:
    """Raise ChangedError unless a file has the content with this digest."""
    if digest_of_file(path) != expected:
        raise ChangedError
