"""Identifiers and dates that an export needs and a briefing does not state."""

from datetime import date
from hashlib import sha256
from uuid import UUID

from kursk_tui.model import Briefing
from kursk_tui.model.when import parse_edtf

NO_DATE = "1970-01-01"
"""Stands for the date of a briefing without one, where a format requires a date."""


def uuid_of(briefing: Briefing, *names: str) -> UUID:
    """Return the same identifier in every export of a briefing about these documents.

    It has the form of a random UUID (RFC 9562, version 4), which STIX requires.
    """
    about = "\0".join([*(document.sha256 for document in briefing.documents), *names])
    return UUID(bytes=sha256(about.encode()).digest()[:16], version=4)


def day_of(briefing: Briefing) -> str:
    """Return the first day that the date of a briefing may be, or `NO_DATE`."""
    stated = [briefing.date, *(document.date for document in briefing.documents)]
    for edtf in filter(None, stated):
        first = parse_edtf(edtf).start_min
        if 1 <= first <= date.max.toordinal():
            return date.fromordinal(int(first)).isoformat()
    return NO_DATE
