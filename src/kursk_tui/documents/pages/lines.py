"""From characters to lines: what stands side by side, with raised marks kept apart."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from kursk_tui.documents.pages.glyphs import Glyph

_RAISED = 0.12
"""Smaller characters this far above the base line, in sizes of the text, are raised."""

_SMALLER = 0.86
"""Raised characters have at most this share of the size of the text."""

_BESIDE = 1.0
"""Characters farther apart than this, in sizes, are parts of different lines."""

_BACK = 0.1
"""Characters begin at most this much before the one before; those of a ligature begin together."""

_BLANK = 0.15
"""A gap of this width, in sizes, is a blank where pdfium reports the end of a line."""

MOST_LINES = 1_000
"""A page with more lines is read in the order of its content, without a look at its layout."""


class Marker(NamedTuple):
    """Raised characters in a line, such as a footnote marker, before the offset `at`."""

    at: int
    mark: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its ends, its base line, the size of most of its characters.

    `starts` and `ends` are the sizes of its first and its last characters that are not raised, and
    `word` is the right end of its first word.
    """

    page: int
    left: float
    right: float
    base: float
    size: float
    bold: bool
    text: str
    starts: float
    ends: float
    word: float
    markers: tuple[Marker, ...] = ()

    def joined(self, other: "Line", blank: str) -> "Line":
        """Return this line with another one to its right."""
        shift = len(self.text) + len(blank)
        return replace(
            self,
            right=max(self.right, other.right),
            bold=self.bold and other.bold,
            ends=other.ends,
            text=f"{self.text}{blank}{other.text}",
            markers=(*self.markers, *(Marker(at + shift, mark) for at, mark in other.markers)),
        )


class _Run(NamedTuple):
    """Characters of one size on one base line, without a wide gap."""

    left: float
    right: float
    base: float
    size: float
    bold: bool
    spaced: bool
    text: str
    word: float | None
    """The right end of the first word, if a blank follows it."""


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """Return the lines of a page in the order of its content."""
    lines: list[Line] = []
    runs: list[_Run] = []
    for run in _runs(glyphs):
        if runs and not _goes_on(runs, run):
            lines.append(_line(runs, page))
            runs = []
        runs.append(run)
    if runs:
        lines.append(_line(runs, page))
    return lines


def _runs(glyphs: Iterable[Glyph]) -> Iterator[_Run]:
    chars: list[str] = []
    first = last = word = None
    for glyph in glyphs:
        if first is None or last is None or not _same_run(last, glyph):
            if first is not None and last is not None:
                yield _run(first, last, chars, word)
            first, chars, word = glyph, [], None
        elif glyph.spaced:
            chars.append(" ")
            word = word or last.right
        chars.append(glyph.char)
        last = glyph
    if first is not None and last is not None:
        yield _run(first, last, chars, word)


def _run(first: Glyph, last: Glyph, chars: list[str], word: float | None) -> _Run:
    text = "".join(chars)
    return _Run(first.x, last.right, first.y, first.size, first.bold, first.spaced, text, word)


def _same_run(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    return (
        abs(last.size - glyph.size) < 0.03 * size
        and abs(last.y - glyph.y) < 0.06 * size
        and last.bold == glyph.bold
        and glyph.x > last.x - _BACK * size
        and glyph.x - last.right < _BESIDE * size
    )


def _goes_on(runs: list[_Run], run: _Run) -> bool:
    """Return whether a run stands in the same line as the runs before it."""
    last, whole = runs[-1], max(runs, key=lambda one: one.size)
    size = max(whole.size, run.size)
    alike = min(whole.size, run.size) > _SMALLER * size
    return (
        abs(run.base - whole.base) < (0.2 if alike else 0.7) * size
        and run.left > last.left - _BACK * size
        and run.left - last.right < _BESIDE * size
    )


def _line(runs: list[_Run], page: int) -> Line:
    sizes: Counter[float] = Counter()
    bold = 0
    for run in runs:
        sizes[round(run.size, 1)] += len(run.text)
        bold += len(run.text) if run.bold else 0
    size = max(run.size for run in runs if round(run.size, 1) == sizes.most_common(1)[0][0])
    main = next(run for run in runs if abs(run.size - size) < 0.1)
    text, markers = _text(runs, main)
    level = [run for run in runs if not _is_raised(run, main)]
    return Line(
        page=page,
        left=runs[0].left,
        right=max(run.right for run in runs),
        base=main.base,
        size=size,
        bold=2 * bold > sum(sizes.values()),
        text=text,
        starts=level[0].size,
        ends=level[-1].size,
        word=_end_of_word(runs),
        markers=tuple(markers),
    )


def _end_of_word(runs: list[_Run]) -> float:
    right = runs[0].right
    for nth, run in enumerate(runs):
        if nth and run.spaced:
            break
        if run.word is not None:
            return run.word
        right = run.right
    return right


def _is_raised(run: _Run, main: _Run) -> bool:
    return run.size < _SMALLER * main.size and run.base > main.base + _RAISED * main.size


def _text(runs: list[_Run], main: _Run) -> tuple[str, list[Marker]]:
    text = ""
    markers: list[Marker] = []
    right: float | None = None
    for run in runs:
        gap = run.left - right if right is not None else 0
        if (run.spaced and gap > 0.08 * main.size) or gap > _BLANK * main.size:
            text = text.rstrip() + " " if text else ""
        if _is_raised(run, main):
            markers.append(Marker(len(text), run.text))
        else:
            text += run.text
        right = run.right
    return text, markers
