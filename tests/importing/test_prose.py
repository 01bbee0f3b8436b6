"""Tables with prose: a document a row, the coded number beside the words, and what it loses."""

from pathlib import Path

from kursk_tui.query import View
from kursk_tui.tables.importer import Imported, import_table
from kursk_tui.tables.profile import load_profile
from tests.importing.rows import as_csv
from tests.tables import each_row

HEADER = ["event_id", "event_date", "region", "notes", "fatalities"]


def imported(folder: Path, *rows: list[str], profile: str = "prose") -> Imported:
    """Import a table of notes."""
    path = folder / "notes.csv"
    path.write_text(as_csv([HEADER, *rows], ";"), "utf-8")
    return import_table(path, load_profile(profile, 10**6), [], 10**9, compare=False)


def test_each_row_is_a_document_and_its_prose_is_drafted(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        ["E1", "6 May 2031", "North", "At least 12 soldiers were killed in Holm on Monday.", "12"],
        ["E2", "2031-05-08", "", "The road is open. Police said 3 people were killed.", "4"],
    )
    briefing = found.briefing
    assert briefing.status == "draft"
    assert [(one.id, one.date, one.title) for one in briefing.documents] == [
        ("E1", "2031-05-06", "E1, line 2"),
        ("E2", "2031-05-08", "E2, line 3"),
    ]
    assert {one.extraction.file for one in briefing.documents if one.extraction} == {"notes.csv"}
    assert [one.id for one in briefing.claims] == ["E1-c1", "E2-c1", "E2-c2"]
    first, road, second = briefing.claims
    (figure,) = first.figures
    assert (figure.qualifier, figure.values, figure.event) == ("at least", (12,), "E1")
    # The coded number is beside the words, and answers no query.
    assert [one.says for one in first.external] == [
        "The dataset codes 12 killed (column “fatalities”)."
    ]
    assert (road.external, second.external[0].says) == (
        (),
        "The dataset codes 4 killed (column “fatalities”).",
    )
    assert View.of(briefing).ask("killed:4").numbers == ()
    assert found.losses.columns[0].name == "region"
    assert not found.losses.quoted
    assert [(one.line, one.kind, one.words, one.coded) for one in found.losses.words] == [
        (2, "bound", ("At least 12",), "12"),
        (3, "another number", ("3",), "4"),
    ]


def test_figures_of_two_rows_are_no_conflict_and_their_sources_are_shared(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        ["E1", "", "", "The ministry said 12 soldiers were killed.", ""],
        ["E2", "", "", "The ministry said 30 soldiers were killed.", ""],
    )
    view = View.of(found.briefing)
    assert [one.name for one in found.briefing.sources] == ["ministry"]
    assert view.ask("is:contested").numbers == ()
    assert not view.ask("is:contested").answer.possible
    assert [one.external for one in found.briefing.claims] == [(), ()]


@each_row(
    ("note", "number", "lost"),
    [
        ("Twelve people were killed in Holm.", "12", None),
        ("Three soldiers and two guards were killed in Holm.", "5", None),
        ("Between 3 and 5 people were killed in Holm.", "3", ("range", "Between 3 and 5")),
        ("Around 3-5 people were killed in Holm.", "3", ("range", "Around 3-5")),
        ("Dozens of people were killed in Holm.", "12", ("magnitude", "Dozens")),
        ("About 100 people were killed in Holm.", "100", ("bound", "About 100")),
        ("Up to 5 people were killed in Holm.", "5", ("bound", "Up to 5")),
        ("Seven people were killed in Holm.", "6", ("another number", "Seven")),
        ("Seven people were killed in Holm.", "", ("not coded", "Seven")),
        ("At least 12 people were killed in Holm.", "", ("not coded", "At least 12")),
        ("Dozens of people were killed in Holm.", "", ("not coded", "Dozens")),
        ("Seven people were wounded in Holm.", "6", None),
        ("The ministry denied that 40 people were killed in Holm.", "0", None),
    ],
)
def test_what_the_words_say_and_the_number_does_not(
    note: str, number: str, lost: tuple[str, str] | None, tmp_path: Path
) -> None:
    found = imported(tmp_path, ["E1", "2031-05-06", "", note, number]).losses.words
    assert [(one.kind, *one.words) for one in found] == ([lost] if lost else [])


def test_rows_that_cannot_be_drafted_are_named(tmp_path: Path) -> None:
    foreign = "Los soldados murieron en la batalla de la ciudad y los otros se fueron a la casa."
    found = imported(
        tmp_path,
        ["E1", "soon", "", "Two guards were killed in Holm.", "two"],
        ["E1", "", "", "Two guards were killed in Esk.", "2"],
        ["E3", "", "", foreign, "2"],
        ["E4", "", "", "", "2"],
        ["", "", "", "Two guards were killed in Vik.", "2"],
    )
    assert [one.id for one in found.briefing.documents] == ["E1", "E1-2", "row-6"]
    assert [(one.line, one.column, one.kind) for one in found.remarks.on_rows] == [
        (2, 4, "dates left out"),
        (2, 42, "numbers left out"),
        (3, 1, "ids used again"),
        (4, 6, "rows left out"),
        (5, 6, "rows left out"),
        (6, 1, "rows without an id"),
    ]
    assert "seems to be in Spanish" in found.remarks.on_rows[3].message


def test_an_id_that_is_cut_in_a_title_is_named(tmp_path: Path) -> None:
    row = ["E" * 600, "", "", "Two guards were killed in Holm.", "2"]
    found = imported(tmp_path, row)
    assert found.briefing.documents[0].title == "E" * 499 + "…, line 2"
    assert [(one.kind, one.message) for one in found.remarks.on_rows] == [
        ("names cut", "a name in “event_id” has 600 characters, and is cut at 500")
    ]


def test_a_profile_of_ones_own(tmp_path: Path) -> None:
    profile = tmp_path / "mine.toml"
    profile.write_text(
        'title = "Holm log"\npublisher = "Holm Institute"\nshort = "HI"\nlicence = "CC BY 4.0"\n'
        '[row]\nid = "event_id"\nprefix = "log-"\n'
        '[prose]\ncolumn = "notes"\ndate = "event_date"\nformat = "%d/%m/%y"\n'
        'coded = { measure = "wounded", column = "fatalities" }\n',
        "utf-8",
    )
    row = ["E1", "06/05/31", "", "Two guards were wounded in Holm.", "3"]
    briefing = imported(tmp_path, row, profile=str(profile)).briefing
    (document,), (claim,) = briefing.documents, briefing.claims
    assert (document.id, document.date, document.publisher) == (
        "log-E1",
        "2031-05-06",
        "Holm Institute",
    )
    assert briefing.handling is not None
    assert briefing.handling.licence == "CC BY 4.0"
    assert [(one.says, one.chain) for one in claim.external] == [
        ("The dataset codes 3 wounded (column “fatalities”).", ("hi",))
    ]
