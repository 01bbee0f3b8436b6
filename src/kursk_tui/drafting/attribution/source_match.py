"""What names a source: whether a noun phrase can be one, and what a rule found."""

from typing import NamedTuple

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import modifiers, names
from kursk_tui.english.function_words import DETERMINERS, PRONOUNS
from kursk_tui.english.lexicon.verbs_of_saying import Relay, VerbOfSaying, saying
from kursk_tui.vocabulary import Stance, Tier

Phrase = tuple[int, int]
"""The first and the last token of a noun phrase."""

_SOME = frozenset({"one", "some", "several", "many", "most", "another", "two", "both"})


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
        starts = at == 0 or sentence.lower(at - 1) in ("“", '"', "«")
        opens = starts and (token.lower in DETERMINERS or (last == first and token.lower == "it"))
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


def is_known(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether the noun of a phrase is one for a source or a name: "two of the embassies"."""
    at = names.noun(sentence, phrase)
    counted = at in sentence.quantity_at or sentence.lower(at) in _SOME
    if counted and sentence.lower(at + 1) == "of" and at + 2 <= phrase[1]:
        at = names.noun(sentence, (at + 2, phrase[1]))
    return sentence.tokens[at].capital or sentence.lower(at) in saying().source_nouns


def is_method(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a phrase says how something is confirmed: "by culture", "by PCR in Dakar"."""
    word, noun = sentence.tokens[phrase[0]], sentence.lower(names.noun(sentence, phrase))
    if word.lower in saying().methods:
        return True
    plain = not word.capital and word.lower not in DETERMINERS and word.lower not in PRONOUNS
    known = is_source(sentence, phrase) or is_person(sentence, phrase[1])
    return plain and not known and not noun.endswith("s") and phrase[0] not in sentence.quantity_at


def is_hearsay(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a source is only "reports", "unconfirmed reports" or "rumours"."""
    row = sentence.row(phrase[0], phrase[1] + 1)
    return row[-1] in saying().rumours and not set(row[:-1]) - saying().vague


def is_bare_data(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a source is only "preliminary data" or the like, of no one in particular."""
    row = sentence.row(phrase[0], phrase[1] + 1)
    return row[-1] in saying().data and not set(row[:-1]) - saying().vague


def can_say(sentence: Sentence, phrase: Phrase, last: int, verb: VerbOfSaying) -> bool:
    """Return whether a phrase can be the subject of a verb that ends with token `last`.

    A name can, but "this" cannot. Only people and bodies do what some verbs mean: then any subject
    can, such as "the shipping line".
    """
    opening = sentence.tokens[phrase[0]]
    if opening.quoted and opening.lower in ("our", "my"):
        return False  # the speaker is the source: "“Our records told us”"
    if opening.lower == "we":
        return verb.sense in ("assess", "count", "show")
    if is_source(sentence, phrase) or _is_one_of_them(sentence, phrase, last):
        return True
    if not (verb.anyone or (verb.counts and sentence.trigger_matches)):
        return False
    if is_person(sentence, phrase[1]) or is_person(sentence, names.noun(sentence, phrase)):
        return True
    if sentence.lower(phrase[0]) == "no":
        return False
    says = verb.sense in ("say", "claim", "deny", "doubt") or _takes_clause(sentence, last)
    return says and _is_plain_subject(sentence, phrase)


def _is_one_of_them(sentence: Sentence, phrase: Phrase, last: int) -> bool:
    """Return whether "one of them" says something, and is no count: "12 of them confirmed"."""
    first = phrase[0]
    of_them = sentence.row(first + 1, first + 3) == ["of", "them"]
    if not of_them or sentence.lower(first) not in _SOME:
        return False
    after = sentence.lower(last + 1)
    return after in DETERMINERS or _takes_clause(sentence, last)


def _takes_clause(sentence: Sentence, last: int) -> bool:
    after = range(last + 1, last + 4)
    subject = sentence.lower(last + 1) in PRONOUNS or sentence.lower(last + 1) == "there"
    that = any(sentence.lower(at) == "that" or at in sentence.quantity_at for at in after)
    return subject or that


def _is_plain_subject(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a phrase begins a clause, and its noun is not an event, place or thing."""
    first, last = phrase
    if sentence.tokens[first].quoted:
        return False  # "“The cemetery said otherwise”"
    head = names.noun(sentence, phrase)
    word = sentence.lower(head)
    plural = word.endswith("s") and not word.endswith("ss") and first not in sentence.quantity_at
    opens = sentence.lower(first) in DETERMINERS or plural
    if first == last or not opens or not modifiers.opens_clause(sentence, first):
        return False
    return head > first and word not in saying().silent and head not in sentence.trigger_at
