"""The axis of numbers: the powers of ten there are, where numbers lie, and what is labelled."""

from itertools import pairwise
from math import inf

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kursk_tui.charts.number_axis import BREAK, NumberAxis, find_stretches, fit_axis, power_name
from kursk_tui.charts.number_bars import number_bar, part_asked, reach
from kursk_tui.model import Interval
from tests.tables import each_row


def exactly(value: int) -> Interval:
    return Interval(value, value, value)


def axis(width: int, *intervals: Interval) -> NumberAxis:
    made = fit_axis(find_stretches(intervals), width)
    assert made is not None
    return made


@each_row(
    ("intervals", "stretches"),
    [
        ([Interval(lower=100), Interval(best=1000), Interval(best=11_000)], [(2, 5)]),
        ([Interval(upper=100)], [(1, 2)]),
        ([Interval(lower=100)], [(2, 3)]),
        ([exactly(38)], [(1, 2)]),
        ([exactly(1000)], [(3, 4)]),
        ([exactly(0), exactly(7)], [(-1, 1)]),
        ([exactly(3), exactly(2_000_000)], [(0, 1), (6, 7)]),  # five steps hold nothing
        ([exactly(3), exactly(20), exactly(400)], [(0, 3)]),
        ([Interval(3, 2_000_000)], [(0, 7)]),  # a bar is never divided
        ([Interval()], []),
    ],
)
def test_powers_of_ten_without_a_figure_are_left_out(
    intervals: list[Interval], stretches: list[tuple[int, int]]
) -> None:
    assert list(find_stretches(intervals)) == stretches


def test_cells_worked_out_by_hand() -> None:
    # From 100 to 10k in 25 cells, one before them and three after them.
    made = axis(29, Interval(lower=100), exactly(10_000))
    assert [made.cell(value) for value in (100, 1000, 10_000)] == [1, 13, 25]
    assert made.cell(316) == 7  # halfway
    assert (made.cell(5), made.cell(50_000)) == (0, 27)  # in the margins
    assert (made.cell(-inf), made.cell(inf)) == (0, 28)
    assert made.labels == " 100         1k          10k"


def test_a_break_divides_far_numbers() -> None:
    made = axis(40, exactly(3), exactly(2_000_000))
    (at,) = made.breaks
    assert made.cell(10) < at <= made.cell(5000) < at + BREAK <= made.cell(1_000_000)
    assert made.labels.split() == ["1", "10", "1M", "10M"]


def test_zero_is_left_of_one_and_named() -> None:
    made = axis(30, exactly(0), exactly(7))
    assert made.cell(0) < made.cell(1) < made.cell(7)
    assert made.labels.split() == ["0", "1", "10"]


def test_an_open_start_ends_at_zero_if_the_axis_has_it() -> None:
    with_zero, without = axis(30, exactly(0), Interval(upper=100)), axis(30, Interval(upper=100))
    for made, first in ((with_zero, with_zero.cell(0)), (without, 0)):
        bar = number_bar(Interval(upper=100), made)
        assert bar is not None
        assert (bar.first, bar.last, bar.start) == (first, made.cell(100), "open")


def test_names_of_powers() -> None:
    names = [power_name(power) for power in (-1, 0, 2, 3, 5, 6, 9, 12, 15)]
    assert names == ["0", "1", "100", "1k", "100k", "1M", "1bn", "1tn", "1000tn"]


def test_without_room_or_numbers_there_is_no_axis() -> None:
    assert fit_axis(find_stretches([exactly(3)]), 8) is None
    assert fit_axis((), 40) is None


NUMBERS = st.integers(0, 10**15) | st.integers(0, 3000)
INTERVALS = st.one_of(
    st.builds(exactly, NUMBERS),
    st.builds(lambda value: Interval(lower=value), NUMBERS),
    st.builds(lambda value: Interval(upper=value), NUMBERS),
    st.builds(lambda value: Interval(best=value), NUMBERS),
    st.builds(lambda one, other: Interval(min(one, other), max(one, other)), NUMBERS, NUMBERS),
)
LISTS = st.lists(INTERVALS, min_size=1, max_size=8)
WIDTHS = st.integers(12, 140)


@settings(max_examples=40)
@given(LISTS, WIDTHS, st.lists(NUMBERS, min_size=2, max_size=8))
def test_higher_numbers_are_not_further_left(
    intervals: list[Interval], width: int, numbers: list[int]
) -> None:
    made = axis(width, *intervals)
    cells = [made.cell(value) for value in (-inf, *sorted(numbers), inf)]
    assert cells == sorted(cells)
    assert (cells[0], cells[-1]) == (0, width - 1)
    assert 0 <= min(made.ticks) <= max(made.ticks) < width


@settings(max_examples=40)
@given(LISTS, WIDTHS)
def test_every_figure_takes_a_cell_that_is_not_in_a_break(
    intervals: list[Interval], width: int
) -> None:
    made = axis(width, *intervals)
    breaks = {at + offset for at in made.breaks for offset in range(BREAK)}
    for interval in intervals:
        bar = number_bar(interval, made)
        assert bar is not None
        assert 0 <= bar.first <= bar.last < width
        ends = {made.cell(one) for one in (interval.lower, interval.upper) if one is not None}
        assert breaks.isdisjoint(ends)
        if "open" in (bar.start, bar.end):
            assert bar.first < bar.last  # an open end is never the bound itself


@settings(max_examples=40)
@given(INTERVALS, WIDTHS, NUMBERS, st.booleans())
def test_what_is_asked_takes_at_least_a_cell_of_the_bar(
    interval: Interval, width: int, limit: int, above: bool
) -> None:
    assume(interval.meets(Interval(lower=limit) if above else Interval(upper=limit)))
    made = axis(width, interval)
    asked = ((limit, inf),) if above else ((0, limit),)
    bar = number_bar(interval, made)
    assert bar is not None
    bar = reach(bar, asked, made)
    cells = part_asked(bar, asked, made)
    assert cells
    assert all(bar.first <= at <= bar.last for at in cells)


@settings(max_examples=40)
@given(LISTS, WIDTHS)
def test_labels_never_touch_and_are_never_cut(intervals: list[Interval], width: int) -> None:
    made = axis(width, *intervals)
    labels = made.labels
    assert len(labels) <= width
    every = [power_name(power) for power in range(-1, 17)]
    assert set(labels.split()) <= set(every)
    places = [every.index(label) for label in labels.split()]
    assert all(one < other for one, other in pairwise(places))
    assert len(places) >= len(made.segments)


@settings(max_examples=40)
@given(LISTS, WIDTHS, st.integers(2, 12))
def test_several_cells_a_character_keep_names_apart_and_figures_out_of_breaks(
    intervals: list[Interval], characters: int, unit: int
) -> None:
    made = fit_axis(find_stretches(intervals), characters * unit, unit)
    assume(made is not None)  # the longest names have no room in the least width
    assert made is not None
    for one, other in pairwise(made.names):
        assert one.start + (len(one.text) + 1) * unit <= other.start
    last = made.names[-1]
    assert last.start + len(last.text) * unit <= made.width
    breaks = {at + offset for at in made.breaks for offset in range(BREAK * unit)}
    for interval in intervals:
        bar = number_bar(interval, made)
        assert bar is not None
        assert 0 <= bar.first <= bar.last < made.width
        ends = {made.cell(one) for one in (interval.lower, interval.upper) if one is not None}
        assert breaks.isdisjoint(ends)
