"""The syntax tree of a query. `str` of a tree is a query that parses to the same tree."""

from dataclasses import dataclass
from dataclasses import field as slot
from typing import Literal

from kursk_tui.query.syntax.tokens import is_plain_value, is_plain_word

Span = tuple[int, int]
"""A place in the text of a query, in code points, end exclusive."""

Operator = Literal[">=", "<=", ">", "<"]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@dataclass(frozen=True, slots=True)
class Atom:
    """A single value, such as `100`, `2024-12` or `"almost certain"`."""

    text: str
    span: Span = slot(default=(0, 0), compare=False)

    def __str__(self) -> str:
        return self.text if is_plain_value(self.text) else _quoted(self.text)


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison, such as `>=100`."""

    operator: Operator
    atom: Atom

    def __str__(self) -> str:
        return f"{self.operator}{self.atom}"


@dataclass(frozen=True, slots=True)
class Range:
    """A range, such as `100..200`, both ends included; None is an open end."""

    low: Atom | None
    high: Atom | None

    def __str__(self) -> str:
        return f"{self.low or ''}..{self.high or ''}"


@dataclass(frozen=True, slots=True)
class Stated:
    """`*`: any value that is stated."""

    span: Span = slot(default=(0, 0), compare=False)

    def __str__(self) -> str:
        return "*"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """`(a OR b)` as the value of a field."""

    values: "tuple[Value, ...]"

    def __str__(self) -> str:
        return f"({' OR '.join(map(str, self.values))})"


Value = Atom | Compare | Range | Stated | AnyOf


@dataclass(frozen=True, slots=True)
class Everything:
    """The empty query: every claim matches."""

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase that a claim contains, in any case."""

    text: str
    span: Span = slot(default=(0, 0), compare=False)

    def __str__(self) -> str:
        return self.text if is_plain_word(self.text) else _quoted(self.text)


@dataclass(frozen=True, slots=True)
class Term:
    """`field:value`."""

    field: str
    value: Value
    span: Span = slot(default=(0, 0), compare=False)

    def __str__(self) -> str:
        return f"{self.field}:{self.value}"


@dataclass(frozen=True, slots=True)
class Not:
    """Negation, which swaps match and no match and keeps the other outcomes."""

    part: "Query"

    def __str__(self) -> str:
        return f"-{_grouped(self.part, And, Or)}"


@dataclass(frozen=True, slots=True)
class And:
    """Two or more parts, all of which must match."""

    parts: "tuple[Query, ...]"

    def __str__(self) -> str:
        return " ".join(_grouped(part, And, Or) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """Two or more parts, any of which must match."""

    parts: "tuple[Query, ...]"

    def __str__(self) -> str:
        return " OR ".join(_grouped(part, Or) for part in self.parts)


Query = Everything | Word | Term | Not | And | Or


def _grouped(part: Query, *kinds: type[And | Or]) -> str:
    return f"({part})" if isinstance(part, kinds) else str(part)
