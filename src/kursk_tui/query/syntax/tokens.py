"""The tokens of a query, shared by the parser, its error messages and completion."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, auto

from kursk_tui.query.syntax.typed import in_ascii


class TokenKind(StrEnum):
    """The kind of a token."""

    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    AND = auto()
    NOT = auto()
    MINUS = auto()
    FIELD = auto()
    """A name with its colon."""
    PHRASE = auto()
    """Text in quotation marks of any language, the marks included."""
    WORD = auto()
    OPERATOR = auto()
    """A comparison: `>=`, `<=`, `>` or `<`."""
    RANGE = auto()
    """The two dots between the ends of a range."""
    STAR = auto()
    ATOM = auto()
    """A plain value after a field."""
    UNCLOSED = auto()
    """An opening quotation mark without a closing one, and everything after it."""
    STRAY = auto()
    """A character that cannot begin a token of another kind here."""
    END = auto()
    """The end of the query, right after its last token."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a query.

    `start` and `end` are offsets in code points, end exclusive. `text` is as typed for words and
    phrases; signs, names and plain values are in ASCII, whatever form they are typed in. `field` is
    the name of the field whose value the token belongs to; None outside values.
    """

    kind: TokenKind
    text: str
    start: int
    end: int
    field: str | None = None


def _pattern(*kinds: tuple[TokenKind, str]) -> re.Pattern[str]:
    named = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds)
    return re.compile(rf"\s*(?:{named})", re.DOTALL)


_PARENTHESES = ((TokenKind.OPEN, r"\("), (TokenKind.CLOSE, r"\)"))
_SINGLE = "'‘’‚‛"
_PHRASES = (
    r'"(?:[^"\\]|\\.)*"',
    "[“”„‟][^“”‟]*[“”‟]",
    "[«»][^«»]*[«»]",
    "[‹›][^‹›]*[‹›]",
    "「[^」]*」|『[^』]*』|〝[^〞〟]*[〞〟]",
    rf"""[{_SINGLE}][^()"]*?['‘’‛](?=[\s()]|\Z)""",  # within a word, these are apostrophes
)
_QUOTES = (
    (TokenKind.PHRASE, "|".join(_PHRASES)),
    (TokenKind.UNCLOSED, '["“”„‟«»‹›「『〝].*'),
)
_PLAIN = (TokenKind.ATOM, r'(?:(?!\.\.)[^\s()"])+')
_ANYTHING_ELSE = (TokenKind.STRAY, r"\S")

_QUERY = _pattern(
    *_PARENTHESES,
    *((TokenKind(word.lower()), rf'{word}(?=[\s()"]|\Z)') for word in ("OR", "AND", "NOT")),
    (TokenKind.MINUS, r"-(?=[^\s)])"),
    (TokenKind.FIELD, r"[^\W\d][\w-]*:"),
    *_QUOTES,
    (TokenKind.WORD, r'(?!\.\.)[^\s()"-][^\s()"]*'),
    _ANYTHING_ELSE,
)
"""Matches where a term may begin, and between the values of a list."""

_VALUE = _pattern(
    *_PARENTHESES,
    (TokenKind.OPERATOR, r">=|<=|>|<"),
    (TokenKind.RANGE, r"\.\."),
    (TokenKind.STAR, r"\*(?=[\s()]|\Z)"),
    *_QUOTES,
    _PLAIN,
    _ANYTHING_ELSE,
)
"""Matches where the value of a field begins."""

_OPERAND = _pattern(*_PARENTHESES, *_QUOTES, _PLAIN, _ANYTHING_ELSE)
"""Matches after a comparison or the dots of a range."""

_RANGE = _pattern((TokenKind.RANGE, r"\.\."))
"""Matches between the ends of a range."""

_VERBATIM = (TokenKind.PHRASE, TokenKind.UNCLOSED, TokenKind.WORD)
_ADJOINED = re.compile(r"[^\s()]")
_NOTHING_ADJOINED = re.compile(r"[\s)]")


def tokenize(text: str) -> list[Token]:
    """Return the tokens of a query, the last of kind END. Any text can be tokenized."""
    if text.isascii():
        return list(_Scanner(text).tokens())
    typed = in_ascii(text)
    return [_in_original(token, text, typed.offsets) for token in _Scanner(typed.text).tokens()]


def _in_original(token: Token, text: str, offsets: Sequence[int]) -> Token:
    start, end = offsets[token.start], offsets[token.end]
    verbatim = text[start:end] if token.kind in _VERBATIM else token.text
    return replace(token, text=verbatim, start=start, end=end)


def is_plain_word(text: str) -> bool:
    """Return whether a word needs no quotes, because it is a single token."""
    token, *_ = tokenize(text)
    return token.kind is TokenKind.WORD and token.text == text and text[0] not in _SINGLE


def is_plain_value(text: str) -> bool:
    """Return whether a value needs no quotes anywhere in a query."""
    _, token, *_ = tokenize(f"x:{text}")
    # It must not join an operator before it or the dots of a range after it, nor open a phrase.
    alone = not text.startswith(("=", *_SINGLE)) and not text.endswith(".")
    return token.kind is TokenKind.ATOM and token.text == text and alone


class _Scanner:
    """Reads tokens from left to right; the pattern for the next depends on those before."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pattern = _QUERY
        self._field: str | None = None
        self._depth = 0  # of parentheses in the value of the field

    def tokens(self) -> Iterator[Token]:
        """Yield the tokens, the last of kind END."""
        at = 0
        while found := self._pattern.match(self._text, at):
            kind = TokenKind(found.lastgroup or "")
            start, at = found.span(kind)
            token = Token(kind, found[kind], start, at, self._field)
            yield token
            self._prepare_for_next(token)
        yield Token(TokenKind.END, "", at, at, self._field)

    def _prepare_for_next(self, token: Token) -> None:
        match token.kind:
            case TokenKind.FIELD if self._field is None:
                if not _NOTHING_ADJOINED.match(self._text, token.end):
                    self._field, self._pattern = token.text[:-1], _VALUE
            case _ if self._field is not None:
                self._continue_value(token)

    def _continue_value(self, token: Token) -> None:
        match token.kind:
            case TokenKind.OPEN:
                self._depth += 1
                self._pattern = _VALUE
            case TokenKind.CLOSE:
                self._depth -= 1
                self._end_value()
            case TokenKind.OR:
                self._pattern = _VALUE
            case TokenKind.OPERATOR:
                self._pattern = _OPERAND
            case TokenKind.RANGE if _ADJOINED.match(self._text, token.end):
                self._pattern = _OPERAND
            case TokenKind.ATOM | TokenKind.PHRASE if self._begins_range(token):
                self._pattern = _RANGE
            case _:
                self._end_value()

    def _begins_range(self, token: Token) -> bool:
        return self._pattern is _VALUE and self._text.startswith("..", token.end)

    def _end_value(self) -> None:
        self._pattern = _QUERY
        if self._depth <= 0:
            self._field, self._depth = None, 0
