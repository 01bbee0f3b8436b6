"""Where a sentence compares something with a date: "than in 2029", "twice that of April"."""

from itertools import pairwise

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.function_words import DETERMINERS, NEGATIONS, RELATIVES
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.tokens import Phrases

_COMPARISONS = Phrases(
    (words, True) for words in sorted(word_set("drafting", "dates", "comparisons"))
)
_AGAINST = word_set("drafting", "dates", "against")
_SUPERLATIVES = word_set("drafting", "dates", "superlatives")
_ORDINALS = word_set("drafting", "dates", "ordinals")
_SEEN = word_set("drafting", "dates", "seen")
_UNSEEN = word_set("drafting", "dates", "unseen")
_MULTIPLES = word_set("drafting", "dates", "multiples")
_MORE_OR_LESS = _MULTIPLES | word_set("drafting", "dates", "exceeding")
_BEYOND = word_set("drafting", "dates", "exceeding") - {"on", "over", "under", "than"}
_LEVELS = word_set("drafting", "dates", "levels")
_CHANGING = word_set("drafting", "dates", "changing")
BEFORE_DATES = frozenset(("on", "in", "of", "from", "late", "early", "at", "during"))
_BEFORE_YEARS = BEFORE_DATES | {"all", "the", "whole", "entire"}
ENDS_CLAUSE = frozenset(",;:()")
FAR = 14
_SUPERLATIVE_WITHIN = 12
_THAN_WITHIN = 5
_CHANGE_WITHIN = 7
_NEAR = 4
_OF_THIS_KIND = word_set("drafting", "dates", "of_this_kind") | {"sort", "type"}
_LIKE_THIS = _OF_THIS_KIND | {"like", "so", "as", "that", "this", "it", "levels", "numbers"}
_THESE = frozenset(("its", "their", "this", "that", "the", "any"))
_SO_MANY = frozenset((one, many) for one in ("so", "as", "that") for many in ("many", "much"))
_SHARES = frozenset(("cent", "percent", "%"))
_TIMES = frozenset(("early", "late", "recently", "long", "far", "soon", "back"))
"""Words for a time between "as" and "as": "as early as in 2029"."""


def compares(sentence: Sentence, at: int) -> bool:
    """Return whether a comparison begins at a token: "compared with", "against 40"."""
    if sentence.lower(at) in _AGAINST:
        return at + 1 in sentence.quantity_at  # not "an offensive against Holm"
    return _COMPARISONS.starting(sentence.tokens, at) is not None


def is_extreme_since(sentence: Sentence, since: int) -> bool:
    """Return whether something is the most, or new, since a date: "the deadliest since 2029"."""
    word = sentence.lower(since - 1)
    if word in _UNSEEN or word == "not":
        return True  # not since 2029 had so many died
    seen = _SEEN.intersection(sentence.row(since - _NEAR, since))
    if seen and (NEGATIONS | {"no"}).intersection(sentence.row(since - 2 * _NEAR, since)):
        return not _was_last_seen(sentence, since)
    if "no" in sentence.row(0, since) and _SO_MANY.intersection(
        pairwise(sentence.row(since - 2 * _NEAR, since))
    ):
        return True  # no attack has killed so many since 2029
    if _is_of_relative(sentence, since):
        return False
    within = _NEAR if word in _LEVELS else _SUPERLATIVE_WITHIN  # not "first dead … total since"
    return any(_is_superlative(sentence, at) for at in _back(sentence, since, within, ";:"))


def _is_of_relative(sentence: Sentence, since: int) -> bool:
    """Read "a front that has barely moved since August", with "since" in a clause of its own."""
    row = sentence.row(since - 2 * _NEAR, since)
    relative = max((nth for nth, word in enumerate(row) if word in RELATIVES), default=None)
    if relative is None or row[relative + 1 : relative + 2] not in (["has"], ["have"], ["had"]):
        return False
    return relative > 0 and row[-1] != "been" and len(row) - relative > 2


def _is_superlative(sentence: Sentence, at: int) -> bool:
    if sentence.lower(at) in _ORDINALS:
        return sentence.lower(at + 1) == "such"  # the third such incident since 2029
    return (
        sentence.lower(at) in _SUPERLATIVES
        and (sentence.lower(at + 1) != "of" or _is_of_its_kind(sentence, at + 2))
        and not sentence.in_date[at]
        and not _qualifies(sentence, at)
    )


def _was_last_seen(sentence: Sentence, since: int) -> bool:
    """Read "the teams have not been seen since March", which compares nothing."""
    row = sentence.row(since - 2 * _NEAR, since)
    passive = row[-2:-1] == ["been"] and "no" not in row
    return passive and _LIKE_THIS.isdisjoint(row)


def _is_of_its_kind(sentence: Sentence, at: int) -> bool:
    """Return whether "its kind" follows "the worst of", and not "the dead" after "most of"."""
    return sentence.lower(at) in _THESE and sentence.lower(at + 1) in _OF_THIS_KIND


