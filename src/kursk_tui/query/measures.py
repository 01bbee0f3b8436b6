"""Measures in the query language, such as `killed:>=100`."""

import re

from kursk_tui.model import Interval
from kursk_tui.query.answer import Answer
from kursk_tui.query.error import QueryError
from kursk_tui.query.index import Index
from kursk_tui.query.scales import MATCH, NO, POSSIBLE, ends, graded, stated
from kursk_tui.query.tree import Atom, Stated, Term, Value

_NUMBER = re.compile(r"([0-9]{1,15}|[0-9]{1,3}(?:[,_][0-9]{3}){1,4})([km])?", re.IGNORECASE)
_THOUSANDS = {"": 1, "k": 1_000, "m": 1_000_000}


def _number(atom: Atom) -> int:
    """Return the whole number an atom writes, such as `1000`, `1,000` or `1k`.

    Raises QueryError.
    """
    found = _NUMBER.fullmatch(atom.text)
    if not found:
        in_words = atom.text.replace(" ", "").isalpha()  # "at least", for example
        write = ">=1000 for at least, <=1000 for at most" if in_words else "1000, 1,000 or 1k"
        raise QueryError(f"'{atom.text}' is not a whole number; write {write}", *atom.span)
    digits, suffix = found.group(1), found.group(2) or ""
    return int(digits.replace(",", "").replace("_", "")) * _THOUSANDS[suffix.lower()]


def answer_measure(index: Index, term: Term, value: Value) -> Answer:
    """Answer a measure, such as `killed:>=100`."""
    figures = index.figures.get(term.field, [])
    if isinstance(value, Stated):
        return stated((claim for claim, _ in figures), index)
    low, high = ends(value, _number)
    asked = Interval(low, high)
    return graded(((claim, _grade_interval(have, asked)) for claim, have in figures), index)


def _grade_interval(have: Interval, asked: Interval) -> int:
    if have.within(asked):
        return MATCH
    return POSSIBLE if have.meets(asked) else NO
