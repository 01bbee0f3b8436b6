"""Reported zeros: "no casualties" is a figure, "no official figures" is not."""

from fractions import Fraction

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import PREPOSITIONS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.numbers import Number
from kursk_tui.english.qualifiers import Quantity

_NOBODY = (("no", "one"), ("nobody",), ("none",), ("not", "a", "single"), ("not", "one"))
_NOT_ZERO = frozenset({"further", "more", "new", "additional", "other"})
_FIGURES = word_set("drafting", "figures", "nouns_for_figures")
_ADJECTIVES = 2


def zeros(sentence: Sentence) -> list[Quantity]:
    """Return the zeros of a sentence as quantities."""
    found: list[Quantity] = []
    for at, token in enumerate(sentence.tokens):
        if token.lower not in ("no", "nobody", "none", "not"):
            continue
        zero = _nobody(sentence, at) or _none_of(sentence, at)
        if zero is not None:
            found.append(zero)
    return found


def _quantity(first: int, last: int) -> Quantity:
    number = Number(first, last, Fraction(0))
    return Quantity(first, last, number, "exactly", ("figure/zero",))


def _listed(sentence: Sentence, last: int) -> int:
    """Return the end of a list after "no": "no casualties, injuries or damage"."""
    at = last
    while sentence.lower(at + 1) == "," and sentence.lower(at + 3) in (",", "or"):
        at += 2
    joined = at > last and sentence.lower(at + 1) == "or"
    return at + 2 if joined and at + 2 < len(sentence.tokens) else last


def _nobody(sentence: Sentence, at: int) -> Quantity | None:
    for words in _NOBODY:
        if tuple(sentence.row(at, at + len(words))) == words:
            return _quantity(at, at + len(words) - 1)
    return None


def _none_of(sentence: Sentence, at: int) -> Quantity | None:
    """Read "no casualties", "no civilian casualties", "no soldiers"; "zero" is a number."""
    if sentence.lower(at) != "no":
        return None
    lexicon = sentence.words
    for ahead in range(at + 1, min(at + 2 + _ADJECTIVES, len(sentence.tokens))):
        if sentence.lower(ahead) in _NOT_ZERO | PREPOSITIONS or not sentence.tokens[ahead].is_word:
            return None
        trigger = lexicon.triggers.starting(sentence.tokens, ahead)
        if trigger and any(one.use == "noun" and one.entry.measure != "none" for one in trigger[1]):
            last = ahead + trigger[0] - 1
            followed = sentence.lower(last + 1) in _FIGURES
            return None if followed else _quantity(at, _listed(sentence, last))
        people = lexicon.people.starting(sentence.tokens, ahead)
        person = lexicon.person.starting(sentence.tokens, ahead)
        if people or person:
            return _quantity(at, at)
    return None
