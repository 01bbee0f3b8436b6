"""Insertions: where a bracket, a pair of dashes or "including 3 children" is over."""

from kursk_tui.drafting.sentence import Reading

PARTS = frozenset({"including", "among", "mostly", "mainly", "most", "many", "all", "some"})
"""Words after a comma that open a part of those counted."""


def past_part(reading: Reading, at: int) -> int:
    """Return where ", including 3 children," is over."""
    for ahead in range(at + 1, min(at + 14, len(reading.tokens))):
        if reading.lower(ahead) == ",":
            return ahead
    return at + 2


def past_dash(reading: Reading, at: int) -> int | None:
    """Return where an insertion between two dashes is over, or None if none is."""
    for ahead in range(at + 1, min(at + 30, len(reading.tokens))):
        if reading.lower(ahead) == reading.lower(at):
            return ahead + 1
    return None


def past_bracket(reading: Reading, at: int) -> int:
    """Return where a bracket is over."""
    for ahead in range(at, min(at + 30, len(reading.tokens))):
        if reading.lower(ahead) == ")":
            return ahead + 1
    return at + 1
