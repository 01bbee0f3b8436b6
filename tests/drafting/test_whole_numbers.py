"""Numbers that drafting sets aside, with the reason; zeros; line ends; dates of the calendar."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.drafting import draft
from kursk_tui.drafting.findings import DateFinding, FigureFinding
from kursk_tui.formats.json import parse_text
from kursk_tui.model import parse_edtf
from tests.model.factory import property_test
from tests.tables import each_row

APART = "may be part of the number or name next to it"
UNCLEAR = "digits that can be read in different ways"
SHARE = "a share of something, not a count"
BASE = "a total of which the text gives a share"
RATE = "a rate, not per hour, day, week, month or year"
NO_DATE = "a date that does not exist in the calendar"


def aside(text: str) -> dict[str, str]:
    return {one["text"]: one["reason"] for one in draft(text).explained()["rejected"]}


@each_row(
    ("text", "rejected"),
    [
        ("45, 646 people were killed.", {"45": APART, "646": APART}),
        ("45\t646 12 people were killed.", {"45\t646": APART, "12": APART}),
        ("40±5 people were killed.", {"40": APART, "±5": APART}),
        ("45 thousand 646 people fell.", {"45 thousand": APART, "646": APART}),
        ("45·646 people were killed.", {"45·646": UNCLEAR}),
        ("45.000 people were killed.", {"45.000": UNCLEAR}),
        ("12,34 people were killed.", {"12,34": UNCLEAR}),
        ("½ of the 40 soldiers were killed.", {"½": SHARE, "40": BASE}),
        ("1/2 of the 40 soldiers were killed.", {"1/2": SHARE, "40": BASE}),
        ("3 out of 10 soldiers were killed.", {"3": SHARE, "10": SHARE}),
        ("Hardly any of the 40 soldiers were killed.", {"40": BASE}),
        ("Not all 40 soldiers were killed.", {"all 40": BASE}),
        ("Double the 40 soldiers were killed.", {"40": BASE}),
        (
            "3 k people were killed.",
            {"3": "multiplied by an unclear word or letter"},
        ),
        ("0300 people were killed.", {"0300": "a time or a code"}),
        ("3b people were killed.", {"3": "part of a name"}),
        ("No. 646 people were killed.", {"646": "an identifying number, not a count"}),
        ("The war[12] was long.", {"12": "a footnote mark"}),
        ("See www.example.org/300 for it.", {"www.example.org/300": "an address"}),
        ("The war [12] was long.", {"12": "a footnote mark, or added by an editor"}),
        ("On 31 April they left.", {"31 April": NO_DATE}),
        ("It fell between 27 and 31 June 2024.", {"27 and 31 June 2024": NO_DATE}),
        ("On May 32, they left.", {"May 32": NO_DATE}),
        ("On 30-Feb-2024 they left.", {"30-Feb-2024": NO_DATE}),
        ("45-\n646 people were killed.", {"45": APART, "646": APART}),
        ("Of the 45, 646 people who fled were killed.", {"45": APART, "646": APART}),
        ("A total of 45, 646 were killed.", {"45": APART, "646": APART}),
        ("Twenty thirty people were killed.", {"Twenty": APART, "thirty": APART}),
        ("№12 people were killed.", {"12": "part of a name"}),
        ("12° people were killed.", {"12": "part of a name"}),
        ("The under-18s were killed.", {"18": "part of a name"}),
        ("Ivanov (30) was killed.", {"30": "an age"}),
        ("On day three, they left.", {"three": "an identifying number, not a count"}),
        ("100 -200 people were killed.", {"100": APART, "200": APART}),
        ("A third, or 100, of the 300 fell.", {"A third": SHARE, "300": BASE}),
        ("Half again as many as 40 were killed.", {"as many as 40": BASE}),
        ("Ten in 100 died.", {"Ten": SHARE, "100": SHARE}),
        ("3 men of every 10 were killed.", {"10": SHARE}),
        ("All but three were killed.", {"three": "people to whom it did not happen"}),
        ("Twice as many as 40 people were killed.", {"as many as 40": BASE}),
        ("Russia lost 9 men per square mile.", {"9": RATE}),
        ("There were 9 deaths per 1,000 men.", {"9": RATE}),
        ("Published: 30 February 2024\n\nThey left.", {"30": "part of the date line"}),
    ],
)
def test_a_number_that_is_not_read_has_a_reason(text: str, rejected: dict[str, str]) -> None:
    found = aside(text)
    assert rejected.items() <= found.items()
    assert not [one for one in draft(text).items if isinstance(one, FigureFinding | DateFinding)]


def test_an_impossible_date_line_does_not_date_the_document() -> None:
    assert draft("Published: 30 February 2024\n\nThey left in May.").date is None
    assert draft("2024-02-30\n\nThey left in May.").date is None
    assert draft("2024-02-29\n\nThey left in May.").date == "2024-02-29"


@each_row(
    ("text", "words", "modality"),
    [
        ("Not one soldier was killed.", "Not one", "asserted"),
        ("Not even a single soldier was killed.", "Not even a single", "asserted"),
        ("No-one was killed.", "No-one", "asserted"),
        ("Neither of the two soldiers was killed.", "Neither", "asserted"),
        ("Neither soldier was killed.", "Neither", "asserted"),
        ("They took it without losing any soldiers.", "without losing any", "asserted"),
        (
            "They took it without the loss of a single man.",
            "without the loss of a single",
            "asserted",
        ),
        ("The army lost not a single soldier.", "not a single", "asserted"),
        ("There was no loss of life.", "no loss of life", "asserted"),
        ("There weren't any casualties.", "weren't any casualties", "asserted"),
        ("They would not lose a single soldier.", "not lose a single", "projected"),
    ],
)
def test_nobody_is_zero(text: str, words: str, modality: str) -> None:
    (found,) = (one for one in draft(text).items if isinstance(one, FigureFinding))
    assert (text[found.start : found.end], found.modality) == (words, modality)
    assert (found.qualifier, found.lower, found.upper, found.best) == ("exactly", 0, 0, 0)


@each_row(
    ("text", "modalities"),
    [
        ("Not fewer than 20 soldiers were killed, 3 of them officers.", ["asserted", "asserted"]),
        ("Not only were 40 soldiers killed, 3 were wounded.", ["asserted", "asserted"]),
        ("Not one but two soldiers were killed.", ["asserted"]),
        ("40 soldiers were not killed, 3 were.", ["denied", "asserted"]),
        ("Not one hundred soldiers were killed.", ["denied"]),
        ("Officials did not report any casualties.", []),
    ],
)
def test_a_negation_in_the_words_of_a_number_does_not_deny(
    text: str, modalities: list[str]
) -> None:
    found = [one.modality for one in draft(text).items if isinstance(one, FigureFinding)]
    assert found == modalities


@each_row("end", ["\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_one_newline(end: str) -> None:
    lines = ("They left Kursk.", "", "At least 45", "646 soldiers were killed.", "")
    found = draft(end.join(lines))
    assert found.text == "\n".join(lines)
    (figure,) = (one for one in found.items if isinstance(one, FigureFinding))
    assert (found.text[figure.start : figure.end], figure.lower) == ("At least 45\n646", 45646)
    raw = found.briefing()
    assert parse_text(json.dumps(raw), "draft").documents[0].text == found.text


def test_a_day_that_the_year_named_in_words_does_not_have_is_no_date() -> None:
    text = "On 29 February this year they left."
    assert aside(text) == {}
    rejected = draft(text, date="2025-05-18").explained()["rejected"]
    assert [(one["text"], one["reason"]) for one in rejected] == [
        ("29 February this year", NO_DATE)
    ]


def test_the_date_of_an_interval_that_ends_on_29_february_is_in_the_file() -> None:
    text = "Between 27 and 29 February 40 soldiers were killed."
    raw = draft(text, date="2025-05-18").briefing()
    (when,) = parse_text(json.dumps(raw), "draft").claims[0].when
    assert when.resolved == "2024-02-27/2024-02-29"


DAYS = (*map(str, range(34)), "1st", "29th", "31st", "00", "45")
MONTHS = ("January", "Feb.", "February", "April", "May", "June", "Sept.", "December", "2", "13")
JOINS = (" ", " of ", "/", "-", ".", " and ", " to ", "–", ", ", "", " last ", " this ")
YEARS = ("", "2023", "2024", "1900", "0000", "year", "24")
WORDS = ("Monday", "last", "yesterday", "winter", "week", "between", "two days ago", "in the")
PARTS = st.sampled_from((*DAYS, *MONTHS, *JOINS, *JOINS, *YEARS, *WORDS))
TODAYS = st.dates() | st.sampled_from((date.min, date.max, date(2024, 2, 29), date(2025, 3, 1)))


@property_test
@given(st.lists(PARTS, max_size=9).map("".join), TODAYS)
def test_a_date_is_in_the_calendar_and_not_in_the_future(words: str, today: date) -> None:
    found = draft(f"They fell on {words}.", date=today.isoformat())
    for one in found.items:
        if isinstance(one, DateFinding):
            for edtf in (one.edtf, one.resolved):
                for end in (edtf or "").split("/"):
                    if end:  # 199X is a decade
                        parse_edtf(end.replace("XXXX", "2000"))
            if one.edtf is None or one.edtf.startswith("XXXX"):
                first = (one.resolved or "").split("/")[0]
                latest = today.toordinal() + 1  # the text may come from across the date line
                if len(first) == len("2024-12-19") and "this" not in words:
                    assert date.fromisoformat(first).toordinal() <= latest
