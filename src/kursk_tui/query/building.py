"""Building the tree of a query with the parser, and saying what is wrong where it cannot."""

import re
from functools import cache
from importlib.resources import files
from typing import Any, cast

from lark import Lark, Token, Transformer, UnexpectedInput, v_args
from lark.exceptions import VisitError

from kursk_tui.query.error import QueryError
from kursk_tui.query.tree import (
    And,
    AnyOf,
    Atom,
    Compare,
    Everything,
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

_PHRASE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_UNFINISHED = re.compile(r"(?:^|[\s(])(?:OR|AND|NOT)\s*\Z|\(\s*\Z")
_FIELD_BEFORE = re.compile(r"([^\W\d][\w-]*:)\s*(>=|<=|>|<)?\s*\Z")


def build(text: str) -> Query:
    """Return the tree of a query that is not too long or deep. Raises QueryError."""
    try:
        return cast("Query", _Builder().transform(_lark().parse(text)))
    except UnexpectedInput as error:
        raise _syntax_error(text, error) from None
    except VisitError as error:
        raise error.orig_exc from None


@cache
def _lark() -> Lark:
    grammar = (files("kursk_tui.query") / "grammar.lark").read_text("utf-8")
    return Lark(grammar, parser="lalr", lexer="contextual", propagate_positions=False)


def _span(token: Token) -> tuple[int, int]:
    return cast("int", token.start_pos), cast("int", token.end_pos)


def _unquote(token: Token) -> str:
    return re.sub(r"\\(.)", r"\1", token[1:-1])


@v_args(inline=True)
class _Builder(Transformer[Token, Any]):
    def start(self, query: Query | None = None) -> Query:
        return Everything() if query is None else query

    def or_expr(self, *parts: Query) -> Query:
        return Or(parts)

    def and_expr(self, *parts: Query) -> Query:
        return And(parts)

    def negation(self, part: Query) -> Query:
        return Not(part)

    def group(self, query: Query) -> Query:
        return query

    def term(self, field: Token, value: Value) -> Query:
        name = str(field[:-1])
        return Term(name.lower() if name.isascii() else name, value, _span(field))

    def field_alone(self, field: Token) -> Query:
        start, end = _span(field)
        raise QueryError(f"nothing follows '{field}'", start, end)

    def phrase(self, phrase: Token) -> Query:
        return Word(_searched(_unquote(phrase), phrase), _span(phrase))

    def word(self, word: Token) -> Query:
        return Word(str(word), _span(word))

    def any_of(self, *values: Value) -> Value:
        return AnyOf(values)

    def compare(self, operator: Token, atom: Atom) -> Value:
        return Compare(cast("Operator", str(operator)), atom)

    def range_between(self, low: Atom, high: Atom) -> Value:
        return Range(low, high)

    def range_from(self, low: Atom) -> Value:
        return Range(low, None)

    def range_to(self, high: Atom) -> Value:
        return Range(None, high)

    def stated(self, star: Token) -> Value:
        return Stated(_span(star))

    def atom(self, atom: Token) -> Atom:
        return Atom(str(atom), _span(atom))

    def quoted_atom(self, phrase: Token) -> Atom:
        return Atom(_searched(_unquote(phrase), phrase), _span(phrase))


def _searched(text: str, token: Token) -> str:
    if not text.strip():
        start, end = _span(token)
        raise QueryError("there is nothing between these quotes", start, end)
    return text


def _syntax_error(text: str, error: UnexpectedInput) -> QueryError:
    at = min(error.pos_in_stream if error.pos_in_stream is not None else len(text), len(text))
    token = getattr(error, "token", None)
    if token is not None and token.type == "$END":
        at = len(text)
    before, rest = text[:at], text[at:].lstrip()
    at = len(text) - len(rest) if rest else len(before.rstrip())
    if rest.startswith('"'):
        if phrase := _PHRASE.match(rest):
            end = at + phrase.end()
            return QueryError("'OR' is missing between two values", at, end)
        return QueryError("this quote is not closed", at, len(text))
    if found := _FIELD_BEFORE.search(before):
        part = 2 if found.group(2) else 1
        return QueryError(f"nothing follows '{found.group(part)}'", found.start(part), at)
    return _misplaced(_PHRASE.sub(lambda phrase: "x" * len(phrase[0]), before), rest, at)


def _misplaced(before: str, rest: str, at: int) -> QueryError:
    """Return what is wrong where `rest` follows `before`, in which quotes are blanked."""
    is_open = before.count("(") > before.count(")")
    if not rest and is_open:
        if _UNFINISHED.search(before):
            return QueryError("something must follow here, and then ')'", at, at)
        return QueryError("a ')' is missing here", at, at)
    if rest.startswith(")") and not is_open:
        return QueryError("this ')' closes nothing", at, at + 1)
    if not rest or rest.startswith(")"):
        return QueryError("something must follow here", at, at)
    keyword = re.match(r"(?:OR|AND|NOT)\b", rest)
    length = keyword.end() if keyword else 1
    if rest[:length] in ("OR", "AND"):
        return QueryError(f"something must stand before '{rest[:length]}'", at, at + length)
    if rest[0] == "-":
        return QueryError("something must follow '-'", at, at + 1)
    return QueryError(f"'{rest[:length]}' has no meaning here", at, at + length)
