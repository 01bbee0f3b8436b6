"""From the text of a query to its tree. The grammar is loaded with the first query asked."""

import re

from kursk_tui.query.error import QueryError
from kursk_tui.query.tree import Everything, Query

_MAX_LENGTH = 4096
_MAX_DEPTH = 64
_NESTING = re.compile(r'"(?:[^"\\]|\\.)*"?|[()]|NOT(?![^\s()"])|-(?=[^\s)])|[^\s()"]+', re.DOTALL)


def parse(text: str) -> Query:
    """Return the tree of a query. Raises QueryError."""
    if not text.strip():
        return Everything()
    if len(text) > _MAX_LENGTH:
        message = f"a query has at most {_MAX_LENGTH} characters"
        raise QueryError(message, _MAX_LENGTH, len(text))
    _check_depth(text)
    from kursk_tui.query.building import build  # it loads the parser: not for an empty query

    return build(text)


def _check_depth(text: str) -> None:
    """Refuse nesting that the recursion of later steps might not survive."""
    around: list[int] = []
    base = depth = 0
    for found in _NESTING.finditer(text):
        match found.group():
            case "-" | "NOT":
                depth += 1
            case "(":
                around.append(base)
                base = depth = depth + 1
            case ")":
                base = depth = around.pop() if around else 0
            case _:
                depth = base
        if depth > _MAX_DEPTH:
            message = f"at most {_MAX_DEPTH} parentheses or negations can stand inside each other"
            raise QueryError(message, found.start(), found.end())
