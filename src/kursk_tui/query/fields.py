"""The fields of the query language that are labels, and the table of all fields."""

import re
from collections.abc import Callable, Iterable
from itertools import chain as joined
from operator import truth
from typing import get_args

from kursk_tui.model import Claim, Source
from kursk_tui.model.claim import Kind
from kursk_tui.model.figure import STANDARD_MEASURES
from kursk_tui.model.likelihood import Confidence
from kursk_tui.query.answer import Answer, bits, holding, packed
from kursk_tui.query.dates import answer_date
from kursk_tui.query.error import QueryError, nearest
from kursk_tui.query.index import Index
from kursk_tui.query.likelihoods import answer_likelihood
from kursk_tui.query.measures import answer_measure
from kursk_tui.query.scales import MATCH, NO, ends, graded, stated
from kursk_tui.query.tree import AnyOf, Atom, Compare, Range, Stated, Term, Value
from kursk_tui.text.folding import fold

Field = Callable[[Index, Term, Value], Answer]
"""Answers one value of a field; raises QueryError for a value it cannot have."""

_URL = re.compile(r"https?://\S")
_QUOTATION = re.compile(r"“[^”]+”|„[^“”]+[“”]|«[^»]+»|\"[^\"]+\"")


def field_names(index: Index) -> tuple[str, ...]:
    """Return every field that can be asked of a briefing, its own measures included."""
    return tuple(dict.fromkeys((*_FIELDS, *STANDARD_MEASURES, *index.figures)))


def answer_term(index: Index, term: Term) -> Answer:
    """Return the answer to one `field:value`. Raises QueryError."""
    field = _FIELDS.get(term.field)
    if field is None and term.field in field_names(index):
        field = answer_measure
    if field is None:
        meant = nearest(term.field, field_names(index))
        message = f"no field '{term.field}'"
        start, end = term.span
        raise QueryError(message, start, end - 1, f"{meant}:" if meant else None)
    return _answer(field, index, term, term.value)


def _answer(field: Field, index: Index, term: Term, value: Value) -> Answer:
    if not isinstance(value, AnyOf):
        return field(index, term, value)
    answer = Answer()
    for one in value.values:
        answer |= _answer(field, index, term, one)
    return answer


def _where(index: Index, test: Callable[[Claim], object]) -> Answer:
    return Answer(match=packed(bytes(map(truth, map(test, index.claims)))))


def _where_chain(index: Index, test: Callable[[tuple[str, ...]], object]) -> Answer:
    """Return the claims whose chain of sources passes a test; each chain is tested once."""
    found = (numbers for one, numbers in index.chains.items() if test(one))
    return Answer(match=bits(joined.from_iterable(found), len(index.claims)))


def _one_word(term: Term, value: Value) -> Atom:
    match value:
        case Atom():
            return value
        case Stated(span=span):
            raise QueryError(f"{term.field}: takes a value here", *span)
        case Compare(atom=atom) | Range(low=Atom() as atom) | Range(high=Atom() as atom):
            message = f"{term.field}: takes one value, not a range or comparison"
            raise QueryError(f"{message}; put quotes around text", *atom.span)
    raise TypeError("not one value")


def _always_stated(field: Field) -> Field:
    """Every claim states this field, so `field:*` matches every claim."""

    def answer(index: Index, term: Term, value: Value) -> Answer:
        if isinstance(value, Stated):
            return Answer(match=index.everything)
        return field(index, term, value)

    return answer


def _choice(term: Term, atom: Atom, choices: Iterable[str]) -> str:
    """Return the choice that an atom names, whatever its case. Raises QueryError."""
    allowed = list(choices)
    chosen = " ".join(atom.text.lower().split())
    if chosen in allowed:
        return chosen
    meant = nearest(chosen, allowed)
    message = f"{term.field}: cannot be '{atom.text}'"
    if meant is None:
        message += f"; it can be {', '.join(allowed)}"
    raise QueryError(message, *atom.span, meant)


def _chain(part: slice) -> Field:
    def answer(index: Index, term: Term, value: Value) -> Answer:
        if isinstance(value, Stated):
            return _where_chain(index, lambda one: one[part])
        wanted = _sources(index.briefing.sources, _one_word(term, value).text)
        return _where_chain(index, lambda one: wanted.intersection(one[part]))

    return answer


