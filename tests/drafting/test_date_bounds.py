"""Dates that only bound when something happened become open intervals."""

import json

from kursk_tui.drafting import draft
from kursk_tui.drafting.dates.date_bounds import bounded
from kursk_tui.formats.json import parse_text
from kursk_tui.model import When, parse_edtf
from tests.tables import each_row


def date_of(sentence: str, today: str = "2025-04-03") -> When:
    """Return the only date of a sentence in its drafted briefing."""
    raw = draft(sentence, date=today).briefing()
    (when,) = parse_text(json.dumps(raw), "draft").claims[0].when
    return when


@each_row(
    ("sentence", "edtf", "words"),
    [
        ("By June 2024, 40 soldiers had been killed.", "../2024-06", "By June 2024"),
        ("40 soldiers fell by the end of June 2024.", "../2024-06", "by the end of June 2024"),
        ("40 soldiers were killed before 1 March 2024.", "../2024-02-29", "before 1 March 2024"),
        ("40 soldiers were killed before January 2024.", "../2023-12", "before January 2024"),
        ("40 soldiers were killed prior to 2024.", "../2023", "prior to 2024"),
        ("40 soldiers were killed after December 2023.", "2024-01/..", "after December 2023"),
        ("40 soldiers were killed after 31 December 2023.", "2024-01-01/..", None),
        ("Until 2024, 60 soldiers were deployed.", "../2024", "Until 2024"),
        ("From 4 December 2024 on, 70 soldiers fell.", "2024-12-04/..", "From 4 December 2024"),
        ("40 soldiers were killed on 1 March 2024.", "2024-03-01", "1 March 2024"),
        ("40 fell, says a report from 1 March 2024.", "2024-03-01", "1 March 2024"),
        ("The order applies from 1 March 2024.", "2024-03-01/..", "from 1 March 2024"),
        ("40 soldiers fell from 1 March 2024 to 5 March 2024.", "2024-03-01/2024-03-05", None),
    ],
)
def test_a_bound_is_an_open_interval(sentence: str, edtf: str, words: str | None) -> None:
    when = date_of(sentence)
    assert (when.edtf, when.resolved, when.bound) == (edtf, None, None)
    assert words is None or when.words == words


def test_a_bound_without_a_year_is_resolved_or_left_in_words() -> None:
    when = date_of("By 20 March, 40 soldiers had been killed.")
    assert (when.edtf, when.resolved) == (None, "../2025-03-20")
    raw = draft("By 20 March, 40 soldiers had been killed.").briefing()
    assert raw["claims"][0]["when"] == [{"role": "event", "words": "By 20 March"}]


@each_row(
    "sentence",
    [
        "The 40 soldiers did not leave until 1 March 2024.",
        "The prisoners were not released before 1 March 2024.",
        "Nobody was allowed to leave until 1 March 2024.",
        "Hamas must free 33 hostages by Saturday.",
        "The ceasefire expires before Friday.",
    ],
)
def test_an_uncertain_bound_is_left_in_words(sentence: str) -> None:
    when = date_of(sentence)
    assert (when.edtf, when.resolved, when.bound) == (None, None, None)
    assert str(when.words) in sentence


def test_after_an_event_means_its_day_or_later() -> None:
    when = date_of("After Saturday's attack, 12 people were killed.", "2025-03-03")
    assert (when.edtf, when.resolved) == (None, "2025-03-01/..")


def test_a_past_weekday_is_a_bound() -> None:
    when = date_of("Rescuers had recovered 2,000 bodies by Tuesday.", "2025-03-03")
    assert (when.edtf, when.resolved) == (None, "../2025-02-25")


def test_a_distance_from_a_date_is_not_part_of_the_date() -> None:
    when = date_of("40 soldiers fell two weeks after 20 March 2024.")
    assert (when.edtf, when.bound, when.words) == (None, "2024-03-21/..", "after 20 March 2024")


@each_row("edtf", ["2024-06/2024-07", "XXXX-06", "202X", "2024-21~", "0001", "9999"])
def test_a_bound_is_valid_edtf_or_none(edtf: str) -> None:
    assert bounded(edtf, "before") is None or parse_edtf(str(bounded(edtf, "before")))
    assert bounded(edtf, "after") is None or parse_edtf(str(bounded(edtf, "after")))
