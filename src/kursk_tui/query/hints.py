"""What a query does that its writer may not have meant, though it is understood."""

import re

from kursk_tui.query.tree import And, Atom, Not, Or, Query, Term, Word

_MEANT = {
    "or": "OR in capitals means either",
    "and": "a blank means both; AND in capitals does too",
    "not": "NOT in capitals, or -, excludes",
}

_CHAIN = ("source", "origin", "via")
_NOBODY = frozenset({"none", "nobody", "no", "unknown", "unstated", "unattributed", "anonymous"})

_NO_COLON = re.compile(r"([a-z][a-z0-9_-]*)([<>]=?|=)(.+)", re.IGNORECASE)


def hint(query: Query) -> str | None:
    """Return a remark on what is looked for as a word, but looks like an operator, or None.

    That is an operator in lower case, or a comparison without a colon; and a source that is
    called as if it were none.
    """
    match query:
        case Word(text=text) if found := _NO_COLON.fullmatch(text):
            field, sign, value = found.groups()
            meant = f"{field}:{'' if sign == '=' else sign}{value}"
            return f"'{text}' is looked for as a word; {meant} compares"
        case Word(text=text) if text.lower() in _MEANT:
            return f"'{text}' is looked for as a word; {_MEANT[text.lower()]}"
        case Term(field=field, value=Atom(text=text)) if field in _CHAIN:
            if text.lower() in _NOBODY:
                return (
                    f"{field}:{text} looks for this name; is:unattributed finds what names nobody"
                )
        case Not(part=part):
            return hint(part)
        case And(parts=parts) | Or(parts=parts):
            return next(filter(None, map(hint, parts)), None)
    return None
