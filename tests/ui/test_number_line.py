"""Figures on an axis of numbers, worked out by hand: four cells for each power of ten."""

import pytest

from kursk_tui.charts.number_axis import NumberAxis, Powers, Segment
from kursk_tui.model import Figure
from kursk_tui.query import Index
from kursk_tui.ui.rows.number_line import (
    FigureColumns,
    FigureExtent,
    displaced_interval,
    figure_columns,
    interval_below,
    line_labels,
    measure_all_figures,
    words_and_interval,
)
from kursk_tui.ui.rows.styled_text import Line, width_of
from kursk_tui.vocabulary import Qualifier
from tests.query.factory import Draft, briefing

# A cell before 1, four cells for each of four powers, and three cells after 10k.
AXIS = NumberAxis(21, (Segment(Powers(0, 4), 1, 17),))
COLUMNS = FigureColumns(measure=11, words=21, axis=AXIS)
INFINITE = float("inf")


def figure(qualifier: Qualifier, *values: int, words: str = "printed") -> Figure:
    return Figure(measure="killed", words=words, qualifier=qualifier, values=values)


def best_of(low: int, high: int, *, best: int) -> Figure:
    return figure("between", low, high).replace(best=best)


def text(line: Line) -> str:
    return "".join(span.text for span in line)


@pytest.mark.parametrize(
    ("stated", "line"),
    [
        (figure("exactly", 100), " ·   ·   ◆   ·   ·   "),
        (figure("about", 1000), " ·   ·   · ╌╌◇╌╌ ·   "),
        (figure("at least", 100), " ·   ·   ├──────────▶"),
        (figure("at most", 100), "◀────────┤   ·   ·   "),
        (figure("between", 10, 1000), " ·   ├───────┤   ·   "),
        (figure("between", 100, 101), " ·   ·   ┼   ·   ·   "),
        (best_of(10, 1000, best=100), " ·   ├───◇───┤   ·   "),
        (best_of(10, 1000, best=10), " ·   ◇───────┤   ·   "),
        (best_of(100, 101, best=100), " ·   ·   ◆   ·   ·   "),
        (figure("nearly", 1000), " ·   ·   · ╌╌◇   ·   "),
    ],
    ids=lambda one: one.qualifier if isinstance(one, Figure) else "",
)
def test_an_interval_on_the_axis(stated: Figure, line: str) -> None:
    assert text(words_and_interval(stated, COLUMNS, 60)) == "printed".ljust(21) + line


@pytest.mark.parametrize(
    ("stated", "asked", "line"),
    [
        (figure("at least", 10), (1000, INFINITE), " ·   ├───────┊░░░░░░▶"),
        (figure("at least", 10), (0, 100), " ·   ├░░░┊──────────▶"),
        (figure("at most", 1000), (0, 100), "◀░░░░░░░░┊───┤   ·   "),
        (figure("between", 10, 1000), (100, 150), " ·   ├───░░──┤   ·   "),
        (figure("about", 100), (10_000, INFINITE), " ·   · ╌╌◇╌╌╌╌╌╌╌┊░░ "),
        (figure("about", 1000), (0, 10), " · ░░┊╌╌╌╌╌╌╌◇╌╌ ·   "),
        (figure("between", 100, 101), (101, INFINITE), " ·   ·   ░   ·   ·   "),
    ],
    ids=("or more", "or fewer", "up to", "a narrow range", "far above", "far below", "a cell"),
)
def test_the_part_of_a_possible_match_that_is_asked_for(
    stated: Figure, asked: tuple[float, float], line: str
) -> None:
    drawn = words_and_interval(stated, COLUMNS, 60, (asked,), possible=True)
    assert text(drawn) == "printed".ljust(21) + line
    assert all(span.role == "possible" for span in drawn if "░" in span.text)


def test_a_limit_is_a_line_and_a_figure_at_the_limit_is_before_it() -> None:
    far = words_and_interval(figure("exactly", 10), COLUMNS, 60, ((1000, INFINITE),))
    assert text(far)[21:] == " ·   ◆   ·   ┊   ·   "
    at = words_and_interval(figure("exactly", 1000), COLUMNS, 60, ((1000, INFINITE),))
    assert text(at)[21:] == " ·   ·   ·   ◆   ·   "
    end = words_and_interval(figure("at most", 1100), COLUMNS, 60, ((0, 900),), possible=True)
    assert text(end)[21:] == "◀░░░░░░░░░░░░┊   ·   "  # the limit and the end share a cell


