"""Rows of figures that are compared with no other: a line that opens, unless they are few."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kursk_tui.query import View, conflict_words
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.row_model import Group, Row, Stop
from kursk_tui.ui.rows.styled_text import Line, Span, joined, line
from kursk_tui.wording import phrases

if TYPE_CHECKING:  # loaded with the first conflict
    from kursk_tui.query.uncompared import Uncompared

KEY = "not compared"
"""The key of the line that opens."""

_HEADING, _WHY = "heading of the uncompared", "why not compared"
_FEW = 3
"""At most so many figures are shown without opening a line."""


class UncomparedRows:
    """A heading, then two rows for each figure: what it counts, and why it is not compared."""

    def __init__(self, figures: "Sequence[Uncompared]", view: View, *, is_open: bool) -> None:
        self._figures = figures
        self._view = view
        self._opens = len(figures) > _FEW
        self._is_open = is_open or not self._opens
        self._at = {(one.claim, one.part): at for at, one in enumerate(figures)}

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self._figures)

    def follow(self, rows: list[Row], stops: list[Stop]) -> None:
        """Add the rows and their stops to those above them."""
        rows.append(Row(None, len(self._figures), KEY if self._opens else _HEADING))
        if self._opens:
            claims = frozenset(one.claim for one in self._figures)
            group = Group(len(self._figures), claims.__contains__)
            stops.append(Stop(self._figures[0].claim, len(rows) - 1, len(rows) - 1, group))
        for at, one in enumerate(self._figures if self._is_open else ()):
            stops.append(Stop(one.claim, len(rows), len(rows) + 1))
            rows += (Row(one.claim, one.part), Row(None, at, _WHY))

    def draw(self, row: Row) -> Line | None:
        """Return the line of a row, or None if it is not one of these."""
        if row.key in (KEY, _HEADING):
            sign = ("▾ " if self._is_open else "▸ ") if self._opens else ""
            return line(Span(f"{sign}{conflict_words.not_compared(row.part)}", "muted"))
        if row.key == _WHY:
            return line(Span(f"  {self._why(row.part)}", "muted"))
        at = self._at.get((row.claim, row.part)) if row.claim is not None else None
        return None if at is None else (Span("  "), *self._about(self._figures[at]))

    def _why(self, at: int) -> str:
        claims = self._view.claims
        return conflict_words.why_not_compared(
            self._figures[at], lambda other: claims[other.claim].id
        )

    def _about(self, one: "Uncompared") -> Line:
        """Return the words of a figure, what it counts, its claim, dates and sources."""
        claim, figure = self._view.claims[one.claim], one.figure
        parts: list[Line] = [
            (Span(figure.words, "words"),),
            (Span(figure.measure, "muted"),),
            (Span(claim.id, "muted"),),
            *((Span(mark, "strong"),) for mark in phrases.marks(figure)),
            claim_spans.dates(claim, figure),
            *((Span(counted, "muted"),) for counted in phrases.counted(figure)),
            claim_spans.sources(claim, self._view.briefing),
        ]
        return joined(parts)
