"""The axis of time: where days are, where it breaks, and what is labelled."""

import re
from datetime import date
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.charts.time_axis import Days, Era, TimeAxis, find_eras, fit_axis
from kursk_tui.charts.time_labels import Scale, label_axis


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def of(*texts: str) -> list[Days]:
    """Return ranges of days, written "2024-12-04" or "2024-12-01/2024-12-31"."""
    ends = (text.split("/") for text in texts)
    return [Days(day(one[0]), day(one[-1])) for one in ends]


def eras(*texts: str) -> list[tuple[str, str, int]]:
    found = find_eras(of(*texts))
    return [(str(date.fromordinal(a)), str(date.fromordinal(b)), n) for a, b, n in found]


def labels(width: int, today: str, *texts: str) -> str:
    axis = fit_axis(find_eras(of(today, *texts)), width)
    return label_axis(axis, day(today)).text


# Eras.


def test_a_far_year_is_behind_a_break_and_the_days_of_december_are_apart() -> None:
    texts = ("1950-06-25", "2024-12-04", "2024-12-19")
    assert eras(*texts) == [
        ("1950-06-25", "1950-06-25", 1),
        ("2024-12-04", "2024-12-19", 2),
    ]
    axis = fit_axis(find_eras(of(*texts)), 24)
    assert len(axis.breaks) == 1
    far, first, last = (axis.cell(day(text)) for text in texts)
    assert far < axis.breaks[0] < first < last
    assert last - first >= 9


@pytest.mark.parametrize(
    "texts",
    [
        ("2024-12-01", "2024-12-06", "2024-12-26"),  # all within a few weeks
        ("2020-01-01", "2022-01-01", "2024-12-19"),  # no gap is much longer than the rest
        ("2022-02-24", "2024-12-19"),  # nothing else that a break could bring apart
        ("1950-01-01/2024-12-31", "2024-12-01", "2024-12-19"),  # a range is never divided
    ],
    ids=["weeks", "years", "two days", "one range"],
)
def test_an_axis_without_a_break(texts: tuple[str, ...]) -> None:
    assert len(eras(*texts)) == 1


def test_a_period_can_be_divided_between_its_ends_but_not_a_month() -> None:
    assert len(eras("2022-02-24", "2024-08-01/2024-08-31", "2024-09-05")) == 2
    assert find_eras([]) == ()


def test_a_narrow_axis_joins_the_eras_that_are_closest() -> None:
    found = find_eras(of("1914-07-28", "1950-06-25", "1950-07-01", "2024-12-04", "2024-12-19"))
    assert len(found) == 3
    assert len(fit_axis(found, 40).segments) == 3
    narrow = fit_axis(found, 16)
    assert [segment.era.first for segment in narrow.segments] == [
        day("1914-07-28"),
        day("2024-12-04"),
    ]


def test_several_far_years_are_behind_breaks_but_no_stretch_of_one_year_is_much_shorter() -> None:
    far = eras("1914-07-28", "1950-06-25", "1990-08-02", "2024-12-04", "2024-12-19")
    assert [first[:4] for first, _, _ in far] == ["1914", "1950", "1990", "2024"]
    # Summer and winter of a year: the gap is longer than the rest, but not three times.
    assert len(eras("2024-06-01/2024-06-30", "2024-11-01", "2024-12-19")) == 1


def test_a_far_year_takes_three_cells_and_the_dates_of_the_text_the_others() -> None:
    found = find_eras(
        of("1943-01-01/1943-12-31", "2025-03-10", "2025-03-14", "2025-04-01/2025-04-30")
    )
    axis = fit_axis(found, 19)
    assert axis.breaks == (4,)
    assert axis.cell(day("2025-03-10")) < axis.cell(day("2025-03-14"))
    assert len(fit_axis(found, 12).segments) == 2
    assert len(fit_axis(found, 11).segments) == 1


# Cells.


def test_cells_worked_out_by_hand() -> None:
    # Thirty days and a day on either side; 32 cells for them, one before and two after.
    axis = fit_axis(find_eras(of("2024-11-01/2024-11-30")), 35)
    assert axis.cell(day("2024-11-01")) == 2
    assert axis.cell(day("2024-11-30")) == 31
    assert axis.cells(day("2024-11-01"), day("2024-11-30")) == (2, 31)
    assert axis.cells(-inf, day("2024-11-10")) == (0, 11)
    assert axis.cells(day("2024-11-10"), inf) == (11, 34)
    assert axis.cell(day("2024-10-31")) == 1
    assert axis.cell(day("2024-10-30")) == 0
    assert axis.cell(day("1950-06-25")) == 0
    assert axis.cell(day("2050-06-25")) == 34


