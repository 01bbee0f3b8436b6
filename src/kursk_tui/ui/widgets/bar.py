"""Bars: single lines with a left and a right part."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from textual import events
from textual.message import Message

from kursk_tui.query import View, conflict_words
from kursk_tui.query.baseline import BEFORE
from kursk_tui.text.messages import plural
from kursk_tui.ui.keys.actions import FOOTER
from kursk_tui.ui.keys.keymap import Keymap, displayed
from kursk_tui.ui.pane import Hint, Pane
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
from kursk_tui.wording import libraries, phrases

_PADDING = 2
_LEAST_TITLE, _BETWEEN = 6, 3
"""The cells that the title always has, and those between it and the right part."""
_ALWAYS, _NARROW = ("help", "quit"), 60
"""The last actions in the footer; of these, narrower screens show only the first."""

_WIDE = 100
"""From this width on, the title names the baseline of a library."""

_EDITING = (("keep the query", "restore the previous query"), ("keep", "restore"))
"""What enter and esc do while a query is typed: in full, and for narrow screens."""


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
    """The title, date and size of the briefing, and what needs attention."""

    def show(self, view: View) -> None:
        """Show the briefing of a view."""
        self.show_parts(*title_parts(view, self.app.size.width))


def title_parts(view: View, width: int) -> tuple[Line, Line]:
    """Return the title and date, and on the right what needs attention, then counts that fit."""
    briefing = view.briefing
    date = phrases.date(briefing.date) if briefing.date else libraries.extent(briefing)
    name, day = Span(briefing.title, "strong"), Span(f"  {date}" if date else "", "muted")
    since = _since(view)
    limit = ", ".join(filter(None, (libraries.as_of(briefing), since if width >= _WIDE else "")))
    title = line(Span(f"{limit.upper()}  " if limit else "", "warning"), name, day)
    figures = sum(len(claim.figures) for claim in view.claims)
    counts = [
        plural(len(view.claims), "claim"),
        plural(figures, "figure"),
        plural(len(briefing.sources), "source"),
    ]
    least = min(width_of((name,)), _LEAST_TITLE)
    alerts = _alerts(view, width - _PADDING - _BETWEEN - least)
    room = width - _PADDING - width_of(title) - len(alerts) - _BETWEEN
    while counts and len(" · ".join(counts)) >= room:
        counts.pop()
    if room < 0:  # the title is cut, and not the date
        title, counts = title[:-1], [date] if date and not alerts else []
    between = " · " if alerts and counts else ""
    return title, (*_in_colour(alerts), Span(between + " · ".join(counts), "muted"))


def _since(view: View) -> str:
    """Return the baseline in force of a library, unless it is the version before a reload."""
    baseline = view.baseline
    if baseline is None or baseline.name == BEFORE or not view.briefing.is_library:
        return ""
    return f"since {baseline.name}"


def _alerts(view: View, room: int) -> str:
    """Return what needs attention: the draft, conflicts as far as known, and changes.

    In little room, the draft has a short form, and the last ones are left out.
    """
    briefing = view.briefing
    conflicts = conflict_words.totals(view.index.known_conflicts or ())
    others = [*filter(None, conflicts.split(" · "))]
    if view.baseline is not None and view.baseline.change_count:
        others.append(plural(view.baseline.change_count, "change"))
    drafts = libraries.drafts(briefing)
    alerts = [*filter(None, (drafts or phrases.draft(briefing),)), *others]
    if len(" · ".join(alerts)) > room and others and briefing.status == "draft":
        alerts[0] = drafts or phrases.short_draft(briefing)
    while len(alerts) > 1 and len(" · ".join(alerts)) > room:
        alerts.pop()
    return " · ".join(alerts)


def _in_colour(alerts: str) -> Line:
    """Return drafts and conflicts as warnings, and possible conflicts and changes less strongly."""
    parts = alerts.split(" · ")
    spans = [Span(one, _role_of(one)) for one in parts]
    return tuple(span for one in spans for span in (Span(" · ", "muted"), one))[1:]


def _role_of(alert: str) -> str:
    if alert.endswith("may conflict"):
        return "possible"
    return "strong" if alert.endswith(("change", "changes")) else "warning"


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


_WHOLE, _TITLE, _KEY = "{key} {title} {count}", "{key} {title}", "{key}"
_TABS = ((_WHOLE, _WHOLE), (_TITLE, _WHOLE), (_KEY, _WHOLE), (_KEY, _TITLE))
"""What tabs contain, and what the current one contains: the longest that fits is shown."""


class TabBar(Bar):
    """The tabs of the panes, shown if only one pane fits on the screen.

    They may be the upper edge of this pane.
    """

    @dataclass
    class TabClicked(Message):
        """Sent when the pointer selects a tab."""

        pane: str

    _panes: Sequence[tuple[str, int]] = ()
    _has_edge = False

    def panes(self, current: str) -> list[Pane]:
        """Return the panes that have a tab; a sheet has a tab only while it is current."""
        always = ("grid", "reader")
        return [
            pane
            for pane in panes()
            if pane.slot in always or (pane.slot == "sheet" and pane.id == current)
        ]

    def show(
        self, counts: Mapping[str, tuple[int, int] | None], current: str, edge: str = ""
    ) -> None:
        """Show the tabs, shortened if they do not fit, with the current one in brackets.

        `edge` is the role of the upper edge of a pane, or empty if the tabs are no edge.
        """
        tabs = self.panes(current)
        width = self.app.size.width - 2 * bool(edge)
        for style, style_of_current in _TABS:
            spans = [
                self._tab(pane, counts[pane.id], style)
                if pane.id != current
                else self._tab(pane, counts[pane.id], style_of_current, is_current=True)
                for pane in tabs
            ]
            if width_of(spans) <= width:
                break
        self._panes = [(pane.id, width_of((span,))) for pane, span in zip(tabs, spans, strict=True)]
        self._has_edge = bool(edge)
        if edge:
            rest = "─" * (width - width_of(spans))
            spans = [Span("╭", edge), *spans, Span(f"{rest}╮", edge)]
        self.show_parts(tuple(spans))

    def recolour_edge(self, role: str) -> None:
        """Show the upper edge of a pane, if the tabs have one, in another role."""
        if self._has_edge:
            first, *tabs, last = self._left
            self.show_parts((first._replace(role=role), *tabs, last._replace(role=role)))

    def on_click(self, event: events.Click) -> None:
        """Report a click on a tab."""
        x = event.x - self._has_edge
        for pane, width in self._panes:
            if 0 <= x < width:
                self.post_message(self.TabClicked(pane))
                return
            x -= width

    def _tab(
        self, pane: Pane, count: tuple[int, int] | None, style: str, *, is_current: bool = False
    ) -> Span:
        shown = f"{count[0]:,}" if count else ""
        if count and count[0] < count[1] and is_current:
            shown += f"/{count[1]:,}"
        label = style.format(key=pane.key, title=pane.title, count=shown).rstrip()
        return Span(f"[{label}]", "strong") if is_current else Span(f" {label} ", "muted")


class KeyBar(Bar):
    """The footer: the most useful keys, or a message."""

    def show(self, keymap: Keymap, first: Sequence[Hint] = ()) -> None:
        """Show the most useful actions, each with its first key; those in `first` come first."""
        have = {action.id: action for action in keymap.actions if action.keys}
        shown: dict[str, Line] = {}
        is_narrow = self.app.size.width < _NARROW
        for hint in (*first, *map(Hint, FOOTER)):
            name = hint.action
            if name in have and name not in shown:
                key = displayed(have[name].keys[-1 if hint.last_key else 0].split()[0])
                label = (is_narrow and hint.short) or hint.label or have[name].label
                shown[name] = _key(key, label)
        last = _ALWAYS[:1] if is_narrow else _ALWAYS
        always = [shown.pop(one) for one in last if one in shown]
        right = tuple(chain.from_iterable(always))
        if is_narrow:
            right = (*right[:-1], *(one._replace(text=one.text.rstrip()) for one in right[-1:]))
        self.show_parts(self._fitting([*shown.values()], width_of(right)), right)

    def _fitting(self, items: Iterable[Line], taken: int) -> Line:
        """Return the items that fit uncut into the remaining width."""
        kept: Line = BLANK
        for item in items:
            if width_of((*kept, *item)) + taken <= self.app.size.width:
                kept += item
        # A blank follows in any case.
        return (*kept[:-1], *(one._replace(text=one.text.rstrip()) for one in kept[-1:]))

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

    def show_mode(self, title: str, keys: Sequence[tuple[str, str]]) -> None:
        """Show the name of a mode, and those of its keys that fit; esc leaves it."""
        end = _key("esc", "cancel")
        items = [line(Span(f" {title} ", "strong")), *(_key(*one) for one in keys)]
        self.show_parts(self._fitting(items, width_of(end)), end)

    def show_editing(self) -> None:
        """Show the keys for typing a query."""
        for keep, restore in _EDITING:
            keys = (*_key("enter", keep), *_key("esc", restore))
            if width_of(keys) <= self.app.size.width:
                break
        self.show_parts(keys)


def _key(key: str, what: str) -> Line:
    return line(Span(f" {key} ", "accent"), Span(f"{what} ", "muted"))
