"""Measures: fields that find figures, such as `killed:>=100`."""

import re
from collections.abc import Iterable, Iterator

from kursk_tui.model import Interval
from kursk_tui.model.figure import STANDARD_MEASURES
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.error import QueryError, brief
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import FigureStated, FigureWithin, Predicate
from kursk_tui.query.syntax.tree import Atom, Stated
from kursk_tui.query.values import bounds

_NUMBER = re.compile(r"([0-9]{1,15}|[0-9]{1,3}(?:[,_][0-9]{3}){1,4})([km])?", re.IGNORECASE)
_THOUSANDS = {"": 1, "k": 1_000, "m": 1_000_000}


class MeasureField:
    """All measures, including those of the briefing. Names of other fields take precedence."""

    order = 100
    explanations = (
        Explanation(
            "`MEASURE:NUMBER`",
            f"figures: {', '.join(STANDARD_MEASURES)}, and every other measure of the file",
            "`killed:100`",
        ),
        Explanation(
            "`MEASURE:>=NUMBER`, also `>`, `<=`, `<`",
            "figures above or below a number, which can be written 11000, 11,000 or 11k",
            "`deployed:>=11k`",
        ),
        Explanation(
            "`MEASURE:LOW..HIGH`, also `LOW..`, `..HIGH`",
            "figures in a range, both ends included",
            "`wounded:500..2000`",
        ),
        Explanation("`MEASURE:*`", "any figure of the measure", "`casualties:*`"),
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the standard measures and those of the briefing."""
        return dict.fromkeys((*STANDARD_MEASURES, *catalogue.measures))

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for a number or range of a measure. Raises QueryError."""
        if isinstance(value, Stated):
            return FigureStated(name)
        return FigureWithin(name, Interval(*bounds(value, _number)))

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the numbers in the briefing."""
        if name in catalogue.measures and not compared:
            yield Candidate("*", is_syntax=True)
        for number in sorted(catalogue.counts(name)):
            written = str(number) if compared else f">={number}"
            yield Candidate(written, (str(number),), is_syntax=True)


def _number(atom: Atom) -> int:
    """Return an atom as a whole number; it is written `1000`, `1,000` or `1k`."""
    found = _NUMBER.fullmatch(atom.text)
    if not found:
        from kursk_tui.query.mistyped import number_meant  # deferred: only errors need it

        if meant := number_meant(atom.text):
            raise QueryError(f"“{brief(atom.text)}” is not a whole number", *atom.span, meant)
        in_words = atom.text.replace(" ", "").isalpha()  # "at least", for example
        write = ">=1000 for at least, <=1000 for at most" if in_words else "1000, 1,000 or 1k"
        raise QueryError(f"“{brief(atom.text)}” is not a whole number; write {write}", *atom.span)
    digits, suffix = found.group(1), found.group(2) or ""
    return int(digits.replace(",", "").replace("_", "")) * _THOUSANDS[suffix.lower()]


FIELD: Field = MeasureField()
