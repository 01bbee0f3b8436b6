"""Keys: moving, selecting, querying and going back."""

from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from textual import events
from textual.widget import Widget

from kursk_tui.ui.pane import Scene
from kursk_tui.ui.panes.timeline import TimelinePlan
from kursk_tui.ui.rows.row_model import Row
from kursk_tui.ui.rows.styled_text import Line
from tests.query.factory import builtin
from tests.ui.screen import LARGE, SMALL, WIDE, many_claims, running

# The timeline: S7 (4 December), S1 S2 S8 (no later than 19 December), S11 (19 December), S3 (in
# words alone), then a row for S4 S5 S6 S9 S10, which give no time.


@pytest.mark.parametrize("size", [LARGE, SMALL, WIDE, (40, 12)])
async def test_it_opens_on_the_first_claim_of_the_document(size: tuple[int, int]) -> None:
    async with running(size) as driver:
        assert driver.selected == "S1"
        for pane in driver.dashboard.workspace.visible_panes():
            marks = driver.dashboard.workspace.view_of(pane).state.viewport.marks
            rows = driver.pane(pane).splitlines()
            assert any(row[:1] in tuple("►▐") for row in rows) == bool(marks), pane
        assert "Offensive com" in driver.pane("timeline")
        assert "“Troops from North Korea" in driver.pane("claim")


async def test_it_opens_on_the_first_claim_in_the_text_that_the_query_shows() -> None:
    # The file lists them in another order; the timeline would begin with S11.
    claims = tuple(reversed(builtin().claims))
    briefing = builtin().replace(claims=claims)
    for query, first in (("", "S1"), ("source:lee", "S10"), ("killed:>200", None)):
        async with running(briefing=briefing, query=query) as driver:
            assert driver.selected == first


async def test_a_closed_row_has_the_mark_of_the_first_claim() -> None:
    claims = [one.replace(when=()) if one.id == "S1" else one for one in builtin().claims]
    async with running(briefing=builtin().replace(claims=tuple(claims))) as driver:
        assert driver.selected == "S1"
        marked = [row for row in driver.pane("timeline").splitlines() if row[:1] == "►"]
        assert [row[2:].rstrip() for row in marked] == ["▸ 6 claims give no time"]


@pytest.mark.parametrize(
    ("keys", "claim"),
    [
        (["j"], "S2"),
        (["down", "down"], "S8"),
        (["j", "k"], "S1"),
        (["k"], "S7"),
        (["G"], "S4"),
        (["G", "enter", "j", "j"], "S5"),
        (["G", "enter", "G"], "S10"),
        (["end", "home"], "S7"),
        (["G", "j"], "S4"),
        (["2"], "S1"),
        (["2", "j"], "S10"),
        (["2", "g", "G"], "S4"),
        (["4", "g"], "S5"),
        (["4", "g", "j", "j"], "S2"),
    ],
)
async def test_moving_selects_the_claim_under_the_cursor(keys: list[str], claim: str) -> None:
    async with running() as driver:
        await driver.press(*keys)
        assert driver.selected == claim


async def test_half_a_page_is_half_of_the_visible_rows() -> None:
    # Ten rows are visible below the axis: half of them are five rows.
    async with running() as driver:
        await driver.press("g", "ctrl+d")
        assert driver.selected == "S3"
        await driver.press("ctrl+u")
        assert driver.selected == "S7"


async def test_the_selected_claim_is_marked_in_every_pane_that_shows_it() -> None:
    async with running(WIDE) as driver:
        await driver.press("4", "g", "j", "j")  # S2, which has a figure, a likelihood, no source
        for pane in ("timeline", "figures", "sources", "confidence", "document"):
            marked = [row for row in driver.pane(pane).splitlines() if row[:1] in tuple("►▐")]
            assert marked, pane
        assert "have highly likely sustained" in driver.pane("claim")


async def test_only_the_selected_claim_is_marked() -> None:
    async with running() as driver:
        await driver.press("2", "j", "G")  # S10, then S4
        marked = [row for row in driver.pane("sources").splitlines() if row[:1] in tuple("►▐")]
        assert len(marked) == 1
        assert "UK MoD" in marked[0]


async def test_a_query_is_live_and_every_pane_follows() -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type("source:lee")
        assert driver.shown == ["S10", "S11"]
        assert "2 matches · 0 possible · 0 not stated" in driver.text
        for title in ("1 Timeline · 2/11", "2 Figures · 3/5", "3 Sources · 2/3"):
            assert title in driver.text
        assert "4 Confidence · 0/4" in driver.text
        assert "No matching claim states a likelihood" in driver.pane("confidence")


