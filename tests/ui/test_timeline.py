"""The timeline: bars on a shared axis, their columns, and the claims that give no time."""

from datetime import date

import pytest

from kursk_tui.charts.time_axis import Days, find_eras, fit_axis
from kursk_tui.charts.time_bars import seen_from, time_bar
from kursk_tui.charts.time_labels import label_axis
from kursk_tui.model import When
from kursk_tui.query import View
from kursk_tui.text.ascii import ascii_only
from kursk_tui.ui.pane import Layout, Scene
from kursk_tui.ui.panes.timeline import PANE
from kursk_tui.ui.rows.alike_names import beginnings, distinct_in
from kursk_tui.ui.rows.styled_text import Line, fit
from kursk_tui.ui.rows.time_columns import time_columns
from kursk_tui.ui.rows.time_marks import TimeRuler
from kursk_tui.vocabulary import TimeRole
from tests.query.factory import Draft, briefing, builtin, dated, words_only
from tests.ui.screen import LARGE, SMALL, running

ROLES: tuple[TimeRole, ...] = ("event", "in effect", "reported", "as of")


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def text(line: Line) -> str:
    return "".join(span.text for span in line)


# Thirty-two days, from 30 November to 31 December, in as many cells; a cell before, two after.
AXIS = fit_axis(find_eras([Days(day("2024-12-01"), day("2024-12-30"))]), 35)
RULER = TimeRuler(AXIS, ())


def drawn(*dates: When, document: str | None = "2024-12-19") -> str:
    bars = [bar for bar in map(time_bar, dates) if bar is not None]
    return text(RULER.line(bars, day(document) if document else None)).rstrip()


@pytest.mark.parametrize(
    ("when", "line"),
    [
        (dated("2024-12-10"), "           ◆        │"),
        (dated("2024-12-10", "in effect"), "           ■        │"),
        (dated("2024-12-10", "reported"), "           ○        │"),
        (dated("2024-12-10", "as of"), "           ●        │"),
        (dated("2024-12-10~"), "           ≈        │"),
        (dated("2024-12-04/..", "in effect"), "     ├──────────────┼─────────────▶"),
        (dated("../2024-12-10", "in effect"), "◀──────────┤        │"),
        (dated("2024-12-04/2024-12-10", "in effect"), "     ├─────┤        │"),
        (dated("2024-12-04/2024-12-10"), "     ◆─────◆        │"),
        (dated("2024-12-04/", "in effect"), "     ├░░░░░░░░░░░░░░│░░░░░░░░░░░░░?"),
        (dated("2024-12"), "  ░░░░░░░░░░░░░░░░░░│░░░░░░░░░░░░"),
        (dated("2024-12~"), "  ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌│╌╌╌╌╌╌╌╌╌╌╌╌"),
        (dated("../2024-12-10"), "◀░░░░░░░░░░░        │"),
    ],
    ids=lambda one: f"{one.role} {one.edtf}" if isinstance(one, When) else "",
)
def test_a_bar_worked_out_by_hand(when: When, line: str) -> None:
    assert drawn(when) == line


def test_until_recently_does_not_last_until_the_day_of_the_document() -> None:
    recently = words_only("until recently", "../2024-12-19", "in effect")
    assert drawn(recently) == "◀╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌?│"
    so_far = words_only("so far", "../2024-12-19", "as of")
    assert drawn(so_far) == "◀╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌●"


def test_a_forecast_begins_at_the_day_of_the_document() -> None:
    (bar,) = [
        seen_from(one, day("2024-12-19")) for one in map(time_bar, [dated("../2024-12-24")]) if one
    ]
    assert text(RULER.line([bar], day("2024-12-19"))).rstrip() == "                    ▒░░░░░"
    past = time_bar(dated("../2024-12-10"))
    assert past is not None
    assert seen_from(past, day("2024-12-19")) == past
    assert seen_from(past, None) == past


def test_where_marks_meet_the_event_is_shown() -> None:
    both = dated("2024-12-10"), dated("2024-12-10", "reported")
    assert drawn(*both) == drawn(*reversed(both)) == "           ◆        │"


def test_bars_go_on_behind_a_break() -> None:
    ranges = [Days(day(one), day(one)) for one in ("1950-06-25", "2024-12-04", "2024-12-19")]
    axis = fit_axis(find_eras(ranges), 24)
    ruler = TimeRuler(axis, label_axis(axis).ticks)
    state = time_bar(dated("1950-06-25/..", "in effect"))
    assert state is not None
    assert text(ruler.line([state], day("2024-12-19"))) == "  ├─╱╱──────────────┼──▶"
    assert text(ruler.line([], day("2024-12-19"))).count("╱╱") == 1


