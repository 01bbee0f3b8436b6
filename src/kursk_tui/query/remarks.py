"""Remarks on valid queries that may not mean what the user intends.

They are about parts that no claim can match, and words that look like another part of a query.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

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
from kursk_tui.query.unmatched import why_nothing

_MOST = 10
"""The most remarks on a query, and the most parts that are compared with each other."""


def remarks_on(
    query: Query, index: Index, evaluator: Evaluator, *, found: bool
) -> tuple[Remark, ...]:
    """Return the remarks on a query, in its order; `found` is whether any claim matches it."""
    answered = f"no claim matches {query}"
    found_here = _Remarks(index, evaluator).on(query, found=found)
    remarks = islice((one for one in found_here if one.sentence != answered), _MOST)
    return tuple(sorted(dict.fromkeys(remarks), key=lambda remark: remark.start))


class _Remarks:
    """Finds remarks; asks the evaluator about single parts of the query, if it must."""

    def __init__(self, index: Index, evaluator: Evaluator) -> None:
        self._index = index
        self._evaluator = evaluator
        self._known: dict[Query, bool] = {}

    def on(
        self, query: Query, before: Sequence[Query] = (), *, found: bool = False
    ) -> Iterator[Remark]:
        """Yield the remarks on a part.

        `before` are the parts before it that must match too; `found` is whether some claim is
        known to match.
        """
        match query:
            case Not(part=part):
                yield from self.on(part)
            case Or(parts=parts):
                for part in parts:
                    yield from self.on(part)
            case And(parts=parts):
                for at, part in enumerate(parts):
                    yield from self.on(part, parts[:at], found=found)
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
            if sentence := why_nothing(term, field, self._index, self._finds):
                yield Remark(sentence, *term.span)

    def _exclusive(self, query: And) -> Iterator[Remark]:
        """Yield a remark if two parts on the same field exclude each other."""
        if self._finds(query):
            return
        parts = list(islice(filter(_field, query.parts), _MOST))
        for one, other in combinations(parts, 2):
            if _field(one) != _field(other):
                continue
            if self._finds(one) and self._finds(other) and not self._finds(And((one, other))):
                sentence = f"no claim matches both {one} and {other}; OR finds either"
                yield Remark(sentence, *_span(other))
                return

    def _finds(self, query: Query) -> bool:
        if query not in self._known:
            answer = self._evaluator.evaluate(resolve(query, self._index))
            self._known[query] = bool(answer.match | answer.possible)
        return self._known[query]


def _alternatives(value: Value) -> Iterator[Value]:
    if isinstance(value, AnyOf):
        for one in value.values:
            yield from _alternatives(one)
    else:
        yield value


def _field(part: Query) -> str | None:
    match part:
        case Not(part=Term(field=field)) | Term(field=field):
            return field
    return None


def _span(part: Query) -> Span:
    match part:
        case Not(part=inner):
            return _span(inner)
        case Term(value=value, span=(start, _)):
            return start, _span_of(value)[1]
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
