"""Terms of likelihood and of analytic confidence as findings."""

import re
from collections.abc import Iterator

from kursk_tui.defaults import SCALES
from kursk_tui.drafting.errors import NotDraftableError
from kursk_tui.drafting.figures.cases_of_disease import is_status
from kursk_tui.drafting.findings import ConfidenceFinding, LikelihoodFinding, Rejection, Term
from kursk_tui.drafting.likelihood.scope import scope
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, DO
from kursk_tui.english.lexicon import phrase_set, word_set
from kursk_tui.english.lexicon.entries import TermEntry

_DEFAULT, *_ = SCALES.values()
_NAMES = {
    "phia-2025": re.compile(
        r"\bPHIA\b|\bProfessional Head of Intelligence Assessment\b"
        r"|\b[Pp]robability [Yy]ardstick\b"
    ),
    "icd-203": re.compile(r"\bICD[ -]?203\b|\bIntelligence Community Directive (?:\(ICD\) )?203\b"),
}
_COMPARING = word_set("drafting", "likelihood", "comparing")
_MENTIONING = word_set("drafting", "likelihood", "mentioning")
_DEFINING = phrase_set("drafting", "likelihood", "defining")
_ASSESSMENTS = word_set("drafting", "likelihood", "assessments")
_PUBLIC = word_set("drafting", "likelihood", "public")
_TERM_NOUNS = word_set("drafting", "likelihood", "nouns_for_a_term")
WIDER = "perhaps a wider reach"
"""The flag of a likelihood that may apply to a second clause with "that" as well."""

_WIDER = re.compile(r",?\s+and\s+that\b")
_OPEN, _CLOSE = frozenset("“\"‘'«"), frozenset("”\"’'»")


def scale_of(text: str, asked: str | None) -> tuple[str, bool]:
    """Return the id of the scale to use, and whether the text names it and no other.

    The scale that the caller asks for comes first, then the one that the text names, then PHIA.
    Raise NotDraftableError if the caller asks for an unknown scale.
    """
    if asked is not None and asked not in (*SCALES, *SCALES.values()):
        raise NotDraftableError(f"unknown scale “{asked}”; use {' or '.join(SCALES)}")
    named = [scale for scale, name in _NAMES.items() if name.search(text)]
    stated = named[0] if len(named) == 1 else None
    scale = SCALES.get(asked, asked) if asked is not None else stated or _DEFAULT
    return scale, scale == stated


def find_terms(sentence: Sentence, rejected: list[Rejection], scale: str) -> Iterator[Term]:
    """Yield the terms of a sentence; reject words that only resemble them."""
    at = 0
    while at < len(sentence.tokens):
        found = sentence.words.terms.starting(sentence.tokens, at)
        if found is None:
            at += 1
            continue
        last, entry = at + found[0] - 1, found[1]
        reason = _why_not(sentence, at, last, entry)
        if reason is not None:
            rejected.append(Rejection(*sentence.span(at, last), reason))
        elif entry.level:
            yield _confidence(sentence, at, last, entry)
        else:
            yield _likelihood(sentence, at, last, entry, scale)
        at = last + 1


def _why_not(sentence: Sentence, first: int, last: int, entry: TermEntry) -> str | None:
    """Return why the words are not a judgement here, or None."""
    before, after = sentence.lower(first - 1), sentence.lower(last + 1)
    if before in _COMPARING:
        return "a comparison, not a likelihood"
    if before in ("highest", "lowest", "any"):
        return "part of another expression"
    if _is_mentioned(sentence, first, last):
        return "a mention of the term, not a judgement"
    if is_status(sentence, first):
        return "the status of cases, not a judgement"
    if entry.term == "likely" and after in ("cause", "causes") and before != "the":
        return "part of another expression"
    if entry.level and not _is_analytic(sentence, first, last):
        return "people's confidence, not confidence in an assessment"
    return None


def _is_mentioned(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether the text is about the term: "“likely” means 55–75%"."""
    before, after = sentence.lower(first - 1), sentence.lower(last + 1)
    quoted = before in _OPEN and after in _CLOSE
    row = set(sentence.row(0, first)[-12:]) | set(sentence.row(last + 1, last + 6))
    if quoted and (row & _MENTIONING or after == "for" or "%" in row or "percent" in row):
        return True
    noun = last + 2 if after in _CLOSE else last + 1
    if sentence.lower(noun) in _ASSESSMENTS and (quoted or sentence.lower(noun + 1) in BE | DO):
        return sentence.lower(noun + 1) not in ("that", ":")
    following = tuple(sentence.row(last + 1, last + 3))
    if any(following[: len(phrase)] == phrase for phrase in _DEFINING):
        return True
    return before in _TERM_NOUNS


def _is_analytic(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether confidence is in an assessment, not "voters have high confidence in …"."""
    if sentence.lower(last + 1) == "in":
        around = sentence.row(first - 8, first) + sentence.row(last + 1, last + 8)
        return bool(_ASSESSMENTS & set(around))
    return not _PUBLIC & set(sentence.row(first - 3, first))


def _is_negated(sentence: Sentence, first: int) -> bool:
    row = sentence.row(first - 3, first)
    return any(word in ("not", "n't", "never") or word.endswith("n't") for word in row)


def _likelihood(
    sentence: Sentence, first: int, last: int, entry: TermEntry, scale: str
) -> LikelihoodFinding:
    known = scale in entry.scales
    not_after = sentence.lower(last + 1) == "not" and entry.id in ("almost-certain", "likely")
    flags = () if known else ("term not on the scale",)
    start, end = sentence.span(first, last)
    reach = scope(sentence, first, last)
    wider = _WIDER.match(sentence.text, reach[1], sentence.end) is not None
    return LikelihoodFinding(
        start=start,
        end=end,
        rule=entry.rule,
        tier="guess" if wider else "beside",
        flags=(*flags, *((WIDER,) if wider else ()), *_quoted(sentence, first)),
        term=entry.term,
        scale=scale if known else None,
        negated=_is_negated(sentence, first) or not_after,
        scope=reach,
    )


def _confidence(sentence: Sentence, first: int, last: int, entry: TermEntry) -> ConfidenceFinding:
    start, end = sentence.span(first, last)
    return ConfidenceFinding(
        start=start,
        end=end,
        rule=entry.rule,
        tier="beside",
        flags=(*(() if entry.on_scale else ("level not on the scale",)), *_quoted(sentence, first)),
        level=entry.level,
        on_scale=entry.on_scale,
    )


def _quoted(sentence: Sentence, first: int) -> tuple[str, ...]:
    return ("inside a quotation",) if sentence.tokens[first].quoted else ()
