"""The reduced updates draw the same screen as those of Textual, with fewer bytes."""

from typing import Any

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.ui.terminal.cell_diff import CellDiff
from tests.tables import each_row

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
            break  # pyte wraps even for zero-width characters
        kept, width = kept + character, width + cells
    styled = f"\x1b[{sgr}m{kept}\x1b[0m" if sgr else kept
    return f"\x1b[{row + 1};{column + 1}H{styled}"


def screen() -> tuple[pyte.Screen, pyte.Stream]:
    one = pyte.Screen(WIDTH, HEIGHT)
    return one, pyte.Stream(one)


def seen(one: pyte.Screen) -> list[list[Any]]:
    """Return the visible look of each cell; a blank has no colour or weight."""
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


@settings(max_examples=250, deadline=None, database=None)
@given(st.lists(st.lists(RUN, max_size=6), min_size=1, max_size=8))
def test_the_screen_is_the_same(updates: list[list[tuple[int, int, str, str]]]) -> None:
    diff = CellDiff(WIDTH, HEIGHT, erases=bool(len(updates) % 2))
    (plain, plain_stream), (frugal, frugal_stream) = screen(), screen()
    blank = "".join(drawn(row, 0, "", " " * WIDTH) for row in range(HEIGHT))
    for update in (blank, *("".join(drawn(*run) for run in runs) for runs in updates)):
        plain_stream.feed(update)
        frugal_stream.feed(diff.rewrite(update))
        assert seen(frugal) == seen(plain)


def coloured(row: int, *words: tuple[str, str]) -> str:
    """Return a line of words, each with an SGR sequence."""
    return f"\x1b[{row};1H" + "".join(f"\x1b[{sgr}m{word}\x1b[0m" for sgr, word in words)


def test_words_of_a_style_are_sent_together_where_that_is_shorter() -> None:
    diff = CellDiff(40, 3)
    white, grey = "38;2;240;240;240", "38;2;120;120;120"
    lines = [coloured(row, (white, f"name{row}"), (grey, f"note{row}")) for row in (1, 2, 3)]
    sent = diff.rewrite("".join(lines))
    assert sent == (
        f"\x1b[1H\x1b[0;{white}mname1\x1b[B\rname2\x1b[B\rname3"
        f"\x1b[{grey}mnote3\x1b[1;6Hnote1\x1b[2;6Hnote2"
    )


def test_runs_that_cover_each_other_keep_their_order() -> None:
    diff = CellDiff(40, 3)
    red, blue = "38;2;255;0;0", "38;2;0;0;255"
    update = (
        coloured(1, (red, "one")) + coloured(2, (blue, "two"))
        + coloured(3, (red, "three")) + coloured(1, (blue, "ONE"))
    )  # fmt: skip
    assert diff.rewrite(update).endswith("ONE")


def test_many_blanks_are_erased_if_the_terminal_erases_in_colour() -> None:
    for erases, sent in ((True, "\x1b[20X"), (False, " " * 20)):
        diff = CellDiff(40, 2, erases=erases)
        diff.rewrite(coloured(1, ("48;2;1;2;3", "x" * 30)))
        assert diff.rewrite(coloured(1, ("48;2;1;2;3", "x" * 10 + " " * 20))) == f"\x1b[20D{sent}"
        # Underlined blanks are visible.
        assert " " * 20 in diff.rewrite(coloured(2, ("4", "y" + " " * 20)))


LINE = "\x1b[1;1H\x1b[1;38;2;9;8;7;48;2;1;2;3mabc\x1b[0m\x1b[38;2;5;5;5;48;2;1;2;3m def   \x1b[0m"


def test_a_row_with_many_blanks_is_erased_before_its_words() -> None:
    # The bar of the cursor moves away: 28 of the 40 cells are blanks, which are sent nowhere else.
    diff = CellDiff(40, 1, erases=True)
    white, blue = "38;2;9;9;9;48;2;1;2;3", "38;2;0;0;255;48;2;1;2;3"
    diff.rewrite(coloured(1, ("48;2;7;7;7", "x" * 40)))
    row = coloured(
        1, (white, "one" + " " * 9), (blue, "two" + " " * 9), (white, "  six" + " " * 11)
    )
    assert diff.rewrite(row) == (
        "\x1b[1H\x1b[48;2;1;2;3m\x1b[40X\x1b[38;2;9;9;9mone\x1b[23Csix\x1b[17D\x1b[38;2;0;0;255mtwo"
    )


