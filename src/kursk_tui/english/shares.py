"""The number that a share is taken of: "half of the 11,000", "some of the 40"."""

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.qualifiers import Quantity

_SHARES = word_set("non_counts", "shares", "of_a_base")
_MULTIPLES = word_set("non_counts", "shares", "multiples")
_OWNER = 4
"""The most words of the owner in "of the city's 320,000"."""

_DETERMINERS = ("the", "its", "their", "those", "these", "all", "some")


def is_base_of_share(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    """Return whether a share is taken of a number: "70% of the 300", "not all 40", "half the 9".

    So does a multiple: "twice as many as 40".
    """
    at = quantity.first - 1
    if sentence.row(at, at + 2) == ["not", "all"]:
        return True
    at = _before_owner(sentence, at)
    while sentence.lower(at) in _DETERMINERS:
        at -= 1
    if sentence.row(at - 2, at + 1) == ["as", "many", "as"]:
        at -= 3
    at -= sentence.lower(at) == "again"  # half again as many as 40
    if sentence.lower(at) in _MULTIPLES or _ends_share(sentence, quantity, at):
        return at < quantity.first - 1 or sentence.lower(quantity.first) == "as"
    if sentence.lower(at) != "of":
        return False
    at -= 2 if sentence.lower(at - 1) in (",", ")") else 1  # a third, or 100, of the 300
    return sentence.lower(at) in _SHARES or at in sentence.quantity_ends


def _before_owner(sentence: AnnotatedSentence, at: int) -> int:
    """Return the token before the owner in "of the city's 320,000", or `at` if there is none."""
    if not sentence.lower(at).endswith(("'s", "’s")):
        return at
    for back in range(at - 1, at - 1 - _OWNER, -1):
        if sentence.lower(back) == "of":
            return back
    return at


def _ends_share(sentence: AnnotatedSentence, quantity: Quantity, at: int) -> bool:
    """Return whether the number before another is a share and ends at a token."""
    nth = sentence.quantity_at[quantity.first]
    before = sentence.quantities[max(0, nth - 1) : nth]
    return any(one.number.share and one.last == at for one in before)
