"""Numbers that are ages."""

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.function_words import BE
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.qualifiers import Quantity

_AGED = word_set("non_counts", "ages", "aged")
_JOINS = word_set("non_counts", "ages", "joins")
_DESCRIBED = word_set("non_counts", "ages", "described")
_YOUNG = word_set("non_counts", "ages", "young")
_SPEAKERS = word_set("non_counts", "ages", "speakers")
# Marks and units of age are part of these rules, not of the lexicon.
_PERIODS = frozenset({"years", "year", "months", "-", "‑"})
_CLOSING = frozenset({",", ".", ";", ")", "”", '"'})
_BACK = 12
"""How many tokens before a number "aged" may be."""

_LISTED = 10
"""The most ages read on each side of one."""

_OLDEST = 120
_NOUN = 4
"""The most words of a noun that a number counts."""


def age(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Recognise "aged 19 to 25", "under the age of 18", "a girl of 9", "19 years old"."""
    first, last = quantity.first, quantity.last
    if _aged_before(sentence, first):
        return "an age"
    if sentence.lower(first) in ("under", "over") and _are_people(sentence, first - 1, last + 1):
        return "an age"
    if sentence.lower(first) in ("under", "over") and sentence.lower(first - 1) in _YOUNG:
        return "an age"  # children under five
    if sentence.lower(first - 1) == "of" and _has_age(sentence, quantity):
        return "an age"
    if sentence.lower(last + 1) not in _PERIODS:
        return None
    row = [word for word in sentence.row(last + 1, last + 6) if word not in ("-", "‑")]
    if row[:2] in (["years", "old"], ["year", "old"], ["months", "old"], ["years", "of"]):
        return "a duration" if row[:2] == ["years", "of"] and row[2:3] != ["age"] else "an age"
    return None


def _has_age(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    """Return whether "of" and an age follow a noun: "a girl of 9", "two boys of 15"."""
    noun, end = quantity.first - 2, quantity.last + 1
    if sentence.words.person.ending(sentence.tokens, noun):
        return True
    closed = end >= len(sentence.tokens) or not sentence.tokens[end].is_word
    young = sentence.lower(noun) in _YOUNG and quantity.number.digits
    return bool(closed and young and _may_be_age(quantity))


def age_after_name(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Recognise "said Umm Ahmed, 43." and "the spokesman, 52,": a person, a comma, a number."""
    first, last = quantity.first, quantity.last
    value = quantity.number.value or 0
    if quantity.qualifier != "exactly" or not 1 <= value < _OLDEST:
        return None
    if sentence.lower(first - 1) not in (",", "(", "and"):
        return None
    if _are_listed(sentence, quantity):
        return "an age"
    if not quantity.number.digits:
        return None
    around = (sentence.lower(first - 1), sentence.lower(last + 1))
    if around == ("(", ")") and first > 1 and _is_named(sentence, first - 2):
        return "an age"
    if first < 2 or sentence.lower(first - 1) != "," or not _is_person(sentence, first - 2):
        return None
    closed = last + 1 >= len(sentence.tokens) or sentence.lower(last + 1) in _CLOSING
    return "an age" if closed else None


def _is_named(sentence: AnnotatedSentence, at: int) -> bool:
    """Return whether a token ends a name, not a word for people or for what happened to them."""
    words = sentence.words
    known = (words.people, words.triggers)
    return sentence.tokens[at].capital and not any(one.ending(sentence.tokens, at) for one in known)


def _are_listed(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    """Return whether numbers in passing are ages: "two soldiers, 30 and 32, were killed"."""
    first = last = nth = sentence.quantity_at[quantity.first]
    while _goes_on(sentence, first - 1) and nth - first < _LISTED:
        first -= 1
    while _goes_on(sentence, last) and last - nth < _LISTED:
        last += 1
    start, end = sentence.quantities[first].first, sentence.quantities[last].last
    between = (sentence.lower(start - 1), sentence.lower(end + 1))
    if first == last or between not in ((",", ","), ("(", ")")):
        return False
    joined = sentence.lower(sentence.quantities[last].first - 1) == "and"
    if not joined or sentence.lower(end + 2) == "respectively":
        return False
    digits = all(one.number.digits for one in sentence.quantities[first : last + 1])
    people = digits and sentence.words.people.ending(sentence.tokens, start - 2) is not None
    return people or _are_as_many(sentence, start - 2, last - first + 1)


def _are_as_many(sentence: AnnotatedSentence, noun: int, ages: int) -> bool:
    """Return whether the number of a noun is that of the ages: "two nieces, 4 and 7, died"."""
    for at in range(noun - 1, noun - 1 - _NOUN, -1):
        if at in sentence.quantity_ends:
            counted = sentence.quantities[sentence.quantity_at[at]]
            return counted.qualifier == "exactly" and counted.number.value == ages
    return False


def _goes_on(sentence: AnnotatedSentence, nth: int) -> bool:
    """Return whether a quantity and the next may be two of the ages in a list."""
    pair = sentence.quantities[nth : nth + 2] if nth >= 0 else []
    if len(pair) < 2 or not all(map(_may_be_age, pair)):
        return False
    return sentence.row(pair[0].last + 1, pair[1].first) in ([","], ["and"], [",", "and"])


def _may_be_age(quantity: Quantity) -> bool:
    return quantity.qualifier == "exactly" and 1 <= (quantity.number.value or 0) < _OLDEST


def _is_person(sentence: AnnotatedSentence, at: int) -> bool:
    """Return whether a token ends a name, or a noun for one person."""
    if sentence.tokens[at].capital or sentence.lower(at) in _SPEAKERS:
        return True
    return sentence.words.person.ending(sentence.tokens, at) is not None


def _aged_before(sentence: AnnotatedSentence, first: int) -> bool:
    """Return whether only other ages are between "aged" and a number: "aged 12, 14 and 17"."""
    for at in range(first - 1, max(-1, first - _BACK), -1):
        if sentence.lower(at) in _AGED:
            return True
        number = sentence.tokens[at].kind == "number" or at in sentence.quantity_ends
        if not number and sentence.lower(at) not in _JOINS:
            return False
    return False


def _are_people(sentence: AnnotatedSentence, verb: int, end: int) -> bool:
    """Return whether a clause describes people: "half of the dead were under 18"."""
    tokens = sentence.tokens
    if end < len(tokens) and tokens[end].is_word:
        return False
    if sentence.lower(verb) in ("them", "whom") and sentence.lower(verb - 1) == "of":
        return True  # six men, all of them under 22
    if sentence.lower(verb) not in BE:
        return False
    people = sentence.words.people.ending(tokens, verb - 1)
    return bool(people) or sentence.lower(verb - 1) in _DESCRIBED
