"""Styled text: lines of spans, each with a role, measured in terminal cells."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from kursk_tui.text.messages import ELLIPSIS
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
"""The roles of spans; the style sheet defines the colours of each."""


class Span(NamedTuple):
    """A part of a line: its text, its role, and whether it belongs to the selected claim.

    `link` is an http or https URL; `term` is the query term that a click adds.
    """

    text: str
    role: str = "text"
    marked: bool = False
    link: str = ""
    term: str = ""


Line = tuple[Span, ...]
"""The spans of a line, from left to right."""

LineWithBackground = tuple[Line, str | None]
"""A line, and the name of its background, or None for the widget's own."""

BLANK: Line = ()


def line(*parts: Span | str) -> Line:
    """Return a line; a bare string becomes a span with the role `text`."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def width_of(spans: Iterable[Span]) -> int:
    """Return the width of a line in cells."""
    width = 0
    for span in spans:
        text = span.text  # an ASCII character and its visible replacement take one cell
        width += len(text) if text.isascii() else cell_len(visible(text))
    return width


def fit(spans: Sequence[Span], width: int) -> Line:
    """Return the line padded, or cut with an ellipsis, to exactly `width` cells."""
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
    """Return the line with each link in its text as a separate span."""
    text = "".join(span.text for span in spans)
    parts: list[Span] = []
    at = 0
    for start, end in find_links(text):
        parts += slice_spans(spans, at, start)
        parts += (one._replace(link=text[start:end]) for one in slice_spans(spans, start, end))
        at = end
    return (*parts, *slice_spans(spans, at, len(text)))


def spread(left: Sequence[Span], right: Sequence[Span], width: int) -> Line:
    """Return a line of `width` cells with a part at each end; the left part is cut to fit."""
    taken = width_of(right)
    if not taken or taken >= width:
        return fit(left or right, width)
    return (*fit(left, width - taken - 1), Span(" "), *right)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return the lines of `text` at `width` cells, as ranges of code points.

    Lines break at blanks and newlines, which belong to no line, and within a word that is wider
    than a line.
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
        stop = _end_of_line(text, at, end, width)
        if stop < end and not text[stop].isspace():
            blank = text.rfind(" ", at, stop)
            stop = blank if blank > at else stop
        lines.append((at, stop))
        at = stop
        while at < end and text[at] == " ":
            at += 1
    return lines or [(start, start)]


def _end_of_line(text: str, at: int, end: int, width: int) -> int:
    """Return the end of the longest text from `at` that fits `width` cells."""
    stop = min(end, at + width)
    if text[at:stop].isascii():
        return stop
    # Measure the whole text: a character may change the width of those before it.
    if cell_len(visible(text[at:stop])) > width:
        stop = at + 1
    while stop < end and cell_len(visible(text[at : stop + 1])) <= width:
        stop += 1
    return stop


def slice_spans(spans: Sequence[Span], start: int, end: int) -> Line:
    """Return the part of a line between two code point offsets."""
    cut: list[Span] = []
    at = 0
    for span in spans:
        low, high = max(start, at) - at, min(end, at + len(span.text)) - at
        if low < high:
            cut.append(span._replace(text=span.text[low:high]))
        at += len(span.text)
    return tuple(cut)


def wrap_spans(spans: Sequence[Span], width: int) -> list[Line]:
    """Wrap a line into lines of at most `width` cells."""
    text = "".join(span.text for span in spans)
    return [slice_spans(spans, start, end) for start, end in wrap(text, width)]


def hang(label: Span, indent: int, spans: Sequence[Span], width: int) -> list[Line]:
    """Return a label of `indent` cells, with text wrapped to its right."""
    lines = wrap_spans(spans, width - indent)
    margin = (Span(" " * indent),)
    return [
        ((*fit((label,), indent),) if number == 0 else margin) + one
        for number, one in enumerate(lines)
    ]
