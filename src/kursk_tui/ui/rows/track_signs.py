"""The signs of a track, for the help."""

from collections.abc import Sequence

from kursk_tui.ui.rows.number_line import KEY, LIMIT, POSSIBLE
from kursk_tui.ui.rows.signs import Sign

_BESIDE = (
    Sign("▲ ▼", "higher or lower than the last statement of the same origin"),
    Sign("≠", "the same origin gives the number in other words"),
    Sign("~", "next to a statement: may contradict another origin"),
    Sign("✗", "contradicts another origin, is denied, or no longer stands"),
    Sign("!", "a relay changes the words, or a document corrects something"),
    Sign("∅", "the later editions of its series have nothing about it"),
    Sign("(read)", "no period is stated; it is read as a total so far"),
)


def track_signs() -> Sequence[Sign]:
    """Return the signs beside statements, of the axis, and of the chart.

    The axis of a track draws no query.
    """
    from kursk_tui.ui.rows.track_chart import SIGNS  # loaded with the help

    axis = (one for one in KEY if one.text not in (LIMIT, POSSIBLE))
    return (*_BESIDE, *axis, *SIGNS)
