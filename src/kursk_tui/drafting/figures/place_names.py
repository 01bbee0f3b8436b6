"""Names of places, and words for places without a name: "the Arda valley", "five districts"."""

from kursk_tui.drafting.findings import Span
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from kursk_tui.english.lexicon import word_endings, word_set
from kursk_tui.english.tokens import HYPHENS, glued

_KINDS = word_set("drafting", "places", "kinds")
KINDS_OF_PLACES = (_KINDS - {"of", "de", "al", "el"}) | word_set("drafting", "places", "plain")
_ADJECTIVES = word_set("drafting", "places", "adjectives")
_NO_PLACES = word_set("drafting", "places", "others")
_NATIONALITIES = word_endings("drafting", "populations", "endings_of_nationalities")
_FUNCTION = AUXILIARIES | PREPOSITIONS | SUBORDINATORS | {"and", "or", "alone"}
_LONGEST = 8
"""The most tokens in a name."""


def plain_place(sentence: Sentence, at: int, kinds: frozenset[str]) -> Span | None:
    """Read "the town", "five districts", "the northern provinces": a place without a name."""
    first = at + (sentence.lower(at) in DETERMINERS)
    inner = sentence.quantity_at.get(first)
    end = sentence.quantities[inner].last + 1 if inner is not None else first
    if inner is None and first == at:
        return None
    while sentence.lower(end) in _ADJECTIVES:
        end += 1
    if sentence.lower(end) not in kinds or sentence.lower(end + 1) == "of":
        return None
    following = sentence.tokens[end + 1 : end + 2]
    if following and following[0].is_word and following[0].lower in KINDS_OF_PLACES | _NO_PLACES:
        return None
    return sentence.span(first, end)


def name_at(sentence: Sentence, at: int) -> Span | None:
    """Return the span of the name of a place that begins at a token, without "the", or None."""
    first = at + (sentence.lower(at) in DETERMINERS)
    name = first + (sentence.lower(first) in _ADJECTIVES)  # southern Israel
    name += sentence.lower(name) in _ADJECTIVES and sentence.lower(name + 2) == "of"
    if sentence.lower(name) in _KINDS and sentence.lower(name + 1) == "of":
        name += 2  # the village of Wad al-Noura
    last = _last_of_name(sentence, name)
    if last is None or (last == name and _is_adjective(sentence, last)):
        return None
    return sentence.span(first, last)


def _is_adjective(sentence: Sentence, at: int) -> bool:
    """Return whether a name is one of a nation before a noun: "in Bolivian camps"."""
    following = sentence.tokens[at + 1 : at + 2]
    noun = bool(following) and following[0].is_word and following[0].lower not in _FUNCTION
    return noun and sentence.lower(at).endswith(_NATIONALITIES)


def _last_of_name(sentence: Sentence, first: int) -> int | None:
    end = first
    while end < min(first + _LONGEST, len(sentence.tokens)) and _goes_on(sentence, first, end):
        end += 1
    last = end - 1
    if last < first or not sentence.tokens[first].capital:
        return None
    return None if any(word in _NO_PLACES for word in sentence.row(first, end + 1)) else last


def _goes_on(sentence: Sentence, first: int, at: int) -> bool:
    """Return whether a token is part of a name: "Port-au-Prince", "Wad al-Noura"."""
    token = sentence.tokens[at]
    if sentence.in_date[at] or at in sentence.quantity_at:
        return False
    if at == first:
        return token.is_word and token.capital
    if token.text in HYPHENS:
        following = sentence.tokens[at + 1 : at + 2]
        return glued(sentence.tokens[at - 1], token) and bool(following and following[0].is_word)
    if sentence.tokens[at - 1].text in HYPHENS and glued(sentence.tokens[at - 1], token):
        return token.is_word
    if sentence.lower(at - 1).endswith("'s") and token.lower in _ADJECTIVES:
        return True  # Russia's western Kursk region
    return token.is_word and (token.capital or token.lower in _KINDS)