async def test_possible_matches_are_counted_and_shown_on_request() -> None:
    async with running() as driver:
        await driver.press("slash")
        await driver.type("killed:>200")
        assert "1 possible match: enter, then ~" in driver.pane("figures").replace("\n ", "")
        await driver.press("enter")
        assert driver.shown == []
        assert "0 matches · 1 possible (~ shows) · 10 not stated" in driver.text
        for pane in ("figures", "sources"):
            assert "1 possible match: ~ shows it" in driver.pane(pane).replace("\n ", "")
        await driver.press("tilde")
        assert driver.shown == ["S10"]
        assert driver.selected == "S10"
        assert "possible match" in driver.text
        await driver.press("tilde")
        assert driver.shown == []


async def test_a_possible_mark_is_at_the_figure_that_is_possible() -> None:
    async with running() as driver:
        await driver.ask("killed:>200")
        await driver.press("tilde")
        killed, wounded = (
            next(line for line in driver.pane("figures").splitlines() if measure in line)
            for measure in ("killed", "wounded")
        )
        assert "~killed" in killed
        assert "┊░░" in killed
        assert "~" not in wounded
        assert "┊" not in wounded


async def test_another_limit_moves_although_the_same_claims_match() -> None:
    async with running() as driver:
        places = []
        for number in (500, 5000):
            await driver.ask(f"killed:<{number} OR id:S10")
            line = next(one for one in driver.pane("figures").splitlines() if "killed" in one)
            places.append(line.index("┊"))
        assert driver.shown == ["S10"]
        assert places[0] < places[1]


async def test_an_invalid_query_keeps_the_panes_and_shows_the_position_of_the_error() -> None:
    async with running() as driver:
        await driver.ask("killed:>=100")
        await driver.press("slash")
        before = {pane: driver.pane(pane) for pane in ("timeline", "figures", "claim")}
        await driver.type(" kiled:>3")  # "kiled" alone is a word, and a fine query
        rows = driver.text.splitlines()
        column = rows[1].index("kiled")
        assert rows[2][column : column + 6] == "^^^^^ "
        assert "no field “kiled”; did you mean killed:?" in rows[2]
        assert "match" not in rows[1]
        assert before == {pane: driver.pane(pane) for pane in before}
        assert "1 Timeline · 1/11" in driver.text
        await driver.press("enter")
        assert driver.dashboard.query_bar.editing
        await driver.press("escape")
        assert "^^^" not in driver.text
        assert driver.dashboard.query_bar.input.value == "killed:>=100"
        assert driver.shown == ["S10"]


async def test_cancelling_a_query_restores_the_selected_claim() -> None:
    async with running() as driver:
        assert driver.selected == "S1"
        await driver.press("slash")
        await driver.type("killed:>")  # "killed" alone finds S10; the rest is unfinished
        assert driver.selected == "S10"
        await driver.type("x")
        assert driver.selected == "S1"
        await driver.press("escape")
        assert driver.selected == "S1"


async def test_esc_restores_the_query_and_a_click_elsewhere_keeps_the_new_one() -> None:
    async with running() as driver:
        await driver.ask("source:lee")
        await driver.press("slash", "ctrl+u")
        await driver.type("source:nis")
        assert driver.shown == ["S10"]
        await driver.press("escape")
        assert driver.shown == ["S10", "S11"]
        await driver.press("slash", "ctrl+u")
        await driver.type("id:S1")
        await driver.pilot.click("#figures", offset=(20, 1))
        await driver.pilot.pause()
        assert driver.shown == ["S1"]
        await driver.press("slash")
        await driver.type(" id:")
        await driver.pilot.click("#figures", offset=(20, 1))
        await driver.pilot.pause()
        assert driver.shown == ["S1"]
        assert driver.dashboard.query_bar.input.value == "id:S1"
        assert "value is missing" not in driver.text


async def test_carets_are_below_wide_characters_and_long_queries() -> None:
    async with running(SMALL) as driver:
        await driver.press("slash")
        await driver.type("병사 kiled:>3")
        rows = driver.text.splitlines()
        under, over = rows[2].index("^"), rows[1].index("kiled")
        assert cell_len(rows[2][:under]) == cell_len(rows[1][:over])
        await driver.press("ctrl+u")
        pasted = "source:nis " * 12 + "kiled:3"
        driver.dashboard.query_bar.input.post_message(events.Paste(pasted))
        await driver.pilot.pause()
        await driver.press("left", "right")
        rows = driver.text.splitlines()
        assert rows[2].index("^") == rows[1].index("kiled")
        assert "no field “kiled”" in rows[2]
        await driver.press("home")
        assert driver.text.splitlines()[2].rstrip().endswith("did you mean killed:? →")


