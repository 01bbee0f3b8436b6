"""People whom two figures count: "39 civilians were killed and 78 injured"."""

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.figures.compared_numbers import is_comparison
from kursk_tui.drafting.figures.coordination import continues_list
from kursk_tui.drafting.figures.measure_resolution import HELD
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, DETERMINERS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying

_MORE = frozenset({"another", "further", "additional", "others", "more"})

_SAFE = frozenset({"rescued", "freed", "evacuated"})
"""Measures of people who are not among the dead that the sentence counts."""

EMPTY = word_set("drafting", "populations", "empty")

_BREAKS = frozenset(
    {";", "but", "while", "whereas", "although", "though", "that", "there", "—", "--"}
)

_SHARED = 14
"""The most words between two numbers that count the same people."""


def is_shared(sentence: Sentence, before: Case, case: Case) -> bool:
    """Return whether two numbers count the same people: "39 civilians died and 78 were hurt"."""
    if before.population is None or before.reason is not None or case.noun.kind == "unknown":
        return False
    if before.whole is case:  # nine soldiers died, bringing the toll to 45
        general = _words_of(sentence, before) in ("people", "persons")
        return general or _refers_back(sentence, before)
    if _are_bodies(case) and _are_safe(before):
        return False  # saved 61 migrants and found four bodies
    between = range(before.quantity.last + 1, case.quantity.first)
    if _is_same_count(sentence, case):
        compared = is_comparison(sentence, case.quantity)
        return compared or not any(_says(sentence, at) for at in between)
    measured = before.noun.kind == "measure" and sentence.lower(before.noun.end + 1) in BE
    measured = measured and not _are_captives(before)
    if measured or sentence.lower(before.quantity.last + 1) in BE:
        return False  # 23 were women, and six have yet to be identified
    first = case.noun.noun if case.noun.kind == "people" else -1
    if first >= 0 and sentence.lower(first) not in EMPTY:
        return False
    if (before.noun.kind == "thing") != (case.noun.kind == "thing"):
        return False
    again = case.noun.kind == "bare" and sentence.lower(case.quantity.first - 1) == ";"
    if _refers_back(sentence, case) or again:  # 168 civilians were detained; 33 have been freed
        return len(between) <= 2 * _SHARED
    if len(between) > _SHARED:
        return False
    for at in between:
        if at + 1 == case.quantity.first and sentence.lower(at) == ";":
            continue
        if sentence.lower(at) in _BREAKS:
            return False
        if _says(sentence, at) and "subset" not in case.flags:  # of whom we believe 5,500
            return False
    return not _has_subject(sentence, before, case)


def _is_same_count(sentence: Sentence, case: Case) -> bool:
    """Read "in 2029 it was 31", "134 soldiers have fallen, compared with 210 last year"."""
    if case.noun.kind != "bare" or case.found is None:
        return False
    return case.found.rule == "figure/echo" or is_comparison(sentence, case.quantity)


def is_mixed(sentence: Sentence, first: Case, last: Case) -> bool:
    """Return whether a list goes on with others than before: "12 soldiers and 3 nurses"."""
    if _words_of(sentence, first) in (None, _words_of(sentence, last)) or "subset" in last.flags:
        return False
    return continues_list(sentence, first.noun, last.quantity)


def _words_of(sentence: Sentence, case: Case) -> str | None:
    return None if case.population is None else sentence.text[slice(*case.population)]


def _are_captives(case: Case) -> bool:
    """Return whether a noun that states a measure names people as well: "seventeen hostages"."""
    return case.noun.trigger is not None and case.noun.trigger.entry.measure in HELD


def _are_bodies(case: Case) -> bool:
    """Return whether a noun for the dead follows a number: "four bodies"."""
    dead = case.found is not None and case.found.measure == "killed"
    return dead and case.noun.kind == "measure"


def _are_safe(case: Case) -> bool:
    """Return whether a number counts those saved: "61 migrants rescued", "eight survivors"."""
    measure = case.found.measure if case.found is not None else ""
    return measure in _SAFE or (measure == "survivors" and case.noun.kind == "measure")


def _refers_back(sentence: Sentence, case: Case) -> bool:
    """Return whether the words of a number refer to those before: "another 12", "12 others"."""
    first = case.quantity.first
    words = sentence.row(first, case.quantity.number.first)
    if sentence.row(first - 3, first) in (["on", "top", "of"], [",", "besides"]):
        return True
    if sentence.row(first - 3, first) == ["in", "addition", "to"]:
        return True
    return bool(_MORE & {*words, sentence.lower(case.quantity.last + 1)})


def _says(sentence: Sentence, at: int) -> bool:
    """Return whether a verb of saying is at a token, but not "were reported killed"."""
    speaks = sentence.lower(at) in saying().asserting_forms and at not in sentence.trigger_at
    return speaks and sentence.lower(at - 1) not in BE


def _has_subject(sentence: Sentence, before: Case, case: Case) -> bool:
    """Return whether another subject comes between: "39 civilians died and Orvia lost 78"."""
    for at in range(before.noun.end + 1, case.quantity.first):
        if sentence.lower(at) in ("and", ",") and at + 1 < case.quantity.first:
            following = sentence.tokens[at + 1]
            if following.capital and following.is_word and not sentence.in_date[at + 1]:
                return True
            verb = sentence.trigger_at.get(case.quantity.first - 1)
            if following.lower in DETERMINERS and verb is not None and verb.side == "right":
                return True
    return False
