"""Where the noun that a number counts can begin and end."""

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import (
    AUXILIARIES,
    DETERMINERS,
    PAST_FORMS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying

_ASIDES = word_set("drafting", "triggers", "asides")
_OWNER = 4
"""The most words between "of" and a number that belong to its owner."""


def is_finite(sentence: Sentence, at: int) -> bool:
    """Return whether a word is a verb, no noun: "the garrison of 3,000 held out"."""
    word, following = sentence.lower(at), sentence.lower(at + 1)
    harm = sentence.words.triggers.starting(sentence.tokens, at + 1) if word in _ASIDES else None
    if harm is not None and all(one.use in ("done", "befall") for one in harm[1]):
        return True  # and three feared killed
    if word in _ASIDES and following == "as":  # and eight listed as missing
        return True
    closed = not following.isalpha() or following in PREPOSITIONS | DETERMINERS | SUBORDINATORS
    closed = closed or following in ("himself", "herself", "themselves")
    if word in ("remain", "remains", "remained", "continues"):
        return True
    if not closed and not is_adverb(following) and at + 1 not in sentence.quantity_at:
        return False
    return word in PAST_FORMS or word in saying().asserting_forms


def past_owner(sentence: Sentence, of: int) -> int:
    """Return the token before the number in "of the city's 320,000 inhabitants", or `of`."""
    for at in range(of + 1, of + 1 + _OWNER):
        if sentence.lower(at).endswith(("'s", "’s", "s'", "s’")):
            return at if at + 1 in sentence.quantity_at else of
        if not (sentence.lower(at) in DETERMINERS or sentence.lower(at).isalpha()):
            return of
    return of


def ends_noun(sentence: Sentence, at: int) -> bool:
    """Return whether no noun that a number counts reaches a token."""
    token = sentence.tokens[at]
    if at in sentence.quantity_at or sentence.in_date[at]:
        return True
    word = token.lower
    if sentence.words.people.starting(sentence.tokens, at):
        return False
    if word in ("and", "or", "/"):
        following = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
        before = sentence.tokens[at - 1]
        return not (following and following.capital and before.capital)
    if word in PREPOSITIONS or word in AUXILIARIES or word in SUBORDINATORS:
        return True
    if word in DETERMINERS or (is_adverb(word) and word != "only"):
        return True
    return (not token.is_word and token.text not in "-‑–'’%()“”\"") or token.text in "()"
