"""Marks that stand in a text for what the layout of a file shows."""

from kursk_tui.text.sanitize import visible

LIST_MARK = "• "
"""What an item of a list begins with."""

QUOTE_MARK = "> "
"""What each line of a message begins with that another one quotes; `draft` sets it aside."""

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Raised digits, such as those of notes: they are no part of the number before them."""


def one_line(text: str) -> str | None:
    """Return what a file states, such as its title, on one line that is safe to show, or None."""
    return visible(" ".join(text.encode("utf-8", "replace").decode().split())) or None


def quoted(text: str) -> str:
    """Return a text with the mark of quoted mail before each line, unless it has one."""
    return "\n".join(
        line if line.startswith(">") else (QUOTE_MARK + line).rstrip() for line in text.split("\n")
    )
