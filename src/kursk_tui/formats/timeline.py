"""The dates of claims in order, for whatever they are written as."""

from collections.abc import Iterable
from typing import NamedTuple

from kursk_tui.model import Claim, parse_edtf
from kursk_tui.wording import phrases


class Dated(NamedTuple):
    """A date of a claim, in words, and what it dates; it may be resolved on the document's date."""

    date: str
    role: str
    claim: Claim


def dated(claims: Iterable[Claim]) -> list[Dated]:
    """Return every date of some claims, the earliest beginning first."""
    found = [
        (
            parse_edtf(when.placed).start_min,
            Dated(phrases.date(when.placed), phrases.role(when), claim),
        )
        for claim in claims
        for when in claim.when
        if when.placed
    ]
    return [one for _, one in sorted(found, key=lambda entry: entry[0])]
