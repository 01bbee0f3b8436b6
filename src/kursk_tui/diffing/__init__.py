"""Compare two versions of a briefing: match their claims and list what changed."""

from kursk_tui.diffing.change import Change, Difference
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.diffing.ranking import Entry, Ranking, ranked
from kursk_tui.diffing.versions import compare
from kursk_tui.diffing.words import Piece, word_changes

__all__ = [
    "Change",
    "Difference",
    "Entry",
    "Gravity",
    "Piece",
    "Ranking",
    "compare",
    "ranked",
    "word_changes",
]
