"""Verbs of saying with their subjects, and whether a form is used as such a verb."""

from kursk_tui.drafting.attribution import (
    doubtful_sources,
    inverted_subjects,
    source_match,
    subjects,
)
from kursk_tui.drafting.attribution.complements import complement_fits, leads_quotation
from kursk_tui.drafting.attribution.false_reports import says_false
from kursk_tui.drafting.attribution.negation import is_after_be, negated
from kursk_tui.drafting.attribution.source_match import Phrase, SourceMatch
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import names, noun_phrases
from kursk_tui.english.function_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    GOES_ON,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
)
from kursk_tui.english.lexicon.verbs_of_saying import VerbOfSaying, saying
from kursk_tui.english.tokens import Token
from kursk_tui.vocabulary import Stance, Tier

_JOINTS = frozenset({"and", "but"})
_UTTERED = frozenset({",", ".", "!", "?", "…"})
_ABOUT = frozenset({"about", "of", "on"})
_OUTSIDE = frozenset({"outside", "inside"})
_FLOATING = frozenset({"both", "all", "each"})
_PERFECT = frozenset({"have", "be"})
_OPENING_QUOTES = frozenset("“«")
UNKNOWN_VERB = "attribution/unknown-verb"
"""The rule of a verb that is placed like one of saying."""


def spoken(sentence: Sentence, at: int) -> SourceMatch | None:
    """Return the source of the verb of saying that begins at a token, or None."""
    if sentence.tokens[at].capital or not sentence.tokens[at].is_word:
        return None
    found = saying().verbs.starting(sentence.tokens, at)
    if found is None and _is_progressive(sentence, at):
        found = saying().participles.starting(sentence.tokens, at)  # "has been saying"
    if found is None:
        return _unknown_verb(sentence, at)
    length, verb = found
    last = at + length - 1
    if _is_something_done(sentence, at, verb):
        return None
    inverted = inverted_subjects.inverted(sentence, at, last, after_comma=verb.inverts)
    phrase = _subject_of(sentence, (at, last), verb, inverted)
    if phrase is None or not source_match.can_say(sentence, phrase, last, verb):
        return None
    if _follows_negation(sentence, phrase):
        return None
    if sentence.lower(phrase[1]) in saying().indefinite:
        return None  # before anyone tells us
    if doubtful_sources.is_no_source(sentence, phrase, (at, last), verb):
        return None
    tier: Tier = "clause" if inverted else "beside"
    if doubtful_sources.is_doubtful(sentence, phrase, (at, last), verb):
        tier = "guess"
    stance = _stance(sentence, phrase, (at, last), verb)
    return SourceMatch(*phrase, stance, (at, last), verb.rule, tier)


def _subject_of(
    sentence: Sentence, cue: Phrase, verb: VerbOfSaying, inverted: Phrase | None
) -> Phrase | None:
    """Return the subject of a form that is a verb of saying here, or None."""
    at, last = cue
    placed = inverted and verb.inverts and sentence.lower(at - 1) not in _OPENING_QUOTES
    if not placed and not is_verb_here(sentence, at, last, verb):
        return None
    if sentence.lower(at - 1) in _JOINTS:
        return subjects.of_clause(sentence, at - 1)
    if not inverted and subjects.negative_subject(sentence, at) is not None:
        return None  # "no agency said", "nobody confirmed"
    return inverted or subjects.subject(sentence, at)


def _is_progressive(sentence: Sentence, at: int) -> bool:
    """Return whether a participle is a main verb that states something: "has been saying that"."""
    if not sentence.lower(at).endswith("ing") or not is_after_be(sentence, at):
        return False
    return "that" in sentence.row(at + 1, at + 8) or at + 1 in sentence.quantity_at


