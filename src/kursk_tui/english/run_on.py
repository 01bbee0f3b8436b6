"""Numbers that may be one: a text breaks them with a blank, or joins them with a mark."""

import re

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.digits import GROUPING
from kursk_tui.english.number_words import ENDS_GROUP, TENS
from kursk_tui.english.numbers import scale_of
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.english.tokens import DASHES, glued

_MARKS = 3
"""The most marks between two numbers that are read as one."""

# Between two numbers, with or without blanks, these make one number or expression of them.
_OPERATORS = frozenset("±×÷/⁄*=~·+x")
_GROUPS_APART = GROUPING | DASHES
_THREE = re.compile(r"\d{3}(?!\d)")
_SMALLEST = 20
"""The smallest multiplier to which a number can be added."""

_ADDS = (["and"], [","], [",", "and"])


def is_glued(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    """Return whether only marks, and no blank, are between a number and other digits: "12/34"."""
    number = quantity.number
    return _meets_digits(sentence, number.first, -1) or _meets_digits(sentence, number.last, 1)


def _meets_digits(sentence: AnnotatedSentence, at: int, step: int) -> bool:
    tokens = sentence.tokens
    if tokens[at].kind != "number":
        return False
    for _ in range(_MARKS + 1):
        following = at + step
        if not 0 <= following < len(tokens) or not glued(
            *sorted((tokens[at], tokens[following]), key=lambda one: one.start)
        ):
            return False
        if tokens[following].kind == "number":
            return True
        if _is_raised_digit(tokens[following].text) and step > 0:
            return True  # 10⁵
        if tokens[following].kind != "mark":
            return False
        at = following
    return False


def _is_raised_digit(mark: str) -> bool:
    return mark[:1].isdigit() and not mark.isdecimal()


def runs_on(sentence: AnnotatedSentence, one: Quantity, other: Quantity) -> bool:
    """Return whether a number goes on in the next: "45, 646", "45  646", "45 thousand 646"."""
    low, high = one.number, other.number
    between = sentence.row(low.last + 1, high.first)
    if between and set(between) <= _OPERATORS:
        return True
    if _is_adjective(sentence, high.last + 1):
        return False
    if _is_in_words(sentence, one, other, between):
        return True
    if not (low.digits and high.digits):
        return False
    return not between or _is_group_apart(sentence, one, other, between)


def _is_in_words(
    sentence: AnnotatedSentence, one: Quantity, other: Quantity, between: list[str]
) -> bool:
    """Return whether two numbers add up: "45 thousand and 646", "forty and five"."""
    value = other.number.value or 0
    ends = sentence.lower(one.number.last)
    if ends in TENS and between == ["and"]:
        return value < min(TENS.values()) and not other.number.digits
    scale = scale_of(ends)
    if scale < _SMALLEST or not (one.number.value is None or one.number.whole):
        return False
    if between == [","] and sentence.lower(other.number.last + 1) == "of":
        return False  # 3 million, 40 of them officers
    return (not between or between in _ADDS) and value < scale


def _is_adjective(sentence: AnnotatedSentence, at: int) -> bool:
    """Return whether a number before a token describes what the number before it counts.

    It does in "12 155 mm shells" and "two 40-year-old men".
    """
    tokens = sentence.tokens
    if sentence.lower(at) in ENDS_GROUP:
        return True
    return at < len(tokens) and tokens[at].text in DASHES and glued(tokens[at - 1], tokens[at])


def _is_group_apart(
    sentence: AnnotatedSentence, one: Quantity, other: Quantity, between: list[str]
) -> bool:
    """Return whether three digits follow a mark that can group digits: "45, 646", "45 ,646"."""
    if len(between) > _MARKS or between[0] not in GROUPING or not set(between) <= _GROUPS_APART:
        return False
    before, after = sentence.tokens[one.number.last], sentence.tokens[other.number.first]
    if before.kind != "number" or not _THREE.match(after.text):
        return False
    return one.number.value is None or one.number.whole
