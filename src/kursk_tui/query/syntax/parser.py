"""Parse queries into syntax trees, by recursive descent.

    query := any ; any := all (OR all)* ; all := not ([AND] not)* ; not := (NOT | '-') not | term
    term  := '(' any ')' | field ':' value | "phrase" | word
    value := '(' value (OR value)* ')' | operator atom | atom ['..' [atom]] | '..' atom | '*'

A space between terms means AND. No space is needed around a value: what follows a field, an
operator or the dots of a range belongs to it.
"""

import re
from collections.abc import Sequence
from typing import cast

from kursk_tui.query.error import QueryError, brief
from kursk_tui.query.syntax.tokens import Token, TokenKind, tokenize
from kursk_tui.query.syntax.tree import (
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
    Span,
    Stated,
    Term,
    Value,
    Word,
)
from kursk_tui.text.folding import fold

MAX_LENGTH = 4096
"""The most characters of a query."""

MAX_DEPTH = 64
"""The most parentheses and negations around a term."""

_KEYWORDS = (TokenKind.OR, TokenKind.AND, TokenKind.NOT)
_NEGATIONS = (TokenKind.NOT, TokenKind.MINUS)
_TERMS = (*_NEGATIONS, TokenKind.OPEN, TokenKind.FIELD, TokenKind.PHRASE, TokenKind.WORD)
_OPERANDS = (TokenKind.ATOM, TokenKind.PHRASE)


def parse(text: str) -> Query:
    """Return the syntax tree of a query. Raises QueryError."""
    if len(text) > MAX_LENGTH and text.strip():
        message = f"a query has at most {MAX_LENGTH} characters"
        raise QueryError(message, MAX_LENGTH, len(text))
    tokens = tokenize(text)
    _check_depth(tokens)
    return _Parser(text, tokens).parse()


def _check_depth(tokens: Sequence[Token]) -> None:
    """Raise QueryError for nesting that is too deep for the recursive functions."""
    enclosing: list[int] = []
    base = depth = 0
    for token in tokens:
        match token.kind:
            case TokenKind.MINUS | TokenKind.NOT:
                depth += 1
            case TokenKind.OPEN:
                enclosing.append(base)
                base = depth = depth + 1
            case TokenKind.CLOSE:
                base = depth = enclosing.pop() if enclosing else 0
            case TokenKind.FIELD | TokenKind.OPERATOR | TokenKind.RANGE:
                pass  # its value follows
            case _:
                depth = base
        if depth > MAX_DEPTH:
            message = f"parentheses and negations can be nested at most {MAX_DEPTH} deep"
            raise QueryError(message, token.start, token.end)


