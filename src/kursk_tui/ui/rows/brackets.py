"""Brackets around words that the analyst marks, so that colour is not the only sign."""

from kursk_tui.ui.rows.styled_text import Line, Span, slice_spans

_OPEN, _CLOSE = Span("[", "accent"), Span("]", "accent")


def with_brackets(margin: Line, text: Line, start: int, end: int) -> Line:
    """Return a line of text, after its margin, with the characters from `start` to `end` marked.

    The offsets may be outside the line: only an end within it has a bracket, which takes the place
    of a blank if there is one.
    """
    line = (*margin, *text)
    whole = "".join(span.text for span in line)
    base = len(whole) - sum(len(span.text) for span in text)
    low, high = max(start, 0) + base, min(end + base, len(whole))
    if low >= high:
        return line
    before, after = slice_spans(line, 0, low), slice_spans(line, high, len(whole))
    if start >= 0:
        before = (*slice_spans(line, 0, low - (whole[:low].endswith(" "))), _OPEN)
    if end + base <= len(whole):
        after = (_CLOSE, *slice_spans(line, high + whole.startswith(" ", high), len(whole)))
    marked = (one._replace(found=True) for one in slice_spans(line, low, high))
    return (*before, *marked, *after)
