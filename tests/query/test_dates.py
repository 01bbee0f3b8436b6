"""Dates against queries: events, states in effect, words only, and dates that are not precise."""

import pytest

from kursk_tui.model import When
from tests.query.factory import Draft, Outcome, briefing, dated, outcome, outcomes, words_only
from tests.tables import each_row

M: Outcome = "match"
P: Outcome = "possible"
N: Outcome = "no"
U: Outcome = "unstated"
OPPOSITE: dict[Outcome, Outcome] = {M: N, N: M, P: P, U: U}


def _check(when: When, query: str, expected: Outcome) -> None:
    draft = Draft(when=(when,))
    assert outcome(draft, f"date:{query}") == expected
    assert outcome(draft, f"-date:{query}") == OPPOSITE[expected]


@each_row(
    ("edtf", "query", "expected"),
    [
        # a day: inside, or not
        ("2024-12-19", "2024-12-19", M),
        ("2024-12-19", "2024-12-18", N),
        ("2024-12-19", "2024-12", M),
        ("2024-12-19", "2024", M),
        ("2024-12-19", "2024-11", N),
        ("2024-12-19", ">=2024-12-19", M),
        ("2024-12-19", ">2024-12-19", N),
        ("2024-12-19", ">2024-12-18", M),
        ("2024-12-19", "<=2024-12-19", M),
        ("2024-12-19", "<2024-12-19", N),
        ("2024-12-19", "<2024-12-20", M),
        ("2024-12-19", "2024-12-19..2024-12-19", M),
        ("2024-12-19", "2024-12-20..", N),
        ("2024-12-19", "2024-12-19..", M),
        ("2024-12-19", "..2024-12-19", M),
        ("2024-12-19", "..2024-12-18", N),
        ("2024-12-19", "2024-12-14/2024-12-20", M),
        ("2024-12-19T09:30:00Z", "2024-12-19", M),
        ("2024-12-19T09:30:00Z", "2024-12-18", N),
        # comparing with a month: after it is after its last day, from it is from its first
        ("2024-12-19", ">2024-12", N),
        ("2024-12-19", ">=2024-12", M),
        ("2024-12-19", "<2024-12", N),
        ("2024-12-19", "<=2024-12", M),
        ("2025-01-01", ">2024-12", M),
        ("2024-11-30", "<2024-12", M),
        ("2024-11-30", ">=2024-12", N),
        ("2025-01-01", ">2024", M),
        ("2024-12-31", ">2024", N),
        ("2023-12-31", "<2024", M),
        ("2024-12-31", "2024-11..2024-12", M),
        ("2025-01-01", "2024-11..2024-12", N),
        ("2024-10-31", "2024-11..2024-12", N),
        # a month: some day of it
        ("2024-12", "2024-12-19", P),
        ("2024-12", "2024-12", M),
        ("2024-12", "2024", M),
        ("2024-12", "2024-11-15..2024-12-15", P),
        ("2024-12", "2024-11", N),
        ("2024-12", ">=2024-12-02", P),
        ("2024-12", ">=2024-12-01", M),
        ("2024-12", "<=2024-12-31", M),
        ("2024-12", "<=2024-12-30", P),
        ("2024-12", ">2024-12-31", N),
        ("2024-12", "<2024-12-01", N),
        ("2024-12-XX", "2024-12", M),
        ("2024-12-XX", "2024-12-01", P),
        # a year, a decade
        ("2024", "2024-02-29", P),
        ("2024", "2024", M),
        ("2024", "2023..2025", M),
        ("2024", "2025", N),
        ("2024-XX", "2024-05", P),
        ("202X", "2024", P),
        ("202X", "2020..2029", M),
        ("202X", "2019", N),
        ("202X", "2030", N),
        # an event some time in an interval
        ("2024-12-14/2024-12-16", "2024-12-15", P),
        ("2024-12-14/2024-12-16", "2024-12-14..2024-12-16", M),
        ("2024-12-14/2024-12-16", "2024-12-15..2024-12-16", P),
        ("2024-12-14/2024-12-16", "2024-12", M),
        ("2024-12-14/2024-12-16", "<2024-12-14", N),
        ("2024-12-14/2024-12-16", ">2024-12-16", N),
        ("2024-12-14/2024-12-16", ">2024-12-15", P),
        # open and unknown ends
        ("../2024-12-19", "2024-12-10", P),
        ("../2024-12-19", "<=2024-12-19", M),
        ("../2024-12-19", "<=2024-12-18", P),
        ("../2024-12-19", ">2024-12-19", N),
        ("/2024-12-19", "1800", P),
        ("/2024-12-19", ">2024-12-19", N),
        ("2024-12-04/..", ">=2024-12-04", M),
        ("2024-12-04/..", ">2024-12-04", P),
        ("2024-12-04/..", "2024-12-10", P),
        ("2024-12-04/..", "<2024-12-04", N),
        ("2024-12-04/", "2030", P),
        ("2024-12-04/", "2024-12-03", N),
        # seasons have no exact dates, so only the year is certain; winter may extend beyond it
        ("2024-21", "2024", M),
        ("2024-21", "2024-05", P),
        ("2024-21", "2023", N),
        ("2024-21", "2025", N),
        ("2024-23", "2024-01..2024-12", M),
        ("2024-24", "2024", P),
        ("2024-24", "2025-02", P),
        ("2024-24", "2024..2025", M),
        ("2024-24", "2025-04", N),
        ("2024-24", "2026", N),
    ],
)
def test_events(edtf: str, query: str, expected: Outcome) -> None:
    for role in ("event", "reported", "as of"):
        _check(dated(edtf, role), query, expected)


