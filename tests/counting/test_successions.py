"""Tests of what a later statement of an origin does to an earlier one."""

from dataclasses import replace
from functools import partial

from kursk_tui.counting.categories import categories_of
from kursk_tui.counting.counts import Count, Order
from kursk_tui.counting.names import Names
from kursk_tui.counting.periods import Period, so_far, window
from kursk_tui.counting.statements import Statement
from kursk_tui.counting.successions import Direction, Said, Step, Succession, succession
from kursk_tui.model.figure import interval
from kursk_tui.vocabulary import Qualifier

ORDER = Order(populations=Names(two=frozenset((frozenset(("troops", "civilians")),))))


def _killed(
    qualifier: Qualifier,
    *values: int,
    measure: str = "killed",
    of: str | None = "troops",
    days: Period | None = None,
) -> Statement:
    count = Count(categories_of(measure), of, period=days)
    return Statement(count, qualifier, values, interval(qualifier, values))


def _step(earlier: Statement, later: Statement, *days: float) -> Succession | None:
    said = (Said(days[0], days[0]), Said(days[1], days[-1]))
    return succession(earlier, later, said, ORDER)


def test_what_a_later_statement_of_an_origin_does() -> None:
    day2, day5 = so_far(2), so_far(5)
    exactly, at_least = partial(_killed, "exactly"), partial(_killed, "at least")
    about = partial(_killed, "about")
    old = at_least(100, days=day2)
    later = at_least(100, days=day5)
    civilians = exactly(3, of="civilians", days=day5)
    casualties = exactly(300, measure="casualties", days=day5)
    monday, tuesday = exactly(4, days=window(1, 1)), exactly(6, days=window(2, 2))
    table: list[tuple[str, Statement, Statement, int, tuple[Step, Direction | None] | None]] = [
        ("the same on one day", old, old, 2, ("repeats", None)),
        ("as a relay has it", old, exactly(100, days=day2), 2, ("relayed otherwise", None)),
        ("the same later", old, at_least(100, days=day5), 5, ("says again", None)),
        ("more", exactly(100, days=day2), exactly(300, days=day5), 5, ("update", "higher")),
        ("more in print", old, about(300, days=day5), 5, ("update", "higher, as printed")),
        ("less in print", about(300, days=day2), later, 5, ("update", "lower, as printed")),
        ("without the qualifier", old, exactly(100, days=day5), 5, ("update", None)),
        ("the same days", old, at_least(90, days=day2), 5, ("correction", "lower, as printed")),
        ("a fall", exactly(100, days=day2), exactly(99, days=day5), 5, ("went down", "lower")),
        ("another population", old, civilians, 5, ("other count", None)),
        ("another definition", old, casualties, 5, ("other count", None)),
        ("killed and wounded", old, about(900, measure="wounded", days=day5), 5, None),
        ("two figures of one text", old, exactly(3, of="civilians", days=day2), 2, None),
        ("two days, two counts", monday, tuesday, 2, None),
    ]  # fmt: skip
    for name, earlier, following, day, expected in table:
        found = _step(earlier, following, 2, day)
        assert (found and found[:2]) == expected, name
        assert found is None or found.certain, name


def test_a_succession_is_uncertain_where_days_or_names_are() -> None:
    one, two = _killed("at least", 100, days=so_far(2)), _killed("about", 300, days=so_far(5))
    assert _step(one, two, 2, 1, 5) == Succession("update", "higher, as printed", certain=False)
    other = replace(two, count=two.count._replace(population="fighters"))
    assert _step(one, other, 2, 5) == Succession("update", "higher, as printed", certain=False)
    unstated = replace(two, count=two.count._replace(period=None))
    assert _step(one, unstated, 2, 5) == Succession("update", "higher, as printed", certain=False)
