"""Footnotes, which are set aside, and their markers, which are left out of the text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kursk_tui.documents.marks import SUPERSCRIPTS
from kursk_tui.documents.pages.columns import Column
from kursk_tui.documents.pages.lines import MOST_LINES, Line, Marker

_SMALL = 0.93
"""A footnote has at most this share of the size of the text."""

_MARK = r"\d{1,3}|[*†‡§¶‖]{1,3}"
_BEGINS = re.compile(rf"(?P<mark>{_MARK})(?:[.):]?\s|(?=[^\W\d_]))")
_MARKS = re.compile(rf"{_MARK}|[a-z](?![^\W\d_])")
_MARKER = re.compile(rf"(?:{_MARKS.pattern})(?:\s*[,;–-]?\s*(?:{_MARKS.pattern}))*")
_UNIT = re.compile(r"(?:\b(?:[kcdm]?m|km|ft|mi|miles?|kilometres?|met(?:re|er)s?)|[×x]\s*10)$")
"""A raised number after these words is an exponent."""


_SUPERSCRIPTS = SUPERSCRIPTS | str.maketrans("+-−–", "⁺⁻⁻⁻")


@dataclass(slots=True)
class Notes:
    """How many footnotes were set aside, on which pages, and what became of raised characters."""

    notes: int = 0
    pages: list[int] = field(default_factory=list)
    markers: int = 0
    kept: int = 0


def size_of_text(lines: Iterable[Line]) -> float:
    """Return the size of most of the text."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def without_notes(pages: Sequence[Sequence[Column]]) -> tuple[list[list[Column]], Notes]:
    """Return the columns of each page without footnotes and their markers."""
    body = size_of_text(line for page in pages for column in page for line in column)
    marked = {
        mark
        for page in pages
        for column in page
        for line in column
        for marker in line.markers
        if marker.at or line.size > _SMALL * body
        for mark in _MARKS.findall(marker.mark)
    }
    found = Notes()
    marks: set[str] = set()
    kept: list[list[Column]] = []
    for page in pages:
        columns = []
        for column in page:
            at = _first_note(column, body, marked)
            if at < len(column):
                raised = _is_raised(column[at])
                new = [
                    mark
                    for line in column[at:]
                    if (mark := _mark_of(line, marked)) and _is_raised(line) == raised
                ]
                marks.update(new)
                found.notes += len(new)
                found.pages.append(column[0].page)
            columns.append(column[:at])
        kept.append(columns)
    _Markers(marks, found).leave_out(kept)
    return kept, found


def _first_note(column: Column, body: float, marked: set[str]) -> int:
    """Return the number of the line at which the footnotes of a column begin, or its length."""
    start = len(column)
    while start and column[start - 1].size <= _SMALL * body:
        start -= 1
    at = next((nth for nth in range(start, len(column)) if _mark_of(column[nth], marked)), None)
    return len(column) if at is None else at


def _mark_of(line: Line, marked: set[str]) -> str | None:
    """Return the mark that a line of a footnote begins with, if the text has it."""
    if _is_raised(line):
        marks = _MARKS.findall(line.markers[0].mark)
        return marks[0] if marks else None
    begins = _BEGINS.match(line.text)
    return begins["mark"] if begins and begins["mark"] in marked else None


def _is_raised(line: Line) -> bool:
    """Return whether a line begins with raised characters."""
    return bool(line.markers) and not line.markers[0].at


class _Markers:
    """Leaves markers out of lines; other raised characters are kept, digits as superscripts."""

    def __init__(self, marks: set[str], found: Notes) -> None:
        self._marks = marks
        self._found = found

    def leave_out(self, pages: Sequence[Sequence[Column]]) -> None:
        """Replace the lines of each column by lines without markers."""
        self._marks |= _counted_marks(
            line for page in pages for column in page for line in column if line.markers
        )
        for page in pages:
            for column in page:
                column[:] = [self._without(line) if line.markers else line for line in column]

    def _without(self, line: Line) -> Line:
        text = ""
        start = 0
        for marker in line.markers:
            text += line.text[start : marker.at]
            text += self._form(marker, text)
            start = marker.at
        return replace(line, text=text + line.text[start:], markers=())

    def _form(self, marker: Marker, before: str) -> str:
        """Return what stays of raised characters in the text."""
        if not _MARKER.fullmatch(marker.mark):
            return marker.mark
        if not _UNIT.search(before) and self._is_marker(marker.mark):
            self._found.markers += 1
            return ""
        self._found.kept += 1
        return marker.mark.translate(_SUPERSCRIPTS)

    def _is_marker(self, mark: str) -> bool:
        return all(one in self._marks for one in _MARKS.findall(mark))


def _counted_marks(lines: Iterable[Line]) -> set[str]:
    """Return the numbers of markers that count from 1, such as those of notes at the end."""
    last = 0
    for line in lines:
        for marker in line.markers:
            for number in re.findall(r"\d{1,3}", marker.mark):
                if int(number) == last + 1 and not _UNIT.search(line.text[: marker.at]):
                    last += 1
    return {str(number) for number in range(1, last + 1)} if last > 1 else set()


def with_stray_markers(lines: Sequence[Line]) -> list[Line]:
    """Return lines with raised marks that stand beside them in another order as their markers."""
    if len(lines) > MOST_LINES:
        return [*lines]
    stray = [nth for nth, line in enumerate(lines) if _MARKER.fullmatch(line.text)]
    found = list(lines)
    gone = set()
    for nth in stray:
        host = next(_hosts(lines, nth), None)
        if host is not None:
            found[host] = _with_marker(found[host], lines[nth])
            gone.add(nth)
    return [line for nth, line in enumerate(found) if nth not in gone]


def _hosts(lines: Sequence[Line], nth: int) -> Iterator[int]:
    mark = lines[nth]
    for other, line in enumerate(lines):
        raised = 0.12 * line.size < mark.base - line.base < 0.7 * line.size
        beside = line.left - line.size < mark.left < line.right + line.size
        if raised and beside and mark.size < 0.86 * line.size and other != nth:
            yield other


def _with_marker(line: Line, mark: Line) -> Line:
    """Return a line with a mark as its marker after the word that it stands at."""
    share = (mark.left - line.left) / max(line.right - line.left, 1)
    at = 0 if share <= 0 else round(share * len(line.text))
    while 0 < at < len(line.text) and line.text[at] != " ":
        at += 1
    markers = sorted((*line.markers, Marker(min(at, len(line.text)), mark.text)))
    return replace(line, markers=tuple(markers))