class _Parser:
    """Turns tokens into a tree; each method reads one rule of the grammar."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._at = 0

    def parse(self) -> Query:
        """Return the tree of the whole query. Raises QueryError."""
        if self._take(TokenKind.END):
            return Everything()
        query = self._any()
        self._expect(TokenKind.END)
        return query

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self, *kinds: TokenKind) -> Token | None:
        token = self._next
        if token.kind not in kinds:
            return None
        self._at += 1
        return token

    def _expect(self, *kinds: TokenKind) -> Token:
        token = self._take(*kinds)
        if token is None:
            raise self._unexpected()
        return token

    def _any(self) -> Query:
        parts = [self._all()]
        while self._take(TokenKind.OR):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all(self) -> Query:
        parts = [self._not()]
        while self._take(TokenKind.AND) or self._next.kind in _TERMS:
            parts.append(self._not())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _not(self) -> Query:
        return Not(self._not()) if self._take(*_NEGATIONS) else self._term()

    def _term(self) -> Query:
        if self._take(TokenKind.OPEN):
            query = self._any()
            self._expect(TokenKind.CLOSE)
            return query
        token = self._expect(TokenKind.FIELD, TokenKind.PHRASE, TokenKind.WORD)
        if token.kind is not TokenKind.FIELD:
            return Word(_content(token), _span(token))
        if self._next.field is None:  # separated from its value by white space
            raise _nothing_follows(token)
        name = token.text[:-1]
        return Term(name.lower() if name.isascii() else name, self._value(), _span(token))

    def _value(self) -> Value:
        if self._take(TokenKind.OPEN):
            values = [self._value()]
            while self._take(TokenKind.OR):
                values.append(self._value())
            self._expect(TokenKind.CLOSE)
            return AnyOf(tuple(values))
        if operator := self._take(TokenKind.OPERATOR):
            return Compare(cast("Operator", operator.text), self._atom())
        if dots := self._take(TokenKind.RANGE):
            if not self._follows(dots):
                raise _nothing_follows(dots)
            return Range(None, self._atom())
        if star := self._take(TokenKind.STAR):
            return Stated(_span(star))
        low = self._atom()
        if dots := self._take(TokenKind.RANGE):
            return Range(low, self._atom() if self._follows(dots) else None)
        return low

    def _follows(self, dots: Token) -> bool:
        """Return whether the upper end of a range directly follows its dots."""
        return self._next.start == dots.end and self._next.kind in (
            *_OPERANDS,
            TokenKind.UNCLOSED,
        )

    def _atom(self) -> Atom:
        token = self._expect(*_OPERANDS)
        return Atom(_content(token), _span(token))

    def _unexpected(self) -> QueryError:
        """Return the error for the next token, which is not allowed where it is."""
        token = self._next
        before = self._tokens[self._at - 1] if self._at else None
        if token.kind is TokenKind.PHRASE:
            return QueryError("“OR” is missing between two values", *_span(token))
        if token.kind is TokenKind.UNCLOSED:
            return QueryError("this quote is not closed", token.start, len(self._text))
        if before and before.kind in (TokenKind.FIELD, TokenKind.OPERATOR):
            return _nothing_follows(before)
        if token.kind in (TokenKind.END, TokenKind.CLOSE):
            return self._ends_early(token, before)
        if token.kind in (TokenKind.OR, TokenKind.AND):
            return QueryError(f"a word or field is missing before “{token.text}”", *_span(token))
        if token.kind is TokenKind.STRAY and token.text == "-":
            return QueryError("a word or field is missing after “-”", *_span(token))
        text = token.text if token.kind in _KEYWORDS else token.text[0]
        start = token.start
        return QueryError(f"“{text}” is not allowed here", start, start + len(text))

    def _ends_early(self, end: Token, before: Token | None) -> QueryError:
        """Return the error for an end or a closing parenthesis that comes too early."""
        kinds = [token.kind for token in self._tokens[: self._at]]
        is_open = kinds.count(TokenKind.OPEN) > kinds.count(TokenKind.CLOSE)
        at = end.start
        if end.kind is TokenKind.CLOSE and not is_open:
            return QueryError("this “)” has no “(” before it", at, at + 1)
        if end.kind is TokenKind.CLOSE or not is_open:
            return QueryError("a word or field is missing here", at, at)
        if before and before.kind in (*_KEYWORDS, TokenKind.OPEN):
            return QueryError("a word or field, and a “)” after it, are missing here", at, at)
        return QueryError("a “)” is missing here", at, at)


def _span(token: Token) -> Span:
    return token.start, token.end


def _nothing_follows(token: Token) -> QueryError:
    return QueryError(f"a value is missing after “{brief(token.text)}”", *_span(token))


def _content(token: Token) -> str:
    """Return the text that a token stands for: its own, or that of a phrase without quotes."""
    text = token.text
    if token.kind is TokenKind.PHRASE:
        text = text[1:-1]
        if token.text[0] == '"':
            text = re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)
        if not fold(text):
            raise QueryError("these quotes are empty", *_span(token))
    if not fold(text):
        raise QueryError("this has no visible characters", *_span(token))
    return text
