"""Dates that only limit when something was: "by June 2025", "before 20 March 2025"."""

import re
from datetime import date, timedelta
from typing import Literal, NamedTuple

from kursk_tui.model import parse_edtf

Side = Literal["until", "before", "from", "after"]

_SIDES: dict[str, Side] = {
    "by": "until",
    "until": "until",
    "till": "until",
    "no later than": "until",
    "before": "before",
    "prior to": "before",
    "from": "from",
    "after": "after",
}
_LIMIT = re.compile(rf"\b({'|'.join(_SIDES)})\s+(?:(?:early|late|mid|the end of)[- ])?$", re.I)
_NOT = re.compile(
    r"\b(?:not|never|no longer|nobody|no one|none|nothing|neither|nor|cannot|refused|without)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?|nights?|mornings?|evenings?|shortly|soon|just|right)"
    r"\s+$",
    re.IGNORECASE,
)
_OF_THE_DATE = re.compile(r"['’]s?\b|\s+(?:prayers?|elections?|attacks?|talks|strikes?|data)\b")
_PAST = re.compile(r"\b(?:had|were|was)\b", re.IGNORECASE)


class Limit(NamedTuple):
    """The words before a date that make it a limit, and on which side; None if that is not told.

    `apart` is "the day before …": how far from the date is not in the date.
    """

    words: str
    side: Side | None
    apart: bool = False


def limit_before(text: str, after: str, *, weekday: bool) -> Limit | None:
    """Return what makes a date a limit that stands between two texts, if anything does.

    `weekday` is a date of which only the day of the week is written: whether it is the last or
    the next one the day of the document does not tell.
    """
    found = _LIMIT.search(text)
    if found is None:
        return None
    side: Side = _SIDES[" ".join(found[1].lower().split())]
    before = text[: found.start()]
    whole = _OF_THE_DATE.match(after) is not None
    if side == "from" and (before.strip() or whole):
        return None  # a report from 3 March is of that day
    if _NOT.search(before):  # what was not done until June was done in June, or not at all
        return Limit(found[0], None)
    if weekday and side in ("until", "before") and not _PAST.search(f"{before} {after}"):
        return Limit(found[0], None)
    if whole:  # after Saturday's attack: on Saturday or later
        side = "from" if side == "after" else "until"
    return Limit(found[0], side, _APART.search(before) is not None)


def limited(edtf: str, side: Side) -> str | None:
    """Return the open interval of EDTF that a date limits; None if it cannot be told.

    A day, month or year that something was before or after is not in it.
    """
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", edtf):
        return None
    try:
        end = edtf if side in ("until", "from") else _beside(edtf, 1 if side == "after" else -1)
        within = f"{end}/.." if side in ("from", "after") else f"../{end}"
        parse_edtf(within)
    except (ValueError, OverflowError):
        return None
    return within


def _beside(edtf: str, step: int) -> str:
    """Return the next or previous day, month or year."""
    year, month, day = [*map(int, edtf.split("-")), 0, 0][:3]
    if day:
        return (date(year, month, day) + timedelta(days=step)).isoformat()
    if month:
        months = year * 12 + month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{year + step:04}"
