"""Numbers that depend on another: "killed 50 mercenaries and 10 soldiers", "including 12"."""

from kursk_tui.drafting.figures.compared_numbers import EARLIER
from kursk_tui.drafting.figures.counted_noun import Counted
from kursk_tui.drafting.figures.place_names import KINDS_OF_PLACES
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    OF_THEM,
    OTHER_PRONOUNS,
    PAST_FORMS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_adverb,
)
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.english.qualifiers import Quantity

# Function words and marks of this rule; no other rule uses them as a list.
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
    ("of", "which"),
    ("of", "these"),
    ("among", "whom"),
    ("included",),
    ("includes",),
    ("include",),
    ("amongst", "them"),
)
_SECONDS = word_set("drafting", "figures", "seconds")
_GAPPED = frozenset({"of"})
"""Words that a gapped clause may keep: "spoke of 30 dead, the ministry of 17"."""

_GAP = 7
_GROUNDS = word_set("drafting", "figures", "grounds")
_HEDGES = word_set("drafting", "figures", "hedges")
_WIDE = word_set("drafting", "figures", "lands")
_PRESENCE = word_set("drafting", "figures", "presence")
_BEFORE_PRESENCE = word_set("drafting", "figures", "before_a_presence")
_SUBSET_ENDS = frozenset(words[-1] for words in _SUBSETS)


def continues_list(sentence: Sentence, before: Counted, quantity: Quantity) -> bool:
    """Return whether a number continues the list of the one before, with no verb between."""
    places = _without_clause(sentence, before.end + 1, quantity.first)
    between = [sentence.lower(at) for at in places]
    if between[:1] == [")"] and between[-1:] == ["("] and len(between) < 8:
        between = [word for word in between if word not in "()"]
        between.append("and" if "and" in between or "," in between else "")
    if between == ["if", "not"]:  # "hundreds if not thousands"
        return True
    if not between or len(between) > 9 or between[-1] not in _JOINS:
        return False
    if before.kind == "bare" and _is_past(between[0]) and before.end + 1 not in sentence.trigger_at:
        return False  # five fell, two were captured
    for at, word in zip(places, between, strict=False):
        if at in sentence.trigger_at or word in AUXILIARIES:
            return False
        if word in (";", ":", "(", ")") or (word in SUBORDINATORS and word != "as"):
            return False
    return True


def _without_clause(sentence: Sentence, first: int, end: int) -> list[int]:
    """Return the tokens between two numbers, without ", who were asleep"."""
    row = sentence.row(first, end)
    places = [*range(first, end)]
    if "who" not in row or any(at in sentence.quantity_at for at in places):
        return places
    comma = row.index("who") - 1
    if comma < 0 or row[comma] != "," or "," not in row[comma + 1 :]:
        return places
    return places[:comma] + places[comma + 1 + row[comma + 1 :].index(",") :]


def _is_past(word: str) -> bool:
    return word in PAST_FORMS or (len(word) > 3 and word.endswith("ed"))