def test_words_are_never_cut_for_a_bar() -> None:
    narrow = COLUMNS._replace(axis=None)
    assert text(words_and_interval(figure("exactly", 100), narrow, 40)) == "printed"
    over = figure("exactly", 1000, words="printed at some length.")
    assert text(words_and_interval(over, COLUMNS, 60)) == f"{over.words}   ·   ·   ◆   ·   "
    long = figure("exactly", 10, words="printed at a very long length")
    assert text(words_and_interval(long, COLUMNS, 60)) == long.words
    # Its bar is on the axis of the second line.
    assert text(displaced_interval(long, COLUMNS)) == " ·   ◆   ·   ·   ·   "
    assert not displaced_interval(over, COLUMNS)
    assert not displaced_interval(long, narrow)


def test_words_have_more_than_their_share_where_the_axis_has_enough_room() -> None:
    extent = FigureExtent(measure=6, words=30, stretches=(Powers(0, 4),))
    for width, words, axis in ((57, 25, 20), (64, 32, 20), (80, 32, 36)):
        columns = figure_columns(extent, width)
        assert columns.axis is not None
        assert (columns.words, columns.axis.width) == (words, axis), width


def test_a_figure_without_a_number_says_so_at_every_width() -> None:
    heavy = Figure(measure="killed", words="heavy", qualifier="no number")
    assert text(words_and_interval(heavy, COLUMNS, 60)) == "heavy".ljust(21) + "no number given"
    assert text(words_and_interval(heavy, COLUMNS, 40)) == "heavy" + " " * 8 + "no number given"
    short = COLUMNS._replace(short=True)
    assert text(words_and_interval(heavy, short, 60)) == "heavy".ljust(21) + "no number"
    long = heavy.replace(words="heavy losses")
    assert text(words_and_interval(long, short, 40)) == "heavy losses" + " " * 7 + "no number"
    for width in range(24, 60):
        drawn = words_and_interval(long, short, width)
        assert "no number" in text(drawn)
        assert width_of(drawn) < width - COLUMNS.measure  # a blank before the scrollbar


def test_labels_are_at_the_powers_of_ten() -> None:
    assert line_labels(COLUMNS) == " 1   10  100 1k  10k"
    assert line_labels(COLUMNS._replace(axis=None)) == ""


def test_columns_share_a_width() -> None:
    extent = FigureExtent(measure=6, words=15, stretches=(Powers(0, 4),))
    # 11 is the least measure; 60 - 11 - 17 leaves 32, of which the last is blank.
    columns = figure_columns(extent, 60)
    assert (columns.measure, columns.words) == (11, 17)
    assert columns.axis is not None
    assert columns.axis.width == 31
    wide = figure_columns(extent, 200).axis
    assert wide is not None
    assert wide.width == 171  # the axis takes the room there is
    narrow = figure_columns(extent, 37)
    assert (narrow.measure, narrow.words, narrow.below) == (11, 26, True)
    assert narrow.axis is not None
    assert narrow.axis.width == 10  # below the measure, with a blank


def test_on_a_phone_the_interval_is_below_the_measure() -> None:
    columns = figure_columns(FigureExtent(measure=6, words=19, stretches=(Powers(2, 5),)), 37)
    about = figure("about", 1000, words="approximately 1,000")
    words = words_and_interval(about, columns, 37)
    assert "".join(span.text for span in words) == "approximately 1,000"
    below = "".join(span.text for span in interval_below(about, columns))
    assert "◇" in below
    assert len(below) == columns.measure
    heavy = Figure(measure="killed", words="heavy losses", qualifier="no number")
    assert not "".join(span.text for span in interval_below(heavy, columns)).strip()


def test_figures_are_measured_over_all_claims() -> None:
    one = figure("exactly", 100, words="one hundred")
    heavy = Figure(measure="hospitalised", words="a heavy toll of all", qualifier="no number")
    index = Index(briefing(Draft(figures=(one,)), Draft(figures=(heavy,))))
    # The words of numbers only, and the power of the number.
    assert measure_all_figures(index) == FigureExtent(12, 11, (Powers(2, 3),), remarked=19)


def test_all_remarks_are_short_if_one_of_them_must_be() -> None:
    # 11 cells for the measure and 1 for a blank leave 36: 19 for the words, 2, and 15.
    extent = FigureExtent(measure=6, words=15, stretches=(Powers(0, 4),), remarked=19)
    assert not figure_columns(extent, 48).short
    assert figure_columns(extent, 47).short
