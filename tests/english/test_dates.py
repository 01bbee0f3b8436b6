"""Dates as written and as resolved against Thursday 19 December 2024, worked out by hand."""

from datetime import date

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.dates.resolution import disagrees, resolved, written
from tests.tables import each_row

TODAY = date(2024, 12, 19)


def only_date(text: str, *, today: date | None = TODAY, ahead: bool = False) -> tuple[object, ...]:
    """Return the words of the one date of a text, as written and as resolved."""
    sentence = AnnotatedSentence.of(text)
    (found,) = sentence.dates
    words = text[slice(*sentence.span(found.first, found.last))]
    return words, written(found), resolved(found, today, ahead=ahead)


@each_row(
    ("text", "words", "edtf", "on_day"),
    [
        ("on 4 December 2024.", "4 December 2024", "2024-12-04", "2024-12-04"),
        ("on 4-Dec-2024.", "4-Dec-2024", "2024-12-04", "2024-12-04"),
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
        ("on 21 December", "21 December", "XXXX-12-21", "2023-12-21"),
        (
            "from 5 December 2023 to 9 December",
            "5 December 2023 to 9 December",
            "2023-12-05/2023-12-09",
            "2023-12-05/2023-12-09",
        ),
        ("on 1 January 1800 it fell", "1 January 1800", "1800-01-01", "1800-01-01"),
        ("in March 2023", "March 2023", "2023-03", "2023-03"),
        ("next week", "next week", None, "2024-12-23/2024-12-29"),
        ("this week", "this week", None, "2024-12-16/2024-12-22"),
        ("next month", "next month", None, "2025-01"),
        ("this month", "this month", None, "2024-12"),
        ("12 months ago", "12 months ago", None, "2023-12"),
        ("one month ago", "one month ago", None, "2024-11"),
        ("a day ago, 3 years ago", "3 years ago", None, "2021"),
        ("next year", "next year", None, "2025"),
        ("this year", "this year", None, "2024"),
        ("tomorrow", "tomorrow", None, "2024-12-20"),
        ("next spring", "next spring", None, "2025-21"),
        ("this winter", "this winter", None, "2024-24"),
        ("spring 2024", "spring 2024", "2024-21", "2024-21"),
        ("next Monday", "next Monday", None, "2024-12-23"),
        ("this Monday", "this Monday", None, "2024-12-16"),
        ("last Monday", "last Monday", None, "2024-12-16"),
        ("on Friday", "Friday", None, "2024-12-13"),
        ("Friday's attack", "Friday's", None, "2024-12-13"),
        ("yesterday's attack", "yesterday's", None, "2024-12-18"),
        ("in early 2024", "early 2024", "2024", "2024"),
        ("in mid-2024", "mid-2024", "2024", "2024"),
        ("in late May 2024", "late May 2024", "2024-05", "2024-05"),
        ("January–March 2024", "January–March 2024", "2024-01/2024-03", "2024-01/2024-03"),
        ("between May and July", "May and July", "XXXX-05/XXXX-07", "2024-05/2024-07"),
        (
            "from Nov. 28 to Dec. 3",
            "Nov. 28 to Dec. 3",
            "XXXX-11-28/XXXX-12-03",
            "2024-11-28/2024-12-03",
        ),
        (
            "from October 2023 to March 2024",
            "October 2023 to March 2024",
            "2023-10/2024-03",
            "2023-10/2024-03",
        ),
        ("from November to February", "November to February", "XXXX-11/XXXX-02", "2023-11/2024-02"),
        (
            "from November to February 2024",
            "November to February 2024",
            "2023-11/2024-02",
            "2023-11/2024-02",
        ),
        (
            "from November 2023 to February",
            "November 2023 to February",
            "2023-11/2024-02",
            "2023-11/2024-02",
        ),
        ("from May 2023 to July", "May 2023 to July", "2023-05/2023-07", "2023-05/2023-07"),
        (
            "from 28 December 2023 to 3 January",
            "28 December 2023 to 3 January",
            "2023-12-28/2024-01-03",
            "2023-12-28/2024-01-03",
        ),
        ("between May and July last year", "May and July last year", None, "2023-05/2023-07"),
        ("in December last year", "December last year", None, "2023-12"),
        (
            "from 14 to 16 December",
            "14 to 16 December",
            "XXXX-12-14/XXXX-12-16",
            "2024-12-14/2024-12-16",
        ),
        (
            "14 and 15 December",
            "14 and 15 December",
            "XXXX-12-14/XXXX-12-15",
            "2024-12-14/2024-12-15",
        ),
        (
            "14th to 16th December 2023",
            "14th to 16th December 2023",
            "2023-12-14/2023-12-16",
            "2023-12-14/2023-12-16",
        ),
        (
            "on December 14 and 15",
            "December 14 and 15",
            "XXXX-12-14/XXXX-12-15",
            "2024-12-14/2024-12-15",
        ),
        (
            "on 14 December and 15 December",
            "14 December and 15 December",
            "XXXX-12-14/XXXX-12-15",
            "2024-12-14/2024-12-15",
        ),
        (
            "from spring 2023 to autumn 2024",
            "spring 2023 to autumn 2024",
            "2023-21/2024-23",
            "2023-21/2024-23",
        ),
        ("between 2016 and 2018", "2016 and 2018", "2016/2018", "2016/2018"),
        ("since 1 Sept. 2024", "1 Sept. 2024", "2024-09-01", "2024-09-01"),
        ("in Sept. 2024", "Sept. 2024", "2024-09", "2024-09"),
        ("on 1.2.2024", "1.2.2024", "2024-02-01", "2024-02-01"),
        ("on 2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29"),
        ("on the 1st of this month", "1st of this month", None, "2024-12-01"),
        ("on the 1st of last month", "1st of last month", None, "2024-11-01"),
        ("on the 28th", "28th", None, "2024-11-28"),
        ("by the 31st", "31st", None, "2024-10-31"),
        ("on 3rd May", "3rd May", "XXXX-05-03", "2024-05-03"),
        ("at 031400Z MAY 24", "031400Z MAY 24", "2024-05-03", "2024-05-03"),
        ("on 3 May (Friday)", "3 May", "XXXX-05-03", "2024-05-03"),
        ("on 3 May, a Friday, they", "3 May", "XXXX-05-03", "2024-05-03"),
        ("on Monday of last week", "Monday of last week", None, "2024-12-09"),
        ("in 2023/24", "2023/24", "2023/2024", "2023/2024"),
        ("on Thursday (19 December)", "Thursday (19 December", "XXXX-12-19", "2024-12-19"),
        ("on Sunday, Dec. 15, 2024", "Sunday, Dec. 15, 2024", "2024-12-15", "2024-12-15"),
        ("in the autumn of 2024", "autumn of 2024", "2024-23", "2024-23"),
        ("on 31 January", "31 January", "XXXX-01-31", "2024-01-31"),
        ("on Sunday morning", "Sunday morning", None, "2024-12-15"),
        ("last Sunday evening", "last Sunday evening", None, "2024-12-15"),
        ("in May of last year", "May of last year", None, "2023-05"),
        ("in May of 2023", "May of 2023", "2023-05", "2023-05"),
        ("on 5 of May of 2023", "5 of May of 2023", "2023-05-05", "2023-05-05"),
        ("this December", "this December", "XXXX-12", "2024-12"),
        ("next December", "next December", "XXXX-12", "2025-12"),
        ("next January", "next January", "XXXX-01", "2025-01"),
        ("last January", "last January", "XXXX-01", "2024-01"),
        ("last November", "last November", "XXXX-11", "2024-11"),
    ],
)
def test_a_date_as_written_and_resolved(
    text: str, words: str, edtf: str | None, on_day: str
) -> None:
    assert only_date(text) == (words, edtf, on_day)
    assert only_date(text, today=None)[:2] == (words, edtf)


