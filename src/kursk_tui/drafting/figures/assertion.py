"""Figures that nobody asserts ("no evidence that 40 died") or that are called false."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from kursk_tui.drafting.attribution.denials import resumptions
from kursk_tui.drafting.attribution.negation import negated
from kursk_tui.drafting.attribution.subjects import negative_subject
from kursk_tui.drafting.findings import FigureFinding
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, HAVE, NEGATIONS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.vocabulary import Modality

_EVIDENCE = word_set("drafting", "assertion", "evidence")
_NOTHING = word_set("drafting", "assertion", "nothing")
_OPEN = word_set("drafting", "assertion", "open")
_SETTLED = word_set("drafting", "assertion", "settled")
_CHECKING = word_set("drafting", "assertion", "checking")
_RUMOURS = word_set("drafting", "assertion", "rumours")
_UNCONFIRMED = word_set("drafting", "assertion", "unconfirmed")
_CONFIRMING = word_set("drafting", "assertion", "confirming")
_FAILING = NEGATIONS | word_set("drafting", "assertion", "failing")
_FALSE = word_set("drafting", "assertion", "false")
_FANTASIES = word_set("drafting", "assertion", "fantasies")
_NAMING = word_set("drafting", "assertion", "naming")
_NUMBERS = word_set("drafting", "assertion", "numbers")
_BASIS = word_set("drafting", "assertion", "basis")
_REPORTS = (
    saying().deniable | saying().claims | _RUMOURS | word_set("drafting", "assertion", "reports")
)

# Function words and marks of this rule; no other rule uses them as a list.
_OPENS = frozenset({"that", "of", "about", "whether", "if", "how", "on", "to", "for", "regarding"})
_TURNS = frozenset({"but", "while", "although", "though", "whereas", "however", ";", "yet"})
_CONCEDES = frozenset({"although", "though", "while", "whereas", "despite"})
_PASSIVE = frozenset({"be", "been", "is", "are", "was", "were"})
_REMAINING = frozenset({"remain", "remains", "remained"})
_PROVING = frozenset({"proved", "proven", "proves"})
_NEAR = 5
"""How many words apart the words of one phrase may be: "no evidence was found that"."""

_LONGEST = 30
"""The most words between "claims that …" and "are false"."""


class _Scope(NamedTuple):
    """Tokens `first` to before `end`, in which figures have this modality.

    In a `question` ("not known if 40 died") the negation before it denies nothing.
    """

    first: int
    end: int
    modality: Modality
    question: bool = False


def weaken_figures(sentence: Sentence, figures: Iterable[FigureFinding]) -> Iterator[FigureFinding]:
    """Yield the figures of a sentence; those that are not asserted, or called false, are marked."""
    found = list(figures)
    scopes = list(_scopes(sentence)) if found else []
    for figure in found:
        inside = [one for one in scopes if _contains(sentence, one, figure)]
        asked = any(one.question for one in inside)
        if not inside or (figure.modality == "denied" and not asked):
            yield figure
        elif any(one.modality == "denied" for one in inside):
            yield replace(figure, modality="denied")
        else:
            flags = tuple(flag for flag in figure.flags if flag != "projected")
            yield replace(figure, modality="not asserted", flags=(*flags, "not asserted"))


def _contains(sentence: Sentence, scope: _Scope, figure: FigureFinding) -> bool:
    last = sentence.tokens[scope.end - 1].end
    inside = sentence.tokens[scope.first].start <= figure.start < last
    return inside and not _is_presupposed(sentence, scope, figure)


def _is_presupposed(sentence: Sentence, scope: _Scope, figure: FigureFinding) -> bool:
    """Return whether "the fire that killed 12" takes a figure for granted."""
    at = bisect_left(sentence.tokens, figure.start, key=lambda token: token.start) - 1
    match = sentence.trigger_at.get(at)
    if match is None or sentence.lower(match.first - 1) not in ("that", "which", "who"):
        return False
    noun = match.first - 1 - (sentence.lower(match.first - 2) == ",")
    return noun - 3 >= scope.first - 1 and "the" in sentence.row(noun - 3, noun)


def _scopes(sentence: Sentence) -> Iterator[_Scope]:
    for at in range(len(sentence.tokens)):
        word = sentence.lower(at)
        if (word in _FALSE or word in _FANTASIES) and (name := _naming(sentence, at)) is not None:
            yield _Scope(name + 1, at, "denied")
        elif word in _FALSE or word in _BASIS or word in _FANTASIES:
            yield from _called_false(sentence, at)
        elif _is_unconfirmed(sentence, at) and (report := _subject(sentence, at)) is not None:
            yield _Scope(report + 1, at, "not asserted")
        elif (opening := _opening(sentence, at)) is not None:
            first = opening + 1
            if first < len(sentence.tokens):
                question = sentence.lower(opening) in ("whether", "if", "how")
                yield _Scope(first, _end(sentence, first), "not asserted", question)


def _opening(sentence: Sentence, at: int) -> int | None:
    """Return the token after which nothing is asserted, if a phrase for that begins at a token."""
    word = sentence.lower(at)
    if word == "whether":
        return at
    if word in _OPEN or (word in _SETTLED and _fails(sentence, at)):
        return at + 1 if sentence.lower(at + 1) in ("if", "how") else None
    if word in _EVIDENCE and _near_before(sentence, at, _NOTHING):
        return _opens(sentence, at)
    if word in _RUMOURS and sentence.lower(at + 1) in ("that", "of", "about"):
        return at + 1
    if word in _CONFIRMING and _fails(sentence, at):
        return _opens_after_verb(sentence, at)
    if word in _REPORTS and sentence.lower(at + 1) in _OPENS | {"by", "from"}:
        checked = _near_before(sentence, at, _CHECKING) or _near_before(sentence, at, _UNCONFIRMED)
        return at + 1 if checked else None
    return None


def _opens(sentence: Sentence, at: int) -> int | None:
    """Return the word that opens what there is no evidence of: "was found that", "of"."""
    for ahead in range(at + 1, at + 1 + _NEAR):
        if sentence.lower(ahead) in _OPENS:
            the = sentence.lower(ahead + 1) == "the"
            counted = sentence.lower(ahead) in ("about", "on") or ahead + 2 in sentence.quantity_at
            return None if the and counted else ahead  # no word on the 40 missing
        if ahead >= len(sentence.tokens) or not sentence.tokens[ahead].is_word:
            return None
    return None


def _opens_after_verb(sentence: Sentence, at: int) -> int | None:
    """Return the word after which nothing is confirmed: "that", "reports that", "the toll of"."""
    following = sentence.lower(at + 1)
    if following in ("that", "whether", "if", "how"):
        return at + 1
    for ahead in range(at + 1, at + 1 + _NEAR):
        match = sentence.trigger_at.get(ahead)
        if sentence.lower(ahead) == "that":  # neither confirmed nor denied that
            return ahead
        if ahead in sentence.quantity_at:
            return None if sentence.lower(ahead - 1) == "the" else ahead - 1
        if sentence.lower(ahead) in _REPORTS or (match is not None and match.side == "noun"):
            return _opens(sentence, ahead)
        if not sentence.lower(ahead).isalpha():
            return None
    return None


def _fails(sentence: Sentence, at: int) -> bool:
    """Return whether a negation, or "unable to", comes right before a verb or adjective.

    "No agency could confirm" and "could not, despite requests, confirm" fail as well.
    """
    if _near_before(sentence, at, _FAILING):
        return True
    confirms = sentence.lower(at) in _CONFIRMING
    return confirms and bool(negated(sentence, at) or negative_subject(sentence, at))


def _near_before(sentence: Sentence, at: int, words: frozenset[str]) -> bool:
    """Return whether one of the words comes shortly before a token, within its clause."""
    for back in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if sentence.lower(back) in words:
            return True
        if not sentence.tokens[back].is_word or sentence.lower(back) in _TURNS | {"that"}:
            return False
    return False


def _called_false(sentence: Sentence, at: int) -> Iterator[_Scope]:
    """Yield what is called false: "false claims that …", "claims that … have no basis"."""
    report = at + 1
    while sentence.lower(report) in ("to", "in", "for", "the", "these", "such"):
        report += 1
    if sentence.lower(report) in _REPORTS and sentence.lower(report + 1) in _OPENS:
        if sentence.lower(at) in _FALSE or sentence.lower(at - 1) == "no":
            if report + 2 < len(sentence.tokens):
                yield _Scope(report + 2, _end(sentence, report + 2), "denied")
        return
    if _is_predicate(sentence, at) and (subject := _subject(sentence, at)) is not None:
        yield _Scope(subject + 1, at, "denied")


def _naming(sentence: Sentence, at: int) -> int | None:
    """Return the verb that names a number as what a token says: "called a toll of 40 a lie"."""
    claimed = False
    for back in range(at - 1, max(-1, at - _LONGEST), -1):
        word = sentence.lower(back)
        if word in _TURNS or word in BE:
            return None
        claimed = claimed or word in _REPORTS or word in _NUMBERS
        if word in _NAMING:
            return back if claimed and not _fails(sentence, back) else None
    return None


def _subject(sentence: Sentence, at: int) -> int | None:
    """Return the report that the predicate at a token is about: "claims that … are false"."""
    for back in range(at - 2, max(-1, at - _LONGEST), -1):
        if sentence.lower(back) in _TURNS:
            return None
        if sentence.lower(back) in _REPORTS and sentence.lower(back + 1) in _OPENS:
            return back
    return None


def _is_unconfirmed(sentence: Sentence, at: int) -> bool:
    """Return whether a word says that its subject is not confirmed: "have not been confirmed"."""
    word = sentence.lower(at)
    if word not in _UNCONFIRMED and word not in _CONFIRMING:
        return False
    before = set(sentence.row(at - _NEAR, at))
    if word in _UNCONFIRMED:
        return bool(before & (BE | _REMAINING))
    return bool(before & _PASSIVE) and _fails(sentence, at)


def _is_predicate(sentence: Sentence, at: int) -> bool:
    """Return whether a word says something of the subject: "are false", "have no basis"."""
    if sentence.lower(at) in _BASIS:
        return sentence.lower(at - 1) == "no" and sentence.lower(at - 2) in HAVE
    before = sentence.row(at - 4, at)
    negated = bool(NEGATIONS & set(before)) != (sentence.lower(at) in ("true", "correct"))
    return bool((BE | _PROVING) & set(before)) and not negated


def _end(sentence: Sentence, first: int) -> int:
    """Return where the scope that begins at a token ends: at a turn, or after a concession."""
    end = len(sentence.tokens)
    if sentence.lower(0) in _CONCEDES:
        commas = [at for at in range(first, end) if sentence.lower(at) == ","]
        end = commas[-1] if commas else end
    resumed = [at for at in resumptions(sentence) if at >= sentence.tokens[first].start]
    for at in range(first, end):
        if sentence.lower(at) in _TURNS or sentence.tokens[at].start in resumed:
            return max(at, first + 1)
    return end
