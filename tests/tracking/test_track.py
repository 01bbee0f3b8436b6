"""Tests of the track of a count: the nine reports on North Korean troops, worked out by hand."""

import json

import pytest

from kursk_tui.counting.comparison import Comparison, compare
from kursk_tui.counting.counts import Order
from kursk_tui.counting.statements import Statement
from kursk_tui.formats.track_report import as_csv, as_json, as_text, lines_of
from kursk_tui.library.decisions import Decisions
from kursk_tui.model import Figure, Handling, Source
from kursk_tui.tracking import rivals
from kursk_tui.tracking.questions import Questions, UnknownQuestionError
from kursk_tui.tracking.track import Section
from kursk_tui.vocabulary import Qualifier
from kursk_tui.wording import origins, tracks
from tests.library.reports import TROOPS, library
from tests.query.factory import Draft, briefing, dated

NIS, ZELENSKYY = "2024-12-19-nis/c1", "2024-12-23-zelenskyy/c1"


def test_the_statements_about_the_toll() -> None:
    briefing = library().briefing
    track = Questions(briefing).named("toll")
    found = [(one.section, one.claim, one.words, one.beside) for one in lines_of(track, briefing)]
    asked: Section = "asked"
    part: Section = "part"
    reach = "~ would have to reach 3,001 (Zelenskyy); first"
    expected: list[tuple[Section, str, str, str]] = [
        (asked, "2024-12-17-hur/c1", "At least 30", "first"),
        (asked, "2024-12-17-us/c1", "several hundred", "no number to compare"),
        (asked, "2024-12-18-mod/c1", "significant casualties", "no number to compare"),
        (asked, "2024-12-23-jcs/c1", "around 1,100", reach),
        (asked, ZELENSKYY, "More than 3,000", "~ JCS would have to reach 3,001; first"),
        (asked, "2025-06-15-mod/c1", "over 6,000", "first number"),
        (part, NIS, "At least 100", "first"),
        (part, NIS, "approximately 1,000", "first"),
        (part, "2024-12-20-outlet/c1", "100", "! “At least” lost on the way"),
        (part, "2025-01-13-nis/c1", "Around 300", "▲ higher, as printed"),
        (part, "2025-01-13-nis/c1", "2,700", "▲ higher, as printed"),
    ]  # fmt: skip
    assert found == expected


def test_the_floor_of_the_toll_by_day() -> None:
    hur, nis = "30 on HUR", "100 on NIS"
    more, later = "3,001 on Zelenskyy alone", "2,700 on NIS"
    table = {
        "2024-12-16": "no floor",
        "2024-12-17": f"floor {hur} alone",
        "2024-12-20": f"floor {nis} alone, else {hur}",
        "2024-12-23": f"floor {more}, else {nis}, else {hur}",
        "2025-01-13": f"floor {more}, else {later}, else {hur}",
        "2025-06-15": f"floor {more}, else {later}, else {hur} · possibly 6,001 (UK MoD)",
    }
    for day, expected in table.items():
        briefing = library().known_on(day).briefing
        track = Questions(briefing).named("toll")
        assert tracks.bounds(track, origins.of_bounds(briefing)) == f"{expected} · no ceiling"


def test_as_of_a_day_nothing_later_shines_through() -> None:
    briefing = library().known_on("2024-12-20").briefing
    text = "\n".join(as_text(Questions(briefing).named("toll"), briefing))
    assert "3,000" not in text
    assert "3,001" not in text
    assert "higher" not in text
    assert "4 editions not known yet" in text


def test_names_that_are_not_decided_make_statements_perhaps_part_of_it() -> None:
    briefing = library(decisions=Decisions()).briefing
    track = Questions(briefing).named("killed", "North Korean troops")
    assert {row.section for row in track.rows if row.told.figure.measure == "killed"} == {"perhaps"}
    assert track.floor.certain == []
    assert [(one.number, one.origin) for one in track.floor.possible] == [(100, "nis")]
    with pytest.raises(UnknownQuestionError) as error:
        Questions(briefing).named("toll")
    assert error.value.known == ("casualties", "killed", "wounded", "deployed")


def test_a_track_about_a_figure_asks_for_what_it_counts() -> None:
    briefing = library(decisions=Decisions()).briefing
    wounded = next(
        told for told in Questions(briefing).told if told.figure.words == "approximately 1,000"
    )
    track = Questions(briefing).about(wounded.place)
    assert track is not None
    assert tracks.question(track.asked) == "wounded · North Korean soldiers"
    assert [row.told.figure.words for row in track.of("asked")] == ["approximately 1,000", "2,700"]


