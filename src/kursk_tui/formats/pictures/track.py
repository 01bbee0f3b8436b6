"""A track as a picture of its own: the statements by day, each with a bar of what its words allow.

Every text has a fixed width per character, so that rows can be laid out without a browser.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kursk_tui.charts.number_axis import find_stretches, fit_axis
from kursk_tui.charts.number_bars import number_bar
from kursk_tui.formats.markup import text
from kursk_tui.formats.pictures import forest, svg
from kursk_tui.model import Figure
from kursk_tui.text.cells import width_in_cells, wrapped

_CELL = 7.25
"""The width of a character, in pixels."""

_LINE, _MARGIN = 18, 16
"""The height of a line and the margin, in pixels."""

_SAID, _WHO, _WORDS, _GAP = 13, 24, 28, 2
"""The most characters of the first columns, and those between columns."""

_BAR = svg.CHARACTERS
"""The characters of a bar."""

_STYLE = """\
:root { --ground: #fff; --text: #1f2328; --muted: #57606a; --line: #d0d7de; --source: #0a55b5; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #0d1117; --text: #e6edf3; --muted: #9da7b3; --line: #3b434d;
    --source: #79b8ff; } }
.ground { fill: var(--ground); }
svg { fill: var(--text); }
text { font: 12px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
text { stroke: var(--ground); stroke-width: 4; paint-order: stroke; }
.strong { font-weight: bold; } .middle { text-anchor: middle; }
.muted { fill: var(--muted); } .source { fill: var(--source); }
.tick { stroke: var(--line); } .cut { stroke: var(--muted); stroke-width: 1.5; fill: none; }
.solid { stroke: var(--text); stroke-width: 2.5; }
.dotted { stroke: var(--text); stroke-width: 2.5; stroke-dasharray: 2 4; }
.hollow { fill: var(--ground); stroke: var(--text); stroke-width: 2; }
.unasserted { opacity: .5; }
"""


class Statement(NamedTuple):
    """A statement in words, and its figure; `is_open` unless it ended or is not asserted."""

    said: str
    who: str
    is_named: bool
    words: str
    below: str
    figure: Figure
    is_open: bool


class Section(NamedTuple):
    """Some statements under a heading."""

    heading: str
    statements: Sequence[Statement]


def picture(
    title: str, above: Iterable[str], sections: Sequence[Section], below: Iterable[str]
) -> Iterator[str]:
    """Yield the lines of a picture in SVG, which needs no other file."""
    return _Picture(sections).lines(title, above, below)


class _Columns(NamedTuple):
    """The characters of the columns before the bars."""

    said: int
    who: int
    words: int

    @property
    def bar(self) -> int:
        """The character where bars begin."""
        return sum(self) + len(self) * _GAP

    @property
    def whole(self) -> int:
        """The characters of a line."""
        return self.bar + _BAR


class _Picture:
    """Lays out the rows from top to bottom."""

    def __init__(self, sections: Sequence[Section]) -> None:
        shown = [one for section in sections for one in section.statements]
        self._sections = sections
        self._columns = _Columns(
            _widest((one.said for one in shown), _SAID),
            _widest((one.who for one in shown), _WHO),
            _widest((one.words for one in shown), _WORDS),
        )
        intervals = {one.figure.interval for one in shown}
        self._axis = fit_axis(find_stretches(intervals), svg.WIDTH, svg.UNIT)
        self._y = _MARGIN

    def lines(self, title: str, above: Iterable[str], below: Iterable[str]) -> Iterator[str]:
        """Yield the lines of the picture."""
        body = [*self._paragraphs((title,), "strong"), *self._paragraphs(above, "muted")]
        start = self._y
        rows = [*self._heads(), *(part for one in self._sections for part in self._section(one))]
        grid = [*self._grid(start + _LINE, self._y)]
        self._y += _LINE // 2
        body += [*grid, *rows, *self._paragraphs(below, "muted")]
        width = round(2 * _MARGIN + self._columns.whole * _CELL)
        height = self._y + _MARGIN
        size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        yield f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}>'
        yield f"<title>{text(title)}</title>"
        yield f"<style>\n{_STYLE}</style>"
        yield svg.SIGNS
        yield f'<rect class="ground" width="{width}" height="{height}"/>'
        yield from body
        yield "</svg>"

    def _paragraphs(self, texts: Iterable[str], style: str) -> Iterator[str]:
        for words in texts:
            for one in wrapped(words, self._columns.whole):
                yield self._text(0, one, style)
                self._y += _LINE

    def _text(self, character: float, words: str, style: str = "", y: int | None = None) -> str:
        """Return a line of text that begins at a character."""
        name = f' class="{style}"' if style else ""
        at = _MARGIN + character * _CELL
        baseline = (self._y if y is None else y) + 13
        return f'<text x="{at:.5g}" y="{baseline}"{name}>{text(words)}</text>'

    def _heads(self) -> Iterator[str]:
        columns = self._columns
        heads = ((0, "said"), (columns.said + _GAP, "who"))
        for at, words in (*heads, (columns.bar - columns.words - _GAP, "as printed")):
            yield self._text(at, words, "muted")
        if self._axis is not None:
            for name in forest.thinned(self._axis.names, svg.UNIT):
                yield self._text(columns.bar + name.start / svg.UNIT, name.text, "muted middle")
        self._y += _LINE

    def _grid(self, top: int, end: int) -> Iterator[str]:
        """Yield the ticks of the axis, behind all rows."""
        for tick in self._axis.ticks if self._axis is not None else ():
            at = _MARGIN + (self._columns.bar + (tick + 0.5) / svg.UNIT) * _CELL
            yield f'<line class="tick" x1="{at:.5g}" x2="{at:.5g}" y1="{top}" y2="{end}"/>'

    def _section(self, section: Section) -> Iterator[str]:
        self._y += _LINE // 2
        yield self._text(0, section.heading, "strong")
        self._y += _LINE
        for statement in section.statements:
            yield from self._statement(statement)

    def _statement(self, one: Statement) -> Iterator[str]:
        columns, indent = self._columns, self._columns.said + _GAP
        yield self._text(0, one.said)
        yield self._bar(one)
        who, words = wrapped(one.who, columns.who), wrapped(one.words, columns.words)
        yield from self._lines(indent, who, "source" if one.is_named else "muted")
        yield from self._lines(columns.bar - columns.words - _GAP, words)
        self._y += max(1, len(who), len(words)) * _LINE
        below = wrapped(one.below, columns.whole - indent)
        yield from self._lines(indent, below, "muted")
        self._y += len(below) * _LINE + _LINE // 3

    def _lines(self, character: int, lines: Iterable[str], style: str = "") -> Iterator[str]:
        for number, words in enumerate(lines):
            yield self._text(character, words, style, self._y + number * _LINE)

    def _bar(self, one: Statement) -> str:
        """Return the bar of a figure; without an interval there are words instead."""
        bar = number_bar(one.figure.interval, self._axis) if self._axis is not None else None
        if bar is None:
            remark = "magnitude only" if one.figure.values else "no number given"
            return self._text(self._columns.bar, remark, "muted")
        at = _MARGIN + self._columns.bar * _CELL
        drawn = "".join(forest.draw(bar))
        group = f"<g>{drawn}</g>" if one.is_open else f'<g class="unasserted">{drawn}</g>'
        place = f'x="{at:.5g}" y="{self._y - 3}" width="{_BAR * _CELL:.5g}" height="{svg.HEIGHT}"'
        return f'<svg {place} overflow="visible">{group}</svg>'


def _widest(texts: Iterable[str], most: int) -> int:
    """Return the characters of a column: those of its widest text, up to a limit."""
    return min(most, max(map(width_in_cells, texts), default=0))