def test_every_sign_has_an_ascii_form_of_the_same_width() -> None:
    signs = "◆├┤■○●□≈─░╌◀▶│┼╱·▁▂▃▄▅▆▇█▸▾"
    assert ascii_only(signs) == "*++#o@=~-:~<>|+/..:-=+*%#+-"


def test_density_counts_what_lies_in_one_cell() -> None:
    counts = {
        Days(day("2024-12-04"), day("2024-12-04")): 8,
        Days(day("2024-12-10"), day("2024-12-10")): 1,
        Days(day("2024-12-01"), day("2024-12-31")): 90,
    }
    blocks, most = RULER.density(counts)
    assert text(blocks).rstrip() == "     █     ▁"
    assert most == 8


# The pane.


def lines(view: View, width: int, opened: frozenset[str] = frozenset()) -> list[str]:
    scene = Scene(view, None, width, opened=opened)
    layout = laid_out(scene)
    rows = (layout.draw(row, scene)[0] for row in layout.model.rows)
    return [text(fit(row, width)).rstrip() for row in rows]


def laid_out(scene: Scene) -> Layout:
    return PANE.plan(scene.view.index, scene.sort, scene.width).lay_out(scene)


BUILTIN = View.of(builtin())


def test_the_built_in_briefing_at_the_width_of_a_grid() -> None:
    assert lines(BUILTIN, 53) == [
        "Partnership treaty… from 4 Dec       ├  ├─────────┼─▶",
        "Offensive combat o… “currently”      ● ◀╌╌╌╌╌╌╌╌╌╌●",
        "Highly likely sign… “so far”         ● ◀╌╌╌╌╌╌╌╌╌╌●",
        "Military support h… “until recently” ├ ◀╌╌╌╌╌╌╌╌╌?│",
        "Lee Seong-kweun di… 19 Dec           ◆            ◆",
        "▸ 1 background date",  # the first combat since the Korean War
        "▸ 5 claims give no time",
    ]


def test_a_far_year_keeps_its_break_at_the_width_of_a_grid() -> None:
    view = View.of(
        briefing(
            Draft(when=(dated("1987"),)),
            Draft(when=(dated("2025-03-10"),)),
            Draft(when=(dated("2025-03-14"),)),
            Draft(when=(words_only("since the harvest began", None, "in effect"),)),
        )
    )
    assert "╱╱" in lines(view, 53)[1]


def test_each_role_has_a_word_and_a_sign() -> None:
    legend = laid_out(Scene(BUILTIN, None, 53)).caption
    assert legend == "├ in effect  ● as of  │ document  ╌ approximate"  # one event only
    assert "in effect" not in lines(BUILTIN, 75)[0]  # names have the room
    wide = lines(BUILTIN, 195)
    assert "in effect from 4 Dec" in wide[0]
    assert "as of “so far”" in wide[2]
    assert "event 19 Dec" in wide[4]


def test_the_legend_has_no_day_of_the_document_where_marks_of_that_day_hide_it() -> None:
    reported = dated("2024-12-19", "reported")
    for when, shown in (((reported,), False), ((dated("2024-12-10"),), True)):
        view = View.of(briefing(Draft(when=when)).replace(date="2024-12-19"))
        assert ("│" in laid_out(Scene(view, None, 75)).caption) == shown
        assert any("│" in line for line in lines(view, 75)) == shown


def test_the_smallest_grid_still_has_an_axis() -> None:
    assert lines(BUILTIN, 43)[0] == "Partnership… from 4 Dec    ├  ├─────────┼─▶"


def test_a_phone_shows_dates_beside_a_narrow_axis() -> None:
    scene = Scene(BUILTIN, None, 37)
    assert lines(BUILTIN, 37)[:4] == [
        "Partnership t… from 4 Dec  ├  ├───┼─▶",
        "Offensive com… “currently” ● ◀╌╌╌╌●",
        "Highly likely… “so far”    ● ◀╌╌╌╌●",
        "Military supp… “until rec… ├ ◀╌╌╌?│",
    ]
    assert laid_out(scene).columns[2].heading == "Dec 2024"
    far = View.of(briefing(Draft(when=(dated("1943"),)), Draft(when=(dated("2025-03-10"),))))
    assert [line[27:] for line in lines(far, 39)] == ["░░░░╱╱  ·", "    ╱╱  ◆"]
    assert "╱" not in "".join(lines(far, 34))  # claims need the room