@each_row(
    ("text", "today", "on_day"),
    [
        ("on 31 December", "2025-01-01", "2024-12-31"),
        ("on 2 January", "2025-01-01", "2025-01-02"),
        ("on 3 January", "2025-01-01", "2024-01-03"),
        ("in December", "2025-01-05", "2024-12"),
        ("last month", "2025-01-05", "2024-12"),
        ("next month", "2024-11-30", "2024-12"),
        ("this month", "2024-12-01", "2024-12"),
        ("14 months ago", "2025-01-05", "2023-11"),
        ("last summer", "2024-05-19", "2023-22"),
        ("last winter", "2024-05-19", "2023-24"),
        ("next spring", "2024-02-01", "2025-21"),
        ("last week", "2025-01-01", "2024-12-23/2024-12-29"),
        ("last week", "2024-12-16", "2024-12-09/2024-12-15"),
        ("last week", "2024-12-15", "2024-12-02/2024-12-08"),
        ("on Monday", "2024-12-16", "2024-12-16"),
        ("last Monday", "2024-12-16", "2024-12-09"),
        ("next Monday", "2024-12-16", "2024-12-23"),
        ("on Tuesday", "2024-12-16", "2024-12-10"),
        ("on Sunday last week", "2024-12-16", "2024-12-15"),
        ("yesterday", "2025-01-01", "2024-12-31"),
        ("in May this year", "2025-06-01", "2025-05"),
        ("last May", "2024-05-01", "2023-05"),
        ("last May", "2024-06-01", "2024-05"),
        ("next May", "2024-04-30", "2024-05"),
        ("next May", "2024-05-01", "2025-05"),
        ("from 28 December to 3 January", "2025-01-04", "2024-12-28/2025-01-03"),
        ("from May to July", "2024-06-15", "2023-05/2023-07"),
        ("last year", "2025-01-01", "2024"),
        ("three days ago", "2024-03-02", "2024-02-28"),
    ],
)
def test_a_date_is_resolved_by_the_day_of_the_document(text: str, today: str, on_day: str) -> None:
    assert only_date(text, today=date.fromisoformat(today))[2] == on_day


