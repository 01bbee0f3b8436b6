"""From paths and bytes to a Briefing, with every error located."""

from kursk_tui.reading.builtin import builtin_path
from kursk_tui.reading.loading import STDIN, load, name_of
from kursk_tui.reading.problem import InvalidBriefingError, Located, UnreadableError
from kursk_tui.reading.reader import decode, json_path, locate, parse, parse_text, read

__all__ = [
    "STDIN",
    "InvalidBriefingError",
    "Located",
    "UnreadableError",
    "builtin_path",
    "decode",
    "json_path",
    "load",
    "locate",
    "name_of",
    "parse",
    "parse_text",
    "read",
]
