"""The arrangement of panes: no gap, no overlap, the current one always visible."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.widgets.arrangement import Mode, arrange, frames_of, mode_of
from kursk_tui.ui.widgets.bands import Box
from kursk_tui.ui.widgets.room import UNLIMITED, Need
from tests.tables import each_row

IDS = [pane.id for pane in panes()]
LINES = {"timeline": 10, "sources": 7, "figures": 13, "confidence": 11, "claim": 9}
"""The lines that the panes need, including their frames; others need more than any screen has."""


def arranged(
    mode: Mode,
    size: tuple[int, int],
    current: str = "timeline",
    *,
    above: str = "timeline",
    zoomed: bool = False,
    reading: bool = False,
    least: int = 5,
) -> dict[str, Box]:
    """Return the boxes for needs that do not depend on the width."""

    def need_of(pane: str, _: int) -> Need:
        wanted = least if pane == current == "claim" else 5
        return Need(wanted, max(wanted, LINES.get(pane, UNLIMITED)))

    def at_rest(pane: str, _: int) -> Need:
        return Need(5, LINES.get(pane, UNLIMITED))

    return arrange(
        panes(),
        mode,
        size,
        need_of,
        at_rest,
        current=current,
        above=above,
        zoomed=zoomed,
        reading=reading,
    )


@each_row(
    ("width", "height", "mode", "frames"),
    [
        (40, 12, "tabs", "rules"),
        (59, 40, "tabs", "rules"),
        (60, 20, "tabs", "tabs"),
        (120, 19, "tabs", "rules"),
        (80, 24, "tabs", "tabs"),
        (99, 40, "tabs", "tabs"),
        (100, 28, "tabs", "tabs"),
        (100, 29, "grid", "boxes"),
        (120, 36, "grid", "boxes"),
        (159, 50, "grid", "boxes"),
        (160, 29, "wide", "boxes"),
        (250, 80, "wide", "boxes"),
    ],
)
def test_mode_and_frames_follow_from_the_size(
    width: int, height: int, mode: str, frames: str
) -> None:
    assert mode_of(width, height) == mode
    assert frames_of(width, height) == frames


@settings(max_examples=200, deadline=None, database=None)
@given(
    st.tuples(st.integers(1, 300), st.integers(1, 100)),
    st.sampled_from(IDS),
    st.booleans(),
    st.booleans(),
)
def test_boxes_tile_the_space(
    size: tuple[int, int], current: str, zoomed: bool, reading: bool
) -> None:
    width, height = size
    mode = mode_of(width, height + 3)  # title, query and keys take three lines of the screen
    boxes = arranged(mode, size, current, zoomed=zoomed, reading=reading)
    assert current in boxes or height < 8
    assert sum(box.width * box.height for box in boxes.values()) == width * height
    cells: set[tuple[int, int]] = set()
    for box in boxes.values():
        if box.width * box.height == 0:
            continue
        corners = {(box.x, box.y), (box.x + box.width - 1, box.y + box.height - 1)}
        assert not corners & cells
        cells |= corners
        assert 0 <= box.x <= box.x + box.width <= width
        assert 0 <= box.y <= box.y + box.height <= height
    if zoomed:
        assert set(boxes) == {current}


def test_in_a_grid_every_pane_shows_its_content() -> None:
    boxes = arranged("grid", (120, 33))
    assert {pane: box.height for pane, box in boxes.items()} == {
        "timeline": 13, "sources": 11, "figures": 13, "confidence": 11, "claim": 9,
    }  # fmt: skip
    # Two lines less: below the left column, which needs 17 lines of 31, the claim still has room.
    boxes = arranged("grid", (120, 31))
    assert boxes["claim"].x == 0
    assert all(box.height >= LINES[pane] for pane, box in boxes.items())


def test_a_pane_hides_no_line_that_one_which_scrolls_anyway_can_give() -> None:
    # Timeline and Figures need 13 lines of 33, beside a claim of 9: half of the rest is 12.
    boxes = arranged("grid", (120, 33), "document", reading=True)
    assert (boxes["figures"].height, boxes["document"].height) == (13, 11)
    # Three lines of Figures are hidden: the document, of which more is, keeps its half.
    boxes = arranged("grid", (120, 27), "document", reading=True)
    assert (boxes["figures"].height, boxes["document"].height) == (10, 10)


def test_lines_that_nothing_needs_go_to_the_panes_above_the_claim() -> None:
    boxes = arranged("grid", (120, 43))
    assert boxes["claim"].height == 9
    assert boxes["timeline"].height == boxes["figures"].height == 18


def test_the_reader_covers_the_lower_rows_of_the_grid() -> None:
    boxes = arranged("grid", (120, 33), "document", reading=True)
    assert set(boxes) == {"timeline", "figures", "document", "claim"}
    assert boxes["document"].width == 120
    assert boxes["document"].y == boxes["timeline"].height == boxes["figures"].height


def test_a_sheet_replaces_all_panes_but_the_detail() -> None:
    modes: list[tuple[Mode, tuple[int, int]]]
    modes = [("grid", (120, 33)), ("wide", (180, 42)), ("tabs", (80, 20))]
    for mode, size in modes:
        boxes = arranged(mode, size, "conflicts", reading=True)
        assert set(boxes) == {"conflicts", "claim"}
        assert boxes["conflicts"].height + boxes["claim"].height == size[1]


def test_from_160_columns_the_reader_is_next_to_all_other_panes() -> None:
    boxes = arranged("wide", (180, 37))
    assert set(boxes) == set(IDS) - {pane.id for pane in panes() if pane.slot == "sheet"}
    assert boxes["document"] == Box(120, 0, 60, 37)
    assert boxes["claim"].width == 120
    assert arranged("wide", (160, 37))["document"].width == 46
    assert arranged("wide", (300, 37))["document"].width == 80


def wide(size: tuple[int, int], document: int, claim: tuple[int, int]) -> dict[str, Box]:
    """Return the boxes for a document of so many cells, and for claims of most and usual cells."""

    def need_of(pane: str, width: int) -> Need:
        if pane == "claim":
            most, usual = (-(-cells // width) for cells in claim)
            return Need(4, most, most, usual)
        return Need(5, -(-document // width) if pane == "document" else LINES.get(pane, UNLIMITED))

    return arrange(
        panes(), "wide", size, need_of, need_of,
        current="timeline", above="timeline", zoomed=False, reading=False,
    )  # fmt: skip


def test_a_wide_screen_shows_everything_if_it_can() -> None:
    # 24 lines for the grid; 16 lines of 140 cells hold 2,240, and 40 lines of 80 hold 3,200.
    boxes = wide((200, 40), 2240, (900, 600))
    assert boxes["confidence"] == Box(100, 13, 100, 11)
    assert (boxes["claim"].width, boxes["document"].width) == (60, 140)
    assert boxes["claim"].height == boxes["document"].height == 16
    assert wide((200, 40), 3200, (1300, 900))["document"] == Box(120, 0, 80, 40)


def test_a_reader_that_shows_everything_leaves_its_width_to_the_grid() -> None:
    # 40 lines of 62, 68 and 74 cells hold 2,480, 2,720 and 2,960.
    for document, width in ((2480, 62), (2481, 68), (2960, 74), (2961, 80), (3200, 80)):
        boxes = wide((200, 40), document, (1300, 900))
        assert boxes["document"] == Box(200 - width, 0, width, 40)
        assert boxes["claim"].width == 200 - width


def test_a_document_that_scrolls_has_the_lines_that_others_leave_empty() -> None:
    # Timeline and Sources need 17 of 42 lines, Figures and Confidence 24: the claim ends the first
    # column, which is as narrow as most claims allow, and the document ends the other.
    for most, width in ((1450, 58), (1520, 61), (1650, 67)):
        boxes = wide((160, 42), 8000, (most, most))
        assert boxes["claim"] == Box(0, 17, width, 25)
        assert boxes["document"] == Box(width, 24, 160 - width, 18)
        assert boxes["timeline"].height == LINES["timeline"]
    # The document would have only 6 lines there, and one column does not show enough of the grid.
    assert wide((160, 30), 8000, (1400, 1000))["document"] == Box(114, 0, 46, 30)


def test_a_short_claim_leaves_its_lines_to_a_document_that_scrolls() -> None:
    for cells in (300, 800, 1300):  # 3, 8 and 13 lines of 102 cells below the document
        boxes = wide((160, 42), 8000, (1450, cells))
        lines = -(-cells // 102)
        assert boxes["claim"] == Box(58, 42 - lines, 102, lines)
        assert boxes["document"] == Box(58, 0, 102, 42 - lines)
        assert sum(boxes[pane].height for pane in LINES if pane != "claim") == 42


SIZES = (40, 12), (60, 20), (80, 24), (100, 29), (120, 36), (160, 45), (200, 50)


@settings(max_examples=60, deadline=None, database=None)
@given(st.sampled_from(SIZES), st.sampled_from(IDS), st.data())
def test_nothing_scrolls_above_or_below_empty_lines(
    size: tuple[int, int], current: str, data: st.DataObject
) -> None:
    lines = {pane: data.draw(st.integers(4, 60)) for pane in IDS}
    claim = data.draw(st.integers(4, 30))
    height = size[1] - 3

    def need_of(pane: str, _: int) -> Need:
        return Need(4, claim, claim, claim) if pane == "claim" else Need(4, lines[pane])

    boxes = arrange(
        panes(), mode_of(*size), (size[0], height), need_of, need_of,
        current=current, above="timeline", zoomed=False, reading=False,
    )  # fmt: skip
    needs = {pane: need_of(pane, box.width) for pane, box in boxes.items()}
    empty = {pane for pane, box in boxes.items() if box.height > max(4, needs[pane].content)}
    for pane, box in boxes.items():
        if box.height < needs[pane].content:
            column = {one for one in boxes if boxes[one][::2] == box[::2]}
            assert not column & empty, (size, boxes, needs)


def test_a_single_pane_leaves_to_the_claim_what_it_does_not_need() -> None:
    for pane, height in (("timeline", 12), ("figures", 13), ("sources", 12), ("document", 13)):
        boxes = arranged("tabs", (80, 21), pane)
        assert (boxes[pane].height, boxes["claim"].height) == (height, 21 - height), pane


def test_the_current_claim_has_the_lines_it_needs_and_not_more() -> None:
    modes: list[tuple[Mode, tuple[int, int]]] = [("tabs", (80, 21)), ("grid", (120, 33))]
    for mode, size in modes:
        boxes = arranged(mode, size, "claim", above="figures", least=16)
        assert boxes["claim"].height == 16
        assert "figures" in boxes
    # The panes above keep their least.
    boxes = arranged("tabs", (80, 21), "claim", above="figures", least=40)
    assert (boxes["figures"].height, boxes["claim"].height) == (5, 16)


def test_a_very_short_area_has_no_room_for_the_claim() -> None:
    assert set(arranged("tabs", (40, 7), "figures")) == {"figures"}
    assert set(arranged("tabs", (40, 7), "claim", above="figures")) == {"figures", "claim"}


def test_the_claim_ends_the_column_that_has_empty_lines_while_the_other_scrolls() -> None:
    lines = {"timeline": 10, "sources": 8, "figures": 13, "confidence": 16, "claim": 9}

    def arranged_with(current: str, **other: int) -> dict[str, Box]:
        needs = {**lines, **other}

        def at_rest(pane: str, _: int) -> Need:
            return Need(5, needs.get(pane, UNLIMITED))

        def need_of(pane: str, width: int) -> Need:
            need = at_rest(pane, width)
            return need._replace(least=needs["claim"]) if pane == current == "claim" else need

        return arrange(
            panes(), "grid", (120, 33), need_of, at_rest,
            current=current, above="timeline", zoomed=False, reading=False,
        )  # fmt: skip

    # Below both columns, the claim would leave 24 lines, which hide 5 of the 29 on the right.
    boxes = arranged_with("timeline")
    assert boxes["claim"].x == boxes["timeline"].x == 0
    assert boxes["claim"].width == boxes["timeline"].width == 58
    for pane, needed in lines.items():
        assert boxes[pane].height >= needed, pane
    assert boxes["figures"].height + boxes["confidence"].height == 33
    # The other way round.
    boxes = arranged_with("timeline", timeline=17, sources=12, figures=9, confidence=9)
    assert boxes["claim"].x == boxes["figures"].x == 58
    assert boxes["timeline"].height + boxes["sources"].height == 33
    # Everything fits, or everything scrolls: the claim has the whole width.
    assert arranged_with("timeline", confidence=11)["claim"].width == 120
    assert arranged_with("timeline", **dict.fromkeys(lines, 100))["claim"].width == 120
    # A claim that needs all the lines when it becomes current moves no pane sideways.
    for confidence, claim in product(range(8, 20, 2), range(9, 30, 4)):
        before = arranged_with("timeline", confidence=confidence, claim=claim)
        focused = arranged_with("claim", confidence=confidence, claim=claim)
        assert {pane: (box.x, box.width) for pane, box in before.items()} == {
            pane: (box.x, box.width) for pane, box in focused.items()
        }, (confidence, claim)
