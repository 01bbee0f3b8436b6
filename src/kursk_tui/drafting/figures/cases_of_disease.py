"""Cases of a disease, and their status: confirmed, probable or suspected."""

from collections.abc import Iterable

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.function_words import (
    AUXILIARIES,
    BE,
    HAVE,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)
from kursk_tui.english.lexicon import word_set

_CASES = frozenset({"cases", "case", "caseload"})
_DISEASES = word_set("drafting", "cases", "diseases")
_STATUSES = word_set("drafting", "cases", "statuses")
_NOTIFIED = word_set("drafting", "cases", "notified")
_OF_LAW = word_set("drafting", "cases", "of_law")
_DEATHS = frozenset({"deaths", "death", "fatalities"})
_AFTER_STATUS = (PREPOSITIONS | SUBORDINATORS | {"and"}) - {"of"}
_UNSURE = frozenset({"probable", "suspected"})
_FAR = 30
"""How many words before "118 confirmed" the word "cases" can be."""

_NEAR = 4
"""How many words before "cases" its status and its disease can be."""


def counts_cases(sentence: Sentence, at: int) -> bool:
    """Return whether "cases" at a token are those of a disease, not "12 cases of theft"."""
    if _DISEASES & set(sentence.row(at - _NEAR, at + _NEAR + 1)):
        return True
    if sentence.lower(at + 1) == "of":
        return False
    if sentence.outbreak or status(sentence, at) is not None:
        return True
    if sentence.lower(0) == "of" and not _UNSURE.isdisjoint(sentence.row(at, len(sentence.tokens))):
        return True  # of these cases, 12 are confirmed and 30 suspected
    if names_disease(token.lower for token in sentence.tokens):
        return True
    return _has_parts_or_deaths(sentence, at) or are_only_reported(sentence, at)


def _has_parts_or_deaths(sentence: Sentence, at: int) -> bool:
    """Read "64 cases were reported: 40 confirmed and 24 suspected", "12 cases and three deaths"."""
    for quantity in sentence.quantities:
        after = quantity.last + 1
        if sentence.lower(after) in _DEATHS and abs(after - at) <= _NEAR:
            return True
        after += sentence.lower(after) in BE
        if after > at and sentence.lower(after) in _UNSURE:
            return True
    return False


def are_only_reported(sentence: Sentence, at: int) -> bool:
    """Return whether "cases" at a token are perhaps those of a disease: "187 cases were reported".

    No disease is named; nor are courts, crimes or the police, whose cases they would be.
    """
    if sentence.outbreak or sentence.lower(at + 1) == "of" or sentence.lower(at) != "cases":
        return False
    words = {token.lower.removesuffix("'s") for token in sentence.tokens}
    if not words.isdisjoint(_DISEASES | _OF_LAW) or status(sentence, at) is not None:
        return False
    if _has_parts_or_deaths(sentence, at):
        return False
    verb = at + 1
    while sentence.lower(verb) in BE | HAVE | {"so", "far"} or is_adverb(sentence.lower(verb)):
        verb += 1
    return verb > at + 1 and sentence.lower(verb) in _NOTIFIED


def names_disease(words: Iterable[str]) -> bool:
    """Return whether one of the words, in lower case, is that of a disease."""
    return not _DISEASES.isdisjoint(words)


def status(sentence: AnnotatedSentence, at: int) -> str | None:
    """Return the status before "cases" at a token, or None if it has none."""
    for back in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if sentence.lower(back) in _STATUSES:
            return sentence.lower(back)
        if not sentence.tokens[back].is_word and sentence.tokens[back].text not in "-‑/":
            return None
        if back in sentence.quantity_ends:
            return None
    return None


def case_status(sentence: AnnotatedSentence, at: int) -> str | None:
    """Return the status after a number of cases: "147 cases (118 confirmed)", or None."""
    word, after = sentence.lower(at), sentence.lower(at + 1)
    ends = at + 1 >= len(sentence.tokens) or not sentence.tokens[at + 1].is_word
    ends = ends or after in _AFTER_STATUS
    return word if word in _STATUSES and ends else None


def status_of_elided_cases(sentence: AnnotatedSentence, at: int) -> str | None:
    """Return the status at a token if its noun comes later: "74 confirmed and 9 probable cases"."""
    found, joined = sentence.lower(at), at + 1
    if found not in _STATUSES:
        return None
    while sentence.lower(joined) in ("and", "or", ","):
        joined += 1
        while joined in sentence.quantity_at:
            joined += 1
        if sentence.lower(joined) not in _STATUSES:
            return None
        joined += 1
        if sentence.lower(joined) in _CASES:
            return found
    return None


def is_status(sentence: AnnotatedSentence, at: int) -> bool:
    """Return whether a word is the status of cases: "30 probable cases", "(29 probable)"."""
    if sentence.lower(at) not in _STATUSES:
        return False
    if at - 1 in sentence.quantity_ends and _CASES & set(sentence.row(at - _FAR, at)):
        if case_status(sentence, at) is not None:
            return True
    ahead = range(at + 1, min(at + 1 + _NEAR, len(sentence.tokens)))
    cases = next((nth for nth in ahead if sentence.lower(nth) in _CASES), None)
    return cases is not None and status(sentence, cases) == sentence.lower(at)


def with_status(sentence: Sentence, measure: str, at: int) -> str:
    """Return the measure of cases at a token with their status: "confirmed-cases"."""
    if measure != "cases":
        return measure
    found = status(sentence, at) or _status_after(sentence, at)
    return f"{found}-cases" if found else measure


def _status_after(sentence: Sentence, at: int) -> str | None:
    """Return the status that a clause states: "18 cases of Ebola have been confirmed", or None."""
    at += 1
    if sentence.lower(at) == "of":
        while sentence.lower(at) not in AUXILIARIES and sentence.lower(at).isalpha():
            at += 1
    verb = at
    while sentence.lower(at) in BE | HAVE | {"so", "far"} or is_adverb(sentence.lower(at)):
        at += 1
    return sentence.lower(at) if at > verb and sentence.lower(at) in _STATUSES else None
