"""`edition:`, `series:` and `publisher:` find claims by where they were printed."""

from collections.abc import Iterable, Iterator

from kursk_tui.library.ids import edition_of
from kursk_tui.model import Document
from kursk_tui.model.figure import LibraryWord
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import DocumentAmong, Predicate
from kursk_tui.query.syntax.tree import Stated
from kursk_tui.query.values import one_word
from kursk_tui.text.folding import Folded, search_folded

_NAMES: tuple[LibraryWord, ...] = ("edition", "series", "publisher")


class DocumentField:
    """The edition, series and publisher of the document of a claim."""

    order = 25
    explanations = (
        Explanation(
            "`edition:NAME`", "claims of editions whose key contains a word", "`edition:nis`"
        ),
        Explanation("`series:NAME`", "claims of documents of a series", '`series:"uk mod update"`'),
        Explanation(
            "`publisher:NAME`", "claims of documents of a publisher", '`publisher:"agency c"`'
        ),
        Explanation("`series:*`, `publisher:*`", "any that is stated", "`series:*`"),
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the three names."""
        return _NAMES

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for the documents with a name. Raises QueryError."""
        names = {document.id: _name(document, name) for document in catalogue.documents}
        if isinstance(value, Stated):
            return DocumentAmong(frozenset(one for one, stated in names.items() if stated))
        is_in = search_folded(one_word(name, value).text)
        return DocumentAmong(
            frozenset(one for one, stated in names.items() if is_in(Folded.of(stated)))
        )

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the names in the briefing."""
        names = dict.fromkeys(_name(document, name) for document in catalogue.documents)
        return map(Candidate, filter(None, names))


def _name(document: Document, name: str) -> str:
    if name == "edition":
        return edition_of(document.id)
    return (document.series if name == "series" else document.publisher) or ""


FIELD: Field = DocumentField()
