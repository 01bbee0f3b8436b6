"""Brackets inside a clause."""

from kursk_tui.drafting.sentence import Sentence

OPEN = frozenset("([")
CLOSE = frozenset(")]")
_LONGEST = 40


def opening(sentence: Sentence, at: int) -> int | None:
    """Return the token that opens the brackets that a token closes, or None."""
    if sentence.lower(at) not in CLOSE:
        return None
    before = range(at - 1, max(-1, at - _LONGEST), -1)
    return next((back for back in before if sentence.lower(back) in OPEN), None)


def closing(sentence: Sentence, at: int) -> int | None:
    """Return the token that closes the brackets that a token opens, or None.

    Brackets with another judgement ("(moderate confidence)") are no part of the clause.
    """
    for ahead in range(at + 1, min(at + _LONGEST, len(sentence.tokens))):
        if sentence.words.terms.starting(sentence.tokens, ahead):
            return None
        if sentence.lower(ahead) in CLOSE:
            return ahead
    return None
