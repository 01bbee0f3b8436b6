"""The titles on the edges of a pane."""

from typing import NamedTuple

from kursk_tui.ui.pane import Layout, Pane, Scene
from kursk_tui.ui.rows.styled_text import BLANK, Span, fit, width_of

_ENDS = 4
"""The cells of an edge that no title covers."""


class Titles(NamedTuple):
    """The titles on the upper and the lower edge."""

    upper: str
    lower: str


def titles(pane: Pane, scene: Scene, layout: Layout, width: int, *, in_box: bool) -> Titles:
    """Return the titles for a width in cells; without a box, all that fits is on the upper edge."""
    count = pane.count(scene.view) if pane.count else layout.count
    upper = f"{pane.key} {pane.title}" + (f" · {count[0]:,}/{count[1]:,}" if count else "")
    room = width - _ENDS
    if not in_box:
        parts = [upper, *filter(None, layout.caption.split(" · "))]
        while len(parts) > 1 and width_of((Span(" · ".join(parts)),)) > room:
            parts.pop()
        return Titles(f" {' · '.join(parts)} ", "")
    remarks = " · ".join(filter(None, (scene.sort, layout.caption)))
    lower = fit((Span(remarks),), room) if room > 0 else BLANK
    return Titles(upper, "".join(span.text for span in lower).rstrip())
