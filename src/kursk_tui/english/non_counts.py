"""Numbers that are not counts: shares, times, ages, parts of names, money, measurements.

`draft --explain` shows the reasons that these functions return.
"""

import itertools
from bisect import bisect_left

from kursk_tui.english.ages import age, age_after_name
from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.designations import designation, name, ordinal
from kursk_tui.english.function_words import AUXILIARIES, PREPOSITIONS
from kursk_tui.english.lexicon import phrase_set, word_set
from kursk_tui.english.lexicon.entries import ThingEntry
from kursk_tui.english.qualifiers import Quantity, is_currency
from kursk_tui.english.run_on import follows_scale, is_glued, is_next_to, runs_on
from kursk_tui.english.tokens import Phrases, Token, glued
from kursk_tui.english.years import listed_year, span_of_years, year_of

_CURRENCY_CODES = word_set("non_counts", "money", "codes")
_PERCENT = Phrases((word, None) for word in sorted(word_set("non_counts", "shares", "percent")))
_EXCEPTIONS = Phrases(
    (word, None) for word in sorted(word_set("non_counts", "shares", "exceptions"))
)
_OTHER_SCALES = word_set("non_counts", "scales", "unread")
_CLOCK = word_set("non_counts", "times", "clock")
_OUT_OF = phrase_set("non_counts", "shares", "out_of")
_OF_EVERY = (["of", "every"], ["of", "each"], ["in", "every"], ["in", "each"])
_COMPOUND_COUNTS = word_set("non_counts", "compounds", "counts")
_BEFORE_THINGS = word_set("non_counts", "things", "adjectives")
_ADJECTIVES = 4
"""The most words read between a number and what it counts."""

_LISTED = 10
"""The most days read in one list."""


