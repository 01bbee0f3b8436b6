"""The words that a query asks for, as searches compare them."""

from collections.abc import Iterator

from kursk_tui.query.syntax.tree import And, AnyOf, Atom, Or, Query, Term, Value, Word
from kursk_tui.text.folding import fold

_MOST = 20
"""The most words that are marked on the screen."""


def asked_words(query: Query) -> tuple[str, ...]:
    """Return the folded words and phrases that a query looks for, except those it excludes."""
    return tuple(dict.fromkeys(map(fold, _words(query))))[:_MOST]


def _words(query: Query) -> Iterator[str]:
    match query:
        case Word(text=text):
            yield text
        case Term(field="text", value=value):
            yield from _texts(value)
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _words(part)


def _texts(value: Value) -> Iterator[str]:
    match value:
        case Atom(text=text):
            yield text
        case AnyOf(values=values):
            for one in values:
                yield from _texts(one)
