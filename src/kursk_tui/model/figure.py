"""Figures: numbers as printed, their qualifiers, and the intervals that these establish."""

from typing import Annotated, Literal, Self, get_args

from pydantic import Field, Strict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from kursk_tui.model.interval import Interval
from kursk_tui.model.record import Entries, Id, Label, Offset, Prose, Record, Words, record
from kursk_tui.model.when import Edtf
from kursk_tui.vocabulary import FigureBasis, Modality, Qualifier, RelationKind, Tally

STANDARD_MEASURES = (
    "killed",
    "wounded",
    "missing",
    "captured",
    "casualties",
    "deployed",
    "sent",
    "repatriated",
)
"""Measures that can be queried in every briefing. They are never converted into each other."""

ReservedWord = Literal[
    "date",
    "source",
    "origin",
    "via",
    "likelihood",
    "confidence",
    "kind",
    "country",
    "text",
    "id",
    "is",
    "has",
]
RESERVED_WORDS: frozenset[str] = frozenset(get_args(ReservedWord))
"""Names of query fields, which the file format reserves: a measure must not have them."""

LibraryWord = Literal[
    "edition",
    "series",
    "publisher",
    "known",
    "published",
    "said",
    "origins",
    "independent",
    "track",
    "moved",
    "affiliation",
    "measure",
    "event",
]
LIBRARY_WORDS: frozenset[str] = frozenset(get_args(LibraryWord))
"""Names of query fields for libraries. Older files may have measures with these names, which are
found by `measure:`; `check` warns about them.
"""

Measure = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z][a-z0-9_-]{0,31}$")]
"""What a figure counts: one of STANDARD_MEASURES, or another lower-case word."""

MAX_CATEGORIES = 16
"""The maximum number of categories of a figure."""

Count = Annotated[int, Field(strict=True, ge=0, le=10**15)]
"""A whole number of people or things."""

_VALUES_NEEDED: dict[Qualifier, int] = {"between": 2, "no number": 0}


def interval(qualifier: Qualifier, values: tuple[int, ...], best: int | None = None) -> Interval:
    """Return the interval that a qualifier and its values establish, and nothing more.

    `best` is the best estimate between two bounds.
    """
    match qualifier, values:
        case "exactly", (value,):
            return Interval(value, value, value)
        case "at least", (value,):
            return Interval(lower=value)
        case "more than", (value,):
            return Interval(lower=value + 1)
        case "at most", (value,):
            return Interval(upper=value)
        case "less than", (value,):
            return Interval(upper=value - 1)
        case "nearly", (value,):
            return Interval(upper=value - 1, best=value)
        case "about", (value,):
            return Interval(best=value)
        case "between", (low, high):
            return Interval(low, high, best)
    return Interval()


@record
class FigureRelation(Record):
    """What a figure is to another, which is named by its words.

    `start` is required only if several figures have these words. `claim` is the claim of the other
    figure, unless it is the same claim.
    """

    kind: RelationKind
    words: Words
    start: Offset | None = None
    claim: Id | None = None


@record
class Figure(Record):
    """A quantity that a claim states, in the words of the document.

    `start` is required only if `words` occur more than once in the claim. `population`, `place`
    and `period` are absent where the document does not state them. `categories` are the measures
    that the document includes in this one, such as killed and wounded in casualties. `covers` are
    the days of the period, resolved, and `tally` is how the figure counts in them. `event` is the
    id of the incident that it counts for, as in a table of events.

    `best` is the best estimate between the two values of "between". The words of a figure that is
    not printed are those that the number was coded or derived from.
    """

    measure: Measure
    words: Words
    start: Offset | None = None
    qualifier: Qualifier
    values: tuple[Count, ...] = ()
    best: Count | None = None
    basis: FigureBasis = "printed"
    categories: Annotated[tuple[Measure, ...], Field(max_length=MAX_CATEGORIES)] = ()
    population: Label | None = None
    place: Label | None = None
    event: Id | None = None
    period: Label | None = None
    covers: Edtf | None = None
    tally: Tally | None = None
    preliminary: Annotated[bool, Strict()] = False
    modality: Modality = "asserted"
    relations: Entries[FigureRelation] = ()
    note: Prose | None = None

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        needed = _VALUES_NEEDED.get(self.qualifier, 1)
        if len(self.values) != needed:
            raise PydanticCustomError(
                "values_for_qualifier",
                "“{qualifier}” takes {needed} in “values”, but there are {given}",
                {
                    "qualifier": self.qualifier,
                    "needed": ("no number", "one number", "two numbers")[needed],
                    "given": len(self.values),
                },
            )
        if needed == 2 and self.values[0] > self.values[1]:
            raise PydanticCustomError(
                "values_in_order", "“values” must be in order, the lower number first"
            )
        if self.qualifier in ("less than", "nearly") and self.values == (0,):
            raise PydanticCustomError(
                "values_possible",
                "“{qualifier}” 0 is impossible: a count cannot be negative",
                {"qualifier": self.qualifier},
            )
        self._check_best()
        self._check_categories()
        if self.period is None and (self.covers is not None or self.tally is not None):
            name = "tally" if self.covers is None else "covers"
            message = "“{name}” needs “period”, the words of the period"
            raise PydanticCustomError("period_needed", message, {"name": name})
        return self

    def _check_best(self) -> None:
        if self.best is None:
            return
        if self.qualifier != "between":
            raise PydanticCustomError(
                "best_between",
                "“best” is only for “between”, but “qualifier” is “{qualifier}”",
                {"qualifier": self.qualifier},
            )
        low, high = self.values
        if not low <= self.best <= high:
            raise PydanticCustomError(
                "best_within",
                "“best” is {best}, which is not from {low} to {high}",
                {"best": self.best, "low": low, "high": high},
            )

    def _check_categories(self) -> None:
        if not self.categories:
            return
        if self.measure in STANDARD_MEASURES and self.measure != "casualties":
            raise PydanticCustomError(
                "categories_of_sum",
                "“categories” is for a sum such as casualties, but “{measure}” counts only itself",
                {"measure": self.measure},
            )
        if self.measure in self.categories or len(set(self.categories)) < len(self.categories):
            raise PydanticCustomError(
                "categories_differ",
                "“categories” contains other measures than “{measure}”, each of them once",
                {"measure": self.measure},
            )

    @property
    def interval(self) -> Interval:
        """The interval that the words establish."""
        return interval(self.qualifier, self.values, self.best)


_RANKS = {measure: rank for rank, measure in enumerate(STANDARD_MEASURES)}


def measure_order(figure: Figure) -> tuple[int, str, bool]:
    """Return a key that sorts standard measures before others, and numbers before magnitudes."""
    return _RANKS.get(figure.measure, len(_RANKS)), figure.measure, not figure.values
