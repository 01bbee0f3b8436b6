"""Bars: single lines with a left and a right part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from kursk_tui.query import View
from kursk_tui.query.baseline import BEFORE
from kursk_tui.text.messages import plural
from kursk_tui.ui.pane import Pane
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.rows.styled_text import (
    BLANK,
    Line,
    LineWithBackground,
    Span,
    fit,
    line,
    spread,
    width_of,
    wrap,
)
from kursk_tui.ui.widgets.line_widget import LineWidget
from kursk_tui.wording import libraries, phrases

_PADDING = 2
_LEAST_TITLE, _BETWEEN = 6, 3
"""The cells that the title always has, and those between it and the right part."""


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
    limit = _limit(view, width - _PADDING - width_of((name, day)))
    title = line(limit, name, day)
    counts = [
        plural(len(view.claims), "claim"),
        plural(view.index.figure_count, "figure"),
        plural(len(briefing.sources), "source"),
    ]
    if briefing.handling is not None and briefing.handling.licence is not None:
        counts.append(briefing.handling.licence)
    least = width_of((limit,)) + min(width_of((name,)), _LEAST_TITLE)
    alerts = _alerts(view, width - _PADDING - _BETWEEN - least)
    room = width - _PADDING - width_of(title) - len(alerts) - _BETWEEN
    while counts and len(" · ".join(counts)) >= room:
        counts.pop()
    name_room = width_of((name,)) + room
    if room < 0 and limit.text and name_room >= _LEAST_TITLE:
        title = line(limit, *fit((name,), name_room), day)
    elif room < 0:  # the title is cut, and not the date
        title, counts = title[:-1], [date] if date and not alerts else []
    between = " · " if alerts and counts else ""
    return title, (*_in_colour(alerts), Span(between + " · ".join(counts), "muted"))


def _limit(view: View, room: int) -> Span:
    """Return the day as of which a library is shown, and the baseline if there is room for it."""
    parts = [*filter(None, (libraries.as_of(view.briefing), _since(view)))]
    while len(parts) > 1 and len(", ".join(parts)) > room:
        parts.pop()
    limit = ", ".join(parts).upper()
    fits = len(limit) <= room or libraries.as_of(view.briefing)
    return Span(f"{limit}  " if limit and fits else "", "warning")


def _since(view: View) -> str:
    """Return the baseline in force of a library, unless it is the version before a reload."""
    baseline = view.baseline
    if baseline is None or baseline.name == BEFORE or not view.briefing.is_library:
        return ""
    return f"since {baseline.name}"


def known_conflicts(view: View) -> str:
    """Return how many conflicts a briefing has, as far as it is known; empty if there are none."""
    found = view.index.known_conflicts
    if not found:
        return ""
    from kursk_tui.query.conflict_words import totals  # loaded with the first conflict

    return totals(found)


def _alerts(view: View, room: int) -> str:
    """Return what needs attention: handling, drafts, files with errors, conflicts and changes.

    Conflicts count as far as they are known.

    In little room, the draft has a short form, and the last ones are left out.
    """
    briefing = view.briefing
    broken = libraries.errors(briefing).split(" · ")
    others = [*filter(None, (*broken, *known_conflicts(view).split(" · ")))]
    if view.baseline is not None and view.baseline.change_count:
        others.append(plural(view.baseline.change_count, "change"))
    first, drafts = phrases.tlp(briefing), libraries.drafts(briefing)
    alerts = [*filter(None, (first, drafts or phrases.draft(briefing))), *others]
    if len(" · ".join(alerts)) > room and len(alerts) > 1 and briefing.status == "draft":
        alerts[bool(first)] = drafts or phrases.short_draft(briefing)
    while len(alerts) > 1 and len(" · ".join(alerts)) > room:
        alerts.pop()
    return " · ".join(alerts)


def _in_colour(alerts: str) -> Line:
    """Return drafts and conflicts as warnings, and the others less strongly."""
    parts = alerts.split(" · ")
    spans = [Span(one, _role_of(one)) for one in parts]
    return tuple(span for one in spans for span in (Span(" · ", "muted"), one))[1:]


def _role_of(alert: str) -> str:
    if alert.endswith("may conflict"):
        return "possible"
    is_plain = alert.startswith("TLP:") or alert.endswith(("change", "changes"))
    return "strong" if is_plain else "warning"


_SHORT = 20
"""The height below which a warning has one line."""


class Banner(Bar):
    """A warning that is shown until it is closed; a long one has two lines if there is room."""

    def __init__(self) -> None:
        super().__init__(id="banner")
        self._message = ""
        self._lines: Sequence[str] = ()

    def show(self, message: str) -> None:
        """Show a warning."""
        self._message = f"! {message}"
        self.display = True
        self._wrap()

    def on_resize(self) -> None:
        """Wrap the warning anew."""
        self._wrap()

    def _wrap(self) -> None:
        width, height = self.app.size
        first, *others = wrap(self._message, width - _PADDING)
        self._lines = (self._message,)
        if others and height >= _SHORT:
            self._lines = (self._message[: first[1]], self._message[others[0][0] :])
        self.styles.height = len(self._lines)
        self.refresh()

    def line_at(self, y: int) -> LineWithBackground:
        """Return a line of the warning."""
        text = self._lines[y] if y < len(self._lines) else ""
        return fit((Span(text, "warning"),), self.size.width), None

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
