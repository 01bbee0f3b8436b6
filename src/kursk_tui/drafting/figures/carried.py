"""Counts that stand apart from what they count: "the ministry acknowledges nine", "in June 67"."""

from kursk_tui.drafting.figures.breakdowns import is_more
from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.figures.modality import rate_after
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, HAVE, is_adverb
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.english.qualifiers import Quantity

_CORRECTING = word_set("drafting", "figures", "correcting") | {"raised", "cut", "reduced"}
_RECORDED = word_set("drafting", "figures", "recorded")
_TOTALS = word_set("drafting", "periods", "totals") | word_set("drafting", "figures", "totals")
_COUNTS = word_set("numbers", "words", "nouns_for_a_count")
_SEEING = word_set("drafting", "figures", "seeing")
_PUTTING = word_set("drafting", "figures", "putting")
_SECONDS = word_set("drafting", "figures", "seconds")
_TIMES = frozenset({"in", "on", "during"})
_REST = frozenset({"others", "rest", "remainder"})
_MAKING_A_TOTAL = ["making", "a", "total", "of"]
_NAME = 5
"""The most words in the name of a source and the comma before it."""

_LONGEST = 30
"""The most words between "bringing the total" and the number."""


def is_carried(sentence: Sentence, last: Case, case: Case) -> bool:
    """Return whether a number counts what the last figure of the sentence counts."""
    quantity = case.quantity
    if _is_rest(sentence, quantity):
        return True
    if case.noun.kind != "bare":
        return False
    return (
        _is_recorded(sentence, last, quantity)
        or _is_new_total(sentence, quantity)
        or sentence.lower(quantity.first - 1) in _SEEING
        or _makes(sentence, quantity)
        or _is_corrected_to(sentence, quantity)
        or _is_put_at(sentence, last, quantity)
        or _repeats_preposition(sentence, last, quantity)
        or _is_rate_of(sentence, last, quantity)
        or _is_of_second_source(sentence, last, quantity)
        or _is_of_next_time(sentence, last, quantity)
    )


def _is_recorded(sentence: Sentence, last: Case, quantity: Quantity) -> bool:
    """Read "another 22 were recorded in Belm", and of cases and deaths "in June 67 were"."""
    at = quantity.last + 1
    if sentence.lower(at) not in BE or sentence.lower(at + 1) not in _RECORDED:
        return False
    return is_more(sentence, quantity) or last.noun.kind == "measure"


def _is_rest(sentence: Sentence, quantity: Quantity) -> bool:
    """Read "the others were five soldiers", "the rest, 18 in all"."""
    verb = quantity.first - 1
    linked = sentence.lower(verb) in BE or sentence.lower(verb) == ","
    return linked and sentence.lower(verb - 1) in _REST and sentence.lower(verb - 2) == "the"


def _is_new_total(sentence: Sentence, quantity: Quantity) -> bool:
    """Read "bringing the total since March to 96,412", "which takes the total to 61"."""
    if sentence.lower(quantity.first - 1) != "to":
        return False
    first = max(0, quantity.first - _LONGEST)
    for at in range(quantity.first - 2, first - 1, -1):
        if sentence.lower(at) in _TOTALS:
            return not _COUNTS.isdisjoint(sentence.row(at + 1, at + 4))
        if sentence.lower(at) in (";", ":"):
            return False
    return False


def _is_corrected_to(sentence: Sentence, quantity: Quantity) -> bool:
    """Read "gave the number as 21 and corrected this to 19", "61 dead, lowered to 58"."""
    if sentence.lower(quantity.first - 1) != "to":
        return False
    for at in range(quantity.first - 2, max(-1, quantity.first - 2 - _NAME), -1):
        if sentence.lower(at) in _CORRECTING:
            return True
        if at in sentence.quantity_at or at in sentence.trigger_at:
            return False
        if not sentence.tokens[at].is_word:
            return False
    return False


