"""Tests of what statements say about each other, against every small world and by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import NamedTuple

from kursk_tui.counting.categories import categories_of
from kursk_tui.counting.comparison import Needed, Relation, compare, makes_certain
from kursk_tui.counting.counts import Count, Order
from kursk_tui.counting.floors import Bound, Bounds, ceiling, floor
from kursk_tui.counting.periods import so_far, window
from kursk_tui.counting.statements import Statement
from kursk_tui.model.figure import interval
from kursk_tui.vocabulary import Qualifier

ORDER = Order()
_WHOLE = Count(
    categories_of("killed or wounded", ("killed", "wounded")), "troops", period=so_far(9)
)
_PART = _WHOLE._replace(categories=categories_of("killed"))
_OTHER = _WHOLE._replace(categories=categories_of("missing"))
_PERHAPS = _WHOLE._replace(population=None)
_NUMBERS = range(4)


def _statement(count: Count, qualifier: Qualifier, *values: int) -> Statement:
    return Statement(count, qualifier, values, interval(qualifier, values))


def _allowed(statement: Statement, number: int) -> bool:
    """Return whether words allow a number; “about” allows the printed number and any other."""
    have = statement.interval
    above = have.lower is None or number >= have.lower
    return above and (have.upper is None or number <= have.upper)


def _all_statements(count: Count) -> list[Statement]:
    found = []
    for qualifier in _QUALIFIERS:
        if qualifier == "between":
            pairs = [(a, b) for a in _NUMBERS for b in _NUMBERS if a <= b]
            found += [_statement(count, qualifier, *pair) for pair in pairs]
        else:
            lowest = 1 if qualifier in ("less than", "nearly") else 0
            found += [_statement(count, qualifier, n) for n in _NUMBERS if n >= lowest]
    return found


_QUALIFIERS: tuple[Qualifier, ...] = (
    "exactly",
    "at least",
    "more than",
    "at most",
    "less than",
    "nearly",
    "about",
    "between",
)


def test_statements_contradict_each_other_where_no_small_world_has_both() -> None:
    """A world gives a number to what one counts alone, to what both count, and to the rest."""
    for other in (_WHOLE, _PART, _OTHER):
        worlds = [
            (shared + rest, shared) if other is _PART else (shared, shared)
            for shared, rest in product(range(6), repeat=2)
        ]
        if other is _OTHER:
            worlds = [(mine, theirs) for mine, theirs in product(range(6), repeat=2)]
        for one, two in product(_all_statements(_WHOLE), _all_statements(other)):
            possible = any(_allowed(one, n) and _allowed(two, m) for n, m in worlds)
            found = compare(one, two, ORDER)
            assert found == compare(two, one, ORDER)
            assert (found.relation == "contradicts") == (not possible), (one, two)
            certain = all(_allowed(two, m) for n, m in worlds if _allowed(one, n))
            if two.qualifier not in ("about", "nearly"):
                assert makes_certain(one, two, ORDER) == certain, (one, two)


def test_what_perhaps_counts_the_same_only_may_contradict() -> None:
    for one, two in product(_all_statements(_WHOLE), _all_statements(_PERHAPS)):
        found = compare(one, two, ORDER).relation
        same = compare(one, replace(two, count=_WHOLE), ORDER).relation
        expected: Relation = "may contradict" if same == "contradicts" else same
        assert found == expected
        assert not makes_certain(one, two, ORDER) or (
            two.interval.lower or 0,
            two.interval.upper,
        ) == (0, None)


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _killed_or_wounded(period: str) -> Count:
    both = categories_of("casualties", ("killed", "wounded"))
    return Count(both, "north korean troops", period=so_far(_day(period)))


def _counted(measure: str, period: str) -> Count:
    return Count(categories_of(measure), "north korean troops", period=so_far(_day(period)))


# The statements of eleven reports on North Korean troops in Kursk, December 2024 to June 2025.
_WEEKEND = window(_day("2024-12-14"), _day("2024-12-15"))
HUR = _statement(_killed_or_wounded("2024-12-17")._replace(period=_WEEKEND), "at least", 30)
US = _statement(_killed_or_wounded("2024-12-17"), "magnitude", 100)
NIS_KILLED = _statement(_counted("killed", "2024-12-19"), "at least", 100)
NIS_WOUNDED = _statement(_counted("wounded", "2024-12-19"), "about", 1_000)
JCS = _statement(_counted("casualties", "2024-12-23"), "about", 1_100)
ZELENSKYY = _statement(_killed_or_wounded("2024-12-23"), "more than", 3_000)
NIS_KILLED_LATER = _statement(_counted("killed", "2025-01-13"), "about", 300)
NIS_WOUNDED_LATER = _statement(_counted("wounded", "2025-01-13"), "exactly", 2_700)
MOD = _statement(_counted("casualties", "2025-06-15"), "more than", 6_000)
MOD_STRENGTH = _statement(_counted("deployed", "2025-06-15"), "about", 11_000)


def test_pairs_of_the_reports_on_north_korean_troops() -> None:
    table: list[tuple[Statement, Statement, Relation]] = [
        (HUR, US, "no number to compare"),
        (HUR, JCS, "fits"),
        (HUR, ZELENSKYY, "fits"),
        (NIS_KILLED, NIS_WOUNDED, "not comparable"),
        (NIS_KILLED, JCS, "fits"),
        (JCS, ZELENSKYY, "may contradict"),
        (NIS_KILLED, NIS_KILLED_LATER, "fits"),
        (NIS_WOUNDED, NIS_WOUNDED_LATER, "fits"),
        (ZELENSKYY, NIS_WOUNDED_LATER, "not comparable"),
        (ZELENSKYY, MOD, "fits"),
        (MOD_STRENGTH, MOD, "not comparable"),
    ]
    for one, other, expected in table:
        assert compare(one, other, ORDER).relation == expected, (one, other)
        assert compare(other, one, ORDER).relation == expected
    needed = compare(JCS, ZELENSKYY, ORDER).needed
    assert needed is not None
    assert needed == Needed(1_100, 3_001)
    assert round(needed.ratio, 1) == 2.7
    exact = _statement(JCS.count, "exactly", 1_100)
    assert compare(exact, ZELENSKYY, ORDER).relation == "contradicts"
    assert not makes_certain(ZELENSKYY, HUR, ORDER)


class Standing(NamedTuple):
    """A statement that stands, with its origin; a claim that names none has a number."""

    statement: Statement
    rests_on: str | int
    is_sure: bool = True

    @property
    def origin(self) -> str | None:
        """The origin."""
        return self.rests_on if isinstance(self.rests_on, str) else None


_REPORTS = {
    "2024-12-17": [Standing(HUR, "HUR"), Standing(US, "US")],
    "2024-12-20": [Standing(NIS_KILLED, "NIS"), Standing(NIS_WOUNDED, "NIS")],
    "2024-12-23": [Standing(JCS, "JCS"), Standing(ZELENSKYY, "Zelenskyy")],
    "2025-01-13": [
        Standing(NIS_KILLED_LATER, "NIS"),
        Standing(NIS_WOUNDED_LATER, "NIS"),
    ],
    "2025-06-15": [
        Standing(MOD, "UK MoD", is_sure=False),
        Standing(MOD_STRENGTH, "UK MoD"),
    ],
}


def test_the_floor_of_killed_or_wounded_rises_with_what_is_known() -> None:
    hur, nis, later = Bound(30, "HUR"), Bound(100, "NIS"), Bound(2_700, "NIS")
    zelenskyy, mod = Bound(3_001, "Zelenskyy"), Bound(6_001, "UK MoD")
    table = {
        "2024-12-17": ([hur], []),
        "2024-12-20": ([nis, hur], []),
        "2024-12-23": ([zelenskyy, nis, hur], []),
        "2025-01-13": ([zelenskyy, later, hur], []),
        "2025-06-15": ([zelenskyy, later, hur], [mod]),
    }
    known: list[Standing] = []
    for day, (certain, possible) in table.items():
        known += _REPORTS[day]
        found = _floor(_killed_or_wounded(day), known)
        assert (found.certain, found.possible) == (certain, possible), day
        assert _ceiling(_killed_or_wounded(day), known).certain == []


def test_a_ceiling_comes_from_what_contains_the_count() -> None:
    at_most = Standing(_statement(_counted("casualties", "2025-06-15"), "at most", 9_000), "A")
    found = _ceiling(_counted("killed", "2024-12-19"), [at_most])
    assert found.certain == [Bound(9_000, "A")]
    assert _ceiling(_counted("captured", "2024-12-19"), [at_most]).possible == found.certain


def test_a_claim_that_names_no_origin_is_in_a_chain_only_if_it_comes_first() -> None:
    def at_least(number: int, origin: str | int, *, is_sure: bool = True) -> Standing:
        counted = _counted("killed", "2024-12-19")
        return Standing(_statement(counted, "at least", number), origin, is_sure)

    table: list[tuple[list[Standing], list[int], list[int]]] = [
        (
            [at_least(900, 1), at_least(800, 2), at_least(500, "A"), at_least(400, 3)],
            [900, 500],
            [],
        ),
        ([at_least(300, 1), at_least(500, "A"), at_least(200, "B")], [500, 200], []),
        ([at_least(90, 1, is_sure=False), at_least(80, 2, is_sure=False)], [], [90]),
        ([at_least(9, "A", is_sure=False), at_least(8, 1, is_sure=False)], [], [9]),
    ]
    for statements, certain, possible in table:
        found = _floor(_counted("killed", "2024-12-19"), statements)
        assert [one.number for one in found.certain] == certain
        assert [one.number for one in found.possible] == possible


def _floor(asked: Count, statements: Sequence[Standing]) -> Bounds:
    return floor((one, ORDER.answers(one.statement.count, asked)) for one in statements)


def _ceiling(asked: Count, statements: Sequence[Standing]) -> Bounds:
    return ceiling((one, ORDER.within(asked, one.statement.count)) for one in statements)
