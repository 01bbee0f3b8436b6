"""Questions: the counts that can be followed through time in a briefing or a library."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from kursk_tui.counting.answers import Answer
from kursk_tui.counting.categories import Categories, categories_of
from kursk_tui.counting.counts import Count, Order
from kursk_tui.library.decisions import NO_DECISIONS, Decisions, OneName, Question
from kursk_tui.library.library import library_of
from kursk_tui.model import Briefing
from kursk_tui.text.folding import fold
from kursk_tui.tracking.by_count import ByCount
from kursk_tui.tracking.chains import with_completed_chains
from kursk_tui.tracking.denials import Denial, denials
from kursk_tui.tracking.endings import Ending, EndKind, endings
from kursk_tui.tracking.likelihoods import moved_likelihoods
from kursk_tui.tracking.series import Dropped, Superseded, not_repeated, superseded
from kursk_tui.tracking.statements import (
    Place,
    Told,
    denied_in,
    in_order,
    projected_in,
    told_at,
    told_in,
)
from kursk_tui.tracking.states import States, states
from kursk_tui.tracking.track import Track, question_about, track_of
from kursk_tui.tracking.unrepeated import unrepeated_claims


class UnknownQuestionError(Exception):
    """No question and no measure has a name; `known` are those that exist."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name)
        self.known = tuple(known)


class UnknownNameError(Exception):
    """No figure counts a population, or no place has a name; `known` are those that exist."""

    def __init__(
        self, kind: Literal["population", "place"], name: str, known: Sequence[str]
    ) -> None:
        super().__init__(name)
        self.kind = kind
        self.name = name
        self.known = tuple(known)


