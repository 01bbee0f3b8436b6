"""Dates in a few words."""

from kursk_tui.vocabulary import TimeRole
from kursk_tui.wording.short_dates import short_date
from tests.tables import each_row


@each_row(
    ("edtf", "words"),
    [
        ("2024-12-19", "19 Dec"),
        ("2022-12-09", "9 Dec 2022"),
        ("2024-12-19T10:30:00Z", "19 Dec"),
        ("2024-12", "Dec"),
        ("2024-12-XX", "Dec"),
        ("2024", "2024"),
        ("2024-XX", "2024"),
        ("195X", "1950s"),
        ("19XX", "19XX"),
        ("2022-23", "autumn 2022"),
        ("2025-03~", "about Mar 2025"),
        ("2025-03-01?", "perhaps 1 Mar 2025"),
        ("2025%", "perhaps about 2025"),
        ("XXXX-12-19", "19 Dec, year not stated"),
        ("2024-01-04/2024-01-07", "4–7 Jan"),
        ("1941-09-08/1944-01-27", "8 Sep 1941 – 27 Jan 1944"),
        ("2025-01/2025-02", "Jan 2025 – Feb 2025"),
        ("2024-12-04/", "from 4 Dec, end unknown"),
        ("/2024-12-04", "until 4 Dec, start unknown"),
    ],
)
def test_a_date_is_as_precise_as_it_is_stated(edtf: str, words: str) -> None:
    assert short_date(edtf, "event", 2024) == words


@each_row(
    ("edtf", "role", "words"),
    [
        ("2024-12-04/..", "in effect", "from 4 Dec 2024"),
        ("../2024-12", "in effect", "until Dec 2024"),
        ("2024-12-04/..", "event", "in or after 4 Dec 2024"),
        ("../2024-12", "event", "by Dec 2024"),
    ],
)
def test_an_open_end_reads_otherwise_for_a_state_than_for_an_event(
    edtf: str, role: TimeRole, words: str
) -> None:
    assert short_date(edtf, role) == words


def test_the_part_of_a_month_or_year_that_the_words_name_is_kept() -> None:
    found = {
        (edtf, words): short_date(edtf, "event", 2024, words)
        for edtf, words in (
            ("2024-12", "early December 2024"),
            ("../2025-03", "by the end of March"),
            ("2023", "in late 2023"),
            ("2024-12", "mid-December"),
            ("2024-12-04", "early on 4 December"),
            ("2024-11/2024-12", "from late November to December"),
            ("2024-12", "December 2024"),
        )
    }
    assert [*found.values()] == [
        *("early Dec", "by end of Mar 2025", "late 2023", "mid Dec"),
        *("4 Dec", "Nov – Dec", "Dec"),
    ]
