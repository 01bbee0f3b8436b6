"""Rows of UCDP GED as claims: numbers, parts, sources, dates, and what contradicts itself."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.formats.track_report import lines_of
from kursk_tui.model import Claim, Interval
from kursk_tui.tables.importer import Imported, import_table
from kursk_tui.tables.numbers import Number
from kursk_tui.tables.profile import FigureProfile, load_profile
from kursk_tui.tables.reading import Header
from kursk_tui.tables.scanner import scan
from kursk_tui.tables.slices import Slice
from kursk_tui.tracking.questions import Questions
from tests.importing.rows import as_csv, event, table
from tests.tables import each_row


def imported(path: Path, *slices: str) -> Imported:
    """Import a table with the profile of UCDP."""
    profile = load_profile("ucdp", 10**6)
    return import_table(path, profile, [*map(Slice.of, slices)], 10**9, compare=True)


def only_claim(folder: Path, **cells: str) -> Claim:
    """Return the claim of a table with one row."""
    (claim,) = imported(table(folder, event(**cells))).briefing.claims
    return claim


def test_a_row_becomes_a_claim(tmp_path: Path) -> None:
    path = table(tmp_path, event())
    found = imported(path)
    briefing, (claim,) = found.briefing, found.briefing.claims
    (document,) = briefing.documents
    assert document.text == path.read_text()
    assert document.extraction is not None
    assert (document.extraction.file, document.extraction.media_type) == ("events.csv", "text/csv")
    assert briefing.title == "UCDP GED, events.csv"
    assert (claim.id, claim.kind) == ("ged-7", "reported")
    assert claim.summary == "9 to 12 killed: Government of Holm - Esk Front, Esk district"
    assert claim.evidence.exact == path.read_text().splitlines()[1]
    assert claim.attribution.chain == ("ann-example", "holm-wire", "ucdp")
    assert [one.name for one in briefing.sources][-1] == "Uppsala Conflict Data Program"
    (when,) = claim.when
    assert (when.role, when.edtf) == ("event", "2031-05-06/2031-05-08")
    assert when.words == "2031-05-06 00:00:00.000,2031-05-08 00:00:00.000"
    assert when.note == (
        "The dataset codes the day as one of two to six. "
        "On one day of these, or throughout: the dataset does not say."
    )
    assert claim.notes == (
        "Place: North province, Holm, 61.5, -7.25.",
        "Precision of the place: only the district (second-order division) is known.",
        "Clarity of the event: high, as the report is of this event alone.",
        "Type of violence: state-based conflict.",
        "Conflict: Holm: Government.",
        "UCDP's own reference: HOL-2031-1-7-1.",
    )


def test_low_best_and_high_are_one_figure_and_its_parts_are_others(tmp_path: Path) -> None:
    whole, *parts = only_claim(tmp_path).figures
    assert (whole.measure, whole.words, whole.interval) == (
        "killed",
        "10,12,9",
        Interval(9, 12, 10),
    )
    assert (whole.basis, whole.event, whole.place) == ("coded", "7", "Esk district")
    # A part has no range of its own; that of the whole does not become an exact number.
    assert [(one.population, one.interval) for one in parts] == [
        ("Government of Holm", Interval(0, 12, 2)),
        ("Esk Front", Interval(0, 12, 8)),
    ]
    assert {one.relations[0].kind for one in parts} == {"part of"}
    whole, part = only_claim(tmp_path, low="2", high="2", best="2", deaths_b="0").figures
    assert (whole.interval, part.interval) == (Interval(2, 2, 2), Interval(2, 2, 2))
    assert (whole.basis, part.basis) == ("coded", "coded")


def test_a_share_of_a_divided_total_is_derived(tmp_path: Path) -> None:
    whole = only_claim(tmp_path, relid="HOL-2031-1-7-1.3").figures[0]
    assert whole.basis == "derived"
    assert whole.note == "A share of a total that the dataset divides among several events."


@each_row(
    ("low", "best", "high", "reason"),
    [
        ("12", "10", "11", "low 12 is greater than high 11, low 12 is greater than best 10"),
        ("11", "10", "12", "low 11 is greater than best 10"),
        ("9", "13", "12", "best 13 is greater than high 12"),
    ],
)
def test_bounds_that_contradict_the_best_number_are_left_out_and_named(
    low: str, best: str, high: str, reason: str, tmp_path: Path
) -> None:
    found = imported(table(tmp_path, event(id="6"), event(low=low, best=best, high=high)))
    figure = found.briefing.claims[1].figures[0]
    assert figure.interval == Interval(int(best), int(best), int(best))
    assert figure.note == f"In the table, {reason}; the best number alone is taken."
    (remark,) = found.remarks.on_rows
    assert (remark.line, remark.message) == (
        3,
        f"{reason}, so the best number alone is imported",
    )


@each_row(
    ("cells", "figures", "remark"),
    [
        ({"best": ""}, [(9, 12, None)], ""),
        ({"best": "", "low": "", "high": "12"}, [(None, 12, None)], ""),
        ({"best": "", "low": "", "high": ""}, [], ""),
        ({"best": "about 10"}, [], "“about 10” is not a whole number, so no figure is made of it"),
        ({"best": "-1"}, [], "“-1” is not a whole number, so no figure is made of it"),
        ({"best": "10.0"}, [(9, 12, 10)], ""),
        (
            {"best": "", "low": "5", "high": "4"},
            [(None, None, None)],
            "low 5 is greater than high 4",
        ),
    ],
)
def test_cells_without_a_number(
    cells: dict[str, str], figures: list[tuple[int | None, ...]], remark: str, tmp_path: Path
) -> None:
    found = imported(table(tmp_path, event(deaths_a="0", deaths_b="0", **cells)))
    intervals = [one.interval for one in found.briefing.claims[0].figures]
    assert [(one.lower, one.upper, one.best) for one in intervals] == figures
    assert [remark in one.message for one in found.remarks.on_rows] == [True] * bool(remark)


@each_row(
    ("cells", "reason"),
    [
        ({"high": ""}, "low 9 has no other bound beside it"),
        ({"low": ""}, "high 12 has no other bound beside it"),
    ],
)
def test_a_best_number_with_one_bound_is_kept_and_the_bound_is_named(
    cells: dict[str, str], reason: str, tmp_path: Path
) -> None:
    found = imported(table(tmp_path, event(deaths_a="0", deaths_b="0", **cells)))
    (figure,) = found.briefing.claims[0].figures
    assert figure.interval == Interval(best=10)
    assert figure.note == f"In the table, {reason}; the best number alone is taken."
    (remark,) = found.remarks.on_rows
    assert remark.message == f"{reason}, so the best number alone is imported"


@given(st.lists(st.integers(0, 10**6), min_size=3, max_size=3).map(sorted))
def test_numbers_in_order_are_read_back(numbers: list[int]) -> None:
    header, row = scan(["low,best,high\n", ",".join(map(str, numbers))], ",")
    profile = FigureProfile(measure="killed", best=("best",), low=("low",), high=("high",))
    found = Number(profile, Header(header, (one.value for one in header.cells))).range_of(row)
    assert found is not None
    low, best, high = numbers
    exact = low == high
    assert (found.values, found.best) == (((best,), None) if exact else ((low, high), best))


ANN, BOB, WIRE, POST, UCDP = "ann", "bob", "wire", "post", "ucdp"


@each_row(
    ("origins", "offices", "chains", "basis", "note"),
    [
        ("Ann; Bob", "Wire", [(ANN, WIRE, UCDP), (BOB, WIRE, UCDP)], "stated", ""),
        ("Ann", "Wire;Post", [(ANN, WIRE, UCDP), (ANN, POST, UCDP)], "stated", ""),
        ("Ann; Bob", "Wire;Post", [(ANN, WIRE, UCDP), (BOB, POST, UCDP)], "inferred", "paired by"),
        ("Ann; Bob", "", [(ANN, UCDP), (BOB, UCDP)], "stated", ""),
        ("", "Wire;Wire; wire", [(WIRE, UCDP)], "stated", "names no origin"),
        ("Wire", "Wire", [(WIRE, UCDP)], "stated", ""),
        ("", "", [(UCDP,)], "stated", "neither an origin nor an office"),
    ],
)
def test_several_origins_are_further_chains(
    origins: str,
    offices: str,
    chains: list[tuple[str, ...]],
    basis: str,
    note: str,
    tmp_path: Path,
) -> None:
    found = only_claim(tmp_path, source_original=origins, source_office=offices).attribution
    assert (list(found.chains), found.basis) == (chains, basis)
    assert note in (found.note or "")
    assert bool(note) == bool(found.note)


def test_offices_that_cannot_be_paired_with_origins_are_in_a_note(tmp_path: Path) -> None:
    claim = only_claim(tmp_path, source_original="Ann; Bob", source_office="Wire;Post;News")
    assert claim.attribution.chains == (("ann", "ucdp"), ("bob", "ucdp"))
    assert claim.notes[0] == (
        "Carried by: Wire; Post; News. The table does not say which of them names which origin."
    )


@each_row(
    ("start", "end", "edtf", "remark"),
    [
        ("2031-05-06", "2031-05-06", "2031-05-06", ""),
        ("6 May 2031", "8 May 2031", "2031-05-06/2031-05-08", ""),
        ("2031-05-06", "", "2031-05-06", ""),
        ("2031-05-08", "2031-05-06", None, "the last day, 2031-05-06, is before the first"),
        ("05/06/2031", "", None, "“05/06/2031” is not a date such as 2031-05-06"),
        ("2031-02-30", "", None, "“2031-02-30” is not a date"),
    ],
)
def test_days_of_an_event(
    start: str, end: str, edtf: str | None, remark: str, tmp_path: Path
) -> None:
    found = imported(table(tmp_path, event(date_start=start, date_end=end)))
    assert [one.edtf for one in found.briefing.claims[0].when] == [edtf] * bool(edtf)
    assert [remark in one.message for one in found.remarks.on_rows] == [True] * bool(remark)


def test_slices_select_rows_and_only_their_text(tmp_path: Path) -> None:
    rows = [
        event(id=str(number), country=country, year=year)
        for number, (country, year) in enumerate(
            [("Holm", "2029"), ("holm", "2031"), ("Esk", "2030"), ("Vik", "2031"), ("Esk", "2035")]
        )
    ]
    found = imported(
        table(tmp_path, *rows), "country=Holm", "country=Esk", "year=2030-2031"
    ).briefing
    assert [claim.id for claim in found.claims] == ["ged-1", "ged-2"]
    assert found.documents[0].text.count("\n") == 3
    assert found.title == "UCDP GED, events.csv (country=Holm, country=Esk, year=2030-2031)"


def test_what_the_headlines_say_and_the_numbers_do_not(tmp_path: Path) -> None:
    headlines = {
        "1": "More than ten rebels killed near Esk",
        "2": "Dozens of rebels killed near Esk",
        "3": "Ten rebels killed near Esk",
        "4": "Twenty rebels killed near Esk",
        "5": "At least nine rebels killed near Esk",  # low is 9
        "6": "",
    }
    rows = [event(id=number, source_headline=words) for number, words in headlines.items()]
    losses = imported(table(tmp_path, *rows)).losses
    assert losses.compared == 5
    assert [(one.row, one.kind, one.words, one.coded) for one in losses.words] == [
        ("ged-1", "bound", ("More than ten",), "9 to 12, best 10"),
        ("ged-2", "magnitude", ("Dozens",), "9 to 12, best 10"),
        ("ged-4", "another number", ("Twenty",), "9 to 12, best 10"),
    ]
    assert "year" in [one.name for one in losses.columns]
    assert "best" not in [one.name for one in losses.columns]


def test_each_cell_of_the_profile_is_in_the_briefing_or_among_the_losses(tmp_path: Path) -> None:
    columns = load_profile("ucdp", 10**6).header
    other = ("id", "date_start", "date_end", "low", "best", "high", "deaths_a", "deaths_b")
    others = {*other, "deaths_civilians", "deaths_unknown"}
    cells = {name: f"<{name}>" for name in columns} | dict.fromkeys(others, "1")
    days = {"date_start": "2031-05-06", "date_end": "2031-05-06"}
    rows = [cells | days, cells | days | {"id": "2", "source_office": ""}]
    path = tmp_path / "all.csv"
    path.write_text(as_csv([columns, *([row[name] for name in columns] for row in rows)]))
    found = imported(path)
    lost = {one.name: one.cells for one in found.losses.columns}
    for nth, claim in enumerate(found.briefing.claims):
        names = [one.name for one in found.briefing.sources if one.id in claim.attribution.chain]
        figures = [f"{one.place} {one.population}" for one in claim.figures]
        (when,) = claim.when
        carried = " ".join([claim.summary, *claim.notes, *names, *figures, when.note or ""])
        for name in {*columns} - others:
            cells_left = lost.get(name, 0)
            if name == "source_article":
                assert (f"<{name}>" in carried, cells_left) == (nth == 1, 1)
            elif name == "source_office" and nth == 1:
                assert f"<{name}>" not in carried
            else:
                assert (f"<{name}>" in carried) == (cells_left == 0), name


def test_cells_that_only_some_rows_carry_are_counted(tmp_path: Path) -> None:
    long = "A front of very many words, " * 7
    rows = [
        event(source_article="Wire, 6 May", dyad_name=long),
        event(id="8", source_office="", source_article="Post, 7 May", deaths_a="0"),
        event(id="9", date_start="", date_end=""),
    ]
    losses = imported(table(tmp_path, *rows)).losses
    lost = {one.name: one.cells for one in losses.columns}
    assert lost == {
        "year": 3,
        "code_status": 3,  # “Clear” makes no note
        "dyad_name": 1,  # the summary is cut
        "side_a": 1,  # no figure counts this side
        "source_article": 1,
        "source_headline": 3,
        "date_prec": 1,  # there is no date
    }


def test_only_rows_with_the_same_id_are_of_one_event(tmp_path: Path) -> None:
    found = imported(table(tmp_path, *(event(id=one) for one in ("a/1", "a 1", "a/1", ""))))
    assert [(one.id, one.figures[0].event) for one in found.briefing.claims] == [
        ("ged-a-1", "a-1"),
        ("ged-a-1-2", "a-1-2"),
        ("ged-a-1-3", "a-1"),
        ("row-5", "row-5"),
    ]
    assert [one.message for one in found.remarks.on_rows] == [
        "the id “a 1” is like an earlier id; this row is the claim “ged-a-1-2”",
        "the id “a/1” is used again; this row is the claim “ged-a-1-3”",
        "the row has no id; its claim is “row-5”",
    ]


def test_names_that_are_cut_are_named_with_their_cell(tmp_path: Path) -> None:
    found = imported(
        table(
            tmp_path,
            event(where_description="x" * 501, side_a="y" * 500),
            event(
                id="8",
                source_original=f"{'a' * 600}; Ann; {'b' * 700}",
                where_coordinates="z" * 501,
            ),
        )
    )
    assert [(one.kind, one.line, one.message) for one in found.remarks.on_rows] == [
        ("names cut", 2, "a name in “where_description” has 501 characters, and is cut at 500"),
        ("names cut", 3, "a name in “where_coordinates” has 501 characters, and is cut at 500"),
        ("names cut", 3, "a name in “source_original” has 600 characters, and is cut at 500"),
    ]


def test_a_code_that_the_profile_does_not_explain_stays_a_code(tmp_path: Path) -> None:
    (when,) = only_claim(tmp_path, date_prec="9", date_end="").when
    assert when.note == "Precision of the date: 9."


def test_a_row_without_a_source_relays_no_row_of_another_event(tmp_path: Path) -> None:
    unnamed = event(id="8", source_original="", source_office="", date_start="2031-05-09")
    briefing = imported(table(tmp_path, event(), unnamed)).briefing
    lines = lines_of(Questions(briefing).named("killed"), briefing)
    assert {one.who for one in lines if one.claim == "ged-8"} == {"UCDP"}
