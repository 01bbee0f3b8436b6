"""Counts at another time, compared with the one before: "212, up from 180", "against 45 in May"."""

import itertools

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, DETERMINERS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.qualifiers import Quantity

_COUNTS = word_set("numbers", "words", "nouns_for_a_count")
_UNITS = word_set("drafting", "periods", "units")
_BEFORE_A_COUNT = word_set("drafting", "figures", "before_a_count")
# Function words and marks of this rule; no other rule uses them as a list.
EARLIER = frozenset({"previous", "first", "last", "other", "earlier", "preceding"})
"""Adjectives of a time before: "in the previous two", "last month's"."""

_COMPARING = frozenset({"from", "than", "against", "below", "above", "on", "with", "to"})
_COMPARABLE = frozenset({"it", "that", "there", "figure", "number", "total", "toll"})
"""Subjects of the count at another time: "the week before, when there were 528"."""

_NEAR = 5
"""How many words after "climbed to 74" the earlier number can follow."""


def is_comparison(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a number is an earlier value of the one before: "212, up from 180"."""
    row = tuple(sentence.row(quantity.first - 2, quantity.first))
    at = _before_time(sentence, quantity.first - 2)
    if row[-1:] == ("to",) and at in sentence.quantity_ends:  # "rose from 300 to 412"
        earlier = sentence.quantities[sentence.quantity_at[quantity.first] - 1]
        return earlier.last == at and sentence.lower(earlier.first - 1) == "from"
    if row[-1:] == ("from",) and (nth := sentence.quantity_at[quantity.first]):
        later = sentence.quantities[nth - 1]  # climbed to 74 on Monday from 50
        near = quantity.first - later.last <= _NEAR
        if near and sentence.lower(later.first - 1) == "to" and _states_time(sentence, later):
            return True
    noun = quantity.first - 2
    if row[-1:] == ("of",) and "against" in sentence.row(quantity.first - _NEAR, noun):
        return sentence.lower(noun) in _COUNTS  # against an official figure of 300
    if _follows_against(sentence, quantity) or _is_of_compared_time(sentence, quantity):
        return True
    return row in (("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"))


def _before_time(sentence: Sentence, at: int) -> int:
    """Return the token before a time that ends at a token: "rose from 20 in May to 35"."""
    dated = at
    while dated >= 0 and at - dated < _NEAR and _is_of_time(sentence, dated):
        dated -= 1
    timed = dated < at and sentence.lower(dated) in ("in", "on")
    return dated - timed


def _is_of_time(sentence: Sentence, at: int) -> bool:
    word = sentence.lower(at)
    return sentence.in_date[at] or word in _UNITS | EARLIER | {"a", "the", "before"}


def _follows_against(sentence: Sentence, quantity: Quantity) -> bool:
    """Read "1,140 cases, against 610 the week before", "against last month's 120"."""
    at = quantity.first - 1
    if sentence.words.people.starting(sentence.tokens, quantity.last + 1):
        return sentence.lower(at) == "against"  # an attack against the town's 300 defenders
    for _ in range(_NEAR):
        word = sentence.lower(at)
        owner = word.endswith(("'s", "’s")) or word in EARLIER or word in DETERMINERS
        if not (owner or (at >= 0 and sentence.in_date[at])):
            break
        at -= 1
    return sentence.lower(at) == "against"


def _is_of_compared_time(sentence: Sentence, quantity: Quantity) -> bool:
    """Read "a fall from the second quarter of 2029 (376)"."""
    bracket = quantity.first - 1
    if sentence.lower(bracket) != "(" or sentence.lower(quantity.last + 1) != ")":
        return False
    near = sentence.row(bracket - 2 * _NEAR, bracket)
    timed = sentence.in_date[bracket - 1] or not _UNITS.isdisjoint(near[-_NEAR:])
    return timed and not _COMPARING.isdisjoint(near)


def _states_time(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether only a time, or nothing, comes between a number and "from"."""
    row = sentence.row(quantity.last + 1, quantity.last + 1 + _NEAR)
    between = row[: row.index("from")] if "from" in row else row
    return not between or between[0] in ("last", "this", "on", "by", "in")


def refers_back(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a number counts those before: "the number has increased to 11,000"."""
    row = sentence.row(quantity.first - 9, quantity.first)
    if not row or row[-1] not in ("to", "at", "is", "was", "reached", "of", "now", "around"):
        return False
    if any(word in row for word in ("of", "prices", "from")):
        return False
    plain = [word for word in row if word in _COUNTS or word not in _BEFORE_A_COUNT]
    return any(
        word in _COUNTS and (before in ("the", "its", "their") or before.endswith("'s"))
        for before, word in itertools.pairwise(plain)
    )


def is_comparable(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a number is the count at another time: "in the whole of 2029 it was 31"."""
    at = quantity.first - 2
    if sentence.lower(at) not in _COMPARABLE:
        return False
    if sentence.lower(at) == "there" and sentence.lower(at - 1) != "when":
        return False
    ends = quantity.last + 1
    closed = ends >= len(sentence.tokens) or not sentence.tokens[ends].is_word
    return sentence.lower(at + 1) in BE and (closed or sentence.lower(ends) == "in")