def measure_start(sentence: Sentence, found: DateRange) -> int | None:
    """Return where the measure that a date gives begins, or None if it gives none.

    The measures are "twice that of 2029", "as many as in 2029", "double the number recorded in
    2029", "than the 40 killed in 2029" and "up by 300 from 2030".
    """
    first = found.first
    at = first - 1
    while sentence.lower(at) in _BEFORE_YEARS:
        at -= 1
    if sentence.lower(at) in ("that", "those") and sentence.lower(at + 1) in ("of", "in"):
        near = [back for back in range(at - 3, at) if sentence.lower(back) in _MORE_OR_LESS]
        return near[0] if near else None
    if sentence.lower(first - 1) == "(" and sentence.lower(found.last + 1) == ":":
        return first - 1  # 40 deaths (April 2030: 31)
    if sentence.lower(at) == "as" and at < first - 1:
        return at if _is_likened(sentence, at) else None
    than = _than_the(sentence, first)
    return than if than is not None else _level(sentence, first) or _change(sentence, found)


def _than_the(sentence: Sentence, first: int) -> int | None:
    for at in _back(sentence, first, FAR, ENDS_CLAUSE):
        word = sentence.lower(at)
        if word == "than" and not _qualifies(sentence, at):
            return at if sentence.lower(at + 1) in DETERMINERS else None
        if word in _BEYOND and sentence.lower(at + 1) == "the" and at + 2 in sentence.quantity_at:
            return at  # well below the 40 recorded in 2029
    return None


def _level(sentence: Sentence, first: int) -> int | None:
    """Read "double the number recorded in 2029", "exceed the toll for 2029"."""
    at = first - 1
    while sentence.lower(at) in BEFORE_DATES | {"for", "the"}:
        at -= 1
    noun = at if sentence.lower(at) in _LEVELS else at - 1
    if at == first - 1 or sentence.lower(noun) not in _LEVELS:
        return None
    the = next(
        (back for back in range(noun - 1, noun - _NEAR, -1) if _is_article(sentence, back)), 0
    )
    measure = the - 1 - (sentence.lower(the - 1) == "of" and the > 1)
    word = sentence.lower(measure) if the else ""
    if word in _MULTIPLES or (word in _MORE_OR_LESS and not _qualifies(sentence, measure)):
        return measure
    return the if sentence.lower(the + 1) == "same" else None


def _is_article(sentence: Sentence, at: int) -> bool:
    return sentence.lower(at) in DETERMINERS


def _is_likened(sentence: Sentence, at: int) -> bool:
    """Read "as in 2029", "as many as in 2029"; not "as early as in 2029", "such as in 2029"."""
    if _qualifies(sentence, at):
        return False
    before = sentence.row(at - 2 * _NEAR, at)
    if not before or not before[-1].isalpha():
        return True
    pairs = pairwise(before)
    return "same" in before or any(one == "as" and other not in _TIMES for one, other in pairs)


def _change(sentence: Sentence, found: DateRange) -> int | None:
    """Read "up by 300 from 2030", "down 12 per cent on March"."""
    is_day = found.start.day is not None or found.start.weekday is not None
    link = found.first - 1 - (sentence.lower(found.first - 1) == "the")
    if sentence.lower(link) not in (("from",) if is_day else ("from", "on")):
        return None
    for at in _back(sentence, link, _CHANGE_WITHIN, ENDS_CLAUSE):
        if sentence.lower(at) in _CHANGING:
            counted = any(at < quantity.first < found.first for quantity in sentence.quantities)
            counted = (
                counted or sentence.lower(at - 1) in _SHARES or at - 1 in sentence.quantity_ends
            )
            return at if counted else None
    return None


def is_after_than(sentence: Sentence, first: int, *, clause: bool) -> bool:
    """Read "than in all of 2029" and, before a clause, "than it had before 24 March"."""
    at = first - 1
    near = range(at, first - _THAN_WITHIN, -1) if clause else ()
    at = next((one for one in near if sentence.lower(one) == "than"), at)
    while sentence.lower(at) in _BEFORE_YEARS:
        at -= 1
    return sentence.lower(at) == "than" and not _qualifies(sentence, at)


def _back(sentence: Sentence, first: int, within: int, ends: frozenset[str] | str) -> range:
    """Return the tokens before one, the nearest first, back to a mark that ends the clause."""
    last = max(-1, first - within)
    for at in range(first - 1, last, -1):
        if sentence.lower(at) in ends:
            return range(first - 1, at, -1)
    return range(first - 1, last, -1)


def _qualifies(sentence: Sentence, at: int) -> bool:
    """Return whether a word belongs to a number: "more than 300", "at most 300"."""
    return any(quantity.first <= at <= quantity.last for quantity in sentence.quantities)
