"""The lines of a pane: headings, and rows with their marks or a sentence."""

from collections.abc import Sequence

from kursk_tui.model.review import ReviewState
from kursk_tui.text.messages import plural
from kursk_tui.ui.pane import Layout, Scene
from kursk_tui.ui.rows.found_words import mark_words
from kursk_tui.ui.rows.row_model import Row
from kursk_tui.ui.rows.signs import Sign
from kursk_tui.ui.rows.styled_text import (
    BLANK,
    Line,
    LineWithBackground,
    Span,
    fit,
    line,
    width_of,
    wrap_spans,
)
from kursk_tui.ui.rows.tall_rows import line_of_row
from kursk_tui.ui.rows.viewport import Viewport
from kursk_tui.wording import libraries

GUTTER = 2
"""The number of cells left of each row, for the cursor and the mark of a claim."""

EDGE = 1
"""The number of cells right of each row, for the scrollbar thumb."""

_LEAST_LINES, _LEAST_LINES_BELOW_COLUMNS = 2, 4
"""The least number of lines for rows below other lines, which are left out otherwise."""

_REVIEW: dict[ReviewState | None, str] = {"unreviewed": "?", "rejected": "x"}
"""The marks of unreviewed and rejected claims."""

ROW_SIGNS = (
    Sign("► ▐", "the cursor, and the rows of the selected claim"),
    Sign("~", "left of a row: a possible match"),
    Sign("…", "some words are cut; the claim pane (0) shows them"),
)
"""The signs that every pane may show."""

REVIEW_SIGNS = (Sign("? x", "left of a row: a claim to review, and a rejected one"),)
"""The signs that every pane may show of a draft."""


class PaneLines:
    """The lines of one scene in a pane of some height, composed on access."""

    def __init__(self, scene: Scene, layout: Layout, viewport: Viewport, height: int) -> None:
        self.scene = scene
        self.layout = layout
        has_rows = bool(layout.model.rows)
        lines = len(layout.above) + len(layout.model.rows) * viewport.row_height
        has_room = height > min(lines, _LEAST_LINES_BELOW_COLUMNS)
        self.columns = tuple(layout.columns) if has_rows and has_room else ()
        above = tuple(layout.above) if has_rows else ()
        has_room = height >= len(above) + bool(self.columns) + _LEAST_LINES
        self._above = above if has_room else ()
        self._height = height
        self._viewport = viewport
        self._rows = layout.model.rows
        self._marks_lines = layout.marks_lines
        self._drawn: tuple[int, Sequence[Line]] | None = None
        self._nothing: tuple[bool, Sequence[Line]] | None = None

    def for_scene(self, scene: Scene) -> "PaneLines":
        """Return the lines of a scene with the same layout."""
        return PaneLines(scene, self.layout, self._viewport, self._height)

    @property
    def heading_height(self) -> int:
        """The number of lines above the rows."""
        return (1 if self.columns else 0) + len(self._above)

    def line_at(self, y: int, *, focused: bool, typing: bool = False) -> LineWithBackground:
        """Return a line of the pane and its background; an empty line is blank.

        `typing` is set while a query is typed, and ~ is a letter of it.
        """
        if not self._rows:
            return self._empty(y, typing=typing), None
        if y < self.heading_height:
            if y or not self.columns:
                above = self._above[y - bool(self.columns)]
                return fit((Span(" " * GUTTER), *above), self._width), None
            headings = (
                span
                for one in self.columns
                for span in fit((Span(one.heading, "muted"),), one.width)
            )
            return fit((Span(" " * GUTTER), *headings), self._width), None
        found = self._viewport.row_at(y - self.heading_height)
        if found:
            return self._row(*found, y, focused)
        rows = len(self.layout.model.rows) * self._viewport.row_height
        is_below = self.layout.below and y == self.heading_height + rows + 1
        return (
            fit((Span(" " * GUTTER), *self.layout.below), self._width) if is_below else BLANK
        ), None

    def term_at(self, y: int, x: int) -> str:
        """Return the query term at a cell, or an empty string."""
        found = self._viewport.row_at(y - self.heading_height)
        spans = self._draw(found[0])[found[1]] if found else BLANK
        at = GUTTER
        for span in spans:
            at += width_of((span,))
            if x < at:
                return span.term if x >= GUTTER else ""
        return ""

    @property
    def _width(self) -> int:
        return GUTTER + self.scene.width + EDGE

    def _draw(self, number: int) -> Sequence[Line]:
        """Return the lines of a row; the lines of the last row are cached."""
        if self._drawn is None or self._drawn[0] != number:
            row = self._rows[number]
            self._drawn = number, self.layout.draw(row, self.scene)
        return self._drawn[1]

    def _empty(self, y: int, *, typing: bool) -> Line:
        if self._nothing is None or self._nothing[0] != typing:
            self._nothing = typing, nothing_to_show(self.layout, self.scene, typing=typing)
        text = self._nothing[1]
        return fit((Span(" " * GUTTER), *(text[y] if y < len(text) else BLANK)), self._width)

    def _row(self, number: int, part: int, y: int, focused: bool) -> LineWithBackground:
        viewport = self._viewport
        mark = viewport.mark(number)
        under_cursor = mark == "cursor" and focused
        if self._marks_lines and not focused:
            mark = None
        stop = viewport.cursor if under_cursor and not part else None
        first = stop is not None and number == stop.first
        bar = "►" if first else "▐" if mark else " "
        row = self._rows[number]
        thumb = "░" if viewport.has_thumb(y - self.heading_height) else " "
        spans = (
            Span(bar, "accent" if under_cursor else "muted"),
            Span(" ") if part or line_of_row(row) else self._claim_mark(row),
            *self._with_words_marked(fit(self._draw(number)[part], self.scene.width)),
            Span(thumb, "faint"),
        )
        return spans, "cursor" if under_cursor else "marked" if mark else None

    def _with_words_marked(self, drawn: Line) -> Line:
        words = self.scene.view.asked_words
        return mark_words(drawn, words) if words and not self.layout.marks_words else drawn

    def _claim_mark(self, row: Row) -> Span:
        """Return the mark of a possible match, or of the review state of a claim."""
        view = self.scene.view
        if row.claim is None:
            return Span(" ", "muted")
        is_possible = self.layout.is_possible
        if view.possible(row.claim) if is_possible is None else is_possible(row, view):
            return Span("~", "possible")
        review = view.claims[row.claim].review_state
        return Span(_REVIEW.get(review, " "), "possible" if review == "unreviewed" else "muted")


def nothing_to_show(layout: Layout, scene: Scene, *, typing: bool = False) -> Sequence[Line]:
    """Return the lines of a pane without rows: why it has none, and what shows some."""
    view = scene.view
    nothing = libraries.nothing_known(view.briefing)
    sentence = f"{nothing[:1].upper()}{nothing[1:]}." if nothing else layout.empty
    if view.answer.possible and not view.with_possible:
        count = plural(view.answer.possible.bit_count(), "possible match", "possible matches")
        it = "it" if view.answer.possible.bit_count() == 1 else "them"
        sentence += f" {count}: {'enter, then ~' if typing else f'~ shows {it}'}"
    return wrap_spans(line(Span(sentence, "muted")), scene.width)
