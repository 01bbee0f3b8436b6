"""Random syntax trees, with every kind of value and with texts that need quotes."""

from hypothesis import strategies as st

from kursk_tui.query.syntax.tree import (
    And,
    AnyOf,
    Atom,
    Compare,
    Not,
    Operator,
    Or,
    Query,
    Range,
    Stated,
    Term,
    Value,
    Word,
)
from kursk_tui.text.folding import fold

OPERATORS: tuple[Operator, ...] = (">=", "<=", ">", "<")
_TRICKY = st.text(alphabet='ab0 ."\\()<>=*:-’\n', min_size=1, max_size=8)
_KNOWN = st.sampled_from(
    ["OR", "AND", "NOT", "or", "-a", "a-b", "a:b", "*", "..", "1..2", ".5", "5.", ">=5", "\\", '"']
)
TEXTS = (_TRICKY | _KNOWN | st.text(min_size=1, max_size=6)).filter(fold)
"""Texts that can be searched for: a query refuses those that show nothing."""
ATOMS = TEXTS.map(Atom)
FIELDS = st.from_regex(r"[a-zé][a-z0-9é_-]{0,6}", fullmatch=True) | st.sampled_from(
    ["or", "not", "killed", "date", "source", "tanks-lost"]
)
SIMPLE_VALUES: st.SearchStrategy[Value] = st.one_of(
    ATOMS,
    st.builds(Compare, st.sampled_from(OPERATORS), ATOMS),
    st.builds(Range, ATOMS, st.none() | ATOMS),
    st.builds(Range, st.none(), ATOMS),
    st.builds(Stated),
)
VALUES: st.SearchStrategy[Value] = st.recursive(
    SIMPLE_VALUES,
    lambda values: st.lists(values, min_size=1, max_size=3).map(lambda some: AnyOf(tuple(some))),
    max_leaves=5,
)


def trees(leaves: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    """Return NOT, AND and OR of these leaves, in every nesting."""

    def grow(parts: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
        several = st.lists(parts, min_size=2, max_size=4).map(tuple)
        return st.one_of(st.builds(Not, parts), st.builds(And, several), st.builds(Or, several))

    return st.recursive(leaves, grow, max_leaves=12)


WORDS = TEXTS.map(Word)
TREES = trees(st.one_of(WORDS, st.builds(Term, FIELDS, VALUES)))
