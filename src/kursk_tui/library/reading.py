"""Which editions of a library have been read."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from hashlib import sha256

from kursk_tui.library.edition import Edition
from kursk_tui.library.library import Library

_DIGITS = 12
"""The digits of a mark: enough to tell a million editions apart."""


def mark_of(edition: Edition) -> str:
    """Return what marks an edition as read: its contents or, of a draft, its key.

    The contents of a draft change with each decision.
    """
    if edition.briefing.status == "draft":
        return sha256(f"draft {edition.key}".encode()).hexdigest()[:_DIGITS]
    return edition.sha256[:_DIGITS]


def marks_of(editions: Iterable[Edition]) -> frozenset[str]:
    """Return the marks of some editions."""
    return frozenset(map(mark_of, editions))


def read_before(library: Library, marks: Collection[str]) -> Library:
    """Return a library of only the editions that have been read."""
    whole = library.whole
    return replace(
        whole, editions=tuple(edition for edition in whole.editions if mark_of(edition) in marks)
    )
