"""Dates as written and as resolved against Thursday 19 December 2024, worked out by hand."""

from datetime import date

import pytest

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.dates.resolution import disagrees, resolved, written

TODAY = date(2024, 12, 19)


def only_date(text: str, *, today: date | None = TODAY, ahead: bool = False) -> tuple[object, ...]:
    """Return the words of the one date of a text, as written and as resolved."""
    sentence = AnnotatedSentence.of(text)
    (found,) = sentence.dates
    words = text[slice(*sentence.span(found.first, found.last))]
    return words, written(found), resolved(found, today, ahead=ahead)


@pytest.mark.parametrize(
    ("text", "words", "edtf", "on_day"),
    [
        ("on 4 December 2024.", "4 December 2024", "2024-12-04", "2024-12-04"),
        ("on 4 December", "4 December", "XXXX-12-04", "2024-12-04"),
        ("on 30 December", "30 December", "XXXX-12-30", "2023-12-30"),
        ("on 20 December", "20 December", "XXXX-12-20", "2024-12-20"),  # across the date line
        ("on the 3rd of March", "3rd of March", "XXXX-03-03", "2024-03-03"),
        ("on Dec. 4", "Dec. 4", "XXXX-12-04", "2024-12-04"),
        ("in December, 2024.", "December, 2024", "2024-12", "2024-12"),
        ("in December, 2024 men fell", "December", "XXXX-12", "2024-12"),
        ("in January", "January", "XXXX-01", "2024-01"),
        ("on 3 Jan it fell", "3 Jan", "XXXX-01-03", "2024-01-03"),
        ("on Jan 3 it fell", "Jan 3", "XXXX-01-03", "2024-01-03"),
        ("on Mon. 16 December", "Mon. 16 December", "XXXX-12-16", "2024-12-16"),
        (
            "on Monday, the 16th of December",
            "Monday, the 16th of December",
            "XXXX-12-16",
            "2024-12-16",
        ),
        (
            "from December 14 to 16 2023",
            "December 14 to 16 2023",
            "2023-12-14/2023-12-16",
            "2023-12-14/2023-12-16",
        ),
        ("in May last year", "May last year", None, "2023-05"),
        ("on 5 May this year", "5 May this year", None, "2024-05-05"),
        ("last December", "last December", "XXXX-12", "2023-12"),
        ("last May", "last May", "XXXX-05", "2024-05"),
        ("next May", "next May", "XXXX-05", "2025-05"),
        ("in 1800 it fell", "1800", "1800", "1800"),
        ("in 2100 it fell", "2100", "2100", "2100"),
        ("in the 1990s", "1990s", "199X", "199X"),
        ("on 29 February 2024", "29 February 2024", "2024-02-29", "2024-02-29"),
        ("on 29 February 2000", "29 February 2000", "2000-02-29", "2000-02-29"),
        ("in the summer of 2023", "summer of 2023", "2023-22", "2023-22"),
        ("last summer", "last summer", None, "2024-22"),
        ("last winter", "last winter", None, "2023-24"),
        ("this spring", "this spring", None, "2024-21"),
        ("yesterday", "yesterday", None, "2024-12-18"),
        ("today", "today", None, "2024-12-19"),
        ("two days ago", "two days ago", None, "2024-12-17"),
        ("31 days ago", "31 days ago", None, "2024-11-18"),
        ("last week", "last week", None, "2024-12-09/2024-12-15"),
        ("last month", "last month", None, "2024-11"),
        ("13 months ago", "13 months ago", None, "2023-11"),
        ("last year", "last year", None, "2023"),
        ("on Monday", "Monday", None, "2024-12-16"),
        ("on Thursday", "Thursday", None, "2024-12-19"),
        ("last Thursday", "last Thursday", None, "2024-12-12"),
        ("next Thursday", "next Thursday", None, "2024-12-26"),
        ("on Monday last week", "Monday last week", None, "2024-12-09"),
        ("on Monday night", "Monday night", None, "2024-12-16"),
        ("on Friday, 13 December", "Friday, 13 December", "XXXX-12-13", "2024-12-13"),
        ("on 14-16 December", "14-16 December", "XXXX-12-14/XXXX-12-16", "2024-12-14/2024-12-16"),
        (
            "between 14 and 18 December",
            "14 and 18 December",
            "XXXX-12-14/XXXX-12-18",
            "2024-12-14/2024-12-18",
        ),
        (
            "from 28 December to 3 January 2025",
            "28 December to 3 January 2025",
            "2024-12-28/2025-01-03",
            "2024-12-28/2025-01-03",
        ),
        (
            "from 28 December to 3 January",
            "28 December to 3 January",
            "XXXX-12-28/XXXX-01-03",
            "2023-12-28/2024-01-03",
        ),
        (
            "December 14 to 16, 2023",
            "December 14 to 16, 2023",
            "2023-12-14/2023-12-16",
            "2023-12-14/2023-12-16",
        ),
        ("from 2016 to 2018", "2016 to 2018", "2016/2018", "2016/2018"),
        ("from 2016-18", "2016-18", "2016/2018", "2016/2018"),
        ("in January and February", "January and February", "XXXX-01/XXXX-02", "2024-01/2024-02"),
    ],
)
def test_a_date_as_written_and_resolved(
    text: str, words: str, edtf: str | None, on_day: str
) -> None:
    assert only_date(text) == (words, edtf, on_day)
    assert only_date(text, today=None)[:2] == (words, edtf)


@pytest.mark.parametrize(
    ("text", "on_day"),
    [
        ("on 30 December", "2024-12-30"),
        ("on 4 December", "2025-12-04"),
        ("on 19 December", "2024-12-19"),
        ("in January", "2025-01"),
        ("in December", "2024-12"),
        ("on Monday", "2024-12-23"),
        ("on Thursday", "2024-12-26"),
    ],
)
def test_a_date_ahead_is_the_next_one(text: str, on_day: str) -> None:
    assert only_date(text, ahead=True)[2] == on_day


@pytest.mark.parametrize(
    "text",
    [
        *(
            "on 2024-13-01",
            "2024-00-10",
        ),
        *(
            "in 1799 it fell",
            "in 2101 it fell",
            "a 2024 model",
            "about two days ago",
            "32 days ago",
        ),
        *(
            "it may fall",
            "they march on",
            "over the last year",
            "mon ami",
            "jan is a name",
            "Jan left",
            "Sun is out",
            "it was 19.12 .2024",
        ),
    ],
)
def test_what_is_not_a_date(text: str) -> None:
    assert AnnotatedSentence.of(text).dates == []


@pytest.mark.parametrize("text", ["29 February 2023", "29 February 1900", "31 April 2024"])
def test_a_day_that_does_not_exist_leaves_its_month(text: str) -> None:
    (found,) = AnnotatedSentence.of(f"on {text}").dates
    assert (found.start.day, found.start.month) == (None, 2 if "Feb" in text else 4)


def test_two_dates_are_not_an_interval() -> None:
    sentence = AnnotatedSentence.of("on 14 December and 18 December")
    assert [written(one) for one in sentence.dates] == ["XXXX-12-14", "XXXX-12-18"]


def test_a_wrong_weekday_is_detected() -> None:
    (found,) = AnnotatedSentence.of("on Friday 19 December").dates
    assert disagrees(found.start, "2024-12-19")
    assert not disagrees(found.start, "2025-12-19")
    assert not disagrees(found.start, None)