@each_row(
    ("text", "on_day"),
    [
        ("on 30 December", "2024-12-30"),
        ("on 4 December", "2025-12-04"),
        ("on 19 December", "2024-12-19"),
        ("in January", "2025-01"),
        ("in December", "2024-12"),
        ("on Monday", "2024-12-23"),
        ("on Thursday", "2024-12-19"),
    ],
)
def test_a_date_ahead_is_the_next_one(text: str, on_day: str) -> None:
    assert only_date(text, ahead=True)[2] == on_day


@each_row(
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
            "it was 19.12.24",
            "version 1.2.beta is out",
            "after 2000 tanks were lost",
        ),
    ],
)
def test_what_is_not_a_date(text: str) -> None:
    assert AnnotatedSentence.of(text).dates == []


@each_row(
    ("text", "words"),
    [
        *(("on 29 February 2023", None), ("on 29 February 1900", None), ("on 31 April 2024", None)),
        *(("on 31 June", "31 June"), ("on June 31", "June 31"), ("on Feb. 30, 2024", None)),
        ("on Monday, 31 April", "Monday, 31 April"),
        ("on the 45th of May", "45th of May"),
        ("on December 32, 2024", "December 32, 2024"),
        *(("on 0 May 2024", None), ("on 2024-02-30", None), ("on 30.02.2024", None)),
        *(("in 2024-13-01", "2024-13-01"), ("on 0000-01-01", None), ("on 31/4/2024", None)),
        ("between 27 and 31 April", "27 and 31 April"),
        ("from April 29 to 31", "April 29 to 31"),
        ("from 28 April to 31 June 2024", "28 April to 31 June 2024"),
    ],
)
def test_a_day_that_the_calendar_does_not_have_is_no_date(text: str, words: str | None) -> None:
    sentence = AnnotatedSentence.of(text)
    (found,) = sentence.impossible
    assert text[slice(*sentence.span(found.first, found.last))] == (words or text[3:])
    assert sentence.dates == []


