"""Add a decision to a file that other processes change too, and keep what they decided."""

from collections.abc import Mapping
from typing import NamedTuple

from kursk_tui.library.composition import sources_by_edition
from kursk_tui.library.deciding import Verdict, decided, default_reason, field_of, names_of
from kursk_tui.library.decisions import Decisions, OneName, OneSource
from kursk_tui.library.library import Library
from kursk_tui.library.proposals import Proposal
from kursk_tui.text.folding import fold

_LISTS = ("sources", "populations", "places", "questions", "series", "independent", "two")


class Decision(NamedTuple):
    """What the reader decides about the names that a library proposes, and why.

    Without `because`, the reason is the default one. With `overrules`, the decision takes the place
    of another about the same names.
    """

    library: Library
    proposal: Proposal
    verdict: Verdict
    because: str | None = None
    overrules: bool = False

    def verdict_in(self, decisions: Decisions) -> Verdict | None:
        """Return what some decisions say about these names already."""
        return _verdict(decisions, self._in_terms_of(decisions))

    def made_in(self, decisions: Decisions) -> Decisions:
        """Return decisions with this one.

        They stay as they are if they decide on these names already, unless this decision overrules.
        """
        found = self.verdict_in(decisions)
        if found == self.verdict or (found is not None and not self.overrules):
            return decisions
        if found is not None:
            decisions = self._taken_back(decisions)
        there = self.library.decided(decisions)
        return decided(there, self._in_terms_of(decisions), self.verdict, self.because)

    def _in_terms_of(self, decisions: Decisions) -> Proposal:
        """Return the proposal with the ids that its sources have under other decisions."""
        if self.proposal.kind != "source":
            return self.proposal
        whole, aliases = self.library.whole.editions, self.library.aliases
        then = sources_by_edition(whole, decisions, aliases)
        ids = {composed: then[key][own] for (key, own), composed in self._sources().items()}
        one, other = (ids.get(name, name) for name in (self.proposal.one, self.proposal.other))
        return self.proposal._replace(one=one, other=other)

    def _sources(self) -> dict[tuple[str, str], str]:
        """Return the ids of sources in the library, by edition and id there."""
        library = self.library
        found = sources_by_edition(library.editions, library.decisions, library.aliases)
        return {(key, own): one for key, ids in found.items() for own, one in ids.items()}

    def _taken_back(self, decisions: Decisions) -> Decisions:
        """Return decisions without those about these names."""
        pair = _pair(self._in_terms_of(decisions))
        two = tuple(one for one in decisions.two if frozenset(map(fold, one.of)) != pair)
        if self.proposal.kind == "source":
            others, places = self._places_of_other()
            parted = (self._parted(record, others, places) for record in decisions.sources)
            sources = tuple(filter(None, parted))
            return decisions.replace(two=two, sources=sources)
        field, out = field_of(self.proposal), fold(self.proposal.other)
        kept = []
        for record in getattr(decisions, field):
            names = [name for name in names_of([record]) if fold(name) != out]
            if len(names) == 1 + len(record.one):
                kept.append(record)
            elif names:
                changed = {"name": names[0], "one": (*names[1:],), "because": self._rest_of(record)}
                kept.append(record.model_copy(update=changed))
        apart = [
            one.model_copy(update={"within": None})
            if pair & set(map(fold, names_of([one]))) and one.within
            else one
            for one in kept
        ]
        return decisions.replace(two=two, **{field: tuple(apart)})

    def _rest_of(self, record: OneName) -> str:
        """Return the reasons of a record but for the default one for joining these names."""
        default = default_reason(self.proposal, "one")
        rest = [reason for reason in record.because.split("; ") if reason != default]
        return "; ".join(rest) or record.because

    def _places_of_other(self) -> tuple[set[str], Mapping[str, Mapping[str, str]]]:
        """Return the ids that the second source has in all editions, also later ones, and these."""
        editions, aliases = self.library.whole.editions, self.library.aliases
        places = sources_by_edition(editions, self.library.decisions, aliases)
        shown = self._sources().items()
        return {places[key][own] for (key, own), one in shown if one == self.proposal.other}, places

    def _parted(
        self, record: OneSource, out: set[str], places: Mapping[str, Mapping[str, str]]
    ) -> OneSource | None:
        """Return a record without the places of some sources; None if nothing is left."""
        aliases = self.library.aliases
        rest = tuple(
            (key, own)
            for key, own in record.one
            if places.get(aliases.get(key, key), {}).get(own) not in out
        )
        if rest == record.one:
            return record
        return record.model_copy(update={"one": rest}) if len(rest) > 1 else None


def undone(decisions: Decisions, before: Decisions, after: Decisions) -> Decisions | None:
    """Return decisions without the step from some to others; None if later ones build on it."""
    changes: dict[str, object] = {}
    for field in _LISTS:
        old, new = getattr(before, field), getattr(after, field)
        now = getattr(decisions, field)
        added = [one for one in new if one not in old]
        if any(one not in now for one in added):
            return None
        lost = tuple(one for one in old if one not in new)
        changes[field] = (*(one for one in now if one not in added), *lost)
    return decisions.replace(**changes)


def _verdict(decisions: Decisions, proposal: Proposal) -> Verdict | None:
    pair = _pair(proposal)
    if any(frozenset(map(fold, two.of)) == pair for two in decisions.two):
        return "two"
    if proposal.kind == "source":
        return "one" if proposal.one == proposal.other else None
    is_population = proposal.kind == "population"
    names = decisions.population_names if is_population else decisions.place_names
    one, other = names.resolved(proposal.one), names.resolved(proposal.other)
    if one == other:
        return "one"
    if other in names.containing(one):
        return "within"
    return "contains" if one in names.containing(other) else None


def _pair(proposal: Proposal) -> frozenset[str]:
    return frozenset((fold(proposal.one), fold(proposal.other)))
