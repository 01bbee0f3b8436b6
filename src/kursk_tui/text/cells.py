"""The width of text in terminal columns (cells), and layout by it."""

import re

# Latin, Greek, Cyrillic, and the punctuation, arrows, signs and lines of most texts: one column.
_ONE_COLUMN = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2070-\u209c"
    "\u20a0-\u20c0\u2100-\u22ff\u2400-\u2426\u2500-\u25fc\ufffd]*"
)
_WORD_OR_SPACES = re.compile("[^ ]+| +")


def width_in_cells(text: str) -> int:
    """Return the number of terminal columns that a text takes.

    Emoji sequences and flags are two columns wide, as are East Asian wide characters; combining
    marks, vowel signs and joiners take no column. The dashboard uses the same widths.
    """
    if text.isascii() or _ONE_COLUMN.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # deferred: importing it takes longer than printing

    return cell_len(text)


def graphemes(text: str) -> list[tuple[str, int]]:
    """Return the user-perceived characters of a text, each with its width in columns."""
    if _ONE_COLUMN.fullmatch(text):
        return [(character, 1) for character in text]
    from rich.cells import split_graphemes

    # Its own widths leave out a character that follows a leading joiner.
    found = (text[start:end] for start, end, _ in split_graphemes(text)[0])
    return [(grapheme, width_in_cells(grapheme)) for grapheme in found]


def padded(text: str, width: int) -> str:
    """Return a text with spaces appended up to a width in columns."""
    return text + " " * (width - width_in_cells(text))


def cut(text: str, width: int) -> str:
    """Return the longest beginning of a text that is at most `width` columns wide."""
    if width_in_cells(text) <= width:
        return text
    taken = 0
    kept: list[str] = []
    for grapheme, cells in graphemes(text):
        taken += cells
        if taken > width:
            break
        kept.append(grapheme)
    return "".join(kept)


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return a text in lines of at most `width` columns, broken at spaces only.

    The first line begins with `first`, and the others with `rest`. A word that is too wide for a
    line gets a line to itself.
    """
    lines: list[str] = []
    line, used, filled = first, width_in_cells(first), False
    for chunk in _WORD_OR_SPACES.findall(text):
        cells = width_in_cells(chunk)
        if filled and used + cells > width:
            lines.append(line.rstrip())
            line, used, filled = rest, width_in_cells(rest), False
            if chunk[0] == " ":
                continue
        line += chunk
        used += cells
        filled = True
    return [*lines, line.rstrip()] if filled else lines


def carets(text: str, start: int, end: int) -> str:
    """Return spaces and then carets, to print below the characters from `start` to `end`.

    There is at least one caret.
    """
    before = width_in_cells(text[:start])
    return " " * before + "^" * max(1, width_in_cells(text[:end]) - before)
