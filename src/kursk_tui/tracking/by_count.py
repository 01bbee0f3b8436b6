"""Statements by what they count."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kursk_tui.counting.answers import Answer, least
from kursk_tui.counting.counts import Count, Order
from kursk_tui.counting.periods import Period, period_within
from kursk_tui.tracking.statements import Told


@dataclass(frozen=True, eq=False)
class ByCount:
    """Statements in the order in which they were said, grouped by what they count."""

    told: Sequence[Told]

    @cached_property
    def groups(self) -> Mapping[Count, Mapping[Period | None, Sequence[int]]]:
        """The positions of statements, by their count at any time, and then by its period."""
        found: dict[Count, dict[Period | None, list[int]]] = defaultdict(dict)
        for at, one in enumerate(self.told):
            count = one.statement.count
            of_count = found[count._replace(period=None)]
            of_count.setdefault(count.period, []).append(at)
        return found

    def containing(self, asked: Count, order: Order) -> Iterator[tuple[Told, Answer]]:
        """Yield the statements whose count contains one, certainly or perhaps, with the answer."""
        trusts = order.trusts_readings
        all_periods = {period for periods in self.groups.values() for period in periods}
        answers = {
            period: period_within(asked.period, period, trusts_readings=trusts)
            for period in all_periods
        }
        for count, periods in self.groups.items():
            others = least(order.parts(asked, count).without_period)
            if others == "no":
                continue
            for period, positions in periods.items():
                answer = least((others, answers[period]))
                if answer != "no":
                    yield from ((self.told[at], answer) for at in positions)
