"""What a query asks of figures, and which figure of a claim makes it a possible match."""

from math import inf

from kursk_tui.query import View
from tests.query.factory import Draft, briefing, figure
from tests.tables import each_row

VIEW = View.of(
    briefing(
        Draft(figures=(figure("killed", "at least", 100), figure("wounded", "about", 1000))),
        Draft(figures=(figure("killed", "exactly", 300),)),
    )
)


@each_row(
    ("query", "asked"),
    [
        ("killed:>200", ((201, inf),)),
        ("killed:<=200", ((0, 200),)),
        ("killed:200", ((200, 200),)),
        ("-killed:>200", ((0, 200),)),
        ("-killed:100..200", ((0, 99), (201, inf))),
        ("killed:>200 killed:<500", ((201, 499),)),
        ("killed:(100 OR >200)", ((100, 100), (201, inf))),
        ("killed:>200 source:nis OR killed:>500", ((201, inf),)),
    ],
)
def test_the_numbers_asked_for(query: str, asked: tuple[tuple[float, float], ...]) -> None:
    assert VIEW.ask(query.replace("source:nis", "kind:reported")).asked_figures == {"killed": asked}


@each_row("query", ["killed:*", "happened", "has:figure", "killed:>5 killed:<2"])
def test_a_query_without_a_number_has_no_limit(query: str) -> None:
    assert VIEW.ask(query).asked_figures == {}
    assert VIEW.asked_figures == {}


def test_only_the_figure_that_is_possible_makes_a_claim_possible() -> None:
    asked = VIEW.ask("killed:>200")
    assert [asked.possible_figure(0, part) for part in range(2)] == [True, False]
    assert [asked.partly_asked(0, part) for part in range(2)] == [True, False]
    assert not asked.possible_figure(1, 0)  # a match


def test_only_the_figure_that_may_be_contested_makes_a_claim_possible() -> None:
    both = (figure("killed", "exactly", 38), figure("wounded", "exactly", 7))
    view = View.of(
        briefing(
            Draft(chain=("a",), figures=both),
            Draft(chain=("b",), figures=(figure("killed", "exactly", 12),)),
        )
    )
    for query in ("is:contested", "-is:contested", "kind:reported is:contested"):
        asked = view.ask(query)
        assert [asked.possible_figure(0, part) for part in range(2)] == [True, False]
    both_asked = view.ask("is:contested wounded:>5")
    assert [both_asked.possible_figure(0, part) for part in range(2)] == [True, False]
    dated = view.ask("date:2024")  # possible for another reason: shown at every figure
    assert not view.ask("is:contested").shows_the_same(dated)


def test_a_denied_figure_is_not_possible() -> None:
    denied = figure("killed", "at least", 50).replace(modality="denied")
    claim = Draft(figures=(denied, figure("killed", "at least", 100)))
    asked = View.of(briefing(claim)).ask("killed:>200")
    assert [asked.possible_figure(0, part) for part in range(2)] == [False, True]


def test_limits_are_part_of_what_a_view_shows() -> None:
    one, other = VIEW.ask("killed:>200"), VIEW.ask("killed:>250")
    assert one.shown == other.shown
    assert not one.shows_the_same(other)
    assert one.shows_the_same(VIEW.ask("killed:>=201"))
