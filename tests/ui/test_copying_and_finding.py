"""Copying, marks, remembered state, the query bar, the palette and the mouse."""

import threading
from pathlib import Path

import pytest
from textual import events

from kursk_tui.platform.clipboard import LAST_YANK
from kursk_tui.platform.config import Config
from kursk_tui.platform.state import State, Theme
from kursk_tui.ui.finder.entries import Entry, find
from kursk_tui.ui.finder.screen import FinderPrompt
from tests.ui.rich_briefing import rich_briefing
from tests.ui.screen import Driver, running


def footer(driver: Driver) -> str:
    return driver.text.splitlines()[-1].strip()


@pytest.mark.parametrize(
    ("keys", "message", "start"),
    [
        ("yy", "the claim", "“South Korean intelligence"),
        ("yq", "the quote", "“South Korean intelligence"),
        ("yn", "the figure", "killed “at least 100” (100 or more, no upper bound); "),
        ("yi", "the id", "S10"),
        ("yj", "the JSON", '{\n  "id": "S10"'),
    ],
)
async def test_copying_the_claim_under_the_cursor(
    keys: str, message: str, start: str, tmp_path: Path
) -> None:
    async with running(state=State(tmp_path)) as driver:
        await driver.press("2", "j", "k", *keys)
        what = message.removeprefix("the ")
        assert footer(driver).startswith(
            f"{what} sent to the terminal's clipboard (OSC 52); also in last-yank · "
        )
        assert (tmp_path / LAST_YANK).read_text("utf-8").startswith(start)
        await driver.press("j")
        assert "sent" not in footer(driver)


async def test_without_a_terminal_there_is_no_other_screen_to_print_to() -> None:
    async with running() as driver:
        await driver.press("p")
        assert footer(driver) == "no terminal to print to"


async def test_a_burst_of_moves_and_copies_copies_each_claim(tmp_path: Path) -> None:
    async with running(state=State(tmp_path)) as driver:
        await driver.press("j", "y", "i", "j", "y", "i")
        assert driver.selected is not None
        assert (tmp_path / LAST_YANK).read_text() == driver.selected == "S8"


async def test_outside_the_figures_pane_all_figures_of_the_claim_are_copied(tmp_path: Path) -> None:
    async with running(state=State(tmp_path), query="id:S10") as driver:
        await driver.press("y", "n")
        assert len((tmp_path / LAST_YANK).read_text().splitlines()) == 3


async def test_the_query_is_copied_as_it_prints_itself(tmp_path: Path) -> None:
    async with running(state=State(tmp_path)) as driver:
        await driver.press("y", "f")
        assert footer(driver) == "no query to copy"
        await driver.ask("NOT killed:>200   AND nis")
        await driver.press("y", "f")
        assert (tmp_path / LAST_YANK).read_text() == "-killed:>200 nis"


@pytest.mark.parametrize(
    ("keys", "message"),
    [("yn", "this claim states no figure"), ("yu", "this claim has no link")],
)
async def test_copying_a_missing_part_is_reported(keys: str, message: str) -> None:
    async with running() as driver:
        await driver.press(*keys)
        assert footer(driver) == message


async def test_links_are_copied(tmp_path: Path) -> None:
    async with running(briefing=rich_briefing(), state=State(tmp_path), query="id:band") as driver:
        await driver.press("y", "u")
        assert (tmp_path / LAST_YANK).read_text() == "https://paper.example/a\n"


async def test_without_a_selected_claim_nothing_is_copied() -> None:
    async with running(query="absent-everywhere") as driver:
        await driver.press("y", "y")
        assert footer(driver) == "no claim is selected"


# Marks.


async def test_a_mark_leads_back_to_its_claim() -> None:
    state = State()
    async with running(state=state) as driver:
        first = driver.selected
        await driver.press("m", "a", "G", "m", "b")
        last = driver.selected
        assert last != first
        await driver.press("'", "a")
        assert driver.selected == first
        await driver.press("'", "b")
        assert driver.selected == last
        await driver.press("'")
        assert f"a {first}  b {last}" in footer(driver)
    assert state.marks == {"a": first, "b": last}


