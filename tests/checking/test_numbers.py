"""Numbers in a summary and their qualifiers."""

from collections.abc import Collection

from kursk_tui.checking.numbers import counted, numbers_in
from tests.tables import each_row


def read(text: str, known: Collection[int] = ()) -> list[tuple[int, str]]:
    """Return the values that a text counts, with their qualifiers; figures have those `known`."""
    numbers = counted(numbers_in(text), known)
    return [(value, one.qualifier) for one in numbers for value in one.values]


def values(text: str, known: Collection[int] = ()) -> list[int]:
    return [value for value, _ in read(text, known)]


@each_row(
    ("text", "found"),
    [
        ("At least 100 killed, about 1,000 wounded", [(100, "at least"), (1000, "about")]),
        ("11,000 troops", [(11000, "exactly")]),
        ("Between 300 and 400 dead", [(300, "between"), (400, "between")]),
        ("300-400 dead", [(300, "between"), (400, "between")]),
        ("300–400 dead", [(300, "between"), (400, "between")]),
        ("Up to 12 500 sent", [(12500, "at most")]),
        ("no more than 30", [(30, "at most")]),
        ("no fewer than 3", [(3, "at least")]),
        ("more than 3,000", [(3000, "more than")]),
        ("fewer than 20", [(20, "less than")]),
        ("nearly 20, just under 30", [(20, "nearly"), (30, "nearly")]),
        ("3,000+ killed", [(3000, "at least")]),
        ("100 or more", [(100, "at least")]),
        ("some 500 men", [(500, "about")]),
        ("1.2 million displaced", [(1_200_000, "exactly")]),
        ("On 19 December 2024, 12 fell", [(12, "exactly")]),
        ("December 19, 300 dead", [(300, "exactly")]),
        ("since 2014", []),
        ("the 810th brigade with T-72 and F-16", []),
        ("80–90 % of 300", []),
        ("half of the 300, and 45, 646", []),
        ("45.000 and 45’646", [(45646, "exactly")]),
        ("at 12:30, 40 km away", []),
        ("2024-12-19", []),
        ("none", []),
    ],
)
def test_numbers_have_their_qualifiers(text: str, found: list[tuple[int, str]]) -> None:
    assert read(text) == found


@each_row(
    ("text", "qualifier"),
    [
        ("not fewer than 100", "at least"),
        ("no fewer than 100", "at least"),
        ("not less than 100", "at least"),
        ("at the very least 100", "at least"),
        ("at least another 100", "at least"),
        ("at least some 100", "at least"),
        ("100 at least", "at least"),
        ("100 and more", "at least"),
        ("100 or over", "at least"),
        ("100 and over", "at least"),
        ("100-plus", "at least"),
        ("no greater than 100", "at most"),
        ("not exceeding 100", "at most"),
        ("greater than 100", "more than"),
        ("more than another 100", "more than"),
        ("approx. 100", "about"),
        ("the toll exceeds 100", "more than"),
        ("does not exceed 100", "at most"),
        ("handed over 100", "exactly"),
        ("has topped 100", "more than"),
        ("not quite 100", "nearly"),
        ("in the region of 100", "about"),
        ("as much as 100", "at most"),
        ("100 and counting", "at least"),
        ("ca. 100", "about"),
        ("c. 100", "about"),
        ("c.100", "about"),
        ("100 or so", "about"),
        ("Washington D.C. 100", "exactly"),
        ("100 or more than", "exactly"),
    ],
)
def test_every_common_qualifier_is_read(text: str, qualifier: str) -> None:
    assert read(text) == [(100, qualifier)]


@each_row(
    ("text", "found"),
    [
        ("at least 100 and as many as 200", [(100, "between"), (200, "between")]),
        ("at least 100, possibly up to 200", [(100, "between"), (200, "between")]),
        ("from at least 100 to as many as 200", [(100, "between"), (200, "between")]),
        ("100 at least 20", [(100, "exactly"), (20, "at least")]),
        ("100 and over 20", [(100, "exactly"), (20, "more than")]),
        ("12 and 15", [(12, "exactly"), (15, "exactly")]),
        ("5 to 10 million", [(5_000_000, "between"), (10_000_000, "between")]),
        ("two to three hundred", [(200, "between"), (300, "between")]),
        ("3k–4k", [(3000, "between"), (4000, "between")]),
    ],
)
def test_adjacent_numbers(text: str, found: list[tuple[int, str]]) -> None:
    assert read(text) == found


