"""Parts of the cases of a disease by their status: "118 are confirmed and 29 probable"."""

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.figures.cases_of_disease import case_status, status_of_elided_cases
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, HAVE, OF_THEM, is_adverb
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.qualifiers import Quantity

_MAY_DIE = frozenset({"casualties", "wounded"})
_FATAL = word_set("drafting", "figures", "fatal")
_CLASSIFYING = word_set("drafting", "cases", "classifying")


def status_of(sentence: Sentence, before: Case | None, case: Case) -> ResolvedMeasure | None:
    """Return the measure of a part of cases: "147 cases (118 confirmed and 29 probable)"."""
    own = case.found if "subset" in case.flags else None
    found = before.found if before is not None and before.found is not None else own
    if found is None or not (found.measure.endswith("cases") or found.measure in _MAY_DIE):
        return None
    at = _predicate(sentence, case.quantity)
    if sentence.lower(at) in _FATAL:  # nine of them fatal
        return found._replace(measure="killed", tier="clause")
    if not found.measure.endswith("cases"):
        return None
    if sentence.lower(at) in ("laboratory", "lab"):  # 17 were laboratory-confirmed
        at += 2
    word = case_status(sentence, at)
    return found._replace(measure=f"{word}-cases", tier="clause") if word else None


def of_elided_cases(sentence: Sentence, quantity: Quantity) -> ResolvedMeasure | None:
    """Return the measure of a number whose "cases" comes later: "74 confirmed and 9 probable"."""
    word = status_of_elided_cases(sentence, quantity.last + 1)
    return ResolvedMeasure(f"{word}-cases", "measures/case", "clause", "noun") if word else None


def _predicate(sentence: Sentence, quantity: Quantity) -> int:
    """Return the token after "of them have so far been" or "are classified as"."""
    at = quantity.last + 1
    at += 2 * (sentence.row(at, at + 2) in OF_THEM)
    while sentence.lower(at) in BE | HAVE | _CLASSIFYING or is_adverb(sentence.lower(at)):
        at += 1
    return at
