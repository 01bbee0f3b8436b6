"""From the text of a query to its syntax tree: one tokenizer, one parser."""

from kursk_tui.query.syntax.parser import parse
from kursk_tui.query.syntax.tokens import Token, TokenKind, tokenize

__all__ = ["Token", "TokenKind", "parse", "tokenize"]
