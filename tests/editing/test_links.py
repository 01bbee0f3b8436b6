"""Relations between figures are carried along by other words, splits and joins."""

import pytest

from kursk_tui.editing import EditError, Item
from kursk_tui.editing.division import join, move_ends, split
from kursk_tui.editing.fields import move_words
from kursk_tui.model import Briefing
from kursk_tui.model.figure import FigureRelation
from tests.editing.drafted import FIRST, SPLIT, TEXT, draft, figure


def related() -> Briefing:
    """Return the draft with “30” as a part of “at least 40”, which the second claim repeats."""
    forty, thirty = figure("at least 40", "killed", "at least", 40), figure("30", "wounded")
    thirty["relations"] = [{"kind": "part of", "words": "at least 40"}]
    return repeating("at least 40", draft(figures=[forty, thirty], attribution={}))


def repeating(words: str, briefing: Briefing) -> Briefing:
    """Return the draft with the figure of the second claim as a repetition of one in the first."""
    first, second = briefing.claims
    relation = FigureRelation(kind="repeats", words=words, claim="c1")
    again = second.figures[0].replace(relations=(relation,))
    return briefing.replace(claims=(first, second.replace(figures=(again,))))


def relations(briefing: Briefing) -> list[tuple[str, str, int | None, str | None]]:
    return [
        (figure.words, one.words, one.start, one.claim)
        for claim in briefing.claims
        for figure in claim.figures
        for one in figure.relations
    ]


def test_relations_follow_the_words_of_a_figure() -> None:
    start = FIRST.index("40")
    after = move_words(related(), 0, Item("figures", 0), start, start + 2)
    assert relations(after) == [("30", "40", None, None), ("30", "40", None, "c1")]


def test_relations_cross_the_split_of_a_claim_and_come_back() -> None:
    parts = split(related(), 0, SPLIT)
    assert [claim.id for claim in parts.claims] == ["c1", "c1-2", "c2"]
    assert relations(parts) == [
        ("30", "at least 40", None, "c1"),
        ("30", "at least 40", None, "c1"),
    ]
    assert relations(join(parts, 0)) == relations(related())


def test_a_relation_between_joined_claims_is_within_the_new_one() -> None:
    whole = join(related(), 0)
    assert relations(whole) == [("30", "at least 40", None, None)] * 2


def test_a_relation_names_the_place_where_words_are_repeated() -> None:
    before = repeating("30", related())
    assert relations(move_ends(before, 0, 0, len(TEXT)))[1] == ("30", "30", None, "c1")
    assert relations(join(before, 0))[1] == ("30", "30", FIRST.index("30"), None)


def test_a_relation_to_a_figure_that_would_be_gone_is_refused() -> None:
    start = FIRST.index("hurt")
    with pytest.raises(EditError, match="would be outside the claim"):
        move_ends(related(), 0, start, len(FIRST))
