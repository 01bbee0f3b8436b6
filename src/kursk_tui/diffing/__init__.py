"""Two editions of a briefing: which claims are the same, and what changed in them."""

from kursk_tui.diffing.change import Change, Difference
from kursk_tui.diffing.editions import compare

__all__ = ["Change", "Difference", "compare"]
