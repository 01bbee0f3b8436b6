"""The words of a change: removed words struck through between marks, added words underlined.

Not every terminal strikes through, and a text file can't; the marks are always there.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, Protocol

from kursk_tui.text.messages import ELLIPSIS
from kursk_tui.ui.rows.styled_text import Line, Span, width_of
from kursk_tui.wording.phrases import ADDED, BECAME, REMOVED

_ABSENT = "not stated"
_NO_MARKS = ("", "")
_CONTEXTS = (32, 20, 12)
"""The characters that are kept of a long stretch before a change, and after one, by preference."""


class Piece(Protocol):
    """A part of a text that is the same in both versions, was removed, or was added."""

    @property
    def kind(self) -> Literal["same", "removed", "added"]:
        """What became of it."""

    @property
    def text(self) -> str:
        """The text."""


def before_and_after(pieces: Sequence[Piece], width: int) -> Line:
    """Return the old words, an arrow and the new words; in one stretch if they are too long."""
    old, new = old_and_new(pieces)
    line = (*old, Span(BECAME, "muted"), *new)
    return line if width_of(line) <= width else in_one_stretch(pieces, width)


def old_and_new(pieces: Sequence[Piece]) -> tuple[Line, Line]:
    """Return the old words, with marks around removed ones, and the new words."""
    old = [span for one in pieces if one.kind != "added" for span in _spans(one, REMOVED)]
    new = [span for one in pieces if one.kind != "removed" for span in _spans(one, _NO_MARKS)]
    return _trimmed(old) or _absent(), _trimmed(new) or _absent()


def in_one_stretch(pieces: Sequence[Piece], width: int) -> Line:
    """Return the text with marks on changed words; long stretches between them are cut."""
    for context in _CONTEXTS:
        line = _stretch(pieces, context)
        if width_of(line) <= width:
            break
    return line


def _stretch(pieces: Sequence[Piece], context: int) -> Line:
    spans: list[Span] = []
    for at, one in enumerate(pieces):
        text = one.text.replace("\n", " ")
        if one.kind == "same":
            text = _cut(text, context, start=at == 0, end=at == len(pieces) - 1)
            spans.append(Span(text, "words"))
        else:
            follows = at and one.kind == "added" and pieces[at - 1].kind == "removed"
            if follows and not pieces[at - 1].text.endswith(" ") and not text.startswith(" "):
                spans.append(Span(" "))
            spans += _spans(one, REMOVED if one.kind == "removed" else ADDED)
    return _trimmed(spans)


def _absent() -> Line:
    return (Span(_ABSENT, "unstated"),)


def _cut(text: str, context: int, *, start: bool, end: bool) -> str:
    """Return a stretch with only the words next to a change, if it is long."""
    if len(text) <= context:
        return text
    head = "" if start else text[:context].rpartition(" ")[0]
    tail = "" if end else text[-context:].partition(" ")[2]
    cut = " ".join(filter(None, (head and f"{head} ", ELLIPSIS, tail)))
    cut = cut.replace("  ", " ")
    return cut if len(cut) < len(text) else text


def _spans(piece: Piece, marks: tuple[str, str]) -> Iterator[Span]:
    """Yield a piece as spans; blanks at its ends are outside the marks.

    What is not stated is no words of a version, and has no marks.
    """
    if piece.text == _ABSENT:
        yield from _absent()
        return
    if piece.kind == "same":
        yield Span(piece.text, "words")
        return
    words = piece.text.strip()
    before, _, after = piece.text.partition(words) if words else (piece.text, "", "")
    parts = (
        Span(before, "words"),
        Span(marks[0] if words else "", "muted"),
        Span(words, piece.kind),
        Span(marks[1] if words else "", "muted"),
        Span(after, "words"),
    )
    yield from (one for one in parts if one.text)


def _trimmed(spans: Sequence[Span]) -> Line:
    """Return a line without blanks at its ends."""
    line = [one for one in spans if one.text]
    while line and not line[0].text.strip():
        del line[0]
    while line and not line[-1].text.strip():
        del line[-1]
    if line:
        line[0] = line[0]._replace(text=line[0].text.lstrip())
        line[-1] = line[-1]._replace(text=line[-1].text.rstrip())
    return tuple(line)
