"""The query language: three-valued answers over the claims of a briefing."""

from kursk_tui.query.answer import Answer, bits, members
from kursk_tui.query.error import QueryError
from kursk_tui.query.fields import HAS, IS, field_names
from kursk_tui.query.index import Index
from kursk_tui.query.matching import answer
from kursk_tui.query.parser import parse
from kursk_tui.query.view import View

__all__ = [
    "HAS",
    "IS",
    "Answer",
    "Index",
    "QueryError",
    "View",
    "answer",
    "bits",
    "field_names",
    "members",
    "parse",
]
