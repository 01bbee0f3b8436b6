"""`kursk-tui import` with tables: what it writes, says and refuses."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

import pytest

from kursk_tui.formats.json import parse
from kursk_tui.query import View
from kursk_tui.tables import selection
from kursk_tui.tables.profile import load_profile
from tests.cli.run import run, written
from tests.importing.rows import COLUMNS, EVENT, as_csv, event, table
from tests.tables import each_row

SAMPLES = "KURSK_TUI_SAMPLES"
"""The variable that names a folder with real samples, which are not in the repository."""


def test_a_table_becomes_a_file_that_check_accepts(tmp_path: Path) -> None:
    path = table(tmp_path, event(), event(id="8", low="11"), event(where_prec="1"))
    done = run("import", path.name, "--profile", "ucdp", "-o", "x.json", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "events.csv:3:276: note: low 11 is greater than best 10, so the best number alone is "
        "imported\n"
        "events.csv:4:1: note: the id “7” is used again; this row is the claim “ged-7-2”\n"
        "note: cells of 3 columns are only in the quotes; --losses text lists them\n"
        "imported: 3 rows, 3 claims\n"
    )
    done = run("check", "x.json", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "1 file, 0 errors, 0 warnings\n")
    done = run("import", "-", "--profile", "ucdp", given=path.read_bytes(), folder=tmp_path)
    assert [one.id for one in parse(done.stdout.encode(), "x").claims] == [
        "ged-7",
        "ged-8",
        "ged-7-2",
    ]


def test_a_draft_of_prose_says_how_to_review_it(tmp_path: Path) -> None:
    rows = [["id", "notes", "deaths"], ["E1", "Dozens of guards were killed in Holm.", "12"]]
    (tmp_path / "n.csv").write_text(as_csv(rows), "utf-8")
    done = run("import", "n.csv", "--profile", "prose", "-o", "x.json", folder=tmp_path)
    assert done.stderr == (
        "note: read from the columns “id”, “notes”; the coded number from “deaths”\n"
        "note: the words of 1 row say what the number does not; --losses text lists them\n"
        "imported: 1 row, 1 claim\n"
        "draft: 1 claim unreviewed; review it with: kursk-tui x.json\n"
    )


def test_losses_are_listed_as_text_and_as_json(tmp_path: Path) -> None:
    path = table(tmp_path, event(low="11"))
    done = run("import", path, "--profile", "ucdp", "--losses", "text")
    assert done.returncode == 0
    assert done.stdout == (
        "events.csv: 1 row\n"
        "cells that are only in the quotes of claims, by column:\n"
        "  year: 1 cell\n"
        "  code_status: 1 cell\n"
        "  source_headline: 1 cell\n"
        "bounds left out: 1 row\n"
        "  2:276: low 11 is greater than best 10, so the best number alone is imported\n"
        "what the words say and the number does not: 1 row of 1 with words\n"
        "  the words have a bound or an estimate, such as “at least”, and the number does not: "
        "1 row\n"
        "    2: “More than ten”, but the table codes 10 (ged-7)\n"
    )
    raw = json.loads(run("import", path, "--profile", "ucdp", "--losses", "json").stdout)
    assert raw["words"]["counts"]["bound"] == 1
    assert raw["words"]["rows"] == [
        {"line": 2, "row": "ged-7", "kind": "bound", "words": ["More than ten"], "coded": "10"}
    ]
    assert raw["notes"][0]["line"] == 2


HEAD = as_csv([COLUMNS])


@each_row(
    ("text", "code", "message"),
    [
        ("", 1, "t.csv:1:1: the file is empty"),
        (HEAD, 1, "t.csv:1:1: the table has a header, but no row that can be imported"),
        (HEAD + '1,"x\n', 1, "t.csv:2:3: a quote opens here and is never closed"),
        (
            HEAD + "1,2\n",
            1,
            "t.csv:2:1: the row is left out: it has 2 cells, and the header has 32",
        ),
        ("id,low\n1,2\n", 1, "t.csv:1:1: the table has no column “best”, from which"),
        ("id,best,best\n1,2,3\n", 1, "the header has the column “best” more than once"),
        (HEAD + "\udc80", 1, "t.csv:2:1: the file is not UTF-8 text: save it as UTF-8"),
    ],
)
def test_broken_tables_end_in_a_located_error(
    text: str, code: int, message: str, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_bytes(text.encode("utf-8", "surrogateescape"))
    done = run("import", "t.csv", "--profile", "ucdp", folder=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr


def test_a_row_that_is_too_long_to_quote_is_left_out_by_name(tmp_path: Path) -> None:
    path = table(tmp_path, event(), event(relid="x" * 2_000_000))
    done = run("import", path, "--profile", "ucdp")
    assert "3:1: note: the row is left out: it has 2,000,2" in done.stderr
    assert [one.id for one in parse(done.stdout.encode(), "x").claims] == ["ged-7"]


@each_row(
    ("options", "message"),
    [
        ((), "a table needs --profile: ucdp, prose, or a file"),
        (("--slice", "year=2031"), "--slice is for tables, which need --profile"),
        (("--losses", "text"), "--losses is for tables, which need --profile"),
        (("--profile", "ucdp", "--slice", "year"), "“year” is not a slice; write column=value"),
        (
            ("--profile", "ucdp", "--slice", "yeer=1"),
            "no column “yeer” to slice by; did you mean “year”?",
        ),
        (
            ("--profile", "ucdp", "--slice", "country=Hulm"),
            "no row has country=Hulm; did you mean “Holm”?",
        ),
        (("--profile", "no.toml"), "cannot read no.toml: No such file"),
    ],
)
def test_wrong_options(options: Sequence[str], message: str, tmp_path: Path) -> None:
    table(tmp_path, event())
    done = run("import", "events.csv", *options, folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


TWO_FIGURES = """title = "x"
[row]
id = "x"
[[figures]]
measure = "sent"
best = "b"
[[figures]]
best = "b"
measure = "Lost x"
"""

DATED = """title = "x"
[row]
id = "id"
[prose]
column = "conflict_name"
date = "date_start"

