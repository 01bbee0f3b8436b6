"""Insertions: where a bracket, a pair of dashes or "including 3 children" ends."""

from kursk_tui.english.annotated_sentence import Reading

PARTS = frozenset({"including", "among", "mostly", "mainly", "most", "many", "all", "some"})
"""Words that, after a comma, begin a part of the people counted."""


def past_part(reading: Reading, at: int) -> int:
    """Return the token after the insertion ", including 3 children,"."""
    for ahead in range(at + 1, min(at + 14, len(reading.tokens))):
        if reading.lower(ahead) == ",":
            return ahead
    return at + 2


def past_dash(reading: Reading, at: int) -> int | None:
    """Return the token after an insertion between two dashes, or None if there is none."""
    for ahead in range(at + 1, min(at + 30, len(reading.tokens))):
        if reading.lower(ahead) == reading.lower(at):
            return ahead + 1
    return None


def past_bracket(reading: Reading, at: int) -> int:
    """Return the token after a bracket."""
    for ahead in range(at, min(at + 30, len(reading.tokens))):
        if reading.lower(ahead) == ")":
            return ahead + 1
    return at + 1