async def test_pasted_control_characters_never_reach_the_screen() -> None:
    async with running() as driver:
        await driver.press("slash")
        driver.dashboard.query_bar.input.post_message(events.Paste("a\x1b]0;x\x07\u202eb\x9bc"))
        await driver.pilot.pause()
        assert driver.dashboard.query_bar.input.value == "a␛]0;x␇\ufffdb\ufffdc"
        assert "\x1b" not in driver.text


async def test_only_and_without_what_is_under_the_cursor() -> None:
    async with running() as driver:
        await driver.press("2", "j", "asterisk")
        assert driver.dashboard.query_bar.input.value == "killed:*"
        assert driver.shown == ["S10"]
        await driver.press("escape", "3", "g", "j", "number_sign")  # below those without a source
        assert driver.dashboard.query_bar.input.value == "-origin:uk-mod"
        assert "S4" not in driver.shown
        await driver.press("4", "g", "asterisk")
        assert (
            driver.dashboard.query_bar.input.value == '-origin:uk-mod likelihood:"almost certain"'
        )
        assert driver.shown == ["S5", "S6"]
        await driver.press("left_square_bracket")
        assert len(driver.shown) == 10


async def test_next_and_previous_match_work_in_any_pane() -> None:
    async with running() as driver:
        await driver.ask("source:*")  # S4, S10, S11
        await driver.press("4")
        seen = []
        for key in ("n", "n", "n", "N"):
            await driver.press(key)
            seen.append(driver.selected)
        assert len(set(seen[:3])) == 3
        assert set(seen) == {"S4", "S10", "S11"}
        assert seen[3] == seen[1]


async def test_a_query_given_on_the_command_line_is_asked_at_the_start() -> None:
    async with running(query="is:unattributed") as driver:
        assert len(driver.shown) == 8
        assert "/ is:unattributed" in driver.text


async def test_clearing_a_query_restores_the_chosen_claim() -> None:
    async with running() as driver:
        await driver.press("4", "g", "j", "j")
        await driver.ask("source:lee")
        assert driver.selected != "S2"
        await driver.press("escape")
        assert len(driver.shown) == 11
        assert driver.selected == "S2"


async def test_esc_unwinds_step_by_step_and_never_quits() -> None:
    async with running() as driver:
        await driver.press("z")
        await driver.ask("source:lee")
        await driver.press("slash", "escape")
        assert driver.shown == ["S10", "S11"]
        await driver.press("escape")
        assert len(driver.shown) == 11
        assert driver.dashboard.parts.panes.zoomed
        await driver.press("escape")
        assert not driver.dashboard.parts.panes.zoomed
        await driver.press("escape", "escape")
        assert driver.app.is_running


@pytest.mark.parametrize(
    ("size", "way"),
    [
        *((size, way) for size in (LARGE, SMALL, WIDE) for way in (["e"], ["0"], ["e", "0", "5"])),
        *((LARGE, way) for way in (["5"], ["enter"], ["5", "enter"], ["0", "e"], ["z", "e"])),
    ],
)
async def test_esc_leads_back_from_claim_and_document(
    way: list[str], size: tuple[int, int]
) -> None:
    async with running(size) as driver:
        await driver.press("2", *way, "escape")
        if way in (["5", "enter"], ["0", "e"]):
            before = "document" if way[0] == "5" else "claim"
            assert driver.dashboard.parts.panes.current == before
            await driver.press("escape")
        assert driver.dashboard.parts.panes.current == "figures"
        assert "figures" in driver.dashboard.workspace.visible_panes()
        assert driver.dashboard.parts.panes.zoomed == ("z" in way)
        assert driver.app.focused is driver.dashboard.workspace.view_of("figures")


async def test_the_current_pane_is_always_visible() -> None:
    async with running(WIDE) as driver:
        for keys in (["shift+tab"] * 2, ["z", "shift+tab", "shift+tab", "z"], ["5", *["tab"] * 5]):
            for size in (WIDE, LARGE, SMALL, LARGE):
                await driver.press(*keys)
                await driver.pilot.resize_terminal(*size)
                await driver.pilot.pause()
                assert (
                    driver.dashboard.parts.panes.current
                    in driver.dashboard.workspace.visible_panes()
                )