def test_programs_get_the_same_statements() -> None:
    briefing = library().briefing
    track = Questions(briefing).named("toll")
    data = json.loads("\n".join(as_json(track, briefing)))
    assert data["floor"][0] == {"number": 3001, "on": "Zelenskyy"}
    assert [one["words"] for one in data["statements"]] == [
        one.words for one in lines_of(track, briefing)
    ]
    rows = list(as_csv(track, briefing))
    assert len(rows) == 12
    assert rows[0].startswith("section,said,who,words,")
    assert rows[1].endswith("at least,30,,,,")
    handled = briefing.replace(handling=Handling(tlp="AMBER", licence="CC0"))
    assert "TLP:AMBER · CC0" in next(as_text(track, handled))
    assert list(as_csv(track, handled))[1].endswith(",AMBER,CC0")
    data = json.loads("\n".join(as_json(track, handled)))
    assert data["handling"] == {"tlp": "AMBER", "licence": "CC0"}


def test_only_a_total_up_to_the_last_day_bounds_the_total_so_far() -> None:
    early = _at_most(5_000, "2024-12-23")
    week = _at_most(1_000, "2024-12-27", days="2024-12-20/2024-12-27")
    late = _at_most(9_000, "2024-12-27")
    table: list[tuple[list[tuple[int, str, Figure]], list[int]]] = [
        ([early, week], []),
        ([early, week, late], [9_000]),
        ([early], [5_000]),
    ]
    for statements, expected in table:
        drafts = [
            Draft("It was said:", f"c{at}", figures=(figure,), when=(dated(day, "reported"),))
            for at, (number, day, figure) in enumerate(statements)
        ]
        ceiling = Questions(briefing(*drafts)).named("killed", TROOPS).ceiling
        assert [one.number for one in ceiling.certain] == expected
        assert ceiling.possible == []


def _at_most(number: int, day: str, days: str | None = None) -> tuple[int, str, Figure]:
    figure = Figure(
        measure="killed",
        words=f"At most {number}",
        qualifier="at most",
        values=(number,),
        population=TROOPS,
        period=days and "that week",
        covers=days,
        tally="in" if days else None,
    )
    return number, day, figure


def test_a_long_chain_and_many_rivals_are_named_in_part_and_counted() -> None:
    sources = [Source(id=f"s{at}", name=f"Source {at}") for at in range(7)]
    drafts = [
        Draft("It was said:", f"c{at}", figures=(_killed(100 - at),), chain=(f"s{at}",))
        for at in range(7)
    ]
    unnamed = Draft("At least 90 died.", "c7", figures=(_killed(90),))
    low = Draft("At most 10 died.", "c8", figures=(_killed(10, "at most"),))
    found = briefing(*drafts, unnamed, low, sources=sources)
    track = Questions(found).named("killed", TROOPS)
    assert tracks.bounds(track, origins.of_bounds(found)).startswith(
        "floor 100 on Source 0 alone, else 99 on Source 1, else 98 on Source 2, and 4 more · "
    )
    remarks = lines_of(track, found)[-1].beside.split("; ")
    assert len(remarks) == 6
    assert remarks[0].endswith("Source 0")
    assert remarks[-1] == "and 3 other statements"


def test_among_rivals_of_one_document_those_that_need_the_longest_reach_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    numbers = (50, 10, 70, 30, 80, 20, 60, 40, 900)
    sources = [Source(id=f"s{number}", name=f"Source {number}") for number in numbers]
    drafts = [
        Draft(f"It was said {number}:", figures=(_killed(number, "about"),), chain=(f"s{number}",))
        for number in numbers
    ]
    found = briefing(*drafts, sources=sources)
    compared: list[object] = []

    def counted(one: Statement, other: Statement, order: Order) -> Comparison:
        compared.append(other)
        return compare(one, other, order)

    monkeypatch.setattr(rivals, "compare", counted)
    track = Questions(found).named("killed", TROOPS)
    remarks = lines_of(track, found)[-1].beside.split("; ")
    named = [int(remark.split("Source ")[1][:2]) for remark in remarks[:5]]
    assert named == [10, 20, 30, 40, 50]
    assert remarks[5] == "and 3 other statements"
    assert len(compared) <= 5 * len(numbers)


def _killed(number: int, qualifier: Qualifier = "at least") -> Figure:
    return Figure(
        measure="killed",
        words=f"{qualifier} {number}",
        qualifier=qualifier,
        values=(number,),
        population=TROOPS,
        period="in December",
        covers="2024-12",
        tally="in",
    )
