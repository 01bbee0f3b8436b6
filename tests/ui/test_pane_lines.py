"""The lines of a pane, worked out by hand for three claims of two lines each."""

from kursk_tui.query import View
from kursk_tui.ui.pane import Column, Layout, Scene
from kursk_tui.ui.rows.row_model import NO_ROWS, FixedRows, Row, RowModel, Stop
from kursk_tui.ui.rows.styled_text import Line, Span
from kursk_tui.ui.rows.viewport import Viewport
from kursk_tui.ui.widgets.pane_lines import PaneLines
from tests.query.factory import Draft, briefing, figure
from tests.tables import each_row

VIEW = View.of(
    briefing(
        Draft(figures=(figure("killed", "exactly", 3),)),
        Draft(figures=(figure("killed", "about", 3),)),
        Draft(),
    )
)
ROWS = FixedRows([Row(number) for number in range(3)], [Stop(one, one, one) for one in range(3)])
WIDTH, HEIGHT = 10, 5
drawn: list[int | None] = []


def draw(row: Row, _: Scene) -> tuple[Line, Line]:
    drawn.append(row.claim)
    return (Span("claim ", term="is:claim"), Span(f"{row.claim}")), (Span("below"),)


def lines(
    view: View = VIEW,
    *,
    model: RowModel = ROWS,
    columns: tuple[Column, ...] = (),
    above: tuple[Line, ...] = (),
) -> PaneLines:
    drawn.clear()
    viewport = Viewport(row_height=2)
    layout = Layout(model, draw, "There is nothing to show here.", columns, above=above)
    made = PaneLines(Scene(view, 1, WIDTH), layout, viewport, HEIGHT)
    viewport.show(model, HEIGHT - made.heading_height, 1)
    return made


def shown(of: PaneLines, *, focused: bool = True) -> list[tuple[str, str | None]]:
    composed = [of.line_at(y, focused=focused) for y in range(HEIGHT)]
    return [("".join(span.text for span in line), ground) for line, ground in composed]


def test_the_selected_claim_has_the_cursor_if_the_pane_has_the_focus() -> None:
    assert shown(lines()) == [
        ("  claim 0   ░", None),
        ("  below     ░", None),
        ("► claim 1   ░", "cursor"),
        ("▐ below     ░", "cursor"),
        ("  claim 2    ", None),
    ]
    marked = [(text.replace("►", "▐"), ground and "marked") for text, ground in shown(lines())]
    assert shown(lines(), focused=False) == marked


def test_headings_stay_above_the_rows() -> None:
    of = lines(columns=(Column("what", 7), Column("who", 3)))
    assert of.heading_height == 1
    assert [text for text, _ in shown(of)][:2] == ["  what   who ", "  claim 0   ░"]
    assert of.term_at(1, 2) == "is:claim"


def test_lines_above_the_rows_are_left_out_if_there_is_no_room_for_rows() -> None:
    above = (Span("a"),), (Span("b"),)
    of = lines(columns=(Column("what", 10),), above=above)  # five lines: three, and two for rows
    assert [text.strip(" ░►▐") for text, _ in shown(of)] == ["what", "a", "b", "claim 1", "below"]
    of = lines(columns=(Column("what", 10),), above=(*above, (Span("c"),)))
    assert [text.strip(" ░►▐") for text, _ in shown(of)][:2] == ["what", "claim 0"]


def test_a_pane_without_rows_shows_a_sentence_and_no_headings() -> None:
    of = lines(model=NO_ROWS, columns=(Column("what", 10),))
    assert of.heading_height == 0
    assert [text.strip() for text, _ in shown(of)] == [
        "There is",
        "nothing to",
        "show here.",
        "",
        "",
    ]


def test_the_sentence_counts_possible_matches_that_are_hidden() -> None:
    view = VIEW.ask("killed:>10")
    assert view.answer.possible == 0b10
    text = " ".join(text.strip() for text, _ in shown(lines(view, model=NO_ROWS)))
    assert text == "There is nothing to show here. 1 possible match: ~"  # the rest is cut off
    again = " ".join(
        text.strip() for text, _ in shown(lines(view.showing_possible(True), model=NO_ROWS))
    )
    assert again.strip() == "There is nothing to show here."


def test_a_possible_match_has_a_mark_on_its_first_line() -> None:
    of = lines(VIEW.ask("killed:>10").showing_possible(True))
    assert [text[:2] for text, _ in shown(of)] == ["  ", "  ", "►~", "▐ ", "  "]


@each_row(
    ("y", "x", "term"),
    [(0, 1, ""), (0, 2, "is:claim"), (0, 7, "is:claim"), (0, 8, ""), (1, 3, ""), (9, 3, "")],
)
def test_the_term_at_a_cell(y: int, x: int, term: str) -> None:
    assert lines().term_at(y, x) == term


def test_a_row_is_drawn_once_for_all_its_lines_and_only_if_visible() -> None:
    of = lines()
    shown(of)
    assert drawn == [0, 1, 2]
    other = of.for_scene(Scene(VIEW, 2, WIDTH))
    other.line_at(0, focused=True)
    assert drawn == [0, 1, 2, 0]