def test_the_cursor_takes_the_shortest_way() -> None:
    diff = CellDiff(40, 12)
    for where, sent in (
        ("6;20", "\x1b[6;20H"), ("6;22", "\x1b[2C"), ("6;21", "\x1b[D"), ("7;21", "\x1b[B"),
        ("3;21", "\x1b[4A"), ("3;2", "\x1b[2G"), ("9;1", "\x1b[9H"), ("1;1", "\x1b[8A"),
    ):  # fmt: skip
        assert diff.rewrite(f"\x1b[{where}H") == sent, where


def test_unchanged_cells_are_not_sent() -> None:
    diff = CellDiff(WIDTH, HEIGHT)
    assert diff.rewrite(LINE)
    assert diff.rewrite(LINE) == ""


def test_only_the_changed_cells_of_a_line_are_sent() -> None:
    diff = CellDiff(WIDTH, HEIGHT)
    diff.rewrite(LINE)
    assert diff.rewrite(LINE.replace("def", "dxf")) == "\x1b[5Dx"


def test_only_the_changes_of_a_style_are_sent() -> None:
    diff = CellDiff(WIDTH, HEIGHT)
    diff.rewrite(LINE)
    assert diff.rewrite(LINE.replace("abc", "xyz")) == "\r\x1b[1;38;2;9;8;7mxyz"
    italic = LINE.replace("\x1b[1;38", "\x1b[3;38").replace("abc", "xyz")
    assert diff.rewrite(italic) == "\r\x1b[22;3mxyz"


def test_blanks_use_any_pen_with_their_background() -> None:
    diff = CellDiff(WIDTH, HEIGHT)
    diff.rewrite(LINE)
    assert diff.rewrite("\x1b[1;1H\x1b[38;2;4;4;4;48;2;1;2;3m   \x1b[0m") == "\r   "


@pytest.mark.parametrize("sequence", ["\x1b[?1049h", "\x1b[2J", "\x1b[J"])
def test_after_a_clear_everything_is_sent_again(sequence: str) -> None:
    diff = CellDiff(WIDTH, HEIGHT)
    diff.rewrite(LINE)
    assert diff.rewrite(sequence) == sequence
    assert "abc" in diff.rewrite(LINE)


@each_row(
    "sequence",
    ["\x1b[?1000h", "\x1b]0;title\x07", "\x1b]52;c;UzEw\x07", "\x1bPq\x1b\\", "\x1b7", "\x1b"],
)
def test_other_sequences_are_passed_on(sequence: str) -> None:
    diff = CellDiff(WIDTH, HEIGHT)
    diff.rewrite(LINE)
    assert diff.rewrite(sequence) == sequence
    assert diff.rewrite(LINE) == ""


def test_the_cursor_ends_where_textual_wants_it() -> None:
    # Korean and Japanese input methods open their window there.
    diff = CellDiff(WIDTH, HEIGHT)
    diff.rewrite(LINE)
    assert diff.rewrite(f"{LINE}\x1b[3;4H") == "\x1b[3;4H"
    assert diff.rewrite(f"{LINE}\x1b[3;4H") == ""
    assert diff.rewrite(f"{LINE}\x1b[3;6H") == "\x1b[2C"


def test_characters_of_uncertain_width_are_always_sent() -> None:
    diff = CellDiff(20, 1)
    update = "\x1b[1;1Hone \u2764\ufe0f two\x1b[1;12Hthree"
    first = diff.rewrite(update)
    assert "one \u2764\ufe0f two\x1b[1;12Hthree" in first
    assert diff.rewrite(update) == "\rone \u2764\ufe0f two"


def test_a_link_is_marked_once_with_the_same_name_on_every_line() -> None:
    diff = CellDiff(30, 2)

    def link(number: int) -> str:
        return f"\x1b]8;id={number};https://a.example\x1b\\here\x1b]8;;\x1b\\"

    sent = diff.rewrite(f"\x1b[1;1H{link(1)} x\x1b[2;1H{link(2)}.")
    assert sent.count("\x1b]8;id=") == 2
    assert (
        len({part.partition(";https")[0] for part in sent.split("\x1b]8;")[1:] if part[0] == "i"})
        == 1
    )
    assert sent.count("\x1b]8;;\x1b\\") == 2
    assert diff.rewrite(f"\x1b[1;1H{link(7)}") == ""


def test_nothing_is_drawn_outside_the_screen() -> None:
    diff = CellDiff(4, 1)
    assert diff.rewrite("\x1b[1;3Habcdef\x1b[9;1Hno") == "\x1b[1;3H\x1b[mab"


def test_after_a_resize_everything_is_sent_again() -> None:
    diff = CellDiff(WIDTH, HEIGHT)
    diff.rewrite(LINE)
    diff.resize(WIDTH, HEIGHT)
    assert "abc" in diff.rewrite(LINE)
