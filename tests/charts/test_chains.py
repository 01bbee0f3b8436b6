"""Chains of names on a width, and bars of counts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.charts.chains import FittedChain, bar, fit_chain, width_of_bars, width_of_chain

WIDTHS = st.lists(st.integers(1, 60), min_size=1, max_size=40)


def test_a_chain_that_fits_is_whole_and_its_last_arrow_reaches_the_end() -> None:
    # Three and five cells: "abc ──▶ abcde ──▶" has 17.
    assert width_of_chain([3, 5]) == 17
    assert fit_chain([3, 5], 20) == FittedChain(2, 0, (3, 5), "", 3, 6)
    assert fit_chain([3, 5], 17) == FittedChain(2, 0, (3, 5), "", 3, 3)
    assert fit_chain([3, 5], 15) == FittedChain(2, 0, (3, 5), "", 2, 2)


def test_a_long_chain_is_folded_in_the_middle() -> None:
    # "abc ─▶ … 8 more ─▶ abc ─▶" has 25 cells; with "…" alone, 18.
    assert fit_chain([3] * 10, 25) == FittedChain(1, 1, (3, 3), "… 8 more", 2, 2)
    assert fit_chain([3] * 10, 18) == FittedChain(1, 1, (3, 3), "…", 2, 2)
    # "abc ─▶ abc ─▶ … 7 more ─▶ abc ─▶" has 32.
    assert fit_chain([3] * 10, 32).head == 2


def test_names_are_cut_if_folding_is_not_enough() -> None:
    # Of 24 cells, two arrows with blanks take 7, so that each name has 8; a short one needs 2.
    assert fit_chain([20, 20], 23).cells == (8, 8)
    assert fit_chain([2, 20], 23).cells == (2, 14)
    assert fit_chain([20, 2], 23).cells == (14, 2)
    assert fit_chain([20], 13).cells == (10,)


@given(WIDTHS, st.integers(16, 120))
@settings(max_examples=100)
def test_a_fitted_chain_takes_the_whole_room_and_keeps_both_ends(
    widths: list[int], room: int
) -> None:
    found = fit_chain(widths, room)
    names = [*found.cells, *([len(found.fold)] if found.fold else [])]
    assert sum(names) + (len(names) - 1) * (found.arrow + 2) + 1 + found.last == room
    assert found.head >= 1
    assert found.tail >= 1 or not found.fold
    assert found.head + found.tail == len(found.cells) <= len(widths)
    assert bool(found.fold) == (len(found.cells) < len(widths))


def test_each_of_a_count_has_the_same_cells_where_there_is_room() -> None:
    assert width_of_bars(8, 10) == 8
    assert width_of_bars(8, 30) == 24
    assert width_of_bars(8, 500) == 56  # 60 cells at most
    assert width_of_bars(800, 10) == 10
    assert width_of_bars(0, 10) == 10


def test_a_part_and_the_rest_have_a_cell_each() -> None:
    assert bar(3, 8, 8, 8) == (3, 5)
    assert bar(1, 1, 1000, 10) == (1, 0)
    assert bar(1, 500, 1000, 10) == (1, 4)
    assert bar(505, 510, 1000, 10) == (4, 1)  # both have five cells by themselves
    assert bar(0, 0, 0, 10) == (0, 0)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 60))
@settings(max_examples=50)
def test_a_larger_count_never_has_a_shorter_bar(one: int, other: int, width: int) -> None:
    small, large = sorted((one, other))
    lengths = [sum(bar(total, total, large, width)) for total in (small, large)]
    assert 1 <= lengths[0] <= lengths[1] == width
