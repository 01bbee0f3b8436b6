"""What the analyst can do in a review, in any order: each step is valid, and all are undone."""

import json
from random import Random

import pytest

from kursk_tui.drafting import draft
from kursk_tui.editing import EditError, Item, Step, decide_item, items_of
from kursk_tui.editing.alike import change_alike
from kursk_tui.editing.by_hand import claim_by_hand
from kursk_tui.editing.items import decision_on
from kursk_tui.editing.open_numbers import count_as
from kursk_tui.editing.sources import without_unnamed
from kursk_tui.formats.json import parse, write
from kursk_tui.model import Attribution, Briefing
from kursk_tui.model.decisions import set_decision
from kursk_tui.query import View
from kursk_tui.ui.dashboard.change_edits import WORD_EDITS, edit
from kursk_tui.ui.dashboard.choice import Choice
from kursk_tui.ui.dashboard.choices import choices_of
from kursk_tui.ui.dashboard.offers import alike, changes_of
from kursk_tui.ui.dashboard.targets import Target
from kursk_tui.ui.marking.word_span import Words
from kursk_tui.vocabulary import Decision

TEXT = """\
The coast guard said on Monday that at least 14 people were killed in May and 30 were injured. \
Four of the dead were crew, the governor, Ana Ruiz, told reporters. She said it is likely that 22 \
passengers are missing. The operator denied that 190 people were aboard.

In 2019, a storm killed 41, according to the coast guard. He counted 12 bodies on 3 May.
"""
TYPED = ("17", "30 to 40", "2031-05-03", "crew", "in May", "rescued", "no such words", "Ana Ruiz")


def drafted() -> Briefing:
    raw = draft(TEXT, date="2031-05-14", publisher="Wire").briefing()
    return parse(json.dumps(raw).encode(), "")


def written(briefing: Briefing) -> bytes:
    return write(View.of(briefing)).encode()


class Analyst:
    """Does anything that the dashboard offers."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def step(self, briefing: Briefing) -> Briefing:
        """Return the briefing after a step. Raises EditError if the step is refused."""
        number = self._random.randrange(len(briefing.claims))
        claim = briefing.claims[number]
        item = self._random.choice([None, *items_of(claim)])
        act = self._random.choice(("decide", "decide", "change", "change", "change", "by hand"))
        if act == "by hand":
            return claim_by_hand(briefing, claim.document, *self._words(TEXT, 0, len(TEXT)))
        if act == "decide" or (item is not None and item.rejected):
            return self._decide(briefing, number, item)
        return self._change(briefing, number, item)

    def _decide(self, briefing: Briefing, number: int, item: Item | None) -> Briefing:
        decision: Decision = self._random.choice(("accepted", "rejected"))
        if item is None:
            return set_decision(briefing, number, decision)
        if item.field == "open_numbers" and decision == "accepted":
            return count_as(briefing, number, item, "killed")
        return decide_item(briefing, number, item, decision)

    def _change(self, briefing: Briefing, number: int, item: Item | None) -> Briefing:
        choice = self._random.choice(choices_of(briefing, number, item))
        claim = briefing.claims[number]
        values = [one.given for one in choice.values] or [""]
        value = self._random.choice(values)
        if choice.name == "count as":
            assert item is not None
            return count_as(briefing, number, item, value)
        if choice.way == "words" or choice.way == "list, then words":
            start, end = self._words(TEXT, claim.evidence.start, claim.evidence.end)
            return WORD_EDITS[choice.name](briefing, number, item, value, start, end)
        if choice.typed and self._random.random() < 0.5:
            value = self._random.choice(TYPED)
            choice = choice._replace(name=choice.typed_name or choice.name)
        return self._with_others(briefing, Target(number, claim, item), choice, value)

    def _with_others(
        self, briefing: Briefing, target: Target, choice: Choice, value: str
    ) -> Briefing:
        """Return the briefing with a change, and as often as not with the same in others."""
        places = alike(briefing, target, choice.name)
        after = edit(briefing, target.number, target.item, choice.name, value)
        if places and self._random.random() < 0.5 and len(after.claims) == len(briefing.claims):
            after = change_alike(after, places, changes_of(after, target, choice.name))
        return after

    def _words(self, text: str, low: int, high: int) -> tuple[int, int]:
        words = Words.of(text, low, high)
        first = self._random.randrange(len(words.starts))
        last = min(first + self._random.randrange(6), len(words.ends) - 1)
        return words.starts[first], words.ends[last]


def test_a_draft_is_written_as_the_dashboard_writes_it() -> None:
    """So a review that is undone to the first step gives the file back."""
    raw = draft(TEXT, date="2031-05-14", publisher="Wire").briefing()
    assert raw["date"] == "2031-05-14"
    assert json.dumps(raw, ensure_ascii=False, indent=2) + "\n" == written(drafted()).decode()


def decided(briefing: Briefing, item: Item, number: int = 0) -> Decision | None:
    return decision_on(briefing.claims[number], item)


def test_a_change_of_an_item_accepts_it() -> None:
    before = drafted()
    source, date, figure = Item("attribution"), Item("when"), Item("figures")
    for item, name, value in (
        (figure, "measure", "missing"),
        (figure, "period", "on Monday"),
        (figure, "preliminary", ""),
        (date, "role", "reported"),
        (source, "stance", "unverified"),
        (source, "new source", "Navy"),
    ):
        assert decided(before, item) is None
        assert decided(edit(before, 0, item, name, value), item) == "accepted", name
    (claim, *_) = edit(before, 0, None, "confidence", "high").claims
    assert decision_on(claim, Item("confidence")) == "accepted"


def test_a_source_that_is_not_stated_is_rejected() -> None:
    after = edit(drafted(), 0, Item("attribution"), "source", "")
    assert after.claims[0].attribution == Attribution()
    assert decided(after, Item("attribution", rejected=True)) == "rejected"


def test_the_kind_of_a_claim_is_no_guess_once_it_is_changed() -> None:
    doubtful = draft("Neither figure could be independently verified.").briefing()
    before = parse(json.dumps(doubtful).encode(), "")
    assert before.claims[0].review is not None
    assert before.claims[0].review.open_items == 1
    after = edit(before, 0, None, "kind", "reported").claims[0].review
    assert after is not None
    assert after.open_items == 0


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_steps_leave_a_valid_file_and_are_undone_to_the_first(seed: int) -> None:
    first = briefing = drafted()
    analyst, steps = Analyst(seed), list[Step]()
    for _ in range(80):
        try:
            after = without_unnamed(briefing, analyst.step(briefing))
        except EditError:
            continue
        assert parse(written(after), "") == after
        steps.append(Step.between(briefing, after))
        briefing = after
    assert len(steps) > 25
    for step in reversed(steps):
        briefing = step.taken_back(briefing)
    assert written(briefing) == written(first)
