"""Answering a whole query over a briefing."""

from functools import reduce
from operator import and_, or_

from kursk_tui.query.answer import Answer
from kursk_tui.query.fields import answer_term
from kursk_tui.query.folding import fold
from kursk_tui.query.index import Index
from kursk_tui.query.tree import And, Everything, Not, Or, Query, Term, Word


def answer(query: Query, index: Index) -> Answer:
    """Return the answer to a query for every claim. Raises QueryError."""
    return _answer(query, index, negated=False)


def _answer(query: Query, index: Index, *, negated: bool) -> Answer:
    """NOT is pushed down to the terms, so that De Morgan's laws hold for all four outcomes."""
    match query:
        case Not(part=part):
            return _answer(part, index, negated=not negated)
        case And(parts=parts) | Or(parts=parts):
            join = and_ if isinstance(query, And) is not negated else or_
            return reduce(join, (_answer(part, index, negated=negated) for part in parts))
        case Everything():
            found = Answer(match=index.everything)
        case Word(text=text):
            found = Answer(match=index.saying(fold(text)))
        case Term():
            found = answer_term(index, query)
    return found.negated(index.everything) if negated else found
