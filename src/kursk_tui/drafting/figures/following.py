"""Those who do as others did: "27,000 people have left, and 40,000 are expected to follow"."""

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.sentence import Sentence, TriggerMatch
from kursk_tui.english.function_words import AUXILIARIES, is_adverb
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.tokens import Phrases

_FOLLOWING = Phrases((word, None) for word in sorted(word_set("drafting", "figures", "following")))
_BETWEEN = word_set("drafting", "modality", "ahead") | word_set("drafting", "figures", "hedges")
_LONGEST = 6
"""The most words between a number and "to follow"."""


def follow(sentence: Sentence, last: Case, case: Case) -> ResolvedMeasure | None:
    """Return the measure of a number whose verb only repeats that of the last figure, or None."""
    found = last.found
    if found is None or found.match is None or not case.is_open or case.noun.kind == "unknown":
        return None
    at = case.noun.end + 1
    for verb in range(at, at + _LONGEST):
        if (match := _FOLLOWING.starting(sentence.tokens, verb)) is not None:
            end = verb + match[0] - 1
            as_before = TriggerMatch(verb, end, found.match.trigger, "left", finite=True)
            return found._replace(tier="clause", side="after", match=as_before)
        word = sentence.lower(verb)
        if not (word in AUXILIARIES or word in _BETWEEN or is_adverb(word)):
            return None
    return None
