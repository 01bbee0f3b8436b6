"""From paths and bytes to a Briefing, with every error located."""

from kursk_tui.reading.builtin import builtin_path
from kursk_tui.reading.lines import line_of_claim
from kursk_tui.reading.loading import STDIN, load, name_of
from kursk_tui.reading.problem import InvalidBriefingError, Located, UnreadableError
from kursk_tui.reading.reader import decode, json_path, locate, parse, parse_text, read
from kursk_tui.reading.watching import Seen, can_watch, changes, look

__all__ = [
    "STDIN",
    "InvalidBriefingError",
    "Located",
    "Seen",
    "UnreadableError",
    "builtin_path",
    "can_watch",
    "changes",
    "decode",
    "json_path",
    "line_of_claim",
    "load",
    "locate",
    "look",
    "name_of",
    "parse",
    "parse_text",
    "read",
]