async def test_zoom_gives_one_pane_the_whole_space() -> None:
    async with running() as driver:
        await driver.press("2", "z")
        view = driver.dashboard.workspace.view_of("figures")
        assert view.size.width > 110
        assert "1 Timeline" not in driver.text
        await driver.press("z")
        assert "1 Timeline" in driver.text


async def test_evidence_scrolls_the_document_to_the_claim_and_esc_returns() -> None:
    async with running() as driver:
        await driver.press("2", "G", "g", "e")  # S10, near the end of the text
        assert driver.dashboard.parts.panes.current == "document"
        rows = driver.pane("document").splitlines()
        marked = " ".join(row[10:].rstrip(" ▐░") for row in rows if row[:1] in tuple("►▐"))
        assert "at least 100 soldiers killed and approximately 1,000 wounded" in marked
        assert "3 Sources" not in driver.text
        await driver.press("escape")
        assert driver.dashboard.parts.panes.current == "figures"
        assert "3 Sources" in driver.text


async def test_history_goes_back_and_forward() -> None:
    async with running() as driver:
        await driver.press("2", "j", "e")
        await driver.press("left_square_bracket")
        assert (driver.dashboard.parts.panes.current, driver.selected) == ("figures", "S10")
        await driver.press("right_square_bracket")
        assert driver.dashboard.parts.panes.current == "document"
        await driver.ask("source:lee")
        await driver.press("left_square_bracket")
        assert len(driver.shown) == 11
        await driver.press("right_square_bracket")
        assert driver.shown == ["S10", "S11"]


async def test_sources_open_and_close_to_show_their_claims() -> None:
    async with running() as driver:
        await driver.press("3", "g", "j")
        assert "Around 11,000" not in driver.pane("sources")
        await driver.press("enter")
        assert "Around 11,000" in driver.pane("sources")
        await driver.press("j")
        assert driver.selected == "S4"
        await driver.press("k", "enter")
        assert "Around 11,000" not in driver.pane("sources")


async def test_outside_knowledge_is_shown_on_request_and_labelled() -> None:
    async with running(WIDE) as driver:
        await driver.press("4", "g", "z", "0", "z")
        assert "Ministry of Defence's update" not in driver.text
        await driver.press("z", "o", "0")
        assert driver.dashboard.outside
        text = " ".join(driver.pane("claim").split())
        assert "NOT IN THE DOCUMENT: The wording matches the UK Ministry of Defence's" in text


async def test_tab_visits_the_visible_panes_of_the_grid() -> None:
    async with running() as driver:
        seen = []
        for _ in range(5):
            await driver.press("tab")
            seen.append(driver.dashboard.parts.panes.current)
        assert seen == ["figures", "sources", "confidence", "claim", "timeline"]
        await driver.press("shift+tab")
        assert driver.dashboard.parts.panes.current == "claim"


async def test_a_small_screen_shows_one_pane_at_a_time_with_tabs() -> None:
    async with running(SMALL) as driver:
        for key, title in (("1", "Timeline"), ("2", "Figures"), ("3", "Sources")):
            await driver.press(key)
            assert f"[{key} {title} " in driver.text
            assert "0 Claim" in driver.text
        await driver.press("tab", "tab")
        assert driver.dashboard.parts.panes.current == "document"


async def test_resizing_keeps_pane_query_and_selected_claim_visible() -> None:
    async with running() as driver:
        await driver.press("G", "enter", "G")
        for size in (SMALL, WIDE, (40, 12), LARGE, (100, 26), (99, 25)):
            await driver.pilot.resize_terminal(*size)
            await driver.pilot.pause()
            assert driver.selected == "S10"
            rows = driver.pane("timeline").splitlines()
            assert any(row[:1] in tuple("►▐") and "At least 100" in row for row in rows), size


def _wheel_down(widget: Widget) -> events.MouseScrollDown:
    return events.MouseScrollDown(
        widget, 5, 5, 0, 0, 0, shift=False, meta=False, ctrl=False, screen_x=5, screen_y=5
    )


@pytest.mark.parametrize("size", [(39, 12), (40, 11), (12, 3), (1, 1)])
async def test_a_screen_that_is_too_small_shows_the_required_size(size: tuple[int, int]) -> None:
    async with running(size) as driver:
        if size[0] * size[1] > 60:
            assert "kursk-tui needs 40x12" in " ".join(driver.text.split())
        await driver.press("j", "2", "slash", "x", "escape", "z", "question_mark", "escape")
        await driver.pilot.resize_terminal(40, 12)
        await driver.pilot.pause()
        assert "needs 40x12" not in driver.text
        assert "0 Claim" in driver.text or "Figures" in driver.text


