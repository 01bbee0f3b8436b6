"""Completion of a query that is being typed: field names, and values from the briefing."""

from dataclasses import dataclass
from typing import NamedTuple

from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate
from kursk_tui.query.registry import field_named, field_names
from kursk_tui.query.syntax import MAX_LENGTH, TokenKind, tokenize
from kursk_tui.query.syntax.tree import Atom
from kursk_tui.text.folding import plain, search_for

_MOST = 50
_QUOTES = '"“”„‟«»‹›「『〝'
_COMPARED = (TokenKind.OPERATOR, TokenKind.RANGE)


@dataclass(frozen=True, slots=True)
class Completion:
    """Texts that can replace the code points from `start` to the cursor."""

    start: int
    candidates: tuple[str, ...]


class _Typed(NamedTuple):
    """The incomplete end of a query: part of a field's value, or of a field's name."""

    start: int
    text: str
    field: str | None = None
    compared: bool = False


def complete(text: str, catalogue: Catalogue) -> Completion:
    """Return the completions of the end of a query, the likeliest first."""
    if len(text) > MAX_LENGTH:
        return Completion(len(text), ())
    typed = _typed_last(text)
    if typed is None:
        return Completion(len(text), ())
    if typed.field is None:
        start = typed.text.lower()
        names = (f"{name}:" for name in field_names(catalogue) if name.startswith(start))
        return Completion(typed.start, tuple(names)[:_MOST])
    values = _values(typed, catalogue)[:_MOST]
    return Completion(typed.start, tuple(map(_written, values)))


def _typed_last(text: str) -> _Typed | None:
    """Return the incomplete end; None if only white space or an operator can follow."""
    *tokens, end = tokenize(text)
    before, last = (end, end, *tokens)[-2:]
    if last.end < len(text) or not tokens:  # after white space, or in an empty query
        return _Typed(len(text), "", end.field, last.kind in _COMPARED)
    match last.kind:
        case TokenKind.FIELD:
            return _Typed(len(text), "", last.text[:-1])
        case TokenKind.OPEN | TokenKind.OPERATOR | TokenKind.RANGE:
            return _Typed(len(text), "", last.field, last.kind in _COMPARED)
        case TokenKind.STRAY if last.text == "-":
            return _Typed(len(text), "", last.field)
        case TokenKind.CLOSE | TokenKind.PHRASE | TokenKind.STRAY:
            return None
        case TokenKind.UNCLOSED if last.field is None:
            return None
    return _Typed(last.start, last.text.lstrip(_QUOTES), last.field, before.kind in _COMPARED)


def _values(typed: _Typed, catalogue: Catalogue) -> list[Candidate]:
    """Return the values that contain the typed text, those that begin with it first."""
    name, is_in = (typed.field or "").lower(), search_for(typed.text)
    field = field_named(name, catalogue)
    if field is None:
        return []
    fitting = dict.fromkeys(
        candidate
        for candidate in field.candidates(name, catalogue, compared=typed.compared)
        if any(map(is_in, (candidate.value, *candidate.aliases)))
    )
    wanted = plain(typed.text)
    return sorted(fitting, key=lambda candidate: not plain(candidate.value).startswith(wanted))


def _written(candidate: Candidate) -> str:
    return candidate.value if candidate.is_syntax else str(Atom(candidate.value))
