"""`id:` finds a claim by its id."""

from collections.abc import Iterable, Iterator

from kursk_tui.model.figure import ReservedWord
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import All, IdIs, Predicate
from kursk_tui.query.syntax.tree import Stated
from kursk_tui.query.values import one_word

_NAME: ReservedWord = "id"


class IdField:
    """The id of a claim, which every claim has."""

    order = 80
    explanations = (
        Explanation("`id:ID`", "the claim with this id, in upper or lower case", "`id:S10`"),
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the name of the field."""
        return (_NAME,)

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for an id. Raises QueryError."""
        return All() if isinstance(value, Stated) else IdIs(one_word(name, value).text.lower())

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the ids of the briefing."""
        return map(Candidate, catalogue.claim_ids)


FIELD: Field = IdField()
