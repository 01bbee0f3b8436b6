"""The reader's decisions about a library, in `library.json`: what is one, what is asked."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from kursk_tui.counting.names import Names
from kursk_tui.library.terms import terms_of
from kursk_tui.model.record import CLOSED, Id, Label
from kursk_tui.model.source import Country
from kursk_tui.text.folding import fold


class _Record(BaseModel):
    model_config = ConfigDict(**CLOSED, frozen=True)


Key = Annotated[str, Field(strict=True, min_length=1, max_length=4096)]
"""The key of an edition."""


class OneSource(_Record):
    """Sources of some editions that are one; each is named by its edition and its id there."""

    id: Id
    name: Label
    country: Country | None = None
    affiliation: Label | None = None
    one: tuple[tuple[Key, Id], ...] = ()
    because: Label


class OneName(_Record):
    """Names of a population, or of a place, that are one; `within` is what contains it."""

    id: Id
    name: Label
    within: Id | None = None
    one: tuple[Label, ...] = ()
    because: Label


class Two(_Record):
    """Names, or ids, that the reader keeps apart."""

    of: tuple[Label, Label]
    because: Label


class Question(_Record):
    """A count that is followed through time."""

    id: Id
    categories: tuple[Label, ...]
    population: Label | None = None
    place: Label | None = None
    reads: Literal["so far", "nothing"] = "so far"


class Series(_Record):
    """Editions of one recurring product; with `replaces`, each replaces the one before.

    `of` is a query for their documents.
    """

    id: Id
    title: Label
    of: Label
    replaces: bool = False

    @field_validator("of")
    @classmethod
    def _has_terms(cls, of: str) -> str:
        if not terms_of(of):
            raise PydanticCustomError(
                "series_query", "use publisher:NAME, series:NAME or edition:NAME"
            )
        return of


class Decisions(_Record):
    """Everything in `library.json`; each decision has its reason in `because`."""

    format: Literal["kursk-tui-library/1"] = "kursk-tui-library/1"
    title: Label | None = None
    sources: tuple[OneSource, ...] = ()
    populations: tuple[OneName, ...] = ()
    places: tuple[OneName, ...] = ()
    questions: tuple[Question, ...] = ()
    series: tuple[Series, ...] = ()
    independent: tuple[Two, ...] = ()
    two: tuple[Two, ...] = ()

    def replace(self, **changes: object) -> "Decisions":
        """Return a copy with some fields replaced, which are not validated.

        Unlike pydantic's `model_copy`, it does not copy cached properties.
        """
        values = {name: getattr(self, name) for name in type(self).model_fields} | changes
        return Decisions.model_construct(**values)

    @cached_property
    def population_names(self) -> Names:
        """What is decided about the names of populations."""
        return _names(self.populations, self.two)

    @cached_property
    def place_names(self) -> Names:
        """What is decided about the names of places."""
        return _names(self.places, self.two)


NO_DECISIONS = Decisions()


def _names(records: tuple[OneName, ...], apart: tuple[Two, ...]) -> Names:
    one: dict[str, str] = {}
    for record in records:
        one |= {fold(name): record.id for name in (record.name, *record.one)}
    wider = {record.id: frozenset((record.within,)) for record in records if record.within}
    two = (frozenset(one.get(fold(name), fold(name)) for name in pair.of) for pair in apart)
    return Names(one, wider, frozenset(two))
