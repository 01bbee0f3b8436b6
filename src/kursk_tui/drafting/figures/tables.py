"""Tables in prose: "by district, the deaths were: Arda 31, Belm 18"."""

from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.sentence import Sentence, TriggerMatch
from kursk_tui.english.qualifiers import Quantity

_NAME = 4
"""The most words in the name of a row."""

_HEAD = 8
"""The most words between the noun for what is counted and the colon."""

_ROWS = 40
"""The most rows of a table."""


def in_table(sentence: Sentence, quantity: Quantity) -> ResolvedMeasure | None:
    """Return the measure of a number after the name of its row, or None if it is in no table."""
    end = quantity.last + 1
    closed = end >= len(sentence.tokens) or not sentence.tokens[end].is_word
    colon = _colon(sentence, quantity) if closed or sentence.lower(end) == "and" else None
    match = _head(sentence, colon) if colon is not None else None
    if match is None or match.measure == "none":
        return None
    return ResolvedMeasure(match.measure, match.rule, "clause", "noun", match, match.weak)


def _colon(sentence: Sentence, quantity: Quantity) -> int | None:
    """Return the colon before the rows of a table, the last of which a number ends."""
    at, last = quantity.first - 1, sentence.quantity_at[quantity.first]
    for nth in range(last - 1, last - 1 - _ROWS, -1):
        name = at
        while at > 0 and name - at < _NAME and sentence.tokens[at].is_word:
            if at in sentence.quantity_at or sentence.lower(at) == "and":
                break
            at -= 1
        if at == name or not sentence.tokens[at + 1].capital:
            return None
        if sentence.lower(at) == ":":
            return at
        at -= sentence.lower(at) == "and"
        at -= sentence.lower(at) in (",", ";")
        if nth < 0 or sentence.quantities[nth].last != at:
            return None
        at = sentence.quantities[nth].first - 1
    return None


def _head(sentence: Sentence, colon: int) -> TriggerMatch | None:
    """Return the noun that says what a table counts: "Deaths by county:"."""
    for at in range(colon - 1, max(-1, colon - 1 - _HEAD), -1):
        match = sentence.trigger_at.get(at)
        if match is not None:
            opens = match.first == 0 and match.side != "right"
            return match if match.side == "noun" or opens else None
        if at in sentence.quantity_at or sentence.lower(at) in (";", "."):
            return None
    return None
