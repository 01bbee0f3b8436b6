"""`text:` finds words of the document."""

from collections.abc import Iterable, Iterator

from kursk_tui.model.figure import ReservedWord
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import All, Contains, Predicate
from kursk_tui.query.syntax.tree import Stated
from kursk_tui.query.values import one_word
from kursk_tui.text.folding import fold

_NAME: ReservedWord = "text"


class TextField:
    """The words of the document that a claim quotes."""

    order = 70
    explanations = (
        Explanation(
            "`text:WORD`",
            "a word or phrase in the words of the document; unlike a bare word, not in the names "
            "of sources, populations and places",
            '`text:"at least"`',
        ),
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the name of the field."""
        return (_NAME,)

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for a word or phrase. Raises QueryError."""
        if isinstance(value, Stated):
            return All()
        return Contains(fold(one_word(name, value).text), "quote")

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield nothing: any text can follow."""
        return iter(())


FIELD: Field = TextField()
