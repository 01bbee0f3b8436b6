"""The fields of the query language, discovered in `fields/`."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from kursk_tui.query import fields as package
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.error import QueryError, nearest
from kursk_tui.query.field import Field
from kursk_tui.query.syntax.tree import Span


@cache
def fields() -> tuple[Field, ...]:
    """Return the fields of all modules in `fields/`, sorted by `order`."""
    names = (f"{package.__name__}.{module.name}" for module in iter_modules(package.__path__))
    found: list[Field] = [import_module(name).FIELD for name in names]
    return tuple(sorted(found, key=lambda field: field.order))


def field_names(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the names of all fields, including the measures of a briefing."""
    return tuple(dict.fromkeys(name for field in fields() for name in field.names(catalogue)))


def field_named(name: str, catalogue: Catalogue) -> Field | None:
    """Return the field with a lower-case name, or None."""
    return next((field for field in fields() if name in field.names(catalogue)), None)


def unknown_field(name: str, span: Span, catalogue: Catalogue) -> QueryError:
    """Return the error for an unknown field name, with a similar name as suggestion."""
    suggestion = nearest(name, field_names(catalogue))
    start, end = span
    return QueryError(
        f"no field '{name}'", start, end - 1, f"{suggestion}:" if suggestion else None
    )
