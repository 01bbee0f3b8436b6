"""Row models: the rows of a pane, and the rows where the cursor stops.

A model answers three questions: which row is at an index, which stops represent a claim, and how
many rows there are. The answers must not take time proportional to the briefing. Therefore an
`Order` sorts all rows of a briefing once, and `Order.shown` picks the rows that a view shows.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress
from operator import itemgetter
from typing import NamedTuple, Protocol, TypeVar, overload

T = TypeVar("T")


class Row(NamedTuple):
    """A row of a pane: the number of a claim, or None for headings and groups.

    The pane defines what `part` and `key` mean: which figure of the claim, which group of claims.
    """

    claim: int | None
    part: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims shown as a single row: their number, and a test for membership."""

    size: int
    contains: Callable[[int], bool] = field(compare=False)


NOTHING = -1
"""The claim of a stop that belongs to no claim: going there selects nothing."""


def gone_claim(number: int) -> int:
    """Return the claim of a stop for a claim that only the earlier version has, by its number.

    The same function returns the number from the claim of the stop.
    """
    return NOTHING - 1 - number


class Stop(NamedTuple):
    """A place where the cursor stops: its claim, and its first and last row.

    The stop of a group represents all claims of the group; `claim` is the first of them. It is
    below 0 if no claim of the briefing is there: `NOTHING`, or a `gone_claim`.
    """

    claim: int
    first: int
    last: int
    group: Group | None = None

    def represents(self, claim: int | None) -> bool:
        """Return whether the stop represents a claim, or None for no claim."""
        if claim is None:
            return self.claim <= NOTHING
        if self.group is None:
            return claim == self.claim
        return self.group.contains(claim)

    @property
    def size(self) -> int:
        """The number of claims that the stop represents."""
        return self.group.size if self.group else 1


class RowModel(Protocol):
    """The rows of a pane from top to bottom, and the stops of the cursor."""

    @property
    def rows(self) -> Sequence[Row]:
        """The rows."""

    @property
    def stops(self) -> Sequence[Stop]:
        """The stops of the cursor, from top to bottom."""

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return the indexes of the stops that represent a claim, in ascending order."""

    def stop_at(self, row: int) -> int | None:
        """Return the index of the first stop that includes a row, or None."""


class FixedRows:
    """A row model with explicit rows and stops, for panes with few rows."""

    def __init__(self, rows: Sequence[Row], stops: Sequence[Stop]) -> None:
        self.rows = rows
        self.stops = stops
        self._groups = [at for at, stop in enumerate(stops) if stop.group is not None]
        self._of_claim: dict[int, list[int]] = {}
        for at, stop in enumerate(stops):
            if stop.group is None:
                self._of_claim.setdefault(stop.claim, []).append(at)
        # Stops may overlap: the last row of each stop and those before it.
        self._last_rows = list(accumulate((stop.last for stop in stops), max))

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return the indexes of the stops that represent a claim, in ascending order."""
        groups = (at for at in self._groups if self.stops[at].represents(claim))
        return sorted([*groups, *self._of_claim.get(claim, ())])

    def stop_at(self, row: int) -> int | None:
        """Return the index of the first stop that includes a row, or None."""
        at = bisect_left(self._last_rows, row)
        return at if at < len(self.stops) and self.stops[at].first <= row else None


NO_ROWS = FixedRows((), ())
"""A row model without rows."""


class Heading(NamedTuple):
    """A heading above the rows that start at `at`; `make` takes the number of rows shown.

    A heading without rows below it is left out, unless `always` is set.
    """

    at: int
    make: Callable[[int], Row]
    always: bool = False


def flag_picker(claims: Sequence[int]) -> Callable[[bytes], bytes]:
    """Return a function that reorders the flags of claims: one byte for each of `claims`.

    The preparation is done once; each view then costs one call in C.
    """
    if len(claims) < 2:
        return lambda flags: bytes(flags[claim] for claim in claims)
    pick = itemgetter(*claims)
    return lambda flags: bytes(pick(flags))


class Order:
    """All rows of a briefing in one order, each for one claim, with headings between them."""

    def __init__(self, rows: Iterable[Row], headings: Sequence[Heading] = ()) -> None:
        self.rows = tuple(rows)
        self.headings = headings
        self.claims = [row.claim or 0 for row in self.rows]
        self.places: dict[int, list[int]] = {}
        """The positions of each claim's rows, in ascending order."""
        for at, claim in enumerate(self.claims):
            self.places.setdefault(claim, []).append(at)
        self._pick = flag_picker(self.claims)
        self._all_places = tuple(range(len(self.rows)))

    def shown(self, flags: bytes) -> "ShownRows":
        """Return the rows of the claims whose flags are 1."""
        picked = self._pick(flags)
        return ShownRows(self, picked, list(compress(self._all_places, picked)))


class ShownRows:
    """A row model of the rows of an order that a view shows; each of them is a stop.

    `flags` has a byte for each row of the order; `places` contains the positions of the rows shown.
    """

    def __init__(self, order: Order, flags: bytes, places: list[int]) -> None:
        self._order = order
        self.flags = flags
        self._places = places
        self._headings: dict[int, Row] = {}
        starts = [bisect_left(self._places, one.at) for one in order.headings]
        for heading, start, end in zip(
            order.headings, starts, [*starts[1:], len(self._places)], strict=False
        ):
            if end > start or (heading.always and self._places):
                self._headings[start + len(self._headings)] = heading.make(end - start)

    # Storing the sequences would create a reference cycle with the model, which would never be
    # freed once exempt from garbage collection (see `gc_policy`).

    @property
    def rows(self) -> Sequence[Row]:
        """The rows."""
        return LazySequence(len(self._places) + len(self._headings), self._row)

    @property
    def stops(self) -> Sequence[Stop]:
        """The stops of the cursor, from top to bottom."""
        return LazySequence(len(self._places), self._stop)

    def _row(self, at: int) -> Row:
        heading = self._headings.get(at)
        return heading or self._order.rows[self._places[at - self._headings_before(at)]]

    def _stop(self, at: int) -> Stop:
        row = at
        for heading in self._headings:
            row += heading <= row
        return Stop(self._order.claims[self._places[at]], row, row)

    def _headings_before(self, row: int) -> int:
        return sum(heading < row for heading in self._headings)

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return the indexes of the stops that represent a claim, in ascending order."""
        places = self._order.places.get(claim, ())
        return [bisect_left(self._places, place) for place in places if self.flags[place]]

    def stop_at(self, row: int) -> int | None:
        """Return the index of the stop at a row, or None for a heading."""
        inside = 0 <= row < len(self.rows) and row not in self._headings
        return row - self._headings_before(row) if inside else None


class LazySequence(Sequence[T]):
    """A sequence that creates each item on access."""

    def __init__(self, length: int, make: Callable[[int], T]) -> None:
        self._length = length
        self._make = make

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...

    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self._make(one) for one in range(*at.indices(self._length))]
        if not -self._length <= at < self._length:
            raise IndexError(at)
        return self._make(at % self._length)

    def __iter__(self) -> Iterator[T]:
        return map(self._make, range(self._length))
