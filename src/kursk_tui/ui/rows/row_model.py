"""Listings: the rows of a pane, and where the cursor stops among them.

A listing is asked for the rows in sight, for the place of one claim, and for how many rows there
are. None of these may take time that grows with the briefing, so the rows of a view are picked
out of an order that holds for the whole briefing and is made once.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress
from operator import itemgetter
from typing import NamedTuple, Protocol, TypeVar, overload

from kursk_tui.query import View
from kursk_tui.ui.runtime.memo import kept

T = TypeVar("T")


class Row(NamedTuple):
    """One row of a pane: a claim's number, or none for headings and groups.

    `part` and `key` are the pane's own: which figure of the claim, which group of claims.
    """

    claim: int | None
    part: int = 0
    key: str = ""


class Group(NamedTuple):
    """Claims that are shown as one: how many, and whether a claim is among them."""

    size: int
    holds: Callable[[int], bool]


class Stop(NamedTuple):
    """A place where the cursor stops: the claim it stands for, and its first and last row.

    The stop of a group stands for all claims of the group, of which `claim` is the first.
    """

    claim: int
    first: int
    last: int
    group: Group | None = None

    def holds(self, claim: int | None) -> bool:
        """Return whether the stop stands for a claim."""
        if claim is None or self.group is None:
            return claim == self.claim
        return self.group.holds(claim)

    @property
    def size(self) -> int:
        """How many claims it stands for."""
        return self.group.size if self.group else 1


class Listing(Protocol):
    """The rows of a pane, in the order in which they stand, and the stops among them."""

    @property
    def rows(self) -> Sequence[Row]:
        """The rows."""

    @property
    def stops(self) -> Sequence[Stop]:
        """Where the cursor stops, from top to bottom."""

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return which stops stand for a claim."""

    def stop_at(self, row: int) -> int | None:
        """Return the first stop that a row belongs to."""


class Fixed:
    """A listing whose rows and stops are given: for panes with few rows, or rows of their own."""

    def __init__(self, rows: Sequence[Row], stops: Sequence[Stop]) -> None:
        self.rows = rows
        self.stops = stops

    @cached_property
    def _by_claim(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for at, stop in enumerate(self.stops):
            if stop.group is None:
                found.setdefault(stop.claim, []).append(at)
        return found

    @cached_property
    def _reach(self) -> list[int]:
        """The last row that each stop or one before it reaches: stops may overlap."""
        return list(accumulate((stop.last for stop in self.stops), max))

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return which stops stand for a claim."""
        return sorted([*self.groups_of(claim), *self._by_claim.get(claim, ())])

    def groups_of(self, claim: int) -> Sequence[int]:
        """Return which stops of groups stand for a claim."""
        stops = enumerate(self.stops)
        return [at for at, stop in stops if stop.group is not None and stop.holds(claim)]

    def stop_at(self, row: int) -> int | None:
        """Return the first stop that a row belongs to."""
        at = bisect_left(self._reach, row)
        return at if at < len(self.stops) and self.stops[at].first <= row else None


class Heading(NamedTuple):
    """A row above those from `at` on in an order; `make` is given how many of those are shown.

    It is left out where none is shown, unless it stands `always`.
    """

    at: int
    make: Callable[[int], Row]
    always: bool = False


def picker(places: Sequence[int]) -> Callable[[bytes], bytes]:
    """Return what picks the bytes at some places: the same ones for every letter of a query."""
    if len(places) < 2:
        return lambda flags: bytes(flags[place] for place in places)
    pick = itemgetter(*places)
    return lambda flags: bytes(pick(flags))


class Order:
    """Rows of a whole briefing in one order, each of one claim, with headings among them."""

    def __init__(self, rows: Iterable[Row], headings: Sequence[Heading] = ()) -> None:
        self.rows = tuple(rows)
        self.headings = headings
        self.claims = [row.claim or 0 for row in self.rows]
        self._pick = picker(self.claims)
        self._every_place = tuple(range(len(self.rows)))

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """Where the rows of each claim stand."""
        found: dict[int, list[int]] = {}
        for at, claim in enumerate(self.claims):
            found.setdefault(claim, []).append(at)
        return found

    def shown(self, view: View) -> "Picked":
        """Return the rows of the claims that a view shows; asked twice, they are picked once."""
        return _picked(view, self)

    def pick(self, flags: bytes) -> "Picked":
        """Return the rows of the claims whose flags are 1."""
        picked = self._pick(flags)
        return Picked(self, picked, list(compress(self._every_place, picked)))


@kept(6)
def _picked(view: View, order: Order) -> "Picked":
    return order.pick(view.flags)


class Picked:
    """The listing of those rows of an order whose claims a view shows; each is a stop."""

    def __init__(self, order: Order, flags: bytes, places: list[int]) -> None:
        self._order = order
        self._flags = flags
        self._places = places
        self._headings: dict[int, Row] = {}
        starts = [bisect_left(self._places, one.at) for one in order.headings]
        for heading, start, end in zip(
            order.headings, starts, [*starts[1:], len(self._places)], strict=False
        ):
            if end > start or (heading.always and self._places):
                self._headings[start + len(self._headings)] = heading.make(end - start)

    # Made when asked for: if they were kept, this would hold itself.

    @property
    def rows(self) -> Sequence[Row]:
        """The rows."""
        return Lazy(len(self._places) + len(self._headings), self._row)

    @property
    def stops(self) -> Sequence[Stop]:
        """Where the cursor stops."""
        return Lazy(len(self._places), self._stop)

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
        """Return which stops stand for a claim."""
        places = self._order.places.get(claim, ())
        return [bisect_left(self._places, place) for place in places if self._flags[place]]

    def stop_at(self, row: int) -> int | None:
        """Return the stop that a row belongs to."""
        inside = 0 <= row < len(self.rows) and row not in self._headings
        return row - self._headings_before(row) if inside else None


class Lazy(Sequence[T]):
    """A sequence whose items are made when they are asked for."""

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
