"""Dates in the forms of programs that keep references."""

import re

from kursk_tui.wording import phrases

_DAY = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_TIME = re.compile(r"([0-9-]+T[0-9:]+)(Z|[+-][0-9]{2}(:[0-9]{2})?)?")
_BIBLATEX = re.compile(rf"{_DAY}[~?%]?|[0-9]{{3}}X|[0-9]{{2}}XX|[0-9]{{4}}-(XX|[0-9]{{2}})(-XX)?")
_END = re.compile(rf"{_DAY}[~?%]?")
_PLAIN = re.compile(_DAY)
_SEASONS = {"21": 1, "22": 2, "23": 3, "24": 4}

CslDate = dict[str, list[list[int]] | bool | int | str]
"""A date of CSL-JSON: its parts, or words that are printed as they are."""


def as_biblatex(edtf: str) -> str | None:
    """Return a date as BibLaTeX 3.7 and later read it (EDTF levels 0 and 1); None for others.

    BibLaTeX has no form for a day of an unstated year, nor for unknown digits in a range.
    """
    if found := _TIME.fullmatch(edtf):
        zone = found[2] or ""
        return f"{found[1]}{zone}:00" if len(zone) == len("+05") else edtf
    if "/" not in edtf:
        return edtf if _BIBLATEX.fullmatch(edtf) else None
    ends = edtf.split("/")
    return edtf if all(one in ("", "..") or _END.fullmatch(one) for one in ends) else None


def as_csl(edtf: str) -> CslDate:
    """Return a date of CSL-JSON; what it has no parts for is in words."""
    start, _, end = edtf.partition("/")
    if end and _is_plain(start) and _is_plain(end):
        return {"date-parts": [_parts(start), _parts(end)]}
    if _PLAIN.fullmatch(edtf) and edtf[5:7] in _SEASONS:
        return {"date-parts": [[int(edtf[:4])]], "season": _SEASONS[edtf[5:7]]}
    if edtf.endswith("~") and _is_plain(edtf[:-1]):
        return {"date-parts": [_parts(edtf[:-1])], "circa": True}
    return {"date-parts": [_parts(edtf)]} if _is_plain(edtf) else {"literal": phrases.date(edtf)}


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and text[5:7] not in _SEASONS


def _parts(text: str) -> list[int]:
    return [int(one) for one in text.split("-")]
