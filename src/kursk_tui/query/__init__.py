"""The query language: from text to syntax tree, to predicate, to three-valued answer."""

from kursk_tui.query.answer import Answer
from kursk_tui.query.bitsets import bits, members
from kursk_tui.query.completion import Completion, complete
from kursk_tui.query.conflicts import Conflict, Statement
from kursk_tui.query.error import QueryError
from kursk_tui.query.evaluator import Evaluator
from kursk_tui.query.index import Index
from kursk_tui.query.memory import MemoryEvaluator
from kursk_tui.query.registry import field_names
from kursk_tui.query.remark import Remark
from kursk_tui.query.resolve import resolve
from kursk_tui.query.syntax import parse
from kursk_tui.query.view import View

__all__ = [
    "Answer",
    "Completion",
    "Conflict",
    "Evaluator",
    "Index",
    "MemoryEvaluator",
    "QueryError",
    "Remark",
    "Statement",
    "View",
    "bits",
    "complete",
    "field_names",
    "members",
    "parse",
    "resolve",
]
