"""Whether an invalid query is only unfinished, so that more text at its end makes it valid."""

from collections.abc import Iterator

from kursk_tui.model import YARDSTICKS
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.completion import complete
from kursk_tui.query.error import QueryError
from kursk_tui.query.resolve import resolve
from kursk_tui.query.syntax import MAX_LENGTH, TokenKind, parse, tokenize

_ENDINGS = (
    *("", "x", " x", "1", " 1"),
    *(".", "0", "00", "000", "0" * 9),
    *('"', 'x"', "x”", "x»", "x›", "x」"),
)
"""What can end a word, a list, a range, a number or a phrase in quotes."""

_DATES = ("2000-01-01", "9999-12-28", "9999-09-28")
"""Dates whose ends complete every beginning of a date: an early day, and a late one of a range."""

_TERMS = [
    spelling for scale in YARDSTICKS.values() for band in scale.bands for spelling in band.spellings
]
"""Every spelling of a term; completion offers only the terms of the scales in use."""

_MOST = 8
"""The most completions that are tried; the likeliest come first."""


def lasting_error(text: str, error: QueryError, catalogue: Catalogue) -> QueryError | None:
    """Return the error that remains whatever is typed at the end of a query, or None."""
    if error.end < len(text.rstrip()) or len(text) > MAX_LENGTH:
        return error
    if any(_error_in(one, catalogue) is None for one in _longer(text, catalogue)):
        return None
    # An unknown field without a value: the name is the error.
    within = _error_in(f"{text}x", catalogue)
    return within if within is not None and within.end <= len(text) else error


def _longer(text: str, catalogue: Catalogue) -> Iterator[str]:
    """Yield queries that begin with a text, with their parentheses closed."""
    *tokens, _ = tokenize(text)
    kinds = [token.kind for token in tokens]
    closing = ")" * (kinds.count(TokenKind.OPEN) - kinds.count(TokenKind.CLOSE))
    yield from (f"{text}{ending}{closing}" for ending in _ENDINGS)
    for begun in (" O", " OR"):  # between the values of a list
        if text.endswith(begun):
            yield f"{text.removesuffix(begun)}{closing}"
    if tokens and tokens[-1].end == len(text):
        last, before = tokens[-1], text[: tokens[-1].start]
        typed = last.text.lower().removeprefix('"')
        yield from (f"{text}{date[len(typed) :]}{closing}" for date in _DATES)
        for term in _TERMS if last.field == "likelihood" else ():
            if term.startswith(typed):
                yield f'{before}"{term}"{closing}'
    found = complete(text, catalogue)
    yield from (f"{text[: found.start]}{one}{closing}" for one in found.candidates[:_MOST])


def _error_in(text: str, catalogue: Catalogue) -> QueryError | None:
    try:
        resolve(parse(text), catalogue)
    except QueryError as error:
        return error.with_traceback(None)
    return None
