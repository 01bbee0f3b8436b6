"""The order of counts for many counts, few parts of which are distinct."""

from collections.abc import Hashable

from kursk_tui.counting.answers import Answer, least
from kursk_tui.counting.counts import Count, Order
from kursk_tui.counting.periods import period_within

NumberedCount = tuple[int, int]
"""The number of what a count counts, and that of its period: equal for equal ones."""


class KnownAnswers:
    """Answers whether counts are within others, and keeps the answers for their parts."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._numbers: dict[Hashable, int] = {}
        self._counts: list[Count] = []
        self._subjects: dict[tuple[int, int], Answer] = {}
        self._periods: dict[tuple[int, int], Answer] = {}

    def numbered(self, count: Count) -> NumberedCount:
        """Return a count by numbers, as `within` takes it."""
        return self._number(count[:-1], count), self._number(count.period, count)

    def _number(self, part: Hashable, count: Count) -> int:
        found = self._numbers.setdefault(part, len(self._counts))
        if found == len(self._counts):
            self._counts.append(count)
        return found

    def within(self, one: NumberedCount, other: NumberedCount) -> Answer:
        """Return whether another count counts everything that a count counts."""
        subjects, periods = (one[0], other[0]), (one[1], other[1])
        subject = self._subjects.get(subjects)
        if subject is None:
            first, second = map(self._counts.__getitem__, subjects)
            subject = least(self._order.parts(first, second).without_period)
            self._subjects[subjects] = subject
        if subject == "no":
            return "no"
        period = self._periods.get(periods)
        if period is None:
            first, second = map(self._counts.__getitem__, periods)
            trusts = self._order.trusts_readings
            period = period_within(first.period, second.period, trusts_readings=trusts)
            self._periods[periods] = period
        if subject == period:
            return subject
        return "no" if period == "no" else "maybe"
