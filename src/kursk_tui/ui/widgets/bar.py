"""Bars: single lines with a left and a right part."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from textual import events
from textual.message import Message

from kursk_tui.query import View, conflict_words
from kursk_tui.text.messages import plural
from kursk_tui.ui.keys.actions import FOOTER
from kursk_tui.ui.keys.keymap import Keymap, displayed
from kursk_tui.ui.pane import Pane
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.rows.styled_text import (
    BLANK,
    Line,
    LineWithBackground,
    Span,
    line,
    spread,
    width_of,
)
from kursk_tui.ui.widgets.line_widget import LineWidget
from kursk_tui.wording import phrases

_PADDING = 2
_WIDE = 60
"""The width from which the title line shows possible conflicts beside certain ones."""


class Bar(LineWidget):
    """A single line; changing its text causes no layout."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._left: Line = BLANK
        self._right: Line = BLANK

    def show_parts(self, left: Line = BLANK, right: Line = BLANK) -> None:
        """Show a left and a right part; the left one is cut if both do not fit."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def line_at(self, y: int) -> LineWithBackground:
        """Return the line."""
        return spread(self._left, self._right, self.size.width) if y == 0 else BLANK, None


class TitleBar(Bar):
    """The title, date and size of the briefing, whether it is a draft, and its conflicts."""

    def show(self, view: View) -> None:
        """Show the briefing of a view; leave out counts that do not fit."""
        briefing = view.briefing
        date = f"  {phrases.date(briefing.date)}" if briefing.date else ""
        title = line(Span(briefing.title, "strong"), Span(date, "muted"))
        figures = sum(len(claim.figures) for claim in view.claims)
        counts = [
            plural(len(view.claims), "claim"),
            plural(figures, "figure"),
            plural(len(briefing.sources), "source"),
        ]
        alerts = " · ".join(filter(None, (phrases.draft(briefing), self._conflicts(view))))
        room = self.app.size.width - _PADDING - width_of(title) - len(alerts) - 3
        while counts and len(" · ".join(counts)) >= room:
            counts.pop()
        between = " · " if alerts and counts else ""
        self.show_parts(title, (*_in_colour(alerts), Span(between + " · ".join(counts), "muted")))

    def _conflicts(self, view: View) -> str:
        """Return the number of conflicts, as far as it is known and there is room."""
        shown = conflict_words.totals(view.index.known_conflicts or ())
        return shown if self.app.size.width >= _WIDE else shown.partition(" · ")[0]


def _in_colour(alerts: str) -> Line:
    """Return what needs attention as a warning, and what perhaps does so as possible."""
    parts = alerts.split(" · ")
    roles = ["possible" if one.endswith("may conflict") else "warning" for one in parts]
    spans = [Span(one, role) for one, role in zip(parts, roles, strict=True)]
    return tuple(span for one in spans for span in (Span(" · ", "muted"), one))[1:]


class Banner(Bar):
    """A warning that is shown until it is closed."""

    def __init__(self) -> None:
        super().__init__(id="banner")

    def show(self, message: str) -> None:
        """Show a warning."""
        self.display = True
        self.show_parts(line(Span("! ", "warning"), Span(message, "warning")))

    def close(self) -> None:
        """Hide the warning."""
        self.display = False


class TabBar(Bar):
    """The tabs of the panes, shown if only one pane fits on the screen."""

    @dataclass
    class TabClicked(Message):
        """Sent when the pointer selects a tab."""

        pane: str

    _panes: Sequence[tuple[str, int]] = ()

    def panes(self, current: str) -> list[Pane]:
        """Return the panes that have a tab; a sheet has a tab only while it is current."""
        always = ("grid", "reader")
        return [
            pane
            for pane in panes()
            if pane.slot in always or (pane.slot == "sheet" and pane.id == current)
        ]

    def show(self, counts: Mapping[str, tuple[int, int] | None], current: str) -> None:
        """Show the tabs, shortened if they do not fit, with the current one in brackets."""
        tabs = self.panes(current)
        width = self.app.size.width
        for style in ("{key} {title} {count}", "{key} {title}", "{key}"):
            spans = [self._tab(pane, counts[pane.id], current, style) for pane in tabs]
            if width_of(spans) <= width:
                break
        self._panes = [(pane.id, width_of((span,))) for pane, span in zip(tabs, spans, strict=True)]
        self.show_parts(tuple(spans))

    def on_click(self, event: events.Click) -> None:
        """Report a click on a tab."""
        x = event.x
        for pane, width in self._panes:
            if x < width:
                self.post_message(self.TabClicked(pane))
                return
            x -= width

    def _tab(self, pane: Pane, count: tuple[int, int] | None, current: str, style: str) -> Span:
        if pane.id == current:
            style = style if "{title}" in style else "{key} {title}"
        shown = f"{count[0]:,}" if count else ""
        label = style.format(key=pane.key, title=pane.title, count=shown).rstrip()
        here = pane.id == current
        return Span(f"[{label}]" if here else f" {label} ", "strong" if here else "muted")


class KeyBar(Bar):
    """The footer: the most useful keys, or a message."""

    def show(self, keymap: Keymap, first: Sequence[str] = ()) -> None:
        """Show the most useful actions, each with its first key.

        Actions with an id in `first` come before the others.
        """
        have = {action.id: action for action in keymap.actions if action.keys}
        shown = {
            one: _key(displayed(have[one].keys[0].split()[0]), have[one].label)
            for one in (*first, *FOOTER)
            if one in have
        }
        # Help and quit are shown even if there is little room.
        always = [shown.pop(one) for one in ("help", "quit") if one in shown]
        right = tuple(chain.from_iterable(always))
        self.show_parts(self._fitting([*shown.values()], width_of(right)), right)

    def _fitting(self, items: Iterable[Line], taken: int) -> Line:
        """Return the items that fit uncut into the remaining width."""
        kept: Line = BLANK
        for item in items:
            if width_of((*kept, *item)) + taken >= self.app.size.width:
                break
            kept += item
        return kept

    def show_following(self, keymap: Keymap, pending: str, remark: str = "") -> None:
        """Show the keys that can follow the pending keys."""
        following = keymap.following(pending)
        keys = [_key(displayed(keys), action.label) for keys, action in following]
        start = line(Span(f" {displayed(pending)} … ", "strong"))
        end = _key("esc", "cancel")
        items = [start, *keys]
        shown = self._fitting(items, width_of(end))
        if len(shown) < sum(map(len, items)):  # show at least all keys
            shorter = " ".join(displayed(keys) for keys, _ in following)
            shown = (*start, Span(shorter, "accent"))
        self.show_parts((*shown, Span(f" {remark}", "muted")), end)

    def show_message(self, message: str) -> None:
        """Show a message instead of the keys."""
        self.show_parts(line(Span(f" {message}", "strong")))

    def show_editing(self) -> None:
        """Show the keys for typing a query."""
        keys = (("enter", "keep the query"), ("esc", "restore the previous query"))
        self.show_parts(tuple(chain.from_iterable(_key(key, what) for key, what in keys)))


def _key(key: str, what: str) -> Line:
    return line(Span(f" {key} ", "accent"), Span(f"{what} ", "muted"))
