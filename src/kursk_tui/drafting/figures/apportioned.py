"""Parts that follow their whole without a word for it: "45 died, 30 in Holm and 15 in Sul"."""

from collections.abc import Sequence

from kursk_tui.drafting.figures.breakdowns import PLACED
from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.figures.coordination import continues_list
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import AUXILIARIES, SUBORDINATORS

_NEAR = 14
"""The most words between a whole and its first part."""


def is_apportioned(sentence: Sentence, last: Case, case: Case) -> bool:
    """Return whether a number is a part in a place or time: "45 died, 30 in Holm and 15 in Sul"."""
    quantity, whole = case.quantity, last.quantity
    if case.noun.kind != "bare" or sentence.lower(quantity.first - 1) != ",":
        return False
    if sentence.lower(quantity.last + 1) not in PLACED or "subset" in last.flags:
        return False
    between = sentence.row(last.noun.end + 1, quantity.first)
    apart = PLACED | SUBORDINATORS | {";", ":", ",", "and", "or"}
    if len(between) > _NEAR or not apart.isdisjoint(between[:-1]):
        return False
    if _opens_with_place(sentence) and sentence.tokens[quantity.last + 2 :][:1]:
        if sentence.tokens[quantity.last + 2].capital:
            return False  # in Arda 45 died, 30 in Holm
    part, total = quantity.number.value, whole.number.value
    return part is not None and total is not None and part < total


def _opens_with_place(sentence: Sentence) -> bool:
    """Return whether a sentence begins with "In Arda"."""
    named = any(token.capital for token in sentence.tokens[1:2]) and not sentence.in_date[1]
    return named and sentence.lower(0) in PLACED


def add_up(sentence: Sentence, whole: Case, parts: Sequence[Case]) -> bool:
    """Return whether a list makes up the whole: "13 are missing, eight passengers and five crew".

    `parts` are the numbers after the whole; its list ends where one does not continue it.
    """
    total = whole.quantity.number.value
    if whole.noun.kind == "thing" or not total or not parts or "subset" in whole.flags:
        return False
    before = parts[0].quantity.first - 1
    if sentence.lower(before) not in (",", ":", "(", "–", "—") or not parts[0].is_open:
        return False
    if parts[0].quantity.first - whole.quantity.last > _NEAR:
        return False
    rest, last = total, parts[0]
    for part in parts:
        listed = part is last or continues_list(sentence, last.noun, part.quantity)
        if not (listed and part.is_open and part.noun.kind in ("people", "bare")):
            break
        rest, last = rest - (part.quantity.number.value or 0), part
    return rest == 0 and last is not parts[0]


def is_bracketed(sentence: Sentence, last: Case, case: Case) -> bool:
    """Read "39 persons (24 men, nine women and six minors)"."""
    part, total = case.quantity.number.value, last.quantity.number.value
    bracket = case.quantity.first - 1
    if sentence.lower(bracket) != "(" or case.noun.kind not in ("people", "bare"):
        return False
    if case.found is not None and last.found is not None:
        same = case.found.measure == last.found.measure
    else:
        same = case.is_open and last.found is not None and _opens_list(sentence, case)
    near = bracket - last.noun.end <= _NEAR and part is not None and total is not None
    return same and near and (part or 0) < (total or 0)


def _opens_list(sentence: Sentence, case: Case) -> bool:
    """Return whether only numbers and nouns are in the brackets that a number opens."""
    at = case.noun.end + 1
    while sentence.lower(at) not in (")", ""):
        if sentence.lower(at) in AUXILIARIES | SUBORDINATORS or at in sentence.trigger_at:
            return False
        at += 1
    return sentence.lower(case.noun.end + 1) in (",", "and")
