"""Heights, the last line and small screens of the running dashboard."""

from collections.abc import Mapping

import pytest

from kursk_tui.text.messages import ELLIPSIS
from kursk_tui.ui.keys.actions import actions
from kursk_tui.ui.pane import Pane
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.widgets.bar import TabBar
from tests.ui.conflicting_briefing import contradicting_briefing
from tests.ui.screen import LARGE, SMALL, Driver, running


def heights(driver: Driver) -> Mapping[str, int]:
    """Return the heights of the visible panes, with their frames."""
    workspace = driver.dashboard.workspace
    return {pane: workspace.view_of(pane).region.height for pane in workspace.visible_panes()}


def scrolls(driver: Driver, pane: str) -> bool:
    """Return whether a pane has a scrollbar."""
    return any(row.rstrip().endswith("░") for row in driver.pane(pane).splitlines())


async def test_only_what_the_user_asks_for_changes_heights() -> None:
    async with running(LARGE) as driver:
        before = heights(driver)
        # Seven and four lines, ten and four lines below four of a yardstick; with borders.
        assert before == {
            "timeline": 13, "sources": 11, "figures": 13, "confidence": 11, "claim": 9,
        }  # fmt: skip
        assert not any(scrolls(driver, pane) for pane in before if pane != "claim")
        for keys in (("j", "j", "k"), ("2", "G"), ("n", "n"), ("S",)):
            await driver.press(*keys)
            assert heights(driver) == before, keys
        await driver.press("slash")  # the line below the query takes one from the claim
        for letter in "killed:*":
            await driver.press(letter)
            assert heights(driver) == {**before, "claim": 8}, letter
        await driver.press("enter")
        # The committed query shows S10 and three figures: all their lines fit.
        assert heights(driver) == {
            "timeline": 11, "sources": 5, "figures": 11, "confidence": 5, "claim": 17,
        }  # fmt: skip
        assert not any(scrolls(driver, pane) for pane in before)
        await driver.press("escape")
        assert heights(driver) == before
        await driver.press("3", "enter")  # eight claims below a row of Sources
        # They need one line more than Timeline, whose content fits in 10 lines, leaves to them:
        # the claim, which scrolls, gives it.
        assert (heights(driver)["timeline"], heights(driver)["sources"]) == (10, 15)
        assert not scrolls(driver, "timeline")
        assert not scrolls(driver, "sources")
        await driver.press("enter")
        assert heights(driver) == before
    async with running(LARGE, query="killed:*") as driver:
        assert heights(driver)["claim"] == 17
    async with running((160, 45)) as driver:  # the document scrolls above the claim
        before = heights(driver)
        for key in ("j", "j", "2", "j"):
            await driver.press(key)
            assert heights(driver) == before, key


async def test_the_current_claim_has_the_lines_it_needs_below_the_pane_it_comes_from() -> None:
    async with running(SMALL) as driver:
        await driver.press("3", "2", "0")
        lines = len(driver.pane("claim").rstrip().splitlines())
        assert heights(driver) == {"figures": 18 - lines, "claim": lines + 2}
        assert not scrolls(driver, "claim")
        assert "[2 Figures 5]" in driver.text
        before = heights(driver)
        await driver.press("N", "N")  # S10 needs more lines
        assert driver.selected == "S10"
        assert heights(driver) == before
        assert scrolls(driver, "claim")
        await driver.press("0")
        assert heights(driver)["claim"] > before["claim"]


async def test_a_short_screen_shows_the_query_in_place_of_the_title() -> None:
    async with running((40, 12)) as driver:
        title = driver.rows[0]
        assert title == " North Korean troops in Kur… 2024-12-19 "
        before = heights(driver)
        for keys, first in (("/", " / "), ("killed:*", " / killed:* "), ("\r", " / killed:* ")):
            await driver.press(*("enter" if key == "\r" else key for key in keys))
            assert driver.rows[0].startswith(first)
            assert len(driver.rows) == 12
        # One row of a committed query needs one line; the claim takes the others.
        assert heights(driver) == {"timeline": 2, "claim": 7}
        assert driver.rows[0].split(maxsplit=2)[2].strip() == "1 match · 0 possible"
        await driver.press("escape")
        assert driver.rows[0] == title
        assert heights(driver) == before
        await driver.pilot.resize_terminal(80, 24)
        await driver.pilot.pause()
        assert driver.rows[1].startswith(" / type / to filter")


async def test_the_tabs_are_the_upper_edge_of_the_pane_and_have_its_colour() -> None:
    async with running(SMALL) as driver:
        assert driver.rows[2].startswith("╭[1 Timeline 11] 2 Figures 5 ")
        assert driver.rows[2].endswith("─╮")
        for keys, role in ((("2",), "accent"), (("0",), "edge"), (("escape",), "accent")):
            await driver.press(*keys)
            tabs = driver.dashboard.query_one(TabBar)
            assert {tabs.line_at(0)[0][0].role} == {role}, keys


@pytest.mark.parametrize("pane", panes(), ids=lambda pane: pane.id)
def test_hints_of_a_pane_are_actions(pane: Pane) -> None:
    assert {one.action for one in pane.hints} <= {one.id for one in actions(panes())}


@pytest.mark.parametrize(
    ("width", "timeline", "claim"),
    [
        (
            120,
            " enter open  S sort  * only these claims  / filter  tab pane  z zoom  e evidence",
            " esc back  n next claim  o outside  s sources  / filter  tab pane  z zoom  e evidence",
        ),
        (
            80,
            " enter open  S sort  * only these claims  / filter  tab pane ",
            " esc back  n next claim  o outside  s sources  / filter  z zoom ",
        ),
        (40, " enter open  S sort  / filter ", " esc back  n next claim  z zoom "),
    ],
)
async def test_the_last_line_begins_with_what_the_current_pane_can_do(
    width: int, timeline: str, claim: str
) -> None:
    async with running((width, 36)) as driver:
        last = "  ? help" if width == 40 else "  ? help  q quit "
        for hints in (timeline, claim):
            row = driver.rows[-1]
            assert row.startswith(hints)
            assert row.endswith(last)
            assert ELLIPSIS not in row
            await driver.press("0")


async def test_conflicts_are_counted_in_the_last_line() -> None:
    for size in (LARGE, SMALL):
        async with running(size, briefing=contradicting_briefing()) as driver:
            assert driver.rows[-1].startswith(" enter open  x 1 conflict · 2 may conflict  ")
