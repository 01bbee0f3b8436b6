"""Names of months, weekdays and seasons, and functions that read the parts of a date."""

from datetime import date

from kursk_tui.english.function_words import PREPOSITIONS
from kursk_tui.english.lexicon import word_set, word_values
from kursk_tui.english.tokens import Token, glued

MONTHS = word_values("calendar", "months")
SHORT_MONTHS = word_values("calendar", "short_months")
WEEKDAYS = word_values("calendar", "weekdays")
"""Weekdays with their numbers; Monday is 0."""

SHORT_WEEKDAYS = word_values("calendar", "short_weekdays")
SEASONS = word_values("calendar", "seasons")
"""Seasons with their numbers in EDTF."""

_BEFORE_MONTH = word_set("calendar", "words", "before_month")
# Also a modal verb and a verb, which can begin a sentence: the context decides.
_AMBIGUOUS_MONTHS = ("may", "march")


DAYS_OF_A_MONTH = range(1, 32)


def bare(token: Token) -> str:
    """Return a word in lower case without its "'s": "Monday's"."""
    return token.lower.removesuffix("'s")


def month_at(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Return the month (1 to 12) that begins at a token and its length in tokens, or None."""
    token = tokens[at] if at < len(tokens) else None
    if token is None or not token.is_word or not token.capital:
        return None
    name = bare(token)
    if name in MONTHS:
        if name in _AMBIGUOUS_MONTHS and not _is_month(tokens, at):
            return None
        return MONTHS[name], 1
    month = SHORT_MONTHS.get(token.lower)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if month is None or following is None:
        return None
    if following.text == "." and following.start == token.end:
        return month, 2
    near = following.kind == "number" or (at > 0 and tokens[at - 1].kind == "number")
    return (month, 1) if near else None


def _is_month(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and (after.kind == "number" or after.lower in ("last", "this")):
        return True
    if before is None:
        return False
    known = before.lower in _BEFORE_MONTH or before.lower in PREPOSITIONS
    return known or before.kind == "number" or before.lower in WEEKDAYS or _is_ordinal(tokens, at)


def _is_ordinal(tokens: list[Token], at: int) -> bool:
    """Return whether "3rd" comes before a token."""
    return at > 1 and tokens[at - 2].kind == "number" and glued(tokens[at - 2], tokens[at - 1])


def weekday_at(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Return the weekday (0 for Monday) that begins at a token and its length, or None."""
    token = tokens[at] if at < len(tokens) else None
    if token is None or not token.capital:
        return None
    if bare(token) in WEEKDAYS:
        return WEEKDAYS[bare(token)], 1
    short = SHORT_WEEKDAYS.get(token.lower)
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if short is None or after is None or after.start != token.end or after.text not in ".,":
        return None
    following = at + 2
    if month_at(tokens, following) or (
        following < len(tokens) and tokens[following].kind == "number"
    ):
        return short, 2 if after.text == "." else 1
    return None


def day_at(tokens: list[Token], at: int, days: range = DAYS_OF_A_MONTH) -> tuple[int, int] | None:
    """Return the day of a month, in digits, that begins at a token and its length, or None."""
    token = tokens[at] if at < len(tokens) else None
    if token is None or not token.text.isdecimal() or len(token.text) > 2:
        return None
    day = int(token.text)
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.start == token.end and after.is_word:
        if after.lower not in ("st", "nd", "rd", "th"):
            return None
        return (day, 2) if day in days else None
    return (day, 1) if day in days else None


def year_at(tokens: list[Token], at: int) -> int | None:
    """Return the year (1800 to 2100) that a token of four digits states, or None."""
    token = tokens[at] if at < len(tokens) else None
    if token is None or len(token.text) != 4 or not token.text.isdecimal():
        return None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.start == token.end and after.is_word:
        return None
    if at and tokens[at - 1].end == token.start and tokens[at - 1].text in "$€£#/":
        return None
    if _meets_other_digits(tokens, at):
        return None
    return int(token.text) if 1800 <= int(token.text) <= 2100 else None


def exists(year: int, month: int, day: int) -> bool:
    """Return whether the calendar has a day; its years are 1 to 9999."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _meets_other_digits(tokens: list[Token], at: int) -> bool:
    """Return whether four digits are part of more: "555-2024", "2024-13-01"; not "2024–25"."""
    before, after = tokens[max(0, at - 2) : at + 1], tokens[at : at + 5]
    if is_joined(before) and len(before[0].text) != 4:
        return True
    return is_joined(after[:3]) and (len(after[2].text) == 3 or is_joined(after[2:]))


def is_joined(row: list[Token]) -> bool:
    """Return whether three tokens are digits, a mark and digits, without blanks."""
    if len(row) < 3 or row[0].kind != "number" or row[2].kind != "number" or row[1].is_word:
        return False
    return glued(row[0], row[1]) and glued(row[1], row[2])
