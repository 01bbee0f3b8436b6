"""Numbers that may be one: a text breaks them with a blank, or joins them with a mark."""

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.digits import GROUPING
from kursk_tui.english.number_words import ENDS_GROUP
from kursk_tui.english.numbers import scale_of
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.english.tokens import DASHES, glued

_MARKS = 3
"""The most marks between two numbers that are read as one."""

# Between two numbers, with or without blanks, these make one number or expression of them.
_OPERATORS = frozenset("±×÷/⁄*=~·+")
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
    scale = scale_of(sentence.lower(low.last))
    if scale >= 100 and (not between or between in _ADDS):
        return _adds(one, other, scale)
    if not (low.digits and high.digits) or _is_adjective(sentence, high.last + 1):
        return False
    return not between or _is_group_apart(sentence, one, other, between)


def _adds(one: Quantity, other: Quantity, scale: int) -> bool:
    """Return whether a number after a scale is less than it: "45 thousand and 646"."""
    whole = one.number.value is None or one.number.whole
    return whole and (other.number.value is None or other.number.value < scale)


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
    if len(between) > 1 or between[0] not in GROUPING:
        return False
    before, after = sentence.tokens[one.number.last], sentence.tokens[other.number.first]
    groups = len(after.text) == 3 or not after.text[3:4].isdigit()
    return (
        before.kind == after.kind == "number"
        and after.text[:3].isdecimal()
        and groups
        and (one.number.value is None or one.number.whole)
    )
