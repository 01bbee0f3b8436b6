"""What a query does that its writer may not have meant, though it is understood."""

from kursk_tui.query.tree import And, Not, Or, Query, Word

_MEANT = {
    "or": "OR in capitals means either",
    "and": "a blank means both; AND in capitals does too",
    "not": "NOT in capitals, or -, excludes",
}


def hint(query: Query) -> str | None:
    """Return a remark on an operator in lower case, which is looked for as a word, or None."""
    match query:
        case Word(text=text) if text.lower() in _MEANT:
            return f"'{text}' is looked for as a word; {_MEANT[text.lower()]}"
        case Not(part=part):
            return hint(part)
        case And(parts=parts) | Or(parts=parts):
            return next(filter(None, map(hint, parts)), None)
    return None
