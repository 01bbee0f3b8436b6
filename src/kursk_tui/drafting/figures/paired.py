"""Two numbers compared with two: "11 attacks and 58 people seized, against four and 23"."""

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.figures.compared_numbers import is_comparison
from kursk_tui.drafting.figures.coordination import is_gapped
from kursk_tui.drafting.sentence import Sentence

_LONGEST = 12
"""The most words between the first two numbers, and between these and the others."""


def take_in_pairs(sentence: Sentence, cases: list[Case]) -> None:
    """Give each of two compared numbers the measure of its place in the pair before."""
    for nth in range(2, len(cases) - 1):
        one, other, third, fourth = cases[nth - 2 : nth + 2]
        if not (third.is_open and fourth.is_open and _is_bare(third) and _is_bare(fourth)):
            continue
        if sentence.row(third.quantity.last + 1, fourth.quantity.first) != ["and"]:
            continue
        compared = is_comparison(sentence, third.quantity) and _is_pair(sentence, one, other)
        if not compared and not _is_gapped_pair(sentence, one, other, third):
            continue
        _take(one, third)
        _take(other, fourth)


def _is_bare(case: Case) -> bool:
    return case.noun.kind == "bare"


def _is_pair(sentence: Sentence, one: Case, other: Case) -> bool:
    between = sentence.row(one.quantity.last + 1, other.quantity.first)
    return between[-1:] == ["and"] and len(between) <= _LONGEST and not _is_bare(other)


def _is_gapped_pair(sentence: Sentence, one: Case, other: Case, third: Case) -> bool:
    """Read "Arda has 74 confirmed and nine probable cases, Belm 31 and 11"."""
    if one.found is None or other.found is None or one.found.measure == other.found.measure:
        return False
    joined = "and" in sentence.row(one.quantity.last + 1, other.quantity.first)
    noun, end = other.noun, other.noun.end
    if sentence.lower(end + 1) == "of":  # three suspected cases of cholera, Belm seven and two
        while end < third.quantity.first and sentence.tokens[end + 1].is_word:
            end += 1
    return joined and is_gapped(sentence, noun._replace(end=end), third.quantity)


def _take(before: Case, case: Case) -> None:
    if before.reason is None and before.found is not None:
        case.take(before.found._replace(tier="clause"))
    else:
        case.reason = before.reason or "compared with a number that counts no people"
