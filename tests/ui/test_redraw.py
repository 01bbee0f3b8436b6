"""What is sent draws the same screen as what Textual would have sent, in fewer bytes."""

from typing import Any

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.ui.terminal.cell_diff import CellDiff

WIDTH, HEIGHT = 12, 4
SGRS = (
    *("", "1", "3", "7", "4", "38;2;9;8;7", "48;2;1;2;3", "1;3;38;2;9;8;7;48;2;1;2;3"),
    *("38;5;200;48;5;17", "31;42", "97", "1;4;7;93;104", "2;3", "39;49"),
)
TEXT = st.text(alphabet="ab  .─국é\u0301", min_size=1, max_size=6).filter(
    lambda one: one[0] != "\u0301"
)
RUN = st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1), st.sampled_from(SGRS), TEXT)


def drawn(row: int, column: int, sgr: str, text: str) -> str:
    """Return a run as Textual sends it, cut at the right edge."""
    kept, width = "", 0
    for character in text:
        cells = 2 if character == "국" else 0 if character == "\u0301" else 1
        if column + width + max(1, cells) > WIDTH:
            break  # pyte wraps even for what has no width of its own
        kept, width = kept + character, width + cells
    styled = f"\x1b[{sgr}m{kept}\x1b[0m" if sgr else kept
    return f"\x1b[{row + 1};{column + 1}H{styled}"


def screen() -> tuple[pyte.Screen, pyte.Stream]:
    one = pyte.Screen(WIDTH, HEIGHT)
    return one, pyte.Stream(one)


def seen(one: pyte.Screen) -> list[list[Any]]:
    """Return what can be seen of each cell; a blank has no colour or weight of its own."""
    rows = []
    for y in range(HEIGHT):
        row: list[Any] = []
        for x in range(WIDTH):
            cell = one.buffer[y][x]
            if cell.data == " " and not (cell.underscore or cell.reverse):
                row.append((" ", cell.bg))
            else:
                row.append(tuple(cell))
        rows.append(row)
    return rows


@settings(max_examples=500, deadline=None, database=None)
@given(st.lists(st.lists(RUN, max_size=6), min_size=1, max_size=8))
def test_the_screen_is_the_same(updates: list[list[tuple[int, int, str, str]]]) -> None:
    redraw = CellDiff(WIDTH, HEIGHT)
    (plain, plain_stream), (frugal, frugal_stream) = screen(), screen()
    blank = "".join(drawn(row, 0, "", " " * WIDTH) for row in range(HEIGHT))
    for update in (blank, *("".join(drawn(*run) for run in runs) for runs in updates)):
        plain_stream.feed(update)
        frugal_stream.feed(redraw.rewrite(update))
        assert seen(frugal) == seen(plain)


LINE = "\x1b[1;1H\x1b[1;38;2;9;8;7;48;2;1;2;3mabc\x1b[0m\x1b[38;2;5;5;5;48;2;1;2;3m def   \x1b[0m"


def test_what_is_there_already_is_not_sent() -> None:
    redraw = CellDiff(WIDTH, HEIGHT)
    assert redraw.rewrite(LINE)
    assert redraw.rewrite(LINE) == ""


def test_of_a_changed_line_only_the_changed_cells_are_sent() -> None:
    redraw = CellDiff(WIDTH, HEIGHT)
    redraw.rewrite(LINE)
    assert redraw.rewrite(LINE.replace("def", "dxf")) == "\x1b[1;6Hx"


def test_of_a_style_only_what_changes_is_sent() -> None:
    redraw = CellDiff(WIDTH, HEIGHT)
    redraw.rewrite(LINE)
    assert redraw.rewrite(LINE.replace("abc", "xyz")) == "\x1b[1;1H\x1b[1;38;2;9;8;7mxyz"
    italic = LINE.replace("\x1b[1;38", "\x1b[3;38").replace("abc", "xyz")
    assert redraw.rewrite(italic) == "\x1b[1;1H\x1b[22;3mxyz"


def test_blanks_take_whatever_pen_has_their_ground() -> None:
    redraw = CellDiff(WIDTH, HEIGHT)
    redraw.rewrite(LINE)
    assert redraw.rewrite("\x1b[1;1H\x1b[38;2;4;4;4;48;2;1;2;3m   \x1b[0m") == "\x1b[1;1H   "


@pytest.mark.parametrize("sequence", ["\x1b[?1049h", "\x1b[2J", "\x1b[J"])
def test_what_clears_the_screen_is_passed_on_and_all_is_sent_anew(sequence: str) -> None:
    redraw = CellDiff(WIDTH, HEIGHT)
    redraw.rewrite(LINE)
    assert redraw.rewrite(sequence) == sequence
    assert "abc" in redraw.rewrite(LINE)


@pytest.mark.parametrize(
    "sequence",
    ["\x1b[?1000h", "\x1b]0;title\x07", "\x1b]52;c;UzEw\x07", "\x1bPq\x1b\\", "\x1b7", "\x1b"],
)
def test_any_other_sequence_is_passed_on(sequence: str) -> None:
    redraw = CellDiff(WIDTH, HEIGHT)
    redraw.rewrite(LINE)
    assert redraw.rewrite(sequence) == sequence
    assert redraw.rewrite(LINE) == ""


def test_the_cursor_ends_where_textual_wants_it() -> None:
    # There the input method of a Korean or Japanese reader opens its window.
    redraw = CellDiff(WIDTH, HEIGHT)
    redraw.rewrite(LINE)
    assert redraw.rewrite(f"{LINE}\x1b[3;4H") == "\x1b[3;4H"
    assert redraw.rewrite(f"{LINE}\x1b[3;4H") == ""
    assert redraw.rewrite(f"{LINE}\x1b[3;6H") == "\x1b[2C"


def test_what_terminals_draw_in_different_widths_is_sent_whole_every_time() -> None:
    redraw = CellDiff(20, 1)
    update = "\x1b[1;1Hone \u2764\ufe0f two\x1b[1;12Hthree"
    first = redraw.rewrite(update)
    assert "one \u2764\ufe0f two\x1b[1;12Hthree" in first
    assert redraw.rewrite(update) == "\x1b[1;1Hone \u2764\ufe0f two"


def test_a_link_is_marked_once_with_the_same_name_on_every_line() -> None:
    redraw = CellDiff(30, 2)

    def link(number: int) -> str:
        return f"\x1b]8;id={number};https://a.example\x1b\\here\x1b]8;;\x1b\\"

    sent = redraw.rewrite(f"\x1b[1;1H{link(1)} x\x1b[2;1H{link(2)}.")
    assert sent.count("\x1b]8;id=") == 2
    assert (
        len({part.partition(";https")[0] for part in sent.split("\x1b]8;")[1:] if part[0] == "i"})
        == 1
    )
    assert sent.count("\x1b]8;;\x1b\\") == 2
    assert redraw.rewrite(f"\x1b[1;1H{link(7)}") == ""


def test_nothing_is_drawn_outside_the_screen() -> None:
    redraw = CellDiff(4, 1)
    assert redraw.rewrite("\x1b[1;3Habcdef\x1b[9;1Hno") == "\x1b[1;3H\x1b[mab"


def test_after_a_resize_all_is_sent_anew() -> None:
    redraw = CellDiff(WIDTH, HEIGHT)
    redraw.rewrite(LINE)
    redraw.resize(WIDTH, HEIGHT)
    assert "abc" in redraw.rewrite(LINE)
