"""Counted units of time, "two weeks", and the days that they reach back to."""

from datetime import date, timedelta

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.number_words import UNITS

_SEVERAL = word_set("drafting", "periods", "several")
UNITS_OF_TIME = word_set("drafting", "periods", "units")
_HOURS = 24
_MONTHS = 12
_LENGTHS = {"day": 1, "week": 7, "fortnight": 14}


def days_around(day: date, first: int, last: int) -> str | None:
    """Return the days so many days from another, or None outside the years 1 to 9999."""
    try:
        return f"{day + timedelta(days=first)}/{day + timedelta(days=last)}"
    except OverflowError:
        return None


def counted(sentence: Sentence, at: int) -> tuple[int | None, int]:
    """Return the number at a token, 0 for "few", None for no number, and the token after it."""
    word = sentence.lower(at)
    if word in _SEVERAL:
        after = at + 1 + (word == "couple")
        return 0, after
    number = sentence.quantity_at.get(at)
    if number is not None and word not in UNITS:  # thirty
        quantity = sentence.quantities[number]
        return int(quantity.number.value or 0), quantity.last + 1
    if word in UNITS or (word.isdecimal() and len(word) < 4):
        return UNITS.get(word) or int(word), at + 1
    return None, at


def back(today: date, count: int, unit: str) -> date | None:
    """Return the day that is so many units before the day of the document."""
    try:
        if unit == "hour":
            return today - timedelta(days=-(-count // _HOURS))
        if unit in _LENGTHS:
            return today - timedelta(days=count * _LENGTHS[unit])
        months = count * {"month": 1, "quarter": 3, "year": _MONTHS, "decade": 10 * _MONTHS}[unit]
        total = today.year * _MONTHS + today.month - 1 - months
        return _day_of_month(total // _MONTHS, total % _MONTHS + 1, today.day)
    except (KeyError, OverflowError, ValueError):  # a season has no fixed length
        return None


def _day_of_month(year: int, month: int, day: int) -> date:
    """Return a day of a month, or the last day of a month that is shorter."""
    after = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day - 1), after - timedelta(days=1))
