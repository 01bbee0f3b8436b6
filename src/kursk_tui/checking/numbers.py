"""Numbers that a text states, each with its qualifier, as drafting reads them."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.non_counts import may_be_a_count, seldom_a_count, thing_after
from kursk_tui.english.numbers import may_state_number
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.english.shares import is_base_of_share
from kursk_tui.english.years import is_year
from kursk_tui.vocabulary import NumberQualifier

_CUT = "…"
_NEAR_CUT = 3
_JOINS = (["and"], ["or"])
_SMALL = 10
_LARGEST = 10**15


class Number(NamedTuple):
    """A number in a text: its words with its qualifiers, its values, and its own offsets.

    A range has two values, its ends. `doubtful` marks what is a count only if a figure has
    this value: years, small numbers in words ("two sides"), compounds ("5-storey"), sums of money,
    numbers of things, and the whole of a share ("half of the 40").
    """

    words: str
    values: tuple[int, ...]
    qualifier: NumberQualifier
    start: int
    end: int
    doubtful: bool


def numbers_in(text: str) -> list[Number]:
    """Return the numbers of a text that may be counts, in order.

    Dates, ordinals, times, ages, percentages, measures and parts of names ("T-72", "Hill 117") are
    left out, and so is a number right before "…", where a summary was cut.
    """
    return list(_numbers(AnnotatedSentence.of(text))) if may_state_number(text) else []


def _numbers(sentence: AnnotatedSentence) -> Iterator[Number]:
    after: Quantity | None = (
        None  # the next number, if it is not a count: one joined to it is not either
    )
    found: list[Number] = []
    for quantity in reversed(sentence.quantities):
        joined = after is not None and sentence.row(quantity.last + 1, after.first) in _JOINS
        if joined or _is_not_a_count(sentence, quantity):
            after = quantity
            continue
        thing = thing_after(sentence, quantity)
        if thing is not None and not thing.countable:
            after = quantity
            continue
        after = None
        if (number := _number(sentence, quantity, doubtful=thing is not None)) is not None:
            found.append(number)
    return reversed(found)


def _number(sentence: AnnotatedSentence, quantity: Quantity, *, doubtful: bool) -> Number | None:
    value, high = quantity.number.value, quantity.number.high
    if value is None or not quantity.number.whole or (high or value) > _LARGEST:
        return None
    start, end = sentence.span(quantity.first, quantity.last)
    return Number(
        " ".join(sentence.text[start:end].split()),
        (int(value),) if high is None else (int(value), int(high)),
        quantity.qualifier,
        *sentence.span(quantity.number.first, quantity.number.last),
        doubtful or _is_doubtful(sentence, quantity),
    )


def _is_not_a_count(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    if not may_be_a_count(sentence, quantity) or _is_pronoun(sentence, quantity):
        return True
    cut = sentence.tokens[-1].text == _CUT
    return cut and quantity.last >= len(sentence.tokens) - _NEAR_CUT


def _is_pronoun(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    """Return whether "one" stands for a noun: "one of them", but not "one soldier"."""
    alone = quantity.number.first == quantity.number.last
    if not alone or sentence.lower(quantity.number.first) != "one":
        return False
    return sentence.words.person.starting(sentence.tokens, quantity.last + 1) is None


def _is_doubtful(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    number = quantity.number
    small = not number.digits and (number.high or number.value or 0) < _SMALL
    if small or is_year(sentence, quantity) or is_base_of_share(sentence, quantity):
        return True
    return seldom_a_count(sentence, quantity) is not None


def counted(numbers: Collection[Number], known: Collection[int]) -> Iterator[Number]:
    """Yield the numbers that are counts; doubtful ones only if one of their values is `known`."""
    for number in numbers:
        if not number.doubtful or any(value in known for value in number.values):
            yield number
