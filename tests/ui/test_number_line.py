"""The number line of figures, worked out by hand: four cells for each power of ten."""

import pytest

from kursk_tui.model import Figure
from kursk_tui.query import Index
from kursk_tui.ui.rows.number_line import (
    FigureColumns,
    FigureExtent,
    figure_columns,
    line_labels,
    measure_figures,
    words_and_interval,
)
from kursk_tui.ui.rows.styled_text import Line
from kursk_tui.vocabulary import Qualifier
from tests.query.factory import Draft, briefing

COLUMNS = FigureColumns(measure=11, words=21, line=17, decades=4)


def figure(qualifier: Qualifier, *values: int, words: str = "printed") -> Figure:
    return Figure(measure="killed", words=words, qualifier=qualifier, values=values)


def text(line: Line) -> str:
    return "".join(span.text for span in line)


@pytest.mark.parametrize(
    ("stated", "line"),
    [
        (figure("exactly", 100), "·   ·   ●   ·   ·"),
        (figure("about", 1000), "·   ·   ·   ◆   ·"),
        (figure("at least", 100), "·   ·   ├───────►"),
        (figure("at most", 100), "◄───────┤   ·   ·"),
        (figure("between", 10, 1000), "·   ├───────┤   ·"),
    ],
    ids=lambda one: one.qualifier if isinstance(one, Figure) else "",
)
def test_an_interval_on_the_line(stated: Figure, line: str) -> None:
    assert text(words_and_interval(stated, COLUMNS, 60)) == "printed".ljust(21) + line


def test_without_a_number_line_only_the_words_are_shown() -> None:
    narrow = COLUMNS._replace(line=0)
    assert text(words_and_interval(figure("exactly", 100), narrow, 40)) == "printed"
    long = figure("exactly", 100, words="printed at such a length")
    assert text(words_and_interval(long, COLUMNS, 60)) == long.words


def test_a_figure_without_a_number_is_labelled_if_there_is_room() -> None:
    heavy = Figure(measure="killed", words="heavy", qualifier="no number")
    assert text(words_and_interval(heavy, COLUMNS, 60)) == "heavy".ljust(21) + "no number given"
    assert text(words_and_interval(heavy, COLUMNS, 47)) == "heavy".ljust(21) + "no number given"
    assert text(words_and_interval(heavy, COLUMNS, 46)) == "heavy"


def test_labels_are_at_the_powers_of_ten() -> None:
    assert line_labels(COLUMNS) == "1   10  100 1k  10k"
    assert line_labels(COLUMNS._replace(line=9)) == "1   100 10k"
    assert line_labels(COLUMNS._replace(line=0)) == ""


def test_columns_share_a_width() -> None:
    extent = FigureExtent(measure=6, words=15, decades=4)
    # 11 is the least measure; 60 - 11 - 17 - 3 leaves 29, which is 7 for each decade and the end.
    assert figure_columns(extent, 60) == FigureColumns(11, 17, 29, 4)
    assert figure_columns(extent, 200).line == 61  # of 64 cells at most, less 3 for the label
    assert figure_columns(extent, 30).line == 0


def test_figures_are_measured_over_all_claims() -> None:
    one = figure("exactly", 100, words="one hundred")
    heavy = Figure(measure="hospitalised", words="a heavy toll of all", qualifier="no number")
    index = Index(briefing(Draft(figures=(one,)), Draft(figures=(heavy,))))
    assert measure_figures(index) == FigureExtent(12, 11, 2)  # the words of numbers only
    least = Index(briefing(Draft(figures=(figure("at least", 1000),))))
    assert measure_figures(least).decades == 4  # room for what is above