async def test_marking_again_removes_the_mark() -> None:
    async with running() as driver:
        await driver.press("m", "a", "m", "a")
        assert footer(driver).startswith("mark a removed")
        await driver.press("'", "a")
        assert footer(driver) == "there is no mark a"


async def test_an_impossible_jump_is_explained() -> None:
    state = State(marks={"g": "gone", "s": "S4"})
    async with running(state=state, query="source:lee") as driver:
        selected = driver.selected
        await driver.press("'", "g")
        assert footer(driver) == "mark g is on gone, which is not in this briefing"
        await driver.press("'", "s")
        assert footer(driver) == "mark s is on S4, which the query leaves out"
        assert driver.selected == selected


# Remembered state.


async def test_up_recalls_earlier_queries() -> None:
    state = State(queries=["source:lee", "kind:judgement"])
    async with running(state=state) as driver:
        await driver.press("slash", "up")
        assert driver.dashboard.query_bar.input.value == "kind:judgement"
        await driver.press("up")
        assert driver.shown == ["S10", "S11"]
        await driver.press("up")
        assert driver.dashboard.query_bar.input.value == "source:lee"
        await driver.press("down", "down")
        assert driver.dashboard.query_bar.input.value == ""
        await driver.type("kind")
        await driver.press("up", "enter")
        assert state.queries == ["source:lee", "kind:judgement"]
        await driver.ask("id:S1")
    assert state.queries[-1] == "id:S1"


async def test_a_cancelled_query_is_not_remembered() -> None:
    state = State()
    async with running(state=state) as driver:
        await driver.press("slash")
        await driver.type("nis")
        await driver.press("escape")
    assert state.queries == []


async def test_the_chosen_theme_is_remembered() -> None:
    state = State()
    async with running(state=state) as driver:
        await driver.press("T")
    assert state.theme == Theme("light", None)


# QueryHistory and completion in the query bar.


async def test_tab_completes_a_field_and_then_its_values() -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type("sou")
        await driver.press("tab")
        assert driver.dashboard.query_bar.input.value == "source:"
        await driver.press("tab")
        assert driver.dashboard.query_bar.input.value == "source:uk-mod"
        assert "[uk-mod] nis  lee" in driver.text
        await driver.press("tab")
        assert driver.shown == ["S10"]
        await driver.press("shift+tab", "shift+tab")
        assert driver.dashboard.query_bar.input.value == "source:lee"
        await driver.press("enter")
        assert driver.shown == ["S10", "S11"]
        assert "[uk-mod]" not in driver.text


async def test_tab_without_a_candidate_changes_nothing() -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type("text:")
        await driver.press("tab")
        assert driver.dashboard.query_bar.input.value == "text:"
        assert "a value is missing after" not in driver.text  # it is still being typed
        await driver.press("enter")
        assert "a value is missing after “text:”" in driver.text


@pytest.mark.parametrize(
    ("tabs", "typed", "text"),
    [
        (1, ">=1", "killed:>=1"),
        (1, "1", "killed:1"),
        (1, " lee", "killed:* lee"),
        (2, "<5", "killed:<5"),
        (2, " lee", "killed:>=100 lee"),
    ],
)
async def test_what_cannot_follow_a_completed_value_replaces_it(
    tabs: int, typed: str, text: str
) -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type("killed:")
        await driver.press(*["tab"] * tabs)
        await driver.type(typed)
        assert driver.dashboard.query_bar.input.value == text


async def test_shift_tab_starts_with_the_last_candidate() -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type("k")  # kind: and killed:, in this order
        await driver.press("shift+tab")
        assert driver.dashboard.query_bar.input.value == "killed:"
        await driver.press("shift+tab")
        assert driver.dashboard.query_bar.input.value == "kind:"


async def test_completing_in_the_middle_keeps_what_follows() -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type("kind:jud -nis")
        await driver.press(*["left"] * 5, "tab")
        assert driver.dashboard.query_bar.input.value == "kind:judgement -nis"


async def test_an_operator_in_lower_case_is_hinted_at() -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type("nis or lee")
        assert "“or” is searched for as a word; OR in capitals means either" in driver.text
        await driver.press(
            "backspace", "backspace", "backspace", "backspace", "backspace", "backspace"
        )
        assert "tab completes" in driver.text


