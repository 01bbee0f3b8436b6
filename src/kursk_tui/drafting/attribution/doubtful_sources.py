"""Phrases that are no source, or that are so odd for a source that they are at most a guess."""

from kursk_tui.drafting.attribution.complements import states
from kursk_tui.drafting.attribution.source_match import Phrase
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import names
from kursk_tui.drafting.syntax.noun_phrases import is_dash
from kursk_tui.english.function_words import (
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    PAST_FORMS,
    PREPOSITIONS,
    RELATIVES,
)
from kursk_tui.english.lexicon.verbs_of_saying import VerbOfSaying, saying
from kursk_tui.english.tokens import HYPHENS, Token

ODD_SOURCE = "odd source"
"""The flag of a phrase that is hardly a source."""

_FINITE = BE | HAVE | MODALS | DO | PAST_FORMS
_DASHES = HYPHENS | {"–", "—", "--"}
_RELATIVE = RELATIVES | {"where"}
_PERCENT = frozenset({"%", "percent", "cent"})
_ENDS_COMPLEMENT = PREPOSITIONS | {"here", "there", "so", "today", "yesterday", "overnight"}


def is_no_source(sentence: Sentence, phrase: Phrase, cue: Phrase, verb: VerbOfSaying) -> bool:
    """Return whether the subject of a verb of saying cannot be a source.

    What happened to people says nothing ("casualties announced here"), and a place only has what
    it "recorded" unless the sentence counts people.
    """
    if _is_count(sentence, phrase, cue):
        return True
    if _counts_people(sentence, names.noun(sentence, phrase)) or _is_reduced(sentence, phrase, cue):
        return True
    if verb.documents and phrase[1] < cue[0] and not states(sentence, cue[1], verb):
        noun = names.noun(sentence, phrase)
        return sentence.lower(noun) not in saying().document_nouns
    counted = any(match.measure != "none" for match in sentence.trigger_matches)
    return verb.counts and not _is_body(sentence, phrase) and not counted


def is_odd(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a phrase contains what a source hardly contains.

    That is a finite verb, a percentage in brackets, a dash, "to" with a verb, or nothing but
    common words, the first of which begins the sentence.
    """
    for at in range(phrase[0], phrase[1] + 1):
        word = sentence.lower(at)
        if word in _RELATIVE:
            break
        if sentence.lower(at - 1) in HYPHENS and at > phrase[0]:
            continue  # a name such as Sun-won
        if word in _FINITE or word in _PERCENT or _is_infinitive(sentence, at):
            return True
        if word in _DASHES and is_dash(sentence, at):
            return True
    return _is_common(sentence, phrase)


def is_doubtful(sentence: Sentence, phrase: Phrase, cue: Phrase, verb: VerbOfSaying) -> bool:
    """Return whether the subject of a verb of saying may be none.

    A place may have what it recorded ("Arda recorded 12 deaths"), and a participle may describe the
    first word of the sentence ("Strikes announced on Monday hit the port").
    """
    if verb.counts and not _is_body(sentence, phrase):
        return True
    plural = phrase == (0, 0) and sentence.lower(0).endswith("s")
    return plural and _describes(sentence, cue)


def _is_count(sentence: Sentence, phrase: Phrase, cue: Phrase) -> bool:
    """Return whether a number counts what follows: "33 new confirmed cases"."""
    if phrase[1] >= cue[0] or not sentence.lower(cue[0]).endswith("ed"):
        return False
    words = range(phrase[0], names.noun(sentence, phrase) + 1)
    if not any(at in sentence.quantity_at for at in words):
        return False
    people = sentence.words.people.ending(sentence.tokens, phrase[1])
    if people or any(sentence.lower(at) in saying().source_nouns for at in words):
        return False
    after = cue[1] + 1
    if after >= len(sentence.tokens):
        return False
    word = sentence.tokens[after]
    opens = word.lower == "that" or word.lower in DETERMINERS or after in sentence.quantity_at
    return word.is_word and not word.capital and not opens


def _counts_people(sentence: Sentence, at: int) -> bool:
    match = sentence.trigger_at.get(at)
    known = sentence.lower(at) in saying().source_nouns
    return match is not None and match.side == "noun" and not known


def _is_reduced(sentence: Sentence, phrase: Phrase, cue: Phrase) -> bool:
    """Return whether a participle describes what is before it: "strikes reported in Arda"."""
    if phrase[1] + 1 == cue[0] and _is_said_of(sentence, cue):
        return True
    return phrase[1] < cue[0] and _is_common(sentence, phrase) and _describes(sentence, cue)


def _is_said_of(sentence: Sentence, cue: Phrase) -> bool:
    """Return whether a participle and a state follow people: "12 migrants reported drowned"."""
    state = sentence.trigger_at.get(cue[1] + 1)
    if state is None or not sentence.lower(cue[0]).endswith("ed"):
        return False
    return state.side == "adjective" or sentence.lower(cue[1] + 1).endswith("ed")


def _describes(sentence: Sentence, cue: Phrase) -> bool:
    """Return whether a participle may describe the noun before it, and another verb follows."""
    if not sentence.lower(cue[0]).endswith("ed"):
        return False
    if sentence.lower(cue[1] + 1) not in _ENDS_COMPLEMENT:
        return False
    for at in range(cue[1] + 2, len(sentence.tokens)):
        if sentence.lower(at) == "that":
            return False
        if at in sentence.trigger_at or sentence.lower(at) in _FINITE:
            return True
    return False


def _is_common(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether only the capital that begins the sentence makes a phrase a name."""
    alone = phrase[1] == phrase[0] or sentence.lower(1) in PREPOSITIONS | {"and", "or", "&", ","}
    if phrase[0] > 0 or alone or sentence.lower(0) in DETERMINERS:
        return False
    first, *rest = sentence.tokens[: phrase[1] + 1]
    words = sentence.words
    nouns = range(phrase[0], phrase[1] + 1)
    people = any(words.people.ending(sentence.tokens, at) for at in nouns)
    person = any(words.person.ending(sentence.tokens, at) for at in nouns)
    noun = any(one.lower in saying().source_nouns for one in (first, *rest))
    named = any(one.capital for one in rest) or first.lower.endswith("'s") or _is_acronym(first)
    return not (noun or named or people or person)


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    """Return whether "to" has a verb: "rape to instill", not "the envoy to the region"."""
    if sentence.lower(at) != "to" or at + 1 >= len(sentence.tokens):
        return False
    after = sentence.tokens[at + 1]
    known = after.lower in DETERMINERS or after.lower in saying().source_nouns
    return after.is_word and not after.capital and not known


def _is_body(sentence: Sentence, phrase: Phrase) -> bool:
    words = sentence.tokens[phrase[0] : phrase[1] + 1]
    nouns = saying().source_nouns
    return any(_is_acronym(word) or word.lower in nouns for word in words)


def _is_acronym(word: Token) -> bool:
    return len(word.text) > 1 and word.text.isupper()
