"""Figures that nobody asserts ("no evidence that 40 died") or that are called false."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from kursk_tui.drafting.attribution.negation import negated
from kursk_tui.drafting.attribution.subjects import negative_subject
from kursk_tui.drafting.figures.alleged import is_alleged, of_unconfirmed_reports
from kursk_tui.drafting.figures.called_false import called_false
from kursk_tui.drafting.figures.if_confirmed import (
    CONFIRMING,
    ENDS_OF_CLAUSES,
    clause_start,
    if_confirmed,
)
from kursk_tui.drafting.figures.presupposed import is_known, is_presupposed
from kursk_tui.drafting.figures.reports import (
    NUMBERS,
    OPENS,
    REPORTS,
    RUMOURS,
    UNCONFIRMED,
    content_of,
    end_of_content,
    is_turn,
    subject,
)
from kursk_tui.drafting.figures.supposed import supposed
from kursk_tui.drafting.figures.unsaid import unsaid
from kursk_tui.drafting.findings import FigureFinding, Span
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, DETERMINERS, NEGATIONS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.vocabulary import Modality

_EVIDENCE = word_set("drafting", "assertion", "evidence")
_NOTHING = word_set("drafting", "assertion", "nothing")
_OPEN = word_set("drafting", "assertion", "open")
_DOUBTING = word_set("drafting", "assertion", "doubting")
_SETTLED = word_set("drafting", "assertion", "settled")
_CHECKING = word_set("drafting", "assertion", "checking")
_CHECKS = word_set("drafting", "assertion", "checks")
_FAILING = NEGATIONS | word_set("drafting", "assertion", "failing")
_SHOWING = word_set("drafting", "assertion", "showing")
_WITHSTANDING = word_set("drafting", "assertion", "withstanding")
_TALES = word_set("drafting", "assertion", "tales")
_COMMENTING = word_set("drafting", "assertion", "commenting")
_ALLEGATIONS = word_set("drafting", "assertion", "allegations")
_AWAITING = word_set("drafting", "assertion", "awaiting")
_FEARS = word_set("drafting", "assertion", "fears")
_UNMET = word_set("drafting", "assertion", "unmet")

# Function words and marks of this rule; no other rule uses them as a list.
_PASSIVE = frozenset({"be", "been", "is", "are", "was", "were"})
_REMAINING = frozenset({"remain", "remains", "remained"})
_ASKING = frozenset({"how", "why", "where", "when", "who", "what"})
_HAS_IT = (["has", "it", "that"], ["had", "it", "that"])
_BEHIND = frozenset({"in", "behind", "to"})
_RULING = frozenset({"rule", "ruled", "ruling"})
_NEAR = 5
"""How many words apart the words of one phrase may be: "no evidence was found that"."""


class _Scope(NamedTuple):
    """Tokens `first` to before `end`, in which figures have this modality.

    In a `question` ("not known if 40 died") the negation before it denies nothing. If `everything`,
    not even "the 40 dead" are taken for granted: "if confirmed, the 40 deaths would be the first".
    """

    first: int
    end: int
    modality: Modality
    question: bool = False
    everything: bool = False


def weaken_figures(sentence: Sentence, figures: Iterable[FigureFinding]) -> Iterator[FigureFinding]:
    """Yield the figures of a sentence; those that are not asserted, or called false, are marked."""
    found = list(figures)
    scopes = list(_scopes(sentence)) if found else []
    asserted: set[Span] = set()
    for figure in found:
        inside = [scope for scope in scopes if _contains(sentence, scope, figure)]
        if any(link.of in asserted for link in figure.relations):
            inside = []  # part of what is taken for granted
        asked = any(one.question for one in inside)
        if not inside or (figure.modality == "denied" and not asked):
            asserted.add(figure.span)
            yield figure
        elif any(one.modality == "denied" for one in inside):
            yield replace(figure, modality="denied")
        else:
            flags = tuple(flag for flag in figure.flags if flag != "projected")
            yield replace(figure, modality="not asserted", flags=(*flags, "not asserted"))


def _contains(sentence: Sentence, scope: _Scope, figure: FigureFinding) -> bool:
    if scope.first >= scope.end:
        return False
    last = sentence.tokens[scope.end - 1].end
    if not sentence.tokens[scope.first].start <= figure.start < last:
        return False
    if scope.everything:
        return True
    return not (is_presupposed(sentence, scope.first, figure) or is_known(sentence, figure))


def _scopes(sentence: Sentence) -> Iterator[_Scope]:
    for at, end in if_confirmed(sentence):
        yield _Scope(at, end, "not asserted", everything=True)
    for span in chain(supposed(sentence), unsaid(sentence)):
        yield _Scope(*span, "not asserted", question=True)
    for quantity in sentence.quantities:
        if is_alleged(sentence, quantity):
            yield _Scope(quantity.first, quantity.last + 1, "not asserted")
    for at in range(len(sentence.tokens)):
        yield from (_Scope(*span, "denied") for span in called_false(sentence, at))
        if sentence.lower(at) == "feared" and (one := _last_before(sentence, at)) is not None:
            yield _Scope(one.first, one.last + 1, "not asserted")  # 40 people are feared dead
        if _is_unconfirmed(sentence, at):
            first = subject(sentence, at)
            start = clause_start(sentence, at) if first is None else first + 1
            yield _Scope(start, at, "not asserted")
        elif sentence.lower(at) in UNCONFIRMED:
            reported = of_unconfirmed_reports(sentence, at)
            yield from (_Scope(*span, "not asserted") for span in reported)
        if (opening := _opening(sentence, at)) is not None and opening + 1 < len(sentence.tokens):
            question = sentence.lower(opening) in ("whether", "if", "how")
            question = question or sentence.lower(at) in _DOUBTING  # who doubts denies nothing
            end = end_of_content(sentence, opening, at)
            yield _Scope(opening + 1, end, "not asserted", question)


def _last_before(sentence: Sentence, at: int) -> Quantity | None:
    """Return the number shortly before a token in its clause, or None."""
    for back in range(at - 1, max(-1, at - 1 - 2 * _NEAR), -1):
        if (nth := sentence.quantity_at.get(back)) is not None:
            return sentence.quantities[nth]
        if sentence.lower(back) in ENDS_OF_CLAUSES:
            return None
    return None


def _opening(sentence: Sentence, at: int) -> int | None:
    """Return the token after which nothing is asserted, if a phrase for that begins at a token."""
    word = sentence.lower(at)
    if word == "whether":
        return at
    if word in _DOUBTING and sentence.lower(at + 1) == "that":
        return None if _near_before(sentence, at, _NOTHING) else at + 1
    if word in _OPEN or (word in _SETTLED and _fails(sentence, at)):
        return at + 1 if _asks(sentence, at + 1) else None
    if word == "out" and sentence.lower(at - 1) in _RULING and _near_before(sentence, at, _FAILING):
        return at + 1 if sentence.lower(at + 1) == "that" else None
    if word in _EVIDENCE and _near_before(sentence, at, _NOTHING):
        return _opens(sentence, at)
    if word in RUMOURS | _TALES and sentence.row(at + 1, at + 4) in _HAS_IT:
        return at + 3  # legend has it that
    if word in RUMOURS and sentence.lower(at + 1) in ("that", "of", "about"):
        return at + 1
    if word in _COMMENTING and _fails(sentence, at):
        return _opens_comment(sentence, at)
    if word in saying().answers and _near_before(sentence, at, _NOTHING):
        return _opens_comment(sentence, at)
    if word in _FEARS and sentence.lower(at + 1) == "that":
        return at + 1
    if word in _FEARS and sentence.lower(at + 1) in BE and sentence.lower(at + 2) == "that":
        return at + 2
    if word in _SHOWING and sentence.lower(at + 1) == "that":
        remains = sentence.row(at - 3, at) == ["remains", "to", "be"]
        return at + 1 if remains or _fails(sentence, at) else None
    if word in CONFIRMING and _fails(sentence, at):
        return _opens_after_verb(sentence, at)
    if word in REPORTS:
        checked = _near_before(sentence, at, _CHECKING | UNCONFIRMED)
        if not _BEHIND.isdisjoint(sentence.row(at - 2, at)):  # nothing in the claim that
            checked = checked or _near_before(sentence, at, _NOTHING)
        return content_of(sentence, at) if checked or word in _ALLEGATIONS else None
    return None


def _asks(sentence: Sentence, at: int) -> bool:
    """Return whether "if 40 died" or "how many died" begins; "how 40 died" takes it for granted."""
    many = sentence.lower(at) == "how" and sentence.lower(at + 1) in ("many", "much")
    return sentence.lower(at) == "if" or many


def _opens_comment(sentence: Sentence, at: int) -> int | None:
    """Return the word after which "did not comment on reports that" asserts nothing."""
    for noun in range(at + 1, at + 1 + _NEAR):
        if sentence.lower(noun) in REPORTS:
            return content_of(sentence, noun)
    return None


def _opens(sentence: Sentence, at: int) -> int | None:
    """Return the word that opens what there is no evidence of: "was found that", "of".

    What a report says is opened by its own word: "for the claim, made in London, that".
    """
    for ahead in range(at + 1, at + 1 + _NEAR):
        if sentence.lower(ahead) in OPENS:
            report = ahead + 1 + (sentence.lower(ahead + 1) in DETERMINERS)
            if sentence.lower(report) in REPORTS:
                return content_of(sentence, report) or ahead
            return ahead
        if ahead >= len(sentence.tokens) or not sentence.tokens[ahead].is_word:
            return None
    return None


def _opens_after_verb(sentence: Sentence, at: int) -> int | None:
    """Return the word after which nothing is confirmed: "that", "reports that", "the toll of"."""
    if sentence.lower(at + 1) in ("that", "whether") or _asks(sentence, at + 1):
        return at + 1
    for ahead in range(at + 1, at + 1 + _NEAR):
        match = sentence.trigger_at.get(ahead)
        if sentence.lower(ahead) == "that":  # neither confirmed nor denied that
            return ahead
        if sentence.lower(ahead) in _ASKING:
            return None
        if ahead in sentence.quantity_at:
            return ahead - 1
        if sentence.lower(ahead) in REPORTS:
            return content_of(sentence, ahead)
        if sentence.lower(ahead) in NUMBERS or (match is not None and match.side == "noun"):
            return _opens(sentence, ahead)
        if not (sentence.lower(ahead) in ("'", "’") or _is_plain(sentence.lower(ahead))):
            return None
    return None


def _is_plain(word: str) -> bool:
    return word.replace("'", "").isalpha()


def _fails(sentence: Sentence, at: int) -> bool:
    """Return whether a negation, or "unable to", comes right before a verb or adjective.

    "No agency could confirm" and "could not, despite requests, confirm" fail as well.
    """
    if _near_before(sentence, at, _FAILING):
        return True
    confirms = sentence.lower(at) in CONFIRMING | _SETTLED
    return confirms and bool(negated(sentence, at) or negative_subject(sentence, at))


def _near_before(sentence: Sentence, at: int, words: frozenset[str]) -> bool:
    """Return whether one of the words comes shortly before a token, within its clause."""
    for back in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if sentence.lower(back) in words:
            return True
        apart = not sentence.tokens[back].is_word or is_turn(sentence, back)
        if apart or sentence.lower(back) == "that":
            return False
    return False


def _is_unconfirmed(sentence: Sentence, at: int) -> bool:
    """Return whether a word says that its subject is not confirmed: "have not been confirmed".

    So do "are being investigated" and "is under investigation" of reports, not of events.
    """
    word, before = sentence.lower(at), sentence.row(at - _NEAR, at)
    if word in UNCONFIRMED:
        return bool((BE | _REMAINING) & set(before)) and sentence.lower(at + 1) not in REPORTS
    if word in CONFIRMING:
        return bool(_PASSIVE & set(before)) and _fails(sentence, at)
    if word in _WITHSTANDING and _fails(sentence, at):
        return subject(sentence, at) is not None
    if word in _EVIDENCE and _AWAITING.intersection(before[-1:]):
        return True
    if word in _UNMET:
        return subject(sentence, at) is not None
    checked = (word in _CHECKING and before[-1:] == ["being"]) or (
        word in _CHECKS and before[-1:] == ["under"]
    )
    return checked and subject(sentence, at) is not None
