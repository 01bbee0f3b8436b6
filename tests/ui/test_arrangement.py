"""The arrangement of panes: no gap, no overlap, the current one always visible."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.widgets.arrangement import Mode, arrange, mode_of

IDS = [pane.id for pane in panes()]


@pytest.mark.parametrize(
    ("width", "height", "mode"),
    [
        (80, 24, "tabs"),
        (99, 40, "tabs"),
        (100, 28, "tabs"),
        (100, 29, "grid"),
        (120, 36, "grid"),
        (159, 50, "grid"),
        (160, 29, "wide"),
        (250, 80, "wide"),
    ],
)
def test_the_mode_follows_from_the_size(width: int, height: int, mode: str) -> None:
    assert mode_of(width, height) == mode


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
    boxes = arrange(panes(), mode, size, current=current, zoomed=zoomed, reading=reading)
    assert sum(box.width * box.height for box in boxes.values()) == width * height
    cells: set[tuple[int, int]] = set()
    for box in boxes.values():
        corners = {(box.x, box.y), (box.x + box.width - 1, box.y + box.height - 1)}
        assert not corners & cells
        cells |= corners
        assert 0 <= box.x <= box.x + box.width <= width
        assert 0 <= box.y <= box.y + box.height <= height
    if zoomed:
        assert set(boxes) == {current}


def test_the_reader_covers_the_lower_half_of_the_grid() -> None:
    boxes = arrange(panes(), "grid", (120, 33), current="document", zoomed=False, reading=True)
    assert set(boxes) == {"timeline", "figures", "document", "claim"}
    assert boxes["document"].width == 120
    assert boxes["document"].y == boxes["timeline"].height


def test_a_sheet_replaces_all_panes_but_the_detail() -> None:
    modes: list[tuple[Mode, tuple[int, int]]]
    modes = [("grid", (120, 33)), ("wide", (180, 42)), ("tabs", (80, 20))]
    for mode, size in modes:
        boxes = arrange(panes(), mode, size, current="conflicts", zoomed=False, reading=True)
        assert set(boxes) == {"conflicts", "claim"}
        assert boxes["conflicts"].height + boxes["claim"].height == size[1]


def test_from_160_columns_the_reader_is_next_to_the_grid() -> None:
    boxes = arrange(panes(), "wide", (180, 42), current="timeline", zoomed=False, reading=False)
    assert set(boxes) == set(IDS) - {"conflicts", "changes"}
    assert boxes["document"].x > boxes["figures"].x
    assert boxes["document"].y == 0
