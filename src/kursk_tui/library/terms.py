"""The query with which `library.json` says which documents belong to a series."""

import re
from typing import NamedTuple

_TERM = re.compile(r'(edition|publisher|series):(?:"([^"]+)"|“([^”]+)”|([^\s"“”]+))(?:\s+|$)')


class Term(NamedTuple):
    """A field of a document, and words that it must contain."""

    field: str
    words: str


def terms_of(query: str) -> tuple[Term, ...]:
    """Return the terms of a query for the documents of a series; none if it has others.

    The terms are those of the query language with these fields; all of them must match.
    """
    found: list[Term] = []
    at, query = 0, query.strip()
    while at < len(query):
        match = _TERM.match(query, at)
        if match is None:
            return ()
        field, *words = match.groups()
        found.append(Term(field, next(filter(None, words))))
        at = match.end()
    return tuple(found)