def _sources(sources: Iterable[Source], text: str) -> set[str]:
    """Return ids: of the source with this id, else of those whose name holds the text."""
    wanted = fold(text)
    sources = tuple(sources)
    exact = {source.id for source in sources if fold(source.id) == wanted}
    return exact or {
        source.id
        for source in sources
        if any(wanted in fold(name) for name in (source.id, source.name, source.short or ""))
    }


def _country(index: Index, term: Term, value: Value) -> Answer:
    def countries(chain: tuple[str, ...]) -> set[str]:
        sources = (index.briefing.source_by_id[one] for one in chain)
        return {source.country.lower() for source in sources if source.country}

    if isinstance(value, Stated):
        return _where_chain(index, countries)
    wanted = _one_word(term, value).text.lower()
    return _where_chain(index, lambda one: wanted in countries(one))


def _kind(index: Index, term: Term, value: Value) -> Answer:
    wanted = _choice(term, _one_word(term, value), get_args(Kind))
    return _where(index, lambda claim: claim.kind == wanted)


def _confidence(index: Index, term: Term, value: Value) -> Answer:
    levels = get_args(Confidence)
    have = [
        (number, levels.index(claim.confidence))
        for number, claim in enumerate(index.claims)
        if claim.confidence is not None
    ]
    if isinstance(value, Stated):
        return stated((number for number, _ in have), index)
    low, high = ends(value, lambda atom: levels.index(_choice(term, atom, levels)))
    low, high = 0 if low is None else low, len(levels) if high is None else high
    return graded(((number, MATCH if low <= at <= high else NO) for number, at in have), index)


def _id(index: Index, term: Term, value: Value) -> Answer:
    wanted = _one_word(term, value).text.lower()
    return _where(index, lambda claim: claim.id.lower() == wanted)


def _text(index: Index, term: Term, value: Value) -> Answer:
    wanted = fold(_one_word(term, value).text)
    return Answer(match=holding(wanted, index.words))


def _is(index: Index, term: Term, value: Value) -> Answer:
    match _choice(term, _one_word(term, value), IS):
        case "contested":
            return Answer(match=bits(index.contested, len(index.claims)))
        case "undated":
            return Answer(match=index.everything & ~index.dated)
        case "unattributed":
            return Answer(match=index.unattributed)
        case "unreviewed" | "accepted" | "rejected" as wanted:
            return _where(index, lambda claim: claim.review_state == wanted)
        case "guess":
            return _where(index, lambda claim: claim.review and claim.review.needs_decision)
    return _where(index, _states_nothing)


def _states_nothing(claim: Claim) -> bool:
    stated = (claim.attribution.chain, claim.dated, claim.figures, claim.likelihoods)
    return not any(stated) and claim.confidence is None


def _has(index: Index, term: Term, value: Value) -> Answer:
    match _choice(term, _one_word(term, value), HAS):
        case "quote":
            return _where(index, lambda claim: _QUOTATION.search(claim.evidence.exact))
        case "figure":
            return _where(index, lambda claim: claim.figures)
    return _where(index, lambda claim: _has_url(index, claim))


def _has_url(index: Index, claim: Claim) -> bool:
    briefing = index.briefing
    sources = [briefing.source_by_id[one] for one in claim.attribution.chain]
    urls = [briefing.document_by_id[claim.document].url, *(source.url for source in sources)]
    return any(urls) or _URL.search(claim.evidence.exact) is not None


IS = (
    *("contested", "unstated", "undated", "unattributed"),
    *("unreviewed", "accepted", "rejected", "guess"),
)
"""The values of `is:`; unstated claims state no source, date, figure, likelihood, confidence.

The last four are of drafted claims; a guess is unreviewed, and something of it was guessed.
"""

HAS = ("quote", "figure", "url")
"""The values of `has:`; a quote is direct speech in quotation marks."""

_FIELDS: dict[str, Field] = {
    "date": answer_date,
    "source": _chain(slice(None)),
    "origin": _chain(slice(0, 1)),
    "via": _chain(slice(1, None)),
    "likelihood": answer_likelihood,
    "confidence": _confidence,
    "kind": _always_stated(_kind),
    "country": _country,
    "text": _always_stated(_text),
    "id": _always_stated(_id),
    "is": _is,
    "has": _has,
}
