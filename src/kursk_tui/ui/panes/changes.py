"""Changes: what is different since an earlier version, the gravest change first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import starmap
from typing import TYPE_CHECKING

from kursk_tui.model import Claim
from kursk_tui.query import Index, Pending, View
from kursk_tui.query.baseline import NO_BASELINE, NOT_READ, comparing
from kursk_tui.text.messages import ELLIPSIS, plural
from kursk_tui.ui.pane import Column, Hint, Layout, Pane, Plan, Scene
from kursk_tui.ui.rows.change_rows import ChangeOrder
from kursk_tui.ui.rows.changed_words import before_and_after, in_one_stretch, old_and_new
from kursk_tui.ui.rows.row_model import NO_ROWS, Row, gone_claim
from kursk_tui.ui.rows.signs import Sign
from kursk_tui.ui.rows.statement_lines import statement_columns, statement_lines
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, fit, joined, width_of, wrap_spans
from kursk_tui.wording.phrases import ADDED, BECAME, REMOVED, STRONGER, WEAKER

# A briefing is seldom compared, so comparing is loaded with the first comparison.
if TYPE_CHECKING:
    from kursk_tui.diffing import Entry
    from kursk_tui.diffing.comparison import Comparison

_SIGN, _ID, _FIELD = 2, 6, 15
"""The widths of the columns before the words, in cells, without the blanks between them.

