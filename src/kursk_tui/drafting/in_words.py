"""Amounts and times stated in words alone: "significant casualties", "since the Korean War"."""

from collections.abc import Iterator

from kursk_tui.drafting.dates.comparisons import is_extreme_since
from kursk_tui.drafting.findings import AmountInWords, InWords, Rejection, TimeInWords
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.vocabulary import TimeRole

_BEFORE_EVENTS = frozenset({"since", "until", "before", "after", "during"})
"""Prepositions that, before an event, give a time: "since the Korean War"."""

_LONGEST = 7


def find_in_words(sentence: Sentence, rejected: list[Rejection]) -> Iterator[InWords]:
    """Yield what a sentence states in words without a number or a date.

    Each is also added to `rejected`, since it is neither a figure nor a date.
    """
    for at in range(len(sentence.tokens)):
        if (amount := _amount(sentence, at)) is not None:
            reason = "an amount in words, without a number: kept as words"
            rejected.append(Rejection(amount.start, amount.end, reason))
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
