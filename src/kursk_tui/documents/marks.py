"""Marks that stand in a text for what the layout of a file shows."""

import re
from collections.abc import Iterable

from kursk_tui.text.sanitize import visible

LIST_MARK = "• "
"""What an item of a list begins with."""

CELLS = " | "
"""What stands between the cells of a row: after a blank alone, numbers would run together."""

UNKNOWN = "\ufffd"
"""What stands for a character that the file does not name."""

QUOTE_MARK = "> "
"""What each line of a quoted message begins with; `draft` sets it aside."""

_BREAKS = re.compile(r"\s*[\t\n]\s*")
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)\t+(?=\d)")
_ENDS = tuple(".,;:!?")

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Raised digits, such as those of notes: they are not part of the number before them."""


def row_of(cells: Iterable[list[str]]) -> str:
    """Return the paragraphs in the cells of a row on one line."""
    return CELLS.join(map(_in_cell, cells)).rstrip()


def tabbed(text: str) -> str:
    """Return a text in which numbers that only tabs separate are apart as those of cells are."""
    return _BETWEEN_NUMBERS.sub(CELLS, text)


def _in_cell(paragraphs: list[str]) -> str:
    lines = [line for text in paragraphs for line in _BREAKS.split(text.strip()) if line]
    ended = [line if line.endswith(_ENDS) else f"{line};" for line in lines[:-1]]
    return " ".join([*ended, *lines[-1:]])


def one_line(text: str) -> str | None:
    """Return what a file states, such as its title, on one line that is safe to show, or None."""
    return visible(" ".join(text.encode("utf-8", "replace").decode().split())) or None


def quoted(text: str) -> str:
    """Return a text with the mark of quoted email before each line, unless it has one."""
    return "\n".join(
        line if line.startswith(">") else (QUOTE_MARK + line).rstrip() for line in text.split("\n")
    )
