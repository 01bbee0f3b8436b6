"""What there is to show in a pane, laid out and drawn: only the rows in sight."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from textual.geometry import Region, Size
from textual.reactive import var

from kursk_tui.model.review import ReviewState
from kursk_tui.query import View
from kursk_tui.ui.pane import Column, Pane, Scene, is_large
from kursk_tui.ui.rows.row_model import Row, Stop
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, fit, line, wrap_spans
from kursk_tui.ui.rows.viewport import Viewport
from kursk_tui.ui.runtime import background
from kursk_tui.ui.widgets.incremental_widget import FrugalPainter, Grounded
from kursk_tui.wording import phrases

GUTTER = 2
"""Cells at the left of every row, for the marks of cursor, possible match and review."""

_EDGE = 1
_PATIENCE = 0.2
_REVIEW: dict[ReviewState | None, str] = {"unreviewed": "?", "rejected": "x"}
"""The sign of a claim that waits for a decision, and of one that was rejected."""


class PaneBody(FrugalPainter):
    """The heads of a pane's columns, its rows, the cursor, and the selected claim."""

    view: var[View | None] = var(None, init=False)
    selected: var[int | None] = var(None, init=False)
    outside: var[bool] = var(False, init=False)

    def __init__(self, pane: Pane) -> None:
        super().__init__(id=pane.id)
        self.pane = pane
        self._scene: Scene | None = None
        self._columns: tuple[Column, ...] = ()
        self._opened: frozenset[str] = frozenset()
        self._sort = ""
        self._stale = False
        self._awaited: Scene | None = None
        self._room = Size(0, 0)
        self._viewport = Viewport(pane.row_height)
        self._drawn: tuple[Scene, int, Sequence[Line]] | None = None

    # The scene: what there is to show.

    def watch_view(self, old: View | None, new: View | None) -> None:
        """Show another view; what shows the same claims as before is only kept up to date."""
        if self._scene is not None and new is not None and new.shows_the_same(old):
            self._scene = replace(self._scene, view=new)
        else:
            self._relist()

    def watch_outside(self) -> None:
        """Show or hide what is known from outside the document."""
        self._relist()

    def watch_selected(self, old: int | None, new: int | None) -> None:
        """Mark the selected claim, and bring it into sight."""
        if self.pane.slot == "detail":
            self._viewport.scroll_to(0)
            self._relist()
        elif self._scene is not None:
            self._scene = replace(self._scene, selected=new)
            self._change(lambda: self._viewport.select(new))

    def pick_rows(self, view: View) -> None:
        """Pick the rows of a view before it is shown; in any thread."""
        if self._scene is not None:
            self.pane.prepare(replace(self._scene, view=view, selected=None))

    def give_room(self, room: Size) -> None:
        """Lay the rows out within so many cells, which the pane has on the screen soon after.

        What has changed out of sight is caught up with.
        """
        if room != self._room or self._stale:
            self._room = room
            self._lay_out()

    def _lay_out(self) -> None:
        room = self._room
        self._stale = False
        width = room.width - GUTTER - _EDGE
        self._awaited = None
        if self.view is None or width < 1:
            self._show_nothing()
            return
        scene = Scene(self.view, self.selected, width, self.outside, self._opened, self._sort)
        if is_large(self.view.index) and not self.pane.is_prepared(scene):
            self._wait_for(scene)
            return
        self._scene = scene
        listing = self.pane.listing(self._scene)
        self._columns = tuple(self.pane.columns(self._scene)) if listing.rows else ()
        self._viewport.show(listing, room.height - self._head, self.selected)
        self._retitle(self._scene)
        self.refresh_changed(room.height)

    @property
    def waits(self) -> bool:
        """Whether the rows are still being made."""
        return self._awaited is not None

    def _show_nothing(self) -> None:
        self._scene, self._columns = None, ()
        self._viewport.clear()

    def _wait_for(self, scene: Scene) -> None:
        """Prepare a scene beside the screen, and show it then."""
        self._awaited = scene
        self._show_nothing()
        self.retitle(f"{self.pane.key} {self.pane.title}", "")
        self.refresh()
        prepared = partial(self._prepared, scene)
        # Without a description Textual prints the work, and with it the whole briefing.
        self.run_worker(prepared, exclusive=True, description="layout")  # type: ignore[arg-type]

    async def _prepared(self, scene: Scene) -> None:
        told = self.set_interval(_PATIENCE, self.refresh)
        try:
            await background.run(partial(self.pane.prepare, scene))
        finally:
            told.stop()
        if self._awaited is scene:
            self._lay_out()

    def _relist(self) -> None:
        """Lay the rows out anew, or once the pane is in sight."""
        if self._scene is None or self.is_on_screen:
            self._lay_out()
        else:
            self._stale = True

    def _retitle(self, scene: Scene) -> None:
        count = self.pane.count(scene)
        shown = f" · {count[0]:,}/{count[1]:,}" if count else ""
        title = f"{self.pane.key} {self.pane.title}{shown}"
        room = self._room.width - 4
        remarks = " · ".join(filter(None, (scene.sort, self.pane.caption(scene))))
        caption = fit((Span(remarks),), room) if room > 0 else BLANK
        subtitle = "".join(span.text for span in caption).rstrip()
        self.retitle(title, subtitle)

    @property
    def _head(self) -> int:
        """How many lines the heads of the columns take."""
        return 1 if self._columns else 0

    def _change(self, move: Callable[[], None]) -> int | None:
        """Move the cursor or scroll, redraw what changed, and return the claim that is new."""
        viewport = self._viewport
        before, marks, top = viewport.cursor, viewport.marks, viewport.top
        move()
        here = viewport.cursor
        if viewport.top != top:
            self.refresh()
        elif here != before or viewport.marks != marks:
            self._refresh_stops([*marks, *viewport.marks, *filter(None, (before, here))])
        return None if here is None or here.holds(self.selected) else here.claim

    # Drawing.

    def _refresh_stops(self, stops: Iterable[Stop]) -> None:
        """Redraw only these rows, as far as they are in sight."""
        for stop in set(stops):
            if lines := self._viewport.lines_of(stop):
                at = lines[0] + self._head
                self.refresh(Region(0, at, self.size.width, lines[1] - lines[0]))

    def on_focus(self) -> None:
        """Show the cursor."""
        self._refresh_stops(self._viewport.marks)

    def on_blur(self) -> None:
        """Show the mark of the selected claim alone."""
        self._refresh_stops(self._viewport.marks)

    def line_at(self, y: int) -> Grounded:
        """Return what stands on a line of the pane, and its ground; nothing is a blank line."""
        width, scene = self._room.width, self._scene
        if scene is None:
            return BLANK if self._awaited is None or y else self._waiting(self._awaited), None
        if not self._viewport.listing.rows:
            return self._empty(scene, y), None
        if y < self._head:
            heads = (
                span for one in self._columns for span in fit((Span(one.head, "muted"),), one.width)
            )
            return fit((Span(" " * GUTTER), *heads), width), None
        found = self._viewport.row_at(y - self._head)
        return self._row(scene, *found, y) if found else (BLANK, None)

    def _waiting(self, scene: Scene) -> Line:
        claims = phrases.plural(len(scene.view.claims), "claim")
        said = f"laying out {claims}… {background.doing()}"
        return fit((Span(" " * GUTTER), Span(said, "muted")), self._room.width)

    def _empty(self, scene: Scene, y: int) -> Line:
        sentence = self.pane.empty(scene)
        answer = scene.view.answer
        if answer.possible and not scene.view.with_possible:
            sentence += f" Possible matches: {answer.possible.bit_count():,}; ~ shows them"
            sentence += ", once the query is kept."
        text = wrap_spans(line(Span(sentence, "muted")), scene.width)
        words = text[y] if y < len(text) else BLANK
        return fit((Span(" " * GUTTER), *words), self._room.width)

    def _mark(self, row: Row, scene: Scene, possible: bool) -> Span:
        """Return the sign of a possible match, or of where the review of a drafted claim stands."""
        if possible:
            return Span("~", "possible")
        review = scene.view.claims[row.claim].review_state if row.claim is not None else None
        return Span(_REVIEW.get(review, " "), "possible" if review == "unreviewed" else "muted")

    def _row(self, scene: Scene, number: int, part: int, y: int) -> Grounded:
        row = self._viewport.listing.rows[number]
        ground = self._viewport.mark(number)
        if ground == "cursor" and not self.has_focus:
            ground = "marked"
        if self._drawn is None or self._drawn[0] is not scene or self._drawn[1] != number:
            self._drawn = scene, number, self.pane.draw(row, scene)
        body = fit(self._drawn[2][part], scene.width)
        possible = row.claim is not None and scene.view.possible(row.claim)
        stop = self._viewport.cursor
        here = ground == "cursor"
        first = here and stop is not None and number == stop.first and not part
        bar = "►" if first else "▐" if ground else " "
        gutter = Span(bar, "accent" if here else "muted")
        mark = self._mark(row, scene, possible) if not part else Span(" ")
        thumb = Span("░" if self._viewport.has_thumb(y - self._head) else " ", "faint")
        return (gutter, mark, *body, thumb), ground
