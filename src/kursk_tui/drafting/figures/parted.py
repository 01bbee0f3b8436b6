"""Numbers that a clause parts from what they count: "the toll since the war began is 312"."""

from kursk_tui.drafting.figures.counted_noun import Counted
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.sentence import Sentence, TriggerMatch
from kursk_tui.english.function_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)
from kursk_tui.english.lexicon import word_endings, word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.english.qualifiers import Quantity

_COUNTS = word_set("numbers", "words", "nouns_for_a_count") | {"toll"}
_VERBS_OF_AMOUNT = word_endings("drafting", "figures", "verbs_of_amount")
_CHANGES = word_endings("numbers", "words", "change")
_BEFORE_COUNTS = word_set("drafting", "figures", "before_a_count")
_KINDS_OF_PEOPLE = word_set("drafting", "populations", "adjectives")
_NATIONALITIES = word_endings("drafting", "populations", "endings_of_nationalities")
# Function words and marks of this rule; no other rule uses them as a list.
_LINKS = frozenset(
    {"to", "at", "as", "now", "is", "was", "are", "were", "be", "been", "has", "have", "had"}
)
_STOPS = frozenset({";", ":", "—", "--", "but", "while", "whereas", "although", "though"})
_AGENT = 12
"""The most words in "by two of the embassies here"."""

_LONGEST = 30
"""The most words between the head of a subject and its number."""


def by_subject(sentence: Sentence, quantity: Quantity, noun: Counted) -> ResolvedMeasure | None:
    """Return the measure of the subject whose verb a number completes."""
    return _by_object(sentence, quantity, noun) or _by_subject(sentence, quantity, noun)


def _by_object(sentence: Sentence, quantity: Quantity, noun: Counted) -> ResolvedMeasure | None:
    """Read "brings to 45 the number of people killed in the flood"."""
    count = quantity.last + 2
    if noun.kind != "bare" or sentence.lower(quantity.first - 1) not in ("to", "at"):
        return None
    count += sentence.lower(count) in _BEFORE_COUNTS
    if sentence.lower(quantity.last + 1) != "the" or sentence.lower(count) not in _COUNTS:
        return None
    match = sentence.trigger_at.get(count)
    head = _counted_by(sentence, count, count + 9) or (match if match and match.weak else None)
    if head is None:
        return None
    return ResolvedMeasure(head.measure, head.rule, "clause", "noun", head, head.weak)


def _by_subject(sentence: Sentence, quantity: Quantity, noun: Counted) -> ResolvedMeasure | None:
    if noun.kind not in ("bare", "people") or (verb := _verb(sentence, quantity)) is None:
        return None
    head = _head(sentence, verb)
    if head is None or head.measure == "deployed":
        return None
    included = sentence.lower(quantity.first - 1).startswith("includ")
    if noun.kind == "people" and sentence.lower(head.first) in _COUNTS and not included:
        return None
    return ResolvedMeasure(head.measure, head.rule, "clause", "noun", head, head.weak)


def _verb(sentence: Sentence, quantity: Quantity) -> int | None:
    """Return the first token of the verb before a number: "has risen to", "stands at"."""
    at = _before_agent(sentence, quantity.first - 1)
    said = False
    while at >= 0:
        word = sentence.lower(at)
        if sentence.in_date[at]:
            break
        amount = word.startswith(_VERBS_OF_AMOUNT + _CHANGES) and sentence.tokens[at].is_word
        if amount and word in PREPOSITIONS and sentence.lower(at + 1) not in ("to", "at"):
            break
        if not (amount or word in _LINKS or word in AUXILIARIES or is_adverb(word)):
            break
        said = said or amount or word in BE
        at -= 1
    return at + 1 if said and at >= 0 else None


def _before_agent(sentence: Sentence, at: int) -> int:
    """Return the participle before "by two of the embassies here at 1,150", or `at`."""
    if sentence.lower(at) != "at":
        return at
    for by in range(at - 1, max(0, at - _AGENT), -1):
        if sentence.lower(by) in SUBORDINATORS or not sentence.tokens[by].is_word:
            break
        if sentence.lower(by) == "by" and sentence.lower(by - 1).startswith(_VERBS_OF_AMOUNT):
            return by - 1
    return at