@dataclass(frozen=True, eq=False)
class Questions:
    """The statements of a briefing, and the counts that can be asked about."""

    briefing: Briefing

    @cached_property
    def _decisions(self) -> Decisions:
        library = library_of(self.briefing)
        return NO_DECISIONS if library is None else library.decisions

    @cached_property
    def order(self) -> Order:
        """The order of counts, with the reader's decisions about names."""
        return Order(self._decisions.population_names, self._decisions.place_names)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The statements in the order in which they were said; undated ones are last.

        The chains of sources are those that other documents complete.
        """
        told = told_in(self.briefing)
        return tuple(in_order(with_completed_chains(self.briefing, told, self.order)))

    @cached_property
    def _by_count(self) -> ByCount:
        return ByCount(self.told)

    def prepare(self) -> None:
        """Compute what all tracks have in common, so that the first is as fast as others."""
        if self.names:
            self.named(self.names[0])

    @cached_property
    def _by_place(self) -> dict[Place, Told]:
        return {one.place: one for one in self.told}

    @cached_property
    def relays(self) -> Mapping[int, Told]:
        """The first statement of each claim that relays one of another document."""
        return {one.claim: one for one in reversed(self.told) if one.relays is not None}

    @cached_property
    def ended(self) -> Mapping[Place, Ending]:
        """The statements that no longer stand: withdrawn, corrected or replaced."""
        return endings(self.briefing, self.told, self.order, self.superseded.ended)

    @cached_property
    def superseded(self) -> Superseded:
        """The statements that a later edition of a series replaces, or perhaps does."""
        return superseded(self.briefing, self.told, self.order)

    @cached_property
    def dropped(self) -> Mapping[Place, Dropped]:
        """The statements that the later editions of their series do not repeat."""
        return not_repeated(self.briefing, self.told, self.order, self.ended)

    def ended_claims(self, kind: EndKind) -> frozenset[int]:
        """Return the claims with a statement that no longer stands, for a reason."""
        return frozenset(claim for (claim, _), one in self.ended.items() if one.kind == kind)

    @cached_property
    def states(self) -> States:
        """What later statements of an origin make of earlier ones, and editions of a series."""
        dropped: dict[Place, Answer] = {
            place: "yes" if one.is_certain else "maybe" for place, one in self.dropped.items()
        }
        found = states(self.told, self.order, self.ended, self.superseded.perhaps)
        return {**found, "dropped": dropped}

    @cached_property
    def unrepeated_claims(self) -> Mapping[int, Answer]:
        """The claims without figures in a series, and whether no later edition repeats them."""
        found = unrepeated_claims(self.briefing, self.order)
        stated = {claim for (claim, _), one in self.ended.items() if one.words is not None}
        return {claim: "no" if claim in stated else one for claim, one in found.items()}

    @cached_property
    def moved_likelihoods(self) -> Mapping[int, Answer]:
        """The claims with a likelihood, and whether it moved since the edition before."""
        return moved_likelihoods(self.briefing)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The declared questions, then the measures of the figures."""
        declared = (question.id for question in self._decisions.questions)
        measures = (one.figure.measure for one in self.told)
        return tuple(dict.fromkeys((*declared, *measures)))

    @cached_property
    def populations(self) -> tuple[str, ...]:
        """The populations that figures count, and those of the reader's decisions."""
        stated = (one.figure.population for one in self.told)
        return _names(stated, self._decisions.populations)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The places of figures, and those of the reader's decisions."""
        return _names((one.figure.place for one in self.told), self._decisions.places)

    def named(self, name: str, population: str | None = None, place: str | None = None) -> Track:
        """Return the track of a declared question, or of a measure.

        Raises UnknownQuestionError or UnknownNameError.
        """
        declared = {question.id: question for question in self._decisions.questions}
        if name in declared:
            asked, order = _asked(declared[name]), self._order_of(declared[name])
        elif name in self.names:
            asked, order = Count(categories_of(name)), self.order
        else:
            raise UnknownQuestionError(name, self.names)
        self._check("population", population, self.populations)
        self._check("place", place, self.places)
        population, place = population or asked.population, place or asked.place
        asked = asked._replace(population=population, place=place)
        return self._track(asked, order)

    def _check(
        self, kind: Literal["population", "place"], name: str | None, known: Sequence[str]
    ) -> None:
        if name is not None and fold(name) not in map(fold, known):
            raise UnknownNameError(kind, name, known)

    def about(self, place: Place, among: Sequence[Told] | None = None) -> Track | None:
        """Return the track of what a figure counts; None if the figure is not asserted.

        A declared question that contains the count comes first. The track has only the statements
        `among` others, if they are given.
        """
        found = self._by_place.get(place)
        if found is None:
            return None
        return self._track(*self._asked_about(found), among)

    def alone(self, place: Place) -> Track | None:
        """Return the track of `about` with its own statement only, before any are compared."""
        found = told_at(self.briefing, place)
        if found is None:
            return None
        asked, order = self._asked_about(found)
        return track_of(asked, ByCount((found,)), order, {})

    def _asked_about(self, told: Told) -> tuple[Count, Order]:
        for question in self._decisions.questions:
            asked, order = _asked(question), self._order_of(question)
            if order.answers(told.statement.count, asked) != "no":
                return asked, order
        return question_about(told), self.order

    def _track(self, asked: Count, order: Order, among: Sequence[Told] | None = None) -> Track:
        told = self._by_count if among is None else ByCount(among)
        found = track_of(asked, told, order, self.ended)
        rows = track_of(asked, self._projected, order, {}).rows
        projected = [row._replace(section="projected") for row in rows if row.section != "around"]
        return replace(
            found,
            denied=self._denied,
            projected=projected,
            dropped=self.dropped,
            perhaps_ended=self.superseded.perhaps,
            rival_order=None if self.briefing.is_library else self._rival_order,
        )

    @cached_property
    def _projected(self) -> ByCount:
        return ByCount(in_order(projected_in(self.briefing)))

    @cached_property
    def _denied(self) -> Mapping[Place, Sequence[Denial]]:
        standing = [one for one in self.told if one.place not in self.ended]
        return denials(standing, denied_in(self.briefing), self._rival_order)

    @property
    def _rival_order(self) -> Order:
        """The order in which other origins are compared: a single briefing trusts no reading."""
        return replace(self.order, trusts_readings=self.briefing.is_library)

    def _order_of(self, question: Question) -> Order:
        return replace(self.order, trusts_readings=question.reads == "so far")


def _names(stated: Iterable[str | None], decided: Sequence[OneName]) -> tuple[str, ...]:
    ones = (name for record in decided for name in (record.id, record.name, *record.one))
    by_folded = {fold(name): name for name in (*ones, *filter(None, stated))}
    return tuple(sorted(by_folded.values(), key=fold))


def _asked(question: Question) -> Count:
    categories = Categories(frozenset(question.categories))
    return Count(categories, question.population, question.place)
