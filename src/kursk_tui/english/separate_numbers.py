"""Numbers around a comma that are certainly two: "12, 140 and 300", "of the 300, 200 were"."""

import itertools

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.function_words import AUXILIARIES, DETERMINERS, SUBORDINATORS
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.english.tokens import glued

_LISTED = 20
"""The most numbers read in one list."""

_NOUN = 4
"""The most words in a noun before its verb."""

_LAST_JOINS = (["and"], ["or"], [",", "and"], [",", "or"])
_BEFORE_WHOLE = ("of", "among", "from")
_OF_THEM = (["of", "them"], ["of", "whom"])
_VERBS = AUXILIARIES - {"to"}


def are_separate(sentence: AnnotatedSentence, one: Quantity, other: Quantity) -> bool:
    """Return whether two numbers with only a comma between them cannot be one."""
    last, comma, first = sentence.tokens[one.number.last : other.number.first + 1]
    if not glued(last, comma) or glued(comma, first) or int(first.text[0]) == 0:
        return False  # "12, 040" is no list
    if _is_in_list(sentence, other):
        return True
    if (other.number.high or other.number.value or 0) > (one.number.value or 0):
        return False
    return _is_described(sentence, other) or (
        _is_whole(sentence, one) and _is_subject(sentence, other.last + 1)
    )


def _is_in_list(sentence: AnnotatedSentence, second: Quantity) -> bool:
    """Return whether a list goes on after its second number to an "and": "12, 140 and 300"."""
    nth = sentence.quantity_at[second.first]
    for one, other in itertools.pairwise(sentence.quantities[nth : nth + _LISTED]):
        between = sentence.row(one.last + 1, other.first)
        if between != [","]:
            return between in _LAST_JOINS
    return False


def _is_described(sentence: AnnotatedSentence, part: Quantity) -> bool:
    """Return whether a number begins a remark: "killed 300, 120 of them children"."""
    row = sentence.row(part.last + 1, part.last + 4)
    return row[:2] in _OF_THEM and row[2:] != [] and row[2].isalpha() and row[2] not in _VERBS


def _is_whole(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    """Return whether a number ends a phrase that opens a clause: "of the 300", "out of 800"."""
    at = quantity.first - 1
    while sentence.lower(at) in DETERMINERS:
        at -= 1
    if sentence.lower(at) not in _BEFORE_WHOLE:
        return False
    at -= 2 if sentence.lower(at - 1) == "out" else 1
    before = sentence.lower(at)
    return at < 0 or not sentence.tokens[at].is_word or before in SUBORDINATORS | {"and"}


def _is_subject(sentence: AnnotatedSentence, at: int) -> bool:
    """Return whether a verb follows the noun from a token on: without this subject it has none."""
    for word in sentence.row(at, at + _NOUN):
        if word in _VERBS:
            return True
        if not word.isalpha() or word in SUBORDINATORS:
            return False
    return False
