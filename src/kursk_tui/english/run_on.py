"""Numbers that may be one: a text breaks them with a blank, or joins them with a mark."""

import re

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.digits import GROUPING
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.number_reader import scale_of
from kursk_tui.english.number_words import ENDS_GROUP, FRACTIONS, SCALES, TENS
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.english.ranges import hangs_on_hyphen
from kursk_tui.english.separate_numbers import are_separate
from kursk_tui.english.tokens import DASHES, glued

_MARKS = 3
"""The most marks between two numbers that are read as one."""

# Between two numbers, with or without blanks, these make one number or expression of them.
_OPERATORS = frozenset({*"±×÷/⁄*=~·+x", "plus", "minus", "times"})
_GROUPS_APART = GROUPING | DASHES
_UP_TO_THREE, _THREE = re.compile(r"(?<!\d)\d{1,3}$"), re.compile(r"\d{3}(?!\d)")
_SMALLEST = 20
"""The smallest multiplier to which a number can be added."""

_ORDINALS = word_set("non_counts", "ordinals", "suffixes")
_COUNTS = word_set("non_counts", "compounds", "counts")
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


def follows_scale(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    """Return whether a number ends one that begins without an article: "hundred and one"."""
    at = quantity.number.first - 1
    at -= sentence.lower(at) == "and"
    return sentence.lower(at) in SCALES and at not in sentence.quantity_ends


def is_next_to(sentence: AnnotatedSentence, one: Quantity, other: Quantity) -> bool:
    """Return whether only blanks are between two numbers: "12 5000", "twenty thirty"."""
    apart = other.number.first - one.number.last - 1
    if apart or one.number.digits != other.number.digits:
        return False
    return not _is_adjective(sentence, other.number.last + 1)


def runs_on(sentence: AnnotatedSentence, one: Quantity, other: Quantity) -> bool:
    """Return whether a number goes on in the next: "45, 646", "45  646", "45 thousand 646"."""
    low, high = one.number, other.number
    between = sentence.row(low.last + 1, high.first)
    if between and set(between) <= _OPERATORS:
        return True
    if between == ["("] and sentence.lower(high.last + 1) == ")":
        return True
    if _is_adjective(sentence, high.last + 1):
        return False
    if _is_in_words(sentence, one, other, between):
        return True
    if not (low.digits and high.digits):
        return False
    if between == [","] and are_separate(sentence, one, other):
        return False
    return (
        not between
        or hangs_on_hyphen(low, high, sentence.tokens)
        or _is_group_apart(sentence, one, other, between)
    )


def _is_in_words(
    sentence: AnnotatedSentence, one: Quantity, other: Quantity, between: list[str]
) -> bool:
    """Return whether two numbers add up: "45 thousand and 646", "forty and five"."""
    value = other.number.value or 0
    if one.number.unit and one.number.unit == other.number.unit:
        return False  # hundreds and hundreds
    ends = sentence.lower(one.number.last)
    if between == ["and"] and FRACTIONS.keys() & sentence.row(other.first, other.last + 1):
        return True  # two and three quarters million
    if between == [","] and sentence.lower(other.number.last + 1) == "of":
        return False  # 3 million, 40 of them officers
    if ends in TENS and between in (["and"], [","]):
        return value < min(TENS.values()) and not other.number.digits
    scale = scale_of(ends)
    if scale and between == ["or"]:
        return value < min(TENS.values())  # a hundred or two
    if scale < _SMALLEST or not (one.number.value is None or one.number.whole):
        return False
    return (not between or between in _ADDS) and value < scale


def _is_adjective(sentence: AnnotatedSentence, at: int) -> bool:
    """Return whether a number before a token describes what the number before it counts.

    It does in "12 155 mm shells" and "two 40-year-old men".
    """
    tokens = sentence.tokens
    if sentence.lower(at) in ENDS_GROUP - _ORDINALS:
        return True
    if at >= len(tokens) or tokens[at].text not in DASHES or not glued(tokens[at - 1], tokens[at]):
        return False
    return sentence.lower(at + 1) not in _COUNTS  # 45, 646-strong


def _is_group_apart(
    sentence: AnnotatedSentence, one: Quantity, other: Quantity, between: list[str]
) -> bool:
    """Return whether three digits follow a mark that can group digits: "45, 646", "45 ,646"."""
    if len(between) > _MARKS or between[0] not in GROUPING or not set(between) <= _GROUPS_APART:
        return False
    before, after = sentence.tokens[one.number.last], sentence.tokens[other.number.first]
    return bool(_UP_TO_THREE.search(before.text) and _THREE.match(after.text))
