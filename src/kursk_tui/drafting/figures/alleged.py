"""Figures that reports allege: "40 unconfirmed deaths", "unconfirmed reports of 40 dead"."""

from collections.abc import Iterator

from kursk_tui.drafting.figures.reports import (
    REPORTS,
    TURNS,
    UNCONFIRMED,
    content_of,
    end_of_content,
)
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import DETERMINERS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.qualifiers import Quantity

_PICTURES = word_set("drafting", "assertion", "pictures")
_DOUBTFUL = word_set("drafting", "assertion", "doubtful")
_KINDS_OF_REPORTS = word_set("drafting", "assertion", "kinds_of_reports")
_CASES = frozenset({"case", "cases"})


def is_alleged(sentence: Sentence, quantity: Quantity) -> bool:
    """Read "40 unconfirmed deaths", "an alleged 40 deaths"; "40 suspected cases" are counted."""
    doubtful = UNCONFIRMED | _DOUBTFUL
    at = quantity.last + 1
    at += sentence.lower(at) in ("other", "more", "further", "additional")
    counted = sentence.trigger_at.get(at + 1)
    named = counted is not None and counted.side == "noun"  # not 17 suspected traffickers
    return named and sentence.lower(at) in doubtful and sentence.lower(at + 1) not in _CASES


def of_unconfirmed_reports(sentence: Sentence, at: int) -> Iterator[tuple[int, int]]:
    """Yield what "unconfirmed reports" say: after them, and before "according to" them."""
    noun = at + 1
    while sentence.lower(noun) in _KINDS_OF_REPORTS:
        noun += 1
    if sentence.lower(noun) not in REPORTS | _PICTURES or content_of(sentence, noun) is not None:
        return
    start = at - (sentence.lower(at - 1) in DETERMINERS)
    cited = sentence.row(start - 2, start) == ["according", "to"]
    cited = cited or sentence.lower(start - 1) in ("citing", "quoting")
    if cited or sentence.lower(noun + 1).isalpha():
        yield noun + 1, end_of_content(sentence, noun)
    if cited:
        turns = [back for back in range(start) if sentence.lower(back) in TURNS]
        yield turns[-1] + 1 if turns else 0, start
