"""Compare two editions of a briefing: match their claims and list what changed."""

from kursk_tui.diffing.change import Change, Difference
from kursk_tui.diffing.editions import compare

__all__ = ["Change", "Difference", "compare"]
