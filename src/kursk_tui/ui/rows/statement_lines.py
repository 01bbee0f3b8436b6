"""The lines of what is new in a library: both sides, what that amounts to, when and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, fit, joined, width_of
from kursk_tui.wording.phrases import BECAME, WEAKER

# A library is seldom compared, so comparing is loaded with the first comparison.
if TYPE_CHECKING:
    from kursk_tui.diffing.statement_change import StatementChange

_SIGN, _DAY, _EDITION = 2, 10, 22
_NARROW, _WIDE = 60, 100
"""From these widths on, in cells, what is new has columns, and a column of editions."""

_LEAST_OLD = 12
"""The least cells of an earlier side that is cut so that the later one is beside it."""


def statement_columns(since: str, field: int, width: int) -> Sequence[tuple[str, int]]:
    """Return the headings and widths of what is new; wide panes have a column of editions."""
    last = [("said", _DAY + 1), *([("edition", _EDITION)] if width >= _WIDE else [])]
    before = [("", _SIGN), ("change", field + 1)]
    room = width - sum(wide for _, wide in (*before, *last))
    return [*before, (since, room), *last]


def statement_lines(change: StatementChange, mark: str, width: int, field: int) -> Sequence[Line]:
    """Return what is new about a statement, in two lines; `mark` is its sign."""
    role = "warning" if mark in ("!", "✗", WEAKER) else "strong"
    sign = Span(f"{mark} ", role)
    about = _about(change)
    if width < _NARROW:
        about = (Span(change.field, role), Span(" · " if about else "", "muted"), *about)
        beside = _beside(change, about, width - width_of((sign,)))
        if beside is None:
            return _on_two_lines((sign,), change, about, width, BLANK)
        return (sign, *beside[0]), (Span(" " * width_of((sign,))), *beside[1])
    start = (sign, *fit((Span(change.field, role),), field), Span(" "))
    day = (Span(" "), *fit((Span(change.said, "muted"),), _DAY))
    if width < _WIDE:
        return _on_two_lines(start, change, about, width, day)
    keys = [(Span(" "), *fit((Span(key, "muted"),), _EDITION - 1)) for key in change.editions]
    first, second = _on_two_lines(start, change, about, width - _EDITION, day)
    return (*first, *keys[0]), (*fit(second, width - _EDITION), *(keys[1] if keys[1:] else BLANK))


def _on_two_lines(
    start: Line, change: StatementChange, about: Line, width: int, end: Line
) -> tuple[Line, Line]:
    """Return both sides on the first line or, if that is too short, on a line each."""
    room = width - width_of(start) - width_of(end)
    indent = Span(" " * width_of(start))
    words = _words(change)
    if width_of(words) <= room or len(words) == 1:
        return (*start, *fit(_cut(words, room), room), *end), (indent, *about)
    old, link, new = words
    between = (Span(" · ", "muted"),) if about else BLANK
    second = (indent, link._replace(text=link.text.lstrip()), new, *between, *about)
    return (*start, *fit(_cut((old,), room), room), *end), second


def _beside(change: StatementChange, about: Line, room: int) -> tuple[Line, Line] | None:
    """Return what became of a value on one line, with the rest below it; None if it has no room.

    The last row in sight may show its first line only. The name of the earlier side is below if
    there is too little room, then its words are cut.
    """
    old, new = change.old_words, change.new_words
    if old is None or new is None or change.link != BECAME:
        return None
    value, _, rest = new.partition(": ") if new[0] != "“" else (new, "", "")
    left = room - width_of((Span(BECAME + value),))
    name, quote, words = old.partition(" “")
    if width_of((Span(old),)) <= left or not quote:
        name, shown = "", Span(old, "words")
    else:
        shown = Span(quote.lstrip() + words, "words")
    if left < min(_LEAST_OLD, width_of((shown,))):
        return None
    cut = fit((shown,), min(left, width_of((shown,))))
    before = (span for span in cut if span.text.strip())
    details = [(Span(text, "words"),) for text in (name, rest) if text]
    return (*before, Span(BECAME, "muted"), Span(value, "words")), joined([*details, about])


def _about(change: StatementChange) -> Line:
    """Return the level, unless the sign and the words show it, and what the change amounts to."""
    level = "" if change.gravity.key == "figure" and change.remark else change.gravity.words
    about = " · ".join(filter(None, (level, change.remark)))
    return (Span(about, "muted"),) if about else BLANK


def _cut(words: Line, room: int) -> Line:
    """Return a side in which the name is cut, and not the words after it, if it is too wide."""
    if len(words) > 1 or width_of(words) <= room:
        return words
    name, quote, rest = words[0].text.partition(" “")
    quoted = words[0]._replace(text=quote + rest)
    left = room - width_of((quoted,))
    return (*fit((words[0]._replace(text=name),), left), quoted) if quote and left > 3 else words


def _words(change: StatementChange) -> Line:
    """Return both sides."""
    old, new = change.old_words, change.new_words
    if old is None or new is None:
        return (Span(old or new or "", "muted" if new is None else "words"),)
    return Span(old, "words"), Span(change.link, "muted"), Span(new, "words")
