"""Row models, worked out by hand: which rows a view shows, and where the cursor stops."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.ui.rows.row_model import (
    FixedRows,
    Group,
    Heading,
    LazySequence,
    Order,
    Row,
    RowModel,
    Stop,
    flag_picker,
)
from tests.tables import each_row

# Claims 2, 0 and 2 again (its second date), then, below a heading, claims 1 and 3.
ROWS = (Row(2), Row(0), Row(2, 1), Row(1), Row(3))


def heading(count: int) -> Row:
    return Row(None, count, "undated")


ORDER = Order(ROWS, [Heading(3, heading)])


def test_all_rows_with_the_heading_between() -> None:
    shown = ORDER.shown(b"\1\1\1\1")
    assert [*shown.rows] == [*ROWS[:3], Row(None, 2, "undated"), *ROWS[3:]]
    assert [*shown.stops] == [
        Stop(2, 0, 0),
        Stop(0, 1, 1),
        Stop(2, 2, 2),
        Stop(1, 4, 4),
        Stop(3, 5, 5),
    ]
    assert shown.stops_of(2) == [0, 2]
    assert shown.stops_of(3) == [4]
    assert [shown.stop_at(row) for row in range(-1, 7)] == [None, 0, 1, 2, None, 3, 4, None]


def test_the_rows_of_some_claims() -> None:
    shown = ORDER.shown(b"\0\1\1\0")  # claims 1 and 2
    assert [*shown.rows] == [Row(2), Row(2, 1), Row(None, 1, "undated"), Row(1)]
    assert [one.claim for one in shown.stops] == [2, 2, 1]
    assert [one.first for one in shown.stops] == [0, 1, 3]
    assert shown.stops_of(2) == [0, 1]
    assert shown.stops_of(0) == []


def test_a_heading_above_no_rows_is_left_out() -> None:
    assert [*ORDER.shown(b"\1\0\1\0").rows] == [*ROWS[:3]]
    assert [*ORDER.shown(b"\0\0\0\1").rows] == [Row(None, 1, "undated"), Row(3)]


def test_a_permanent_heading_needs_a_row_elsewhere() -> None:
    order = Order(ROWS, [Heading(5, heading, always=True)])
    assert [*order.shown(b"\1\0\0\0").rows] == [Row(0), Row(None, 0, "undated")]
    assert [*order.shown(bytes(4)).rows] == []


@settings(max_examples=100, deadline=None, database=None)
@given(st.lists(st.integers(0, 5), max_size=8), st.lists(st.booleans(), min_size=6, max_size=6))
def test_an_order_agrees_with_its_explicit_rows(claims: list[int], shown: list[bool]) -> None:
    rows = [Row(claim, part) for part, claim in enumerate(claims)]
    half = len(rows) // 2
    model: RowModel = Order(rows, [Heading(half, heading)]).shown(bytes(shown))
    above = [row for row in rows[:half] if shown[row.claim or 0]]
    below = [row for row in rows[half:] if shown[row.claim or 0]]
    written = [*above, *([heading(len(below))] if below else []), *below]
    stops = [Stop(row.claim, at, at) for at, row in enumerate(written) if row.claim is not None]
    fixed = FixedRows(written, stops)
    assert [*model.rows] == written
    assert [*model.stops] == stops
    assert [model.stop_at(row) for row in range(len(written) + 1)] == [
        fixed.stop_at(row) for row in range(len(written) + 1)
    ]
    assert [list(model.stops_of(claim)) for claim in range(6)] == [
        list(fixed.stops_of(claim)) for claim in range(6)
    ]


def test_stops_that_overlap() -> None:
    rows = FixedRows([Row(None)] * 9, [Stop(0, 0, 7), Stop(1, 2, 3), Stop(2, 4, 4), Stop(3, 8, 8)])
    assert [rows.stop_at(row) for row in range(10)] == [0] * 8 + [3, None]


def test_a_group_represents_its_claims() -> None:
    group = Group(2, lambda claim: claim in (4, 6))
    stops = [Stop(4, 0, 0, group), Stop(4, 1, 1), Stop(5, 2, 2)]
    rows = FixedRows([Row(None), Row(4), Row(5)], stops)
    assert [rows.stops_of(claim) for claim in (4, 5, 6, 7)] == [[0, 1], [2], [0], []]
    assert [stop.size for stop in stops] == [2, 1, 1]
    assert not stops[0].represents(None)
    assert stops[0] == Stop(4, 0, 0, Group(2, lambda _: False))  # of one row and size


@each_row("claims", [[], [2], [2, 0], [1, 1, 0, 2]])
def test_flags_are_picked_in_the_order_of_the_claims(claims: list[int]) -> None:
    assert flag_picker(claims)(bytes([7, 8, 9])) == bytes(claim + 7 for claim in claims)


def test_a_lazy_sequence_makes_an_item_when_it_is_read() -> None:
    made: list[int] = []

    def make(at: int) -> int:
        made.append(at)
        return at * at

    squares = LazySequence(5, make)
    assert (len(squares), made) == (5, [])
    assert (squares[3], squares[-1], made) == (9, 16, [3, 4])
    assert [*squares[1:4:2]] == [1, 9]
    assert [*squares] == [0, 1, 4, 9, 16]
    for at in (5, -6):
        with pytest.raises(IndexError):
            squares[at]
