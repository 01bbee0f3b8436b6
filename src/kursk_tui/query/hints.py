"""Hints about valid queries that may not mean what the user intends."""

import re

from kursk_tui.query.syntax.tree import And, Atom, Not, Or, Query, Term, Word

_KEYWORDS = {
    "or": "OR in capitals means either",
    "and": "a blank means both; AND in capitals does too",
    "not": "NOT in capitals, or -, excludes",
}

_SOURCE_FIELDS = ("source", "origin", "via")
_NO_SOURCE = frozenset({"none", "nobody", "no", "unknown", "unstated", "unattributed", "anonymous"})

_COMPARISON_WITHOUT_COLON = re.compile(r"([a-z][a-z0-9_-]*)([<>]=?|=)(.+)", re.IGNORECASE)


def hint(query: Query) -> str | None:
    """Return a remark on the first part of a query that looks like a mistake, or None.

    These are a word that looks like an operator in lower case or a comparison without a colon, and
    a source name that looks like a word for "no source".
    """
    match query:
        case Word(text=text) if found := _COMPARISON_WITHOUT_COLON.fullmatch(text):
            field, sign, value = found.groups()
            comparison = f"{field}:{'' if sign == '=' else sign}{value}"
            return f"'{text}' is searched for as a word; {comparison} compares"
        case Word(text=text) if text.lower() in _KEYWORDS:
            return f"'{text}' is searched for as a word; {_KEYWORDS[text.lower()]}"
        case Term(field=field, value=Atom(text=text)) if field in _SOURCE_FIELDS:
            if text.lower() in _NO_SOURCE:
                return (
                    f"{field}:{text} searches for this name; "
                    "is:unattributed finds claims without a source"
                )
        case Not(part=part):
            return hint(part)
        case And(parts=parts) | Or(parts=parts):
            return next(filter(None, map(hint, parts)), None)
    return None
