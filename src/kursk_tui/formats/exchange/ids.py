"""Identifiers and dates that an export needs and a briefing does not state."""

from datetime import date
from hashlib import sha256
from uuid import UUID

from kursk_tui.model import Briefing, Claim
from kursk_tui.model.when import parse_edtf

NO_DATE = "1970-01-01"
"""Stands for the date of a briefing without one, where a format requires a date."""


class Identifiers:
    """Identifiers that are the same in every export of a briefing about these documents.

    A library keeps its identifiers as long as its first document is the same. They have the form of
    random UUIDs (RFC 9562, version 4), which STIX requires.
    """

    def __init__(self, briefing: Briefing) -> None:
        digests = [document.sha256 for document in briefing.documents]
        self._documents = briefing.document_by_id
        root = ["library", *digests[:1]] if briefing.is_library else digests
        self._started = sha256("\0".join([*root, ""]).encode())

    def of(self, *names: str) -> UUID:
        """Return the identifier of a part of the briefing."""
        found = self._started.copy()
        found.update("\0".join(names).encode())
        return UUID(bytes=found.digest()[:16], version=4)

    def of_claim(self, kind: str, claim: Claim) -> UUID:
        """Return an identifier that stays the same when documents are added to the briefing."""
        names = (self._documents[claim.document].sha256, kind, claim.id)
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
