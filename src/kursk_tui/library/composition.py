"""Compose editions into one briefing, whose ids begin with the key of their edition."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypedDict, TypeVar

from kursk_tui.library.decisions import Decisions
from kursk_tui.library.edition import Edition
from kursk_tui.library.ids import composite
from kursk_tui.model import (
    FORMAT,
    Attribution,
    Claim,
    Document,
    External,
    Figure,
    Review,
    Source,
)
from kursk_tui.model.briefing import Status
from kursk_tui.text.folding import fold


class Parts(TypedDict):
    """The fields of a composed briefing, apart from its title."""

    format: Literal["kursk-tui/1"]
    status: Status
    documents: tuple[Document, ...]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]


def composed(editions: Sequence[Edition], decisions: Decisions) -> Parts:
    """Return editions as the parts of one briefing, in their order, without rejected claims.

    The parts are those of valid briefings, so they are not validated again.
    """
    sources = _Sources.of(editions, decisions)
    drafts = any(edition.briefing.status == "draft" for edition in editions)
    return Parts(
        format=FORMAT,
        status="draft" if drafts else "final",
        documents=tuple(one for edition in editions for one in _documents(edition)),
        sources=sources.all,
        claims=tuple(one for edition in editions for one in _claims(edition, sources)),
    )


def sources_by_edition(
    editions: Sequence[Edition], decisions: Decisions
) -> Mapping[str, Mapping[str, str]]:
    """Return the id in the composed briefing of each source, by edition and its id there."""
    return _Sources.of(editions, decisions).by_edition


def _documents(edition: Edition) -> Iterator[Document]:
    for document in edition.briefing.documents:
        date = document.date or edition.briefing.date
        title = document.title or edition.briefing.title
        yield document.replace(id=composite(edition.key, document.id), date=date, title=title)


def _claims(edition: Edition, sources: "_Sources") -> Iterator[Claim]:
    ids = sources.by_edition[edition.key]
    for claim in edition.briefing.claims:
        if claim.review_state == "rejected":
            continue
        yield claim.replace(
            id=composite(edition.key, claim.id),
            document=composite(edition.key, claim.document),
            figures=tuple(_figure(edition, figure) for figure in claim.figures),
            attribution=_renamed(claim.attribution, ids),
            external=tuple(_renamed(one, ids) for one in claim.external),
            review=claim.review and _reviewed(edition, claim.review, ids),
        )


def _reviewed(edition: Edition, review: Review, ids: Mapping[str, str]) -> Review:
    """Return the review of a drafted claim; what was taken out of the claim names sources too."""
    out = review.rejected
    attribution = None if out.attribution is None else _renamed(out.attribution, ids)
    figures = tuple(_figure(edition, figure) for figure in out.figures)
    return review.replace(rejected=out.replace(attribution=attribution, figures=figures))


def _figure(edition: Edition, figure: Figure) -> Figure:
    if all(relation.claim is None for relation in figure.relations):
        return figure
    relations = (
        one if one.claim is None else one.replace(claim=composite(edition.key, one.claim))
        for one in figure.relations
    )
    return figure.replace(relations=tuple(relations))


_Chained = TypeVar("_Chained", Attribution, External)


def _renamed(stated: _Chained, ids: Mapping[str, str]) -> _Chained:
    if not stated.chain:
        return stated
    return stated.replace(chain=tuple(ids[source] for source in stated.chain))


class _Sources(NamedTuple):
    """The sources of all editions, and their ids by edition and id in it."""

    all: tuple[Source, ...]
    by_edition: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, editions: Sequence[Edition], decisions: Decisions) -> "_Sources":
        """Join sources with the same name and country, and those that the reader has joined."""
        decided = {name: one.id for one in decisions.sources for name in one.one}
        records: dict[object, Source] = {
            one.id: Source(id=one.id, name=one.name, country=one.country)
            for one in decisions.sources
        }
        taken = {one.id for one in decisions.sources}
        by_edition: dict[str, dict[str, str]] = {}
        for edition in editions:
            ids: dict[str, str] = {}
            for source in edition.briefing.sources:
                key: object = decided.get((edition.key, source.id)) or _name(source)
                if key in records:
                    records[key] = _completed(records[key], source)
                else:
                    free = source.id not in taken
                    new = source.id if free else composite(edition.key, source.id)
                    records[key] = source if free else source.replace(id=new)
                    taken.add(new)
                ids[source.id] = records[key].id
            by_edition[edition.key] = ids
        return cls(tuple(records.values()), by_edition)


def _name(source: Source) -> tuple[str, str | None]:
    return fold(source.name), source.country


def _completed(known: Source, later: Source) -> Source:
    """Return a source with what a later edition states of it, as far as it states it."""
    fields: Iterable[str] = ("short", "kind", "country", "reliability", "url")
    stated = {name: getattr(later, name) for name in fields if getattr(later, name) is not None}
    return known.replace(**stated) if stated else known
