"""The view: an immutable value of briefing, query and answer."""

from dataclasses import FrozenInstanceError, dataclass, field

import pytest

from kursk_tui.model import Interval
from kursk_tui.model.decisions import set_decision
from kursk_tui.query import Answer, Index, QueryError, View
from kursk_tui.query.predicates import And, FigureStated, FigureWithin, Not, Predicate
from kursk_tui.query.syntax.tree import Term
from tests.drafted_briefing import drafted_briefing
from tests.query.factory import Draft, briefing, figure
from tests.tables import each_row

BRIEFING = briefing(
    Draft(figures=(figure("killed", "exactly", 500),)),
    Draft(figures=(figure("killed", "at least", 100),)),
    Draft(),
    Draft(figures=(figure("killed", "exactly", 5),)),
    Draft(figures=(figure("killed", "exactly", 300),)),
)


def test_a_new_view_shows_everything() -> None:
    view = View.of(BRIEFING)
    assert view.query is None
    assert view.answer == Answer(match=0b11111)
    assert view.numbers == (0, 1, 2, 3, 4)
    assert view.briefing is BRIEFING
    assert view.claims is BRIEFING.claims
    assert not view.with_possible


def test_asking_gives_a_new_view_and_leaves_the_old() -> None:
    view = View.of(BRIEFING)
    asked = view.ask("killed:>200")
    assert asked is not view
    assert asked.index is view.index
    assert isinstance(asked.query, Term)
    assert str(asked.query) == "killed:>200"
    assert asked.answer == Answer(match=0b10001, possible=0b00010, unstated=0b00100)
    assert asked.numbers == (0, 4)
    assert view.query is None
    assert view.numbers == (0, 1, 2, 3, 4)


def test_each_query_is_asked_of_all_claims() -> None:
    view = View.of(BRIEFING).ask("killed:>200").ask("killed:<10")
    assert view.numbers == (3,)
    assert view.ask("").numbers == (0, 1, 2, 3, 4)


@each_row("query", ["kiled:>3", "killed:>", "(a OR", "date:2024-13", "killed:9..1"])
def test_an_error_leaves_the_view(query: str) -> None:
    view = View.of(BRIEFING).ask("killed:>200").showing_possible(True)
    before = (view.query, view.answer, view.numbers, view.with_possible)
    with pytest.raises(QueryError):
        view.ask(query)
    assert (view.query, view.answer, view.numbers, view.with_possible) == before


def test_possible_matches_are_shown_on_request() -> None:
    view = View.of(BRIEFING).ask("killed:>200")
    wide = view.showing_possible(True)
    assert wide.with_possible
    assert wide.numbers == (0, 1, 4)
    assert wide.shown == 0b10011
    assert wide.answer == view.answer
    assert wide.query == view.query
    assert view.numbers == (0, 4)
    assert view.shown == 0b10001
    assert not view.with_possible
    assert wide.showing_possible(False).numbers == (0, 4)


def test_possible_matches_stay_shown_after_a_new_query() -> None:
    view = View.of(BRIEFING).showing_possible(True).ask("-killed:>200")
    assert view.with_possible
    assert view.numbers == (1, 3)


def test_what_is_shown_and_what_is_only_possible() -> None:
    view = View.of(BRIEFING).ask("killed:>200")
    assert [view.shows(number) for number in range(5)] == [True, False, False, False, True]
    assert [view.possible(number) for number in range(5)] == [False, True, False, False, False]
    wide = view.showing_possible(True)
    assert [wide.shows(number) for number in range(5)] == [True, True, False, False, True]
    assert [wide.possible(number) for number in range(5)] == [False, True, False, False, False]
    assert view.shows(0) is True
    assert view.possible(1) is True


def test_views_are_frozen_and_equal_only_to_themselves() -> None:
    view = View.of(BRIEFING)
    with pytest.raises(FrozenInstanceError):
        view.with_possible = True  # type: ignore[misc]
    assert len({view, View.of(BRIEFING), view.ask("")}) == 3


def test_a_view_without_claims() -> None:
    view = View.of(briefing())
    assert view.numbers == ()
    assert view.ask("killed:>5 OR x").numbers == ()
    assert view.ask("-x").showing_possible(True).shown == 0


@dataclass
class Recorder:
    """An evaluator that records predicates and always returns the same answer."""

    answer: Answer
    asked: list[Predicate] = field(default_factory=list)

    def evaluate(self, predicate: Predicate) -> Answer:
        """Return the answer."""
        self.asked.append(predicate)
        return self.answer


def test_a_view_uses_its_evaluator() -> None:
    index = Index(BRIEFING)
    evaluator = Recorder(Answer(match=0b00110, possible=0b01000))
    view = View(BRIEFING, index, Answer(match=index.everything), evaluator=evaluator)
    asked = view.ask("killed:>=100 -captured:*")
    assert asked.evaluator is evaluator
    assert evaluator.asked == [
        And((FigureWithin("killed", Interval(100, None)), Not(FigureStated("captured"))))
    ]
    assert asked.numbers == (1, 2)
    assert asked.showing_possible(True).numbers == (1, 2, 3)
    assert index.figures.keys() == {"killed"}  # known for the names of fields
    with pytest.raises(QueryError):
        asked.ask("kiled:5")
    assert len(evaluator.asked) == 1


def test_views_of_one_briefing_share_index_and_evaluator() -> None:
    view = View.of(BRIEFING)
    asked = view.ask("killed:5").ask("a").showing_possible(True)
    assert asked.index is view.index
    assert asked.ask("b").evaluator is asked.evaluator is view.ask("c").evaluator


def test_a_version_with_other_decisions_shares_the_index_and_answers_by_its_own_decisions() -> None:
    before = View.of(drafted_briefing()).ask("is:unreviewed")
    after = before.version(set_decision(before.briefing, 3, "accepted"))
    assert after.index is before.index
    assert after.numbers == tuple(range(11))
    assert after.claims[3].review_state == "accepted"
    assert after.ask("is:accepted").numbers == (3,)
    assert before.ask("is:accepted").numbers == ()
    assert not after.shows_the_same(before)
    undone = after.version(set_decision(after.briefing, 3, None))
    assert undone.ask("is:accepted").numbers == ()


def test_a_version_with_other_contents_has_its_own_index() -> None:
    view = View.of(BRIEFING)
    edited = view.version(BRIEFING.replace(claims=BRIEFING.claims[1:]))
    assert edited.ask("killed:5").numbers == (2,)
    assert view.ask("killed:5").numbers == (3,)
