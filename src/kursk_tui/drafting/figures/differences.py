"""Numbers that are no total: increases ("290 more than before") and totals that were corrected."""

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.english.qualifiers import Quantity

_CORRECTING = word_set("drafting", "figures", "correcting")
_EARLIER = word_set("drafting", "figures", "earlier")
_COUNTS = word_set("numbers", "words", "nouns_for_a_count") | word_set(
    "drafting", "figures", "estimates"
)
_CHANGES = word_set("drafting", "figures", "nouns_for_a_change")
_MORE = frozenset({"more", "fewer", "less", "higher", "lower"})
_NEAR = 8
"""How many words a phrase such as "290 more people died than" may have before "than"."""


def is_difference(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a number says by how much a total differs from another.

    It does in "290 more than in May", "12 more people died than in May", "an increase of 290".
    """
    if _states_change(sentence, quantity):
        return True
    if sentence.lower(quantity.last + 1) not in _MORE:
        return False
    for at in range(quantity.last + 2, min(quantity.last + 2 + _NEAR, len(sentence.tokens))):
        if sentence.lower(at) == "than":
            return True
        if at in sentence.quantity_at or not sentence.tokens[at].is_word:
            return False
    return False


def _states_change(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a noun for a change comes before: "an increase of 290"."""
    of = quantity.first - 1
    return sentence.lower(of) == "of" and sentence.lower(of - 1) in _CHANGES


def is_decrease(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a difference makes a total smaller: "12 fewer than in May"."""
    return sentence.lower(quantity.last + 1) in ("fewer", "less", "lower")


def is_of_other_source(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a difference is that of two sources: "26 more than the ministry admits"."""
    row = sentence.row(quantity.last + 1, quantity.last + 3 + _NEAR)
    if "than" not in row:
        return False
    other = row[row.index("than") + 1 :]
    said = saying().asserting_forms | saying().source_nouns
    return bool(said.intersection(other[:4])) and other[:1] != ["in"]


def is_corrected(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether the text replaces a number by another: "revised down from 36 to 35".

    So it does in "revised to 35 from 36" and "35, correcting an earlier toll of 36".
    """
    at = quantity.first - 1
    if sentence.lower(at) == "from":
        joined = sentence.lower(quantity.last + 1) == "to" or at - 1 in sentence.quantity_ends
        return joined and _is_correction(sentence, at)
    if sentence.lower(at) in ("of", "at", "as") and sentence.lower(at - 1) in _COUNTS:
        return bool(_EARLIER & set(sentence.row(at - 4, at))) and _is_correction(sentence, at)
    return False


def _is_correction(sentence: Sentence, at: int) -> bool:
    return bool(_CORRECTING & set(sentence.row(at - _NEAR, at)))
