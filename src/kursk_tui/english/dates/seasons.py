"""Seasons of a year as dates: "last summer", "autumn of 2030", "spring and summer of 1847"."""

from kursk_tui.english.dates.calendar_words import SEASONS, year_at
from kursk_tui.english.dates.partial_date import PartialDate
from kursk_tui.english.lexicon import word_values
from kursk_tui.english.tokens import DASHES, Token, glued

_SHIFTS = word_values("calendar", "shifts")
_JOINS = frozenset(("and", "to", "until", *DASHES))
WHICH = ("last", "this", "next")
"""Of the words for a shift, only these can precede any period."""


def season_at(tokens: list[Token], at: int) -> PartialDate | None:
    """Return the season that begins at a token: "last summer", "autumn of 2030", or None."""
    shift = _SHIFTS.get(tokens[at].lower) if tokens[at].lower in WHICH else None
    start = at + (shift is not None)
    season = SEASONS.get(tokens[start].lower) if start < len(tokens) else None
    if season is None:
        return None
    after = start + 1
    if after < len(tokens) and tokens[after].lower == "of":
        after += 1
    year = year_at(tokens, after)
    if shift is None and _is_before_season(tokens, start, season):
        return PartialDate(at, start, season=season)
    if year is not None:
        return PartialDate(at, _past_second_year(tokens, after, year), year, season=season)
    if shift is None:
        return None
    return PartialDate(at, start, season=season, shift=shift, period="season")


def _is_before_season(tokens: list[Token], at: int, season: int) -> bool:
    """Return whether a later season of one year follows: "spring and summer of 1847"."""
    after = SEASONS.get(tokens[at + 2].lower, 0) if at + 3 < len(tokens) else 0
    if after <= season or tokens[at + 1].lower not in _JOINS:
        return False
    return year_at(tokens, at + 3 + (tokens[at + 3].lower == "of")) is not None


def _past_second_year(tokens: list[Token], at: int, year: int) -> int:
    """Return the last token of "2024–25", which names one winter, or of "2024"."""
    row = tokens[at : at + 3]
    if len(row) == 3 and row[1].text in "-–/" and all(map(glued, row, row[1:])):
        if row[2].text == f"{(year + 1) % 100:02}":
            return at + 2
    return at
