"""The scanner: cells as the csv module reads them, each with its place in the row."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.tables.scanner import SEPARATORS, Row, TableError, scan, separator_of
from tests.importing.rows import as_csv
from tests.tables import each_row

CELLS = st.text(st.sampled_from('ab",;\t\n\r é\u2028\x00🙂'), max_size=6)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=4)


def chunked(text: str, size: int) -> list[str]:
    """Return a text in chunks of a size."""
    return [text[at : at + size] for at in range(0, len(text), size)]


def check_places(text: str, rows: list[Row]) -> None:
    """Check that each row and each cell is verbatim at its place in the text."""
    at = 0
    for row in rows:
        at = text.index(row.text, at)
        assert text.startswith(row.line_end, at + len(row.text))
        # What is before it has as many line ends as lines are counted before it.
        before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
        assert row.line == before.count("\n") + 1
        for cell in row.cells:
            raw = row.text[cell.start : cell.end]
            assert cell.torn or raw.replace('""', '"') == cell.value or raw == cell.value
        at += len(row.text) + len(row.line_end)


@given(TABLES, st.sampled_from(SEPARATORS), st.sampled_from(["\n", "\r\n"]), st.integers(1, 9))
def test_cells_are_those_of_the_csv_module_and_lie_where_they_say(
    table: list[list[str]], separator: str, line_end: str, size: int
) -> None:
    text = as_csv(table, separator, line_end)
    rows = list(scan(chunked(text, size), separator))
    expected = [
        row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if row
    ]
    assert [[cell.value for cell in row.cells] for row in rows] == expected
    check_places(text, rows)


@given(st.text(st.sampled_from('ab",\n\r'), max_size=14), st.integers(1, 4))
def test_any_text_is_read_as_the_csv_module_reads_it_or_refused(text: str, size: int) -> None:
    try:
        rows = list(scan(chunked(text, size), ","))
    except TableError:
        assert '"' in text  # a quote that stays open, which the module reads to the end
        return
    expected = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    assert [[cell.value for cell in row.cells] for row in rows] == expected
    check_places(text, rows)


def test_a_quote_that_stays_open_is_an_error_at_the_quote() -> None:
    with pytest.raises(TableError, match="a quote opens here and is never closed") as caught:
        list(scan(['a,b\nc,"d\ne",f\ng,"h\n', "i,j\n"], ","))
    assert (caught.value.line, caught.value.column) == (4, 3)


def test_text_after_a_closing_quote_is_kept_and_marked() -> None:
    (row,) = scan(['"he said "no"",b'], ",")
    assert [cell.value for cell in row.cells] == ['he said no""', "b"]
    assert [cell.torn for cell in row.cells] == [True, False]


def test_a_row_that_no_claim_can_quote_is_refused_while_it_is_read() -> None:
    endless = (chunk for chunk in ['a,"', *["x" * 2**20] * 1_000])
    with pytest.raises(TableError, match="4,194,304 characters; is a quote"):
        list(scan(endless, ","))
    assert next(endless)  # it is refused long before the end


@each_row(
    ("header", "separator"),
    [
        ("id,date,notes", ","),
        ("id;date;notes", ";"),
        ("id\tdate\tnotes", "\t"),
        ("id;date, place and time;notes", ";"),
        ("id,date;place;time;zone;day,notes", ","),  # names that the profile knows decide
        ('"id";"date"', ";"),
        ("id", ","),
    ],
)
def test_the_header_shows_the_separator(header: str, separator: str) -> None:
    assert separator_of(header, ["id", "notes", "date"]) == separator
