"""Amounts and times stated in words alone: "significant casualties", "since the Korean War"."""

from collections.abc import Iterator

from kursk_tui.drafting.dates.comparisons import is_extreme_since
from kursk_tui.drafting.findings import AmountInWords, InWords, Rejection, TimeInWords
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, HAVE, MODALS, NEGATIONS, PREPOSITIONS, is_adverb
from kursk_tui.english.lexicon import phrase_set, word_set
from kursk_tui.english.tokens import words_at
from kursk_tui.vocabulary import TimeRole

_BEFORE_EVENTS = frozenset({"since", "until", "before", "after", "during"})
"""Prepositions that, before an event, give a time: "since the Korean War"."""

_LONGEST = 7
_ADJECTIVES = 3
"""The most words from "several" to the people, these included."""

_DOUBTS = NEGATIONS | MODALS | word_set("drafting", "figures", "doubts")
_FEW_PEOPLE = "wordings/few-people"
_FEW = sorted(phrase_set("drafting", "figures", "amounts_of_people"), key=len, reverse=True)


def find_in_words(sentence: Sentence, rejected: list[Rejection]) -> Iterator[InWords]:
    """Yield what a sentence states in words without a number or a date.

    Each is also added to `rejected`, since it is neither a figure nor a date.
    """
    for at in range(len(sentence.tokens)):
        if (amount := _amount(sentence, at) or _people(sentence, at)) is not None:
            kept = amount.rule != _FEW_PEOPLE or not _is_doubtful(sentence)
            reason = "an amount in words, without a number" + ": kept as words" * kept
            rejected.append(Rejection(amount.start, amount.end, reason))
            if kept:
                yield amount
        if sentence.in_date[at]:
            continue
        for time in filter(None, (_time(sentence, at), _event(sentence, at))):
            reason = "a time in words, without a date: kept as words"
            rejected.append(Rejection(time.start, time.end, reason))
            yield time


def _amount(sentence: Sentence, at: int) -> AmountInWords | None:
    """Read "heavy combat losses"."""
    found = sentence.words.amounts_in_words.starting(sentence.tokens, at)
    if found is None:
        return None
    for ahead in range(at + 1, min(at + 4, len(sentence.tokens))):
        match = sentence.trigger_at.get(ahead)
        if match is not None and match.side == "noun" and match.measure != "none":
            start, end = sentence.span(at, match.last)
            return AmountInWords(start=start, end=end, rule=found[1].rule, measure=match.measure)
        if not sentence.tokens[ahead].is_word or sentence.lower(ahead) in ("of", "and", "number"):
            return None
    return None


def _people(sentence: Sentence, at: int) -> AmountInWords | None:
    """Read "several people were killed", "a couple of soldiers died", "both pilots died"."""
    length = next((len(words) for words in _FEW if words_at(sentence.tokens, at, words)), 0)
    first = at + length
    if not length or first in sentence.quantity_at or at in sentence.quantity_at:
        return None
    for noun in range(first, min(first + _ADJECTIVES, len(sentence.tokens))):
        if (people := sentence.words.people.starting(sentence.tokens, noun)) is not None:
            return _befallen(sentence, at, noun + people[0] - 1)
        if not sentence.tokens[noun].is_word or sentence.lower(noun) in PREPOSITIONS:
            return None
    return None


def _is_doubtful(sentence: Sentence) -> bool:
    """Return whether a sentence may not assert what it says: "unclear whether several died"."""
    row = sentence.row(0, len(sentence.tokens))
    return not _DOUBTS.isdisjoint(row) or row[-1:] == ["?"]


def _befallen(sentence: Sentence, at: int, last: int) -> AmountInWords | None:
    """Return the amount with the measure of the verb after the people, or before them."""
    verb = last + 1
    while sentence.lower(verb) in BE | HAVE or is_adverb(sentence.lower(verb)):
        verb += 1
    match, object_of = sentence.trigger_at.get(verb), sentence.trigger_at.get(at - 1)
    if match is None or match.side == "noun" or (not match.finite and verb == last + 1):
        match = object_of if object_of is not None and object_of.side == "right" else None
    if match is None or match.measure in ("none", "deployed"):
        return None
    start, end = sentence.span(at, last)
    return AmountInWords(start=start, end=end, rule=_FEW_PEOPLE, measure=match.measure)


def _time(sentence: Sentence, at: int) -> TimeInWords | None:
    """Read "so far", "until recently"."""
    found = sentence.words.times_in_words.starting(sentence.tokens, at)
    if found is None or sentence.lower(at - 1) == "until":
        return None
    start, end = sentence.span(at, at + found[0] - 1)
    role = found[1].role
    return TimeInWords(start=start, end=end, rule=found[1].rule, role=role)


def _event(sentence: Sentence, at: int) -> TimeInWords | None:
    """Read "since the Korean War", an event whose date the text does not give.

    “The first time since the war” compares with it.
    """
    if sentence.lower(at) not in _BEFORE_EVENTS:
        return None
    first = at + 2 if sentence.lower(at + 1) == "the" else at + 1
    for ahead in range(first, min(at + _LONGEST, len(sentence.tokens))):
        token = sentence.tokens[ahead]
        if token.lower in sentence.words.events and (token.capital or ahead > first):
            start, end = sentence.span(at, ahead)
            is_extreme = sentence.lower(at) == "since" and is_extreme_since(sentence, at)
            role: TimeRole = "background" if is_extreme else "in effect"
            return TimeInWords(start=start, end=end, rule="wordings/named-event", role=role)
        if not (token.capital or token.text == "-") or not (token.is_word or token.text == "-"):
            return None
    return None
