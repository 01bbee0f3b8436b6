"""Compose editions into one briefing, whose ids begin with the key of their edition."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple, TypedDict, TypeVar

from kursk_tui.library.decisions import Decisions, Series
from kursk_tui.library.edition import Edition
from kursk_tui.library.ids import composite
from kursk_tui.library.series import declared_series
from kursk_tui.model import (
    FORMAT,
    Attribution,
    Claim,
    Document,
    External,
    Figure,
    Handling,
    Review,
    Source,
    StatementRelation,
)
from kursk_tui.model.briefing import Status
from kursk_tui.model.handling import strictest
from kursk_tui.model.limits import MAX_CITED
from kursk_tui.text.folding import fold
from kursk_tui.text.messages import plural, shortened

_NO_ALIASES: Mapping[str, str] = MappingProxyType({})


class Parts(TypedDict):
    """The fields of a composed briefing, apart from its title."""

    format: Literal["kursk-tui/1"]
    status: Status
    handling: Handling | None
    documents: tuple[Document, ...]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]


def composed(
    editions: Sequence[Edition], decisions: Decisions, aliases: Mapping[str, str] = _NO_ALIASES
) -> Parts:
    """Return editions as the parts of one briefing, in their order, without rejected claims.

    `aliases` has the keys of editions by other keys that name them. The parts are those of valid
    briefings, so they are not validated again.
    """
    sources = _Sources.of(editions, decisions, aliases)
    drafts = any(edition.briefing.status == "draft" for edition in editions)
    return Parts(
        format=FORMAT,
        status="draft" if drafts else "final",
        handling=_handling(editions),
        documents=tuple(_in_series(_documents_of(editions), declared_series(editions, decisions))),
        sources=sources.all,
        claims=tuple(one for edition in editions for one in _claims(edition, sources)),
    )


def sources_by_edition(
    editions: Sequence[Edition], decisions: Decisions, aliases: Mapping[str, str] = _NO_ALIASES
) -> Mapping[str, Mapping[str, str]]:
    """Return the id in the composed briefing of each source, by edition and its id there."""
    return _Sources.of(editions, decisions, aliases).by_edition


def sources_of(
    editions: Sequence[Edition], decisions: Decisions, aliases: Mapping[str, str] = _NO_ALIASES
) -> tuple[Source, ...]:
    """Return the sources of the composed briefing, without composing the rest of it."""
    return _Sources.of(editions, decisions, aliases).all


def _documents_of(editions: Sequence[Edition]) -> Iterator[Document]:
    return (one for edition in editions for one in _documents(edition))


def _in_series(documents: Iterable[Document], series: Mapping[str, Series]) -> Iterator[Document]:
    """Yield documents with the titles of the series that the reader declares for them."""
    for one in documents:
        declared = series.get(one.id)
        yield one if declared is None else one.replace(series=declared.title)


def _documents(edition: Edition) -> Iterator[Document]:
    for document in edition.briefing.documents:
        date = document.date or edition.briefing.date
        title = document.title or edition.briefing.title
        yield document.replace(id=composite(edition.key, document.id), date=date, title=title)


def _claims(edition: Edition, sources: "_Sources") -> Sequence[Claim]:
    """Return the claims of an edition; they are the same as of any day, if the names are."""
    names = sources.by_edition[edition.key], sources.aliases
    if edition.composed is None or edition.composed[0] != names:
        edition.composed = names, tuple(_composed(edition, *names))
    return edition.composed[1]


def _composed(
    edition: Edition, ids: Mapping[str, str], aliases: Mapping[str, str]
) -> Iterator[Claim]:
    for claim in edition.briefing.claims:
        if claim.review_state == "rejected":
            continue
        yield claim.replace(
            id=composite(edition.key, claim.id),
            document=composite(edition.key, claim.document),
            figures=tuple(_figure(edition, figure) for figure in claim.figures),
            attribution=_renamed(claim.attribution, ids),
            relations=tuple(_related(one, edition, ids, aliases) for one in claim.relations),
            external=tuple(_renamed(one, ids) for one in claim.external),
            review=claim.review and _reviewed(edition, claim.review, ids),
        )


def _reviewed(edition: Edition, review: Review, ids: Mapping[str, str]) -> Review:
    """Return the review of a drafted claim; what was taken out of the claim names sources too."""
    out = review.rejected
    attribution = None if out.attribution is None else _renamed(out.attribution, ids)
    figures = tuple(_figure(edition, figure) for figure in out.figures)
    lost = (one.replace(claim=composite(edition.key, one.claim)) for one in out.relations)
    changes = {"attribution": attribution, "figures": figures, "relations": tuple(lost)}
    return review.replace(rejected=out.replace(**changes))


def _figure(edition: Edition, figure: Figure) -> Figure:
    if all(relation.claim is None for relation in figure.relations):
        return figure
    relations = (
        one if one.claim is None else one.replace(claim=composite(edition.key, one.claim))
        for one in figure.relations
    )
    return figure.replace(relations=tuple(relations))


def _related(
    relation: StatementRelation,
    edition: Edition,
    ids: Mapping[str, str],
    aliases: Mapping[str, str],
) -> StatementRelation:
    """Return a relation whose claim has the id that it has in the library."""
    of = relation.of
    key = of.edition and aliases.get(of.edition, of.edition)
    claim = None if of.claim is None else composite(key or edition.key, of.claim)
    source = None if of.source is None else ids[of.source]
    return relation.replace(of=of.replace(edition=key, claim=claim, source=source))


def _handling(editions: Sequence[Edition]) -> Handling | None:
    """Return the strictest label of the editions, and each licence with its editions."""
    stated = [edition.briefing.handling for edition in editions]
    tlp = strictest(one.tlp for one in stated if one is not None)
    counts = Counter(one.licence for one in stated if one is not None and one.licence)
    licences = [
        name
        if count == len(editions)
        else f"{name} ({count:,} of {plural(len(editions), 'edition')})"
        for name, count in counts.items()
    ]
    if tlp is None and not licences:
        return None
    return Handling(tlp=tlp, licence=shortened("; ".join(licences), MAX_CITED) or None)


_folded = lru_cache(maxsize=16_384)(fold)  # many editions have the same sources

_Name = tuple[str, str | None]
"""The folded name of a source, and its country: sources with the same are joined."""

_Chained = TypeVar("_Chained", Attribution, External)


def _renamed(stated: _Chained, ids: Mapping[str, str]) -> _Chained:
    if not stated.chain:
        return stated
    changes: dict[str, object] = {"chain": tuple(ids[source] for source in stated.chain)}
    if isinstance(stated, Attribution) and stated.further:
        further = (tuple(ids[source] for source in chain) for chain in stated.further)
        first = changes["chain"]
        changes["further"] = tuple(one for one in dict.fromkeys(further) if one != first)
    return stated.replace(**changes)


class _Sources(NamedTuple):
    """The sources of all editions, and their ids by edition and id in it."""

    all: tuple[Source, ...]
    by_edition: Mapping[str, Mapping[str, str]]
    aliases: Mapping[str, str]

    @classmethod
    def of(
        cls, editions: Sequence[Edition], decisions: Decisions, aliases: Mapping[str, str]
    ) -> "_Sources":
        """Join sources with the same name and country, and those that the reader has joined."""
        decided = {
            (aliases.get(edition, edition), own): one.id
            for one in decisions.sources
            for edition, own in one.one
        }
        records: dict[object, Source] = {
            one.id: Source(id=one.id, name=one.name, country=one.country)
            for one in decisions.sources
        }
        alike = _joined_names(editions, decided)
        taken = {one.id for one in decisions.sources}
        by_edition: dict[str, dict[str, str]] = {}
        last: dict[object, tuple[object, ...]] = {}
        for edition in editions:
            ids: dict[str, str] = {}
            for source, stated in zip(edition.briefing.sources, _stated(edition), strict=True):
                name, details = stated
                key: object = decided.get((edition.key, source.id)) or alike.get(name) or name
                if key not in records:
                    free = source.id not in taken
                    new = source.id if free else composite(edition.key, source.id)
                    records[key] = source if free else source.replace(id=new)
                    taken.add(new)
                elif last.get(key) != details:  # most editions state the same of a source
                    records[key] = _completed(records[key], source)
                last[key] = details
                ids[source.id] = records[key].id
            by_edition[edition.key] = ids
        return cls(tuple(records.values()), by_edition, aliases)


def _joined_names(
    editions: Sequence[Edition], decided: Mapping[tuple[str, str], str]
) -> Mapping[tuple[str, str | None], str]:
    """Return the name and country of each source that the reader has joined, and with what.

    A later edition that names such a source needs no decision of its own. Names that are joined
    with several sources are left out.
    """
    found: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for edition in editions if decided else ():
        for source in edition.briefing.sources:
            if joined := decided.get((edition.key, source.id)):
                found[_name(source)].add(joined)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _name(source: Source) -> _Name:
    return _folded(source.name), source.country


def _stated(edition: Edition) -> Sequence[tuple[_Name, tuple[object, ...]]]:
    """Return the name of each source of an edition, and what is stated of it; cached there."""
    if edition.stated is None:
        edition.stated = tuple(
            _name_and_details(
                _name(one), (one.short, one.kind, one.country, one.reliability, one.url)
            )
            for one in edition.briefing.sources
        )
    return edition.stated


@lru_cache(maxsize=16_384)
def _name_and_details(name: _Name, details: tuple[object, ...]) -> tuple[_Name, tuple[object, ...]]:
    """Return both; editions that state the same share the result."""
    return name, details


def _completed(known: Source, later: Source) -> Source:
    """Return a source with what a later edition states of it, as far as it states it."""
    fields: Iterable[str] = ("short", "kind", "country", "reliability", "url")
    stated = {
        name: value
        for name in fields
        if (value := getattr(later, name)) is not None and value != getattr(known, name)
    }
    return known.replace(**stated) if stated else known
