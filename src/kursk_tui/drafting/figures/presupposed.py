"""Figures that a sentence takes for granted although it asserts nothing: "the 12 dead"."""

from bisect import bisect_left

from kursk_tui.drafting.figures.reports import opens_content
from kursk_tui.drafting.findings import FigureFinding
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import AUXILIARIES, RELATIVES
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying

_ALLEGING = word_set("drafting", "assertion", "alleging")
_RELATIVES = RELATIVES | {"where"}
_DEFINITE = frozenset({"the", "these", "those"})
_NEAR = 5


def is_presupposed(sentence: Sentence, first: int, figure: FigureFinding) -> bool:
    """Return whether "the fire that killed 12" takes a figure for granted.

    The words that assert nothing end before token `first`.
    """
    at = _token(sentence, figure) - 1
    while at >= first and sentence.lower(at) not in _RELATIVES:
        if not sentence.tokens[at].is_word and at not in sentence.quantity_at:
            return False
        at -= 1
    noun = at - (sentence.lower(at - 1) == ",")
    named = sentence.lower(noun - 1)
    if at < first or opens_content(sentence, at) or named in saying().asserting_forms:
        return False
    return noun - 3 >= first - 1 and "the" in sentence.row(noun - 3, noun)


def is_known(sentence: Sentence, figure: FigureFinding) -> bool:
    """Return whether "the 12 dead" takes a figure for granted; "the 12 killings alleged" does not.

    "No evidence that the 3,000 soldiers have arrived" takes none for granted either.
    """
    at = _token(sentence, figure)
    if sentence.lower(at - 1) not in _DEFINITE or not figure.evidence:
        return False
    end = max(last for _, last in figure.evidence)
    following = bisect_left(sentence.tokens, end, key=lambda token: token.start)
    match = sentence.trigger_at.get(following - 1)
    if match is not None and (match.finite or match.trigger.use in ("befall", "act")):
        return False
    within = sentence.row(at, following)
    alleged = _ALLEGING.intersection(sentence.row(at, following + 2))
    if sentence.lower(following) in ("that", "which"):  # the 40 deaths that rebels speak of
        alleged |= saying().speaking_forms.intersection(sentence.row(following, following + _NEAR))
    return not (alleged or AUXILIARIES.intersection(within) or "," in within)


def _token(sentence: Sentence, figure: FigureFinding) -> int:
    return bisect_left(sentence.tokens, figure.start, key=lambda token: token.start)
