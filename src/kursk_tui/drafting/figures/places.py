"""The place of a figure, as the words beside it: "12 people died in Holm"."""

import itertools

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.figures.place_names import KINDS_OF_PLACES, name_at, plain_place
from kursk_tui.drafting.findings import Span
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, DETERMINERS, HAVE, SUBORDINATORS, is_adverb
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.tokens import HYPHENS

_BEFORE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "over", "off", "aboard"}
)
_RECORDED = word_set("drafting", "figures", "recorded")
_REPORTED = _RECORDED | {"had", "has", "notified", "reports", "logged"}
_STAYING = word_set("drafting", "places", "staying")
_EVENTS = word_set("drafting", "places", "events") | word_set("drafting", "triggers", "disasters")
_BREAKS = frozenset({";", "but", "while", "that", "and", "who", "which", "said", "in", "at"})
_LANDS = frozenset({"isthmus", "island", "islands", "peninsula", "border", "coast", "archipelago"})
"""Kinds of places with "on" before them."""

_FRONTS = _LANDS | {"front", "frontline", "capital", "north", "south", "east", "west"}
"""Kinds of places to which soldiers are sent."""

_POINTS = frozenset({"north", "south", "east", "west"})
_LONGEST = 6
_FAR = 10
"""How many words after "in an attack" its place can be, or before a verb that of its subject."""

_CLAUSE = 20
"""How far from the beginning of a sentence its place is that of a number."""


def add_places(sentence: Sentence, cases: list[Case]) -> None:
    """Set the place of each figure of a sentence that states one; a list shares its place."""
    figures = [case for case in cases if case.found is not None and case.reason is None]
    for case in figures:
        case.place = _place_of(sentence, case)
    for before, case in itertools.pairwise(figures):
        listed = _is_joined(sentence, before, case)
        shared = listed or "inherited population" in case.flags
        named = (
            case.place is not None and case.place[1] < sentence.tokens[case.quantity.first].start
        )
        if before.place is None and listed and not named:
            before.place = case.place
        elif case.place is None and shared and "elsewhere" not in _rest(sentence, case):
            case.place = before.place


def _is_joined(sentence: Sentence, before: Case, case: Case) -> bool:
    """Return whether nothing but a list comes between: "17 killed and 64 wounded at Holm"."""
    between = sentence.row(before.quantity.last + 1, case.quantity.first)
    closed = SUBORDINATORS | {";", ":", "said"} | (_BEFORE - {"around", "over"})
    joined = "and" in between or "," in between
    return joined and len(between) <= _FAR and closed.isdisjoint(between)


def _rest(sentence: Sentence, case: Case) -> list[str]:
    return sentence.row(case.quantity.last + 1, case.quantity.last + 1 + _LONGEST)


def _place_of(sentence: Sentence, case: Case) -> Span | None:
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
    found = _accounting(sentence, case) or _before_clause(sentence, case)
    found = found or _of_reports(sentence, case)
    return found or _of_subject(sentence, case) or _opening(sentence, case)


def _beside(sentence: Sentence, at: int, *, sent: bool = False) -> Span | None:
    """Read "in Holm", "in the Arda valley" at a token, after an adverb.

    `sent` means that the people were sent, so that "to Holm" is a place as well.
    """
    while is_adverb(sentence.lower(at)) or sentence.lower(at) in BE | HAVE | _RECORDED | _STAYING:
        at += 1
    if sentence.lower(at) == "on":
        return _front(sentence, at + 1) or plain_place(sentence, at + 1, _LANDS)
    to = sent and sentence.lower(at) in ("to", "into")
    if not (to or sentence.lower(at) in _BEFORE) or at + 1 >= len(sentence.tokens):
        return None
    named = name_at(sentence, at + 1)
    if named is not None:
        return named
    event = None if to else _of_event(sentence, at + 1)
    plain = plain_place(sentence, at + 1, _FRONTS) if to else None
    return event or plain or _named_nearby(sentence, at + 1)


def _front(sentence: Sentence, at: int) -> Span | None:
    """Read "on the front north of Nanawa"."""
    if sentence.row(at, at + 2) != ["the", "front"]:
        return None
    pointed = sentence.lower(at + 2) in _POINTS and sentence.lower(at + 3) == "of"
    named = name_at(sentence, at + 4) if pointed else None
    lines = sentence.lower(at + 2) in ("line", "lines")
    front = sentence.span(at + 1, at + 1 + lines)
    return (front[0], named[1]) if named else front