def not_a_count(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Return why a number is not read as a count, or None."""
    reason = never_a_count(sentence, quantity) or seldom_a_count(sentence, quantity)
    return reason or (None if quantity.number.whole else "not a whole number")


def never_a_count(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Return why a number cannot be a count, or None."""
    reason = _known_not_to_count(sentence, quantity)
    if reason is None and _is_cut(sentence, quantity):
        return "may be part of the number or name next to it"
    return reason


def may_be_a_count(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    """Return whether nothing shows that a number is not a count; faster than the reason."""
    if _is_cut(sentence, quantity):
        return False
    return _known_not_to_count(sentence, quantity) is None


def _known_not_to_count(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    if quantity.number.share:
        return "a share of something, not a count"
    if _EXCEPTIONS.ending(sentence.tokens, quantity.first - 1):
        return "people to whom it did not happen"
    for test in _TESTS:
        if (reason := test(sentence, quantity)) is not None:
            return reason
    if (reason := name(sentence, quantity)) is not None:
        return reason
    if quantity.number.unclear:
        return "digits that can be read in different ways"
    return _code(sentence, quantity) or _scaled(sentence, quantity)


def _is_cut(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    """Return whether a number and its neighbour may be one number that the text breaks."""
    if is_glued(sentence, quantity) or follows_scale(sentence, quantity):
        return True
    nth = sentence.quantity_at[quantity.first]
    near = sentence.quantities[max(0, nth - 1) : nth + 2]
    return any(
        (
            is_next_to(sentence, one, other)
            or (runs_on(sentence, one, other) and not _is_sure(sentence, one))
        )
        and _time(sentence, one) != "a time"
        for one, other in itertools.pairwise(near)
    )


def _is_sure(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    """Return whether a number before a comma is not a count: "Hill 117, 300 men", "aged 9, 300"."""
    numbered = sentence.lower(quantity.first - 1) == "."  # No. 45, 646
    if numbered or quantity.number.unclear or is_glued(sentence, quantity):
        return False
    known = _known_not_to_count(sentence, quantity)
    return known is not None and known != _code(sentence, quantity)


def _code(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Recognise "0300": a count has no zero before it, except "05"."""
    text = sentence.tokens[quantity.number.first].text
    return "a time or a code" if len(text) > 2 and text[0] == "0" and text.isdecimal() else None


def _scaled(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Recognise "3 k", "2m people" and "3 grand": a scale or a unit that is not read."""
    tokens, at = sentence.tokens, quantity.number.last + 1
    if at >= len(tokens) or tokens[at].lower not in _OTHER_SCALES:
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.text in "-‑." and glued(tokens[at], following):
        return None  # 3 B-52 bombers
    measured = sentence.words.things.starting(tokens, at) is not None
    if measured and not sentence.words.people.starting(tokens, at + 1):
        return None  # 40 m away
    return "multiplied by an unclear word or letter"


def seldom_a_count(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Return why a number is a count only if a figure has it, or None."""
    for test in (_money, _compound, age_after_name):
        if (reason := test(sentence, quantity)) is not None:
            return reason
    return None


def thing_after(sentence: AnnotatedSentence, quantity: Quantity) -> ThingEntry | None:
    """Return what a number counts or measures, or None if that is people or unknown."""
    tokens, words = sentence.tokens, sentence.words
    at, measured = quantity.last + 1, True
    for _ in range(_ADJECTIVES):
        if at >= len(tokens) or words.people.starting(tokens, at):
            return None
        if at in sentence.quantity_at:
            if (at := _past_measure(sentence, at)) < 0:
                return None
            measured = False
            continue
        if (thing := words.things.starting(tokens, at)) is not None:
            countable = thing[1].countable
            if (countable or measured) and not _describes_people(sentence, at + thing[0] - 1):
                return thing[1]
        word = tokens[at].lower
        measured = measured and word in _BEFORE_THINGS
        if word in PREPOSITIONS and word != "of":
            return None
        if not tokens[at].is_word and word not in _BEFORE_THINGS:
            return None
        at += 1
    return None


def _past_measure(sentence: AnnotatedSentence, at: int) -> int:
    """Return the token after "155mm" in "12 155mm shells", or -1 if the number there is a count."""
    unit = sentence.quantities[sentence.quantity_at[at]].last + 1
    unit += sentence.lower(unit) in ("-", "‑")
    found = sentence.words.things.starting(sentence.tokens, unit)
    return -1 if found is None or found[1].countable else unit + found[0]


def _describes_people(sentence: AnnotatedSentence, at: int) -> bool:
    """Return whether a singular noun describes people: "1,000 foot soldiers"."""
    singular = not sentence.lower(at).endswith("s")
    return singular and sentence.words.people.starting(sentence.tokens, at + 1) is not None


def _money(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    first, last = quantity.number.first, quantity.number.last
    around = (sentence.lower(first - 1), sentence.lower(last + 1))
    if any(word in _CURRENCY_CODES or is_currency(word) for word in around):
        return "an amount of money"
    return None


def _percent(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    return "a percentage" if _PERCENT.starting(sentence.tokens, quantity.last + 1) else None


def _one_in(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Recognise "1 in 5 of the prisoners", "1 in 5 died", "3 out of every 10"."""
    if sentence.row(quantity.first - 2, quantity.first) in _OF_EVERY:
        return "a share of something, not a count"
    nth = sentence.quantity_at[quantity.first]
    near = sentence.quantities[max(0, nth - 1) : nth + 2]
    for one, other in itertools.pairwise(near):
        if one.last + 1 == other.first:
            continue
        between = sentence.row(one.last + 1, other.first)
        if tuple(between) in _OUT_OF:
            return "a share of something, not a count"
        if between == ["in"] and (one.number.value or 0) < (other.number.value or 0):
            after, words = other.last + 1, sentence.words
            known = (words.people, words.triggers)
            if sentence.lower(after) in AUXILIARIES | {"of"} or any(
                one.starting(sentence.tokens, after) for one in known
            ):
                return "a share of something, not a count"
    return None


def _time(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    first, last = quantity.number.first, quantity.number.last
    if sentence.lower(last + 1) in _CLOCK:
        return "a time"
    tokens = sentence.tokens
    for left in (first - 4, first - 2, first):
        if sentence.lower(left + 1) != ":" or left < 0:
            continue
        row = tokens[left : left + 3]
        if _is_ratio(row) and (left != first - 4 or _is_ratio(tokens[left + 2 : left + 5])):
            clock = len(row[2].text) == 2 and row[0].text.isdecimal() and int(row[0].text) < 25
            return "a time" if clock else "a ratio"
    to_one = sentence.lower(last + 1) == "to" and sentence.lower(last + 2) in ("1", "one")
    return "a ratio" if to_one or "ratio" in sentence.row(first - 4, first) else None


def _is_ratio(row: list[Token]) -> bool:
    """Return whether three tokens are two numbers with a colon between them: "15:30"."""
    if len(row) < 3 or row[1].text != ":" or not all(map(glued, row, row[1:])):
        return False
    return row[0].kind == row[2].kind == "number"


def _day(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Recognise the first days of "16, 17 and 18 December"."""
    tokens, at = sentence.tokens, quantity.number.last
    joined = False
    for _ in range(_LISTED):
        if not (tokens[at].text.isdecimal() and len(tokens[at].text) <= 2 and at + 2 < len(tokens)):
            return None
        joined = joined or tokens[at + 1].lower in ("and", "or")
        if tokens[at + 1].lower not in (",", "and", "or"):
            return None
        at += 2
        if sentence.in_date[at]:
            date = _date_at(sentence, at)
            joined = joined or (date is not None and date.end is not None)
            same = date is not None and date.start.day is not None
            return "a day of a month" if joined and same and tokens[at].kind == "number" else None
    return None


def _date_at(sentence: AnnotatedSentence, at: int) -> DateRange | None:
    """Return the date that begins at a token, or None."""
    for dates in (sentence.dates, sentence.impossible):
        nth = bisect_left(dates, at, key=lambda date: date.first)
        if nth < len(dates) and dates[nth].first == at:
            return dates[nth]
    return None


def _compound(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Recognise "12-day" and "10-point": the noun of the compound gives the reason."""
    last = quantity.last
    tokens = sentence.tokens
    if last + 2 >= len(tokens) or tokens[last + 1].text not in ("-", "‑"):
        return None
    if not glued(tokens[last], tokens[last + 1]) or not glued(tokens[last + 1], tokens[last + 2]):
        return None
    if sentence.lower(last + 2) in _COMPOUND_COUNTS:
        return None
    thing = sentence.words.things.starting(tokens, last + 2)
    return thing[1].reason if thing else "part of a compound word"


_TESTS = (
    *(_percent, _one_in, _time, ordinal, designation, age, year_of),
    *(_day, span_of_years, listed_year),
)
"""The functions that return why a number is not a count, or None."""
