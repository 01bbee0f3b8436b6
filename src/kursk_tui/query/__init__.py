"""The query language: three-valued answers over the claims of a briefing."""

from kursk_tui.query.answer import Answer, bits, members
from kursk_tui.query.completion import Completion, complete
from kursk_tui.query.conflicts import Conflict, Statement
from kursk_tui.query.error import QueryError
from kursk_tui.query.fields import HAS, IS, field_names
from kursk_tui.query.hints import hint
from kursk_tui.query.index import Index
from kursk_tui.query.matching import answer
from kursk_tui.query.parser import parse
from kursk_tui.query.view import View

__all__ = [
    "HAS",
    "IS",
    "Answer",
    "Completion",
    "Conflict",
    "Index",
    "QueryError",
    "Statement",
    "View",
    "answer",
    "bits",
    "complete",
    "field_names",
    "hint",
    "members",
    "parse",
]
