"""`kind:` finds claims that are reported, judged or context."""

from collections.abc import Iterable, Iterator
from typing import get_args

from kursk_tui.model.figure import ReservedWord
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import All, KindAmong, Predicate
from kursk_tui.query.syntax.tree import Stated
from kursk_tui.query.values import choice, one_word
from kursk_tui.vocabulary import ClaimKind

_NAME: ReservedWord = "kind"
_KINDS: tuple[ClaimKind, ...] = get_args(ClaimKind)


class KindField:
    """The kind of a claim, which every claim has."""

    order = 50
    explanations = (
        Explanation("`kind:KIND`", f"claims of a kind: {', '.join(_KINDS)}", "`kind:judgement`"),
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the name of the field."""
        return (_NAME,)

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for a kind. Raises QueryError."""
        if isinstance(value, Stated):
            return All()
        return KindAmong(frozenset({choice(name, one_word(name, value), _KINDS)}))

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the kinds."""
        return map(Candidate, _KINDS)


FIELD: Field = KindField()
