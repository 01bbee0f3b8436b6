"""Line and column of every value and key of a JSON text."""

import json
import tracemalloc
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.formats.json.positions import JsonPath as Path
from kursk_tui.formats.json.positions import Positions
from tests.model.factory import property_test
from tests.tables import each_row

SMALL = """{
  "a": 1,
  "list": [10, {"b": "x"},
    []],
  "é": {"c": null}, "d": true
}
"""

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.text(
    '"\\{}[]:, \n\tü한', max_size=8
)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield each value of parsed JSON with its path."""
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, (*path, index))


def offset(text: str, place: tuple[int, int]) -> int:
    """Return the offset of a line and column, both counted from 1."""
    line, column = place
    return sum(len(row) + 1 for row in text.split("\n")[: line - 1]) + column - 1


@each_row(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("a",), (2, 8)),
        (("list",), (3, 11)),
        (("list", 0), (3, 12)),
        (("list", 1), (3, 16)),
        (("list", 1, "b"), (3, 22)),
        (("list", 2), (4, 5)),
        (("é",), (5, 8)),
        (("é", "c"), (5, 14)),
        (("d",), (5, 26)),
    ],
)
def test_a_value_is_found_at_its_line_and_column(path: Path, place: tuple[int, int]) -> None:
    assert Positions(SMALL).of_value(path) == place


@each_row(
    ("path", "place"),
    [
        (("a",), (2, 3)),
        (("list",), (3, 3)),
        (("list", 1, "b"), (3, 17)),
        (("é",), (5, 3)),
        (("é", "c"), (5, 9)),
        (("d",), (5, 21)),
    ],
)
def test_a_key_is_found_at_its_line_and_column(path: Path, place: tuple[int, int]) -> None:
    assert Positions(SMALL).of_key(path) == place


@each_row(
    ("path", "place"),
    [
        (("missing",), (1, 1)),
        (("list", 1, "missing"), (3, 16)),
        (("list", 7, "b", 0), (3, 11)),
        (("é", "c", "missing"), (5, 14)),
    ],
)
def test_a_missing_value_has_the_place_of_its_nearest_parent(
    path: Path, place: tuple[int, int]
) -> None:
    assert Positions(SMALL).of_value(path) == place
    assert Positions(SMALL).of_key(path) == place


def test_an_item_of_a_list_has_the_place_of_its_value() -> None:
    assert Positions(SMALL).of_key(("list", 0)) == (3, 12)


def test_an_escaped_key_is_found_unescaped() -> None:
    text = '{"\\u0061\\n\\"": {"x": 1}}'
    positions = Positions(text)
    assert positions.of_key(('a\n"',)) == (1, 2)
    assert positions.of_value(('a\n"', "x")) == (1, 22)


def test_symbols_inside_strings_are_not_structure() -> None:
    positions = Positions('{"{[": "},]", "x": ["]", "\\"]"], "y": 1}')
    assert positions.of_value(("{[",)) == (1, 8)
    assert positions.of_value(("x", 1)) == (1, 26)
    assert positions.of_value(("y",)) == (1, 39)


def test_columns_count_code_points_and_lines_end_at_newlines_only() -> None:
    text = '{"한😀": "\u2028",\r\n "b": 2}'
    positions = Positions(text)
    assert positions.of_value(("한😀",)) == (1, 8)
    assert positions.of_value(("b",)) == (2, 7)


def test_an_offset_has_a_line_and_a_column_from_one() -> None:
    positions = Positions('[\n\n"x"\n]')
    assert positions.line_column(0) == (1, 1)
    assert positions.line_column(1) == (1, 2)
    assert positions.line_column(2) == (2, 1)
    assert positions.line_column(3) == (3, 1)
    assert positions.line_column(7) == (4, 1)


def test_a_repeated_key_has_both_places() -> None:
    positions = Positions('{"a": 1, "b": {"a": 2}, "a": 3}')
    (repeated,) = positions.repeated
    assert (repeated.path, repeated.first, repeated.second) == (("a",), 1, 24)


def test_a_key_may_occur_in_two_objects() -> None:
    assert Positions('[{"a": 1}, {"a": 2}, {"b": {"a": 3}}]').repeated == []


def test_a_key_written_in_two_ways_is_repeated() -> None:
    (repeated,) = Positions('{"a": 1, "\\u0061": 2}').repeated
    assert (repeated.first, repeated.second) == (1, 9)


def test_deep_nesting_does_not_exhaust_the_stack() -> None:
    depth = 3_000
    positions = Positions("[" * depth + "]" * depth)
    assert positions.of_value((0,) * 100) == (1, 101)


@property_test
@given(values, st.sampled_from([None, 0, 2, "\t"]), st.booleans())
def test_every_value_has_its_place(value: Any, indent: int | str | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    positions = Positions(text)
    decoder = json.JSONDecoder()
    for path, expected in walk(value):
        found, _ = decoder.raw_decode(text, offset(text, positions.of_value(path)))
        assert json.dumps(found) == json.dumps(expected)
        if path and isinstance(path[-1], str):
            key, _ = decoder.raw_decode(text, offset(text, positions.of_key(path)))
            assert key == path[-1]
    assert positions.repeated == []


def test_many_blanks_take_linear_time() -> None:
    blanks = " " * 3_000_000
    places = Positions(f'{blanks}{{"a": 1}}{blanks}')
    assert places.of_value(("a",)) == (1, 3_000_007)


def test_a_long_string_takes_no_memory_of_its_own() -> None:
    text = f'["{"x" * 1_000_000}", 1]'
    tracemalloc.start()
    try:
        assert Positions(text).of_value((1,)) == (1, 1_000_006)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()