def test_a_month_is_as_wide_as_a_month_and_a_year_as_a_year() -> None:
    axis = fit_axis(find_eras(of("2024-01-01/2024-12-31", "2025-03-01/2025-03-31")), 140)
    months = (("2024-01-01", "2024-01-31"), ("2025-03-01", "2025-03-31"))
    widths = [right - left + 1 for left, right in (axis.cells(*map(day, one)) for one in months)]
    left, right = axis.cells(day("2024-01-01"), day("2024-12-31"))
    assert abs(widths[0] - widths[1]) <= 1
    assert abs((right - left + 1) - 366 / 31 * widths[0]) <= 12


RANGES = st.lists(
    st.builds(
        lambda first, length: Days(first, min(first + length, 3_652_059)),
        st.integers(1, 3_652_059) | st.integers(738_000, 738_400),
        st.just(0) | st.integers(0, 800),
    ),
    min_size=1,
    max_size=12,
)
WIDTHS = st.integers(10, 130)


def made(ranges: list[Days], width: int) -> TimeAxis:
    return fit_axis(find_eras(ranges), width)


@settings(max_examples=40)
@given(RANGES, WIDTHS)
def test_every_day_is_on_the_axis_and_later_days_are_not_further_left(
    ranges: list[Days], width: int
) -> None:
    axis = made(ranges, width)
    days = sorted(end for one in ranges for end in one)
    cells = [axis.cell(one) for one in days]
    assert cells == sorted(cells)
    assert all(0 <= at < width for at in cells)
    breaks = {at + offset for at in axis.breaks for offset in range(2)}
    assert breaks.isdisjoint(cells)
    assert axis.segments[-1].end <= width


@settings(max_examples=40)
@given(RANGES, WIDTHS)
def test_a_range_takes_at_least_a_cell_and_includes_the_middle_of_its_days(
    ranges: list[Days], width: int
) -> None:
    axis = made(ranges, width)
    for first, last in ranges:
        left, right = axis.cells(first, last)
        assert 0 <= left <= axis.cell(first) <= axis.cell(last) <= right < width


@settings(max_examples=40)
@given(RANGES)
def test_eras_contain_every_range_and_do_not_overlap(ranges: list[Days]) -> None:
    found = find_eras(ranges)
    assert all(one.last < other.first for one, other in pairwise(found))
    for first, last in ranges:
        assert sum(era.first <= first and last <= era.last for era in found) == 1
    assert sum(era.marks for era in found) == len(set(ranges))


# Labels.


@settings(max_examples=40)
@given(RANGES, WIDTHS, st.booleans())
def test_labels_never_touch_are_never_cut_and_every_segment_has_a_year(
    ranges: list[Days], width: int, with_day: bool
) -> None:
    axis = made(ranges, width)
    scale = label_axis(axis, ranges[0].first if with_day else None)
    ends = [0]
    for label in scale.labels:
        assert label.start >= ends[-1] + (len(ends) > 1)
        ends.append(label.end)
    assert ends[-1] <= width
    assert all(0 <= at < width for at in scale.ticks)
    for segment in axis.segments:
        start = 0 if segment is axis.segments[0] else segment.start
        before = 0 if segment.era.marks > 1 else 4  # its label may begin in the break
        own = [
            one.text
            for one in scale.labels
            if start - before <= one.start <= segment.end and one.end > start
        ]
        assert any(re.search(r"\d{4}", text) for text in own), (own, segment)


@settings(max_examples=40)
@given(RANGES, WIDTHS, st.integers(2, 12))
def test_several_cells_a_character_keep_labels_apart_and_days_out_of_breaks(
    ranges: list[Days], characters: int, unit: int
) -> None:
    axis = fit_axis(find_eras(ranges), characters * unit, unit)
    labels = label_axis(axis, ranges[0].first).labels
    for one, other in pairwise(labels):
        assert one.end + unit <= other.start
    assert labels[-1].end <= axis.width
    breaks = {at + offset for at in axis.breaks for offset in range(2 * unit)}
    assert breaks.isdisjoint(axis.cell(end) for one in ranges for end in one)


@pytest.mark.parametrize(
    ("width", "text"),
    [
        # Eighteen days, from the 3rd to the 20th, in 14, 21 and 42 cells.
        (17, " 4 Dec 2024  19"),
        (24, "  4 Dec 2024   15   19"),
        (45, "    4 Dec 2024  9   11   13   15  17   19"),
    ],
)
def test_days_are_labelled_after_their_month(width: int, text: str) -> None:
    assert labels(width, "2024-12-19", "2024-12-04") == text


