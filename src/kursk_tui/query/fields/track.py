"""`track:` finds the figures that count what a question asks for."""

from collections.abc import Iterable, Iterator

from kursk_tui.model.figure import LibraryWord
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import FigureStated, Predicate, TrackAmong
from kursk_tui.query.syntax.tree import Stated
from kursk_tui.query.values import choice, one_word

_NAME: LibraryWord = "track"


class TrackField:
    """A question that is followed through time, or a measure."""

    order = 90
    explanations = (
        Explanation(
            "`track:QUESTION`",
            "figures that count what a question of the library asks for, or a part of it; "
            "possibly, if they perhaps do. Each measure is a question",
            "`track:casualties`",
        ),
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the name of the field."""
        return (_NAME,)

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for a question. Raises QueryError."""
        if isinstance(value, Stated):
            return FigureStated(None)
        return TrackAmong(choice(name, one_word(name, value), tuple(catalogue.questions)))

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the questions, then the measures."""
        return map(Candidate, catalogue.questions)


FIELD: Field = TrackField()