@each_row(
    ("edtf", "query", "expected"),
    [
        # from a day on, still in effect
        ("2024-12-04/..", "2024-12-03", N),
        ("2024-12-04/..", "2024-12-04", M),
        ("2024-12-04/..", "2024-12-10", M),
        ("2024-12-04/..", "2030", M),
        ("2024-12-04/..", "2024-12", M),
        ("2024-12-04/..", "..2024-12-04", M),
        ("2024-12-04/..", "<2024-12-04", N),
        ("2024-12-04/..", ">2024-12-19", M),
        # up to a day
        ("../2024-12-19", "1950", M),
        ("../2024-12-19", "2024-12-19", M),
        ("../2024-12-19", "2024-12-20", N),
        # from day to day
        ("2024-12-14/2024-12-16", "2024-12-13", N),
        ("2024-12-14/2024-12-16", "2024-12-14", M),
        ("2024-12-14/2024-12-16", "2024-12-15", M),
        ("2024-12-14/2024-12-16", "2024-12-16", M),
        ("2024-12-14/2024-12-16", "2024-12-17", N),
        ("2024-12-14/2024-12-16", "2024-12-16..2025", M),
        # unknown ends: in effect with certainty on its one known day
        ("2024-12-04/", "2024-12-03", N),
        ("2024-12-04/", "2024-12-04", M),
        ("2024-12-04/", "2024-12-10", P),
        ("2024-12-04/", "2030", P),
        ("2024-12-04/", "2024-12", M),
        ("/2024-12-19", "2024-12-19", M),
        ("/2024-12-19", "2024-12-10", P),
        ("/2024-12-19", "2024-12-20", N),
        # ends known to the month: some day of November to some day of December
        ("2024-11/2024-12", "2024-11-15", P),
        ("2024-11/2024-12", "2024-11", M),
        ("2024-11/2024-12", "2024-12-01", M),
        ("2024-11/2024-12", "2024-12-10", P),
        ("2024-11/2024-12", "2024-11-30", M),
        ("2024-11/2024-12", "2024-10", N),
        ("2024-11/2024-12", "2025", N),
        # a day, a month
        ("2024-12-19", "2024-12-19", M),
        ("2024-12-19", "2024-12-18", N),
        ("2024-12", "2024", M),
        ("2024-12", "2024-12-10", P),
        ("2024-12", "2025", N),
    ],
)
def test_states_in_effect(edtf: str, query: str, expected: Outcome) -> None:
    _check(dated(edtf, "in effect"), query, expected)


@pytest.mark.parametrize("edtf", ["2024-12~", "2024-12?", "2024-12%", "2024-12-19~", "2024~/.."])
@pytest.mark.parametrize(
    "query", ["2024-12", "2024", "2024-12-19", "1990", ">=2000", "<2024", "2030.."]
)
def test_approximate_dates_are_neither_certain_nor_excluded(edtf: str, query: str) -> None:
    _check(dated(edtf), query, P)
    _check(dated(edtf, "in effect"), query, P)


