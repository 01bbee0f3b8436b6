"""Conflicts of very many figures, which have as many rows each."""

import pytest

from kursk_tui.query import View
from kursk_tui.ui.pane import Scene
from kursk_tui.ui.panes import conflicts
from tests.ui.conflicting_briefing import contradicting_briefing


def _lines(width: int) -> list[str]:
    """Return the lines of the pane that are not blank."""
    view = View.of(contradicting_briefing())
    scene = Scene(view, None, width)
    layout = conflicts.PANE.plan(view.index, "", width).lay_out(scene)
    drawn = (layout.draw(row, scene)[0] for row in layout.model.rows)
    return [text for line in drawn if (text := "".join(span.text for span in line).rstrip())]


def test_many_figures_are_shown_like_few(monkeypatch: pytest.MonkeyPatch) -> None:
    few = {width: _lines(width) for width in (118, 30)}
    monkeypatch.setattr(conflicts, "_MANY", 1)
    assert _lines(118) == few[118]
    monkeypatch.setattr(conflicts, "_REASON", 28)
    longest = next(text for text in few[118] if text.startswith("  may contradict"))
    assert longest not in few[30]
    cut = [text for text in _lines(30) if text.startswith("  may contradict")]
    assert cut
    assert all(text.endswith("…") and len(text) <= 30 for text in cut)
