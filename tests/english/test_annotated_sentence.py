"""Dates, quantities and numbers that are not counts, in sentences read by hand."""

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.dates.resolution import written
from kursk_tui.english.non_counts import not_a_count, thing_after
from tests.tables import each_row


def quantities(text: str) -> list[str]:
    """Return the words of each quantity, its qualifier, and its value or the ends of its range."""
    sentence = AnnotatedSentence.of(text)
    found = []
    for one in sentence.quantities:
        words = text[slice(*sentence.span(one.first, one.last))]
        ends = [value for value in (one.number.value, one.number.high) if value is not None]
        found.append(" ".join([f"{words}:", one.qualifier, *map(str, ends)]))
    return found


def dates(text: str) -> list[tuple[str, str | None]]:
    sentence = AnnotatedSentence.of(text)
    return [
        (text[slice(*sentence.span(one.first, one.last))], written(one)) for one in sentence.dates
    ]


@each_row(
    ("text", "found"),
    [
        ("Just under 300 fell.", ["Just under 300: nearly 300"]),
        ("Two hundred and three fell.", ["Two hundred and three: exactly 203"]),
        (
            "two hundred and three hundred",
            ["two hundred: exactly 200", "three hundred: exactly 300"],
        ),
        (
            "two thousand and three thousand",
            ["two thousand: exactly 2000", "three thousand: exactly 3000"],
        ),
        ("two thousand and three hundred", ["two thousand and three hundred: exactly 2300"]),
        ("4 million and two hundred", ["4 million: exactly 4000000", "two hundred: exactly 200"]),
        ("100 and over 20", ["100: exactly 100", "over 20: more than 20"]),
        ("100 or more than 20", ["100: exactly 100", "more than 20: more than 20"]),
        ("They handed over 100.", ["100: exactly 100"]),
        ("more than $70", ["more than $70: more than 70"]),
        ("300-400,000", ["300-400,000: between 300000 400000"]),
        ("100-2,000", ["100-2,000: between 100 2000"]),
        ("It rose from 300 to 400.", ["300: exactly 300", "400: exactly 400"]),
        ("from 300 to 400 men", ["300 to 400: between 300 400"]),
        ("nearly 200 to 300", ["nearly 200 to 300: about 200 300"]),
        ("around 2,000-3,000", ["around 2,000-3,000: about 2000 3000"]),
        ("between about 30 and 40", ["between about 30 and 40: about 30 40"]),
        ("30 to about 40", ["30 to about 40: about 30 40"]),
        ("30 to 40 or so", ["30 to 40 or so: about 30 40"]),
        ("400 to 300", ["400: exactly 400", "300: exactly 300"]),
        ("between 4 and as many as 6", ["between 4 and as many as 6: between 4 6"]),
        ("4 and as many as 6", ["4: exactly 4", "as many as 6: at most 6"]),
        ("at least 5 and up to 9-10", ["at least 5: at least 5", "up to 9-10: at most 9 10"]),
        ("300 up to 400", ["300: exactly 300", "up to 400: at most 400"]),
        ("dozens or 300", ["dozens: magnitude", "300: exactly 300"]),
        ("300 to dozens", ["300: exactly 300", "dozens: magnitude"]),
        ("dozens to 300", ["dozens: magnitude", "300: exactly 300"]),
        ("plan a", []),
        ("9" * 18, [f"{'9' * 18}: exactly {10**18 - 1}"]),
        (
            "half a million of three quarters of a million",
            [
                "half a million: exactly 500000",
                "three quarters of a million: exactly 750000",
            ],
        ),
        ("three-quarters of a million", ["three-quarters of a million: exactly 750000"]),
        ("twenty-one and twenty one", ["twenty-one: exactly 21", "twenty one: exactly 21"]),
        ("twenty ten", ["twenty: exactly 20", "ten: exactly 10"]),
        (
            "hundreds of thousands of hundreds",
            ["hundreds of thousands: magnitude", "hundreds: magnitude"],
        ),
        ("a couple of dozen", ["a couple of dozen: magnitude"]),
        (
            "one million two hundred thousand and five",
            ["one million two hundred thousand and five: exactly 1200005"],
        ),
        ("1,200,300 and 12,34", ["1,200,300: exactly 1200300", "12,34: exactly"]),
        (
            "1.2.3 and 45.000 and 45,646.50",
            ["1.2.3: exactly", "45.000: exactly", "45,646.50: exactly 91293/2"],
        ),
        ("４５，６４６ and ٤٥٬٦٤٦", ["４５，６４６: exactly 45646", "٤٥٬٦٤٦: exactly 45646"]),
        ("1,00,000 and 12,34,567", ["1,00,000: exactly 100000", "12,34,567: exactly 1234567"]),
        ("1.234.567 and 45\u200b646", ["1.234.567: exactly 1234567", "45\u200b646: exactly 45646"]),
        ("2½ million and 1 ½", ["2½ million: exactly 2500000", "1 ½: exactly 3/2"]),
        ("3 and a half thousand", ["3 and a half thousand: exactly 3500"]),
        ("a million and a half", ["a million and a half: exactly 1500000"]),
        ("a million and a half of them", ["a million: exactly 1000000", "a half: exactly"]),
        ("two-and-a-quarter lakh", ["two-and-a-quarter lakh: exactly 225000"]),
        ("three score and ten, a score", ["three score and ten: exactly 70"]),
        ("3 thousands and 2 dozens", ["3 thousands: exactly 3000", "2 dozens: exactly 24"]),
        ("approxim-\nately 300", ["approxim-\nately 300: about 300"]),
        ("three hun-\n dred", ["three hun-\n dred: exactly 300"]),
        ("up-\nto 300", ["up-\nto 300: at most 300"]),
        ("well-\nover 300", ["well-\nover 300: more than 300"]),
        ("3 thou\u00adsand", ["3 thou\u00adsand: exactly 3000"]),
        ("40 men or more, 50 men or so", ["40: at least 40", "50: about 50"]),
        ("40 old men or more than 50", ["40: exactly 40", "more than 50: more than 50"]),
        ("perhaps 40, if not more", ["perhaps 40, if not more: at least 40"]),
        ("2.5k", ["2.5k: exactly 2500"]),
        ("2.5 k", ["2.5: exactly 5/2"]),
        ("0.5 and 007", ["0.5: exactly 1/2", "007: exactly 7"]),
        ("300 to 400 to 500", ["300 to 400: between 300 400", "500: exactly 500"]),
        ("from nearly 300", ["nearly 300: nearly 300"]),
        ("two thirds of the town", ["two thirds: exactly"]),
        ("one in five", ["one in five: exactly"]),
        ("half of them", ["half: exactly"]),
        ("two and a half million", ["two and a half million: exactly 2500000"]),
        ("half-dozen", ["half-dozen: exactly 6"]),
        ("tens of thousands", ["tens of thousands: magnitude"]),
        ("four-thousand-100", ["four-thousand-100: exactly 4100"]),
        (
            "122 883 and 12 5000",
            ["122 883: exactly 122883", "12: exactly 12", "5000: exactly 5000"],
        ),
        ("at least at least 6", ["at least at least 6: at least 6"]),
        ("at least 6, possibly up to 4", ["at least 6: at least 6", "possibly up to 4: at most 4"]),
        ("3- to 5-day", ["3- to 5: between 3 5"]),
        ("12 155 mm shells", ["12: exactly 12", "155: exactly 155"]),
        ("several hundred thousand", ["several hundred thousand: magnitude"]),
        ("9" * 19, [f"{'9' * 19}: exactly {10**18}"]),
    ],
)
def test_quantities(text: str, found: list[str]) -> None:
    assert quantities(text) == found


