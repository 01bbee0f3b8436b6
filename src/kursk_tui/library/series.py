"""Series that the reader declares in `library.json`: which documents belong to one."""

from collections.abc import Callable, Mapping, Sequence

from kursk_tui.library.decisions import Decisions, Series
from kursk_tui.library.edition import Edition
from kursk_tui.library.ids import composite
from kursk_tui.library.terms import Term, terms_of
from kursk_tui.model import Document
from kursk_tui.text.folding import Folded, search_folded


def declared_series(editions: Sequence[Edition], decisions: Decisions) -> Mapping[str, Series]:
    """Return the series of documents, by their ids in the library; the first match counts."""
    tests = [(one, _test(terms_of(one.of))) for one in decisions.series]
    found: dict[str, Series] = {}
    for edition in editions if tests else ():
        for document in edition.briefing.documents:
            mine = next((one for one, test in tests if test(edition, document)), None)
            if mine is not None:
                found[composite(edition.key, document.id)] = mine
    return found


def _test(terms: Sequence[Term]) -> Callable[[Edition, Document], bool]:
    tests = [(term.field, search_folded(term.words)) for term in terms]

    def matches(edition: Edition, document: Document) -> bool:
        stated = {
            "edition": edition.key,
            "publisher": document.publisher or "",
            "series": document.series or "",
        }
        return bool(tests) and all(is_in(Folded.of(stated[field])) for field, is_in in tests)

    return matches
