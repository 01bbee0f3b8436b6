"""The selected claim, and marks."""

from kursk_tui.query import View
from kursk_tui.ui.dashboard.selection import Marks, Selection
from kursk_tui.ui.rows.row_model import NOTHING, gone_claim
from tests.query.factory import builtin


class Bench:
    """A selection over a view that a test changes. The claims are S1 to S11."""

    def __init__(self, marks: dict[str, str] | None = None) -> None:
        self.view = View.of(builtin())
        self.first: int | None = None
        self.shown: list[int | None] = []
        self.messages: list[str] = []
        self.selection = Selection(
            lambda: self.view, lambda: self.first, self.shown.append, self.messages.append
        )
        self.marks = Marks(
            {} if marks is None else marks, self.selection, lambda: self.view, self.messages.append
        )

    def ask(self, query: str) -> str:
        """Change the view; return the id of the claim that is selected then."""
        self.view = self.view.ask(query)
        self.selection.follow_view()
        return self.selection.claim_id


def test_the_first_claim_of_the_pane_is_selected_if_the_view_shows_it() -> None:
    bench = Bench()
    bench.first = 6
    assert bench.ask("") == "S7"
    bench.first = 0
    bench.selection.claim = None
    assert bench.ask("source:lee") == "S10"
    assert bench.ask("absent-everywhere") == ""
    assert bench.shown[-1] is None


def test_a_chosen_claim_is_selected_again_when_it_is_shown_again() -> None:
    bench = Bench()
    bench.selection.choose(1)
    assert bench.ask("source:lee") == "S10"
    assert bench.ask("") == "S2"
    bench.selection.choose(None)
    assert bench.selection.claim_id == "S2"


def test_a_claim_that_is_no_longer_there_takes_the_place_of_the_selected_one() -> None:
    bench = Bench()
    selection = bench.selection
    for chosen, found in ((1, (1, None)), (gone_claim(2), (None, 2)), (NOTHING, (None, None))):
        selection.choose(chosen)
        assert (selection.claim, selection.gone) == found
    bench.first = gone_claim(0)  # in a pane of changes
    bench.ask("absent-everywhere")
    assert (selection.claim, selection.gone) == (None, 0)
    assert bench.ask("source:lee") == ""


def test_stepping_goes_round_the_claims_of_the_view() -> None:
    bench = Bench()
    assert bench.ask("source:*") == "S4"  # of S4, S10, S11
    seen = []
    for direction in (1, 1, 1, -1):
        bench.selection.step(direction)
        seen.append(bench.selection.claim_id)
    assert seen == ["S10", "S11", "S4", "S11"]


def test_stepping_says_why_it_goes_nowhere() -> None:
    bench = Bench()
    for query, message in (
        ("absent-everywhere", "no claim to go to: none matches the query"),
        ("id:S4", "this is the only claim shown"),
    ):
        bench.ask(query)
        bench.selection.step(1)
        assert bench.messages[-1] == message
    bench.ask("")
    bench.selection.step(1)
    assert len(bench.messages) == 2


def test_stepping_from_outside_the_view_begins_at_its_first_claim() -> None:
    bench = Bench()
    bench.ask("source:*")
    for direction in (1, -1):
        bench.selection.claim = 0
        bench.selection.step(direction)
        assert bench.selection.claim_id == "S4"


def test_a_reloaded_briefing_keeps_the_claim_by_its_id() -> None:
    bench = Bench()
    bench.selection.choose(3)
    reloaded = View.of(builtin().replace(claims=builtin().claims[::-1]))
    bench.selection.carry_over(reloaded)
    assert bench.shown[-1] is None  # number 3 is S8 now
    bench.view = reloaded
    bench.selection.follow_view()
    assert (bench.selection.claim, bench.selection.claim_id) == (7, "S4")


def test_marks_are_set_jumped_to_and_removed() -> None:
    marks: dict[str, str] = {}
    bench = Bench(marks)
    bench.marks.set("a")
    assert marks == {}  # nothing is selected
    bench.selection.choose(3)
    bench.marks.set("b")
    bench.selection.choose(0)
    bench.marks.set("a")
    assert marks == {"a": "S1", "b": "S4"}
    assert bench.marks.overview() == "marks: a S1  b S4"
    bench.marks.jump("b")
    assert bench.selection.claim_id == "S4"
    bench.marks.set("b")
    assert marks == {"a": "S1"}
    assert bench.messages[-1] == "mark b removed from S4"


def test_an_impossible_jump_is_explained_and_selects_nothing() -> None:
    bench = Bench({"g": "gone", "s": "S4"})
    assert bench.ask("source:lee") == "S10"
    for letter in "xgs":
        bench.marks.jump(letter)
    assert bench.messages == [
        "there is no mark x",
        "mark g is on gone, which is not in this briefing",
        "mark s is on S4, which the query leaves out",
    ]
    assert bench.selection.claim_id == "S10"
