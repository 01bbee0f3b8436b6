"""Resolve the syntax tree of a query to a predicate on the claims of a briefing."""

from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Field
from kursk_tui.query.predicates import All, And, Contains, Not, Or, Predicate
from kursk_tui.query.registry import field_named, unknown_field
from kursk_tui.query.syntax import tree
from kursk_tui.text.folding import fold


def resolve(query: tree.Query, catalogue: Catalogue) -> Predicate:
    """Return the predicate of a query. Raises QueryError with the place of the error.

    NOT is pushed down to single terms, so that De Morgan's laws hold for all four outcomes.
    """
    return _resolve(query, catalogue, negated=False)


def _resolve(query: tree.Query, catalogue: Catalogue, *, negated: bool) -> Predicate:
    match query:
        case tree.Not(part=part):
            return _resolve(part, catalogue, negated=not negated)
        case tree.And(parts=parts) | tree.Or(parts=parts):
            join = And if isinstance(query, tree.And) is not negated else Or
            return join(tuple(_resolve(part, catalogue, negated=negated) for part in parts))
    predicate = _resolve_term(query, catalogue)
    return Not(predicate) if negated else predicate


def _resolve_term(term: tree.Everything | tree.Word | tree.Term, catalogue: Catalogue) -> Predicate:
    match term:
        case tree.Everything():
            return All()
        case tree.Word(text=text):
            return Contains(fold(text), "claim")
    field = field_named(term.field, catalogue)
    if field is None:
        raise unknown_field(term.field, term.span, catalogue)
    return _resolve_value(field, term.field, term.value, catalogue)


def _resolve_value(field: Field, name: str, value: tree.Value, catalogue: Catalogue) -> Predicate:
    if isinstance(value, tree.AnyOf):
        return Or(
            tuple(
                _resolve_value(field, name, alternative, catalogue) for alternative in value.values
            )
        )
    return field.resolve(name, value, catalogue)
