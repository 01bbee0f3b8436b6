"""The words of a query are marked where they occur."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.query import View
from kursk_tui.text.folding import fold
from kursk_tui.ui.rows.found_words import mark_words, places_of
from kursk_tui.ui.rows.styled_text import Span
from kursk_tui.ui.textual_internals import screen_strips
from tests.query.factory import builtin
from tests.ui.screen import running


def found(text: str, *words: str) -> list[str]:
    """Return the parts of a text in which words are found."""
    return [text[start:end] for start, end in places_of(text, words)]


def test_words_are_found_as_a_search_finds_them() -> None:
    assert found("North Korean troops; NORTH  KOREAN", "north korean") == [
        "North Korean",
        "NORTH  KOREAN",
    ]
    assert found("Łódź, lodz and łódź", "lodz") == ["Łódź", "lodz", "łódź"]
    assert found("the ﬁrst office", "fi") == ["ﬁ", "fi"]
    assert found("killed", "ki", "killed") == ["killed"]
    assert found("killed", "x") == []


def test_the_words_of_a_view_are_those_that_must_or_may_match() -> None:
    view = View.of(builtin())
    asked = view.ask('Korean OR text:("at least" OR Lee) -killed kind:judgement NOT war')
    assert asked.asked_words == ("korean", "at least", "lee")
    assert view.asked_words == ()
    assert not view.ask("korea").shows_the_same(view.ask("korean"))


def test_only_words_of_the_briefing_are_marked_and_links_and_roles_stay() -> None:
    spans = (Span("source ", "unstated"), Span("a sour", "text"), Span("ce, a source", "source"))
    marked = mark_words(spans, ("source",))
    assert [(one.text, one.role, one.found) for one in marked] == [
        ("source ", "unstated", False),
        ("a ", "text", False),
        ("sour", "text", True),
        ("ce", "source", True),
        (", a ", "source", False),
        ("source", "source", True),
    ]


@given(st.lists(st.text(), max_size=4), st.lists(st.text("aбé -", min_size=1), max_size=3))
def test_marking_changes_no_text(texts: list[str], words: list[str]) -> None:
    wanted = tuple(filter(None, map(fold, words)))
    spans = tuple(map(Span, texts))
    if wanted:
        assert "".join(one.text for one in mark_words(spans, wanted)) == "".join(texts)


@pytest.mark.parametrize("word", ["korean", "casualties"])
def test_every_match_of_a_word_has_a_mark_in_its_quote(word: str) -> None:
    view = View.of(builtin()).ask(f"text:{word}")
    for number in view.numbers:
        assert found(view.claims[number].evidence.exact, word)


@pytest.mark.parametrize("theme", ["dark", "ansi"])
async def test_words_are_marked_in_the_panes_the_claim_and_the_document(theme: str) -> None:
    async with running((180, 45), query="korean", theme=theme) as driver:
        look = driver.dashboard.get_component_rich_style("line--found", partial=True)
        marked = [
            segment.text
            for strip in screen_strips(driver.app.screen)
            for segment in strip
            if segment.style is not None
            and (
                segment.style.reverse if theme == "ansi" else segment.style.bgcolor == look.bgcolor
            )
        ]
        assert marked.count("Korean") >= 8  # in the timeline, the claim and the document
        await driver.press("slash")
        await driver.type("x")
        await driver.press("backspace", *["backspace"] * 3)  # kor: shows the same claims
        assert "kor" in driver.dashboard.query_bar.text
