"""The briefing file: JSON that is validated when read, with every error located."""

from __future__ import annotations

from kursk_tui.formats.json.lines import line_of_claim
from kursk_tui.formats.json.reader import (
    has_repeated_keys,
    locate,
    parse,
    parse_json,
    parse_text,
    read,
    validated,
)

TYPE_CHECKING = False  # reading a briefing does not need the query package: its import takes 15 ms
if TYPE_CHECKING:
    from kursk_tui.query import View

__all__ = [
    "has_repeated_keys",
    "line_of_claim",
    "locate",
    "parse",
    "parse_json",
    "parse_text",
    "read",
    "validated",
    "write",
]


def write(view: View) -> str:
    """Return a view as a briefing file, or a library as a file of its editions.

    See `formats.json.writer` and `formats.json.library_export`.
    """
    from kursk_tui.formats.json import library_export, writer

    return library_export.write(view) if view.briefing.is_library else writer.write(view)
