"""`has:` finds claims that have direct speech, a figure, a background date or a link."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from kursk_tui.model.figure import ReservedWord
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import (
    BackgroundStated,
    DocumentAmong,
    FigureStated,
    Or,
    Predicate,
    QuoteMatches,
    SourceAmong,
)
from kursk_tui.query.values import choice, one_word

_NAME: ReservedWord = "has"
_URL = re.compile(r"https?://\S")
# No mark opens twice within a quotation: each character is read once, however many are open.
_DIRECT_SPEECH = re.compile(
    "“[^“”]+”|”[^”]+”|„[^„“”]+[“”]|«[^«»]+»|»[^«»]+«|‹[^‹›]+›|「[^「」]+」|『[^『』]+』|〝[^〝〞〟]+[〞〟]"
    '|"[^"]+"|＂[^＂]+＂'
)

_Content = Literal["quote", "figure", "background", "url"]
_FINDS: dict[_Content, str] = {
    "quote": "claims with direct speech in quotation marks",
    "figure": "claims with any figure, also with one that is projected, denied or not asserted",
    "background": "claims with a background date: the year of a comparison, history",
    "url": "claims with a link in their words, or whose source or document has one",
}


class ContentField:
    """The kinds of content that a claim can have."""

    order = 90
    explanations = tuple(
        Explanation(f"`has:{name}`", finds, f"`has:{name}`") for name, finds in _FINDS.items()
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the name of the field."""
        return (_NAME,)

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for a kind of content. Raises QueryError."""
        match choice(name, one_word(name, value), tuple(_FINDS)):
            case "quote":
                return QuoteMatches(_DIRECT_SPEECH)
            case "figure":
                return FigureStated(None)
            case "background":
                return BackgroundStated()
            case "url":
                return _has_url(catalogue)

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the kinds of content."""
        return map(Candidate, _FINDS)


def _has_url(catalogue: Catalogue) -> Predicate:
    documents = frozenset(document.id for document in catalogue.documents if document.url)
    sources = frozenset(source.id for source in catalogue.sources if source.url)
    return Or((QuoteMatches(_URL), DocumentAmong(documents), SourceAmong(sources, "any")))


FIELD: Field = ContentField()
