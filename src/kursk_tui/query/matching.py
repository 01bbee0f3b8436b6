"""Answering a whole query over a briefing."""

from collections.abc import Iterator
from functools import reduce
from operator import and_, or_

from kursk_tui.progress import track
from kursk_tui.query.answer import Answer
from kursk_tui.query.fields import answer_term
from kursk_tui.query.index import Index
from kursk_tui.query.tree import And, Everything, Not, Or, Query, Term, Word
from kursk_tui.text.folding import fold


def answer(query: Query, index: Index) -> Answer:
    """Return the answer to a query for every claim. Raises QueryError."""
    terms = iter(track("searching", range(_terms(query))))
    return _answer(query, index, terms, negated=False)


def _terms(query: Query) -> int:
    match query:
        case Not(part=part):
            return _terms(part)
        case And(parts=parts) | Or(parts=parts):
            return sum(map(_terms, parts))
    return 1


def _answer(query: Query, index: Index, terms: Iterator[int], *, negated: bool) -> Answer:
    """Answer a query, with a step in `terms` for each of its terms.

    NOT is pushed down to these, so that De Morgan's laws hold for all four outcomes.
    """
    match query:
        case Not(part=part):
            return _answer(part, index, terms, negated=not negated)
        case And(parts=parts) | Or(parts=parts):
            join = and_ if isinstance(query, And) is not negated else or_
            return reduce(join, (_answer(part, index, terms, negated=negated) for part in parts))
    next(terms)
    match query:
        case Everything():
            found = Answer(match=index.everything)
        case Word(text=text):
            found = Answer(match=index.saying(fold(text)))
        case Term():
            found = answer_term(index, query)
    return found.negated(index.everything) if negated else found
