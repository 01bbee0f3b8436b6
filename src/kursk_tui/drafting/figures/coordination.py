"""Numbers that depend on another: "killed 50 mercenaries and 10 soldiers", "including 12"."""

import itertools

from kursk_tui.drafting.figures.counted_noun import Counted
from kursk_tui.drafting.word_lists import word_list
from kursk_tui.english.annotated_sentence import Reading
from kursk_tui.english.function_words import (
    AUXILIARIES,
    BE,
    DO,
    HAVE,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.english.qualifiers import Quantity

_JOINS = frozenset(
    {
        *("and", "or", ",", "plus", "&", "as", "well", "also", "with", "both", "then"),
        *("perhaps", "possibly", "maybe"),
    }
)
_SUBSETS = (
    ("including",),
    ("among", "them"),
    ("of", "whom"),
    ("of", "them"),
    ("among", "whom"),
    ("included",),
    ("includes",),
    ("include",),
    ("amongst", "them"),
)
_GAP = 7
_GROUNDS = word_list("figures", "grounds")
_COUNTS = word_list("figures", "nouns for a count")
_SHARES = word_list("figures", "shares")
_STATIVE = word_list("figures", "presence")
_REPORTED = word_list("figures", "before a presence")
_SUBSET_ENDS = frozenset(words[-1] for words in _SUBSETS)


def continues_list(reading: Reading, before: Counted, quantity: Quantity) -> bool:
    """Return whether a number continues the list of the one before, with no verb between."""
    between = reading.row(before.end + 1, quantity.first)
    if between[:1] == [")"] and between[-1:] == ["("] and len(between) < 8:
        between = [word for word in between if word not in "()"]
        between.append("and" if "and" in between or "," in between else "")
    if between == ["if", "not"]:  # "hundreds if not thousands"
        return True
    if not between or len(between) > 9 or between[-1] not in _JOINS:
        return False
    for nth, word in enumerate(between):
        at = before.end + 1 + nth
        if at in reading.hit_at or word in AUXILIARIES:
            return False
        if word in (";", ":", "(", ")") or (word in SUBORDINATORS and word != "as"):
            return False
    return True


def is_subset(reading: Reading, quantity: Quantity) -> bool:
    """Return whether a number is part of one before: "including 600 deaths", "of whom 20"."""
    after = tuple(reading.row(quantity.last + 1, quantity.last + 3))
    if after in (("of", "whom"), ("of", "them")):
        return True
    at = quantity.first
    while at > 0 and (
        reading.lower(at - 1) in ("at", "the", "were") or is_adverb(reading.lower(at - 1))
    ):
        at -= 1
    if reading.lower(at - 1) not in _SUBSET_ENDS:
        return False
    return any(tuple(reading.row(at - len(words), at)) == words for words in _SUBSETS)


def is_of_them(reading: Reading, quantity: Quantity) -> bool:
    """Return whether a number is of those just mentioned: "one of them", "3 of whom"."""
    row = reading.row(quantity.last + 1, quantity.last + 3)
    return row in (["of", "them"], ["of", "whom"])


def is_comparison(reading: Reading, quantity: Quantity) -> bool:
    """Return whether a number is an earlier value of the one before: "212, up from 180"."""
    row = tuple(reading.row(quantity.first - 2, quantity.first))
    at = quantity.first - 2
    if row[-1:] == ("to",) and at in reading.quantity_ends:  # "rose from 300 to 412"
        earlier = reading.quantities[reading.quantity_at[quantity.first] - 1]
        return earlier.last == at and reading.lower(earlier.first - 1) == "from"
    return row in (("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"))


def refers_back(reading: Reading, quantity: Quantity) -> bool:
    """Return whether a number counts those before: "the number has increased to 11,000"."""
    row = reading.row(quantity.first - 9, quantity.first)
    if not row or row[-1] not in ("to", "at", "is", "was", "reached", "of", "now", "around"):
        return False
    if any(word in row for word in ("of", "prices", "from")):
        return False
    return any(word in _COUNTS and before == "the" for before, word in itertools.pairwise(row))


def echoes_verb(reading: Reading, quantity: Quantity) -> bool:
    """Return whether only auxiliaries follow: "no soldiers were hurt, but 3 had been"."""
    at = quantity.last + 1
    while reading.lower(at) in BE | HAVE | DO:
        at += 1
    ends = at >= len(reading.tokens) or not reading.tokens[at].is_word
    return ends and at > quantity.last + 1


def is_base_of_share(reading: Reading, quantity: Quantity) -> bool:
    """Return whether a share is taken of a number: "half of the 11,000", "70% of the 300"."""
    at = quantity.first - 1
    while reading.lower(at) in ("the", "its", "their", "those", "these", "all", "some"):
        at -= 1
    if reading.lower(at) == "half":  # "half the 900 soldiers"
        return at < quantity.first - 1
    if reading.lower(at) != "of":
        return False
    before = reading.lower(at - 1)
    return before in _SHARES or at - 1 in reading.quantity_ends


def is_whole(reading: Reading, quantity: Quantity) -> bool:
    """Return whether a number is a whole with a part named: "of the 300, only 20"."""
    before = reading.row(quantity.first - 2, quantity.first)
    return before[-1:] == ["of"] or before in (["of", "the"], ["of", "those"], ["of", "its"])


def is_part_of_lead(reading: Reading, whole: Quantity, part: Quantity) -> bool:
    """Return whether a number is part of the first: "of the 251 hostages, 97 remain"."""
    first = whole.first - 2
    if reading.lower(first) != "of" or reading.lower(first + 1) not in ("the", "those", "its"):
        return False
    opens = first == 0 or not reading.tokens[first - 1].is_word
    return opens and "," in reading.row(whole.last + 1, part.first)


def is_gapped(reading: Reading, before: Counted, quantity: Quantity) -> bool:
    """Return whether only a new subject is between: "300,000 and the Germans 337,000"."""
    first = _past_place(reading, before.end + 1)
    if not 2 <= quantity.first - first <= _GAP:
        return False
    joins = 0
    while reading.lower(first) in (",", "and", "while"):
        first, joins = first + 1, joins + 1
    first += reading.lower(first) == "the"
    name = reading.tokens[first : quantity.first]
    known = saying().source_nouns
    named = all(one.capital or one.lower in known or one.text in "'’-" for one in name)
    return bool(joins and name and named)


def _past_place(reading: Reading, at: int) -> int:
    """Return the token after "at Chosin", or `at` if no such phrase begins there."""
    if reading.lower(at) not in ("in", "at", "on", "near"):
        return at
    end = at + 1
    while end < len(reading.tokens) and reading.tokens[end].capital and end - at < _GAP:
        end += 1
    return end


def is_of_those_in_place(reading: Reading, quantity: Quantity) -> bool:
    """Return whether a number is only of those in a place: "of the 8,000 in Kursk"."""
    end = quantity.last
    before = reading.row(quantity.first - 2, quantity.first)
    if before not in (["of", "the"], ["of", "those"]) and before[-1:] not in (["and"], ["another"]):
        return False
    place = reading.tokens[end + 2] if end + 2 < len(reading.tokens) else None
    return reading.lower(end + 1) == "in" and place is not None and place.capital


def is_presence(reading: Reading, quantity: Quantity, noun: Counted) -> bool:
    """Return whether soldiers are in a place: "12,000 soldiers are in Russia", a guess."""
    if not noun.military:
        return False
    before = reading.lower(quantity.first - 1)
    plain = before in AUXILIARIES or before in SUBORDINATORS or before in PREPOSITIONS
    opens = quantity.first == 0 or not reading.tokens[quantity.first - 1].is_word
    if not (plain or opens or before in _REPORTED):
        return False
    for at in range(noun.end + 1, min(noun.end + 7, len(reading.tokens) - 1)):
        word = reading.lower(at)
        if word == "on" and reading.lower(at + 1) == "the":
            return reading.lower(at + 2) in _GROUNDS
        if word in ("in", "inside", "near", "along", "into", "at"):
            ahead = reading.tokens[at + 1 : at + 3]
            return any(token.capital for token in ahead)
        if word in _STATIVE:
            continue
        if word not in AUXILIARIES and not is_adverb(word) and word not in ("of",):
            return False
    return False
