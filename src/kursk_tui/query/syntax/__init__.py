"""The tokenizer and the parser of queries, and their syntax tree."""

from kursk_tui.query.syntax.parser import MAX_LENGTH, parse
from kursk_tui.query.syntax.tokens import Token, TokenKind, tokenize

__all__ = ["MAX_LENGTH", "Token", "TokenKind", "parse", "tokenize"]