def test_months_years_and_far_days() -> None:
    assert labels(45, "2024-12-19", "2024-08-01") == (
        " Aug 2024 Sep     Oct     Nov         19 Dec"  # "Dec 19" would be a day
    )
    assert labels(13, "2024-12-19", "2024-08-01") == " Aug Dec 2024"  # where it begins, too
    far = "2024-12-19", "1950-06-25", "2024-12-04"
    assert labels(40, *far).split() == ["1950", "4", "Dec", "2024", "15", "19"]
    assert labels(53, *far).split()[:3] == ["25", "Jun", "1950"]
    years = labels(30, "2024-12-19", "1995-01-01", "2010-01-01")
    assert years == "     2000    2010     Dec 2024"


def test_the_label_of_a_day_is_above_it_and_its_year_beside_it() -> None:
    texts = of("2025-03-10", "2025-03-14", "2025-04-01/2025-04-30", "1943-01-01/1943-12-31")
    axis = fit_axis(find_eras(texts), 20)
    found = label_axis(axis, day("2025-03-14"))
    assert found.text.split() == ["1943", "14", "Mar", "2025"]
    label = found.labels[1]
    assert label.text == "14 Mar 2025"
    assert abs(label.start + 2.5 - axis.cell(day("2025-03-14"))) <= 2  # the middle of "14 Mar"
    # Too narrow for the year beside the day: its month, and no year above the tick of 1 May.
    narrow = label_axis(fit_axis(find_eras(texts), 16), day("2025-03-14"))
    assert narrow.text == "1943  Mar 2025"


def test_years_that_repeat_have_months() -> None:
    texts = of("2024-12-14/2024-12-15", "2024-12-23", "2025-01-13", "2025-06-15")
    eras = find_eras(texts)
    assert label_axis(fit_axis(eras, 19)).text.strip() == "Dec 2024  Jun 2025"
    # No label reads as one with the next: neither "10 Jun 2025" nor "10 Jan 2025".
    assert label_axis(fit_axis(eras, 36)).text == "  14 Dec 2024  1 Jan     10    2025"
    assert label_axis(fit_axis(eras, 30)).text == "  14 Dec 2024    10 Jan  2025"
    # The year alone would not say in which month the axis begins.
    assert labels(24, "2024-12-19", "2024-08-20", "2024-10-05").startswith(" Aug 2024 ")


def test_the_first_day_has_a_tick_where_its_label_names_it() -> None:
    axis = fit_axis(find_eras(of("2024-12-04", "2024-12-19")), 24)
    assert label_axis(axis, day("2024-12-19")).ticks[0] == axis.cell(day("2024-12-04"))


def test_no_tick_without_a_label_is_below_the_label_of_another_day() -> None:
    # "14 Jun 2024" is in the cells 9 to 19, above the day in 17 and the first of January in 12.
    axis = fit_axis(find_eras(of("2023-01-01/2023-12-31", "2024-05-10", "2024-06-14")), 20)
    scale = label_axis(axis, day("2024-06-14"))
    assert scale.text == " 2023    14 Jun 2024"
    assert [axis.cell(day(one)) for one in ("2024-01-01", "2024-06-14")] == [12, 17]
    assert scale.ticks == (1, 7)


def test_a_label_of_another_month_or_year_than_the_one_before_says_so() -> None:
    across = labels(26, "2024-12-19", "2024-12-23", "2025-01-13")
    assert across.split() == ["19", "Dec", "2024", "10", "Jan"]
    months = "2024-12-01/2024-12-31", "2025-01-01/2025-01-31", "2025-03-02"
    assert labels(20, "2025-03-04", *months).split() == ["2024", "4", "Mar", "2025"]


def test_a_year_is_labelled_as_a_year_not_as_its_first_day() -> None:
    assert labels(40, "2024-12-19", "1950-01-01/1950-12-31").split() == [
        *("1950", "19", "Dec", "2024"),
    ]
    assert labels(60, "2024-12-19", "1950-01-01/1959-12-31").split()[0] == "1950–1959"


def test_an_axis_without_dates_has_no_labels() -> None:
    axis = fit_axis((), 30)
    assert label_axis(axis) == Scale((), ())
    assert axis.cells(-inf, inf) == (0, 29)
    assert not Era(1, 2).is_day
