"""The pane of changes, and what a reload compares with."""

import pytest
from syrupy.assertion import SnapshotAssertion

from kursk_tui.diffing import word_changes
from kursk_tui.diffing.comparison import Comparison, Earlier
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.diffing.statement_change import statement_change
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.ui import pane as pane_module
from kursk_tui.ui.app import KurskApp
from kursk_tui.ui.briefing_file import BriefingFile
from kursk_tui.ui.open_briefing import OpenBriefing
from kursk_tui.ui.pane import Layout, Scene
from kursk_tui.ui.panes.changes import PANE
from kursk_tui.ui.panes.claim import PANE as CLAIM
from kursk_tui.ui.rows.change_rows import ChangeOrder
from kursk_tui.ui.rows.changed_words import before_and_after, in_one_stretch
from kursk_tui.ui.rows.row_model import NOTHING, gone_claim
from kursk_tui.ui.rows.statement_lines import statement_lines
from kursk_tui.ui.rows.styled_text import Line
from tests.query.factory import Draft, briefing
from tests.tables import each_row
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


@each_row(
    ("old", "new", "shown"),
    [
        ("at least 38", "38", "[-at least-] 38 ─▶ 38"),
        ("highly likely", "likely", "[-highly-] likely ─▶ likely"),
        ("about 1,000", "about 1,200", "about [-1,000-] ─▶ about 1,200"),
        ("", "NIS", "not stated ─▶ NIS"),
        ("NIS", "", "[-NIS-] ─▶ not stated"),
    ],
)
def test_old_words_and_new_words(old: str, new: str, shown: str) -> None:
    assert text_of(before_and_after(word_changes(old, new), 60)) == shown


def test_a_long_text_is_cut_between_its_changes() -> None:
    old = "A bridge was closed by the army that had come from the north of the old town at noon."
    new = old.replace("closed", "opened").replace("at noon", "at night")
    line = text_of(in_one_stretch(word_changes(old, new), 72))
    assert line == "A bridge was [-closed-] {+opened+} by the … town at [-noon-] {+night+}."
    assert text_of(before_and_after(word_changes(old, new), 72)) == line


def test_brackets_of_a_text_are_not_taken_for_marks() -> None:
    pieces = word_changes("They [the army] left.", "They [the army] left {today}.")
    assert text_of(in_one_stretch(pieces, 72)) == "They [the army] left {+{today}+}."


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


def drawn(width: int, after: Briefing | None = None) -> tuple[Layout, list[str]]:
    """Return the layout of the pane at a width, and its lines."""
    new = after or later()
    view = View.of(new).compared_with(Comparison.of(Earlier(earlier(), "old.json"), new))
    scene = Scene(view, None, width)
    layout = PANE.plan(view.index, "", width).lay_out(scene)
    lines = [text_of(line) for row in layout.model.rows for line in layout.draw(row, scene)]
    return layout, lines


def test_a_summary_is_shown_once_for_each_claim() -> None:
    _, lines = drawn(100)
    assert lines[0].split() == ["!", "T", "killed", "[-at", "least-]", "38", "─▶", "38"]
    assert lines[1].strip() == "“at least” is lost: 38 or more ─▶ exactly 38 · The toll"
    assert lines[4].split()[:3] == ["▼", "T", "attribution"]
    assert "The toll" not in lines[5]


def test_a_name_that_does_not_fit_its_column_has_its_words_below() -> None:
    graded = [
        one.replace(reliability="B", short="The Intelligence Service of Somewhere Far Away")
        for one in earlier().sources[:1]
    ]
    after = earlier().replace(sources=(*graded, *earlier().sources[1:]))
    name = "reliability of The Intelligence Service of Somewhere Far Away"
    wide, narrow = drawn(260, after)[1], drawn(100, after)[1]
    assert wide[0].split("  ")[-1].strip() == f"{name} not stated ─▶ B"
    assert narrow[0].split(maxsplit=1)[1].strip() == name
    assert narrow[1].strip() == "not stated ─▶ B"


def test_the_quote_of_a_new_claim_takes_two_lines() -> None:
    text = "Winter came early to the front, and the river froze over."
    _, lines = drawn(60, briefing(Draft(text, id="N", summary="Winter")))
    at = next(at for at, line in enumerate(lines) if line.startswith("+ N"))
    assert lines[at].endswith(" “Winter came early to the front,")
    assert lines[at + 1].strip() == "and the river froze over.”"


