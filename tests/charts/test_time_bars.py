"""Bars of dates: what a date may cover, what it certainly covers, and how its ends are stated."""

from datetime import date
from math import inf

import pytest

from kursk_tui.charts.time_axis import Days, find_eras, fit_axis
from kursk_tui.charts.time_bars import TimeBar, edges, time_bar
from kursk_tui.model import When
from kursk_tui.vocabulary import TimeRole
from tests.query.factory import dated, words_only


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


DEC_1, DEC_4, DEC_19, DEC_31 = (
    day(text) for text in ("2024-12-01", "2024-12-04", "2024-12-19", "2024-12-31")
)


def bar(edtf: str, role: TimeRole = "event") -> TimeBar:
    found = time_bar(dated(edtf, role))
    assert found is not None
    return found


def test_a_day_is_certain_and_a_month_is_not() -> None:
    assert bar("2024-12-04") == TimeBar(
        "event", DEC_4, DEC_4, "exact", "exact", (DEC_4, DEC_4), False
    )
    assert bar("2024-12") == TimeBar("event", DEC_1, DEC_31, "inexact", "inexact", None, False)


def test_a_stated_period_is_certain_between_its_ends() -> None:
    assert bar("2024-12-04/2024-12-19").core == (DEC_4, DEC_19)
    months = bar("2024-11/2024-12")
    assert months.core == (day("2024-11-30"), DEC_1)
    assert (months.start, months.end) == ("inexact", "inexact")


def test_an_open_end_lasts_for_a_state_but_is_only_possible_for_an_event() -> None:
    state = bar("2024-12-04/..", "in effect")
    assert (state.last, state.end, state.core) == (inf, "open", (DEC_4, inf))
    assert bar("2024-12-04/..").core is None
    by = bar("../2024-12")
    assert (by.first, by.last, by.start, by.core) == (-inf, DEC_31, "open", None)


def test_an_unknown_end_is_not_an_open_one() -> None:
    found = bar("2024-12-04/", "in effect")
    assert (found.start, found.end, found.core) == ("exact", "unknown", (DEC_4, DEC_4))


def test_an_approximate_date_is_certain_of_no_day() -> None:
    found = bar("2024-12-04~")
    assert found.approximate
    assert found.core is None


def test_words_with_a_bound_end_at_an_unknown_time_within_it() -> None:
    recently = time_bar(words_only("until recently", "../2024-12-19", "in effect"))
    assert recently == TimeBar("in effect", -inf, DEC_19, "open", "unknown", None, approximate=True)
    so_far = time_bar(words_only("so far", "../2024-12-19", "as of"))
    assert so_far is not None
    assert so_far.end == "exact"  # what is known is known up to that day


@pytest.mark.parametrize("edtf", ["XXXX-12-19", "XXXX", "XXXX/.."])
def test_a_date_of_an_unknown_year_has_no_bar(edtf: str) -> None:
    assert time_bar(dated(edtf)) is None


def test_words_alone_have_no_bar() -> None:
    assert time_bar(words_only("during the Korean War")) is None


def test_since_has_an_unknown_start_and_no_stated_end() -> None:
    assert time_bar(words_only("since the Korean War", None, "in effect")) == TimeBar(
        "in effect", -inf, inf, "unknown", "open", None, approximate=True
    )


def test_a_state_since_a_day_has_no_stated_end_and_an_undated_year_no_known_start() -> None:
    since = When(role="in effect", words="since 10 March", edtf="XXXX-03-10", resolved="2025-03-10")
    found = time_bar(since)
    assert found is not None
    assert (found.core, found.end) == ((day("2025-03-10"), inf), "open")
    undated = When(role="in effect", words="since 10 March", edtf="XXXX-03-10")
    assert time_bar(undated) == TimeBar(
        "in effect", -inf, inf, "unknown", "open", None, approximate=True
    )


def test_what_happens_by_a_day_is_drawn_in_the_era_of_that_day() -> None:
    far = (Days(day("1943-01-01"), day("1943-12-31")), Days(DEC_1, DEC_31), Days(DEC_4, DEC_4))
    axis = fit_axis(find_eras(far), 30)
    assert edges(bar("../2024-12"), axis)[0] == axis.segments[1].start
    assert edges(bar("../2024-12", "in effect"), axis)[0] == 0


def test_an_axis_shows_each_end_of_a_period_but_a_month_whole() -> None:
    assert bar("2022-02-24/2024-12-19").ranges == (
        Days(day("2022-02-24"), day("2022-02-24")),
        Days(DEC_19, DEC_19),
    )
    assert bar("2024-12").ranges == (Days(DEC_1, DEC_31),)
    assert bar("../2024-12-19").ranges == (Days(DEC_19, DEC_19),)
    assert bar("2024-12-04/..", "in effect").ranges == (Days(DEC_4, DEC_4),)
