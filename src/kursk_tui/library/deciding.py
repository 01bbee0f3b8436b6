"""Decide what two names are to each other: pure functions from decisions to decisions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from kursk_tui.library.composition import sources_by_edition, sources_of
from kursk_tui.library.decisions import Decisions, OneName, OneSource, Two
from kursk_tui.library.library import Library
from kursk_tui.library.proposals import Proposal
from kursk_tui.model import Source
from kursk_tui.text.folding import fold

Verdict = Literal["one", "two", "within", "contains"]
"""What two names are: one, two, the first within the second, or the first containing the second."""

_MOST_ID = 40


def decided(
    library: Library, proposal: Proposal, verdict: Verdict, because: str | None = None
) -> Decisions:
    """Return the decisions of a library with another: what the names of a proposal are."""
    reason = because or default_reason(proposal, verdict)
    match verdict:
        case "one":
            return as_one(library, proposal, reason)
        case "two":
            return as_two(library, proposal, reason)
    return _as_within(library, proposal, verdict, reason)


def default_reason(proposal: Proposal, verdict: Verdict) -> str:
    """Return the reason that is kept if the reader gives no other."""
    match verdict:
        case "one":
            return f"judged the same ({proposal.reason})"
        case "two":
            return f"judged not the same ({proposal.reason})"
    inner, outer = _ordered(proposal, verdict)
    return f"judged a part (“{inner}” of “{outer}”)"


def as_one(library: Library, proposal: Proposal, because: str | None = None) -> Decisions:
    """Return the decisions with one more: the two names of a proposal are one."""
    reason = because or default_reason(proposal, "one")
    if proposal.kind == "source":
        return _one_source(library, proposal, reason)
    field = field_of(proposal)
    records = getattr(library.decisions, field)
    return library.decisions.replace(**{field: _one_name(records, proposal, reason)})


def as_two(library: Library, proposal: Proposal, because: str | None = None) -> Decisions:
    """Return the decisions with one more: the two names of a proposal are not the same."""
    pair = Two(
        of=(proposal.one, proposal.other), because=because or default_reason(proposal, "two")
    )
    return library.decisions.replace(two=(*library.decisions.two, pair))


def field_of(proposal: Proposal) -> str:
    """Return the list that decides on the names of a proposal that is not about sources."""
    return "populations" if proposal.kind == "population" else "places"


def _ordered(proposal: Proposal, verdict: Verdict) -> tuple[str, str]:
    """Return the inner and the outer name."""
    pair = proposal.one, proposal.other
    return pair if verdict == "within" else pair[::-1]


def _as_within(library: Library, proposal: Proposal, verdict: Verdict, because: str) -> Decisions:
    field = field_of(proposal)
    inner, outer = _ordered(proposal, verdict)
    records: list[OneName] = list(getattr(library.decisions, field))

    def record_of(name: str) -> OneName:
        for record in records:
            if fold(name) in map(fold, names_of([record])):
                return record
        made = OneName(
            id=_free_id(name, (record.id for record in records)), name=name, because=because
        )
        records.append(made)
        return made

    outer_id = record_of(outer).id
    mine = record_of(inner)
    reasons = "; ".join(dict.fromkeys((mine.because, because)))
    changed = mine.model_copy(update={"within": outer_id, "because": reasons})
    records[records.index(mine)] = changed
    return library.decisions.replace(**{field: tuple(records)})


def _one_name(records: Sequence[OneName], proposal: Proposal, because: str) -> tuple[OneName, ...]:
    names = (proposal.one, proposal.other)
    folded = {fold(name) for name in names}
    mine = [
        record for record in records if folded & {fold(name) for name in (record.name, *record.one)}
    ]
    others = [record for record in records if record not in mine]
    if not mine:
        new = OneName(
            id=_free_id(names[0], (record.id for record in records)),
            name=names[0],
            one=names[1:],
            because=because,
        )
        return (*others, new)
    kept, ids = mine[0], {one.id for one in mine}
    every = dict.fromkeys((*names_of(mine), *names))
    rest = tuple(name for name in every if fold(name) != fold(kept.name))
    reasons = "; ".join(dict.fromkeys((*(one.because for one in mine), because)))
    within = next((one.within for one in mine if one.within and one.within not in ids), None)
    joined = kept.model_copy(update={"one": rest, "within": within, "because": reasons})
    moved = (
        one.model_copy(update={"within": kept.id}) if one.within in ids else one for one in others
    )
    return (*moved, joined)


def names_of(records: Iterable[OneName]) -> Iterator[str]:
    """Yield all names in some records."""
    for record in records:
        yield from (record.name, *record.one)


def _one_source(library: Library, proposal: Proposal, because: str) -> Decisions:
    decisions = library.decisions
    editions = library.whole.editions
    by_edition = sources_by_edition(editions, decisions, library.aliases)
    wanted = {proposal.one, proposal.other}
    places = tuple(
        (edition, own)
        for edition, ids in by_edition.items()
        for own, composed in ids.items()
        if composed in wanted
    )
    mine = [one for one in decisions.sources if one.id in wanted]
    others = [one for one in decisions.sources if one.id not in wanted]
    sources = sources_of(editions, decisions, library.aliases)
    longest = _longest_name(sources, wanted)
    taken = {source.id for source in sources} - wanted
    kept = OneSource(
        id=mine[0].id if mine else _free_id(longest.short or longest.name, taken),
        name=longest.name,
        country=longest.country,
        affiliation=next((one.affiliation for one in mine if one.affiliation), None),
        one=places,
        because="; ".join(dict.fromkeys((*(one.because for one in mine), because))),
    )
    return decisions.replace(sources=(*others, kept))


def _longest_name(sources: Iterable[Source], wanted: set[str]) -> Source:
    return max((source for source in sources if source.id in wanted), key=lambda one: len(one.name))


def _free_id(name: str, taken: Iterable[str]) -> str:
    known = set(taken)
    slug = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:_MOST_ID].strip("-") or "name"
    found, number = slug, 2
    while found in known:
        found, number = f"{slug}-{number}", number + 1
    return found
