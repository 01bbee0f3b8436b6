"""Tests of the order of counts, against every small world."""

from itertools import product
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.counting.answers import Answer
from kursk_tui.counting.categories import categories_of
from kursk_tui.counting.counts import Count, Order
from kursk_tui.counting.names import Names
from kursk_tui.counting.periods import Period, at, period_within, so_far, window

NAMES = Names(
    one={"korean troops": "troops", "soldiers": "troops"},
    wider={"combat troops": frozenset(("troops",)), "troops": frozenset(("people",))},
    two=frozenset(frozenset((name, "civilians")) for name in ("troops", "combat troops", "people")),
)
ORDER = Order(populations=NAMES, places=NAMES)

# What each name may contain: sets of people, for every reading that the decisions leave open.
_ALL = [frozenset(s) for n in range(1, 16) if (s := [i for i in range(4) if n >> i & 1])]
_KNOWN = {
    "combat troops": frozenset((0,)),
    "soldiers": frozenset((0, 1)),
    "korean troops": frozenset((0, 1)),
    "people": frozenset((0, 1, 2)),
    "civilians": frozenset((3,)),
}
_LETTERS = {
    "killed": [frozenset("k")],
    "wounded": [frozenset("w")],
    "casualties": [frozenset("kw"), frozenset("kwm"), frozenset("kwc"), frozenset("kwmc")],
    "deployed": [frozenset("d")],
}
_PERIODS: dict[str, tuple[Period | None, list[tuple[int, int] | str]]] = {
    "so far on day 2": (so_far(2), [(-9, 2)]),
    "so far on day 3": (so_far(3), [(-9, 3)]),
    "so far on day 2 or 3": (so_far(2, 3), [(-9, 2), (-9, 3)]),
    "days 1 and 2": (window(1, 2), [(1, 2)]),
    "day 2": (window(2, 2), [(2, 2)]),
    "day 1 or 2, to day 3": (Period(1, 2, 3, 3), [(1, 3), (2, 3)]),
    "a strength on day 2": (at(2), ["2"]),
    "a strength on day 3": (at(3), ["3"]),
    "not stated": (None, [(-9, 1), (-9, 4), (1, 1), (2, 2), (1, 2), (2, 3), (3, 3), "2", "3"]),
}


def _answer(pairs: list[bool]) -> Answer:
    return "yes" if all(pairs) else "maybe" if any(pairs) else "no"


def _days(days: tuple[int, int] | str) -> frozenset[object]:
    return frozenset((days,)) if isinstance(days, str) else frozenset(range(days[0], days[1] + 1))


def test_categories_are_within_others_in_every_reading_in_some_or_in_none() -> None:
    for one, other in product(_LETTERS, repeat=2):
        readings = [a <= b for a in _LETTERS[one] for b in _LETTERS[other]]
        parts = ORDER.parts(Count(categories_of(one)), Count(categories_of(other)))
        assert parts.categories == _answer(readings), (one, other)


def test_populations_are_within_others_in_every_reading_in_some_or_in_none() -> None:
    names: list[str | None] = [*_KNOWN, None, "fighters"]
    for one, other in product(names, repeat=2):
        mine = [_KNOWN[one]] if one in _KNOWN else _ALL
        theirs = [_KNOWN[other]] if other in _KNOWN else _ALL
        readings = [a <= b for a in mine for b in theirs]
        expected = "yes" if one == other == "fighters" else _answer(readings)
        assert NAMES.within(one, other) == expected, (one, other)


def test_periods_are_within_others_in_every_reading_in_some_or_in_none() -> None:
    for one, other in product(_PERIODS, repeat=2):
        (mine, my_days), (theirs, their_days) = _PERIODS[one], _PERIODS[other]
        readings = [_days(a) <= _days(b) for a in my_days for b in their_days]
        assert period_within(mine, theirs) == _answer(readings), (one, other)


_READ = so_far(400)._replace(read_since=34)
"""A count without a period, said on day 400: in a briefing, of days 34 to 400 at the most."""


