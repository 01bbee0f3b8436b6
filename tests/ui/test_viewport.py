"""Scrolling and the cursor, worked out by hand for ten rows of two lines in a height of six."""

import pytest

from kursk_tui.ui.rows.row_model import FixedRows, Group, Row, Stop
from kursk_tui.ui.rows.viewport import Viewport

# Row 0 is a heading; rows 1 to 9 show claims 0 to 8.
ROWS = [Row(None), *(Row(number) for number in range(9))]
STOPS = [Stop(number, number + 1, number + 1) for number in range(9)]


@pytest.fixture
def viewport() -> Viewport:
    viewport = Viewport(row_height=2)
    viewport.show(FixedRows(ROWS, STOPS), 6, 0)
    return viewport


def claim(viewport: Viewport) -> int:
    assert viewport.cursor is not None
    return viewport.cursor.claim


def test_it_starts_at_the_first_claim_with_the_heading_visible(viewport: Viewport) -> None:
    assert (claim(viewport), viewport.top) == (0, 0)


def test_moving_scrolls_just_enough(viewport: Viewport) -> None:
    viewport.move(2)  # claim 2 is row 3, lines 6 and 7: line 7 must be the last visible one
    assert (claim(viewport), viewport.top) == (2, 2)
    viewport.move(-1)  # claim 1, lines 4 and 5, is visible
    assert (claim(viewport), viewport.top) == (1, 2)
    viewport.move(-1)  # at the first stop the heading comes back
    assert (claim(viewport), viewport.top) == (0, 0)


def test_moving_stops_at_both_ends(viewport: Viewport) -> None:
    viewport.move(99)
    assert (claim(viewport), viewport.top) == (8, 14)
    viewport.move(-99)
    assert (claim(viewport), viewport.top) == (0, 0)


def test_half_a_page_is_one_row_of_two_lines_here(viewport: Viewport) -> None:
    viewport.move_half_page(1, only_scroll=False)
    assert claim(viewport) == 1
    viewport.move_half_page(1, only_scroll=True)
    assert (claim(viewport), viewport.top) == (1, 4)  # three lines on, then to the start of a row


def test_selecting_follows_and_marks_every_row_of_the_claim() -> None:
    viewport = Viewport(row_height=1)
    rows = [Row(None, 0, "group"), Row(3), Row(4), Row(3, 1)]
    both = Group(2, lambda one: one in (3, 4))
    stops = [Stop(3, 0, 0, both), Stop(3, 1, 1), Stop(4, 2, 2), Stop(3, 3, 3)]
    viewport.show(FixedRows(rows, stops), 4, None)
    viewport.select(4)
    assert [viewport.mark(row) for row in range(4)] == ["cursor", None, "marked", None]
    viewport.go_to(2)
    viewport.select(3)  # the claim itself rather than its group
    assert [viewport.mark(row) for row in range(4)] == ["marked", "cursor", None, "marked"]


def test_a_claim_within_another_does_not_hide_its_mark() -> None:
    viewport = Viewport(row_height=1)
    stops = [Stop(0, 0, 9), Stop(1, 2, 3)]
    viewport.show(FixedRows([Row(None)] * 10, stops), 10, 0)
    assert [viewport.mark(row) for row in range(10)] == ["cursor"] * 10


def test_cleared_rows_leave_cursor_and_position_for_the_next_ones(viewport: Viewport) -> None:
    viewport.move(2)
    viewport.clear()
    assert (viewport.cursor, viewport.marks, viewport.mark(3)) == (None, (), None)
    viewport.show(FixedRows(ROWS, STOPS), 6, None)
    assert (claim(viewport), viewport.top) == (2, 2)


def test_lines_rows_and_the_scroll_mark(viewport: Viewport) -> None:
    viewport.scroll_to(2)
    assert viewport.row_at(1) == (1, 1)
    assert viewport.lines_of(Stop(0, 1, 1)) == (0, 2)
    assert viewport.lines_of(Stop(8, 9, 9)) is None
    assert viewport.stop_at(0) is None
    assert viewport.stop_at(4) == 3
    viewport.scroll_to(0)
    # 20 lines, 6 visible: the thumb is one line high, at the top and at the bottom.
    assert [viewport.has_thumb(line) for line in range(6)] == [True] + [False] * 5
    viewport.scroll_to(99)
    assert [viewport.has_thumb(line) for line in range(6)] == [False] * 5 + [True]


def test_a_heading_stays_in_sight_with_the_stop_below_it() -> None:
    viewport = Viewport(row_height=1)
    rows = [Row(None, at) for at in range(12)]
    # A heading of two rows and a stop of five; a blank, a heading, and a stop of three.
    stops = [Stop(0, 2, 6), Stop(1, 9, 11)]
    viewport.show(FixedRows(rows, stops), 4, 0)
    assert viewport.top == 0  # the stop does not fit, its first rows do
    viewport.go_to(1)
    assert viewport.top == 8  # the heading, and the whole stop
    viewport.show(FixedRows(rows, [*stops, Stop(2, 11, 11)]), 3, 2)
    viewport.go_to(1)
    assert viewport.top == 7  # the heading and the first row of the stop