def test_the_claim_pane_shows_a_claim_that_is_no_longer_there() -> None:
    old = earlier().replace(claims=earlier().claims[:3])
    new = old.replace(claims=old.claims[:1])
    view = View.of(new).compared_with(Comparison.of(Earlier(old, "old.json"), new))
    rows = PANE.plan(view.index, "", 100).lay_out(Scene(view, None, 100)).model
    assert [stop.claim for stop in rows.stops] == [gone_claim(0), gone_claim(1)]
    for selected, gone, first, words in (
        (None, 1, "no longer in this version; as it was in old.json", "A bridge was closed"),
        (0, 1, "“Troops lost men: at least 38”", ""),
        (None, None, "", ""),
        (None, 7, "", ""),
    ):
        scene = Scene(view, selected, 60, gone=gone)
        layout = CLAIM.plan(view.index, "", 60).lay_out(scene)
        lines = [text_of(layout.draw(row, scene)[0]) for row in layout.model.rows]
        assert (lines or [""])[0] == first
        assert words in " ".join(lines)


def test_a_narrow_pane_names_the_baseline_and_shows_both_words() -> None:
    layout, lines = drawn(36)
    assert text_of(layout.above[0]) == "since old.json"
    assert layout.columns == ()
    assert lines[2] == "▼ L likelihood · one step down on the PHIA Probability Yardstick"
    assert lines[3] == "  [-highly-] likely ─▶ likely"


@each_row(
    ("old", "new", "first", "second"),
    [
        ("floor 100", "3,001: Kim “over 3,000”", "floor 100 ─▶ 3,001", "Kim “over 3,000”"),
        ("NIS “about 1,000”", "“2,700: all”", "“about 1,000” ─▶ “2,700: all”", "NIS"),
        ("NIS “significant losses”", "“over 6,000”", "“significant… ─▶ “over 6,000”", "NIS"),
        ("NIS “about 3”", "“4”", "NIS “about 3” ─▶ “4”", "killed"),
        ("A “x”", "“a hundred or more people”", "A “x”", "─▶ “a hundred or more people”"),
    ],
)
def test_a_narrow_pane_shows_the_new_value_beside_the_old_one(
    old: str, new: str, first: str, second: str
) -> None:
    change = statement_change(Gravity.FIGURE, "killed", (old, new), "higher")
    above, below = (text_of(line) for line in statement_lines(change, "▲", 32, 15))
    assert above.rstrip() == f"▲ {first}"
    assert below.startswith(f"  {second} · killed" if second != "killed" else "  killed · higher")


def test_the_heading_explains_the_arrows_as_far_as_there_is_room() -> None:
    assert [drawn(width)[0].columns[-1].heading for width in (120, 70, 60)] == [
        "since old.json  ▼ lower or less certain  ▲ higher or more certain",
        "since old.json  ▼ less  ▲ more",
        "since old.json  ▼ less  ▲ more",
    ]


def test_a_long_title_has_a_line_for_each_version() -> None:
    _, lines = drawn(70, earlier().replace(title="Troops near the border, and their casualties"))
    assert [line.strip() for line in lines] == [
        "≠        title           [-A small briefing-]",
        "─▶ Troops near the border, and their casualties",
    ]


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
        assert "[-at least-] 38 ─▶ 38" in driver.pane("changes")
        assert "since the previous version" in driver.text
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


async def test_a_sheet_opens_at_its_first_row_unless_the_selected_claim_has_one() -> None:
    app = KurskApp(since())
    async with app.run_test(size=SMALL) as pilot:
        driver = Driver(app, ExactPilot(app))
        for chosen, shown in (("S", "T"), ("R", "R")):
            at = [claim.id for claim in later().claims].index(chosen)
            driver.dashboard.parts.selection.choose(at)
            await driver.press("w")
            assert driver.selected == shown
            await driver.press("escape")
        await pilot.pause()


def test_what_may_contradict_has_a_sign_of_its_own_and_the_help_explains_both() -> None:
    signs = {sign.text: sign.meaning for sign in PANE.signs()}
    assert (signs["~"], signs["≠"]) == ("may contradict", "changed in another way, such as a date")
    assert [one for one in Gravity if one.sign == "~"] == [Gravity.MAY_CONTRADICT]
