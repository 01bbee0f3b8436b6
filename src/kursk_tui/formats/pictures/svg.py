"""Pictures in SVG of any width: positions are percentages, and signs keep their size.

The geometry of the charts has `WIDTH` cells here, of which a character takes `UNIT`. On a narrow
screen, labels are larger and fewer, and a character takes `NARROW_UNIT`: a picture has the labels
of both screens, and the style sheet hides those of the other.
"""

from collections.abc import Iterable, Iterator, Sequence

from kursk_tui.formats.markup import text

UNIT, CHARACTERS = 10, 54
WIDTH = UNIT * CHARACTERS
NARROW_UNIT = 16

MOST_ROWS = 1_000
"""With more rows than these, a table has no pictures, so that the page stays small."""

HEIGHT = 24

_ONE_PAGE = 8
"""A table of so many rows or fewer is printed on one page: a row may have six lines."""

_SHAPES = {
    "event": '<path d="M0 6l6 6-6 6-6-6z"/>',
    "in-effect": '<path d="M-5 7h10v10h-10z"/>',
    "edge": '<path d="M-1 5h2v14h-2z"/>',
    "reported": '<circle class="hollow" cy="12" r="4.5"/>',
    "as-of": '<circle cy="12" r="5"/>',
    "earlier": '<path d="M0 12l9-6v12z"/>',
    "later": '<path d="M0 12l-9-6v12z"/>',
    "unknown": '<text class="halo" y="16" text-anchor="middle">?</text>',
    "about": '<path class="hollow" d="M0 6l6 6-6 6-6-6z"/>',
    "break": '<path class="cut" d="M-6 20l6-16M0 20l6-16"/>',
}
SIGNS = "".join(
    (
        '<svg class="signs" aria-hidden="true" width="0" height="0"><defs>',
        *(f'<g id="sign-{name}">{shape}</g>' for name, shape in _SHAPES.items()),
        "</defs></svg>",
    )
)
"""The signs of all pictures of a page."""


def percent(cell: float, width: int = WIDTH) -> str:
    """Return the place of a cell's left edge; that of its middle is half a cell further."""
    return f"{100 * cell / width:.5g}%"


def picture(title: str, parts: Iterable[str], height: int = HEIGHT) -> str:
    """Return a picture with a title, which says the same in words."""
    return (
        f'<svg class="picture" role="img" width="100%" height="{height}">'
        f"<title>{text(title)}</title>{''.join(parts)}</svg>"
    )


def line(first: int, last: int, style: str) -> str:
    """Return a line from the middle of a cell to that of another."""
    return (
        f'<line class="{style}" x1="{percent(first + 0.5)}" x2="{percent(last + 0.5)}" '
        'y1="12" y2="12"/>'
    )


def upright(cell: int, style: str) -> str:
    """Return a vertical line through all rows; a cell of the table cuts it off."""
    at = percent(cell + 0.5)
    return f'<line class="{style}" x1="{at}" x2="{at}" y1="-400" y2="400"/>'


def box(first: int, last: int, style: str) -> str:
    """Return a rectangle over some cells, with both ends included."""
    return (
        f'<rect class="{style}" x="{percent(first)}" width="{percent(last + 1 - first)}" '
        'y="7" height="10"/>'
    )


def sign(cell: int, name: str) -> str:
    """Return a sign at the middle of a cell."""
    return f'<use href="#sign-{name}" x="{percent(cell + 0.5)}"/>'


def label(at: float, words: str, y: int = 16) -> str:
    """Return a short text whose middle is at a place."""
    return f'<text x="{percent(at)}" y="{y}" text-anchor="middle">{text(words)}</text>'


def label_from(at: float, words: str, y: int = 16) -> str:
    """Return a short text that begins at a place."""
    return f'<text x="{percent(at)}" y="{y}">{text(words)}</text>'


def label_to(at: float, words: str, y: int = 16) -> str:
    """Return a short text that ends at a place."""
    return f'<text x="{percent(at)}" y="{y}" text-anchor="end">{text(words)}</text>'


def by_width(wide: Iterable[str], narrow: Iterable[str]) -> str:
    """Return the parts of a picture on a wide screen, and those on a narrow one."""
    return f'<g class="wide">{"".join(wide)}</g><g class="narrow">{"".join(narrow)}</g>'


def grid(
    name: str, ticks: Iterable[int], narrow: Iterable[int], breaks: Iterable[int], width: int
) -> str:
    """Return the ticks and breaks of an axis, for every row to use; `width` is that of a break.

    `narrow` are the ticks on a narrow screen.
    """
    lines = by_width(*((upright(at, "tick") for at in each) for each in (ticks, narrow)))
    cuts = "".join(sign(at + width // 2, "break") for at in breaks)
    return f'<defs><g id="grid-{name}">{lines}{cuts}</g></defs>'


def on_grid(name: str) -> str:
    """Return the use of a grid."""
    return f'<use href="#grid-{name}"/>'


def legend(signs: Iterable[tuple[str, str]]) -> str:
    """Return what signs mean: the parts of a small picture of 60 cells, and words for each."""
    samples = (
        f'<span><svg class="sample" aria-hidden="true" width="30" height="{HEIGHT}">{parts}</svg> '
        f"{text(words)}</span>"
        for parts, words in signs
    )
    return f'<p class="legend">{" ".join(samples)}</p>'


def table(
    heads: Sequence[str], axis: str, rows: Iterable[tuple[Sequence[str], str]]
) -> Iterator[str]:
    """Return a table whose last column has pictures under an axis; without an axis, it has none.

    The first cell of a row is its heading. On a narrow screen, pictures are below the words.
    """
    shown = [*rows]
    size = " short" if len(shown) <= _ONE_PAGE else ""
    yield f'<table class="chart{size}">\n<thead><tr>'
    yield "".join(f'<th scope="col">{head}</th>' for head in heads)
    if axis:
        yield f'<th scope="col" class="drawn">{axis}</th>'
    yield "</tr></thead>\n<tbody>"
    for (first, *others), drawn in shown:
        cells = "".join(f"<td>{cell}</td>" for cell in others)
        last = f'<td class="drawn">{drawn}</td>' if axis else ""
        yield f'<tr><th scope="row">{first}</th>{cells}{last}</tr>'
    yield "</tbody>\n</table>"