format = "{}"
"""


@each_row(
    ("profile", "message"),
    [
        ("title = ", "p.toml:1:9: this is not TOML: Invalid value"),
        (
            'title = "x"\n[row]\nidd = "x"\n',
            "p.toml:3:1: “idd” is not a key of a profile; did you mean “id”?",
        ),
        ('title = "x"\n[row]\nid = "x"\n', "p.toml:1:1: the profile needs “figures” or “prose”"),
        (
            DATED.format("%d %d"),
            "a “format” that does not read dates: a part of the date is in it twice",
        ),
        (DATED.format("%q"), "p.toml:8:1: the profile has a “format” that does not read dates: "),
        (
            DATED.format("%d/%m"),
            "p.toml:8:1: the profile has a “format” without a day, a month or a year: “%d/%m”",
        ),
        (
            TWO_FIGURES,
            "p.toml:9:1: “measure” cannot be “Lost x”: a measure has lower-case letters",
        ),
    ],
)
def test_errors_of_a_profile_have_their_place(profile: str, message: str, tmp_path: Path) -> None:
    table(tmp_path, event())
    (tmp_path / "p.toml").write_text(profile, "utf-8")
    done = run("import", "events.csv", "--profile", "p.toml", folder=tmp_path)
    assert done.returncode == 1
    assert message in done.stderr


def test_a_large_table_is_refused_without_a_slice(tmp_path: Path) -> None:
    rows = [event(id=str(number), year=str(2029 + number)) for number in range(4)]
    path = table(tmp_path, *rows)
    with patch.multiple(selection, MAX_ROWS=3):
        done = run("import", path, "--profile", "ucdp")
        assert done.returncode == 2
        assert done.stderr == (
            f"kursk-tui import: {path} has more than 3 rows; choose some of them, for example with "
            "--slice country=Holm --slice year=2032 (or a range, year=2013-2015)\n"
        )
        done = run("import", path, "--profile", "ucdp", "--slice", "year=2029-2031")
        assert done.returncode == 0
        done = run("import", path, "--profile", "ucdp", "--slice", "country=Holm")
        assert "the slice of " in done.stderr


def test_a_table_without_a_header_is_read_as_the_profile_lists_it(tmp_path: Path) -> None:
    cells = {"id": "5", "best": "3", "low": "3", "high": "4", "deaths_b": "0"}
    order = [
        *("id", *["x"] * 37, "date_start", "date_end", "deaths_a", "deaths_b", "x", "x"),
        *("best", "high", "low", "x", "x"),
    ]
    (tmp_path / "t.csv").write_text(as_csv([[cells.get(name, "") for name in order]]), "utf-8")
    done = run("import", "t.csv", "--profile", "ucdp", folder=tmp_path)
    assert "note: the table has no header; its columns are read in the order of" in done.stderr
    (claim,) = parse(done.stdout.encode(), "x").claims
    assert (claim.id, claim.figures[0].values) == ("ged-5", (3, 4))


def test_a_row_of_data_is_no_header(tmp_path: Path) -> None:
    columns = load_profile("ucdp", 10**6).header
    cells = EVENT | {"region": "Africa", "source_article": "Holm Wire, 6 May 2031"}
    row = [cells.get(name, "") for name in columns]
    (tmp_path / "t.csv").write_text(as_csv([row, row]), "utf-8")
    done = run("import", "t.csv", "--profile", "ucdp", folder=tmp_path)
    assert "note: the table has no header; its columns are read in the order of" in done.stderr
    assert len(parse(done.stdout.encode(), "x").claims) == 2


def test_a_name_in_the_header_may_have_a_line_end(tmp_path: Path) -> None:
    text = 'id;"other\nthings";notes;"and; more"\nE1;x;Two guards were killed in Holm.;y\n'
    (tmp_path / "t.csv").write_text(text, "utf-8")
    done = run("import", "t.csv", "--profile", "prose", folder=tmp_path)
    (claim,) = parse(done.stdout.encode(), "x").claims
    assert claim.figures[0].values == (2,)


def test_hostile_cells_become_a_briefing_without_control_characters(tmp_path: Path) -> None:
    hostile = '=HYPERLINK("x")\x1b[31m\u202e\x00\r\n\t|<b>'
    longest = "y" * 10**6
    rows = [event(id=str(n), **{name: hostile}) for n, name in enumerate(COLUMNS) if name != "id"]
    path = table(tmp_path, *rows, event(id=hostile), event(id="z", where_coordinates=longest))
    done = run("import", path, "--profile", "ucdp")
    assert done.returncode == 0
    assert "\x1b" not in done.stderr + done.stdout
    assert "control characters in 32 rows, first in line 2" in done.stderr
    briefing = parse(done.stdout.encode(), "x")
    assert len(briefing.claims) == 33
    assert briefing.claims[-1].figures[0].place == "y" * 499 + "…"
    written(tmp_path, json.loads(done.stdout))
    done = run("check", "briefing.json", folder=tmp_path)
    assert "0 errors" in done.stderr


def test_the_real_sample() -> None:
    folder = os.environ.get(SAMPLES)
    if not folder:
        pytest.skip(f"{SAMPLES} names no folder with real samples")
    path = Path(folder) / "ucdp" / "ucdp_ged_23.1_sample1000.csv"
    done = run("import", path, "--profile", "ucdp")
    assert done.stderr.count("so the best number alone is imported") == 13
    view = View.of(parse(done.stdout.encode(), "x"))
    assert len(view.briefing.claims) == 1_000
    certain, possible = view.ask("killed:>=100"), view.ask("is:contested")
    assert (certain.answer.match.bit_count(), certain.answer.possible.bit_count()) == (6, 7)
    assert (possible.answer.match, possible.answer.possible) == (0, 0)
