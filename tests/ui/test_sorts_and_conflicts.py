"""The orders of panes, the sources of a claim, and conflicting figures."""

from dataclasses import replace

import pytest

from kursk_tui.query import View
from kursk_tui.ui.pane import Scene
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.panes.conflicts import PANE as CONFLICTS
from tests.query.factory import dated
from tests.ui.conflicting_briefing import conflicting_briefing, contradicting_briefing
from tests.ui.screen import LARGE, SMALL, Driver, running


def rows(driver: Driver, pane: str, *words: str) -> list[str]:
    """Return those of some words that a pane shows below its headings, from top to bottom."""
    text = driver.pane(pane).split("\n", 1)[1]
    return sorted((word for word in words if word in text), key=text.index)


async def test_sorting_cycles_through_the_orders_of_the_timeline() -> None:
    dates = ("19 Dec ", "23 Dec ", "13 Jan ")
    async with running((120, 60), briefing=conflicting_briefing()) as driver:
        assert rows(driver, "timeline", *dates) == list(dates)
        await driver.press("S")
        assert rows(driver, "timeline", *dates) == list(reversed(dates))
        assert "Timeline: latest first" in driver.text.splitlines()[-1]
        assert "─ latest first · ◆ event" in driver.text
        await driver.press("S")
        assert rows(driver, "timeline", *dates) == list(dates)
        assert "Timeline: file order" in driver.text.splitlines()[-1]
        await driver.press("S")
        assert "latest first" not in driver.text


async def test_sorting_the_figures_by_number_puts_the_highest_first() -> None:
    async with running((120, 60), briefing=conflicting_briefing()) as driver:
        await driver.press("2")
        words = ("at least 100", "about 300", "more than 3,000", "about 1,000", "about 2,700")
        usual = rows(driver, "figures", *words)
        assert usual == [words[0], words[2], words[1], words[4], words[3]]
        await driver.press("S")
        highest = [words[2], words[4], words[3], words[1], words[0]]
        assert rows(driver, "figures", *words) == highest


async def test_sorting_the_sources_by_claims_strength_and_name() -> None:
    names = ("NIS ──▶ Lee", "NIS (KR)", "Президент", "합동", "nobody named")
    lee, nis, president, staff, unnamed = names
    async with running((120, 60), briefing=conflicting_briefing()) as driver:
        await driver.press("3")
        assert rows(driver, "sources", *names) == [lee, president, nis, staff, unnamed]
        await driver.press("S")
        assert rows(driver, "sources", *names) == [president, nis, staff, lee, unnamed]
        assert "by strength · stated, fewest relays, best grade" in driver.text
        await driver.press("S")
        assert rows(driver, "sources", *names) == [nis, lee, president, staff, unnamed]


async def test_sorting_confidence_from_the_least_likely() -> None:
    async with running() as driver:
        await driver.press("4", "S")
        assert rows(driver, "confidence", "≈80–≈90%", "≈95–<100%") == ["≈80–≈90%", "≈95–<100%"]


async def test_sorting_a_pane_with_one_order_shows_a_message() -> None:
    async with running() as driver:
        await driver.press("5", "S")
        assert "Document: this pane has only one order" in driver.text.splitlines()[-1]


async def test_sorting_keeps_the_selected_claim_visible() -> None:
    async with running(SMALL) as driver:
        await driver.press("G")
        selected = driver.selected
        for _ in range(3):
            await driver.press("S")
            assert driver.selected == selected
            view = driver.dashboard.workspace.view_of("timeline")
            assert any(view.state.viewport.lines_of(stop) for stop in view.state.viewport.marks)


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_click_on_a_heading_sorts_by_its_column(size: tuple[int, int]) -> None:
    dates = ("19 Dec ", "23 Dec ")
    async with running(size, briefing=conflicting_briefing()) as driver:
        when = driver.pane("timeline").index("when") + 1  # with the border
        top = driver.dashboard.workspace.view_of("timeline").gutter.top
        await driver.pilot.click("#timeline", offset=(when, top))  # the first cell of the heading
        await driver.pilot.pause()
        assert rows(driver, "timeline", *dates) == ["23 Dec ", "19 Dec "]
        await driver.pilot.click("#timeline", offset=(when + 20, top))  # on the axis
        await driver.pilot.pause()
        assert rows(driver, "timeline", *dates) == ["19 Dec ", "23 Dec "]
        await driver.pilot.click("#timeline", offset=(4, top))
        await driver.pilot.pause()
        assert "file order" in driver.text


