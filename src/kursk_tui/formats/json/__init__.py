"""From paths and bytes to a Briefing, with every error located."""

from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json.lines import line_of_claim
from kursk_tui.formats.json.loading import STDIN, load, name_of
from kursk_tui.formats.json.problem import InvalidBriefingError, Located, UnreadableError
from kursk_tui.formats.json.reader import decode, json_path, locate, parse, parse_text, read
from kursk_tui.formats.json.watching import Seen, can_watch, changes, look

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
