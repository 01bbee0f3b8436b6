"""Dates that only bound when something happened: "by June 2025", "before 20 March 2025"."""

import re
from datetime import date, timedelta
from typing import Literal, NamedTuple

from kursk_tui.drafting.word_lists import word_list
from kursk_tui.model import parse_edtf

Side = Literal["until", "before", "from", "after"]


def _any_of(name: str) -> str:
    return "|".join(sorted(word_list("dates", name)))


# The code branches on the side, so the prepositions stay here.
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
_BOUND = re.compile(rf"\b({'|'.join(_SIDES)})\s+(?:(?:early|late|mid|the end of)[- ])?$", re.I)
_NEGATION = re.compile(rf"\b(?:{_any_of('negations')})\b|n['’]t\b", re.I)
_DISTANCE = re.compile(rf"\b(?:{_any_of('distances')})\s+$", re.I)
_EVENT = re.compile(rf"['’]s?\b|\s+(?:{_any_of('events')})\b")
_PAST = re.compile(r"\b(?:had|were|was)\b", re.IGNORECASE)


class Bound(NamedTuple):
    """The words that make a date a bound, and on which side; None if that cannot be known.

    `apart` means "the day before …": the distance from the date is not in the date.
    """

    words: str
    side: Side | None
    apart: bool = False


def bound_before(before: str, after: str, *, weekday: bool) -> Bound | None:
    """Return what makes the date between two texts a bound, or None.

    `weekday` means that only the day of the week is written, which may be the last or the next.
    """
    found = _BOUND.search(before)
    if found is None:
        return None
    side: Side = _SIDES[" ".join(found[1].lower().split())]
    opening = before[: found.start()]
    of_event = _EVENT.match(after) is not None
    if side == "from" and (opening.strip() or of_event):
        return None  # a report from 3 March is of that day
    if _NEGATION.search(opening):  # what was not done until June was done in June, or never
        return Bound(found[0], None)
    if weekday and side in ("until", "before") and not _PAST.search(f"{opening} {after}"):
        return Bound(found[0], None)
    if of_event:  # after Saturday's attack: on Saturday or later
        side = "from" if side == "after" else "until"
    return Bound(found[0], side, _DISTANCE.search(opening) is not None)


def bounded(edtf: str, side: Side) -> str | None:
    """Return the open interval that a date bounds, in EDTF, or None if it has no plain form.

    "before" and "after" leave the date itself out: they step to the next day, month or year.
    """
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", edtf):
        return None
    try:
        end = edtf if side in ("until", "from") else _stepped(edtf, 1 if side == "after" else -1)
        within = f"{end}/.." if side in ("from", "after") else f"../{end}"
        parse_edtf(within)
    except (ValueError, OverflowError):
        return None
    return within


def _stepped(edtf: str, step: int) -> str:
    """Return the next (1) or previous (-1) day, month or year."""
    year, month, day = [*map(int, edtf.split("-")), 0, 0][:3]
    if day:
        return (date(year, month, day) + timedelta(days=step)).isoformat()
    if month:
        months = year * 12 + month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{year + step:04}"