async def test_carets_are_below_the_part_that_a_remark_is_about() -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type("nis killed:100 <9")
        lines = driver.text.splitlines()
        row = next(at for at, one in enumerate(lines) if "/ nis killed:100 <9" in one)
        at = lines[row].index("<9")
        assert lines[row + 1][at:].startswith("^^ “<9” is searched for as a word; killed:<9")
        assert lines[row + 1][:at].strip() == ""
        await driver.press("backspace", "backspace", "backspace")
        await driver.type(" lee")
        assert "searched for" not in driver.text


async def test_a_remark_on_the_first_query_is_shown() -> None:
    async with running(query="nis or lee") as driver:
        assert footer(driver).startswith("“or” is searched for as a word")


@pytest.mark.parametrize("typed", ["lee seong‑kweun", "ｌｅｅ seong", "le\u200be"])
def test_the_palette_compares_texts_as_a_search_does(typed: str) -> None:
    entries = [Entry("source", "Lee Seong-kweun", "one"), Entry("source", "Łódź", "two")]
    assert [one.run for one in find(entries, typed)] == ["one"]
    assert [one.run for one in find(entries, "LODZ")] == ["two"]


# The palette.


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("saved", "the NIS"),
        ("the nis", "the NIS"),
        ("theme light", "Use the theme light"),
        ("timeline", "Timeline: claims by date"),
        ("lee seong", "Lee Seong-kweun"),
        ("S10", "At least 100 killed"),
        ("treaty", "Partnership treaty takes effect"),
    ],
)
async def test_the_palette_finds_panes_claims_sources_themes_and_queries(
    typed: str, seen: str
) -> None:
    async with running(config=Config(queries={"the NIS": "source:nis"})) as driver:
        await driver.press("colon")
        await driver.type(typed)
        assert seen in "\n".join(driver.text.splitlines()[2:6])


async def test_the_palette_asks_selects_and_changes_the_theme() -> None:
    async with running(config=Config(queries={"the NIS": "source:nis"})) as driver:
        await driver.press("colon")
        await driver.type("the nis")
        await driver.press("enter")
        assert driver.shown == ["S10"]
        await driver.press("colon")
        await driver.type("S7")
        await driver.press("enter")
        assert driver.selected == "S7"  # the query that left it out is gone
        assert len(driver.shown) == 11
        await driver.press("colon")
        await driver.type("theme contrast")
        await driver.press("enter")
        assert driver.app.theme == "kursk-contrast"
        await driver.press("colon")
        await driver.type("lee seong")
        await driver.press("enter")
        assert driver.shown == ["S10", "S11"]


async def test_keys_after_the_palette_go_to_the_dashboard() -> None:
    async with running() as driver:
        await driver.press("colon", *"zoom", "enter", "4", "j")
        assert driver.dashboard.parts.panes.zoomed
        assert driver.dashboard.parts.panes.current == "confidence"


# The mouse.


async def test_a_click_on_a_source_narrows_the_query() -> None:
    async with running() as driver:
        await driver.press("2")
        rows = driver.text.splitlines()
        y = next(number for number, row in enumerate(rows) if "NIS → Lee Seong-kweun" in row)
        await driver.pilot.click(offset=(rows[y].index("NIS →") + 1, y))
        await driver.pilot.pause()
        assert driver.dashboard.query_bar.input.value == "source:nis"
        assert driver.shown == ["S10"]


async def test_a_click_on_a_source_name_narrows_the_query_and_one_next_to_it_opens_the_row() -> (
    None
):
    async with running() as driver:
        rows = driver.text.splitlines()
        y = next(number for number, row in enumerate(rows) if "▸ NIS" in row)
        await driver.pilot.click(offset=(rows[y].index("▸"), y))
        await driver.pilot.pause()
        assert "▾ NIS" in driver.text
        assert len(driver.shown) == 11
        await driver.pilot.click(offset=(rows[y].index("NIS") + 1, y))
        await driver.pilot.pause()
        assert driver.shown == ["S10"]


