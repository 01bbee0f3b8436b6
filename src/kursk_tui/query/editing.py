"""Add a term to the text of a query."""

from kursk_tui.query.syntax import parse
from kursk_tui.query.syntax.tree import And, Or


def with_term(text: str, term: str) -> str:
    """Return a valid query with one more term, or the query itself if it contains the term."""
    query = parse(text)
    parts = query.parts if isinstance(query, And) else (query,)
    if parse(term) in parts:
        return text
    whole = f"({text})" if isinstance(query, Or) else text
    return f"{whole} {term}".strip()
