"""From paths and bytes to a Briefing, with every error located."""

from kursk_tui.reading.builtin import builtin_path
from kursk_tui.reading.problem import InvalidBriefingError, Located, UnreadableError
from kursk_tui.reading.reader import json_path, parse, read

__all__ = [
    "InvalidBriefingError",
    "Located",
    "UnreadableError",
    "builtin_path",
    "json_path",
    "parse",
    "read",
]