async def test_a_click_selects_and_the_wheel_scrolls() -> None:
    async with running((120, 30)) as driver:
        await driver.press("G", "enter", "g")
        await driver.pilot.click("#timeline", offset=(20, 4))
        await driver.pilot.pause()
        assert driver.selected == "S2"
        view = driver.dashboard.workspace.view_of("timeline")
        before = driver.pane("timeline")
        view.post_message(_wheel_down(view))
        await driver.pilot.pause()
        assert driver.pane("timeline") != before
        assert driver.selected == "S2"


async def test_the_theme_key_cycles_through_the_themes() -> None:
    async with running(LARGE) as driver:
        for theme in ("light", "contrast", "colour-blind", "ansi", "dark"):
            await driver.press("T")
            assert driver.app.theme == f"kursk-{theme}"
            assert f"theme: {theme}" in driver.text.splitlines()[-1]
            assert (" on #ffffff" in driver.colours) == (theme == "light")
            assert ("#0d1117" in driver.colours) == (theme == "dark")


async def test_redraw_changes_nothing() -> None:
    async with running() as driver:
        before = driver.text
        await driver.press("ctrl+l")
        assert driver.text == before


async def test_the_palette_finds_an_action_and_runs_it() -> None:
    async with running() as driver:
        await driver.press("colon")
        await driver.type("zoom")
        await driver.press("enter")
        assert driver.dashboard.parts.panes.zoomed


@pytest.mark.parametrize(
    "keys",
    [["q"], ["ctrl+q"], ["question_mark", "ctrl+q"], ["colon", "ctrl+q"], ["slash", "ctrl+q"]],
)
async def test_it_quits_from_everywhere(keys: list[str]) -> None:
    async with running() as driver:
        assert not driver.app._exit
        await driver.press(*keys)
        assert driver.app._exit


async def test_the_key_that_opens_the_query_bar_is_a_letter_within_it() -> None:
    async with running() as driver:
        await driver.press("slash", "slash")
        assert driver.dashboard.query_bar.input.value == "/"


async def test_q_is_a_letter_while_a_query_is_typed() -> None:
    async with running() as driver:
        await driver.press("slash", "q")
        assert not driver.app._exit
        assert driver.dashboard.query_bar.input.value == "q"


async def test_the_term_of_a_denied_figure_is_the_id_of_its_claim() -> None:
    briefing = builtin()
    claims = list(briefing.claims)
    at = next(number for number, one in enumerate(claims) if one.id == "S10")
    killed, *others = claims[at].figures
    claims[at] = claims[at].replace(figures=(killed.replace(modality="denied"), *others))
    async with running(briefing=briefing.replace(claims=tuple(claims))) as driver:
        await driver.press("2", "g", "asterisk")
        assert driver.shown == ["S10"]  # killed:* does not find denied figures


async def test_only_visible_rows_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(briefing=many_claims(500)) as driver:
        drawn: set[object] = set()
        draw = TimelinePlan._draw

        def counting(plan: TimelinePlan, row: Row, scene: Scene) -> Sequence[Line]:
            drawn.add(row)
            return draw(plan, row, scene)

        monkeypatch.setattr(TimelinePlan, "_draw", counting)
        await driver.press("S", "S", "S")  # another layout, with the function above
        drawn.clear()
        await driver.press("G")
        assert driver.selected == "c499"
        assert 0 < len(drawn) < 33  # the lines of the tallest column


async def test_keys_that_arrive_while_an_enter_is_refused_follow_those_before_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with running() as driver:
        app, bar = driver.app, driver.dashboard.query_bar
        release = bar.release_late_keys

        def send(*keys: str) -> None:
            for key in keys:
                character = "/" if key == "slash" else key if len(key) == 1 else None
                app.post_message(events.Key(key, character))

        def release_late() -> None:
            monkeypatch.setattr(bar, "release_late_keys", release)
            send("0", "0", "enter", "2")
            release()

        monkeypatch.setattr(bar, "release_late_keys", release_late)
        send("slash", *"killed:", "enter", *">=1")  # the query is not complete at the enter
        for _ in range(4):
            await driver.pilot.pause()
        assert driver.dashboard.parts.query.text == "killed:>=100"
        assert driver.dashboard.parts.panes.current == "figures"
