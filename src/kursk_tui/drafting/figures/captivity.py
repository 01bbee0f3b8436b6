"""Captives and displaced people of whom a verb says more: exchanged, escaped, registered."""

from kursk_tui.drafting.figures.counted_noun import Counted
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.lexicon import word_set

SAVED = frozenset({"stranded", "trapped"})
"""Measures of people who are rescued, if a later verb says so."""

_JAILS = word_set("drafting", "triggers", "jails")
_EXCHANGES = word_set("drafting", "triggers", "exchanges")


def end_of_captivity(
    sentence: Sentence, found: ResolvedMeasure, state: str
) -> ResolvedMeasure | None:
    """Return what "exchanged 90 prisoners" or "14 prisoners escaped" says: no longer captured."""
    if found.measure == "freed":
        return found if state == "captured" else None
    if found.tier != "beside" or _is_registered(sentence, found):
        return None
    if state == "captured" and came_home(found):
        return freed(found)
    leaves = state == "displaced" or (state == "captured" and found.rule == "measures/escape")
    return found if leaves else None


def came_home(found: ResolvedMeasure) -> bool:
    """Return whether people were exchanged or came home, which only captives do."""
    return found.rule == "measures/exchange"


def freed(found: ResolvedMeasure) -> ResolvedMeasure:
    """Return that captives are free, as a guess."""
    return found._replace(measure="freed", tier="guess", weak=True)


def freed_in_exchange(sentence: Sentence, found: ResolvedMeasure) -> ResolvedMeasure:
    """Read "in an exchange of prisoners, 90 soldiers came home", and leave all else as it is."""
    match = found.match
    if match is None or not came_home(found):
        return found
    home = match.finite or match.trigger.use == "befall"  # not the two sides that exchanged 90
    tells = not _EXCHANGES.isdisjoint(sentence.row(0, match.first))
    return freed(found) if home and tells else found


def _is_registered(sentence: Sentence, found: ResolvedMeasure) -> bool:
    """Return whether people are only counted: "registered 18,900 displaced persons"."""
    return found.match is not None and sentence.lower(found.match.first) == "registered"


def are_convicts(sentence: Sentence, noun: Counted) -> bool:
    """Read "eighty prisoners were moved to other jails": nobody has captured them."""
    if noun.kind != "measure" or sentence.row(noun.noun, noun.end + 1) != ["prisoners"]:
        return False
    return any(token.lower in _JAILS for token in sentence.tokens)
