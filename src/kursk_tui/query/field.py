"""The protocol of query fields; each is one object in its own module in `fields/`."""

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
    """A row of the table of fields in `docs/query.md`: the syntax of a field, and what it finds.

    `written` is the syntax with placeholders in capitals; `example` is a complete query.
    """

    written: str
    finds: str
    example: str


class Candidate(NamedTuple):
    """A value that may complete a query, and other names that it is found by.

    `is_syntax` is true for `>=100` or `*`; other values are text, and quoted if necessary.
    """

    value: str
    aliases: tuple[str, ...] = ()
    is_syntax: bool = False


class Field(Protocol):
    """A field: its names, and the predicates for its values.

    A module in `fields/` defines such an object as `FIELD`, and nothing else needs to mention it:
    parsing, completion, the list of fields and the test of the documentation find it there.
    """

    @property
    def order(self) -> int:
        """The rank of the field in completion and in the documentation."""
        ...

    @property
    def explanations(self) -> Sequence[Explanation]:
        """The rows of the documentation."""
        ...

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the names of the field in a briefing, in lower case."""
        ...

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for a value after one of the names. Raises QueryError."""
        ...

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield completions of a value; `compared` is true after an operator or in a range."""
        ...
