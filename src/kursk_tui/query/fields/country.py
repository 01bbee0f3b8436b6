"""`country:` finds the countries of sources."""

from collections.abc import Iterable, Iterator

from kursk_tui.model.figure import ReservedWord
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import Predicate, SourceAmong
from kursk_tui.query.syntax.tree import Stated
from kursk_tui.query.values import one_word

_NAME: ReservedWord = "country"


class CountryField:
    """The countries of a claim's sources."""

    order = 60
    explanations = (
        Explanation(
            "`country:CODE`",
            "claims with a source from a country, anywhere in the chain",
            "`country:KR`",
        ),
        Explanation("`country:*`", "claims with a source whose country is known", "`country:*`"),
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the name of the field."""
        return (_NAME,)

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for sources from a country. Raises QueryError."""
        wanted = None if isinstance(value, Stated) else one_word(name, value).text.lower()
        ids = frozenset(
            source.id
            for source in catalogue.sources
            if source.country and wanted in (None, source.country.lower())
        )
        return SourceAmong(ids, "any")

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the countries of the sources."""
        return map(Candidate, (source.country for source in catalogue.sources if source.country))


FIELD: Field = CountryField()
