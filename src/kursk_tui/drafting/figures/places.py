"""The place of a figure, as the words beside it: "12 people died in Holm"."""

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.findings import Span
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, DETERMINERS, HAVE, is_adverb
from kursk_tui.english.lexicon import word_set

_BEFORE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "over", "off"})
_KINDS = word_set("drafting", "places", "kinds")
_PLAIN = (_KINDS - {"of", "de", "al", "el"}) | word_set("drafting", "places", "plain")
_ADJECTIVES = word_set("drafting", "places", "adjectives")
_RECORDED = word_set("drafting", "figures", "recorded")
_NO_PLACES = word_set("drafting", "places", "others")
_BREAKS = frozenset({";", "but", "while", "that", "and", "who", "which", "said", "in", "at"})
_LANDS = frozenset({"isthmus", "island", "islands", "peninsula", "border", "coast", "archipelago"})
"""Kinds of places with "on" before them."""

_POINTS = frozenset({"north", "south", "east", "west"})
_LONGEST = 6
_FAR = 10
"""How many words after "in an attack" its place can be."""

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
        after = end >= case.quantity.last or (case.found is not None and case.found.side == "noun")
        if after and (found := _beside(sentence, end + 1, sent=sent)):
            return found
    if (found := _accounting(sentence, case)) is not None:
        return found
    return _opening(sentence, case)


def _beside(sentence: Sentence, at: int, *, sent: bool = False) -> Span | None:
    """Read "in Holm", "in the Arda valley" at a token, after an adverb.

    `sent` means that the people were sent, so that "to Holm" is a place as well.
    """
    while is_adverb(sentence.lower(at)) or sentence.lower(at) in BE | HAVE | _RECORDED:
        at += 1
    if sentence.lower(at) == "on":
        return _front(sentence, at + 1) or _plain(sentence, at + 1, _LANDS)
    opens = sentence.lower(at) in _BEFORE or (sent and sentence.lower(at) in ("to", "into"))
    if not opens or at + 1 >= len(sentence.tokens):
        return None
    last = _name(sentence, at + 1)
    if last is None:
        return _past_event(sentence, at + 1) or _named_nearby(sentence, at + 1)
    first = at + 1 + (sentence.lower(at + 1) in DETERMINERS)
    return sentence.span(first, last)


def _front(sentence: Sentence, at: int) -> Span | None:
    """Read "on the front north of Nanawa"."""
    if sentence.row(at, at + 2) != ["the", "front"]:
        return None
    pointed = sentence.lower(at + 2) in _POINTS and sentence.lower(at + 3) == "of"
    last = _name(sentence, at + 4) if pointed else None
    return sentence.span(at + 1, at + 1 if last is None else last)


def _named_nearby(sentence: Sentence, at: int) -> Span | None:
    """Read "into the sector around Lake Ghazal": the name, or else "the sector"."""
    plain = _plain(sentence, at, _PLAIN)
    if plain is None:
        return None
    end = at
    while sentence.tokens[end].end < plain[1]:
        end += 1
    near = sentence.lower(end + 1) in ("around", "near") and _name(sentence, end + 2)
    return sentence.span(end + 2, near) if near else plain


def _past_event(sentence: Sentence, at: int) -> Span | None:
    """Read "in a single attack on a playground in Serhane": the place of an event."""
    if sentence.lower(at) not in ("a", "an"):
        return None
    for ahead in range(at + 1, min(at + _FAR, len(sentence.tokens))):
        if ahead in sentence.quantity_at or ahead in sentence.trigger_at:
            return None
        if not sentence.tokens[ahead].is_word or sentence.lower(ahead) in _BREAKS - _BEFORE:
            return None
        last = _name(sentence, ahead + 1) if sentence.lower(ahead) in _BEFORE else None
        if last is not None:
            return sentence.span(ahead + 1 + (sentence.lower(ahead + 1) == "the"), last)
    return None


def _plain(sentence: Sentence, at: int, kinds: frozenset[str]) -> Span | None:
    """Read "the town", "five districts", "the northern provinces": a place without a name."""
    inner = sentence.quantity_at.get(at)
    first = at + (sentence.lower(at) in DETERMINERS)
    end = sentence.quantities[inner].last + 1 if inner is not None else first
    if inner is None and first == at:
        return None
    while sentence.lower(end) in _ADJECTIVES:
        end += 1
    if sentence.lower(end) not in kinds or sentence.lower(end + 1) == "of":
        return None
    following = sentence.tokens[end + 1 : end + 2]
    if following and following[0].is_word and following[0].lower in _PLAIN | _NO_PLACES:
        return None
    return sentence.span(first, end)


def _accounting(sentence: Sentence, case: Case) -> Span | None:
    """Read "Arda alone accounts for 41 per cent (34) of all deaths"."""
    first = case.quantity.first
    for at in range(first - 1, max(0, first - _LONGEST - 2), -1):
        if sentence.lower(at) in ("accounts", "accounted") and sentence.lower(at + 1) == "for":
            last = at - 1 - (sentence.lower(at - 1) == "alone")
            start = last
            while start > 0 and sentence.tokens[start - 1].capital:
                start -= 1
            named = last >= 0 and _name(sentence, start) == last
            return sentence.span(start, last) if named else None
    return None


def _name(sentence: Sentence, at: int) -> int | None:
    """Return the last token of the name of a place that begins at a token, or None."""
    at += sentence.lower(at) == "the"
    at += sentence.lower(at) in _ADJECTIVES and sentence.lower(at + 2) == "of"
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