@each_row(
    ("text", "today", "ahead", "on_day"),
    [
        ("on 29 February", "2025-05-18", False, "2024-02-29"),
        ("on 29 February", "2024-02-28", False, "2024-02-29"),  # across the date line
        ("on 29 February", "2024-02-27", False, "2020-02-29"),
        ("on 29 February", "1903-05-18", False, "1896-02-29"),
        ("on 29 February", "2025-05-18", True, "2028-02-29"),
        ("between 27 and 29 February", "2025-05-18", False, "2024-02-27/2024-02-29"),
        ("from 29 February to 3 March", "2025-05-18", False, "2024-02-29/2024-03-03"),
        ("from 27 to 29 February", "2025-05-18", True, "2028-02-27/2028-02-29"),
        ("on 29 February last year", "2024-05-18", False, None),
        ("on 29 February this year", "2024-05-18", False, "2024-02-29"),
        ("yesterday", "0001-01-01", False, None),
        ("last winter", "0001-01-01", False, None),
        ("99 years ago", "0050-01-01", False, None),
        ("on 5 May", "0001-01-01", False, None),
        ("between 5 and 9 May", "0001-01-01", False, None),
        ("tomorrow", "9999-12-31", False, None),
        ("next month", "9999-12-31", False, None),
    ],
)
def test_a_date_is_resolved_to_a_day_of_the_calendar(
    text: str, today: str, ahead: bool, on_day: str | None
) -> None:
    assert only_date(text, today=date.fromisoformat(today), ahead=ahead)[2] == on_day


@each_row(
    ("text", "edtf"),
    [
        *(("on 12/19/2024", "2024-12-19"), ("on 19/12/2024", "2024-12-19")),
        *(("on 5/5/2024", "2024-05-05"), ("on 13-01-2024", "2024-01-13")),
        *(("on 2024.12.19", "2024-12-19"), ("on 2024/12/19", "2024-12-19")),
        *(("on 5/6/2024", None), ("call 555-2024", None), ("on 19/12/24", None)),
        *(("in 2024-300", None), ("in 2024-25-300", None)),
        *(("call 82-2-1234", None), ("up to 1900", None), ("on 2024-12-19-300", None)),
    ],
)
def test_a_date_in_digits_is_read_if_it_has_one_reading(text: str, edtf: str | None) -> None:
    found = AnnotatedSentence.of(text).dates
    assert [written(one) for one in found] == ([edtf] if edtf else [])


def test_an_interval_does_not_end_before_it_begins() -> None:
    sentence = AnnotatedSentence.of("from 5 May 2024 to 3 May 2024")
    assert [written(one) for one in sentence.dates] == ["2024-05-05", "2024-05-03"]


def test_two_dates_are_not_an_interval() -> None:
    sentence = AnnotatedSentence.of("on 14 December and 18 December")
    assert [written(one) for one in sentence.dates] == ["XXXX-12-14", "XXXX-12-18"]


def test_a_wrong_weekday_is_detected() -> None:
    (found,) = AnnotatedSentence.of("on Friday 19 December").dates
    assert disagrees(found, "2024-12-19")
    assert not disagrees(found, "2025-12-19")
    assert not disagrees(found, None)


def test_a_wrong_weekday_is_detected_at_both_ends_of_an_interval() -> None:
    for text in (
        "from Monday, 16 December to Friday, 19",
        "from Tuesday, 16 December to Thursday, 19",
    ):
        (found,) = AnnotatedSentence.of(f"{text} December 2024").dates
        assert disagrees(found, "2024-12-16/2024-12-19")
