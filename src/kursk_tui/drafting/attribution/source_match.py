"""What names a source: whether a noun phrase can be one, and what a rule found."""

from typing import NamedTuple

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import DETERMINERS, PRONOUNS
from kursk_tui.english.lexicon.verbs_of_saying import Relay, VerbOfSaying, saying
from kursk_tui.vocabulary import Stance, Tier

Phrase = tuple[int, int]
"""The first and the last token of a noun phrase."""


class SourceMatch(NamedTuple):
    """A source in a sentence: its tokens, its stance, and the tokens of the cue.

    `named` is False if the words name no source: "reportedly". `relay` is the place of the source
    in a chain with another, if the cue decides it: the origin of the words, or the last to relay
    them.
    """

    first: int
    last: int
    stance: Stance
    cue: tuple[int, int]
    rule: str
    tier: Tier
    named: bool = True
    relay: Relay = ""


def is_source(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a noun phrase is a source: it has a name, or a noun of the lexicon."""
    first, last = phrase
    for at in range(first, last + 1):
        token = sentence.tokens[at]
        opens = at == 0 and (token.lower in DETERMINERS or (last == first and token.lower == "it"))
        if token.capital and not opens:
            return True
        if token.lower in saying().source_nouns or token.lower in PRONOUNS:
            return True
    return False


def is_person(sentence: Sentence, at: int) -> bool:
    """Return whether a word for one or several people ends at a token."""
    words = sentence.words
    return bool(
        words.people.ending(sentence.tokens, at) or words.person.ending(sentence.tokens, at)
    )


def is_hearsay(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a source is only "reports", "unconfirmed reports" or "rumours"."""
    row = sentence.row(phrase[0], phrase[1] + 1)
    return row[-1] in saying().rumours and not set(row[:-1]) - saying().vague


def is_bare_data(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a source is only "preliminary data" or the like, of no one in particular."""
    row = sentence.row(phrase[0], phrase[1] + 1)
    return row[-1] in saying().data and not set(row[:-1]) - saying().vague


def can_say(sentence: Sentence, phrase: Phrase, verb: VerbOfSaying) -> bool:
    """Return whether a phrase, such as a name but not "this", can be the subject of a verb."""
    if sentence.lower(phrase[0]) == "we":
        return verb.sense == "assess"
    return (verb.anyone and is_person(sentence, phrase[1])) or is_source(sentence, phrase)