def _head(sentence: Sentence, verb: int) -> TriggerMatch | None:
    """Return the noun at the head of the clause whose verb begins at a token."""
    at = _clause(sentence, verb)
    at += sentence.lower(at) in DETERMINERS
    while at < verb:
        match = sentence.trigger_at.get(at)
        if sentence.lower(at) in _COUNTS and sentence.lower(at + 1) not in _BEFORE_COUNTS:
            head = _counted_by(sentence, at, verb) or (match if match and match.weak else None)
            break
        if match is not None and match.side == "noun":
            head = match
            break
        if (head := _of_harm(sentence, at)) is not None or not _is_adjective(sentence, at):
            break
        at += 1
    else:
        return None
    return head if head is not None and _is_one_clause(sentence, at + 1, verb) else None


def _is_adjective(sentence: Sentence, at: int) -> bool:
    """Return whether a word may come before a noun for a count: "total", "Orvian", "civilian"."""
    word = sentence.lower(at)
    nation = sentence.tokens[at].capital and word.endswith(_NATIONALITIES)
    return nation or word in _BEFORE_COUNTS or word in _KINDS_OF_PEOPLE


def _of_harm(sentence: Sentence, at: int) -> TriggerMatch | None:
    """Read "casualty figure", "injury count"."""
    found = sentence.words.triggers.starting(sentence.tokens, at)
    if found is None or sentence.lower(at + found[0]) not in _COUNTS:
        return None
    nouns = (trigger for trigger in found[1] if trigger.use == "noun")
    noun = next(nouns, None)
    return noun and TriggerMatch(at, at + found[0], noun, "noun")


def _is_one_clause(sentence: Sentence, first: int, verb: int) -> bool:
    """Return whether every verb between a subject and its verb is in a clause of its own."""
    for at in range(first, verb):
        word = sentence.lower(at)
        if word in SUBORDINATORS:
            return True
        joins = word in ("and", "or") and sentence.lower(at + 1) in DETERMINERS
        moves = (
            word.startswith(_CHANGES)
            and at not in sentence.quantity_at
            and word not in ("up", "down")
        )
        if joins or (word in AUXILIARIES - {"to"} and not sentence.in_date[at]) or moves:
            return False
    return True


def _counted_by(sentence: Sentence, at: int, verb: int) -> TriggerMatch | None:
    """Return what "the number of …" counts: its first verb or noun of harm."""
    for ahead in range(at + 1, min(verb, at + 8)):
        match = sentence.trigger_at.get(ahead)
        if match is not None:
            return match if match.side != "right" and match.measure != "none" else None
        word = sentence.lower(ahead)
        leads = word in (PREPOSITIONS - {"of", "to"}) | (SUBORDINATORS - {"who"})
        if leads or ahead in sentence.quantity_at or not sentence.tokens[ahead].is_word:
            return None
    return None


def _clause(sentence: Sentence, verb: int) -> int:
    """Return the first token of the clause, after "Since January" or "the army said"."""
    first = 0
    for at in range(verb - 1, max(-1, verb - 1 - _LONGEST), -1):
        if sentence.lower(at) in _STOPS or _says(sentence, at):
            first = at + 1
            break
    first += sentence.lower(first) == "that"
    if sentence.lower(first) in PREPOSITIONS:
        return _past_opening(sentence, first, verb)
    return first


def _says(sentence: Sentence, at: int) -> bool:
    """Return whether a verb of saying with a clause after it is at a token: "said the toll"."""
    following = sentence.lower(at + 1)
    speaks = sentence.lower(at) in saying().asserting_forms
    return speaks and (following == "that" or following in DETERMINERS)


def _past_opening(sentence: Sentence, first: int, verb: int) -> int:
    """Return the token after "Since January," or "Since January", which opens a clause."""
    for at in range(first + 1, min(first + 8, verb)):
        if sentence.lower(at) == ",":
            return at + 1
    for at in range(first + 1, min(first + 8, verb)):
        if sentence.in_date[at] and not sentence.in_date[at + 1]:
            return at + 1
    return first
