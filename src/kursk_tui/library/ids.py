"""Composite ids: the key of an edition, a slash, and an id within the edition."""

import re

_SEPARATOR = "/"
"""Ids of the file format have no slash."""


def composite(edition: str, own: str) -> str:
    """Return the composite id of an id within an edition."""
    return f"{edition}{_SEPARATOR}{own}"


def edition_of(composite_id: str) -> str:
    """Return the key of the edition in a composite id; empty for an id of a single briefing."""
    return composite_id.rpartition(_SEPARATOR)[0]


def own_id(composite_id: str) -> str:
    """Return the id within its edition of a composite id."""
    return composite_id.rpartition(_SEPARATOR)[2]


_ODD = re.compile(r"[^\w./-]+")
"""Characters of file names that ids must not have, as they may be markup or move the cursor."""


def safe_key(name: str) -> str:
    """Return a file name as the key of an edition: odd characters become hyphens."""
    return _ODD.sub("-", name).strip("-") or "-"
