"""Dates in a few words."""

import pytest

from kursk_tui.vocabulary import TimeRole
from kursk_tui.wording.short_dates import short_date


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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
