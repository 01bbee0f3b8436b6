"""Figures as CSV: columns, bounds, and no formulas."""

import csv
import io

import pytest

from kursk_tui.formats.csv import COLUMNS, MAX_CELL, safe_cell
from kursk_tui.formats.csv import write as write_csv
from kursk_tui.query import View
from tests.formats.hostile_briefing import TRAPS, hostile_briefing
from tests.model.factory import built, minimal
from tests.query.factory import builtin
from tests.tables import each_row
from tests.ui.rich_briefing import rich_briefing


def rows(view: View) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_csv(view), newline="")))


def test_a_figure_is_a_row_with_a_column_for_each_value() -> None:
    found = [row for row in rows(View.of(builtin())) if row["measure"]]
    assert len(found) == 5
    killed = next(row for row in found if row["measure"] == "killed")
    assert killed["words"] == "at least 100"
    assert [killed[name] for name in ("qualifier", "lower", "upper", "best", "values")] == [
        *("at least", "100", "", "", "100"),
    ]
    assert (killed["origin"], killed["via"]) == ("National Intelligence Service", "Lee Seong-kweun")
    assert (killed["claim"], killed["start"], killed["end"]) == ("S10", "1506", "1749")
    assert killed["population"] == "North Korean soldiers"
    deployed = next(row for row in found if row["measure"] == "deployed")
    assert [deployed[name] for name in ("lower", "upper", "best")] == ["", "", "11000"]
    first = found[0]
    assert (first["words"], first["qualifier"]) == ("significant combat casualties", "no number")
    assert [first[name] for name in ("lower", "upper", "best", "values", "origin")] == [""] * 5
    assert [row["figure_likelihoods"] for row in found] == ["highly likely", "", "", "", ""]


@pytest.mark.parametrize("text", ["w" * 40_000, "=1;" * 20_000, "\u200b" * 40_000])
def test_a_cell_has_as_many_characters_as_excel_takes(text: str) -> None:
    cell = str(safe_cell(text))
    assert len(cell) == MAX_CELL
    assert cell.endswith("…")


def test_bounds_of_a_range_and_possible_matches() -> None:
    found = rows(View.of(rich_briefing()).ask("killed:>2000").showing_possible(True))
    band = next(row for row in found if row["measure"] == "killed")
    assert (band["answer"], band["lower"], band["upper"]) == ("possible", "1000", "1250000")
    assert band["values"] == "1000; 1250000"


def test_no_cell_is_a_formula() -> None:
    found = rows(View.of(hostile_briefing()))
    assert len(found) == len(TRAPS)
    for row in found:
        assert set(row) == set(COLUMNS)
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert found[2]["summary"] == "'=cmd()|' /C calc'!A0"


@each_row(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("a;=1+1", "a;'=1+1"),  # a spreadsheet that splits at semicolons starts a cell here
        ("a; @SUM(A1)", "a; '@SUM(A1)"),
        ("a\n-1", "a\n'-1"),
        ("a;;＝1", "a;;'＝1"),
        ("a; b = c, -1; 2", "a; b = c, -1; 2"),
        # Small, superscript and full-width signs, which a spreadsheet may normalize.
        ("﹦1", "'﹦1"),
        ("﹢1", "'﹢1"),
        ("﹣1", "'﹣1"),
        ("﹫SUM(A1)", "'﹫SUM(A1)"),
        ("⁺1; ⁼2", "'⁺1; '⁼2"),
        # Invisible characters before a sign.
        ("\u200b=1", "'\u200b=1"),
        ("\u2060\u3164\u2800@A1", "'\u2060\u3164\u2800@A1"),
        ("a;\u200b=1", "a;'\u200b=1"),
        ("\u200b \u200b=1", "'\u200b \u200b=1"),
        ("\ufeff=1", "'\ufffd=1"),
        ("\t=1\r=2", "' =1␍=2"),
        ("\u0301=1", "'\u0301=1"),
        ("a\u200b=1", "a\u200b=1"),
        ("a；=1，﹣2﹔\u037e+3", "a；'=1，'﹣2﹔\u037e'+3"),  # they become ; and , likewise
        ("", ""),
        ("\u200b\u3164", "\ufffd\ufffd"),  # not an empty cell, which is “not stated”
    ],
)
def test_no_part_of_a_cell_is_a_formula(text: str, cell: str) -> None:
    assert safe_cell(text) == cell


def test_a_claim_without_a_figure_is_a_row_whose_columns_for_figures_are_empty() -> None:
    found = rows(View.of(builtin()))
    assert [row["claim"] for row in found] == [
        *("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S10", "S10", "S11"),
    ]
    (first,) = [row for row in found if row["claim"] == "S1"]
    given = {name for name, cell in first.items() if cell}
    assert given == {"claim", "answer", "kind", "summary", "quote", "document", "start", "end"}


def test_rows_of_figures_only_leave_out_the_claims_without_a_figure() -> None:
    figures = list(csv.DictReader(io.StringIO(write_csv(View.of(builtin()), rows="figures"))))
    assert [row["claim"] for row in figures] == ["S2", "S4", "S10", "S10", "S10"]
    nothing = write_csv(View.of(builtin()).ask("id:S1"), rows="figures")
    assert nothing == ",".join(COLUMNS) + "\n"


def test_dates_have_columns_as_stated_and_as_resolved() -> None:
    raw = minimal()
    raw["claims"][0]["when"] = [
        {"role": "event", "edtf": "2024-12-04/.."},
        {"role": "reported", "edtf": "2024~"},
    ]
    row = rows(View.of(built(raw)))[0]
    assert (row["dates"], row["date_roles"]) == ("2024-12-04/..; 2024~", "event; reported")
    assert row["resolved"] == "; "
    assert {one["dates"] for one in rows(View.of(builtin())) if one["measure"]} == {""}
