"""Build the report of a view."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kursk_tui.formats.report import (
    ChangesSection,
    ClaimEntry,
    ConflictEntry,
    DatedRow,
    DocumentEntry,
    FigureRow,
    LevelRow,
    LikelihoodRow,
    Report,
    Selection,
    SideRow,
    SourceRow,
    UncomparedRow,
)
from kursk_tui.model import Briefing, Claim, Figure, Likelihood, Source, parse_edtf
from kursk_tui.model.figure import measure_order
from kursk_tui.query import View, conflict_words
from kursk_tui.query.conflicts import Conflict, Side
from kursk_tui.query.uncompared import find_uncompared
from kursk_tui.text.messages import plural
from kursk_tui.tracking.statements import Told
from kursk_tui.wording import citation, libraries, phrases


def build_report(view: View) -> Report:
    """Return the report of a view."""
    briefing = view.briefing
    claims = [view.claims[number] for number in view.numbers]
    about = [plural(len(view.claims), "claim"), plural(len(briefing.sources), "source")]
    if briefing.date:
        about.insert(0, phrases.date(briefing.date))
    about[:0] = filter(None, (libraries.as_of(briefing), libraries.extent(briefing)))
    if conflicts := conflict_words.totals(view.index.conflicts):
        about.append(conflicts)
    return Report(
        title=briefing.title,
        handling=phrases.handling(briefing),
        about=" · ".join(about),
        draft=libraries.drafts(briefing) or phrases.draft(briefing),
        selection=selection_of(view) if view.query_text else None,
        timeline=_timeline(claims),
        undated=tuple(claim.id for claim in claims if not _states_date(claim)),
        figures=tuple(
            _figure(view.claims[number].figures[part], view.claims[number], briefing)
            for number, part in figures_in_order(view)
        ),
        sources=_sources(claims, briefing),
        unattributed=tuple(claim.id for claim in claims if not claim.attribution.chains),
        likelihoods=tuple(
            _likelihood(likelihood, claim) for claim in claims for likelihood in claim.likelihoods
        ),
        levels=tuple(LevelRow(claim.confidence, claim.id) for claim in claims if claim.confidence),
        conflicts=tuple(_conflict(conflict, briefing) for conflict in view.conflicts),
        uncompared=tuple(_uncompared(view)),
        changes=_changes(view) if view.baseline is not None else None,
        claims=tuple(
            _claim(
                view.claims[number],
                view.possible(number),
                briefing,
                view.index.relays.get(number),
            )
            for number in view.numbers
        ),
        documents=tuple(_documents(claims, briefing)),
        possible=frozenset(view.claims[one].id for one in view.numbers if view.possible(one)),
        in_library=briefing.is_library,
        hidden=libraries.nothing_known(briefing) or libraries.not_known_yet(briefing),
    )


def _states_date(claim: Claim) -> bool:
    """Return whether a claim states a date of its own or of background, not only in words."""
    return bool(claim.dated) or any(when.placed for when in claim.background_dates)


def _changes(view: View) -> ChangesSection:
    from kursk_tui.formats.report_changes import changes_of  # loaded if there is a comparison

    return changes_of(view)


def figures_in_order(view: View) -> Sequence[tuple[int, int]]:
    """Return the claim and the part of each figure of a view, by measure as on the screen."""
    found = [
        (number, part)
        for number in view.numbers
        for part in range(len(view.claims[number].figures))
    ]
    return sorted(found, key=lambda place: measure_order(view.claims[place[0]].figures[place[1]]))


def selection_of(view: View) -> Selection:
    """Return the query of a view, and how many claims match."""
    answer = view.answer
    matches = plural(answer.match.bit_count(), "match", "matches")
    possible, unstated = answer.possible.bit_count(), answer.unstated.bit_count()
    counts = f"{matches}, {possible:,} possible, {unstated:,} not stated"
    return Selection(view.query_text, counts, plural(len(view.claims), "claim"))


def _timeline(claims: list[Claim]) -> tuple[DatedRow, ...]:
    """Return every date, sorted by the first day it may cover; background dates come last."""
    found = [
        (
            (when.role == "background", parse_edtf(when.placed).start_min),
            DatedRow(phrases.date(when.placed), phrases.role(when), claim.summary, claim.id),
        )
        for claim in claims
        for when in claim.when
        if when.placed
    ]
    return tuple(row for _, row in sorted(found, key=lambda entry: entry[0]))


def _who(claim: Claim, briefing: Briefing) -> str:
    return phrases.who(claim, briefing) if claim.attribution.chains else ""


def _figure(figure: Figure, claim: Claim, briefing: Briefing) -> FigureRow:
    return FigureRow(
        measure=figure.measure,
        words=figure.words,
        bounds=phrases.bounds(figure),
        likelihoods=phrases.likelihoods(claim, figure),
        counted=phrases.counted(figure),
        population_stated=figure.population is not None,
        who=_who(claim, briefing),
        claim=claim.id,
    )


def _sources(claims: list[Claim], briefing: Briefing) -> tuple[SourceRow, ...]:
    """Return the sources that the claims name, in the order of the briefing."""
    naming: dict[str, list[str]] = {}
    for claim in claims:
        for source_id in claim.attribution.sources:
            naming.setdefault(source_id, []).append(claim.id)
    return tuple(
        SourceRow(source.name, _about(source), source.url, tuple(naming[source.id]))
        for source in briefing.sources
        if source.id in naming
    )


def _about(source: Source) -> str:
    grade = f"reliability {source.reliability or 'not stated'}"
    return ", ".join(filter(None, (source.kind, source.country, grade)))


def _likelihood(likelihood: Likelihood, claim: Claim) -> LikelihoodRow:
    return LikelihoodRow(
        term=likelihood.term,
        range=likelihood.band.printed,
        scale=phrases.scale(likelihood),
        scope=likelihood.scope.exact if likelihood.scope else None,
        claim=claim.id,
    )


def _conflict(conflict: Conflict, briefing: Briefing) -> ConflictEntry:
    return ConflictEntry(
        counted=conflict_words.counted(conflict),
        verdict=conflict_words.verdict(conflict),
        origins=conflict_words.origins(conflict),
        grounds=conflict_words.grounds(conflict),
        sides=tuple(_side(side, conflict, briefing) for side in conflict.sides),
    )


def _side(side: Side, conflict: Conflict, briefing: Briefing) -> SideRow:
    figure = side.statement.figure
    why = conflict_words.opposed(side, lambda rival: briefing.claims[rival.claim].id)
    row = _side_row(figure, briefing.claims[side.statement.claim], why, briefing)
    if side.statement.relays is not None:
        row = replace(row, who=f"{row.who}; {phrases.completed_chain(side.statement, briefing)}")
    return replace(row, counted=(*conflict_words.measured(figure, conflict), *row.counted))


def _uncompared(view: View) -> Iterator[UncomparedRow]:
    """Yield the figures shown that are compared with no other of the briefing."""
    briefing = view.briefing
    for one in find_uncompared(view.index):
        if view.flags[one.claim]:
            why = conflict_words.why_not_compared(one, lambda other: view.claims[other.claim].id)
            row = _side_row(one.figure, view.claims[one.claim], why, briefing)
            yield UncomparedRow(one.figure.measure, row)


def _side_row(figure: Figure, claim: Claim, why: str, briefing: Briefing) -> SideRow:
    return SideRow(
        words=figure.words,
        bounds=phrases.bounds(figure),
        likelihoods=phrases.likelihoods(claim, figure),
        counted=phrases.counted(figure),
        dates=phrases.dates(claim),
        who=_who(claim, briefing),
        why=why,
        claim=claim.id,
    )


def _claim(claim: Claim, possible: bool, briefing: Briefing, relayed: Told | None) -> ClaimEntry:
    return ClaimEntry(
        id=claim.id,
        kind=claim.kind,
        possible=possible,
        summary=claim.summary,
        quote=claim.evidence.exact,
        document=claim.document,
        span=citation.span(claim),
        reference=citation.reference(briefing.document_by_id[claim.document], briefing),
        link=citation.link(briefing.document_by_id[claim.document]),
        who=_who(claim, briefing),
        terms=tuple(likelihood.term for likelihood in claim.likelihoods),
        relations=tuple(phrases.statement_relation(one, briefing) for one in claim.relations),
        review=claim.review_state or "",
        claim=claim,
        briefing=briefing,
        relayed=relayed,
    )


def _documents(claims: list[Claim], briefing: Briefing) -> Iterator[DocumentEntry]:
    quotes: dict[str, list[tuple[str, int, int]]] = {one.id: [] for one in briefing.documents}
    for claim in claims:
        quotes[claim.document].append((claim.id, claim.evidence.start, claim.evidence.end))
    for document in briefing.documents:
        yield DocumentEntry(
            id=document.id,
            name=citation.document_name(document, briefing),
            about=phrases.about_document(document),
            url=document.url,
            language=document.language,
            text=document.text,
            quotes=tuple(quotes[document.id]),
        )
