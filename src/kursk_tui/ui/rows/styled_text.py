"""Styled text: lines of spans, each with a role, measured in terminal cells."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size, split_graphemes

from kursk_tui.text.messages import ELLIPSIS
from kursk_tui.text.sanitize import find_links, visible
from kursk_tui.ui.rows.row_model import LazySequence

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
    "edge",
    "removed",
    "added",
    *(f"band-{rank}" for rank in range(7)),
    *(f"reach-{rank}" for rank in range(7)),
)
"""The roles of spans; the style sheet defines the colours of each.

`edge` is the frame of a pane. `band-N` is a term of likelihood, `reach-N` the words that it applies
to, which are underlined.
`removed` and `added` are words that an earlier version has, or does not have.
"""


class Span(NamedTuple):
    """A part of a line: its text, its role, and whether it belongs to the selected claim.

    `link` is an http or https URL; `term` is the query term that a click adds; `found` marks words
    of the query.
    """

    text: str
    role: str = "text"
    marked: bool = False
    link: str = ""
    term: str = ""
    found: bool = False


Line = tuple[Span, ...]
"""The spans of a line, from left to right."""

LineWithBackground = tuple[Line, str | None]
"""A line, and the name of its background, or None for the widget's own."""

BLANK: Line = ()

_LEAST_NAME = 7
"""The least width in cells in which a name is cut in the middle."""

_MOST_PER_CELL = 16
"""The most characters drawn in a cell: text may have any number of marks on one letter."""

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
"""Makes the character before it an emoji, which may be wider."""

_MOST_MEASURED = 2**14
"""The most characters of a span that are measured, as no terminal is wider; each of the rest counts
as one cell."""

_BLANK_FROM = 40
"""The width of a pane in cells from which a blank is between wrapped text and the scrollbar."""


def text_width(width: int) -> int:
    """Return the cells of a pane's width for text that wraps."""
    return width - (width >= _BLANK_FROM)


def line(*parts: Span | str) -> Line:
    """Return a line; a bare string becomes a span with the role `text`."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def joined(parts: Iterable[Line]) -> Line:
    """Return lines as one, with a dot between them; empty ones are left out."""
    dot = Span(" · ", "muted")
    return tuple(span for part in parts if part for span in (dot, *part))[1:]


def width_of(spans: Iterable[Span]) -> int:
    """Return the width of a line in cells."""
    width = 0
    for span in spans:
        text = span.text  # an ASCII character and its visible replacement take one cell
        if text.isascii():
            width += len(text)
        else:
            measured = text[:_MOST_MEASURED]
            width += cell_len(visible(measured)) + len(text) - len(measured)
    return width


def fit(spans: Sequence[Span], width: int) -> Line:
    """Return the line padded, or cut with an ellipsis, to exactly `width` cells."""
    most = width * _MOST_PER_CELL
    is_long = sum(len(span.text) for span in spans) > most
    have = width + 1 if is_long else width_of(spans)
    if have <= width:
        return (*spans, Span(" " * (width - have))) if have < width else tuple(spans)
    if width <= 0:
        return BLANK
    if is_long:
        spans = (*slice_spans(spans, 0, most), Span(" " * width))
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
        kept.append(span._replace(text=head.rstrip(" ") + ELLIPSIS))
        if blank:
            kept.append(Span(" " * blank))  # not underlined
        break
    return tuple(kept)


def fit_name(span: Span, width: int) -> Line:
    """Return a name padded, or cut in the middle, to exactly `width` cells.

    Long names often differ at their ends only.
    """
    text, most = visible(span.text), width * _MOST_PER_CELL
    if width < _LEAST_NAME or (len(text) <= most and cell_len(text) <= width):
        return fit((span,), width)
    end, room = len(text[-most:]), (width - 1) * 2 // 5
    for first, _, cells in reversed(split_graphemes(text[-most:])[0]):
        if cells > room:
            break
        end, room = first, room - cells
    tail = text[-most:][end:].lstrip(" ")
    head = set_cell_size(text[:most], width - 1 - cell_len(tail)).rstrip(" ")
    return fit((span._replace(text=f"{head}{ELLIPSIS}{tail}"),), width)


def fit_end(span: Span, width: int) -> Line:
    """Return a text padded, or cut at its beginning, to exactly `width` cells.

    The ids in a library often differ at their ends only.
    """
    text = visible(span.text)[-max(1, width * _MOST_PER_CELL) :]
    if cell_len(text) > width > 0:
        while cell_len(text) >= width:
            text = text[1:]
        text = f"{ELLIPSIS}{text}"
    return fit((span._replace(text=text),), width)


def linked(spans: Sequence[Span]) -> Line:
    """Return the line with each link in its text as a separate span."""
    text = "".join(span.text for span in spans)
    sliced = _Sliced(spans)
    parts: list[Span] = []
    at = 0
    for start, end in find_links(text):
        parts += sliced.between(at, start)
        parts += (one._replace(link=text[start:end]) for one in sliced.between(start, end))
        at = end
    return (*parts, *sliced.between(at, len(text)))


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
        if len(paragraph) <= width and paragraph.isascii():
            lines.append((start, end))
        else:
            lines += _wrap_paragraph(text, start, end, max(2, width))
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
    used, began, joined = 0, at, False
    for here in range(at, min(end, at + width * _MOST_PER_CELL)):
        character = text[here]
        if joined or character == _JOINER:
            joined = not joined
            continue
        if character == _EMOJI_STYLE:
            cells = _cells(text[began : began + 1] + character) - _cells(text[began])
        elif cells := _cells(character):
            began = here
        used += cells
        if used > width:
            return max(began, at + 1)
    return here + 1


@cache
def _cells(character: str) -> int:
    return cell_len(visible(character))


class _Sliced:
    """A line from which parts are cut, each without looking at all spans."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [0, *accumulate(len(span.text) for span in spans)]

    def between(self, start: int, end: int) -> Line:
        """Return the part between two code point offsets."""
        cut: list[Span] = []
        for number in range(max(0, bisect_right(self._starts, start) - 1), len(self._spans)):
            at, span = self._starts[number], self._spans[number]
            if at >= end:
                break
            low, high = max(start, at) - at, min(end, at + len(span.text)) - at
            if low < high:
                cut.append(span._replace(text=span.text[low:high]))
        return tuple(cut)


def slice_spans(spans: Sequence[Span], start: int, end: int) -> Line:
    """Return the part of a line between two code point offsets."""
    return _Sliced(spans).between(start, end)


def wrap_spans(spans: Sequence[Span], width: int) -> Sequence[Line]:
    """Wrap a line into lines of at most `width` cells, which are cut out when they are used."""
    sliced = _Sliced(spans)
    ranges = wrap("".join(span.text for span in spans), width)
    return LazySequence(len(ranges), lambda number: sliced.between(*ranges[number]))


def hang(label: Span, indent: int, spans: Sequence[Span], width: int) -> Sequence[Line]:
    """Return a label of `indent` cells, with text wrapped to its right."""
    lines = wrap_spans(spans, width - indent)
    first, margin = fit((label,), indent), (Span(" " * indent),)
    return LazySequence(len(lines), lambda number: (*(margin if number else first), *lines[number]))
