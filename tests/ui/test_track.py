"""Tests of the pane Track: the nine reports on North Korean troops, at three widths."""

from kursk_tui.query import View
from kursk_tui.ui.pane import Scene
from kursk_tui.ui.panes.track import PANE
from tests.library.reports import library
from tests.query.factory import Draft, briefing


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
    zelenskyy = next(line for line in lines if "More than 3,000" in line)
    assert zelenskyy.endswith("~ JCS would have to reach 3,001")
    part = lines.index("part of it · 5 statements · 1 origin")
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
    assert wider[at + 1].startswith("  ~ JCS would have to reach 3,001 · killed or wounded")


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
    scene = Scene(view, 0, 118, sort="chart")
    layout = PANE.plan(view.index, "chart", 118).lay_out(scene)
    lines = ["".join(span.text for span in layout.draw(row, scene)[0]) for row in layout.model.rows]
    assert [line[:6].strip() for line in lines if line[:6].strip()] == ["10k", "1k", "100", "10"]
    days = lines[-2]
    assert days.split("  ")[0].strip() == ""
    columns = {day: days.index(day) for day in ("17 Dec 2024", "19 Dec 2024", "15 Jun 2025")}
    hundred = next(line for line in lines if line.startswith("  100"))
    assert hundred[columns["19 Dec 2024"]] == "┴"
    assert lines[0][columns["19 Dec 2024"]] == "▲"
    assert "∅ significant casualties" in lines[-3]
    assert "┆ 153 days later" in lines[-1]
    assert sum(line.count("┴") for line in lines) == 4
    assert sum(line.count("◇") for line in lines) == 3
    assert sum(line.count("◆") for line in lines) == 2
    narrow = Scene(view, 0, 80, sort="chart")
    empty = PANE.plan(view.index, "chart", 80).lay_out(narrow).empty
    assert empty == "The chart needs 100 columns; S shows the list."
