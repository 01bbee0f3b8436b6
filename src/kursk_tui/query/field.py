"""What a field of the query language is: one object in a file of its own in `fields/`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.predicates import Predicate
from kursk_tui.query.syntax.tree import Atom, Compare, Range, Stated

SimpleValue = Atom | Compare | Range | Stated
"""A value of a field that is not a list of alternatives."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A row of the table of fields in `docs/query.md`: how a field is written, and what it finds.

    `written` is a form with placeholders in capitals, `example` a whole query.
    """

    written: str
    finds: str
    example: str


class Candidate(NamedTuple):
    """A value that may complete a query, and other names under which it is found.

    `is_syntax` tells `>=100` or `*` from text, which is put in quotes where it needs them.
    """

    value: str
    aliases: tuple[str, ...] = ()
    is_syntax: bool = False


class Field(Protocol):
    """A field: its names, and what it makes of a value.

    A module of `fields/` ends with an object of this kind as `FIELD`, and nothing else has to name
    it: parsing, completion, the list of fields and the test of the documentation find it there.
    """

    @property
    def order(self) -> int:
        """The place among the fields, in completion and in the documentation."""
        ...

    @property
    def explanations(self) -> Sequence[Explanation]:
        """The rows of the documentation."""
        ...

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the names of the field in a briefing, in lower case."""
        ...

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return what a value asks of the field under one of its names. Raises QueryError."""
        ...

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield values to complete with, `compared` after an operator or the dots of a range."""
        ...
