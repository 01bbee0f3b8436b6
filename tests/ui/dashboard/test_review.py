"""Decisions on the claims of a draft."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from kursk_tui.editing import EditError, Item
from kursk_tui.model import Briefing
from kursk_tui.model.decisions import set_decision
from kursk_tui.model.review import OpenNumber
from kursk_tui.query import View
from kursk_tui.ui.briefing_file import BriefingFile
from kursk_tui.ui.dashboard.review import Review
from kursk_tui.ui.dashboard.selection import Selection
from tests.drafted_briefing import drafted_briefing
from tests.query.factory import builtin
from tests.ui.dashboard.fakes import FakeItemCursor


class Bench:
    """A review whose file a test can make fail."""

    def __init__(self, briefing: Briefing) -> None:
        self.view = View.of(briefing)
        self.error: str | None = None
        self.saved: list[Briefing] = []
        self.messages: list[str] = []
        self.selection = Selection(lambda: self.view, lambda: None, lambda _: None)
        self.selection.choose(0)
        self.cursor = FakeItemCursor()
        self.review = Review(
            BriefingFile(save=self._save),
            lambda: self.view.briefing,
            self.selection,
            self.cursor,
            self._show,
            self.selection.choose,
            self.messages.append,
            self._ask,
        )

    def _save(self, briefing: Briefing, _: Briefing) -> str | None:
        self.saved.append(briefing)
        return self.error

    def _ask(self, question: str, answers: Mapping[str, Callable[[], object]]) -> None:
        self.messages.append(question)
        self.answers = answers

    def _show(self, briefing: Briefing) -> None:
        self.view = View.of(briefing)

    @property
    def states(self) -> list[str | None]:
        """The review states of the first three claims."""
        return [claim.review_state for claim in self.view.briefing.claims[:3]]


def test_a_decision_is_saved_shown_and_leads_to_the_next_claim() -> None:
    bench = Bench(drafted_briefing())
    bench.review.decide("accepted")
    bench.review.decide("rejected")
    assert bench.states == ["accepted", "rejected", "unreviewed"]
    assert bench.selection.claim_id == "S3"
    assert bench.saved[-1] is bench.view.briefing
    assert bench.messages == ["S1 accepted; 10 unreviewed", "S2 rejected; 9 unreviewed"]


def test_a_decision_that_cannot_be_saved_is_not_made() -> None:
    bench = Bench(drafted_briefing())
    bench.error = "not saved: disk full"
    bench.review.decide("accepted")
    assert bench.states[0] == "unreviewed"
    assert bench.selection.claim_id == "S1"
    bench.error = None
    bench.review.undo()
    assert bench.messages == ["not saved: disk full", "there is nothing to undo"]


def test_without_a_file_the_reason_is_reported() -> None:
    bench = Bench(drafted_briefing())
    bench.review.file = BriefingFile(why_not="it came through a pipe")
    bench.review.decide("accepted")
    assert bench.messages == ["it came through a pipe"]


def test_undo_restores_decisions_from_the_last_to_the_first() -> None:
    bench = Bench(drafted_briefing())
    bench.review.decide("accepted")
    bench.selection.choose(0)
    bench.review.decide("rejected")
    bench.review.undo()
    assert bench.states[0] == "accepted"
    assert bench.selection.claim_id == "S1"
    bench.review.undo()
    assert bench.states[0] == "unreviewed"
    assert bench.messages[-2:] == [
        "S1 is accepted again; 10 unreviewed",
        "S1 is unreviewed again; 11 unreviewed",
    ]


def test_a_draft_is_final_only_after_every_decision() -> None:
    bench = Bench(drafted_briefing())
    bench.review.finish()
    assert bench.messages.pop() == "11 claims are still unreviewed; v goes to the next"
    for _ in range(11):
        bench.review.next_unreviewed()
        bench.review.decide("accepted")
    bench.review.next_unreviewed()
    assert bench.messages[-1] == "every claim is reviewed; F makes the draft final"
    bench.review.file = replace(bench.review.file, path=Path("x.json"))
    bench.review.finish()
    assert bench.messages[-1] == "F again makes 11 claims final; x.json~ keeps the draft  esc back"
    assert [one.status for one in bench.saved[-1:]] == ["draft"]
    bench.answers["F"]()
    assert bench.view.briefing.status == "final"
    assert bench.messages[-1] == "final: 11 claims; the draft is in x.json~"


def test_the_next_unreviewed_claim_is_after_the_selected_one() -> None:
    bench = Bench(drafted_briefing())
    bench.selection.choose(3)
    bench.review.decide("accepted")
    bench.selection.choose(2)
    bench.review.next_unreviewed()
    assert bench.selection.claim_id == "S5"


def test_a_claim_that_was_not_drafted_needs_no_decision() -> None:
    draft = drafted_briefing()
    by_hand = draft.claims[0].replace(review=None)
    bench = Bench(draft.replace(claims=(by_hand, *draft.claims[1:])))
    bench.review.decide("accepted")
    assert bench.messages == ["S1 was not drafted and needs no decision"]
    assert bench.saved == []


def test_a_final_briefing_has_nothing_to_review() -> None:
    bench = Bench(builtin())
    bench.review.decide("accepted")
    bench.review.undo()
    bench.review.next_unreviewed()
    bench.review.finish()
    assert bench.messages == ["this briefing is not a draft: there is nothing to review"] * 4
    assert bench.saved == []


def test_an_undo_that_cannot_be_saved_can_be_tried_again() -> None:
    bench = Bench(drafted_briefing())
    bench.review.decide("accepted")
    bench.error = "not saved: disk full"
    bench.review.undo()
    bench.error = None
    bench.review.undo()
    assert bench.messages[1:] == [
        "not saved: disk full",
        "S1 is unreviewed again; 11 unreviewed",
    ]


def test_undo_leaves_decisions_that_another_program_has_changed() -> None:
    bench = Bench(drafted_briefing())
    bench.review.decide("accepted")
    bench.review.decide("accepted")
    bench.view = View.of(set_decision(bench.view.briefing, 1, "rejected"))
    bench.review.undo()
    assert bench.states == ["accepted", "rejected", "unreviewed"]
    assert bench.messages[-1] == "not undone: another program changed S2; it is rejected"
    bench.review.undo()
    assert bench.states == ["unreviewed", "rejected", "unreviewed"]


def test_undo_leaves_another_claim_that_has_the_same_id() -> None:
    bench = Bench(drafted_briefing())
    bench.review.decide("accepted")
    first, second, *others = bench.view.briefing.claims
    assert first.review is not None
    moved = second.replace(id="S1", review=first.review)
    bench.view = View.of(bench.view.briefing.replace(claims=(moved, *others)))
    bench.review.undo()
    assert bench.messages[-1] == "not undone: another program changed S1; it is accepted"
    assert len(bench.saved) == 1


def test_a_decision_that_replaces_another_says_so() -> None:
    bench = Bench(drafted_briefing())
    bench.review.decide("accepted")
    bench.selection.choose(0)
    bench.review.decide("rejected")
    bench.selection.choose(0)
    bench.review.decide("rejected")
    assert bench.messages[1:] == [
        "S1 rejected instead of accepted; 10 unreviewed",
        "S1 rejected; 10 unreviewed",
    ]


def test_an_item_is_decided_and_the_cursor_goes_to_the_next_that_needs_it() -> None:
    bench = Bench(drafted_briefing())
    bench.selection.choose(9)
    bench.cursor.item = Item("attribution")
    bench.review.decide("accepted")
    assert bench.cursor.item == Item("figures", 0)
    bench.review.decide("rejected")
    assert bench.cursor.item is None
    assert bench.selection.claim_id == "S10"
    assert bench.view.briefing.claims[9].figures[0].measure == "wounded"
    bench.review.undo()
    bench.review.undo()
    assert bench.view.briefing == drafted_briefing()
    assert bench.cursor.item == Item("attribution")
    assert bench.messages == [
        "source “South Korean intelligen…” of S10 accepted; 11 unreviewed",
        "figure “at least 100” of S10 rejected; 11 unreviewed",
        "undone: figure “at least 100” of S10 rejected; 11 unreviewed",
        "undone: source “South Korean intelligen…” of S10 accepted; 11 unreviewed",
    ]


def test_undo_of_an_item_leaves_what_another_program_decided_on_the_claim() -> None:
    bench = Bench(drafted_briefing())
    bench.selection.choose(9)
    bench.cursor.item = Item("figures", 0)
    bench.review.decide("rejected")
    bench.view = View.of(set_decision(bench.view.briefing, 9, "accepted"))
    bench.review.undo()
    claim = bench.view.briefing.claims[9]
    assert (len(claim.figures), claim.review_state) == (3, "accepted")


def test_a_change_that_is_not_possible_says_why() -> None:
    bench = Bench(drafted_briefing())

    def edit(_: Briefing) -> Briefing:
        raise EditError("a claim needs words")

    assert not bench.review.apply(edit, "changed")
    bench.review.undo()
    assert bench.messages == ["a claim needs words", "there is nothing to undo"]


def test_an_open_number_asks_for_its_measure() -> None:
    draft = drafted_briefing()
    claim = draft.claims[9]
    assert claim.review is not None
    start = claim.span_of("1,000", None)[0]
    number = OpenNumber(start=start, end=start + 5, words="1,000", reason="no word next to it")
    review = claim.review.replace(open_numbers=(number,))
    claims = (*draft.claims[:9], claim.replace(figures=(), review=review), draft.claims[10])
    bench = Bench(draft.replace(claims=claims))
    bench.selection.choose(9)
    bench.cursor.item = Item("open_numbers")
    bench.review.decide("accepted")
    assert bench.messages[0].startswith("k killed  w wounded  m missing")
    bench.answers["w"]()
    [figure] = bench.view.briefing.claims[9].figures
    assert (figure.measure, figure.words) == ("wounded", "approximately 1,000")
    assert bench.messages[1] == "number “1,000” of S10 counts as wounded; 11 unreviewed"
    assert bench.cursor.item is None
    bench.review.undo()
    assert bench.view.briefing.claims == claims
