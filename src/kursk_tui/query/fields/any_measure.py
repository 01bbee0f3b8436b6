"""`measure:` finds figures by a measure, also by one that is a word of the query language."""

from collections.abc import Iterable, Iterator

from kursk_tui.model.figure import LibraryWord
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import FigureStated, Predicate
from kursk_tui.query.syntax.tree import Stated
from kursk_tui.query.values import choice, one_word

_NAME: LibraryWord = "measure"


class AnyMeasureField:
    """The measure of a figure."""

    order = 101
    explanations = (
        Explanation(
            "`measure:NAME`",
            "any figure of the measure, also if its name is a word of the query language",
            "`measure:killed`",
        ),
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the name of the field."""
        return (_NAME,)

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for a measure. Raises QueryError."""
        if isinstance(value, Stated):
            return FigureStated(None)
        return FigureStated(choice(name, one_word(name, value), tuple(catalogue.measures)))

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the measures of the briefing."""
        return map(Candidate, catalogue.measures)


FIELD: Field = AnyMeasureField()