def _is_something_done(sentence: Sentence, at: int, verb: VerbOfSaying) -> bool:
    """Return whether a form means what is done to people: "registered voters"."""
    done = sentence.trigger_at.get(at)
    if done is None or verb.sense == "say":
        return False
    if not verb.counts or done.measure != "none" or at + 1 not in sentence.quantity_at:
        return True
    people = sentence.words.people
    registered = any(people.starting(sentence.tokens, each) for each in range(at + 2, at + 5))
    return registered and all(match.measure == "none" for match in sentence.trigger_matches)


def _follows_negation(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a negation inverts a clause: "at no time did the army confirm"."""
    before = phrase[0] - 1
    if before < 0 or sentence.lower(before) not in AUXILIARIES - BE - NEGATIONS - {"to"}:
        return False
    row = set(sentence.row(max(0, before - 4), before))
    return bool(row & (NEGATIONS | {"no", "rarely", "nowhere"})) and "sooner" not in row


def _stance(sentence: Sentence, phrase: Phrase, cue: Phrase, verb: VerbOfSaying) -> Stance:
    if source_match.is_hearsay(sentence, phrase):
        return "unsourced"
    if sentence.lower(cue[0] - 1) == "to" and verb.sense == "confirm":
        return "unverified"  # "continues to verify 60 cases"
    if sentence.lower(cue[1] + 1) == "nothing" and sentence.lower(cue[1] + 2) in _ABOUT:
        return "unverified"
    return (
        "denies" if verb.stance == "asserts" and says_false(sentence, phrase, cue) else verb.stance
    )


def _unknown_verb(sentence: Sentence, at: int) -> SourceMatch | None:
    """Return the source of a verb that is not in the lexicon but placed like a verb of saying."""
    word = sentence.lower(at)
    inflected = word.endswith("ed") or (word.endswith("s") and not word.endswith("ss"))
    if not inflected or len(word) < 5:
        return None
    if word in saying().not_saying or word in saying().source_nouns:
        return None
    if sentence.trigger_at.get(at) is not None or sentence.words.people.starting(
        sentence.tokens, at
    ):
        return None
    if sentence.lower(at - 1) in ("”", '"') and sentence.lower(at - 2) in _UTTERED:
        if after := inverted_subjects.inverted(sentence, at, at, after_comma=False):
            return SourceMatch(*after, "asserts", (at, at), UNKNOWN_VERB, "guess")
    if sentence.lower(at + 1) != "that" and not inverted_subjects.ends_quotation(sentence, at):
        return None
    if sentence.lower(at - 1) in BE or is_adverb(word) or at - 1 in sentence.quantity_ends:
        return None
    phrase = subjects.subject(sentence, at)
    if phrase is None or not source_match.is_source(sentence, phrase):
        return None
    if any(noun_phrases.is_verb(sentence, each) for each in range(phrase[0], phrase[1])):
        return None
    if sentence.lower(phrase[1]) in DETERMINERS | PREPOSITIONS:
        return None  # a noun: "the commander of the dragoons"
    return SourceMatch(*phrase, "asserts", (at, at), UNKNOWN_VERB, "guess")


def is_verb_here(sentence: Sentence, at: int, last: int, verb: VerbOfSaying) -> bool:
    """Return whether a form at tokens `at` to `last` says something: not passive, not a noun."""
    word, before = sentence.lower(at), sentence.lower(at - 1)
    if is_after_be(sentence, at) and not word.endswith("ing"):
        return word in saying().quoting and _is_quoted(sentence, last)
    if before in DETERMINERS - _FLOATING or before.endswith("'s") or before in ("'", "’"):
        return False
    if before == "to":
        return sentence.lower(at - 2) in GOES_ON
    if before in _JOINTS:
        counts = verb.stance == "asserts" and last + 1 in sentence.quantity_at
        states = "that" in sentence.row(last + 1, last + 4)
        return counts or states or (verb.sense == "say" and sentence.lower(last + 1) in PRONOUNS)
    if before in PREPOSITIONS - _OUTSIDE or before in ("or", "-"):
        return False
    if any(one in NEGATIONS for one in sentence.row(_left_of_adverbs(sentence, at), at)):
        return False
    if negated(sentence, at) is not None:
        return False
    if sentence.lower(last + 1) == "by" and word.endswith("ed"):
        return False  # data shared by the UN
    noun = word in verb.nouns and not _noun_is_verb(sentence, at, last)
    if noun and not leads_quotation(sentence, last):
        return False
    return complement_fits(sentence, last, verb)


def _is_quoted(sentence: Sentence, last: int) -> bool:
    """Return whether "as saying" follows: "was quoted by state radio overnight as saying"."""
    for at in range(last + 1, last + 10):
        if sentence.lower(at) == "as":
            return saying().participles.starting(sentence.tokens, at + 1) is not None
    return False


def _left_of_adverbs(sentence: Sentence, at: int) -> int:
    first = at - 1
    while (
        first >= 0
        and at - first < 5
        and (is_adverb(sentence.lower(first)) or sentence.lower(first) in AUXILIARIES)
    ):
        first -= 1
    return first + 1


def _noun_is_verb(sentence: Sentence, at: int, last: int) -> bool:
    """Return whether "reports", "estimates", "claims" is a verb: "Kyiv estimates at least 300"."""
    before = sentence.tokens[at - 1] if at else None
    after = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    if before is None or after is None:
        return False
    if before.lower == "media" or _is_a_report(sentence, at):
        return False
    if last + 1 not in sentence.quantity_at:
        to_have = after.lower == "to" and sentence.lower(last + 2) in _PERFECT
        if (after.lower in PREPOSITIONS or after.lower in AUXILIARIES) and not to_have:
            return False
        inserted = after.text in ".,”" and _is_inserted(sentence, at)
        if not inserted and not after.is_word:
            return False
        if saying().verbs.starting(sentence.tokens, last + 1):
            return False
    known = before.lower in saying().source_nouns or before.lower in PRONOUNS
    if after.lower == "that" and _agrees(sentence, at):
        return True  # "sources of unknown access report that"
    opens = after.lower == "that" or after.lower in DETERMINERS
    complement = opens or after.text in ".,”“" or last + 1 in sentence.quantity_at
    if at == 1 and not complement and not _is_name(sentence.tokens[0]):
        return False  # "modern estimates differ"
    inserted = before.text == "," and complement and subjects.subject(sentence, at) is not None
    return before.capital or known or inserted or before.text == ")" or is_adverb(before.lower)


def _is_name(token: Token) -> bool:
    """Return whether the first word of a sentence is surely a source: an acronym, or a noun."""
    return token.text.isupper() or token.lower in saying().source_nouns | PRONOUNS


def _agrees(sentence: Sentence, at: int) -> bool:
    """Return whether a form agrees with its subject: "sources report", "a video claims"."""
    phrase = subjects.subject(sentence, at)
    if phrase is None or any(_says(sentence, each) for each in range(phrase[0], at)):
        return False  # "the junta dismissed as baseless reports that"
    noun = sentence.lower(names.noun(sentence, phrase))
    if not sentence.lower(at).endswith("s"):
        return noun.endswith("s")
    return noun in saying().source_nouns and not noun.endswith("s")


def _says(sentence: Sentence, at: int) -> bool:
    found = saying().verbs.starting(sentence.tokens, at)
    return found is not None and sentence.lower(at) not in found[1].nouns


def _is_a_report(sentence: Sentence, at: int) -> bool:
    """Return whether an article and a name precede a form without "-s": "a UN report"."""
    first = at
    while first > 0 and sentence.tokens[first - 1].capital:
        first -= 1
    articled = first < at and sentence.lower(first - 1) in ("a", "an", "the", "this")
    return articled and not sentence.lower(at).endswith("s")


def _is_inserted(sentence: Sentence, at: int) -> bool:
    """Return whether a comma or quotation mark precedes the subject: "…, Kyiv estimates"."""
    return any(sentence.lower(back) in (",", "”", '"') for back in range(max(0, at - 14), at))
