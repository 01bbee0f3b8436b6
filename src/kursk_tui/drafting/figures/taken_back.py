"""People of whom a clause takes back what was feared: "13 presumed buried turned out safe"."""

from kursk_tui.drafting.figures.counted_noun import Counted
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.tokens import Phrases

_FEARING = word_set("drafting", "figures", "fearing")
_PROVING = Phrases((word, None) for word in sorted(word_set("drafting", "figures", "proving")))
_NEAR = 6
"""The most words between what was feared and what proved true."""


def is_taken_back(sentence: Sentence, noun: Counted, found: ResolvedMeasure) -> bool:
    """Return whether a measure is only what was feared or believed, and proved wrong."""
    match = found.match
    if match is None or found.side != "after" or match.first <= noun.end:
        return False
    if _FEARING.isdisjoint(sentence.row(noun.end + 1, match.first)):
        return False
    ahead = range(match.last + 1, min(match.last + 1 + _NEAR, len(sentence.tokens)))
    return any(_PROVING.starting(sentence.tokens, at) is not None for at in ahead)
