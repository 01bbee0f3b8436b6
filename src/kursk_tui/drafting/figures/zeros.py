"""Reported zeros: "no casualties" is a figure, "no official figures" is not."""

from fractions import Fraction

from kursk_tui.drafting.word_lists import word_list
from kursk_tui.english.annotated_sentence import Reading
from kursk_tui.english.function_words import PREPOSITIONS
from kursk_tui.english.numbers import Number
from kursk_tui.english.qualifiers import Quantity

_NOBODY = (("no", "one"), ("nobody",), ("none",), ("not", "a", "single"), ("not", "one"))
_NO_NUMBER = frozenset({"further", "more", "new", "additional", "other"})
_FIGURES = word_list("figures", "nouns for figures")
_ADJECTIVES = 2


def zeros(reading: Reading) -> list[Quantity]:
    """Return the zeros of a sentence as quantities."""
    found: list[Quantity] = []
    for at, token in enumerate(reading.tokens):
        if token.lower not in ("no", "zero", "nobody", "none", "not", "without"):
            continue
        zero = _nobody(reading, at) or _none_of(reading, at)
        if zero is not None:
            found.append(zero)
    return found


def _quantity(first: int, last: int) -> Quantity:
    number = Number(first, last, Fraction(0))
    return Quantity(first, last, number, "exactly", ("figure/zero",))


def _listed(reading: Reading, last: int) -> int:
    """Return the end of a list after "no": "no casualties, injuries or damage"."""
    at = last
    while reading.lower(at + 1) == "," and reading.lower(at + 3) in (",", "or"):
        at += 2
    both = at > last and reading.lower(at + 1) == "or"
    return at + 2 if both else last


def _nobody(reading: Reading, at: int) -> Quantity | None:
    for words in _NOBODY:
        if tuple(reading.row(at, at + len(words))) == words:
            return _quantity(at, at + len(words) - 1)
    return None


def _none_of(reading: Reading, at: int) -> Quantity | None:
    """Read "no casualties", "no civilian casualties", "zero deaths", "no soldiers"."""
    if reading.lower(at) not in ("no", "zero"):
        return None
    lexicon = reading.words
    for ahead in range(at + 1, min(at + 2 + _ADJECTIVES, len(reading.tokens))):
        if reading.lower(ahead) in _NO_NUMBER | PREPOSITIONS or not reading.tokens[ahead].is_word:
            return None
        trigger = lexicon.triggers.starting(reading.tokens, ahead)
        if trigger and any(one.use == "noun" and one.measure != "none" for one in trigger[1]):
            last = ahead + trigger[0] - 1
            followed = reading.lower(last + 1) in _FIGURES
            return None if followed else _quantity(at, _listed(reading, last))
        people = lexicon.people.starting(reading.tokens, ahead)
        person = lexicon.person.starting(reading.tokens, ahead)
        if people or person:
            return _quantity(at, at)
    return None
