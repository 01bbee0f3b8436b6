"""Labels: words before a number, as in a list or a table: "Killed - 9", "KIA 2,000 WIA 4,000"."""

from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.sentence import Sentence, TriggerMatch
from kursk_tui.english.qualifiers import Quantity

_MARKS = frozenset(":-–—=")
_STOPS = frozenset(";,.|/")
_LONGEST = 4
"""The most words in a label."""

_LISTED = 20
"""The most numbers in a series of labels without marks."""


def labelled(sentence: Sentence, quantity: Quantity) -> ResolvedMeasure | None:
    """Return the measure that the label of a number states, or None if it has no such label."""
    match = _marked(sentence, quantity) or _in_series(sentence, quantity)
    if match is None:
        return None
    return ResolvedMeasure(match.measure, match.rule, "clause", "noun", match, match.weak)


def has_label(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a few words and a colon or a dash come before a number, of any meaning."""
    return _label(sentence, quantity) is not None


def _marked(sentence: Sentence, quantity: Quantity) -> TriggerMatch | None:
    """Read "Killed: 9", "Soldiers injured - 12"."""
    found = _label(sentence, quantity)
    if found is None:
        return None
    match = sentence.trigger_at.get(found[1])
    return match if match is not None and match.last == found[1] else None


def _label(sentence: Sentence, quantity: Quantity) -> tuple[int, int] | None:
    """Return the first and last token of the label of a number, or None."""
    mark = quantity.first - 1
    if mark < 1 or sentence.tokens[mark].text not in _MARKS:
        return None
    colon = sentence.tokens[mark].text in ":="
    if not colon and sentence.tokens[mark - 1].end == sentence.tokens[mark].start:
        return None  # covid-19
    for at in range(mark - 1, max(-1, mark - 2 - _LONGEST), -1):
        if _begins(sentence, at):
            return at, mark - 1
        if not sentence.tokens[at].is_word:
            return None
    return None


def _begins(sentence: Sentence, at: int) -> bool:
    """Return whether a label can begin at a word."""
    if not sentence.tokens[at].is_word or at in sentence.quantity_at:
        return False
    if at == 0 or is_new_line(sentence, at):
        return True
    return sentence.tokens[at - 1].text in _STOPS


def _in_series(sentence: Sentence, quantity: Quantity) -> TriggerMatch | None:
    """Read a series of labels without marks, of at least two: "KIA 2,000 WIA 4,000"."""
    label = match = sentence.trigger_at.get(quantity.first - 1)
    if match is None:
        return None
    following = sentence.trigger_at.get(quantity.last + 1)
    several = following is not None and following.last + 1 in sentence.quantity_at
    nth = sentence.quantity_at[quantity.first]
    for before in reversed(sentence.quantities[max(0, nth - _LISTED) : nth]):
        if label is None or before.last != label.first - 1:
            break
        several, label = True, sentence.trigger_at.get(before.first - 1)
    return match if several and label is not None and _begins(sentence, label.first) else None


def labels_next(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether the word after a number is the label of the next number."""
    match = sentence.trigger_at.get(quantity.last + 1)
    if match is None:
        return False
    mark = match.last + 1
    marked = mark < len(sentence.tokens) and sentence.tokens[mark].text in _MARKS
    return mark in sentence.quantity_at or (marked and mark + 1 in sentence.quantity_at)


def is_new_line(sentence: Sentence, at: int) -> bool:
    """Return whether a token is the first of its line."""
    return at > 0 and "\n" in sentence.text[sentence.tokens[at - 1].end : sentence.tokens[at].start]