def _named_nearby(sentence: Sentence, at: int) -> Span | None:
    """Read "into the sector around Lake Ghazal": the name, or else "the sector"."""
    plain = plain_place(sentence, at, KINDS_OF_PLACES)
    if plain is None:
        return None
    end = at
    while sentence.tokens[end].end < plain[1]:
        end += 1
    near = sentence.lower(end + 1) in ("around", "near", "of")
    return (name_at(sentence, end + 2) if near else None) or plain


def _of_event(sentence: Sentence, at: int) -> Span | None:
    """Read "in a single attack on a playground in Serhane", "in overnight strikes on Rafah"."""
    event = False
    for ahead in range(at, min(at + _FAR, len(sentence.tokens))):
        word = sentence.lower(ahead)
        event = event or word in _EVENTS
        if ahead in sentence.quantity_at or not sentence.tokens[ahead].is_word:
            return None
        if word in _BREAKS - _BEFORE or (ahead in sentence.trigger_at and not event):
            return None
        if event and (word in _BEFORE or word in ("on", "against")):
            if (named := name_at(sentence, ahead + 1)) is not None:
                return named
    return None


def _before_clause(sentence: Sentence, case: Case) -> Span | None:
    """Read "at Goose Green, where 961 men were taken", "the hall, in which 137 died"."""
    last = case.quantity.first - 1
    if sentence.lower(last) == "where":
        last -= 1
    elif sentence.row(last - 1, last + 1) == ["in", "which"]:
        last -= 2
    else:
        return None
    last -= sentence.lower(last) == ","
    first = last
    while first > 0 and _is_of_name(sentence, first - 1):
        first -= 1
    named = name_at(sentence, first) if first >= 0 else None
    return named if named and named[1] == sentence.tokens[last].end else None


def _is_of_name(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return (token.is_word and token.capital and at > 0) or token.text in HYPHENS


def _of_subject(sentence: Sentence, case: Case) -> Span | None:
    """Read "flooding in Maiduguri has killed 37 people": the place of what did it."""
    match = case.found.match if case.found is not None and case.found.side == "verb" else None
    if match is None or match.last > case.quantity.first:
        return None
    event, place = False, None
    for at in range(match.first - 1, max(-1, match.first - 1 - _CLAUSE), -1):
        word = sentence.lower(at)
        if word in SUBORDINATORS | {",", ";", "said"} or at in sentence.quantity_at:
            break
        if word in _BEFORE and not sentence.in_date[at + 1]:
            place = name_at(sentence, at + 1) or place
        event = event or word in _EVENTS
    return place if event else None


def _accounting(sentence: Sentence, case: Case) -> Span | None:
    """Read "Arda alone accounts for 41 per cent (34) of all deaths"."""
    first = case.quantity.first
    for at in range(first - 1, max(0, first - _LONGEST - 2), -1):
        if sentence.lower(at) in ("accounts", "accounted") and sentence.lower(at + 1) == "for":
            last = at - 1 - (sentence.lower(at - 1) == "alone")
            start = last
            while start > 0 and sentence.tokens[start - 1].capital:
                start -= 1
            named = last >= 0 and name_at(sentence, start) == sentence.span(start, last)
            return sentence.span(start, last) if named else None
    return None


def _of_reports(sentence: Sentence, case: Case) -> Span | None:
    """Read "Arda province has reported 74 cases, Belm city 31": who reports is a place."""
    if case.found is None or not case.found.measure.endswith("cases"):
        return None
    last = case.quantity.first - 1
    if "inherited measure" not in case.flags:
        while last > 0 and sentence.lower(last) in HAVE | _REPORTED:
            last -= 1
        kind = sentence.lower(last) in KINDS_OF_PLACES and last < case.quantity.first - 1
        if not kind:
            return None
    first = last
    while first > 0 and sentence.tokens[first - 1].capital and sentence.tokens[first - 1].is_word:
        first -= 1
    opens = first == 0 or sentence.lower(first - 1) in (",", "and", "while", ";", "the")
    named = sentence.tokens[first].capital and name_at(sentence, first) is not None
    return sentence.span(first, last) if opens and named else None


def _opening(sentence: Sentence, case: Case) -> Span | None:
    """Read "In Arda, 59 people have died", "In the Ardennes the Americans lost 89,000"."""
    first = case.quantity.first
    if sentence.lower(0) not in _BEFORE or first > _CLAUSE:
        return None
    named = name_at(sentence, 1)
    if named is None or named[1] > sentence.tokens[first].start:
        return None
    end = 1
    while sentence.tokens[end].end < named[1]:
        end += 1
    if _BREAKS & set(sentence.row(end + 2, first)):
        return None
    following = sentence.lower(end + 1)
    closed = following == "," or following in DETERMINERS or end + 1 == first
    return named if closed else None
