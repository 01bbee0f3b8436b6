"""The place of a figure, as the words beside it: "12 people died in Holm"."""

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.findings import Span
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import DETERMINERS, is_adverb
from kursk_tui.english.lexicon import word_set

_BEFORE = frozenset({"in", "at", "near", "outside", "inside", "around", "across"})
_KINDS = word_set("drafting", "places", "kinds")
_NO_PLACES = word_set("drafting", "places", "others")
_BREAKS = frozenset({";", "but", "while", "that", "and", "who", "which", "said", "in", "at"})
_LONGEST = 6
_CLAUSE = 20
"""How far from the beginning of a sentence its place is that of a number."""


def place_of(sentence: Sentence, case: Case) -> Span | None:
    """Return the span of the place beside a figure, or that opens its clause, or None."""
    ends = [case.quantity.last, case.noun.end]
    match = case.found.match if case.found is not None else None
    if match is not None:
        ends.append(match.last)
    sent = case.found is not None and case.found.measure == "deployed"
    for end in sorted(set(ends), reverse=True):
        if end >= case.quantity.last and (found := _beside(sentence, end + 1, sent=sent)):
            return found
    return _opening(sentence, case)


def _beside(sentence: Sentence, at: int, *, sent: bool = False) -> Span | None:
    """Read "in Holm", "in the Arda valley" at a token, after an adverb.

    `sent` means that the people were sent, so that "to Holm" is a place as well.
    """
    at += is_adverb(sentence.lower(at))
    opens = sentence.lower(at) in _BEFORE or (sent and sentence.lower(at) == "to")
    if not opens or at + 1 >= len(sentence.tokens):
        return None
    last = _name(sentence, at + 1)
    if last is None:
        return None
    first = at + 1 + (sentence.lower(at + 1) in DETERMINERS)
    return sentence.span(first, last)


def _name(sentence: Sentence, at: int) -> int | None:
    """Return the last token of the name of a place that begins at a token, or None."""
    at += sentence.lower(at) == "the"
    if sentence.lower(at) in _KINDS and sentence.lower(at + 1) == "of":
        at += 2  # the village of Wad al-Noura
    end = at
    while end < min(at + _LONGEST, len(sentence.tokens)):
        token = sentence.tokens[end]
        if not token.is_word or sentence.in_date[end] or end in sentence.quantity_at:
            break
        if not (token.capital or (end > at and token.lower in _KINDS)):
            break
        end += 1
    last = end - 1
    if last < at or not sentence.tokens[at].capital:
        return None
    return None if any(word in _NO_PLACES for word in sentence.row(at, end + 1)) else last


def _opening(sentence: Sentence, case: Case) -> Span | None:
    """Read "In Arda, 59 people have died", "In the Ardennes the Americans lost 89,000"."""
    first = case.quantity.first
    if sentence.lower(0) not in _BEFORE or first > _CLAUSE:
        return None
    last = _name(sentence, 1)
    if last is None or last >= first or _BREAKS & set(sentence.row(last + 2, first)):
        return None
    following = sentence.lower(last + 1)
    closed = following == "," or following in DETERMINERS or last + 1 == first
    return _beside(sentence, 0) if closed else None
