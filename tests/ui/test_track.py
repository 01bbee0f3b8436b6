"""Tests of the pane Track: the nine reports on North Korean troops, at three widths."""

from dataclasses import replace
from unittest.mock import patch

from kursk_tui.model import OtherStatement, Source
from kursk_tui.model.source import distinct_labels
from kursk_tui.query import View
from kursk_tui.tracking.vicinity import Vicinity
from kursk_tui.ui.pane import Scene
from kursk_tui.ui.panes.track import PANE
from kursk_tui.ui.rows import track_chart
from kursk_tui.ui.rows.track_facts import track_facts
from tests.library.reports import library
from tests.query.factory import Draft, briefing
from tests.tracking.test_states import NIS, _killed, _library, _report


def _lines(view: View, width: int, tracked: tuple[int, int] | None = None) -> list[str]:
    """Return the lines of the pane without blanks at their ends."""
    scene = Scene(view, None, width, tracked=tracked)
    layout = PANE.plan(view.index, "", width).lay_out(scene)
    drawn = [line for row in layout.model.rows for line in layout.draw(row, scene)]
    return ["".join(span.text for span in line).rstrip() for line in drawn]


def test_the_toll_begins_with_the_floor_and_shows_what_each_statement_says_about_others() -> None:
    lines = _lines(View.of(library().briefing), 118)
    assert lines[0] == "killed or wounded · North Korean troops · 6 statements · 5 origins"
    assert lines[1] == (
        "floor 3,001 on Zelenskyy alone, else 2,700 on NIS, else 30 on HUR · "
        "possibly 6,001 (UK MoD) · no ceiling"
    )
    assert lines[2].startswith("17 Dec 2024 HUR")
    assert lines[2].endswith("first")
    assert "killed or wounded · North Korean soldiers · over the weekend" in lines[3]
    assert lines[3].endswith("  2024-12-17-hur/c1")
    zelenskyy = next(line for line in lines if "More than 3,000" in line)
    assert zelenskyy.endswith("~ JCS would have to reach 3,001")
    part = lines.index("part of it · 4 statements · 1 origin · 1 repeat or relay")
    remarks = ("first", "first", "! “At least” lost on the way", *["▲ higher, as printed"] * 2)
    for line, remark in zip(lines[part + 1 :: 2], remarks, strict=True):
        assert line.endswith(f"  {remark}")


def test_on_narrow_screens_remarks_and_origins_are_in_the_second_line() -> None:
    lines = _lines(View.of(library().briefing), 36)
    at = next(number for number, line in enumerate(lines) if "More than 3,000" in line)
    assert lines[at].startswith("23 Dec 2024 More than 3,000")
    assert lines[at + 1].startswith("  Zelenskyy · ~ JCS would have to reach 3,001")
    wider = _lines(View.of(library().briefing), 78)
    at = next(number for number, line in enumerate(wider) if "More than 3,000" in line)
    assert wider[at].startswith("23 Dec 2024 Zelenskyy")
    assert wider[at + 1].startswith("  ~ JCS would have to reach 3,001 · killed")
    assert wider[at + 1].endswith("…  2024-12-23-zelenskyy/c1")


def test_a_query_limits_the_statements_and_a_figure_chooses_the_count() -> None:
    view = View.of(library().briefing)
    wounded = next(
        (number, part)
        for number, claim in enumerate(view.claims)
        for part, figure in enumerate(claim.figures)
        if figure.words == "2,700"
    )
    found = [line for line in _lines(view.ask("source:zelenskyy"), 118) if "Dec" in line]
    assert len(found) == 1
    lines = _lines(View.of(library(decisions=library().decisions.model_copy(
        update={"questions": ()}
    )).briefing), 118, wounded)  # fmt: skip
    assert lines[0] == "wounded · North Korean soldiers · 2 statements · 1 origin"


def test_without_figures_nothing_can_be_followed() -> None:
    view = View.of(briefing(Draft("Nothing is counted.")))
    layout = PANE.plan(view.index, "", 80).lay_out(Scene(view, None, 80))
    assert layout.empty == "No figure is stated, so there is nothing to follow through time."


