"""Verbs of saying with their subjects, and whether a verb is used as one in its place."""

from kursk_tui.drafting.attribution import subjects
from kursk_tui.drafting.attribution.subjects import Phrase, SourceMatch
from kursk_tui.drafting.findings import Tier
from kursk_tui.english.annotated_sentence import Reading
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
from kursk_tui.english.lexicon.verbs_of_saying import Stance, VerbOfSaying, saying

_FALSE_AFTER = BE | {"as"}
_OPENING_QUOTES = frozenset("“«")
_UNKNOWN = "attribution/unknown-verb"
_LONGEST_NEAR = 9


def spoken(reading: Reading, at: int) -> SourceMatch | None:
    """Return the source of the verb of saying that begins at a token, or None."""
    if reading.tokens[at].capital or not reading.tokens[at].is_word:
        return None
    found = saying().verbs.starting(reading.tokens, at)
    if found is None:
        return _unknown_verb(reading, at)
    length, verb = found
    last = at + length - 1
    if reading.hit_at.get(at) is not None and verb.sense != "say":
        return None
    inverted = subjects.inverted(reading, at, last, after_comma=verb.inverts)
    placed = inverted and verb.inverts and reading.lower(at - 1) not in _OPENING_QUOTES
    if not placed and not is_verb_here(reading, at, last, verb):
        return None
    phrase = inverted or subjects.subject(reading, at)
    if phrase is None or not subjects.can_say(reading, phrase, verb):
        return None
    tier: Tier = "clause" if inverted else "beside"
    return SourceMatch(*phrase, _stance(reading, phrase, verb), (at, last), verb.rule, tier)


def _stance(reading: Reading, phrase: Phrase, verb: VerbOfSaying) -> Stance:
    if subjects.is_hearsay(reading, phrase):
        return "unsourced"
    return "denies" if verb.stance == "asserts" and _says_false(reading, phrase) else verb.stance


