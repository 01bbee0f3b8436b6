"""Changes: what is different since an earlier version, the gravest change first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kursk_tui.query import Index, Pending, QueryError, View
from kursk_tui.query.baseline import NO_BASELINE, comparing
from kursk_tui.text.messages import plural
from kursk_tui.ui.pane import Layout, Pane, Plan, Scene
from kursk_tui.ui.rows.change_rows import ChangeOrder
from kursk_tui.ui.rows.changed_words import before_and_after, in_one_stretch
from kursk_tui.ui.rows.row_model import NO_ROWS, Row
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, fit

# A briefing is seldom compared, so comparing is loaded with the first comparison.
if TYPE_CHECKING:
    from kursk_tui.diffing import Entry
    from kursk_tui.diffing.comparison import Comparison

_SIGN, _ID, _FIELD = 2, 7, 16
"""The widths of the columns before the words, in cells."""

_NARROW = 60
"""Below this width, in cells, the column of the field is narrower."""


class ChangesPlan(Plan):
    """The changes in order of gravity, for the latest comparison of the briefing."""

    def __init__(self, index: Index, _: str, __: int) -> None:
        self.index = index
        self._ordered: tuple[Comparison, ChangeOrder, View] | None = None

    def lay_out(self, scene: Scene) -> Layout:
        """Return the changes of the claims that the query selects, or why there are none."""
        baseline = scene.view.baseline
        if baseline is None:
            return _empty(_sentence(NO_BASELINE))
        since = f" since {baseline.name}"
        if isinstance(baseline, Pending) or baseline.differing is None:
            return _empty(_sentence(comparing(baseline.name)), since)
        return self._changes(scene, since)

    def _changes(self, scene: Scene, since: str) -> Layout:
        comparison, order, gone = self._order(scene.view)
        rows = order.shown(scene.view.flags, _flags_without_claim(comparison, order, gone, scene))

        def draw(row: Row, scene: Scene) -> Sequence[Line]:
            return _lines(comparison.entries[row.part], scene)

        total = len(comparison.entries)
        return Layout(
            rows,
            draw,
            "No change of a claim that matches the query." if total else "Nothing has changed.",
            count=(len(rows.rows), total),
            caption=" · ".join(_counts(comparison)),
            since=since,
        )

    def _order(self, view: View) -> tuple[Comparison, ChangeOrder, View]:
        """Return the comparison, its changes in order, and the claims no longer there."""
        from kursk_tui.diffing.comparison import Comparison

        assert isinstance(view.baseline, Comparison)
        kept = self._ordered
        if kept is None or kept[0] is not view.baseline:
            order = ChangeOrder(view.baseline.numbers, len(view.claims))
            kept = view.baseline, order, View.of(view.baseline.gone)
            self._ordered = kept
        return kept


def _flags_without_claim(
    comparison: Comparison, order: ChangeOrder, gone: View, scene: Scene
) -> bytes:
    """Return whether each change without a claim is shown.

    A claim that is no longer there is shown if its earlier words match the query. A change of the
    briefing as a whole is always shown.
    """
    ids = _matching_ids(gone, scene.view)
    entries = (comparison.entries[part] for part in order.without_claim)
    return bytes(one.old is None or one.old.id in ids for one in entries)


def _matching_ids(gone: View, view: View) -> frozenset[str]:
    """Return the ids of the claims no longer there that match the query of a view."""
    if view.query is not None and gone.claims:
        try:
            gone = gone.ask(view.query_text).showing_possible(view.with_possible)
        except QueryError:  # of a name that only the later version has
            return frozenset()
    return frozenset(gone.claims[number].id for number in gone.numbers)


def _empty(sentence: str, since: str = "") -> Layout:
    return Layout(NO_ROWS, lambda _, __: (BLANK, BLANK), sentence, since=since)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _counts(comparison: Comparison) -> Iterator[str]:
    yield from (level.counted(number) for level, number in comparison.counts.items())
    if comparison.others:
        details = plural(comparison.others, "other detail")
        yield f"{details} not shown"


def _lines(entry: Entry, scene: Scene) -> Sequence[Line]:
    """Return a change in two lines: what changed in which words, and what it amounts to."""
    change, claim = entry.change, entry.claim
    field = _FIELD if scene.width >= _NARROW else _FIELD - 5
    room = scene.width - _SIGN - _ID - field
    name = change.gravity.words if change.what in _WHOLE else change.field
    role = "warning" if entry.sign in "!▼" else "strong"
    first = (
        Span(f"{entry.sign} ", role),
        *fit((Span(claim.id if claim else "", "muted"),), _ID - 1),
        Span(" "),
        *fit((Span(name, role),), field - 1),
        Span(" "),
        *_words(entry, room),
    )
    about = [change.effect] if change.effect else []
    if change.what in _WHOLE:
        about = [claim.summary] if claim and claim.summary else []
    elif change.field != change.gravity.words:
        about.insert(0, change.gravity.words)
    second = (Span(" " * (_SIGN + _ID + field)), Span(" · ".join(about), "muted"))
    return first, second


_WHOLE = ("claim-added", "claim-removed")
_IN_ONE_STRETCH = ("reworded", "summary")


def _words(entry: Entry, room: int) -> Line:
    change = entry.change
    if change.what in _WHOLE:
        whole = change.new_words or change.old_words or ""
        role = "removed" if change.new_words is None else "words"
        return Span("“", "muted"), Span(whole, role), Span("”", "muted")
    if change.old_words is None and change.new_words is None:
        return BLANK
    if change.what in _IN_ONE_STRETCH:
        return in_one_stretch(entry.pieces)
    return before_and_after(entry.pieces, room)


PANE = Pane(
    id="changes",
    title="Changes",
    key="6",
    tooltip="What is different since the version before, the gravest first",
    plan=ChangesPlan,
    slot="sheet",
    row_height=2,
    other_keys=("w",),
)