@each_row(
    ("text", "found"),
    [
        ("December 19 and 20 soldiers", [("December 19", "XXXX-12-19")]),
        ("December 19 and 20.", [("December 19 and 20", "XXXX-12-19/XXXX-12-20")]),
        ("the winter of 2024–25 was cold", [("winter of 2024–25", "2024-24")]),
        ("the winter of 2024–27 was cold", [("winter of 2024", "2024-24")]),
        ("in January 20 million fled", [("January", "XXXX-01")]),
        ("early in mid-January", [("mid-January", "XXXX-01")]),
        ("it may march on", []),
        ("19.12.2024, 2024-12-19", [("19.12.2024", "2024-12-19"), ("2024-12-19", "2024-12-19")]),
    ],
)
def test_dates(text: str, found: list[tuple[str, str]]) -> None:
    assert dates(text) == found


@each_row(
    ("text", "reason"),
    [
        ("300 soldiers", None),
        ("Unit 8241 left", "an identifying number, not a count"),
        ("Hospital 12 patients", None),
        ("at hill 117", "an identifying number, not a count"),
        ("in the camp 300 died", None),
        ("twenty-first", "an ordinal: a rank, or part of a unit's name"),
        ("the 9K720 missile", "part of a name"),
        ("said the spokesman, 52, today", "an age"),
        ("under the age of 18", "an age"),
        ("2024/25", "a span of years"),
        ("2024/27", "may be part of the number or name next to it"),
        ("16, 17 and 18 December", "a day of a month"),
        ("1 in 5 of the prisoners", "a share of something, not a count"),
        ("1 in 5 towns", None),
        ("80 percent", "a percentage"),
        ("80 per cent", "a percentage"),
        ("10:30 today", "a time"),
        ("30:1", "a ratio"),
        ("10 to 1", "a ratio"),
        ("10 p.m.", "a time"),
        ("the 2020 war", "a year that identifies something"),
        ("the 2020 soldiers", None),
        ("the 1799 war", None),
        ("two thirds", "a share of something, not a count"),
        ("a 12-day march", "a duration"),
        ("aged 12", "an age"),
        ("a girl of 9", "an age"),
        ("half a town", "a share of something, not a count"),
        ("the dead were under 18.", "an age"),
        ("12 years old", "an age"),
        ("12 years of age", "an age"),
        ("12 years of war", "a duration"),
        ("Ahmed, 43.", "an age"),
        ("Ahmed, 143.", None),
        ("Nos. 5 left", "an identifying number, not a count"),
        ("16 left, 17 December", None),
        ("20-odd", None),
        ("a 5-pack", "part of a compound word"),
        ("$70", "an amount of money"),
        ("7.5", "not a whole number"),
    ],
)
def test_the_first_number_is_a_count_or_not(text: str, reason: str | None) -> None:
    sentence = AnnotatedSentence.of(text)
    assert not_a_count(sentence, sentence.quantities[0]) == reason