def test_summaries_have_room_before_second_dates_and_long_ids() -> None:
    dates = dated("2024-12-14/2024-12-15"), dated("2024-12-17", "reported")
    first = Draft(when=dates, summary="At least 30 North Korean soldiers were killed or wounded")
    other = Draft(when=(dated("2025-06-15"),), summary="Others")
    view = View.of(briefing(first, other))
    assert lines(view, 75)[0] == (
        "C0 At least 30 North Korean soldi… 14–15 Dec 2024 ◆   · ◆──◆    ○   ╱╱ ·"
    )
    assert "14–15 Dec 2024 · reported 17 Dec 2024 ◆" in lines(view, 155)[0]
    widths = [time_columns([], longest, 60, None, 75, eras=1).ids for longest in (4, 8, 9)]
    assert widths == [5, 9, 0]  # the end of a longer id names no claim


def test_names_that_begin_alike_are_shown_from_their_own_words_on() -> None:
    names = (
        "North Korean troops have suffered losses",
        "North Korean troops have withdrawn",
        "North Korean forces rest",
        "Ukraine attacks",
        "Ukraine attacks at dawn and at noon",
    )
    common = beginnings(names)
    for width, shown in (
        (15, ("…suffered losses", "…withdrawn", "…forces rest", "Ukraine attacks", "…attacks at")),
        (28, ("…suffered losses", "…withdrawn", *names[2:])),
        (29, names),
    ):
        for name, start in zip(names, shown, strict=True):
            assert distinct_in(name, common.get(name), width).startswith(start), (name, width)
    assert distinct_in("Troops", None, 3) == "Troops"
    view = View.of(
        briefing(*(Draft(summary=name, when=(dated("2024-12-19"),)) for name in names[:2]))
    )
    assert [line.split("  ")[0] for line in lines(view, 40)[:2]] == ["…suffered…", "…withdrawn"]


def test_a_zoomed_pane_shows_whole_summaries_where_it_can() -> None:
    longest = max(len(claim.summary) for claim in BUILTIN.claims if claim.when)
    for width, cut in ((115, 3), (155, 0), (195, 0)):
        names = [row[: longest + 6] for row in lines(BUILTIN, width)[:6]]
        assert sum("…" in name for name in names) == cut, width


def test_since_lasts_from_a_time_that_is_not_known_and_states_no_end() -> None:
    assert drawn(words_only("Since the war", None, "in effect")) == f"?{'╌' * 19}│{'╌' * 13}▶"
    assert drawn(words_only("during the war", None, "in effect")) == " " * 20 + "│"


EDTF = "1987", "2024-12-10~", "2024-12-04/2024-12-10"


def test_every_sign_of_the_timeline_is_explained() -> None:
    explained = {sign for one in PANE.signs() for sign in one.text}
    view = View.of(
        briefing(
            *(
                Draft(when=(dated(edtf),))
                for edtf in ("1987", "2024-12-10~", "2024-12-04/2024-12-10")
            ),
            *(Draft(when=(dated("2024-12-04/..", role),)) for role in ROLES),
        )
    )
    drawn_signs = {
        sign
        for shown in (view, BUILTIN)
        for row in lines(shown, 75)
        if "▸" not in row
        for sign in row[56:]
        if sign not in " ─·"
    }
    assert drawn_signs <= explained


def test_a_query_does_not_move_the_axis() -> None:
    found = BUILTIN.ask("id:S7")
    assert lines(found, 75) == [lines(BUILTIN, 75)[0]]
    columns = [laid_out(Scene(view, None, 75)).columns for view in (BUILTIN, found)]
    assert columns[0] == columns[1]


def test_a_claim_with_dates_that_follow_each_other_is_one_line() -> None:
    apart = Draft(when=(dated("2025-01-22", "reported"), dated("2025-01-09")))
    overlapping = Draft(when=(dated("2025-01"), dated("2025-01-09", "reported")))
    view = View.of(briefing(apart, overlapping))
    found = lines(view, 140)
    assert len(found) == 3
    assert sum("9 Jan 2025 · reported 22 Jan 2025" in row for row in found) == 1


def test_a_resolved_date_says_so_and_what_is_written() -> None:
    monday = When(role="event", words="Monday", resolved="2025-01-13")
    assert " 13 Jan 2025, resolved" in lines(View.of(briefing(Draft(when=(monday,)))), 75)[0]
    wide = lines(View.of(briefing(Draft(when=(monday,)))), 140)[0]
    assert "event 13 Jan 2025, resolved · “Monday”" in wide


