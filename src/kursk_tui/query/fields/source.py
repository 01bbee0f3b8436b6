"""`source:`, `origin:` and `via:` find the sources of a claim, by their place in the chain."""

from collections.abc import Iterable, Iterator

from kursk_tui.model.figure import ReservedWord
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import HOPS, Hops, Predicate, SourceAmong, SourceStated
from kursk_tui.query.syntax.tree import Stated
from kursk_tui.query.values import one_word
from kursk_tui.text.folding import fold, search_folded

_NAMES: dict[ReservedWord, Hops] = {"source": "any", "origin": "origin", "via": "relays"}


class SourceField:
    """The sources of a claim, under three names."""

    order = 20
    explanations = (
        Explanation(
            "`source:NAME`",
            "claims with a source, anywhere in the chain; NAME is an id, or a part of a name",
            "`source:nis`",
        ),
        Explanation("`origin:NAME`", "claims whose chain begins with a source", "`origin:nis`"),
        Explanation("`via:NAME`", "claims that a source relays", "`via:lee`"),
        Explanation("`source:*`, `origin:*`, `via:*`", "any such source", "`via:*`"),
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the three names."""
        return _NAMES

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for the sources that a value names. Raises QueryError."""
        hops = _hops(name)
        if isinstance(value, Stated):
            return SourceStated(hops)
        return SourceAmong(_named(one_word(name, value).text, catalogue), hops)

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the ids of sources at this place in a chain; they are also found by name."""
        hops = HOPS[_hops(name)]
        used = dict.fromkeys(source_id for chain in catalogue.chains for source_id in chain[hops])
        by_id = {source.id: source for source in catalogue.sources}
        for source in map(by_id.__getitem__, used):
            yield Candidate(source.id, (source.name, source.short or ""))


def _hops(name: str) -> Hops:
    return next(hops for word, hops in _NAMES.items() if word == name)


def _named(text: str, catalogue: Catalogue) -> frozenset[str]:
    """Return the id that equals the text, or the ids of all sources whose names contain it."""
    if exact := catalogue.sources_by_folded_id.get(fold(text)):
        return exact
    is_in = search_folded(text)
    return frozenset(one for one, names in catalogue.source_names.items() if is_in(names))


FIELD: Field = SourceField()
