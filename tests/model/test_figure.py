"""The bounds that the words of a figure establish, and the comparison of intervals."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kursk_tui.model import Figure, Interval
from kursk_tui.vocabulary import Qualifier
from tests.model.factory import property_test
from tests.tables import each_row

# Words from the standard's table, their qualifier, and lower, upper and best. Counts
# are whole numbers, so "more than 100" is the same as "101 or more".
TABLE: list[tuple[str, Qualifier, tuple[int, ...], Interval]] = [
    ("100", "exactly", (100,), Interval(100, 100, 100)),
    ("a total of 100", "exactly", (100,), Interval(100, 100, 100)),
    ("at least 100", "at least", (100,), Interval(100, None, None)),
    ("no fewer than 100", "at least", (100,), Interval(100, None, None)),
    ("a minimum of 100", "at least", (100,), Interval(100, None, None)),
    ("100 or more", "at least", (100,), Interval(100, None, None)),
    ("more than 100", "more than", (100,), Interval(101, None, None)),
    ("over 3,000", "more than", (3000,), Interval(3001, None, None)),
    ("upwards of 3,000", "more than", (3000,), Interval(3001, None, None)),
    ("up to 12,000", "at most", (12000,), Interval(None, 12000, None)),
    ("as many as 12,000", "at most", (12000,), Interval(None, 12000, None)),
    ("no more than 0", "at most", (0,), Interval(None, 0, None)),
    ("fewer than 50", "less than", (50,), Interval(None, 49, None)),
    ("under 1", "less than", (1,), Interval(None, 0, None)),
    ("nearly 1,000", "nearly", (1000,), Interval(None, 999, 1000)),
    ("approaching 1,000", "nearly", (1000,), Interval(None, 999, 1000)),
    ("around 11,000", "about", (11000,), Interval(None, None, 11000)),
    ("approximately 1,000", "about", (1000,), Interval(None, None, 1000)),
    ("some 500", "about", (500,), Interval(None, None, 500)),
    ("an estimated 600", "about", (600,), Interval(None, None, 600)),
    ("between 300 and 400", "between", (300, 400), Interval(300, 400, None)),
    ("300–400", "between", (300, 400), Interval(300, 400, None)),
    ("at least 5 and as many as 9", "between", (5, 9), Interval(5, 9, None)),
    ("between 7 and 7", "between", (7, 7), Interval(7, 7, None)),
    ("several hundred", "magnitude", (100,), Interval(None, None, None)),
    ("dozens", "magnitude", (12,), Interval(None, None, None)),
    ("thousands", "magnitude", (1000,), Interval(None, None, None)),
    ("significant", "no number", (), Interval(None, None, None)),
    ("heavy", "no number", (), Interval(None, None, None)),
]
ONE_VALUE: tuple[Qualifier, ...] = (
    "exactly",
    "at least",
    "more than",
    "at most",
    "less than",
    "nearly",
    "about",
    "magnitude",
)

ends = st.none() | st.integers(0, 12)
intervals = st.builds(Interval, ends, ends)
UNIVERSE = range(30)


def allows(interval: Interval, count: int) -> bool:
    return (interval.lower is None or interval.lower <= count) and (
        interval.upper is None or count <= interval.upper
    )


def counts(interval: Interval) -> set[int]:
    return {count for count in UNIVERSE if allows(interval, count)}


def figure(qualifier: Qualifier, values: tuple[int, ...], words: str = "so many") -> Figure:
    return Figure(measure="killed", words=words, qualifier=qualifier, values=values)


@each_row(("words", "qualifier", "values", "expected"), TABLE)
def test_the_interval_of_a_figure_is_that_of_the_table(
    words: str, qualifier: Qualifier, values: tuple[int, ...], expected: Interval
) -> None:
    assert figure(qualifier, values, words).interval == expected


@pytest.mark.parametrize("qualifier", ONE_VALUE)
@pytest.mark.parametrize("values", [(), (1, 2)])
def test_a_qualifier_for_one_number_rejects_none_and_two(
    qualifier: Qualifier, values: tuple[int, ...]
) -> None:
    with pytest.raises(ValidationError, match=f"“{qualifier}” takes one number .*{len(values)}"):
        figure(qualifier, values)


@pytest.mark.parametrize("values", [(), (1,), (1, 2, 3)])
def test_between_requires_two_numbers(values: tuple[int, ...]) -> None:
    with pytest.raises(ValidationError, match=f"“between” takes two numbers .*{len(values)}"):
        figure("between", values)


def test_no_number_rejects_a_number() -> None:
    with pytest.raises(ValidationError, match=r"“no number” takes no number .*1"):
        figure("no number", (100,))


def test_between_requires_the_lower_number_first() -> None:
    with pytest.raises(ValidationError, match="must be in order, the lower number first"):
        figure("between", (400, 300))


@pytest.mark.parametrize("qualifier", ["less than", "nearly"])
def test_less_than_zero_is_rejected(qualifier: Qualifier) -> None:
    with pytest.raises(
        ValidationError, match=f"“{qualifier}” 0 is impossible: a count cannot be negative"
    ):
        figure(qualifier, (0,))


@each_row("value", [-1, 10**15 + 1, 1.5, "100", True])
def test_a_value_that_is_not_a_count_is_rejected(value: object) -> None:
    with pytest.raises(ValidationError):
        Figure(measure="killed", words="many", qualifier="exactly", values=(value,))  # type: ignore[arg-type]


@each_row("measure", ["", "Killed", "two words", "1st", "-x", "k" * 33, "killed\n"])
def test_a_measure_is_one_word_in_lower_case(measure: str) -> None:
    with pytest.raises(ValidationError):
        Figure(measure=measure, words="many", qualifier="no number")


@each_row(
    ("inner", "outer", "within", "meets"),
    [
        (Interval(lower=100), Interval(lower=50), True, True),
        (Interval(lower=100), Interval(lower=100), True, True),
        (Interval(lower=100), Interval(lower=101), False, True),
        (Interval(lower=100), Interval(upper=99), False, False),
        (Interval(lower=100), Interval(upper=100), False, True),
        (Interval(upper=5), Interval(lower=0), True, True),
        (Interval(), Interval(lower=0), True, True),
        (Interval(), Interval(lower=1), False, True),
        (Interval(best=11000), Interval(lower=1), False, True),
        (Interval(upper=12), Interval(lower=13), False, False),
        (Interval(3, 4), Interval(3, 4), True, True),
        (Interval(3, 4), Interval(5, 6), False, False),
    ],
)
def test_intervals_compare_by_the_counts_they_allow(
    inner: Interval, outer: Interval, within: bool, meets: bool
) -> None:
    assert inner.within(outer) is within
    assert inner.meets(outer) is meets


@property_test
@given(intervals, intervals)
def test_intervals_meet_if_they_share_a_count(one: Interval, other: Interval) -> None:
    assert one.meets(other) is bool(counts(one) & counts(other))


@property_test
@given(intervals.filter(counts), intervals)
def test_an_interval_is_within_another_if_its_counts_are_a_subset(
    one: Interval, other: Interval
) -> None:
    assert one.within(other) is (counts(one) <= counts(other))


@property_test
@given(intervals.filter(counts), intervals)
def test_within_implies_meets_unless_the_interval_is_empty(one: Interval, other: Interval) -> None:
    if one.within(other):
        assert one.meets(other)


@property_test
@given(intervals, intervals)
def test_meets_is_symmetric(one: Interval, other: Interval) -> None:
    assert one.meets(other) is other.meets(one)


@property_test
@given(intervals)
def test_every_interval_is_within_itself_and_within_the_unbounded_one(one: Interval) -> None:
    assert one.within(one)
    assert one.within(Interval())


def test_a_period_resolved_needs_the_words_of_the_period() -> None:
    reader = TypeAdapter(Figure)
    figure = {"measure": "killed", "words": "40", "qualifier": "exactly", "values": [40]}
    for name, value in (("covers", "2024-12-19"), ("tally", "so far")):
        with pytest.raises(ValidationError, match=f"“{name}” needs “period”"):
            reader.validate_json(json.dumps(figure | {name: value}))
        assert reader.validate_json(json.dumps(figure | {name: value, "period": "to date"}))
    for name, wrong in (("covers", "19 December"), ("tally", "to date"), ("preliminary", 1)):
        with pytest.raises(ValidationError):
            reader.validate_json(json.dumps(figure | {name: wrong, "period": "to date"}))
