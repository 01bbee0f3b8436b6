"""Names that may be one, in words."""

from collections.abc import Iterator

from kursk_tui.library.deciding import Verdict
from kursk_tui.library.decisions import OneSource, Two
from kursk_tui.library.ids import edition_of
from kursk_tui.library.made import Made
from kursk_tui.library.proposals import Proposal
from kursk_tui.model import Briefing, Claim
from kursk_tui.text.messages import plural
from kursk_tui.wording import phrases

_MOST_EDITIONS = 5
"""The most editions that are named for a name."""


def named(proposal: Proposal, briefing: Briefing) -> tuple[str, str]:
    """Return the two names of a proposal, in quotation marks; sources with their country."""
    if proposal.kind != "source":
        return phrases.quoted(proposal.one), phrases.quoted(proposal.other)
    one, other = (briefing.source_by_id[found] for found in (proposal.one, proposal.other))
    return _source(one.name, one.country), _source(other.name, other.country)


def verdicts(proposal: Proposal, one: str, other: str) -> Iterator[tuple[str, Verdict, str]]:
    """Yield the verdicts on two names: a letter, the verdict, and the verdict in words."""
    yield "a", "one", "they are one"
    yield "d", "two", "they are two"
    if proposal.kind != "source":
        yield "w", "within", f"{one} is within {other}"
        yield "c", "contains", f"{one} contains {other}"


def decided(made: Made) -> str:
    """Return a decision in words, without its reason."""
    record = made.record
    if isinstance(record, Two):
        one, other = map(phrases.quoted, record.of)
        return f"{one} and {other} are two"
    if isinstance(record, OneSource):
        return (
            f"{_source(record.name, record.country)} is one in {plural(len(record.one), 'edition')}"
        )
    others = ", ".join(map(phrases.quoted, record.one))
    parts = (
        f"is one with {others}" if others else "",
        f"is within {phrases.quoted(record.within)}" if record.within else "",
    )
    said = " and ".join(filter(None, parts)) or "is a name of its own"
    return f"{phrases.quoted(record.name)} {said}"


def about_decision(made: Made) -> tuple[str, ...]:
    """Return a decision with its reason, and what a source is in each edition."""
    record = made.record
    found = (f"{decided(made)}", f"because: {record.because}")
    if not isinstance(record, OneSource):
        return found
    return (*found, ", ".join(f"{edition}: {own}" for edition, own in record.one))


def about(proposal: Proposal, briefing: Briefing) -> Iterator[str]:
    """Yield where each of two names occurs and, for a source, what is stated about it."""
    yield f"May be one: {proposal.reason}"
    for mine, name in zip(proposal[1:3], named(proposal, briefing), strict=True):
        if proposal.kind == "source":
            source = briefing.source_by_id[mine]
            stated = [source.short and phrases.quoted(source.short), source.kind, source.url]
            claims = [claim for claim in briefing.claims if mine in claim.attribution.sources]
            where = plural(len(claims), "claim")
        else:
            stated = [proposal.kind]
            claims = [claim for claim in briefing.claims if mine in _names_in(claim, proposal.kind)]
            where = f"figures of {plural(len(claims), 'claim')}"
        editions = list(dict.fromkeys(edition_of(claim.id) for claim in claims))
        shown = ", ".join(editions[:_MOST_EDITIONS])
        more = len(editions) - _MOST_EDITIONS
        listed = f"{shown} and {more:,} more" if more > 0 else shown
        yield " · ".join(filter(None, (name, *stated, where, listed)))


def _names_in(claim: Claim, kind: str) -> set[str | None]:
    return {figure.population if kind == "population" else figure.place for figure in claim.figures}


def _source(name: str, country: str | None) -> str:
    return f"{phrases.quoted(name)} ({country})" if country else phrases.quoted(name)
