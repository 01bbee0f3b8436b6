"""What can be changed on an item, and the brackets around marked words."""

from kursk_tui.editing import Item
from kursk_tui.ui.dashboard.choices import choices_of
from kursk_tui.ui.rows.brackets import with_brackets
from kursk_tui.ui.rows.styled_text import Span
from tests.editing.drafted import draft, figure


def letters(item: Item | None, **more: object) -> str:
    briefing = draft(**more)
    found = choices_of(briefing, 0, item)
    assert len({one.letter for one in found}) == len(found)
    return " ".join(f"{one.letter}:{one.name}" for one in found)


def test_each_item_has_its_own_choices() -> None:
    plain = "m:measure q:qualifier n:number p:population l:place o:modality t:period"
    last = "r:relation e:preliminary w:words"
    assert letters(Item("figures", 0)) == f"{plain} {last}"
    dated = [{**figure("30", "wounded"), "period": "on 3 May"}]
    assert letters(Item("figures", 0), figures=dated) == f"{plain} d:covers y:tally {last}"
    assert letters(Item("when")) == "r:role d:date w:words"
    assert letters(Item("likelihoods")) == "t:term r:reach w:words"
    assert letters(Item("attribution")) == "o:source s:stance v:via g:merge x:apart w:words"
    assert letters(Item("attribution"), attribution={}) == "o:source"
    assert letters(Item("confidence")) == "c:confidence"
    assert letters(Item("open_numbers")) == "m:count as"
    added = "d:add date l:add likelihood f:add figure"
    assert letters(None) == f"k:kind c:confidence {added} e:ends s:split j:join"


def test_values_are_those_of_the_briefing_and_the_standard_ones() -> None:
    briefing = draft(figures=[figure("30", "rescued")])
    measure = choices_of(briefing, 0, Item("figures", 0))[0]
    assert [one.given for one in measure.values[:3]] == ["rescued", "wounded", "killed"]
    source = choices_of(briefing, 0, Item("attribution"))[0]
    assert [(one.shown, one.given) for one in source.values] == [
        ("Ann", "ann"),
        ("not stated", ""),
    ]


def test_only_the_ends_in_a_line_have_brackets() -> None:
    margin = (Span("c1"), Span(" "))

    def shown(text: str, start: int, end: int) -> str:
        return "".join(span.text for span in with_brackets(margin, (Span(text),), start, end))

    assert shown("at least 40 fell", 9, 11) == "c1 at least[40]fell"
    assert shown("at least 40 fell", 0, 8) == "c1[at least]40 fell"
    assert shown("at least 40 fell", 9, 16) == "c1 at least[40 fell]"
    assert shown("(40)", 1, 3) == "c1 ([40])"
    assert shown("at least 40 fell", -9, 8) == "c1 at least]40 fell"
    assert shown("at least 40 fell", 9, 40) == "c1 at least[40 fell"
    assert shown("at least 40 fell", -9, -2) == "c1 at least 40 fell"
