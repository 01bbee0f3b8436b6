"""The query language: from text to syntax tree, to predicate, to three-valued answer.

This module has what views need; what only queries need is imported from its own module.
"""

from kursk_tui.query.answer import Answer
from kursk_tui.query.baseline import Baseline, Differing, Pending
from kursk_tui.query.bitsets import bits, members
from kursk_tui.query.error import QueryError
from kursk_tui.query.index import Index
from kursk_tui.query.remark import Remark
from kursk_tui.query.view import View

__all__ = [
    "Answer",
    "Baseline",
    "Differing",
    "Index",
    "Pending",
    "QueryError",
    "Remark",
    "View",
    "bits",
    "members",
]
