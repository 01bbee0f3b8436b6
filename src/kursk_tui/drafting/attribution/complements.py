"""Complements of verbs of saying: whether the words after a verb allow it to be one."""

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.lexicon.verbs_of_saying import VerbOfSaying, saying

_LONGEST_NEAR = 9
_LINKS = {
    "of": frozenset({"of", "that"}),
    "on": frozenset({"on", "for"}),
    "to": frozenset({"to", "that"}),
}


def complement_fits(sentence: Sentence, last: int, verb: VerbOfSaying) -> bool:
    """Return whether the words after token `last` allow the verb to be a verb of saying."""
    after = sentence.lower(last + 1)
    if after in verb.not_next or (verb.not_near and _is_near(sentence, last, verb.not_near)):
        return False
    match verb.needs:
        case "as":
            return "as" in sentence.row(last + 1, last + 14)
        case "claim":
            around = sentence.row(last - 5, last) + sentence.row(last + 1, last + 8)
            return bool(saying().claims.intersection(around))
        case "falsehood":
            return bool(saying().falsehoods.intersection(sentence.row(last + 1, last + 18)))
        case "of" | "on" | "to":
            near = sentence.row(last + 1, last + 30)
            return not _LINKS[verb.needs].isdisjoint(near) or _number_within(sentence, last, 7)
        case "number":
            return after == "that" or _number_within(sentence, last, 15)
        case "that" | "clause":
            that = "that" in sentence.row(last + 1, last + 7)
            quotes = after in ("", ".", ",", "“", '"', ":")
            number = verb.needs == "that" and _number_within(sentence, last, 7)
            return that or quotes or number
    return True


def _is_near(sentence: Sentence, last: int, words: frozenset[str]) -> bool:
    """Return whether one of the words follows before "that"; "about 40" does not count."""
    for at in range(last + 1, last + 1 + _LONGEST_NEAR):
        if sentence.lower(at) == "that":
            return False
        if sentence.lower(at) in words and at not in sentence.quantity_at:
            return True
    return False


def _number_within(sentence: Sentence, last: int, tokens: int) -> bool:
    return any(at in sentence.quantity_at for at in range(last + 1, last + 1 + tokens))
