"""Statements by what they count."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kursk_tui.counting.counts import Count
from kursk_tui.tracking.statements import Told


@dataclass(frozen=True, eq=False)
class ByCount:
    """Statements in the order in which they were said, grouped by what they count."""

    told: Sequence[Told]

    def groups(self, *, at_any_time: bool) -> Iterable[tuple[Count, Sequence[int]]]:
        """Return each count with the positions of its statements; at any time, without periods."""
        return (self._without_periods if at_any_time else self._grouped(periods=True)).items()

    @cached_property
    def _without_periods(self) -> Mapping[Count, list[int]]:
        return self._grouped(periods=False)

    def _grouped(self, *, periods: bool) -> Mapping[Count, list[int]]:
        found: dict[Count, list[int]] = defaultdict(list)
        for at, one in enumerate(self.told):
            count = one.statement.count
            found[count if periods else count._replace(period=None)].append(at)
        return found