async def test_a_click_in_the_finder_runs_the_entry() -> None:
    async with running() as driver:
        await driver.press("question_mark", *"likelihoods")
        rows = driver.text.splitlines()
        y = next(number for number, row in enumerate(rows) if "Confidence: likelihoods" in row)
        await driver.pilot.click(offset=(60, y))
        await driver.pilot.pause()
        assert driver.dashboard.parts.panes.current == "confidence"


async def test_a_click_on_a_tab_goes_to_the_pane() -> None:
    async with running((80, 24)) as driver:
        x = driver.text.splitlines()[2].index("4 Confidence")
        await driver.pilot.click(offset=(x + 3, 2))
        await driver.pilot.pause()
        assert driver.dashboard.parts.panes.current == "confidence"


async def test_a_saved_query_that_this_briefing_cannot_answer_is_reported() -> None:
    async with running(config=Config(queries={"shells": "shells:>3"})) as driver:
        await driver.press("colon", *"shells", "enter")
        assert footer(driver) == "no field “shells” · shells:>3"
        assert len(driver.shown) == 11


async def test_a_hint_stays_when_the_query_is_kept() -> None:
    async with running() as driver:
        await driver.ask("nis or lee")
        assert footer(driver).startswith("“or” is searched for as a word")


async def test_narrowing_by_the_same_term_again_changes_nothing() -> None:
    async with running() as driver:
        await driver.press("2", "j", "j", "asterisk", "asterisk")
        assert driver.dashboard.query_bar.input.value == "wounded:*"


async def test_without_a_row_under_the_cursor_there_is_nothing_to_ask() -> None:
    async with running() as driver:  # S7 states no figure
        await driver.press("2", "asterisk")
        assert footer(driver).startswith("no row is under the cursor")
        assert driver.dashboard.query_bar.input.value == ""
        await driver.press("j", "asterisk")
        assert driver.dashboard.query_bar.input.value == "killed:*"


async def test_the_counts_show_during_typing_that_possible_matches_are_shown() -> None:
    async with running() as driver:
        await driver.ask("killed:>200")
        await driver.press("tilde", "slash")
        await driver.type("0")
        assert "1 possible (shown)" in driver.text


async def test_narrowing_never_breaks_the_query() -> None:
    async with running() as driver:
        await driver.ask("(lee)OR(nis)")
        await driver.press("2", "j", "asterisk", "3", "g", "asterisk")
        assert driver.dashboard.query_bar.input.value == "((lee)OR(nis)) killed:* via:lee"
        for _ in range(70):
            await driver.press("asterisk")
        assert driver.dashboard.query_bar.input.value == "((lee)OR(nis)) killed:* via:lee"
        driver.dashboard.parts.navigator.ask("y" * 4097)
        await driver.pilot.pause()
        assert footer(driver).startswith("a query has at most 4096 characters")


async def test_leaving_the_finder_twice_in_one_burst_leaves_once() -> None:
    async with running() as driver:
        await driver.press("question_mark")
        finder = driver.app.screen
        for _ in range(2):
            finder.query_one(FinderPrompt).post_message(FinderPrompt.Done(keep=False))
        await driver.pilot.pause()
        assert driver.app.screen is driver.dashboard


async def test_a_clipboard_that_hangs_does_not_block_keys() -> None:
    hanging = threading.Event()

    def copy(_: str) -> str:
        hanging.wait(10)
        return "copied at last"

    async with running() as driver:
        driver.dashboard.parts.copying.copy_text = copy
        await driver.pilot.press("y", "i", "2", "j")
        await driver.pilot.pause()
        assert driver.dashboard.parts.panes.current == "figures"
        assert driver.selected == "S10"
        hanging.set()
        await driver.app.workers.wait_for_complete()
        await driver.pilot.pause()
        assert footer(driver).startswith("id copied at last")


async def test_text_pasted_after_enter_is_not_added_to_the_query() -> None:
    async with running() as driver:
        await driver.press("slash", *"nis")
        prompt = driver.dashboard.query_bar.input
        prompt.post_message(events.Key("enter", "\r"))
        prompt.post_message(events.Paste("abc"))
        await driver.pilot.pause()
        assert prompt.value == "nis"
