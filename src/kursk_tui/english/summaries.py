"""The words of a quote as one line, and as a summary."""

import re

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.text.sanitize import visible

_LONGEST = 120
_DATE = 60
"""The most characters that a date or number at the end of a summary can have."""

_MAIL = re.compile(r"\n[ \t]*>")


def one_line(text: str) -> str:
    """Return words as one line without control characters and without a ">" in front of a line."""
    return " ".join(visible(_MAIL.sub(" ", text)).split())


def summary(quote: str) -> str:
    """Return the words of a quote as one line, cut between words if it is long.

    Half a number would be another number, and half a date a number: both remain whole.
    """
    line = one_line(quote)
    if len(line) <= _LONGEST:
        return line
    whole = line.rfind(" ", 0, _last_cut(line[: _LONGEST + _DATE]))
    return f"{line[: whole if whole > 0 else _LONGEST - 1].rstrip(' ,;:')}…"


def _last_cut(line: str) -> int:
    """Return where a line is cut at the latest: before a date or number that does not fit in."""
    sentence = AnnotatedSentence.of(line)
    dates = [(one.first, one.last) for one in (*sentence.dates, *sentence.impossible)]
    for first, last in (
        *dates,
        *((quantity.first, quantity.last) for quantity in sentence.quantities),
    ):
        start, end = sentence.span(first, last)
        if 0 < start < _LONGEST <= end:
            return start
    return _LONGEST
