"""Styled lines of text, before any terminal: pieces of text with a role, measured in cells."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from kursk_tui.text.sanitize import find_links, visible

ROLES = (
    "text",
    "words",
    "strong",
    "muted",
    "faint",
    "unstated",
    "source",
    "accent",
    "warning",
    "point",
    "outside",
    "possible",
    *(f"band-{rank}" for rank in range(7)),
)
"""What a piece of text is; the style sheet says how each looks."""

ELLIPSIS = "…"


class Span(NamedTuple):
    """A piece of one line: text, its role, and whether it belongs to the selected claim.

    `link` is where it leads to, http or https; `term` is the query that a click on it adds.
    """

    text: str
    role: str = "text"
    marked: bool = False
    link: str = ""
    term: str = ""


Line = tuple[Span, ...]
"""One line, as spans from left to right."""

BLANK: Line = ()


def line(*pieces: Span | str) -> Line:
    """Return a line of spans; a bare string is ordinary text."""
    return tuple(Span(piece) if isinstance(piece, str) else piece for piece in pieces)


def width_of(spans: Iterable[Span]) -> int:
    """Return the width of a line in cells."""
    width = 0
    for span in spans:  # of ASCII, every character takes one cell, its stand-in as well
        text = span.text
        width += len(text) if text.isascii() else cell_len(visible(text))
    return width


def fit(spans: Sequence[Span], width: int) -> Line:
    """Return the line cut or padded to exactly `width` cells, with an ellipsis if cut."""
    have = width_of(spans)
    if have <= width:
        return (*spans, Span(" " * (width - have))) if have < width else tuple(spans)
    if width <= 0:
        return BLANK
    kept: list[Span] = []
    left = width - 1
    for span in spans:
        text = visible(span.text)
        cells = cell_len(text)
        if cells <= left:
            kept.append(span)
            left -= cells
            continue
        head = set_cell_size(text, left) if left else ""
        blank = len(head) - len(head.rstrip(" "))
        kept.append(span._replace(text=head.rstrip(" ") + ELLIPSIS + " " * blank))
        break
    return tuple(kept)


def linked(spans: Sequence[Span]) -> Line:
    """Return the line with every link in it as a span of its own that leads there."""
    text = "".join(span.text for span in spans)
    pieces: list[Span] = []
    at = 0
    for start, end in find_links(text):
        pieces += slice_spans(spans, at, start)
        pieces += (one._replace(link=text[start:end]) for one in slice_spans(spans, start, end))
        at = end
    return (*pieces, *slice_spans(spans, at, len(text)))


def spread(left: Sequence[Span], right: Sequence[Span], width: int) -> Line:
    """Return a line of `width` cells with two parts at its ends; the left one gives way."""
    taken = width_of(right)
    if not taken or taken >= width:
        return fit(left or right, width)
    return (*fit(left, width - taken - 1), Span(" "), *right)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return the lines of `text` at `width` cells, as ranges of code points.

    Breaks stand at blanks and newlines, which belong to no line; a word longer than a line is
    broken where it must.
    """
    if len(text) <= width and text.isascii() and "\n" not in text:
        return [(0, len(text))]
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        lines.extend(_wrap_paragraph(text, start, end, max(2, width)))
        start = end + 1
    return lines


def _wrap_paragraph(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = _reach(text, at, end, width)
        if stop < end and not text[stop].isspace():
            blank = text.rfind(" ", at, stop)
            stop = blank if blank > at else stop
        lines.append((at, stop))
        at = stop
        while at < end and text[at] == " ":
            at += 1
    return lines or [(start, start)]


def _reach(text: str, at: int, end: int, width: int) -> int:
    """Return how far a line that starts at `at` can reach without growing wider than `width`."""
    stop = min(end, at + width)
    if text[at:stop].isascii():
        return stop
    # Measured as a whole: a character may change the width of those before it.
    if cell_len(visible(text[at:stop])) > width:
        stop = at + 1
    while stop < end and cell_len(visible(text[at : stop + 1])) <= width:
        stop += 1
    return stop


def slice_spans(spans: Sequence[Span], start: int, end: int) -> Line:
    """Return the part of a line between two code points."""
    cut: list[Span] = []
    at = 0
    for span in spans:
        low, high = max(start, at) - at, min(end, at + len(span.text)) - at
        if low < high:
            cut.append(span._replace(text=span.text[low:high]))
        at += len(span.text)
    return tuple(cut)


def wrap_spans(spans: Sequence[Span], width: int) -> list[Line]:
    """Return a line wrapped to `width` cells."""
    text = "".join(span.text for span in spans)
    return [slice_spans(spans, start, end) for start, end in wrap(text, width)]


def hang(label: Span, indent: int, spans: Sequence[Span], width: int) -> list[Line]:
    """Return a label of `indent` cells with a wrapped text to its right."""
    lines = wrap_spans(spans, width - indent)
    margin = (Span(" " * indent),)
    return [
        ((*fit((label,), indent),) if number == 0 else margin) + one
        for number, one in enumerate(lines)
    ]
