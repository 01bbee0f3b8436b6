"""Reported zeros: "no casualties" is a figure, "no official figures" is not."""

from fractions import Fraction

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import NEGATIONS, PREPOSITIONS, is_adverb
from kursk_tui.english.lexicon import Trigger, word_set
from kursk_tui.english.number_reader import Number
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.english.tokens import words_at

_NOBODY = (
    *(("not", "a", "single", "one"), ("not", "even", "a", "single"), ("not", "a", "single")),
    *(("not", "even", "one"), ("no", "-", "one"), ("not", "one"), ("no", "one"), ("no", "single")),
    *(("neither", "of"), ("nobody",), ("none",), ("noone",)),
)
"""Phrases for no person; the longer of two that begin alike comes first."""

_NOT_ZERO = frozenset({"further", "more", "new", "additional", "other"})
_ANY = tuple(
    (*loss, *any_)
    for loss in ((), ("loss", "of"), ("the", "loss", "of"))
    for any_ in (("a", "single"), ("any",), ("even", "a", "single"), ("even", "one"), ("one",))
)
_FIGURES = word_set("drafting", "figures", "nouns_for_figures")
_SUFFERING = word_set("drafting", "figures", "suffering")
_ADJECTIVES = 2
_BEFORE_ANY = 2
"""How many adverbs and verbs are read in "not yet lost a single soldier"."""


def zeros(sentence: Sentence) -> list[Quantity]:
    """Return the zeros of a sentence as quantities."""
    found: list[Quantity] = []
    for at, token in enumerate(sentence.tokens):
        word = token.lower
        if word in ("no", "nobody", "none", "noone", "not", "neither"):
            zero = _nobody(sentence, at) or _none_of(sentence, at) or _not_any(sentence, at)
        elif word == "without" or word in NEGATIONS:
            zero = _not_any(sentence, at)
        else:
            continue
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
        if words_at(sentence.tokens, at, words):
            last = at + len(words) - 1
            last -= words[-1] == "of"
            return None if _is_another(sentence, at, last) else _quantity(at, last)
    person = sentence.words.person.starting(sentence.tokens, at + 1)
    return _quantity(at, at) if person and sentence.lower(at) == "neither" else None


def _is_another(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether a number follows: "not one hundred", "not one but two"."""
    for at in range(first, last + 1):
        nth = sentence.quantity_at.get(at)
        if nth is not None and sentence.quantities[nth].last > last:
            return True
    ahead = last + 1
    while ahead < last + 1 + _ADJECTIVES and sentence.lower(ahead) != "but":
        ahead += 1
    return sentence.lower(ahead) == "but" and ahead + 1 in sentence.quantity_at


def _not_any(sentence: Sentence, at: int) -> Quantity | None:
    """Read "not any casualties", "without losing a single soldier", "didn't suffer any deaths"."""
    ahead, verb = at + 1, False
    while ahead <= at + _BEFORE_ANY:
        verb = verb or sentence.lower(ahead) in _SUFFERING
        if sentence.lower(ahead) not in _SUFFERING and not is_adverb(sentence.lower(ahead)):
            break
        ahead += 1
    length = next((len(any_) for any_ in _ANY if words_at(sentence.tokens, ahead, any_)), 0)
    if not length and sentence.lower(at) != "without":
        return None
    last = _past_noun(sentence, ahead + length)
    if last is None or _is_another(sentence, ahead, ahead + length - 1):
        return None
    # The verb is part of the zero, since it says what happened to nobody.
    return _quantity(at, max(last, ahead + length - 1) if not verb else ahead + length - 1)


def _past_noun(sentence: Sentence, at: int) -> int | None:
    """Return the last token of a noun for harm, or the token before people, or None."""
    for ahead in range(at, min(at + 1 + _ADJECTIVES, len(sentence.tokens))):
        token = sentence.tokens[ahead]
        if token.lower in _NOT_ZERO | PREPOSITIONS or not token.is_word:
            return None
        trigger = sentence.words.triggers.starting(sentence.tokens, ahead)
        if trigger and any(map(_counts_harm, trigger[1])):
            last = ahead + trigger[0] - 1
            return None if sentence.lower(last + 1) in _FIGURES else _listed(sentence, last)
        people = sentence.words.people.starting(sentence.tokens, ahead)
        if people or sentence.words.person.starting(sentence.tokens, ahead):
            return at - 1
    return None


def _counts_harm(trigger: Trigger) -> bool:
    """Return whether none of a noun is a count: no casualties, but not "no garrison"."""
    return trigger.use == "noun" and trigger.entry.measure not in ("none", "deployed")


def _none_of(sentence: Sentence, at: int) -> Quantity | None:
    """Read "no casualties", "no civilian casualties", "no soldiers"; "zero" is a number."""
    if sentence.lower(at) != "no":
        return None
    last = _past_noun(sentence, at + 1)
    return None if last is None else _quantity(at, last)