@each_row(
    ("text", "names"),
    [
        ("Units 5 and 60", [True, True]),
        ("Units 5, 60 and 70", [True, True, True]),
        ("Unit 5 and 60 men", [True, False]),
        ("Units 5 left, 60 came", [True, False]),
        ("Camp 1,000", [False]),
    ],
)
def test_numbers_in_a_list_of_names(text: str, names: list[bool]) -> None:
    sentence = AnnotatedSentence.of(text)
    reasons = [not_a_count(sentence, one) for one in sentence.quantities]
    assert [reason is not None for reason in reasons] == names


@each_row(
    ("text", "thing"),
    [
        ("300 tanks", "equipment"),
        ("300 heavy Russian tanks", "equipment"),
        ("300 soldiers in tanks", None),
        ("300 in tanks", None),
        ("1,000 foot soldiers", None),
        ("12 155mm shells", "equipment"),
        ("12 and 155 shells", None),
        ("10 more hours", "duration"),
        ("10 long hours", None),
        ("14 days soldiers waited", "duration"),
    ],
)
def test_what_the_first_number_counts_or_measures(text: str, thing: str | None) -> None:
    sentence = AnnotatedSentence.of(text)
    found = thing_after(sentence, sentence.quantities[0])
    assert (found.id if found else None) == thing


@each_row(
    "text",
    [
        "On Mon. 16 Dec. 2024, at 10:30 a.m., or on Sat., Jan 3, 2025",
        "from the 14th to 16th of December 2023 and 14 and 15 May of 2024",
        "last summer, next May, in the winter of 2024–25, on 19.12.2024, 2024-12-19",
        "two days ago, 3 months ago, last week, in May last year, in the 1990s",
        "between about 300 and as many as 400,000, at least 5 and up to 9-10 million",
        "several hundred thousand, a couple of dozen, tens of thousands, half a million",
        "two and a half million, three quarters of a million, one in five, two-thirds",
        "four-thousand-100, one hundred and twenty-one, 122 883 111, 3k–4k, 2.5 mln",
        "12 155 mm shells, 12-day, $5 million, 80–90 %, 1 in 5 of the, a 3- to 5-day",
        "aged 12, 14 and 17, a girl of 9, 19 years of age, Umm Ahmed, 43",
        "Resolutions 1718 and 1874, Hill 117, F-16, the 3rd, M777, No. 39, Unit 8241",
    ],
)
def test_a_text_may_end_anywhere(text: str) -> None:
    for end in range(1, len(text) + 1):
        sentence = AnnotatedSentence.of(text[:end])
        for one in sentence.quantities:
            not_a_count(sentence, one)
            thing_after(sentence, one)
        assert all(one.last < len(sentence.tokens) for one in sentence.quantities)
        assert all(one.last < len(sentence.tokens) for one in sentence.dates)
