"""Random keys: invariants that hold after any sequence."""

import random

import pytest
from rich.cells import cell_len

from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import read
from tests.ui.rich_briefing import rich_briefing
from tests.ui.screen import Driver, running

KEYS = [
    *"jkgGnN123450zeo*#~T[]s",
    *("tab", "shift+tab", "enter", "escape", "ctrl+d", "ctrl+u", "ctrl+l"),
    *("/", "source:lee", "killed:>200", "kiled:>", "-is:undated", "(", "enter", "escape"),
]
SIZES = [(120, 36), (80, 24), (180, 45), (40, 12), (100, 29), (30, 8), (99, 60), (1, 1)]
NAMES = {"/": "slash", "*": "asterisk", "#": "number_sign", "~": "tilde"}
NAMES |= {"[": "left_square_bracket", "]": "right_square_bracket"}


def check(driver: Driver) -> None:
    dashboard = driver.dashboard
    view = dashboard.view
    assert view is not None
    assert dashboard.parts.panes.current in dashboard.workspace.visible_panes()
    if dashboard.selected is not None:
        assert view.shows(dashboard.selected)
    assert (dashboard.selected is None) == (not view.numbers)
    width = driver.app.size.width
    assert all(cell_len(row) <= width for row in driver.text.splitlines())
    if driver.app.screen is dashboard and not dashboard.query_bar.editing:
        assert driver.app.focused is dashboard.pane
        if dashboard.selected is not None and dashboard.pane.size.height >= 2 and width >= 40:
            stops = dashboard.pane.state.viewport.model.stops
            if any(stop.represents(dashboard.selected) for stop in stops):
                marked = [
                    row
                    for row in driver.pane(dashboard.parts.panes.current).splitlines()
                    if row[:1] in tuple("►▐")
                ]
                assert (
                    marked or dashboard.parts.panes.current == "document"
                )  # the text scrolls on its own


@pytest.mark.parametrize("seed", range(3))
async def test_nothing_breaks_whatever_is_pressed(seed: int) -> None:
    chance = random.Random(seed)
    briefing = rich_briefing() if seed % 2 else read(builtin_path())
    async with running(chance.choice(SIZES), briefing=briefing) as driver:
        for _ in range(40):
            what = chance.choice([*KEYS, SIZES])
            if isinstance(what, list):
                await driver.pilot.resize_terminal(*chance.choice(SIZES))
            elif len(what) > 1 and what not in ("tab", "enter", "escape") and "+" not in what:
                await driver.pilot.press(*what)
            else:
                await driver.pilot.press(NAMES.get(what, what))
            await driver.pilot.pause()
            check(driver)
