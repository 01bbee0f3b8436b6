"""Decide whether two names are one: pure functions from decisions to decisions."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kursk_tui.library.composition import sources_by_edition
from kursk_tui.library.decisions import Decisions, OneName, OneSource, Two
from kursk_tui.library.library import Library
from kursk_tui.library.proposals import Proposal
from kursk_tui.model import Source
from kursk_tui.text.folding import fold

_MOST_ID = 40


def as_one(library: Library, proposal: Proposal, because: str | None = None) -> Decisions:
    """Return the decisions with one more: the two names of a proposal are one."""
    reason = because or proposal.reason
    if proposal.kind == "source":
        return _one_source(library, proposal, reason)
    records = (
        library.decisions.populations if proposal.kind == "population" else library.decisions.places
    )
    joined = _one_name(records, proposal, reason)
    field = "populations" if proposal.kind == "population" else "places"
    return library.decisions.replace(**{field: joined})


def as_two(library: Library, proposal: Proposal, because: str | None = None) -> Decisions:
    """Return the decisions with one more: the two names of a proposal are not the same."""
    pair = Two(of=(proposal.one, proposal.other), because=because or "not the same")
    return library.decisions.replace(two=(*library.decisions.two, pair))


def _one_name(records: Sequence[OneName], proposal: Proposal, because: str) -> tuple[OneName, ...]:
    names = (proposal.one, proposal.other)
    folded = {fold(name) for name in names}
    mine = [one for one in records if folded & {fold(name) for name in (one.name, *one.one)}]
    others = [one for one in records if one not in mine]
    if not mine:
        new = OneName(
            id=_free_id(names[0], (one.id for one in records)),
            name=names[0],
            one=names[1:],
            because=because,
        )
        return (*others, new)
    kept = mine[0]
    every = dict.fromkeys((*_names_of(mine), *names))
    rest = tuple(name for name in every if fold(name) != fold(kept.name))
    reasons = "; ".join(dict.fromkeys((*(one.because for one in mine), because)))
    return (*others, kept.model_copy(update={"one": rest, "because": reasons}))


def _names_of(records: Iterable[OneName]) -> Iterator[str]:
    for record in records:
        yield from (record.name, *record.one)


def _one_source(library: Library, proposal: Proposal, because: str) -> Decisions:
    decisions = library.decisions
    by_edition = sources_by_edition(library.editions, decisions)
    wanted = {proposal.one, proposal.other}
    places = tuple(
        (edition, own)
        for edition, ids in by_edition.items()
        for own, composed in ids.items()
        if composed in wanted
    )
    mine = [one for one in decisions.sources if one.id in wanted]
    others = [one for one in decisions.sources if one.id not in wanted]
    longest = _longest_name(library.briefing.sources, wanted)
    taken = {source.id for source in library.briefing.sources} - wanted
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
    return max((one for one in sources if one.id in wanted), key=lambda one: len(one.name))


def _free_id(name: str, taken: Iterable[str]) -> str:
    known = set(taken)
    slug = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:_MOST_ID].strip("-") or "name"
    found, number = slug, 2
    while found in known:
        found, number = f"{slug}-{number}", number + 1
    return found