def is_subset(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a number is part of an earlier one: "including 600 deaths", "of whom 20"."""
    after = tuple(sentence.row(quantity.last + 1, quantity.last + 3))
    third = sentence.lower(quantity.last + 3)
    if [*after] in OF_THEM or (after == ("of", "the") and third in ("latter", "former")):
        return True
    if _is_among_them(sentence, quantity):
        return True
    at = quantity.first
    while at > 0 and (
        sentence.lower(at - 1) in ("at", "the", "were") or is_adverb(sentence.lower(at - 1))
    ):
        at -= 1
    if sentence.lower(at - 1) in saying().asserting_forms | _HEDGES:  # of whom we believe 5,500
        at -= 1
        at -= sentence.lower(at - 1) in PRONOUNS | OTHER_PRONOUNS | AUXILIARIES
    if sentence.lower(at - 1) not in _SUBSET_ENDS:
        return False
    return any(tuple(sentence.row(at - len(words), at)) == words for words in _SUBSETS)


def is_of_former(sentence: Sentence, quantity: Quantity) -> bool:
    """Read "eight of the former", which are not those of the last figure."""
    row = sentence.row(quantity.last + 1, quantity.last + 4)
    return row == ["of", "the", "former"]


def _is_among_them(sentence: Sentence, quantity: Quantity) -> bool:
    """Read ", four officers among them"."""
    row = sentence.row(quantity.last + 1, quantity.last + 6)
    if "among" not in row or sentence.lower(quantity.first - 1) not in (",", "—", "–", "("):
        return False
    at = row.index("among")
    return row[at + 1 : at + 2] == ["them"] and not AUXILIARIES.intersection(row[:at])


def is_of_them(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a number counts some of those just mentioned: "one of them", "3 of whom"."""
    row = sentence.row(quantity.last + 1, quantity.last + 3)
    return row in (["of", "them"], ["of", "whom"])


def echoes_verb(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether only auxiliaries or a source follow: "but 3 had been".

    So it does in "the 71,000 who did so". A source has the number as its own: "12 died, according
    to A, and 14 according to B".
    """
    at = quantity.last + 1
    if sentence.row(at, at + 3) in (["who", "did", "so"], ["that", "did", "so"]):
        return True
    if sentence.row(at, at + 2) == ["according", "to"]:
        return sentence.lower(quantity.first - 1) in ("and", "but", "while", ",")
    while sentence.lower(at) in BE | HAVE | DO:
        at += 1
    ends = at >= len(sentence.tokens) or not sentence.tokens[at].is_word
    return ends and at > quantity.last + 1


def is_whole(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a number is a whole of which a part follows: "of the 300, only 20".

    So is one in a phrase before the clause: "of the 98 airmen in the 14 crews, 61 were killed".
    """
    at = _past_determiner(sentence, quantity.first - 1)
    in_phrase = sentence.lower(at) in ("in", "from", "aboard") and sentence.lower(0) == "of"
    return sentence.lower(at) == "of" or in_phrase or _is_of_times(sentence, quantity)


def _is_of_times(sentence: Sentence, quantity: Quantity) -> bool:
    """Read "in the previous two, 64 children were taken"."""
    at = quantity.first - 1
    row = sentence.row(at - 2, at)
    comma = sentence.lower(quantity.last + 1) == ","
    return comma and sentence.lower(at) in EARLIER and row in (["in", "the"], ["of", "the"])


def _past_determiner(sentence: Sentence, at: int) -> int:
    """Return the token before "the", "these", "its", or `at` if there is none."""
    return at - (sentence.lower(at) in DETERMINERS)


def is_part_of_lead(sentence: Sentence, whole: Quantity, part: Quantity) -> bool:
    """Return whether a number is part of the first: "of the 251 hostages, 97 remain"."""
    first = whole.first - 2
    if sentence.lower(first) != "of" or sentence.lower(first + 1) not in DETERMINERS:
        return False
    opens = first == 0 or not sentence.tokens[first - 1].is_word
    return opens and "," in sentence.row(whole.last + 1, part.first)


def is_gapped(sentence: Sentence, before: Counted, quantity: Quantity) -> bool:
    """Return whether only a new subject comes between: "300,000 and the Germans 337,000"."""
    first = _past_place(sentence, before.end + 1)
    if not 2 <= quantity.first - first <= _GAP:
        return False
    joins = 0
    while sentence.lower(first) in (",", "and", "while"):
        first, joins = first + 1, joins + 1
    first += sentence.lower(first) == "the"
    last = quantity.first - (sentence.lower(quantity.first - 1) in _GAPPED)
    name = sentence.tokens[first:last]
    known = saying().source_nouns
    known_or_point = known | _SECONDS | KINDS_OF_PLACES
    named = all(one.capital or one.lower in known_or_point or one.text in "'’-" for one in name)
    return bool(joins and name and named)


def _past_place(sentence: Sentence, at: int) -> int:
    """Return the token after "at Chosin", or `at` if no such phrase begins there."""
    if sentence.lower(at) not in ("in", "at", "on", "near"):
        return at
    end = at + 1
    while end < len(sentence.tokens) and sentence.tokens[end].capital and end - at < _GAP:
        end += 1
    return end


def is_of_those_in_place(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a number is only of those in a place: "of the 8,000 in Kursk"."""
    end = quantity.last
    before = sentence.row(quantity.first - 2, quantity.first)
    if before not in (["of", "the"], ["of", "those"]) and before[-1:] not in (["and"], ["another"]):
        return False
    place = sentence.tokens[end + 2 : end + 3]
    return sentence.lower(end + 1) == "in" and any(token.capital for token in place)


def is_presence(sentence: Sentence, quantity: Quantity, noun: Counted) -> bool:
    """Return whether, as a guess, soldiers are in a place: "12,000 soldiers are in Russia"."""
    if not noun.military:
        return False
    before = sentence.lower(quantity.first - 1)
    plain = before in AUXILIARIES or before in SUBORDINATORS or before in PREPOSITIONS
    opens = quantity.first == 0 or not sentence.tokens[quantity.first - 1].is_word
    if not (plain or opens or before in _BEFORE_PRESENCE):
        return False
    for at in range(noun.end + 1, min(noun.end + 7, len(sentence.tokens) - 1)):
        word = sentence.lower(at)
        if word == "on" and sentence.lower(at + 1) == "the":
            return sentence.lower(at + 2) in _GROUNDS
        if word in ("in", "inside", "near", "along", "into", "at"):
            ahead = sentence.tokens[at + 1 : at + 3]
            return any(token.capital or token.lower in _WIDE for token in ahead)
        if word in _PRESENCE:
            continue
        if word not in AUXILIARIES and not is_adverb(word) and word != "of":
            return False
    return False
