"""Statements whose days leave open which was said first."""

from itertools import product
from random import Random

from kursk_tui.diffing.libraries import compared
from kursk_tui.formats.track_report import lines_of
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.query.predicates import State
from kursk_tui.tracking.questions import Questions
from tests.library.reports import TROOPS
from tests.query.factory import Draft, briefing, dated
from tests.query.plain_states import answer
from tests.tracking.test_states import _found, _killed, _library, _report

MONTH = _report("2024-12", _killed("at least 100", "at least", 100), "nis")
DAY = _report("2024-12-19", _killed("around 300", "about", 300), "nis")
JANUARY = _report("2025-01-13", _killed("350", "exactly", 350), "nis")


def test_what_is_said_in_a_month_may_be_before_or_after_a_day_of_it() -> None:
    table: list[tuple[tuple[Briefing, ...], str, tuple[list[str], list[str]]]] = [
        ((MONTH, DAY), "is:latest", ([], ["e1", "e2"])),
        ((DAY, MONTH), "is:latest", ([], ["e1", "e2"])),
        ((MONTH, DAY), "is:updated", ([], ["e1", "e2"])),
        ((MONTH, DAY, JANUARY), "is:latest", (["e3"], [])),
        ((MONTH, DAY, JANUARY), "is:updated", (["e1", "e2"], [])),
        ((DAY, JANUARY), "is:latest", (["e2"], [])),
    ]  # fmt: skip
    for reports, query, expected in table:
        assert _found(_library(*reports), query) == expected, (len(reports), query)


def test_a_track_has_a_month_before_its_days_and_says_perhaps() -> None:
    made = _library(DAY, MONTH, JANUARY).briefing
    lines = lines_of(Questions(made).named("killed", TROOPS), made)
    assert [(one.said, one.beside) for one in lines] == [
        ("2024-12", "perhaps first"),
        ("2024-12-19", "▲ perhaps higher, as printed"),
        ("2025-01-13", "▲ higher, as printed"),
    ]


def test_figures_of_two_counts_are_each_compared_with_their_own() -> None:
    losses = _killed("1,100", "exactly", 1_100, measure="casualties")
    between = _report("2024-12-23", losses, "nis")
    made = _library(DAY, between, JANUARY)
    assert _found(made, "is:latest") == (["e2", "e3"], [])
    assert _found(made, "is:updated") == (["e1"], [])
    assert _found(made, "moved:counts") == (["e2"], [])
    lines = lines_of(Questions(made.briefing).named("casualties", TROOPS), made.briefing)
    beside = {one.claim: one.beside for one in lines}
    assert beside["e2/c1"] == "counts something else now"
    assert beside["e3/c1"] == "▲ higher, as printed"


def test_states_are_those_of_every_pair_in_small_briefings() -> None:
    days = ("2024-12-18", "2024-12-19", "2024-12", "2024-12-18/2024-12-20", "2025-01-13")
    figures = [
        _killed(str(number), "exactly", number, measure=measure).replace(population=population)
        for number, measure, population in product(
            (90, 300), ("killed", "casualties"), (TROOPS, "soldiers")
        )
    ]
    states: dict[State, str] = {
        "latest": "is:latest",
        "updated": "is:updated",
        "higher": "moved:higher",
        "counts": "moved:counts",
    }
    random = Random(1)
    for _ in range(60):
        made = briefing(
            *(
                Draft(
                    "It was said:",
                    f"c{at}",
                    chain=("nis",),
                    figures=(random.choice(figures),),
                    when=(dated(random.choice(days), "reported"),),
                )
                for at in range(5)
            )
        )
        view = View.of(made)
        for state, query in states.items():
            found = view.ask(query).answer
            for at, claim in enumerate(made.claims):
                is_found = "yes" if found.match >> at & 1 else "no"
                shown = "maybe" if found.possible >> at & 1 else is_found
                assert shown == answer(made, at, state), (query, claim.id, made.claims)


def test_changes_compare_two_counts_of_an_origin_each_with_its_own() -> None:
    losses = _killed("1,100", "exactly", 1_100, measure="casualties")
    between = _report("2024-12-23", losses, "nis")
    known, new = _library(DAY, between), _library(DAY, between, JANUARY)
    found = compared(known.briefing, new.briefing)
    assert {entry.change.gravity.key for entry in found.entries} == {"figure"}  # and the floor