def test_a_count_without_a_period_may_begin_on_any_day_of_the_year_before() -> None:
    table: list[tuple[Period, Period, Answer, Answer]] = [  # then if readings are trusted
        (window(390, 390), _READ, "maybe", "yes"),
        (_READ, window(390, 400), "maybe", "no"),
        (_READ, window(401, 500), "no", "no"),
        (_READ, so_far(400), "maybe", "yes"),
        (_READ, so_far(399), "no", "no"),
        (window(20, 33), _READ, "no", "maybe"),
        (window(20, 34), _READ, "maybe", "yes"),
        (so_far(33), _READ, "no", "maybe"),
        (_READ, _READ, "maybe", "yes"),
        (at(400), _READ, "no", "no"),
    ]
    for one, other, expected, trusted in table:
        assert period_within(one, other, trusts_readings=False) == expected, (one, other)
        assert period_within(one, other) == trusted, (one, other)


def test_equal_words_on_equal_days_are_one_period() -> None:
    may = Period(float("-inf"), 9, float("-inf"), 9, words="since may")
    table: list[tuple[Period, Period, Answer]] = [
        (may, may, "yes"),
        (may, may._replace(words="this week"), "maybe"),
        (may, may._replace(start_max=8, end_max=8), "maybe"),
        (may, may._replace(words=None), "maybe"),
        (window(7, 9)._replace(words="today"), window(7, 9), "maybe"),
        (may, window(10, 12), "no"),
    ]
    for one, other, expected in table:
        assert period_within(one, other) == expected, (one, other)


def test_the_least_part_decides() -> None:
    killed, casualties = categories_of("killed"), categories_of("casualties")
    whole = Count(killed, "soldiers", "kursk", "e1", so_far(3))
    table: list[tuple[Count, Answer]] = [
        (Count(casualties, "korean troops", "kursk", "e1", so_far(4)), "yes"),
        (Count(casualties, "fighters", "kursk", "e1", so_far(4)), "maybe"),
        (Count(casualties, "civilians", "kursk", "e1", so_far(4)), "no"),
        (Count(casualties, "soldiers", "sudzha", "e1", so_far(4)), "maybe"),
        (Count(casualties, "soldiers", None, "e1", so_far(4)), "maybe"),
        (Count(casualties, "soldiers", "kursk", "e2", so_far(4)), "no"),
        (Count(casualties, "soldiers", "kursk", None, so_far(4)), "maybe"),
        (Count(casualties, "soldiers", "kursk", "e1", window(1, 4)), "no"),
        (Count(categories_of("wounded"), "soldiers", "kursk", "e1", so_far(4)), "no"),
        (
            Count(categories_of("casualties", ("killed",)), "soldiers", "kursk", "e1", so_far(3)),
            "yes",
        ),
    ]
    for other, expected in table:
        assert ORDER.within(whole, other) == expected, other


def test_a_place_or_an_event_that_neither_states_is_taken_as_the_same() -> None:
    one = Count(categories_of("killed"), "soldiers", period=so_far(3))
    assert ORDER.within(one, one) == "yes"
    assert ORDER.within(one._replace(population=None), one._replace(population=None)) == "maybe"


def test_what_a_question_leaves_open_asks_for_any() -> None:
    asked = Count(categories_of("casualties"))
    assert ORDER.answers(Count(categories_of("killed"), "soldiers", "kursk"), asked) == "yes"
    assert ORDER.within(Count(categories_of("killed"), "soldiers", "kursk"), asked) == "maybe"


def test_a_population_that_contains_itself_is_found() -> None:
    looped = Names(wider={"a": frozenset("b"), "b": frozenset("a"), "c": frozenset("a")})
    assert sorted(looped.loops()) == ["a", "b"]
    assert list(NAMES.loops()) == []
    beside = {"d": frozenset("e"), "e": frozenset("f"), "f": frozenset("ae")}
    assert sorted(Names(wider={**looped.wider, **beside}).loops()) == ["a", "b", "e", "f"]
    chain = {f"p{at}": frozenset((f"p{at - 1}",)) for at in range(1, 10_000)}
    start = process_time()
    assert list(Names(wider=chain).loops()) == []
    assert process_time() - start < 1  # 20 s if each name is followed to the end


_COUNTS = st.builds(
    Count,
    st.sampled_from([categories_of(name) for name in _LETTERS]),
    st.sampled_from([*_KNOWN, None, "fighters"]),
    st.sampled_from(["soldiers", "people", None]),
    st.sampled_from(["e1", "e2", None]),
    st.sampled_from([period for period, _ in _PERIODS.values()]),
)


@given(_COUNTS, _COUNTS, _COUNTS)
def test_what_is_within_a_count_is_within_what_contains_that(a: Count, b: Count, c: Count) -> None:
    if ORDER.within(a, b) == "yes" and ORDER.within(b, c) == "yes":
        assert ORDER.within(a, c) == "yes"
