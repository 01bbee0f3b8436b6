"""Quotations in a text: where each begins and ends, also over several sentences."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_OPENING, _CLOSING = frozenset("“«„"), frozenset("”»")
_BEFORE_OPENING = frozenset("([{—–-/:")


class Quotation(NamedTuple):
    """A quotation, `text[start:end]`, marks included.

    It is not `closed` if the paragraph ends first; its end is that of the paragraph. It `continues`
    that of the paragraph before, which is not closed, if it begins its own paragraph.
    """

    start: int
    end: int
    closed: bool = True
    continues: bool = False

    def contains(self, at: int) -> bool:
        """Return whether an offset is between the marks."""
        return self.start < at < self.end


def quotation_at(found: Sequence[Quotation], at: int) -> Quotation | None:
    """Return the quotation that has an offset between its marks; `found` is in order."""
    nth = bisect_right(found, at, key=lambda one: one.start) - 1
    return found[nth] if nth >= 0 and found[nth].contains(at) else None


def quotations(
    text: str, start: int, end: int, before: Sequence[Quotation] = ()
) -> Iterator[Quotation]:
    """Yield the quotations of a paragraph, `text[start:end]`; `before` are those before it."""
    opened: int | None = None
    open_before = bool(before) and not before[-1].closed
    for at in range(start, end):
        mark = text[at]
        straight = mark == '"'
        if opened is not None and (mark in _CLOSING or straight):
            yield Quotation(opened, at + 1, continues=open_before and opened == start)
            opened = None
        elif mark in _OPENING or (straight and _may_open(text, at, start, end)):
            opened = at if opened is None else opened
    if opened is not None:
        yield Quotation(opened, end, closed=False, continues=open_before and opened == start)


def _may_open(text: str, at: int, start: int, end: int) -> bool:
    """Return whether a straight mark opens a quotation; that of inches and a stray one do not."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
