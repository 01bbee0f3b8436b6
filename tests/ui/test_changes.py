"""The pane of changes, and what a reload compares with."""

import pytest
from syrupy.assertion import SnapshotAssertion

from kursk_tui.diffing import word_changes
from kursk_tui.diffing.comparison import Comparison, Earlier
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.ui import pane as pane_module
from kursk_tui.ui.app import KurskApp
from kursk_tui.ui.briefing_file import BriefingFile
from kursk_tui.ui.open_briefing import OpenBriefing
from kursk_tui.ui.rows.change_rows import ChangeOrder
from kursk_tui.ui.rows.changed_words import before_and_after, in_one_stretch
from kursk_tui.ui.rows.row_model import NOTHING
from kursk_tui.ui.rows.styled_text import Line
from tests.two_versions import earlier, later
from tests.ui.pilot import ExactPilot
from tests.ui.screen import LARGE, SMALL, Driver, running
from tests.ui.test_file_follower import follow, footer
from tests.ui.test_goldens import TextGolden


def text_of(words: Line) -> str:
    return "".join(span.text for span in words)


def since(name: str = "old.json") -> OpenBriefing:
    old = Earlier(earlier(), name)
    view = View.of(later())
    return OpenBriefing(view.compared_with(Comparison.of(old, view.briefing)), since=old)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("at least 38", "38", "[at least] 38 → 38"),
        ("highly likely", "likely", "[highly] likely → likely"),
        ("about 1,000", "about 1,200", "about [1,000] → about 1,200"),
        ("", "NIS", "not stated → NIS"),
        ("NIS", "", "[NIS] → not stated"),
    ],
)
def test_old_words_and_new_words(old: str, new: str, shown: str) -> None:
    assert text_of(before_and_after(word_changes(old, new), 60)) == shown


def test_a_long_text_is_cut_between_its_changes() -> None:
    old = "A bridge was closed by the army that had come from the north of the old town at noon."
    new = old.replace("closed", "opened").replace("at noon", "at night")
    line = text_of(in_one_stretch(word_changes(old, new), 66))
    assert line == "A bridge was [closed] {opened} by the … town at [noon] {night}."
    assert text_of(before_and_after(word_changes(old, new), 66)) == line


def test_roles_mark_words_by_more_than_colour() -> None:
    line = before_and_after(word_changes("about 5", "about 6"), 40)
    assert [(span.text, span.role) for span in line if span.role in ("removed", "added")] == [
        ("5", "removed"),
        ("6", "added"),
    ]


def test_rows_without_a_claim_are_stops_that_select_nothing() -> None:
    order = ChangeOrder([2, None, 0, None, 2], 3)
    rows = order.shown(b"\1\0\1", b"\0\1")
    assert [row.part for row in rows.rows] == [0, 2, 3, 4]
    assert [stop.claim for stop in rows.stops] == [2, 0, NOTHING, 2]
    assert rows.stops_of(2) == [0, 3]
    assert rows.stops_of(1) == []
    assert rows.stop_at(4) is None


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_changes_since_a_file(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    app = KurskApp(since())
    async with app.run_test(size=size):
        driver = Driver(app, ExactPilot(app))
        await driver.press("w")
        assert driver.text + "\n" == snapshot(extension_class=TextGolden)
        if size == SMALL:
            return
        await driver.press("j", "j", "j", "j")  # to the claim that is no longer there
        assert driver.selected is None
        assert "no longer in this version" in driver.pane("claim")
        assert "►" in driver.pane("changes")
        await driver.press("j", "enter")
        assert driver.selected == "R"
        assert "A bridge was opened" in driver.pane("claim")
        await driver.press("6")
        await driver.ask("treaty")  # only a claim that is no longer there has the word
        assert "1/6" in driver.text
        assert "∅" in driver.pane("changes")
        assert "killed" not in driver.pane("changes")
        follow(driver, BriefingFile(reload=earlier))
        await driver.press("r")
        assert footer(driver) == "reloaded: no changes since old.json"
        assert "Nothing has changed" in driver.pane("changes")


async def test_a_reload_is_compared_with_the_version_before() -> None:
    versions: list[Briefing] = [later(), later(), earlier()]
    async with running(SMALL, briefing=earlier()) as driver:
        await driver.press("6")
        assert "No earlier version to compare with" in driver.pane("changes")
        follow(driver, BriefingFile(reload=lambda: versions.pop()))
        await driver.press("r")
        assert footer(driver) == "reloaded: no changes"
        await driver.press("r")
        report = "reloaded: 1 new, 3 changed, 1 no longer there; w shows them"
        assert footer(driver) == report
        assert "[at least] 38 → 38" in driver.pane("changes")
        assert "since the version before" in driver.text
        await driver.ask("is:new")
        assert driver.shown == ["N"]
        await driver.press("r")  # which changes nothing: the version before stays
        assert footer(driver) == "reloaded: no changes"
        assert driver.shown == ["N"]


async def test_a_large_briefing_is_compared_after_it_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pane_module, "MANY_CLAIMS", 0)
    async with running(SMALL, briefing=earlier()) as driver:
        await driver.ask("is:changed")
        assert driver.shown == []
        follow(driver, BriefingFile(reload=later))
        await driver.press("r")
        assert driver.shown == ["T", "L", "R"]
        assert footer(driver) == "1 new, 3 changed, 1 no longer there; w shows them"
