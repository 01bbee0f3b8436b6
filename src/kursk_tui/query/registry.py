"""The fields of the query language, discovered in `fields/`."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from kursk_tui.query import fields as package
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.error import QueryError, brief, nearest
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


_MEANINGS = {
    "killed": ("dead", "death", "deaths", "died", "fatalities", "kia", "kills"),
    "wounded": ("injured", "injuries", "wia"),
    "captured": ("prisoners", "pow", "pows"),
    "missing": ("mia",),
    "casualties": ("losses",),
    "source": ("sources", "author", "by", "from", "attribution", "name", "publisher"),
    "date": ("when", "on", "day", "year", "month", "time", "before", "after", "since", "until"),
    "is": ("state", "status", "review", "reviewed"),
    "kind": ("type", "category"),
    "text": ("quote", "words", "contains", "title", "summary"),
    "likelihood": ("probability", "likely", "chance"),
    "has": ("with",),
}
"""Other words for fields, which a suggestion leads back to them."""


def field_meant(name: str, catalogue: Catalogue) -> str | None:
    """Return the field that an unknown name may stand for, or None."""
    name = name.lower()
    names = field_names(catalogue)
    known = [field for field, others in _MEANINGS.items() if name in others]
    begun = [field for field in names if len(name) > 1 and field.startswith(name)]
    return next(iter((*known, *begun)), None) or nearest(name, names)


def unknown_field(name: str, span: Span, catalogue: Catalogue) -> QueryError:
    """Return the error for an unknown field name, with the field that may be meant."""
    suggestion = field_meant(name, catalogue)
    start, end = span
    return QueryError(
        f"no field “{brief(name)}”", start, end - 1, f"{suggestion}:" if suggestion else None
    )
