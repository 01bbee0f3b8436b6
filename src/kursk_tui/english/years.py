"""Numbers that are years: "the 2020 war", "2024–25", "in 2021, 2022 and 2023"."""

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.function_words import BE, DETERMINERS
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.english.tokens import glued

_YEARS = range(1800, 2101)
_LISTED = 10
"""The most years read in one list."""

_SUBJECT = 5
"""How many words before "2030" the word "year" can be: "its deadliest year so far was 2030"."""

_JOINS = (",", "and", "or")


def is_year(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    """Return whether a number is written like a year: in four digits, 1800 to 2100."""
    number = quantity.number
    text = sentence.tokens[number.first].text
    alone = number.first == number.last and len(text) == 4 and text.isdecimal()
    return alone and int(text) in _YEARS


def year_of(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Recognise "the 2020 war": a year that identifies something."""
    at = quantity.last + 1
    if quantity.first != quantity.last or not is_year(sentence, quantity):
        return None
    before, after = sentence.lower(quantity.first - 1), sentence.lower(at)
    if before in BE and "year" in sentence.row(quantity.first - _SUBJECT, quantity.first - 1):
        return "a year"  # its deadliest year was 2030
    named = before in DETERMINERS or before.endswith("'s")
    if not named or not after.isalpha() or after.endswith("s"):
        return None
    words = sentence.words
    known = words.people.starting(sentence.tokens, at) or words.triggers.starting(
        sentence.tokens, at
    )
    return None if known or sentence.tokens[at].capital else "a year that identifies something"


def span_of_years(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Recognise "2024–25" and "2024/25"."""
    tokens, at = sentence.tokens, quantity.number.first
    for first in (at, at - 2):
        row = tokens[first : first + 3] if first >= 0 else []
        if len(row) == 3 and row[1].text in "-–/" and all(map(glued, row, row[1:])):
            year, short = row[0].text, row[2].text
            if len(year) == 4 and len(short) == 2 and (year + short).isdecimal():
                if int(year) in _YEARS and int(short) == (int(year) + 1) % 100:
                    return "a span of years"
    return None


def listed_year(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Recognise the years within "2021, 2022, 2023 and 2024", whose ends are dates."""
    if not is_year(sentence, quantity):
        return None
    ends = (_end_of_years(sentence, quantity.first, step) for step in (-1, 1))
    return "a year" if all(ends) else None


def _end_of_years(sentence: AnnotatedSentence, at: int, step: int) -> bool:
    """Return whether a list of years goes on from a token to a date."""
    for nth in range(_LISTED):
        join = at + (2 * nth + 1) * step
        year = join + step
        if not 0 <= year < len(sentence.tokens) or sentence.lower(join) not in _JOINS:
            return False
        if sentence.in_date[year]:
            return len(sentence.lower(year)) == len("2024")
        if not sentence.tokens[year].text.isdecimal():
            return False
    return False
