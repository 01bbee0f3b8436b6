"""Date expressions and the days they may cover."""

import re
from datetime import date, timedelta
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kursk_tui.model import Extent, When, parse_edtf
from tests.model.factory import property_test
from tests.tables import each_row

YEAR_2024 = (date(2024, 1, 1), date(2024, 12, 31))


def span(first: date, last: date, vague: bool = False) -> Extent:
    low, high = first.toordinal(), last.toordinal()
    return Extent(low, high, low, high, vague)


@each_row(
    ("text", "first", "last"),
    [
        ("2024-12-19", date(2024, 12, 19), date(2024, 12, 19)),
        ("0001-01-01", date(1, 1, 1), date(1, 1, 1)),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2000-02-29", date(2000, 2, 29), date(2000, 2, 29)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2024-04", date(2024, 4, 1), date(2024, 4, 30)),
        ("2024", *YEAR_2024),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
        ("000X", date(1, 1, 1), date(9, 12, 31)),
        ("00XX", date(1, 1, 1), date(99, 12, 31)),
        ("2024-XX", *YEAR_2024),
        ("2024-XX-XX", *YEAR_2024),
        ("2024-12-XX", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024-02-XX", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_a_date_covers_the_days_it_names(text: str, first: date, last: date) -> None:
    assert parse_edtf(text) == span(first, last)


@pytest.mark.parametrize("text", ["2024-12-19T08:30:00", "2024-12-19T23:59:59Z"])
@pytest.mark.parametrize("offset", ["", "-05:00", "+09"])
def test_a_date_and_time_covers_its_day_as_printed(text: str, offset: str) -> None:
    stamp = text if text.endswith("Z") else text + offset
    assert parse_edtf(stamp) == span(date(2024, 12, 19), date(2024, 12, 19))


@pytest.mark.parametrize("season", ["21", "22", "23"])
def test_a_season_covers_its_year_since_hemispheres_differ(season: str) -> None:
    assert parse_edtf(f"2024-{season}") == span(*YEAR_2024)


def test_a_winter_may_extend_into_the_next_year() -> None:
    extent = parse_edtf("2024-24")
    assert extent.start_min == date(2024, 1, 1).toordinal()
    assert extent.end_max >= date(2025, 2, 28).toordinal()
    assert extent.end_max < date(2026, 1, 1).toordinal()


@pytest.mark.parametrize("mark", "~?%")
@pytest.mark.parametrize("text", ["2024", "2024-12", "2024-12-19", "2024-22", "202X"])
def test_a_mark_makes_the_same_days_vague(text: str, mark: str) -> None:
    plain, marked = parse_edtf(text), parse_edtf(text + mark)
    assert not plain.vague
    assert marked.vague
    assert (marked.start_min, marked.start_max, marked.end_min, marked.end_max) == (
        plain.start_min,
        plain.start_max,
        plain.end_min,
        plain.end_max,
    )


@pytest.mark.parametrize("text", ["XXXX", "XXXX-XX", "XXXX-XX-XX"])
def test_an_entirely_unknown_year_covers_every_day(text: str) -> None:
    assert parse_edtf(text) == Extent(-inf, inf, -inf, inf)


def test_an_interval_runs_from_its_first_to_its_last_date() -> None:
    first, last = date(2024, 12, 14).toordinal(), date(2024, 12, 16).toordinal()
    assert parse_edtf("2024-12-14/2024-12-16") == Extent(first, first, last, last)


def test_an_interval_of_months_starts_and_ends_within_them() -> None:
    assert parse_edtf("2024-11/2024-12") == Extent(
        date(2024, 11, 1).toordinal(),
        date(2024, 11, 30).toordinal(),
        date(2024, 12, 1).toordinal(),
        date(2024, 12, 31).toordinal(),
    )


def test_an_interval_may_be_a_single_day() -> None:
    day = date(2024, 12, 19).toordinal()
    assert parse_edtf("2024-12-19/2024-12-19") == Extent(day, day, day, day)


def test_an_open_end_is_infinite() -> None:
    first = date(2024, 12, 4).toordinal()
    assert parse_edtf("2024-12-04/..") == Extent(first, first, inf, inf)


def test_an_open_start_is_infinite() -> None:
    last = date(2024, 12, 19).toordinal()
    assert parse_edtf("../2024-12-19") == Extent(-inf, -inf, last, last)


def test_an_unknown_end_may_be_any_day_from_the_start() -> None:
    first = date(2024, 12, 4).toordinal()
    assert parse_edtf("2024-12-04/") == Extent(first, first, first, inf)


def test_an_unknown_start_may_be_any_day_up_to_the_end() -> None:
    last = date(2024, 12, 19).toordinal()
    assert parse_edtf("/2024-12-19") == Extent(-inf, last, last, last)


@pytest.mark.parametrize("text", ["2024-11~/2024-12", "2024-11/2024-12?", "2024-11%/.."])
def test_a_mark_at_one_end_makes_an_interval_vague(text: str) -> None:
    assert parse_edtf(text).vague


@pytest.mark.parametrize(
    ("text", "month_day"),
    [("XXXX-12-19", (12, 19)), ("XXXX-02-29", (2, 29)), ("XXXX-01-31", (1, 31))],
)
def test_a_day_without_a_year_keeps_month_and_day(text: str, month_day: tuple[int, int]) -> None:
    assert parse_edtf(text) == Extent(-inf, inf, -inf, inf, month_day=month_day)


def test_a_day_without_a_year_can_be_vague() -> None:
    assert parse_edtf("XXXX-12-19~") == Extent(-inf, inf, -inf, inf, True, (12, 19))


@each_row(
    ("text", "words"),
    [
        ("2024-13", "no month 13; months run from 01 to 12"),
        ("2024-00", "no month 00"),
        ("2024-13-01", "no month 13"),
        ("2024-25", "no month 25"),
        ("XXXX-13-01", "no year has a day 13-01"),
        ("2024-12-32", "no day 32 in 2024-12, which has 31 days"),
        ("2024-12-00", "no day 00 in 2024-12"),
        ("2024-04-31", "no day 31 in 2024-04, which has 30 days"),
        ("2023-02-29", "no day 29 in 2023-02, which has 28 days (not a leap year)"),
        ("1900-02-29", "(not a leap year)"),
        ("2024-02-30", "no day 30 in 2024-02, which has 29 days"),
        ("XXXX-04-31", "no year has a day 04-31"),
        ("0000", "years run from 0001 to 9999"),
        ("0000-01-01", "years run from 0001 to 9999"),
        ("2024-21-05", "a season has no day"),
        ("2024-XX-19", "X replaces digits from the right"),
        ("202X-12", "X replaces digits from the right"),
        ("20XX-12-19", "X replaces digits from the right"),
        ("XXXX-12", "X replaces digits from the right"),
        ("XXXX-XX-19", "X replaces digits from the right"),
        ("2024-12-19/2024-12-18", "ends before it starts"),
        ("2024-12/2024-11", "ends before it starts"),
        ("2025/2024", "ends before it starts"),
        ("/", "needs at least one date"),
        ("../..", "needs at least one date"),
        ("/..", "needs at least one date"),
        ("../", "needs at least one date"),
        ("XXXX-12-19/2025", "a day without a year"),
        ("2024/XXXX-12-19", "a day without a year"),
        ("2024-12-19T25:00:00", "not a valid date and time"),
        ("2024-12-19T10:60:00", "not a valid date and time"),
        ("2023-02-29T10:00:00", "not a valid date and time"),
    ],
)
def test_an_impossible_date_is_rejected_with_the_reason(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        parse_edtf(text)


@each_row(
    "text",
    [
        "",
        " ",
        "..",
        "19 December 2024",
        "until recently",
        "2024-12-19 ",
        " 2024",
        "2024-12-19\n",
        "24-12-19",
        "2024/12/19",
        "2024-1-9",
        "20241219",
        "12024",
        "-2024",
        "2024-12-1X",
        "2024-1X",
        "2XXX",
        "202x",
        "2024-12-~19",
        "2024-12~-19",
        "~2024",
        "2024~?",
        "[2023,2024]",
        "{2023,2024}",
        "2024-12-19T10:00",
        "2024-12-19 10:00:00",
        "2024/2025/2026",
        "Y20240",
        "2024-12-04/...",
        "2024..2025",
    ],
)
def test_an_expression_outside_the_subset_is_rejected(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date; write 2024, 2024-12 or 2024-12-19"):
        parse_edtf(text)


@pytest.mark.parametrize("field", ["edtf", "bound"])
def test_a_record_rejects_an_impossible_date_with_the_same_reason(field: str) -> None:
    with pytest.raises(ValidationError, match="no month 13"):
        When(**{"role": "event", "words": "then", field: "2024-13"})  # type: ignore[arg-type]


def test_a_record_needs_a_date_or_words_for_one() -> None:
    with pytest.raises(ValidationError, match="“edtf”, “words” or both"):
        When(role="event", bound="../2024-12-19")


def test_words_alone_are_not_a_date() -> None:
    when = When(role="in effect", words="until recently", bound="../2024-12-19")
    assert when.edtf is None


@property_test
@given(st.dates())
def test_a_full_date_covers_that_one_day(day: date) -> None:
    assert parse_edtf(day.isoformat()) == span(day, day)


@property_test
@given(st.dates(max_value=date(9999, 11, 30)))
def test_a_month_covers_exactly_its_days(day: date) -> None:
    extent = parse_edtf(day.isoformat()[:7])
    first = date.fromordinal(int(extent.start_min))
    last = date.fromordinal(int(extent.end_max))
    assert (first.year, first.month, first.day) == (day.year, day.month, 1)
    assert (last.year, last.month) == (day.year, day.month)
    assert (last + timedelta(days=1)).day == 1


@property_test
@given(st.dates(), st.dates())
def test_the_days_of_an_interval_must_be_in_order(one: date, other: date) -> None:
    text = f"{one.isoformat()}/{other.isoformat()}"
    if one <= other:
        low, high = one.toordinal(), other.toordinal()
        assert parse_edtf(text) == Extent(low, low, high, high)
    else:
        with pytest.raises(ValueError, match="ends before it starts"):
            parse_edtf(text)


@property_test
@given(
    st.text(max_size=30)
    | st.text("0123456789X-/.~?%TZ:+", max_size=25)
    | st.from_regex(r"\A[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[~?%]?(/[0-9X]{4}-[0-9]{2})?\Z")
    | st.from_regex(r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")
)
def test_any_text_gives_ordered_days_or_a_value_error(text: str) -> None:
    try:
        extent = parse_edtf(text)
    except ValueError:
        return
    assert extent.start_min <= extent.start_max
    assert extent.end_min <= extent.end_max
    assert extent.vague or extent.start_min <= extent.end_max


def test_the_winter_of_9999_ends_with_the_calendar() -> None:
    assert parse_edtf("9999-24").end_max == date(9999, 12, 31).toordinal()


def test_digits_of_other_scripts_are_rejected() -> None:
    with pytest.raises(ValueError, match="is not a date"):
        parse_edtf("٢٠٢٤-١٢-١٩")
