"""Negated verbs: "could not confirm", "has yet to disclose", "could not be verified"."""

from typing import NamedTuple

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import AUXILIARIES, BE, NEGATIONS, PREPOSITIONS, is_adverb
from kursk_tui.english.lexicon.verbs_of_saying import saying

_FARTHEST = 14  # tokens between a negation and its verb
_BEFORE_DATES = frozenset({"on", "in", "by", "until", "late", "early"})


class Negated(NamedTuple):
    """Where the auxiliaries of a negated verb begin; `passive` means "could not be verified"."""

    at: int
    passive: bool


def negated(sentence: Sentence, verb: int) -> Negated | None:
    """Return where the negation of a verb begins, or None if it is not negated."""
    at = verb - 1
    found, passive = False, False
    while at >= 0 and verb - at < _FARTHEST:
        word = sentence.lower(at)
        if (aside := _before_aside(sentence, at)) is not None and not found:
            at = aside
            continue
        if word in NEGATIONS or word in saying().unwilling:
            found = True
        elif word == "longer" and sentence.lower(at - 1) == "no":
            found, at = True, at - 1
        elif word in ("possible", "impossible"):
            passive = True
        elif word in ("be", "been"):
            passive = passive or sentence.lower(at + 1) not in ("able", "unable")
        elif not (word in AUXILIARIES or is_adverb(word) or word in saying().between_negation):
            break
        at -= 1
    if found:
        return Negated(at + 1, passive)
    row = sentence.row(max(0, verb - 16), verb)
    near = "nor" in row[-6:] and not PREPOSITIONS & set(row[-6:][row[-6:].index("nor") :])
    if "neither" in row and near:
        return Negated(_end_of_pair(sentence, verb), False)
    return None


def _before_aside(sentence: Sentence, at: int) -> int | None:
    """Return the token before a day or an aside that ends here, or None.

    It stands between a negation and its verb: "could not on Monday confirm", "could not at once
    confirm", "could not, despite requests, confirm".
    """
    for words in saying().asides_ending.get(sentence.lower(at), ()):
        if sentence.row(at + 1 - len(words), at + 1) == list(words):
            return at - len(words)
    joins = sentence.lower(at) in ("and", "or")
    if joins and is_adverb(sentence.lower(at - 1)) and is_adverb(sentence.lower(at + 1)):
        return at - 1
    if sentence.in_date[at]:
        while at >= 0 and (sentence.in_date[at] or sentence.lower(at) in _BEFORE_DATES):
            at -= 1
        return at
    if sentence.lower(at) != ",":
        return None
    for back in range(at - 1, max(0, at - _FARTHEST), -1):
        if sentence.lower(back) == ",":
            return back - 1 if sentence.lower(back - 1) in NEGATIONS else None
    return None


def _end_of_pair(sentence: Sentence, verb: int) -> int:
    at = verb
    while at > 0 and (sentence.lower(at - 1) in AUXILIARIES or is_adverb(sentence.lower(at - 1))):
        if sentence.lower(at - 1) in ("neither", "nor"):
            break
        at -= 1
    return at


def is_after_be(sentence: Sentence, at: int) -> bool:
    """Return whether a form of "be" and adverbs precede a token: "were officially admitted"."""
    before = at - 1
    while is_adverb(sentence.lower(before)):
        before -= 1
    return sentence.lower(before) in BE


def first_auxiliary(sentence: Sentence, at: int) -> int:
    """Return the first token of "could not be verified" that is an auxiliary."""
    while sentence.lower(at) not in AUXILIARIES and at + 1 < len(sentence.tokens):
        at += 1
    return at