def test_the_chart_has_a_column_for_each_day_and_a_sign_for_each_statement() -> None:
    view = View.of(library().briefing)
    scene = Scene(view, 0, 118, as_chart=True)
    layout = PANE.plan(view.index, "", 118).lay_out(scene)
    lines = ["".join(span.text for span in layout.draw(row, scene)[0]) for row in layout.model.rows]
    assert [line[:6].strip() for line in lines if line[:6].strip()] == ["10k", "1k", "100", "10"]
    _, days, gaps = ("".join(span.text for span in line) for line in layout.above)
    assert days.split("  ")[0].strip() == ""
    columns = {day: days.index(day) for day in ("17 Dec 2024", "19 Dec 2024", "15 Jun 2025")}
    hundred = next(line for line in lines if line.startswith("  100"))
    assert hundred[columns["19 Dec 2024"]] == "┴"
    assert lines[0][columns["19 Dec 2024"]] == "▲"
    assert "∅ significant casualties" in lines[-1]
    assert "┆ 153 days later" in gaps
    assert sum(line.count("┴") for line in lines) == 4
    named = "\n".join(lines)
    assert all(named.count(name) >= 1 for name in ("HUR", "US", "UK MoD", "JCS", "Zelenskyy"))
    assert sum(line.count("◇") for line in lines) == 3
    assert sum(line.count("◆") for line in lines) == 2
    assert [line.count("►┴") for line in lines].count(1) == 1  # the selected claim
    assert layout.caption.startswith("chart · ◆ exact · ◇ about · ┴ or more")
    # The cursor stops at each sign in the order of days, whatever line that is in.
    stops = [view.claims[one.claim].id.partition("/")[0][11:] for one in layout.model.stops]
    assert stops == [
        *("hur", "us", "mod", "nis", "nis", "outlet", "jcs", "zelenskyy", "nis", "nis", "mod")
    ]
    assert all("►" not in line for line in lines if "┴ Zelenskyy" in line)
    signs = [lines[one.first] for one in layout.model.stops]
    for at, sign in ((1, "?"), (2, "∅"), (5, "◆")):
        assert sign in signs[at]
    # What counts exactly what is asked needs no measure.
    assert "More than 3,000 casualties" not in named
    assert "around 1,100 casualties" in named
    narrow = PANE.plan(view.index, "", 80).lay_out(replace(scene, width=80))
    assert narrow.caption == "floor 3,001 · possibly 6,001 · no ceiling"
    drawn = patch.object(track_chart, "chart", side_effect=track_chart.chart)
    with drawn as chart:
        layout = PANE.plan(view.index, "", 118).lay_out(scene)
        for row in layout.model.rows:
            layout.draw(row, replace(scene, selected=3))
    assert chart.call_count == 2  # for each selected claim, and not for each row


def test_the_statements_of_a_section_have_three_orders() -> None:
    view = View.of(library().briefing)
    for sort, expected in {
        "": ["At least 30", "several hundred", "around 1,100", "More than 3,000", "over 6,000"],
        "latest first": ["over 6,000", "around 1,100", "More than 3,000", "At least 30"],
        "highest first": ["over 6,000", "More than 3,000", "around 1,100", "several hundred"],
    }.items():
        scene = Scene(view, None, 118, sort=sort)
        layout = PANE.plan(view.index, sort, 118).lay_out(scene)
        words = [
            view.claims[row.claim].figures[row.part].words
            for row in layout.model.rows
            if row.claim is not None
        ]
        numbers = [one for one in words[:6] if one != "significant casualties"]
        assert numbers[: len(expected)] == expected


def test_sources_with_one_label_are_told_apart_by_country_and_else_by_name() -> None:
    def source(key: str, name: str, country: str | None, short: str | None = None) -> Source:
        return Source(id=key, name=name, country=country, short=short)

    labels = distinct_labels(
        [
            source("a", "Ministry of Defence", "GB", "MoD"),
            source("b", "Ministry of Defence", "UA", "MoD"),
            source("c", "mod", None),
            source("d", "HUR", "UA"),
            source("e", "Ministry of Digital", "GB", "MOD"),
        ]
    )
    assert labels == {
        "a": "Ministry of Defence (GB)",
        "b": "MoD (UA)",
        "c": "mod (country not stated)",
        "d": "HUR",
        "e": "Ministry of Digital (GB)",
    }


def test_a_claim_of_a_library_shows_what_its_figures_say_about_others() -> None:
    view = View.of(library().briefing)
    near = Vicinity(view.index.tracked)
    found = {
        claim.id: [
            "".join(span.text for span in line) for _, line in track_facts(number, view, near)
        ]
        for number, claim in enumerate(view.claims)
    }
    assert found["2024-12-17-hur/c1"][0] == (
        "first · makes certain: 30 or more killed or wounded, North Korean troops"
        " · no statement contradicts it"
    )
    assert found["2024-12-23-jcs/c1"] == [
        "~ would have to reach 3,001 (Zelenskyy “More than 3,000”, 2024-12-23-zelenskyy/c1) · first"
    ]
    assert found["2024-12-20-outlet/c1"][0].startswith(
        "! “At least” lost on the way · before: “At least 100”, 2024-12-19-nis/c1"
    )
    assert found["2025-06-15-mod/c1"][0] == (
        "“over 6,000” · first number · before: “significant casualties”, 2024-12-18-mod/c1"
        " · possibly: 6,001 or more killed or wounded, North Korean troops"
        " · no statement contradicts it"
    )
    assert found["2025-01-13-nis/c1"][1].startswith("“2,700” · ▲ higher, as printed · before: ")


def test_on_the_smallest_screen_one_line_of_bounds_leaves_room_for_a_statement() -> None:
    lines = _lines(View.of(library().briefing), 36)
    assert lines[0].startswith("killed or wounded · North Korean")
    assert lines[1] == "floor 3,001 · possibly 6,001 · no c…"
    assert lines[2].startswith("17 Dec 2024")


def test_in_the_chart_what_no_longer_stands_bounds_nothing_and_says_so() -> None:
    of = OtherStatement(edition="e1", claim="c1")
    bare = _killed("several", "no number")
    later = _report("2025-01-20", bare, "us", relation=("corrects", of))
    view = View.of(_library(NIS, later).briefing)
    scene = Scene(view, None, 118, as_chart=True)
    layout = PANE.plan(view.index, "", 118).lay_out(scene)
    lines = ["".join(span.text for span in layout.draw(row, scene)[0]) for row in layout.model.rows]
    assert any("✗ at least 100 killed, since corrected" in line for line in lines)
    assert not any("┴" in line or "▲" in line for line in lines)
