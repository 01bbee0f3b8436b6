"""Rules that find what is valid in a briefing but deserves a second look."""

from kursk_tui.checking.caution import Caution
from kursk_tui.checking.rules import RULES, find_cautions

__all__ = ["RULES", "Caution", "find_cautions"]