def _is_put_at(sentence: Sentence, last: Case, quantity: Quantity) -> bool:
    """Read "30 were killed, a figure the ministry puts at 12", "deaths, which police put at 9"."""
    at = quantity.first - 1
    if sentence.lower(at) != "at" or sentence.lower(at - 1) not in _PUTTING:
        return False
    between = {*sentence.row(last.quantity.last + 1, at)}
    return not (_COUNTS | {"toll", "which"}).isdisjoint(between)


def _makes(sentence: Sentence, quantity: Quantity) -> bool:
    """Read "making 62 for the week", "making it 62", "making a total of 62"."""
    row = sentence.row(quantity.first - 4, quantity.first)
    return row[-1:] == ["making"] or row[-2:] == ["making", "it"] or row == _MAKING_A_TOTAL


def _repeats_preposition(sentence: Sentence, last: Case, quantity: Quantity) -> bool:
    """Read "stood at 120 last year and at 80 the year before"."""
    before = sentence.lower(last.quantity.first - 1)
    row = sentence.row(quantity.first - 2, quantity.first)
    return before in ("at", "to", "of") and row == ["and", before]


def _is_rate_of(sentence: Sentence, last: Case, quantity: Quantity) -> bool:
    """Read "34,870 casualties, roughly 1,160 a day"."""
    between = sentence.row(last.quantity.last + 1, quantity.first)
    return between in ([","], ["or"], [",", "or"]) and rate_after(sentence, quantity.last + 1)


def _is_of_next_time(sentence: Sentence, last: Case, quantity: Quantity) -> bool:
    """Read "in the first week 40 died; in the second, 61"."""
    end, at = quantity.last + 1, quantity.first - 1
    if end < len(sentence.tokens) and sentence.tokens[end].is_word:
        return False
    at -= sentence.lower(at) == ","
    first = at
    while first > last.quantity.last and first > at - _NAME and sentence.lower(first) not in _TIMES:
        if not (sentence.in_date[first] or sentence.lower(first) in _SECONDS | {"the"}):
            return False
        first -= 1
    timed = sentence.lower(first) in _TIMES and first < at
    return timed and sentence.lower(first - 1) in (";", ",", "and", "but")


def _is_of_second_source(sentence: Sentence, last: Case, quantity: Quantity) -> bool:
    """Read "villagers said 60 had been killed, an aid group 75"."""
    end, comma = quantity.last + 1, quantity.first - 1
    closed = end >= len(sentence.tokens) or not sentence.tokens[end].is_word
    if not closed or sentence.lower(quantity.first - 1) not in saying().source_nouns:
        return False
    while comma > last.quantity.last and sentence.lower(comma) != ",":
        comma -= 1
    said = sentence.row(0, last.quantity.first)
    near = quantity.first - comma <= _NAME and comma > last.quantity.last
    return near and not saying().asserting_forms.isdisjoint(said)


def refers_to_sentence_before(sentence: Sentence, quantity: Quantity) -> bool:
    """Read, as a guess, "the ministry acknowledges nine", which states no measure of its own."""
    end = quantity.last + 1
    closed = end >= len(sentence.tokens) or not sentence.tokens[end].is_word
    if sentence.row(quantity.first - 2, quantity.first) == ["it", "at"]:
        return sentence.lower(quantity.first - 3) in _PUTTING  # the ministry put it at 39
    verb = quantity.first - 1
    verb -= sentence.lower(verb) == "to" and sentence.lower(verb - 1).startswith("admit")
    return closed and sentence.lower(verb) in saying().asserting_forms


def confirmed_part(sentence: Sentence, quantity: Quantity, measure: str) -> str | None:
    """Return the measure of "confirmation was obtained for 604 of them" after cases, or None."""
    if not measure.endswith("cases"):
        return None
    if sentence.lower(quantity.first - 1) == "for":
        near = sentence.row(quantity.first - 6, quantity.first)
        return "confirmed-cases" if "confirmation" in near else None
    at = quantity.last + 1
    while sentence.lower(at) in BE | HAVE | {"so", "far"} or is_adverb(sentence.lower(at)):
        at += 1
    passive = sentence.lower(at) == "confirmed" and sentence.lower(at - 1) in BE
    return "confirmed-cases" if passive else None
