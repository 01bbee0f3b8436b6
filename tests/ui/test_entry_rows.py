"""Rows that are made when they are asked for, compared with the same rows made at once."""

from collections.abc import Sequence

from kursk_tui.ui.rows.entry_rows import EntryRows, Section
from kursk_tui.ui.rows.row_model import FixedRows, Row, Stop


def _rows_of(number: int, claim: int) -> Sequence[Row]:
    return Row(claim), Row(None, number, "about")


def test_rows_made_when_asked_for_are_those_made_at_once() -> None:
    heading, space, note = Row(None, 0, "heading"), Row(None, 1, "space"), Row(None, 0, "note")
    sections = [
        Section([heading], [7, 9], 2),
        Section([], [], 2),
        Section([space, heading], [7], 1),
    ]
    below = FixedRows([note, Row(4), Row(None, 0, "why")], [Stop(4, 1, 2)])
    model = EntryRows(sections, _rows_of, lambda claim: claim, below)
    rows = [heading, *_rows_of(0, 7), *_rows_of(1, 9), space, heading, Row(7), *below.rows]
    stops = [Stop(7, 1, 2), Stop(9, 3, 4), Stop(7, 7, 7), Stop(4, 9, 10)]
    fixed = FixedRows(rows, stops)
    assert (list(model.rows), list(model.stops)) == (rows, stops)
    for at in range(-1, len(rows) + 1):
        assert model.stop_at(at) == fixed.stop_at(at), at
    for claim in (4, 7, 9, 1):
        assert list(model.stops_of(claim)) == fixed.stops_of(claim)
    assert [model.entry(number) for number in range(3)] == [7, 9, 7]
    nothing = EntryRows[int]([], _rows_of, lambda claim: claim)
    assert (len(nothing.rows), len(nothing.stops), nothing.stop_at(0)) == (0, 0, None)
