"""Days on which something goes on, which are of no event: "a method that is still used today"."""

from typing import Literal

from kursk_tui.drafting.dates.comparisons import ENDS_CLAUSE, FAR
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.function_words import PAST_FORMS
from kursk_tui.english.lexicon import word_set

_PERSISTING = word_set("drafting", "dates", "persisting")
_RELATIVES = frozenset(("that", "which", "who", "whom", "whose", "where"))
_PRESENT = frozenset(("is", "are", "has", "have", "isn't", "aren't"))
_PAST = frozenset(("was", "were", "had"))

Extent = Literal["clause about a noun", "statement"]
"""What a state is in: a clause that only describes a noun, or the statement itself."""


def lasting_state(sentence: Sentence, found: DateRange) -> Extent | None:
    """Return where "today" says that something still is so, or None if it dates an event."""
    if sentence.row(found.first, found.last + 1) != ["today"]:
        return None
    first = found.first - 1
    while first >= 0 and found.first - first <= FAR:
        if sentence.lower(first) in ENDS_CLAUSE or sentence.lower(first) in _RELATIVES:
            break
        first -= 1
    row = sentence.row(first + 1, found.first)
    if _PERSISTING.isdisjoint(row) or not _is_present(row):
        return None
    counted = any(at in sentence.quantity_at for at in range(first + 1, found.first))
    describes = first >= 0 and sentence.lower(first) in _RELATIVES and not counted
    return "clause about a noun" if describes and first > 0 else "statement"


def _is_present(row: list[str]) -> bool:
    """Return whether a clause is in the present; "is still used" is, "still raged" is not."""
    if not _PAST.isdisjoint(row):
        return False
    past = any(word in PAST_FORMS or word.endswith("ed") for word in row)
    return not past or not _PRESENT.isdisjoint(row)
