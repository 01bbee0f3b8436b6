"""Counts: what a figure counts, and which counts contain others."""

from dataclasses import dataclass
from typing import NamedTuple

from kursk_tui.counting.answers import Answer, least
from kursk_tui.counting.categories import Categories, categories_within
from kursk_tui.counting.names import NO_DECISIONS, Names
from kursk_tui.counting.periods import Period, period_within


class Count(NamedTuple):
    """What a figure counts; a part that the document does not state is None.

    `event` is the id of an incident, where a table has one.
    """

    categories: Categories
    population: str | None = None
    place: str | None = None
    event: str | None = None
    period: Period | None = None


class Parts(NamedTuple):
    """The answer for each part of a count; the least of them decides."""

    categories: Answer
    population: Answer
    place: Answer
    event: Answer
    period: Answer

    @property
    def answer(self) -> Answer:
        """Whether the whole count is within the other."""
        return least(self)

    @property
    def without_period(self) -> tuple[Answer, ...]:
        """The answers for all parts but the period."""
        return self[:4]

    @property
    def without_categories(self) -> tuple[Answer, ...]:
        """The answers for all parts but the categories."""
        return self[1:]

    @property
    def is_perhaps_about_same(self) -> bool:
        """Whether population, place and event are perhaps within those of the other."""
        return "no" not in (self.population, self.place, self.event)

    @property
    def is_perhaps_same(self) -> bool:
        """Whether the count is perhaps within the other, apart from their periods."""
        return "no" not in self.without_period


@dataclass(frozen=True, slots=True)
class Order:
    """The order of counts, under the decisions about names of populations and of places.

    If it `trusts_readings`, a count for which no period is stated is certainly a total so far.
    """

    populations: Names = NO_DECISIONS
    places: Names = NO_DECISIONS
    trusts_readings: bool = True

    def parts(self, one: Count, other: Count) -> Parts:
        """Return for each part whether that of a count is within that of another.

        If neither document states a place or an event, they are taken as the same.
        """
        unstated = one.place is None and other.place is None
        return Parts(
            categories_within(one.categories, other.categories),
            self.populations.within(one.population, other.population),
            "yes" if unstated else self.places.within(one.place, other.place),
            _event_within(one.event, other.event),
            period_within(one.period, other.period, trusts_readings=self.trusts_readings),
        )

    def within(self, one: Count, other: Count) -> Answer:
        """Return whether another count counts everything that a count counts."""
        return self.parts(one, other).answer

    def answers(self, one: Count, asked: Count) -> Answer:
        """Return whether a count is within one that is asked for; parts left open ask for any."""
        return least(self.parts_asked(one, asked))

    def parts_asked(self, one: Count, asked: Count) -> Parts:
        """Return for each part whether it is within that of a question, which may leave it open.

        A question that leaves the period open asks for the total so far. Where readings are not
        trusted, a count without a stated period is only perhaps one.
        """
        parts, stated = self.parts(one, asked), asked[:]
        found = Parts(
            *("yes" if name is None else part for part, name in zip(parts, stated, strict=True))
        )
        is_open = one.period is None or one.period.read_since is not None
        if asked.period is None and is_open and not self.trusts_readings:
            return found._replace(period="maybe")
        return found


def _event_within(one: str | None, other: str | None) -> Answer:
    if one == other:
        return "yes"
    return "maybe" if one is None or other is None else "no"
