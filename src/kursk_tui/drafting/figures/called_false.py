"""Words in which a text calls what others say false: "claims of 40 casualties are false"."""

from collections.abc import Iterator
from typing import NamedTuple

from kursk_tui.drafting.figures.reports import (
    NUMBERS,
    REPORTS,
    TURNS,
    content_of,
    end_of_content,
    subject,
)
from kursk_tui.drafting.figures.supposed import opens_with_that
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, HAVE, NEGATIONS
from kursk_tui.english.lexicon import word_set

_FALSE = word_set("drafting", "assertion", "false")
_FANTASIES = word_set("drafting", "assertion", "fantasies")
_REJECTED = word_set("drafting", "assertion", "rejected")
_NAMING = word_set("drafting", "assertion", "naming")
_BASIS = word_set("drafting", "assertion", "basis")
_REBUTTING = word_set("drafting", "assertion", "rebutting")
_WORDS = _REJECTED.union(_FALSE, _FANTASIES, _BASIS, _REBUTTING, ("contrary", "instead", "rather"))
_TRUE = frozenset({"true", "correct"})
_PROVING = frozenset({"proved", "proven", "proves"})
_LONGEST = 30
_NEAR = 4


class Denied(NamedTuple):
    """Tokens `first` to before `end`, which a text calls false."""

    first: int
    end: int


def called_false(sentence: Sentence, at: int) -> Iterator[Denied]:
    """Yield what is called false by the word at a token."""
    word = sentence.lower(at)
    if word not in _WORDS:
        return
    if word in ("contrary", "instead", "rather"):
        yield from _contrary(sentence, at)
    if word in _REBUTTING:
        yield from _rebutted(sentence, at)
    if word in _REJECTED and BE.intersection(sentence.row(at - 3, at)):
        report = None if NEGATIONS.intersection(sentence.row(at - 4, at)) else subject(sentence, at)
        if report is not None:
            yield Denied(report + 1, at)
    if word not in _FALSE | _FANTASIES | _BASIS:
        return
    if word in _FALSE | _FANTASIES and (that := _that_clause(sentence, at)) is not None:
        yield that
        return
    if word not in _BASIS and (name := _naming(sentence, at)) is not None:
        yield Denied(name + 1, at)
        return
    report = at + 1
    while sentence.lower(report) in ("to", "in", "for", "the", "these", "such"):
        report += 1
    if sentence.lower(report) in REPORTS and (opening := content_of(sentence, report)) is not None:
        if (word in _FALSE or sentence.lower(at - 1) == "no") and opening + 1 < len(
            sentence.tokens
        ):
            yield Denied(opening + 1, end_of_content(sentence, opening, report))
        return
    if _is_predicate(sentence, at) and (report_before := subject(sentence, at)) is not None:
        yield Denied(report_before + 1, at)


def _that_clause(sentence: Sentence, at: int) -> Denied | None:
    """Read "it is a myth that 40 died", "that 40 died is a lie"."""
    before = sentence.row(at - 4, at)
    negated = bool(NEGATIONS.intersection(before)) != (sentence.lower(at) in _TRUE)
    if negated or not BE.intersection(before):
        return None
    if sentence.lower(at + 1) == "that" and "it" in before and at + 2 < len(sentence.tokens):
        return Denied(at + 2, end_of_content(sentence, at + 1))
    return Denied(1, at) if opens_with_that(sentence, at) else None


def _contrary(sentence: Sentence, at: int) -> Iterator[Denied]:
    """Read "contrary to reports that 40 had died, 12 did", "instead of 40 dead there were 12"."""
    if sentence.lower(at) != "contrary":
        number = sentence.quantity_at.get(at + 2)
        if sentence.lower(at + 1) in ("of", "than") and number is not None:
            yield Denied(at + 2, sentence.quantities[number].last + 1)
    elif sentence.lower(at + 1) == "to":
        comma = next((one for one in range(at, at + _LONGEST) if sentence.lower(one) == ","), at)
        if comma > at + 2:
            yield Denied(at + 2, comma)


def _rebutted(sentence: Sentence, at: int) -> Iterator[Denied]:
    """Yield what is corrected: "wishes to correct reports that 40 prisoners escaped"."""
    if NEGATIONS.intersection(sentence.row(at - 3, at)):
        return
    for noun in range(at + 1, at + _NEAR):
        if sentence.lower(noun) in REPORTS:
            opening = content_of(sentence, noun)
            if opening is not None and opening + 1 < len(sentence.tokens):
                yield Denied(opening + 1, end_of_content(sentence, opening))
            return


def _naming(sentence: Sentence, at: int) -> int | None:
    """Return the verb that names a number as what a token says: "called a toll of 40 a lie"."""
    claimed = False
    for back in range(at - 1, max(-1, at - _LONGEST), -1):
        word = sentence.lower(back)
        if word in TURNS or word in BE:
            return None
        claimed = claimed or word in REPORTS or word in NUMBERS
        if word in _NAMING:
            negated = NEGATIONS.intersection(sentence.row(back - 5, back))
            return back if claimed and not negated else None
    return None


def _is_predicate(sentence: Sentence, at: int) -> bool:
    """Return whether a word says something of the subject: "are false", "have no basis"."""
    if sentence.lower(at) in _BASIS:
        before = sentence.row(at - 2, at)
        return before[-1:] == ["without"] or (before[-1:] == ["no"] and before[0] in HAVE)
    before = sentence.row(at - 4, at)
    negated = bool(NEGATIONS & set(before)) != (sentence.lower(at) in _TRUE)
    return bool((BE | _PROVING) & set(before)) and not negated
