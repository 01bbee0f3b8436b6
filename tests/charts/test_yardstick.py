"""The geometry of yardsticks: bands, gaps, names and ranges."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.charts.yardstick import (
    LEAST_WIDTH,
    Cells,
    band_cells,
    has_gap_below,
    name_lines,
    range_in_numbers,
    ticks,
)
from kursk_tui.model import YARDSTICKS, Yardstick
from tests.tables import each_row

PHIA, ICD = YARDSTICKS["phia-2025"], YARDSTICKS["icd-203"]
SCALES = st.sampled_from([PHIA, ICD])
WIDTHS = st.integers(LEAST_WIDTH, 250)


def test_ranges_in_numbers() -> None:
    assert [range_in_numbers(band) for band in PHIA.bands] == [
        *(">0–≈5%", "≈10–≈20%", "≈25–≈35%", "≈40–<50%"),
        *("≈55–≈75%", "≈80–≈90%", "≈95–<100%"),
    ]
    icd = [range_in_numbers(band) for band in (ICD.bands[0], ICD.bands[-1])]
    assert icd == ["01–05%", "95–99%"]


def test_a_cell_for_each_per_cent() -> None:
    assert list(band_cells(PHIA, 101)) == [
        *(Cells(0, 5), Cells(10, 20), Cells(25, 35), Cells(40, 50)),
        *(Cells(55, 75), Cells(80, 90), Cells(95, 100)),
    ]
    assert list(band_cells(ICD, 101)) == [
        *(Cells(1, 4), Cells(5, 19), Cells(20, 44), Cells(45, 54)),
        *(Cells(55, 79), Cells(80, 94), Cells(95, 99)),
    ]


@given(SCALES, st.integers(20, 250))
def test_bands_are_in_order_with_their_gaps(scale: Yardstick, width: int) -> None:
    cells = band_cells(scale, width)
    assert cells[0].first >= 0
    assert cells[-1].last < width
    assert all(one.size >= 1 for one in cells)
    for rank, (low, high) in enumerate(pairwise(cells)):
        blank = high.first - low.last - 1
        assert blank >= 1 if has_gap_below(scale, rank + 1) else blank == 0


@given(SCALES, WIDTHS)
def test_each_term_is_named_once_at_its_band_without_overlap(scale: Yardstick, width: int) -> None:
    cells, lines = band_cells(scale, width), name_lines(scale, width)
    assert sorted(name.rank for line in lines for name in line) == list(range(7))
    for line in lines:
        assert line[0].start >= 0
        assert line[-1].end <= width
        assert all(one.end + 2 <= other.start for one, other in pairwise(line))
        for name in line:
            assert name.text == scale.bands[name.rank].term
            assert name.start <= cells[name.rank].last
            assert name.end > cells[name.rank].first


@each_row("width", [30, 55, 56, 57, 75, 116])
def test_percentages_are_at_their_cells(width: int) -> None:
    line = ticks(width)
    assert len(line) == width
    assert line.startswith("0%")
    assert line.endswith(" 100%")
    assert line[round(0.4 * (width - 1)) :].startswith("40")
