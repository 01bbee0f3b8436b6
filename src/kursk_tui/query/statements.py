"""The figures of a briefing that are compared, and under which order of counts."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from kursk_tui.counting.answers import Answer
from kursk_tui.counting.categories import Categories
from kursk_tui.counting.counts import Count, Order, Parts
from kursk_tui.counting.periods import Period
from kursk_tui.counting.reach import Reach, reach_of
from kursk_tui.model import Briefing
from kursk_tui.query.days import Ends, EndsOfAll, ends_certainly, ends_perhaps
from kursk_tui.query.reasons import Doubt, doubts
from kursk_tui.tracking.chains import with_completed_chains
from kursk_tui.tracking.endings import Ending, endings
from kursk_tui.tracking.statements import Place, Told, denied_in, told_in

if TYPE_CHECKING:  # loaded for libraries only, as conflicts are counted when a briefing is opened
    from kursk_tui.tracking.questions import Questions


class Subject(NamedTuple):
    """What is counted, apart from the period; names are those that the reader has decided on."""

    categories: Categories
    population: str | None
    place: str | None
    event: str | None


@dataclass(frozen=True, eq=False)
class Compared:
    """Figures with a number, asserted or denied, in the order of the file.

    Those that no longer stand are apart, in `ended`.
    """

    statements: Sequence[Told]
    order: Order
    ended: Mapping[Place, Ending] = field(default_factory=dict)

    def only(self, statements: Iterable[Told]) -> "Compared":
        """Return some of the statements, under the same order of counts."""
        return Compared(tuple(statements), self.order, self.ended)

    @cached_property
    def denied(self) -> list[bool]:
        """Whether each statement is denied."""
        return [is_denied(one) for one in self.statements]

    @cached_property
    def who(self) -> list[str | int]:
        """The first origin of each statement, or the number of its claim if none is stated."""
        return [one.who for one in self.statements]

    @cached_property
    def _several(self) -> dict[int, frozenset[str | int]]:
        """The origins of statements with more than the one in `who`."""
        return {at: one.all_who for at, one in enumerate(self.statements) if one.further}

    def share_origin(self, one: int, other: int) -> bool:
        """Return whether one origin makes both statements."""
        if self.who[one] == self.who[other]:
            return True
        several = self._several
        if one not in several and other not in several:
            return False
        mine, theirs = (several.get(at, {self.who[at]}) for at in (one, other))
        return not mine.isdisjoint(theirs)

    @cached_property
    def reaches(self) -> list[Reach]:
        """The numbers of each statement; those of a denial are what it leaves."""
        return [
            reach.denied if is_denied(one) else reach
            for one in self.statements
            for reach in (reach_of(one.statement),)
        ]

    @cached_property
    def subjects(self) -> list[Subject]:
        """What each statement counts."""
        known: dict[tuple[Categories, str | None, str | None, str | None], Subject] = {}
        found: list[Subject] = []
        for one in self.statements:
            stated = one.statement.count[:4]
            if stated not in known:
                known[stated] = self._subject(one.statement.count)
            found.append(known[stated])
        return found

    def _subject(self, count: Count) -> Subject:
        populations, places = self.order.populations, self.order.places
        return Subject(
            count.categories,
            None if count.population is None else populations.resolved(count.population),
            None if count.place is None else places.resolved(count.place),
            count.event,
        )

    @cached_property
    def ends_perhaps(self) -> EndsOfAll:
        """The ends by which the period of each statement may be within others, or around them."""
        return EndsOfAll.of(self._ends(ends_perhaps))

    @cached_property
    def ends_certainly(self) -> EndsOfAll:
        """The ends by which the period of each statement is within others, or around them."""
        return EndsOfAll.of(self._exact)

    @cached_property
    def _exact(self) -> list[Ends | None]:
        return self._ends(ends_certainly)

    def _ends(self, ends_of: Callable[..., Ends | None]) -> list[Ends | None]:
        known: dict[Period | None, Ends | None] = {}
        trusts = self.order.trusts_readings
        found: list[Ends | None] = []
        for one in self.statements:
            period = one.statement.count.period
            if period not in known:
                known[period] = ends_of(period, trusts_readings=trusts)
            found.append(known[period])
        return found

    def exact_count(self, at: int) -> Hashable | None:
        """Return what is equal for statements that certainly count the same; None if it is open."""
        subject, ends = self.subjects[at], self._exact[at]
        if ends is None or subject.population is None or subject.categories.perhaps:
            return None
        return None if ends.exact is None else (subject, ends.exact)

    @cached_property
    def _numbers(self) -> list[int]:
        """A number for each statement, which is equal for equal counts."""
        known: dict[Count, int] = {}
        counts = (one.statement.count for one in self.statements)
        return [known.setdefault(count, len(known)) for count in counts]

    @cached_property
    def _known_parts(self) -> dict[tuple[int, int], Parts]:
        return {}

    def _parts(self, one: int, other: int) -> Parts:
        """Return whether each part of a count is within that of another; few pairs are distinct."""
        pair = self._numbers[one], self._numbers[other]
        found = self._known_parts.get(pair)
        if found is None:
            found = self.order.parts(self._count(one), self._count(other))
            self._known_parts[pair] = found
        return found

    def within(self, one: int, other: int) -> Answer:
        """Return whether the count of a statement is within that of another."""
        return self._parts(one, other).answer

    def doubts(self, one: int, other: int) -> tuple[Doubt, ...]:
        """Return why the count of a statement is only perhaps within that of another."""
        return doubts(self._count(one), self._count(other), self._parts(one, other))

    def _count(self, at: int) -> Count:
        return self.statements[at].statement.count

    def extent(self, at: int) -> tuple[float, float]:
        """Return the first and the last day that a count may cover."""
        period = self.statements[at].statement.count.period
        if period is None:
            return -inf, inf
        is_limited = period.read_since is not None and not self.order.trusts_readings
        first = period.read_since if is_limited else period.start_min
        return -inf if first is None else first, period.end_max


def compared_in(briefing: Briefing, questions: "Questions | None" = None) -> Compared:
    """Return the figures of a briefing that can be compared.

    `questions` are those of a library, in which a count without a period is read as a total so far;
    otherwise it only may be one.
    """
    if questions is None:
        order = Order(trusts_readings=False)
        asserted = with_completed_chains(briefing, told_in(briefing), Order())
        ended = endings(briefing, asserted, Order())
    else:
        order, asserted, ended = questions.order, questions.told, questions.ended
    denied = (
        one._replace(figure=one.figure.replace(modality="denied")) for one in denied_in(briefing)
    )
    standing = (one for one in asserted if one.place not in ended)
    numbered = (one for one in (*standing, *denied) if one.statement.has_number)
    return Compared(sorted(numbered, key=lambda one: one.place), order, ended)


def is_denied(told: Told) -> bool:
    """Return whether a statement is a denial."""
    return told.figure.modality == "denied"