async def test_the_sources_of_a_claim_open_at_it() -> None:
    async with running() as driver:
        await driver.press("2", "j", "s")  # S10, of the NIS
        assert driver.dashboard.parts.panes.current == "sources"
        assert driver.selected == "S10"
        text = driver.pane("sources")
        assert "▾ NIS ─▶ Lee Seong-kweun" in text
        assert "At least 100 killed" in text
        await driver.press("[")
        assert driver.dashboard.parts.panes.current == "figures"


async def test_conflicts_and_possible_conflicts_say_what_is_compared_and_why() -> None:
    async with running((120, 45), briefing=contradicting_briefing()) as driver:
        assert "1 conflict · 2 may conflict · 6 claims" in driver.text.splitlines()[0]
        await driver.press("x")
        assert "x Conflicts · 3/3" in driver.text
        text = driver.pane("conflicts")
        assert "conflict: no number fits all · killed · North Korean soldiers · 2 origins" in text
        assert "may conflict · killed · 2 origins" in text
        assert "may conflict · wounded · 1 known origin, 1 figure without a source" in text
        found = rows(driver, "conflicts", "K1 ·", "K2 ·", "K3 ·", "K4 ·", "W1 ·", "W2 ·")
        assert found == ["K1 ·", "K2 ·", "K3 ·", "W1 ·", "W2 ·", "K4 ·"]
        assert "not compared · 1 figure" in text  # nothing is compared with 1987
        assert "23 in 1987 · killed · K4 · 1987-05-01 · North Korean soldiers" in text
        assert "a different period from K1, K2 and K3" in text
        assert "K1 · NIS → Lee Seong-kweun · 2024-12-19" in text
        why = "(population and period not stated; “about 20” would have to reach 30)"
        assert f"may contradict K2 {why}" in text
        assert "W2 · source not stated · North Korean soldiers · date not stated" in text
        assert "may contradict W1 (period not stated; “about 1,000” would have to reach" in text
        assert driver.selected == "K1"
        await driver.press("j")
        assert driver.selected == "K2"
        await driver.press("escape")
        assert driver.dashboard.parts.panes.current == "timeline"
        assert driver.selected == "K2"
        await driver.press("home")
        assert driver.selected == "K4"
        await driver.press("x")  # K4 is compared with nothing
        assert driver.selected == "K1"


def test_figures_that_are_not_compared_are_one_line_that_opens() -> None:
    first = contradicting_briefing()
    old = replace(first.claims[5].figures[0], modality="projected")
    claims = (*first.claims[:5], replace(first.claims[5], figures=(old,) * 4))
    view = View.of(first.replace(claims=claims))
    plan = CONFLICTS.plan(view.index, "", 78)

    def shown(*opened: str) -> list[str]:
        scene = Scene(view, None, 78, opened=frozenset(opened))
        layout = plan.lay_out(scene)
        assert layout.count == (3, 3)  # they are no conflicts
        group = next(stop for stop in layout.model.stops if stop.group is not None)
        row = layout.model.rows[group.first]
        assert (row.key, CONFLICTS.term(row, group.claim, view)) == ("not compared", "id:K4")
        lines = (layout.draw(row, scene)[0] for row in layout.model.rows)
        texts = ["".join(span.text for span in line) for line in lines]
        return texts[next(at for at, text in enumerate(texts) if "not compared" in text) :]

    assert shown() == ["▸ not compared · 4 figures"]
    heading, *rows = shown("not compared")
    assert heading == "▾ not compared · 4 figures"
    assert [row.strip() for row in rows[1::2]] == ["projected"] * 4
    assert rows[0].startswith("  23 in 1987 · killed · K4 · projected · 1987-05-01 · North")


def test_a_narrow_screen_shows_a_conflict_in_four_lines() -> None:
    view = View.of(contradicting_briefing())
    scene = Scene(view, None, 37)
    layout = CONFLICTS.plan(view.index, "", 37).lay_out(scene)
    lines = [layout.draw(row, scene)[0] for row in layout.model.rows[:4]]
    texts = ["".join(span.text for span in line) for line in lines]
    assert texts[0].startswith("conflict · killed · North Korean soldiers")
    assert texts[1] == "  same population and dates"
    assert texts[2].split() == ["at", "least", "100", "·", "├────────────▶"]
    assert texts[3].startswith("  K1 · killed · NIS")  # of later sides, the heading is out of sight


