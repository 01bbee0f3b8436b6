"""Incremental drawing: when the query changes, only the lines that change are redrawn."""

from collections import Counter

import pytest
from textual.events import Key
from textual.strip import Strip

from kursk_tui.ui.widgets.pane_view import PaneView
from tests.query.factory import builtin
from tests.ui.rich_briefing import rich_briefing
from tests.ui.screen import Driver, many_claims, running


async def redrawn(driver: Driver) -> str:
    """Redraw everything, and return the screen."""
    driver.app.refresh(layout=True)
    for pane in driver.dashboard.query(PaneView):
        pane.refresh()
    await driver.pilot.pause()
    return driver.text


async def test_an_unchanged_line_is_not_redrawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: Counter[str] = Counter()
    render_line = PaneView.render_line

    def counting(self: PaneView, y: int) -> object:
        drawn[self.pane.id] += 1
        return render_line(self, y)

    async with running(briefing=many_claims(300)) as driver:
        monkeypatch.setattr(PaneView, "render_line", counting)
        driver.dashboard.parts.navigator.ask("-id:c299")
        await driver.pilot.pause()
        assert "299 claims give no time" in driver.pane("timeline")
        assert drawn["timeline"] == 1
        driver.dashboard.parts.navigator.ask("-id:c3")
        await driver.pilot.pause()
        shown = driver.pane("timeline")
        assert "claim 2" in shown
        assert "claim 3" not in shown
        height = driver.dashboard.workspace.view_of("timeline").size.height
        assert 1 < drawn["timeline"] < height


async def test_incremental_drawing_gives_the_same_screen_as_a_full_redraw() -> None:
    async with running() as driver:
        for query in ("killed:*", "source:nis", "-source:nis", "likelihood:*", ""):
            await driver.ask(query)
            await driver.press("tab", "j")
            before = driver.text
            assert await redrawn(driver) == before


@pytest.mark.parametrize("change", ["start", "resize", "zoom"])
async def test_the_first_drawing_is_complete(monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    first: dict[tuple[str, int], str] = {}
    render_line = PaneView.render_line

    def recording(self: PaneView, y: int) -> Strip:
        strip = render_line(self, y)
        first.setdefault((self.pane.id, y), strip.text)
        return strip

    monkeypatch.setattr(PaneView, "render_line", recording)
    async with running() as driver:
        await driver.pilot.pause()
        if change != "start":
            first.clear()
        if change == "resize":
            await driver.pilot.resize_terminal(131, 41)
        if change == "zoom":
            await driver.press("z")
        shown = {pane: driver.pane(pane).split("\n") for pane, _ in first}
        assert any("Offensive comb" in line for line in shown["timeline"])
        for (pane, y), text in first.items():
            assert text.rstrip() == shown[pane][y], f"line {y} of {pane}"


@pytest.mark.parametrize(
    ("before", "burst"),
    [(["2", "G"], ["0", "escape"]), (["G"], ["0", "1"]), ([], ["o", "o"]), (["3"], ["enter"] * 2)],
    ids=lambda keys: " ".join(keys),
)
async def test_a_change_undone_in_the_same_burst_of_keys_leaves_no_trace(
    before: list[str], burst: list[str]
) -> None:
    for briefing in (builtin(), rich_briefing()):
        async with running(briefing=briefing) as driver:
            await driver.press(*before)
            for key in burst:
                driver.app.post_message(Key(key, key if len(key) == 1 else None))
            await driver.press()
            await driver.press()
            shown = driver.text
            assert await redrawn(driver) == shown
