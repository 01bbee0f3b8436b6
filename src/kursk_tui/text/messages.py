"""Small helpers for messages: counts with their noun, shortened quotes, suggestions."""

from collections.abc import Iterable

ELLIPSIS = "…"

_LONGEST = 100
"""A longer word is not compared with any choice."""

_MOST_COMPARED = 1_000
"""Of more choices, only those with the same first letter are compared, at most this many."""


def plural(number: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun, such as `1 claim` or `1,200 claims`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def draft_state(unreviewed: int, doubtful: int) -> str:
    """Return how many claims of a draft are unreviewed, and how many items are doubtful."""
    more = f", {plural(doubtful, 'doubtful item')}" if doubtful else ""
    return f"draft: {plural(unreviewed, 'claim')} unreviewed{more}"


def shortened(text: str, length: int) -> str:
    """Return `text`, cut to `length` characters with an ellipsis at the end if it is longer."""
    return text if len(text) <= length else f"{text[: length - 1]}{ELLIPSIS}"


def closest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that is most similar to `word`, or None if none is similar enough."""
    from difflib import (
        get_close_matches,
    )  # deferred: importing it takes 3 ms, and only errors need it

    if len(word) > _LONGEST:
        return None
    known = list(choices)
    if len(known) > _MOST_COMPARED:
        known = [one for one in known if one[:1] == word[:1]][:_MOST_COMPARED]
    return next(iter(get_close_matches(word, known, n=1)), None)


def suggestion(word: str, choices: Iterable[str], quotes: str = "“”") -> str:
    """Return `; did you mean “…”?` with the choice most similar to `word`, or nothing."""
    found = closest(word, choices)
    return f"; did you mean {quotes[0]}{found}{quotes[1]}?" if found else ""
