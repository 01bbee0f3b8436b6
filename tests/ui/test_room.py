"""How panes share the lines of the screen, worked out by hand and for any needs."""

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kursk_tui.ui.widgets.room import UNLIMITED, Need, need_of_columns, share, share_columns
from tests.tables import each_row


@each_row(
    ("room", "needs", "heights"),
    [
        # All content fits; the three lines that are left go where the fewest lines are empty.
        (20, [Need(3, 9), Need(3, 8)], [11, 9]),
        # The first pane shows everything, the second scrolls.
        (20, [Need(3, 7), Need(3, 100)], [7, 13]),
        # Both scroll.
        (20, [Need(3, 100), Need(3, 100)], [10, 10]),
        # The first has its least, although it needs less.
        (20, [Need(5, 2), Need(3, 100)], [5, 15]),
        # The second has no more than its most while the first scrolls, but more if it does not.
        (20, [Need(3, 100), Need(3, 12, 6)], [14, 6]),
        (20, [Need(3, 10), Need(3, 12, 6)], [10, 10]),
        (20, [Need(3, 4), Need(3, 12, 6)], [6, 14]),
        # Not even the least fits.
        (5, [Need(4, 9), Need(4, 9)], [3, 2]),
        (7, [], []),
    ],
)
def test_sharing(room: int, needs: list[Need], heights: list[int]) -> None:
    assert share(room, needs) == heights


NEEDS = st.builds(
    lambda least, content, most: Need(least, content, max(least, most)),
    st.integers(1, 8),
    st.one_of(st.integers(1, 60), st.just(UNLIMITED)),
    st.one_of(st.integers(1, 30), st.just(UNLIMITED)),
)


@settings(max_examples=150, deadline=None, database=None)
@given(st.integers(0, 120), st.lists(NEEDS, min_size=1, max_size=4))
def test_no_pane_scrolls_while_another_has_empty_lines(room: int, needs: list[Need]) -> None:
    heights = share(room, needs)
    assert sum(heights) == room
    pairs = list(zip(heights, needs, strict=True))
    if room >= sum(need.least for need in needs):
        assert all(height >= need.least for height, need in pairs)
    if any(height < need.content for height, need in pairs):
        assert all(height <= max(need.least, need.content) for height, need in pairs)


@settings(max_examples=100, deadline=None, database=None)
@given(st.integers(0, 120), st.lists(NEEDS, min_size=2, max_size=4))
def test_more_room_takes_no_line_from_a_pane(room: int, needs: list[Need]) -> None:
    smaller, larger = share(room, needs), share(room + 1, needs)
    assert all(one <= other for one, other in zip(smaller, larger, strict=True))


def test_rows_of_columns_are_aligned_if_everything_fits() -> None:
    columns = [[Need(5, 10), Need(5, 7)], [Need(5, 13), Need(5, 11)]]
    assert share_columns(24, columns) == [[13, 11], [13, 11]]
    # One line less: the right column scrolls, and the left one has room for both its panes.
    assert share_columns(23, columns) == [[13, 10], [12, 11]]
    assert need_of_columns(columns) == Need(10, 24, 2 * UNLIMITED, 2 * UNLIMITED)


@settings(max_examples=100, deadline=None, database=None)
@given(
    st.integers(20, 80), st.lists(st.lists(NEEDS, min_size=2, max_size=2), min_size=1, max_size=3)
)
@example(20, [[Need(1, 13), Need(8, 1)]])
def test_columns_fill_the_room(room: int, columns: list[list[Need]]) -> None:
    shared = share_columns(room, columns)
    assert all(sum(heights) == room for heights in shared)
    # A pane without rows has its least, which is more than its content.
    whole = [
        [need._replace(content=max(need.least, need.content)) for need in one] for one in columns
    ]
    if room >= need_of_columns(whole).content:
        for heights, needs in zip(shared, columns, strict=True):
            assert all(have >= need.content for have, need in zip(heights, needs, strict=True))
    assert all(one == other for one, other in pairwise(shared)) or all(
        heights == share(room, needs) for heights, needs in zip(shared, columns, strict=True)
    )