def test_claims_without_dates_alone_are_listed_below_a_heading() -> None:
    found = lines(View.of(briefing(Draft(summary="One"), Draft(summary="Two"))), 53)
    assert found == ["2 claims give no time", "  One", "  Two"]


def test_background_dates_are_below_the_axis_in_a_group_that_opens() -> None:
    before = words_only("than in the last war", role="background")
    compared = Draft(when=(dated("1953", "background"), dated("2024-12-04")), summary="Higher")
    view = View.of(briefing(compared, Draft(when=(before,), summary="Older"), Draft()))
    assert lines(view, 53) == [
        "Higher     4 Dec 2024 ◆               ◆",
        "▸ 2 background dates",
        "▸ 1 claim gives no time",
    ]
    opened = lines(view, 53, frozenset(["background"]))
    assert opened[1:4] == [
        "▾ 2 background dates",
        "Higher     □ 1953",  # they have the cells of the axis for their words
        "Older      □ “than in the last war”",
    ]
    layout = laid_out(Scene(view, None, 53, opened=frozenset(["background"])))
    assert layout.caption == "◆ event"
    assert [layout.model.stops_of(claim) for claim in (0, 1, 2)] == [[0, 1, 2], [1, 3], [4]]
    assert laid_out(Scene(view, None, 53)).model.stops_of(0) == [0, 1]
    rows = layout.model.rows
    assert [PANE.term(rows[at], 0, view) for at in (0, 1, 2)] == [
        *("date:2024-12-04", "has:background", "id:C0"),
    ]


def test_background_dates_alone_leave_no_axis() -> None:
    view = View.of(briefing(Draft(when=(dated("1953", "background"),)), Draft(summary="Calm")))
    assert lines(view, 75, frozenset(["background", "no time"]))[::3] == [
        "▾ 1 background date",
        "  C1 Calm",
    ]
    assert lines(view.ask("id:C1"), 75) == ["▸ 1 claim gives no time"]


def test_density_is_above_many_claims_even_if_a_query_leaves_few() -> None:
    view = View.of(briefing(*[Draft(when=(dated("2024-12-04"),))] * 200, Draft(text="Other.")))
    assert len(laid_out(Scene(view, None, 75)).above) == 1
    above = text(laid_out(Scene(view.ask("id:C3"), None, 75)).above[0])
    assert above.startswith("per column ")
    assert "█ = 1 " in above
    assert not laid_out(Scene(BUILTIN, None, 75)).above


async def test_the_axis_and_the_density_stay_while_the_claims_scroll() -> None:
    drafts = [Draft(when=(dated(f"2024-12-{1 + number % 28:02}"),)) for number in range(200)]
    async with running(briefing=briefing(*drafts)) as driver:
        before = driver.pane("timeline").splitlines()[:2]
        await driver.press("G")
        assert driver.pane("timeline").splitlines()[:2] == before
        assert "Dec 2024" in before[0]
        assert "█" in before[1]


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=["grid", "tabs"])
async def test_enter_opens_and_closes_the_claims_that_say_nothing_of_time(
    size: tuple[int, int],
) -> None:
    async with running(size) as driver:
        await driver.press("G")
        closed = driver.pane("timeline")
        assert "► ▸ 5 claims give no time" in closed
        await driver.press("enter", "j")
        assert driver.selected == "S4"
        assert "▾ 5 claims give no time" in driver.pane("timeline")
        assert "Around 11,000" in driver.pane("timeline")
        await driver.press("k", "enter")
        assert driver.pane("timeline") == closed


async def test_the_closed_row_is_marked_for_each_of_its_claims() -> None:
    async with running() as driver:
        await driver.press("2", "j")  # S10
        assert driver.selected == "S10"
        assert "▐ ▸ 5 claims" in driver.pane("timeline")


def test_words_of_dated_claims_are_shown_from_130_cells_on() -> None:
    widths = {
        width: time_columns([], 3, 20, None, width, eras=1).with_words for width in (129, 130)
    }
    assert widths == {129: False, 130: True}


def test_a_month_whose_end_is_in_the_column_of_the_document_is_not_hidden_by_its_line() -> None:
    # Seven cells for 68 days: the last days of December share a cell with the document's day.
    axis = fit_axis(find_eras([Days(day("2024-12-01"), day("2025-01-31"))]), 10)
    month = time_bar(dated("2024-12"))
    assert month is not None
    drawn = text(TimeRuler(axis, ()).line([month], day("2024-12-30")))
    assert drawn == " ░░░▒     "
