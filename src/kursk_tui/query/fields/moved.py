"""`moved:` finds figures and likelihoods that differ from what the same origin stated before."""

from collections.abc import Iterable, Iterator
from typing import Literal

from kursk_tui.model.figure import LibraryWord
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import LikelihoodMoved, Predicate, StateIs
from kursk_tui.query.values import choice, one_word

_NAME: LibraryWord = "moved"

_Way = Literal["higher", "lower", "counts", "likelihood"]
_FINDS: dict[_Way, str] = {
    "higher": "figures that are higher than before; possibly, if they are only printed so",
    "lower": "figures that are lower than before; possibly, if they are only printed so",
    "counts": "figures that count something other than before, such as casualties after the killed",
    "likelihood": (
        "judgements whose likelihood differs from that in the previous edition of their series; "
        "judgements in the same words are compared"
    ),
}


class MovedField:
    """How a figure or a likelihood moved."""

    order = 91
    explanations = tuple(
        Explanation(f"`moved:{name}`", finds, f"`moved:{name}`") for name, finds in _FINDS.items()
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the name of the field."""
        return (_NAME,)

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for a way of moving. Raises QueryError."""
        way = choice(name, one_word(name, value), tuple(_FINDS))
        return LikelihoodMoved() if way == "likelihood" else StateIs(way)

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the ways of moving."""
        return map(Candidate, _FINDS)


FIELD: Field = MovedField()
