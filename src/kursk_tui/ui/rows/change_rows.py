"""The rows of changes since an earlier version, some of which belong to no claim of a briefing."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import compress

from kursk_tui.ui.rows.row_model import NOTHING, LazySequence, Row, Stop, flag_picker


class ChangeOrder:
    """All changes in one order; `claims` has the number of the claim of each, or None.

    Each change has a flag of its own if it has no claim. `gone` has the claims of the stops for
    those whose claim is no longer there, by their place in the order.
    """

    def __init__(
        self, claims: Sequence[int | None], count: int, gone: Mapping[int, int] | None = None
    ) -> None:
        self.gone = gone or {}
        self.rows = tuple(Row(claim, part) for part, claim in enumerate(claims))
        self.without_claim = [part for part, claim in enumerate(claims) if claim is None]
        flags = iter(range(count, count + len(self.without_claim)))
        self.pick = flag_picker([next(flags) if claim is None else claim for claim in claims])
        self.places: dict[int, list[int]] = {}
        for part, claim in enumerate(claims):
            if claim is not None:
                self.places.setdefault(claim, []).append(part)

    def is_first(self, row: Row) -> bool:
        """Return whether a row is the first of its claim, or has no claim."""
        return row.claim is None or self.places[row.claim][0] == row.part

    def shown(self, flags: bytes, without_claim: bytes) -> "ChangeRows":
        """Return the changes whose flags are 1: those of the claims, then those without claim."""
        return ChangeRows(self, self.pick(flags + without_claim))


class ChangeRows:
    """A row model of the changes that a view shows; each of them is a stop."""

    def __init__(self, order: ChangeOrder, flags: bytes) -> None:
        self._order = order
        self._flags = flags
        self._places = list(compress(range(len(flags)), flags))

    # Storing the sequences would create a reference cycle with the model (see `ShownRows`).

    @property
    def rows(self) -> Sequence[Row]:
        """The rows."""
        return LazySequence(len(self._places), self._row)

    @property
    def stops(self) -> Sequence[Stop]:
        """The stops of the cursor: every row is a stop."""
        return LazySequence(len(self._places), self._stop)

    def _row(self, at: int) -> Row:
        return self._order.rows[self._places[at]]

    def _stop(self, at: int) -> Stop:
        row = self._row(at)
        claim = self._order.gone.get(row.part, NOTHING) if row.claim is None else row.claim
        return Stop(claim, at, at)

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return the indexes of the stops that represent a claim, in ascending order."""
        places = self._order.places.get(claim, ())
        return [bisect_left(self._places, place) for place in places if self._flags[place]]

    def stop_at(self, row: int) -> int | None:
        """Return the row itself if it exists."""
        return row if 0 <= row < len(self._places) else None
