"""Remarks on valid queries that may not mean what the user intends.

They are about parts that no claim can match, and words that look like another part of a query.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from kursk_tui.query.baseline import Baseline
from kursk_tui.query.error import QueryError, brief
from kursk_tui.query.evaluator import Evaluator
from kursk_tui.query.index import Index
from kursk_tui.query.odd_words import odd_word
from kursk_tui.query.registry import field_named
from kursk_tui.query.remark import Remark
from kursk_tui.query.resolve import resolve
from kursk_tui.query.syntax.tree import (
    And,
    AnyOf,
    Atom,
    Compare,
    Not,
    Or,
    Query,
    Range,
    Span,
    Stated,
    Term,
    Value,
    Word,
)
from kursk_tui.query.unmatched import asks_for_changes, why_incomparable, why_nothing
from kursk_tui.text.messages import shortened

_LONGEST = 240
"""The most characters of a remark."""

_MOST = 10
"""The most remarks on a query, and the most parts that are compared with each other."""


def remarks_on(
    query: Query,
    index: Index,
    evaluator: Evaluator,
    baseline: Baseline | None = None,
    *,
    found: bool,
) -> tuple[Remark, ...]:
    """Return the remarks on a query, in its order; `found` is whether any claim matches it."""
    only = isinstance(query, Word | Term)
    answered = f"no claim matches {brief(query)}" if only else None  # the counts say it
    found_here = _Remarks(index, evaluator, baseline).on(query, found=found)
    remarks = islice((one for one in found_here if one.sentence != answered), _MOST)
    short = (one._replace(sentence=shortened(one.sentence, _LONGEST)) for one in remarks)
    return tuple(sorted(dict.fromkeys(short), key=lambda remark: remark.start))


class _Remarks:
    """Finds remarks; asks the evaluator about single parts of the query, if it must."""

    def __init__(self, index: Index, evaluator: Evaluator, baseline: Baseline | None) -> None:
        self._index = index
        self._evaluator = evaluator
        self._baseline = baseline
        self._known: dict[Query, bool] = {}

    def on(
        self, query: Query, before: Sequence[Query] = (), *, found: bool = False
    ) -> Iterator[Remark]:
        """Yield the remarks on a part.

        `before` are the last parts before it that must match too; `found` is whether some claim is
        known to match.
        """
        if found:
            self._known[query] = True
        match query:
            case Not(part=part):
                yield from self.on(part)
            case Or(parts=parts):
                for part, other in zip(parts, (None, *parts), strict=False):
                    if isinstance(part, Word):
                        yield from odd_word(part, (), self._index, self._finds, other=other)
                    else:
                        yield from self.on(part)
            case And(parts=parts):
                for at, part in enumerate(parts):
                    yield from self.on(part, parts[max(0, at - 2) : at], found=found)
                if not found:
                    yield from self._exclusive(query)
            case Word():
                yield from odd_word(query, before, self._index, self._finds)
            case Term(field=field, value=AnyOf() as value):
                for one in _alternatives(value):
                    yield from self._on_term(Term(field, one, _span_of(one)))
            case Term(field=field, value=value, span=(start, _)) if not found:
                yield from self._on_term(Term(field, value, (start, _span_of(value)[1])))

    def _on_term(self, term: Term) -> Iterator[Remark]:
        if not self._finds(term):
            field = field_named(term.field, self._index)
            assert field is not None  # else the query is not valid
            if asks_for_changes(term):
                if sentence := why_incomparable(self._baseline):  # else nothing changed
                    yield Remark(sentence, *term.span)
                return
            yield Remark(why_nothing(term, field, self._index, self._finds), *term.span)

    def _exclusive(self, query: And) -> Iterator[Remark]:
        """Yield a remark if two parts on the same field or word exclude each other."""
        if self._finds(query):
            return
        parts = list(islice(filter(_about, query.parts), _MOST))
        for one, other in combinations(parts, 2):
            if _about(one) != _about(other):
                continue
            if self._finds(one) and self._finds(other) and not self._finds(And((one, other))):
                sentence = f"no claim matches both {brief(one)} and {brief(other)}"
                if Not(one) != other and Not(other) != one:
                    sentence += "; OR finds either"
                yield Remark(sentence, *_span(other))
                return

    def _finds(self, query: Query) -> bool:
        if query not in self._known:
            self._known[query] = self._evaluated(query)
        return self._known[query]

    def _evaluated(self, query: Query) -> bool:
        try:
            predicate = resolve(query, self._index)
        except QueryError:  # of a value that a remark might propose
            return False
        answer = self._evaluator.evaluate(predicate)
        return bool(answer.match | answer.possible)


def _alternatives(value: Value) -> Iterator[Value]:
    if isinstance(value, AnyOf):
        for one in value.values:
            yield from _alternatives(one)
    else:
        yield value


def _about(part: Query) -> str | Word | None:
    """Return what a part is about: a field, or a word."""
    match part:
        case Not(part=Term(field=field)) | Term(field=field):
            return field
        case Not(part=Word() as word) | (Word() as word):
            return word
    return None


def _span(part: Query) -> Span:
    match part:
        case Not(part=inner):
            return _span(inner)
        case Term(value=value, span=(start, _)):
            return start, _span_of(value)[1]
        case Word(span=span):
            return span
    return 0, 0


def _span_of(value: Value) -> Span:
    """Return the place of a value in the query."""
    match value:
        case Atom(span=span) | Stated(span=span):
            return span
        case Compare(operator=operator, atom=Atom(span=(start, end))):
            return start - len(operator), end
        case Range(low=low, high=high):
            ends = [one.span for one in (low, high) if one is not None]
            dots = len("..")
            return ends[0][0] - (0 if low else dots), ends[-1][1] + (0 if high else dots)
        case AnyOf(values=values):
            return _span_of(values[0])[0], _span_of(values[-1])[1]