The column of what changed is as wide as the longest name, up to some part of the pane; words beside
a longer name are below it.
"""

_NARROW = 60
"""Below this width, in cells, nothing is in columns."""

_LEAST_SUMMARY = 15
"""The least room for a summary after what a change amounts to, in cells."""


class ChangesPlan(Plan):
    """The changes in order of gravity, for the latest comparison of the briefing."""

    def __init__(self, index: Index, _: str, __: int) -> None:
        self.index = index
        self._ordered: tuple[Comparison, ChangeOrder] | None = None
        self._longest_name = 0

    def lay_out(self, scene: Scene) -> Layout:
        """Return the changes of the claims that the query selects, or why there are none."""
        baseline = scene.view.baseline
        if baseline is None:
            why = NOT_READ if scene.briefing.is_library else NO_BASELINE
            return _empty(_sentence(why))
        if isinstance(baseline, Pending) or baseline.differing is None:
            return _empty(_sentence(comparing(baseline.name)))
        return self._changes(scene, f"since {baseline.name}")

    def _changes(self, scene: Scene, since: str) -> Layout:
        from kursk_tui.diffing.statement_change import StatementChange

        comparison, order = self._order(scene.view)
        field = max(_FIELD, min(self._longest_name, scene.width * 4 // 15))
        flags = _flags_without_claim(comparison, order, scene.view)
        rows = order.shown(scene.view.flags, flags)

        def draw(row: Row, scene: Scene) -> Sequence[Line]:
            entry = comparison.entries[row.part]
            if isinstance(entry.change, StatementChange):
                return statement_lines(entry.change, entry.sign, scene.width, field)
            return _lines(entry, scene, field, is_first=order.is_first(row))

        total = len(comparison.entries)
        unchanged = _nothing_new(comparison, scene)
        is_narrow = scene.width < _NARROW
        return Layout(
            rows,
            draw,
            "No changes in claims that match the query." if total else unchanged,
            count=(len(rows.rows), total),
            caption=_caption(comparison, scene.width - 2),
            columns=() if is_narrow else _columns(scene, since, field),
            # Columns are left out where few lines are left; lines above the rows are not.
            above=((Span(since, "muted"),),) if is_narrow else (),
        )

    def _order(self, view: View) -> tuple[Comparison, ChangeOrder]:
        """Return the comparison of a view, and its changes in order."""
        from kursk_tui.diffing.comparison import Comparison

        assert isinstance(view.baseline, Comparison)
        kept = self._ordered
        if kept is None or kept[0] is not view.baseline:
            baseline = view.baseline
            order = ChangeOrder(baseline.numbers, len(view.claims), _gone_claims(baseline))
            names = (width_of((Span(_name(entry)),)) for entry in baseline.entries)
            self._longest_name = max(names, default=0)
            self._ordered = kept = baseline, order
        return kept


def _gone_claims(comparison: Comparison) -> dict[int, int]:
    """Return the claim of the stop of each change whose claim is no longer there."""
    gone = {claim.id: number for number, claim in enumerate(comparison.gone.claims)}
    entries = zip(comparison.entries, comparison.numbers, strict=True)
    return {
        part: gone_claim(gone[entry.old.id])
        for part, (entry, number) in enumerate(entries)
        if number is None and entry.old is not None and entry.old.id in gone
    }


def _flags_without_claim(comparison: Comparison, order: ChangeOrder, view: View) -> bytes:
    """Return whether each change without a claim is shown.

    A claim that is no longer there is shown if its earlier words match the query. A change of the
    briefing as a whole is always shown.
    """
    ids = view.matching(comparison.gone)
    entries = (comparison.entries[part] for part in order.without_claim)
    return bytes(one.old is None or one.old.id in ids for one in entries)


def _nothing_new(comparison: Comparison, scene: Scene) -> str:
    """Return that nothing has changed or, of a library, that it shows no new edition."""
    if scene.briefing.is_library and not comparison.differing.new:
        return f"No edition that is shown is new since {comparison.name}."
    return "Nothing has changed."


def _empty(sentence: str) -> Layout:
    return Layout(NO_ROWS, lambda _, __: (BLANK, BLANK), sentence)


_LEGENDS = (
    f"{WEAKER} lower or less certain  {STRONGER} higher or more certain",
    f"{WEAKER} less  {STRONGER} more",
)
"""What the signs without a word in their rows mean, by preference."""


def _columns(scene: Scene, since: str, field: int) -> tuple[Column, ...]:
    width = scene.width
    if scene.briefing.is_library:
        return tuple(starmap(Column, statement_columns(since, field, width)))
    before = (Column("", _SIGN), Column("claim", _ID + 1), Column("change", field + 1))
    room = width - sum(column.width for column in before)
    headings = (f"{since}  {legend}" for legend in _LEGENDS)
    heading = next((one for one in headings if width_of((Span(one),)) <= room), since)
    return (*before, Column(heading, room))


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _caption(comparison: Comparison, room: int) -> str:
    """Return the number of changes of each level or, in little room, of claims."""
    counts = [level.counted(number) for level, number in comparison.counts.items()]
    counts += [f"{comparison.again:,} said again"] if comparison.again else []
    details = plural(comparison.others, "other detail") if comparison.others else ""
    others = [f"{details} not shown"] if details else []
    forms = ([*counts, *others], [comparison.summary, *others])
    captions = (" · ".join(one) for one in forms)
    return next((one for one in captions if len(one) <= room), comparison.summary)


def _lines(entry: Entry, scene: Scene, field: int, *, is_first: bool) -> Sequence[Line]:
    """Return a change in two lines: what changed in which words, and what it amounts to.

    The summary of the claim is in its first row only, unless there is nothing else for the line.
    """
    if scene.width < _NARROW:
        return _narrow_lines(entry, scene.width)
    claim, about = entry.claim, entry.change.effect
    summary = claim.summary if claim is not None and (is_first or not about) else ""
    if claim is not None and _repeats(entry, claim):
        summary = ""
    details = [(Span(text, role),) for text, role in ((about, "text"), (summary, "muted")) if text]
    start = (*fit(_start(entry), _SIGN + _ID), Span(" "))
    what = _what(entry)
    if width_of(what) > field:  # the words have a line of their own
        words = _words(entry, scene.width - width_of(start))
        indent = Span(" " * width_of(start))
        return (*start, *joined([what, *details[-1:]])), (indent, *joined([words, *details[:-1]]))
    start = (*start, *fit(what, field), Span(" "))
    return _lines_beside(start, entry, scene.width - width_of(start), details)


def _narrow_lines(entry: Entry, width: int) -> Sequence[Line]:
    about = entry.change.effect
    between = Span(" " if entry.claim else "")
    effect = Span(f" · {about}" if about else "")
    words = _words(entry, width - _SIGN)
    return (*_start(entry), between, *_what(entry), effect), (Span(" " * _SIGN), *words)


def _lines_beside(start: Line, entry: Entry, room: int, details: Sequence[Line]) -> Sequence[Line]:
    """Return the words, and below them the details or the rest of the words."""
    if len(details) > 1 and width_of(details[0]) + _LEAST_SUMMARY > room:
        details = details[:1]
    first, second = _words(entry, room), joined(details)
    if not second and entry.claim is None and width_of(first) > room:  # a title, for example
        first, new = old_and_new(entry.pieces)
        second = (Span(BECAME.lstrip(), "muted"), *new)
    elif width_of(first) > room and (not second or entry.change.what in _WHOLE):
        first, *rest = wrap_spans(first, room)
        second = tuple(span for part in rest for span in (Span(" "), *part))[1:]
    return (*start, *first), (Span(" " * width_of(start)), *second)


def _name(entry: Entry) -> str:
    """Return what changed."""
    change = entry.change
    return change.gravity.words if change.what in (*_WHOLE, "reworded") else change.field


def _start(entry: Entry) -> Line:
    """Return the sign and the claim."""
    name = entry.claim.id if entry.claim else ""
    return Span(f"{entry.sign} ", _role(entry)), Span(name, "muted")


def _what(entry: Entry) -> Line:
    return (Span(_name(entry), _role(entry)),)


def _role(entry: Entry) -> str:
    return "warning" if entry.sign in ("!", WEAKER) else "strong"


def _repeats(entry: Entry, claim: Claim) -> bool:
    """Return whether the summary is the beginning of the words that are shown."""
    words = " ".join(claim.evidence.exact.split())
    return entry.change.what in _WHOLE and words.startswith(claim.summary.removesuffix(ELLIPSIS))


_WHOLE = ("claim-added", "claim-removed")
_IN_ONE_STRETCH = ("reworded", "summary")


def _words(entry: Entry, room: int) -> Line:
    change = entry.change
    if change.what in _WHOLE:
        whole = change.new_words or change.old_words or ""
        role = "muted" if change.new_words is None else "words"
        return Span("“", "muted"), Span(whole, role), Span("”", "muted")
    if change.old_words is None and change.new_words is None:
        return BLANK
    if change.what in _IN_ONE_STRETCH:
        return in_one_stretch(entry.pieces, room)
    return before_and_after(entry.pieces, room)


def _signs() -> Sequence[Sign]:
    from kursk_tui.diffing.gravity import Gravity  # loaded with the first comparison

    meanings = {
        WEAKER: "lower or less certain",
        STRONGER: "higher or more certain",
        Gravity.DATES.sign: "changed in another way, such as a date",
        Gravity.NEW.sign: "new claim or figure",
        Gravity.GONE.sign: "claim or figure that is no longer there",
    }
    for level in (Gravity.QUALIFIER_LOST, Gravity.MAY_CONTRADICT, Gravity.REWORDED):
        meanings[level.sign] = level.words
    marks = (
        Sign("…".join(REMOVED), "words that are no longer there, struck through"),
        Sign("…".join(ADDED), "words that are new, underlined"),
        Sign(BECAME.strip(), "what was before, and what is now"),
    )
    return [*(Sign(sign, meaning) for sign, meaning in meanings.items()), *marks]


PANE = Pane(
    id="changes",
    title="Changes",
    key="6",
    tooltip="What is new since the previous version",
    plan=ChangesPlan,
    slot="sheet",
    row_height=2,
    signs=_signs,
    other_keys=("w",),
    hints=(Hint("claim.open", "claim"), Hint("unwind", "back")),
)
