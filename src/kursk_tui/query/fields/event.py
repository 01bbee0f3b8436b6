"""`event:` finds figures by the incident that they count for, as in a table of events."""

from collections.abc import Iterable, Iterator

from kursk_tui.model.figure import LibraryWord
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import EventIs, EventStated, Predicate
from kursk_tui.query.syntax.tree import Stated
from kursk_tui.query.values import one_word

_NAME: LibraryWord = "event"


class EventField:
    """The event of a figure; a figure that states none may count for any."""

    order = 92
    explanations = (
        Explanation(
            "`event:ID`",
            "figures of the event with this id, in upper or lower case; a figure without an event "
            "does not state it",
            "`event:bridge-12`",
        ),
        Explanation("`event:*`", "figures of any event", "`event:*`"),
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the name of the field."""
        return (_NAME,)

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for the id of an event. Raises QueryError."""
        if isinstance(value, Stated):
            return EventStated()
        return EventIs(one_word(name, value).text.lower())

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the ids of the events."""
        return map(Candidate, catalogue.events)


FIELD: Field = EventField()
