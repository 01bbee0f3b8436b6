"""How many cells a terminal draws a text in, without what draws it."""

import unicodedata


def width_in_cells(text: str) -> int:
    """Return the cells of a text: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(one) else 1 + (unicodedata.east_asian_width(one) in "WF")
        for one in text
    )


def padded(text: str, width: int) -> str:
    """Return a text with blanks at its right up to a width in cells."""
    return text + " " * (width - width_in_cells(text))


def cut(text: str, width: int) -> str:
    """Return as much of a text as a number of cells can hold."""
    while width_in_cells(text) > width:
        text = text[:-1]
    return text