def _says_false(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a report is said to be wrong: "said the claims were fake"."""
    row = reading.row(0, len(reading.tokens))
    if not saying().deniable.intersection(row):
        return False
    false = saying().falsehoods | {"wrong"}
    for nth, word in enumerate(row):
        if word in false and _FALSE_AFTER.intersection(row[max(0, nth - 5) : nth]):
            return True
        if nth > phrase[1]:
            dismissing = saying().participles.starting(reading.tokens, nth)
            if dismissing is not None and dismissing[1].sense == "deny":
                return True
    return False


def _unknown_verb(reading: Reading, at: int) -> SourceMatch | None:
    """Return the source of a verb that no lexicon has, if its place is that of a verb of saying."""
    word = reading.lower(at)
    inflected = word.endswith("ed") or (word.endswith("s") and not word.endswith("ss"))
    if not inflected or len(word) < 5:
        return None
    if word in saying().not_saying or word in saying().source_nouns:
        return None
    if reading.hit_at.get(at) is not None or reading.words.people.starting(reading.tokens, at):
        return None
    if reading.lower(at - 1) in ("”", '"'):
        if after := subjects.inverted(reading, at, at, after_comma=False):
            return SourceMatch(*after, "asserts", (at, at), _UNKNOWN, "guess")
    if reading.lower(at + 1) != "that" and not subjects.ends_quotation(reading, at):
        return None
    if reading.lower(at - 1) in BE or is_adverb(word):
        return None
    phrase = subjects.subject(reading, at)
    if phrase is None or not subjects.is_source(reading, phrase):
        return None
    return SourceMatch(*phrase, "asserts", (at, at), _UNKNOWN, "guess")


def is_verb_here(reading: Reading, at: int, last: int, verb: VerbOfSaying) -> bool:
    """Return whether a form at tokens `at` to `last` says something: not passive, not a noun."""
    word, before = reading.lower(at), reading.lower(at - 1)
    if _is_passive(reading, at):
        return word in saying().quoting and "as" in reading.row(last + 1, last + 6)
    if before in DETERMINERS or before.endswith("'s") or before in ("'", "’"):
        return False
    if before == "to":
        return reading.lower(at - 2) in GOES_ON
    if before in PREPOSITIONS or before in ("and", "or", "-"):
        return False
    if any(one in NEGATIONS for one in reading.row(_left_of_adverbs(reading, at), at)):
        return False
    if word in verb.nouns and not _noun_is_verb(reading, at, last):
        return False
    return complement_fits(reading, last, verb)


def _left_of_adverbs(reading: Reading, at: int) -> int:
    first = at - 1
    while (
        first >= 0
        and at - first < 5
        and (is_adverb(reading.lower(first)) or reading.lower(first) in AUXILIARIES)
    ):
        first -= 1
    return first + 1


def _is_passive(reading: Reading, at: int) -> bool:
    before = at - 1
    while is_adverb(reading.lower(before)):
        before -= 1
    return reading.lower(before) in BE


def _noun_is_verb(reading: Reading, at: int, last: int) -> bool:
    """Return whether "reports", "estimates", "claims" is a verb: "Kyiv estimates at least 300"."""
    before = reading.tokens[at - 1] if at else None
    after = reading.tokens[last + 1] if last + 1 < len(reading.tokens) else None
    if before is None or after is None:
        return False
    if before.lower == "media" or _is_a_report(reading, at):
        return False
    if last + 1 not in reading.quantity_at:
        if after.lower in PREPOSITIONS or after.lower in AUXILIARIES:
            return False
        if after.text in ".,”" and _is_inserted(reading, at):
            return True
        if not after.is_word or saying().verbs.starting(reading.tokens, last + 1):
            return False
    known = before.lower in saying().source_nouns or before.lower in PRONOUNS
    return before.capital or known or before.text == ")" or is_adverb(before.lower)


def _is_a_report(reading: Reading, at: int) -> bool:
    """Return whether an article and a name precede a form without "-s": "a UN report"."""
    first = at
    while first > 0 and reading.tokens[first - 1].capital:
        first -= 1
    articled = first < at and reading.lower(first - 1) in ("a", "an", "the", "this")
    return articled and not reading.lower(at).endswith("s")


def _is_inserted(reading: Reading, at: int) -> bool:
    """Return whether a comma or quotation mark precedes the subject: "…, Kyiv estimates"."""
    return any(reading.lower(back) in (",", "”", '"') for back in range(max(0, at - 14), at))


def complement_fits(reading: Reading, last: int, verb: VerbOfSaying) -> bool:
    """Return whether what follows token `last` is what the verb needs to mean saying."""
    after = reading.lower(last + 1)
    if after in verb.not_next or (verb.not_near and _is_near(reading, last, verb.not_near)):
        return False
    match verb.needs:
        case "as":
            return "as" in reading.row(last + 1, last + 14)
        case "claim":
            around = reading.row(last - 5, last) + reading.row(last + 1, last + 8)
            return bool(saying().claims.intersection(around))
        case "falsehood":
            return bool(saying().falsehoods.intersection(reading.row(last + 1, last + 10)))
        case "number":
            return after == "that" or _number_within(reading, last, 15)
        case "that":
            that = "that" in reading.row(last + 1, last + 7)
            quotes = after in ("", ".", ",", "“", '"', ":")
            return that or quotes or _number_within(reading, last, 7)
    return True


def _is_near(reading: Reading, last: int, words: frozenset[str]) -> bool:
    """Return whether one of the words follows before "that"; "about 40" is a number."""
    for at in range(last + 1, last + 1 + _LONGEST_NEAR):
        if reading.lower(at) == "that":
            return False
        if reading.lower(at) in words and at not in reading.quantity_at:
            return True
    return False


def _number_within(reading: Reading, last: int, tokens: int) -> bool:
    return any(at in reading.quantity_at for at in range(last + 1, last + 1 + tokens))