@each_row(
    ("edtf", "query", "expected"),
    [
        ("XXXX-12-19", "2024-12-19", P),
        ("XXXX-12-19", "2024-12", P),
        ("XXXX-12-19", "1999", P),
        ("XXXX-12-19", "2024-12-18", N),
        ("XXXX-12-19", "2024-11", N),
        ("XXXX-12-19", ">2024", P),
        ("XXXX-12-19", "<=2024-01-05", P),
        ("XXXX-12-19", "2024-12-20..2025-12-18", N),
        ("XXXX-12-19", "2024-12-20..2025-12-19", P),
        ("XXXX-12-19", "2023-12-20..2024-12-19", P),
        ("XXXX-02-29", "2023", N),
        ("XXXX-02-29", "2024", P),
        ("XXXX-02-29", "2021-03..2024-01", N),
        ("XXXX-02-29", "2021-03..2024-02", P),
        ("XXXX-02-29", "1897..1903", N),  # 1900 was not a leap year
        ("XXXX-02-29", "1897..1904", P),
        ("XXXX", "2024", P),
    ],
)
def test_a_day_in_a_year_that_is_not_stated(edtf: str, query: str, expected: Outcome) -> None:
    _check(dated(edtf), query, expected)


@each_row(
    ("bound", "query", "expected"),
    [
        (None, "2024", U),
        (None, ">=0001", U),
        ("../2024-12-19", "2024-12-10", U),
        ("../2024-12-19", "2024", U),
        ("../2024-12-19", "1950", U),
        ("../2024-12-19", "2024-12-20", N),
        ("../2024-12-19", ">2024-12-19", N),
        ("../2024-12-19", ">=2024-12-19", U),
        ("../2024-12-19", "<=2024-12-19", M),
        ("../2024-12-19", "..2025", M),
        ("../2024-12-19", "<2024-12-19", U),
        ("2024-12", "2024", M),
        ("2024-12", "2024-12-19", U),
        ("2024-12", "2023", N),
    ],
)
def test_words_only(bound: str | None, query: str, expected: Outcome) -> None:
    for role in ("event", "as of"):
        _check(words_only("recently", bound, role), query, expected)


def test_words_for_a_state_that_ended() -> None:
    until_recently = words_only("until recently", "../2024-12-19", "in effect")
    _check(until_recently, "2024-12-25", N)
    _check(until_recently, "<=2024-12-19", M)
    _check(until_recently, "2024-12-18..2024-12-19", U)


def test_a_date_with_words_answers_as_a_date() -> None:
    when = When(role="event", edtf="2024-12-19", words="Thursday")
    _check(when, "2024-12-19", M)
    _check(when, "2024-12-18", N)


def test_stated_means_a_date_not_words() -> None:
    of = briefing(
        Draft(when=(dated("2024-12-19"),)),
        Draft(when=(words_only("recently", "../2024-12-19"),)),
        Draft(when=(words_only("recently"), dated("2024~"))),
        Draft(),
    )
    assert outcomes(of, "date:*") == [M, N, M, N]
    assert outcomes(of, "-date:*") == [N, M, N, M]
    assert outcomes(of, "is:undated") == [N, M, N, M]


@each_row(
    ("query", "expected"),
    [
        ("2024-12-04", M),
        ("2024-12-19", M),
        ("2024-12-10", N),
        (">2024-12-10", M),
        ("2024-12-04..2024-12-05", M),
        ("2025", N),
    ],
)
def test_a_claim_answers_with_the_best_of_its_dates(query: str, expected: Outcome) -> None:
    draft = Draft(when=(dated("2024-12-04"), dated("2024-12-19")))
    assert outcome(draft, f"date:{query}") == expected


def test_dates_of_several_kinds_in_one_claim() -> None:
    month = Draft(when=(dated("2024-12-04"), dated("2024-12")))
    assert outcome(month, "date:2024-12-10") == P
    assert outcome(month, "-date:2024-12-10") == P
    assert outcome(month, "date:2024-12-04") == M
    words = Draft(when=(dated("2024-12-04"), words_only("recently")))
    assert outcome(words, "date:2024-12-04") == M
    assert outcome(words, "date:2024-12-10") == U
    assert outcome(words, "-date:2024-12-10") == U


def test_claims_without_dates_are_not_stated() -> None:
    of = briefing(Draft(), Draft(when=(dated("2024-12-19"),)))
    assert outcomes(of, "date:2024") == [U, M]
    assert outcomes(of, "-date:2024") == [U, N]
    assert outcomes(of, "date:(2023 OR 2024-12)") == [U, M]
    assert outcomes(of, "date:(2023 OR 2025)") == [U, N]
