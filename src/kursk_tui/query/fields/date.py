"""`date:` finds dates, by days, months, years and ranges of them."""

from collections.abc import Iterable, Iterator
from math import inf

from kursk_tui.model import Extent, parse_edtf
from kursk_tui.model.figure import ReservedWord
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.error import QueryError, brief
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import DateStated, DateWithin, Predicate
from kursk_tui.query.syntax.tree import Atom, Stated
from kursk_tui.query.values import bounds

_NAME: ReservedWord = "date"
_INEXACT = frozenset("/X~?%")


class DateField:
    """The dates of a claim."""

    order = 10
    explanations = (
        Explanation(
            "`date:DATE`",
            "dates on a day, in a month or in a year",
            "`date:2024-12-19`, `date:2024-12`, `date:2024`",
        ),
        Explanation(
            "`date:>=DATE`, also `>`, `<=`, `<`",
            "dates from or up to a day; a month or a year counts as all of its days",
            "`date:>=2024-12`",
        ),
        Explanation(
            "`date:FIRST..LAST`, also `FIRST..`, `..LAST`",
            "dates in a range, both ends included",
            "`date:..2024-12-04`",
        ),
        Explanation(
            "`date:*`", "any date, except dates in words only and background dates", "`date:*`"
        ),
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the name of the field."""
        return (_NAME,)

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for the days of a value. Raises QueryError."""
        if isinstance(value, Stated):
            return DateStated()
        return DateWithin(*days_of(value, name))

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the dates of the briefing that are exactly a day, a month or a year."""
        return exact_dates(catalogue.dates_in_use)


def exact_dates(dates: Iterable[str]) -> Iterator[Candidate]:
    """Yield the dates that are exactly a day, a month or a year."""
    return map(Candidate, sorted({edtf for edtf in dates if not _INEXACT & set(edtf)}))


def days_of(value: SimpleValue, name: str) -> tuple[int | None, int | None]:
    """Return the first and the last day of a value after a field name. Raises QueryError."""
    return bounds(
        value,
        lambda atom: int(_days(atom, name).start_min),
        lambda atom: int(_days(atom, name).end_max),
    )


def _days(atom: Atom, name: str) -> Extent:
    try:
        extent = parse_edtf(atom.text)
    except ValueError as error:
        from kursk_tui.query.mistyped import date_meant  # deferred: only errors need it

        if meant := date_meant(atom.text):
            message = f"{name}: “{brief(atom.text)}” is not a date"
            raise QueryError(message, *atom.span, meant) from None
        raise QueryError(f"{name}: {error}", *atom.span) from None
    if extent.vague or inf in (-extent.start_min, extent.end_max):
        message = (
            f"{name}: “{brief(atom.text)}” does not name exact days; "
            "write 2024, 2024-12 or 2024-12-19"
        )
        raise QueryError(message, *atom.span)
    return extent


FIELD: Field = DateField()
