"""`said:`, `published:` and `known:` find claims by the date of their statement or document."""

from collections.abc import Iterable, Iterator

from kursk_tui.model.figure import LibraryWord
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.fields.date import days_of, exact_dates
from kursk_tui.query.predicates import Clock, DateStated, DateWithin, Predicate
from kursk_tui.query.syntax.tree import Stated

_NAMES: dict[LibraryWord, Clock] = {
    "said": "said",
    "published": "published",
    "known": "known",
}


class ClockField:
    """When a claim was said, published, and known to the reader; written as for `date:`."""

    order = 12
    explanations = (
        Explanation(
            "`said:DATE`", "claims reported on a day, or else published on it", "`said:2024-12-19`"
        ),
        Explanation(
            "`published:DATE`", "claims of documents with this date", "`published:2024-12`"
        ),
        Explanation(
            "`known:..DATE`",
            "claims of editions that the reader had by then: as acquired, or else as published",
            "`known:..2024-12-20`",
        ),
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the three names."""
        return _NAMES

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for the days of a value. Raises QueryError."""
        clock = next(clock for word, clock in _NAMES.items() if word == name)
        if isinstance(value, Stated):
            return DateStated(clock)
        return DateWithin(*days_of(value, name), clock)

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the dates of the documents."""
        return exact_dates(one.date for one in catalogue.documents if one.date)


FIELD: Field = ClockField()
