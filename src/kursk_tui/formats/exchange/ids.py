"""Identifiers and dates that an export needs and a briefing does not state."""

from datetime import date
from hashlib import sha256
from uuid import UUID

from kursk_tui.model import Briefing, Claim
from kursk_tui.model.when import parse_edtf

NO_DATE = "1970-01-01"
"""Stands for the date of a briefing without one, where a format requires a date."""


def uuid_of(briefing: Briefing, *names: str) -> UUID:
    """Return the same identifier in every export of a briefing about these documents.

    A library keeps its identifiers as long as its first document is the same.
    """
    digests = [document.sha256 for document in briefing.documents]
    return (
        _uuid("library", *digests[:1], *names) if briefing.is_library else _uuid(*digests, *names)
    )


def uuid_of_claim(briefing: Briefing, kind: str, claim: Claim) -> UUID:
    """Return an identifier that stays the same when documents are added to the briefing."""
    return _uuid(briefing.document_by_id[claim.document].sha256, kind, claim.id)


def _uuid(*names: str) -> UUID:
    """Return a UUID of the form of a random one (RFC 9562, version 4), which STIX requires."""
    return UUID(bytes=sha256("\0".join(names).encode()).digest()[:16], version=4)


def day_of(briefing: Briefing) -> str:
    """Return the first day that the date of a briefing may be, or `NO_DATE`.

    The first dated document stands for a briefing that states no date.
    """
    for edtf in filter(None, (briefing.date, *(one.date for one in briefing.documents))):
        first = parse_edtf(edtf).start_min
        if 1 <= first <= date.max.toordinal():
            return date.fromordinal(int(first)).isoformat()
    return NO_DATE
