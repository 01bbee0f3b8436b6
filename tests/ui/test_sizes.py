"""Every size and every resize: the screen stays whole, and cut text ends in an ellipsis."""

import json
import random
from hashlib import sha256

import pytest
from rich.cells import cell_len

from kursk_tui.model import Briefing
from kursk_tui.text.messages import ELLIPSIS
from tests.ui.screen import Driver, running

SIZES = [
    (40, 12),
    (57, 20),
    (80, 24),
    (99, 29),
    (132, 43),
    (160, 50),
]
NAMES = {
    "ko": "국가정보원",
    "ru": "Минобороны России",
    "uk": "Головне управління розвідки",
    "ar": "وزارة الدفاع",
    "cm": "Nguye\u0302\u0303n Va\u0306n",
    "ja": "防衛省",
}


def many_scripts() -> Briefing:
    """Return a claim for each of the names, so that every pane shows them all."""
    text = ""
    claims = []
    for one, name in NAMES.items():
        quote = f"{name}: about 1,000 {name} fell."
        claims.append(
            {
                "id": one,
                "document": "d",
                "kind": "reported",
                "summary": f"{name} says so",
                "evidence": {"start": len(text), "end": len(text) + len(quote), "exact": quote},
                "attribution": {"chain": [one], "basis": "stated"},
                "figures": [
                    {
                        "measure": "killed",
                        "words": "about 1,000",
                        "qualifier": "about",
                        "values": [1000],
                        "population": name,
                    }
                ],
            }
        )
        text += quote + "\n"
    sources = [{"id": one, "name": name} for one, name in NAMES.items()]
    document = {"id": "d", "text": text, "sha256": sha256(text.encode()).hexdigest()}
    raw = {
        "format": "kursk-tui/1",
        "title": " · ".join(NAMES.values()),
        "documents": [document],
        "sources": sources,
        "claims": claims,
    }
    return Briefing.model_validate_json(json.dumps(raw))


def check(driver: Driver) -> None:
    """Assert that every line fills the screen, borders meet, and the selected row is visible."""
    width, height = driver.app.size
    rows = driver.rows
    assert len(rows) == height
    assert {cell_len(row) for row in rows} == {width}
    dashboard = driver.dashboard
    for name in dashboard.workspace.visible_panes():
        view = dashboard.workspace.view_of(name)
        if dashboard.workspace.frames != "rules":
            edge = driver.cut_whole(view.region)
            assert all(row[0] == row[-1] == "│" for row in edge[1:-1]), (name, (width, height))
        if view.state.viewport.marks and name == dashboard.parts.panes.current != "document":
            assert any(view.state.viewport.lines_of(stop) for stop in view.state.viewport.marks)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_names_of_every_script_keep_the_columns(size: tuple[int, int]) -> None:
    async with running(size, briefing=many_scripts()) as driver:
        for key in ("1", "2", "3", "4", "5", "0", "x", "1"):
            await driver.press(key, "j")
            check(driver)
        await driver.press("colon", *"o")
        assert {cell_len(row) for row in driver.rows} == {size[0]}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_cut_text_ends_in_an_ellipsis(size: tuple[int, int]) -> None:
    summary = "Partnership treaty takes effect; it includes a mutual defense clause"
    async with running(size) as driver:
        await driver.press("1", "g")
        row = next(row for row in driver.pane("timeline").splitlines() if "from 4 Dec" in row)
        shown = row.split("in effect from" if "in effect from" in row else "from")[0]
        shown = shown.lstrip("► ").removeprefix("S7 ").strip("├ ")
        assert shown == summary or (
            shown.endswith(ELLIPSIS) and summary.startswith(shown.removesuffix(ELLIPSIS))
        )


async def test_repeated_resizing_keeps_panes_and_selection() -> None:
    chance = random.Random(5)
    async with running((120, 36)) as driver:
        await driver.press("2", "G")
        selected = driver.selected
        for _ in range(15):
            await driver.pilot.resize_terminal(chance.randint(40, 200), chance.randint(12, 60))
            await driver.pilot.pause()
            check(driver)
            assert driver.selected == selected
            assert driver.dashboard.parts.panes.current == "figures"


@pytest.mark.parametrize("size", [(39, 12), (40, 11), (20, 5), (10, 2)])
async def test_below_the_minimum_size_a_message_shows_it(size: tuple[int, int]) -> None:
    async with running(size) as driver:
        text = " ".join(driver.text.split())
        assert text.startswith("This")
        if size[0] >= 20 and size[1] >= 5:
            assert "needs 40x12" in text


async def test_no_glyph_of_ambiguous_width_comes_before_text() -> None:
    # Borders and number lines end a row; glyphs before text need one width in every terminal.
    from unicodedata import east_asian_width

    async with running((120, 36)) as driver:
        await driver.press("3", "G", "enter")
        for name in ("timeline", "sources", "figures", "confidence"):
            for row in driver.pane(name).splitlines():
                assert east_asian_width(row[:1] or " ") != "A", row
                handle = row[2:3]
                assert name != "sources" or east_asian_width(handle or " ") != "A", row


async def test_tabs_count_what_a_query_leaves_in_hidden_panes() -> None:
    async with running((80, 24)) as driver:
        await driver.press("2", "3", "4", "1")
        assert "2 Figures 5  3 Sources 3  4 Confidence 4  5 Document 11" in driver.text
        await driver.ask("killed:*")  # letter by letter; some letters change nothing
        assert "2 Figures 3  3 Sources 2  4 Confidence 0  5 Document 1" in driver.text