def test_the_categories_of_a_figure_are_named_once() -> None:
    raw = contradicting_briefing()
    whole = ("killed", "wounded")
    losses = replace(
        raw.claims[1].figures[0], words="30 losses", measure="casualties", categories=whole
    )
    second = replace(raw.claims[1], figures=(losses,))
    view = View.of(raw.replace(claims=(raw.claims[0], second, *raw.claims[2:])))
    scene = Scene(view, None, 116)
    layout = CONFLICTS.plan(view.index, "", 116).lay_out(scene)
    drawn = (layout.draw(row, scene)[0] for row in layout.model.rows)
    texts = ["".join(span.text for span in line) for line in drawn]
    about = next(text for text in texts if text.startswith("  K2 ·"))
    assert "casualties (killed, wounded) · North Korean soldiers · 2024-12-19" in about


async def test_a_conflict_needs_two_sides_in_the_selection() -> None:
    async with running(briefing=contradicting_briefing(), query="-id:K1") as driver:
        await driver.press("x")
        assert "x Conflicts · 2/3" in driver.text
        assert "no number fits all" not in driver.pane("conflicts")
        await driver.ask("source:kyiv")
        assert "No figures conflict in this selection." in driver.pane("conflicts")


async def test_a_possible_mark_is_at_the_figure_that_is_possible() -> None:
    async with running(briefing=contradicting_briefing(), query="killed:>200") as driver:
        await driver.press("x", "~")
        assert "x Conflicts · 0/3" in driver.text
        await driver.ask("killed:>15")
        marked = [one for one in driver.pane("conflicts").splitlines() if "~" in one]
        assert ["about 20" in one for one in marked] == [True]


async def test_the_built_in_briefing_has_no_conflict() -> None:
    async with running() as driver:
        await driver.press("x")
        assert "No figures conflict." in driver.text
        assert "conflict" not in driver.text.splitlines()[0]


async def test_conflicts_have_a_tab_only_while_they_are_shown() -> None:
    async with running(SMALL, briefing=conflicting_briefing()) as driver:
        assert "Conflicts" not in driver.text
        await driver.press("x")
        assert "[x Conflicts" in driver.text
        await driver.press("tab")
        assert "Conflicts" not in driver.text.splitlines()[2]


def test_every_order_has_a_heading_to_click_on() -> None:
    view = View.of(conflicting_briefing())
    for pane in panes():
        layout = pane.plan(view.index, "", 55).lay_out(Scene(view, 0, 55))
        assert {one for column in layout.columns for one in column.sorts} == set(pane.sorts)


@pytest.mark.parametrize(
    ("size", "population"),
    [(LARGE, ""), (SMALL, "North Korean troops · ")],  # a few letters of it would say nothing
)
async def test_a_likelihood_is_below_the_words_of_its_figure(
    size: tuple[int, int], population: str
) -> None:
    async with running(size) as driver:
        await driver.press("2")
        lines = driver.pane("figures").splitlines()
        at = next(at for at, line in enumerate(lines) if "significant combat casualties" in line)
        below = lines[at + 1].strip(" ▐░│")
        assert " ".join(below.split()) == f"highly likely · {population}source not stated"
        assert lines[at + 1].index("highly") == lines[at].index("significant")


async def test_a_conflict_shows_who_denies_a_figure() -> None:
    briefing = contradicting_briefing()
    asserted, denied = briefing.claims[0].figures[0], briefing.claims[1].figures[0]
    denied = replace(
        denied, modality="denied", qualifier=asserted.qualifier, values=asserted.values
    )
    twice = (*briefing.claims[1].when, dated("2024-12-19", "reported"))
    claims = (briefing.claims[0], replace(briefing.claims[1], figures=(denied,), when=twice))
    async with running(
        (120, 45), briefing=briefing.replace(claims=(*claims, *briefing.claims[2:]))
    ) as driver:
        await driver.press("x")
        text = driver.pane("conflicts")
        assert "K2 · denied · Президент України · 2024-12-19" in text
        assert "2024-12-19, 2024-12-19" not in text