@each_row(
    ("text", "value"),
    [
        ("3k", 3000),
        ("11K", 11_000),
        ("1'000", 1000),
        ("1’000", 1000),
        ("2.5bn", 2_500_000_000),
        ("12 hundred", 1200),
        ("5 may have been killed", 5),
        ("20 march on", 20),
        ("three hundred", 300),
        ("a hundred", 100),
        ("two dozen", 24),
        ("twenty-one", 21),
        ("one hundred and five", 105),
        ("fifteen hundred", 1500),
        ("two hundred and fifty thousand", 250_000),
        ("one million two hundred thousand and six", 1_200_006),
        ("500-strong", 500),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("half a hundred", 50),
    ],
)
def test_a_number_may_be_short_or_in_words(text: str, value: int) -> None:
    assert values(text) == [value]


def test_two_numbers_in_words_are_two() -> None:
    found = read("between two hundred and three hundred")
    assert found == [(200, "between"), (300, "between")]


def test_from_ten_on_a_number_in_words_is_a_count() -> None:
    assert values("nine soldiers, ten soldiers") == [10]
    assert values("nine soldiers, ten soldiers", known=[9]) == [9, 10]


@each_row(
    "text",
    [
        *("December 16-18", "16–18 December", "December 16 and 17.", "16, 17 and 18 Dec."),
        *("19.12.2024", "winter 2024–25", "5 May", "MARCH 5"),
        *("10 a.m.", "10 pm", "at 1000 hours", "14 days", "3-day", "3- to 5-day", "two weeks"),
        *("between 10 and 14 days", "ten more hours", "the 1990s", "twenty-first"),
        *("aged 19 to 25", "ages 19 and 20", "under the age of 18", "19-year-old", "25 years old"),
        *("100 square kilometres", "1.5 million sq km", "122-mm", "155mm", "20 tonnes", "30 °C"),
        *("Unit 8241", "military unit 61899", "Hill 117", "Resolution 1718", "Office No. 39"),
        *("Resolutions 1718 and 1874", "Phase Three", "Highway 38K", "Shahed 136", "AK-47"),
        *("two thirds", "several hundred", "no one", "one of them", "two sides"),
        "9" * 5000,
    ],
)
def test_what_is_not_a_count_is_left_out(text: str) -> None:
    assert values(text) == []


@each_row(
    ("text", "value"),
    [
        ("December 19 and 20 soldiers", 20),
        ("Unit 8241 and 100 soldiers", 100),
        ("Camp 1,000", 1000),
        ("in the camp 300 died", 300),
        ("1,000 foot soldiers", 1000),
    ],
)
def test_a_count_next_to_a_date_or_a_name(text: str, value: int) -> None:
    assert values(text) == [value]


@each_row(
    ("text", "value"),
    [("two fell", 2), ("2000 fell", 2000), ("a 5-pack", 5), ("$70", 70), ("70 euros", 70)],
)
def test_what_is_seldom_a_count_is_one_if_a_figure_has_it(text: str, value: int) -> None:
    assert values(text, {value}) == [value]
    assert values(text, {7}) == []


@each_row(
    ("text", "value"),
    [
        ("40 tanks", 40),
        ("40 destroyed Russian tanks", 40),
        ("in 40 villages", 40),
        ("said Ahmed, 40.", 40),
        ("one soldier fell", 1),
    ],
)
def test_numbers_of_things_are_counts_if_a_figure_has_them(text: str, value: int) -> None:
    assert values(text, {value}) == [value]
    assert values(text) == []


@each_row("text", ["one of the soldiers", "no one", "5 and 10 km", "5 or 10 days"])
def test_what_is_never_a_count_is_left_out_whatever_figures_have(text: str) -> None:
    assert values(text, {1, 5, 10}) == []


def test_a_number_where_a_summary_was_cut_is_left_out() -> None:
    assert values("100 fell, and at least 300…") == [100]
    assert values("100 fell, and 300 or…") == [100]
    assert values("100 fell, and 300 men of the…") == [100, 300]


def test_the_words_of_a_number_are_those_of_the_text() -> None:
    first, second = numbers_in("No fewer\n than 40 fell, 50 or more were hurt")
    assert (first.words, first.start, first.end) == ("No fewer than 40", 15, 17)
    assert (second.words, second.start, second.end) == ("50 or more", 24, 26)
