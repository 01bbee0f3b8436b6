"""Bars: single lines with a part at the left and a part at the right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from textual import events
from textual.message import Message
from textual.strip import Strip

from kursk_tui.query import View
from kursk_tui.ui.keys.actions import FOOTER
from kursk_tui.ui.keys.keymap import Keymap, displayed
from kursk_tui.ui.pane import Pane, panes
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, line, spread, width_of
from kursk_tui.ui.widgets.line_widget import LineWidget
from kursk_tui.wording import phrases

_PADDING = 2


class Bar(LineWidget):
    """One line of fixed height; what it says changes without a layout."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._left: Line = BLANK
        self._right: Line = BLANK

    def say(self, left: Line = BLANK, right: Line = BLANK) -> None:
        """Show these parts; the left one gives way where there is too little room."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        return self.paint(spread(self._left, self._right, width)) if y == 0 else self.blank(width)


class TitleBar(Bar):
    """Which briefing this is, of when, and how much is in it."""

    def show(self, view: View) -> None:
        """Show a view's briefing; counts that do not fit are left out."""
        briefing = view.briefing
        date = f"  {phrases.date(briefing.date)}" if briefing.date else ""
        title = line(Span(briefing.title, "strong"), Span(date, "muted"))
        figures = sum(len(claim.figures) for claim in view.claims)
        counts = [
            phrases.plural(len(view.claims), "claim"),
            phrases.plural(figures, "figure"),
            phrases.plural(len(briefing.sources), "source"),
        ]
        draft = phrases.draft(briefing)
        room = self.app.size.width - _PADDING - width_of(title) - len(draft) - 3
        while counts and len(" · ".join(counts)) >= room:
            counts.pop()
        between = " · " if draft and counts else ""
        self.say(title, line(Span(draft, "warning"), Span(between + " · ".join(counts), "muted")))


class Banner(Bar):
    """A line that stays until what it says is over."""

    def __init__(self) -> None:
        super().__init__(id="banner")

    def show(self, message: str) -> None:
        """Say something, and stay."""
        self.display = True
        self.say(line(Span("! ", "warning"), Span(message, "warning")))

    def close(self) -> None:
        """Leave the room to the panes."""
        self.display = False


class TabBar(Bar):
    """The panes by name, where there is room for one of them only."""

    @dataclass
    class Picked(Message):
        """The reader pointed at a pane."""

        pane: str

    _panes: Sequence[tuple[str, int]] = ()

    def panes(self, current: str) -> list[Pane]:
        """Return the panes that have a tab; a sheet has one only while it is shown."""
        always = ("grid", "reader")
        return [
            pane
            for pane in panes()
            if pane.slot in always or (pane.slot == "sheet" and pane.id == current)
        ]

    def show(self, counts: Mapping[str, tuple[int, int] | None], current: str) -> None:
        """Show the panes as far as there is room; the current one stands in brackets."""
        tabs = self.panes(current)
        width = self.app.size.width
        for style in ("{key} {title} {count}", "{key} {title}", "{key}"):
            spans = [self._tab(pane, counts[pane.id], current, style) for pane in tabs]
            if width_of(spans) <= width:
                break
        self._panes = [(pane.id, width_of((span,))) for pane, span in zip(tabs, spans, strict=True)]
        self.say(tuple(spans))

    def on_click(self, event: events.Click) -> None:
        """Go to the pane under the pointer."""
        x = event.x
        for pane, width in self._panes:
            if x < width:
                self.post_message(self.Picked(pane))
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
    """The most useful keys of the moment."""

    def show(self, keymap: Keymap, first: Sequence[str] = ()) -> None:
        """Show the most useful actions, each by its first key; what may follow that shows then.

        Actions with an id in `first` go before the others.
        """
        have = {action.id: action for action in keymap.actions if action.keys}
        shown = {
            one: _key(displayed(have[one].keys[0].split()[0]), have[one].label)
            for one in (*first, *FOOTER)
            if one in have
        }
        # Where there is little room, the ways to help and out stay.
        ways_out = [shown.pop(one) for one in ("help", "quit") if one in shown]
        right = tuple(chain.from_iterable(ways_out))
        self.say(self._whole([*shown.values()], width_of(right)), right)

    def _whole(self, items: Iterable[Line], taken: int) -> Line:
        """Return the items that fit as a whole beside what is taken."""
        kept: Line = BLANK
        for item in items:
            if width_of((*kept, *item)) + taken >= self.app.size.width:
                break
            kept += item
        return kept

    def show_following(self, keymap: Keymap, pending: str, remark: str = "") -> None:
        """Show the keys that may follow those pressed so far."""
        following = keymap.following(pending)
        keys = [_key(displayed(keys), action.label) for keys, action in following]
        start = line(Span(f" {displayed(pending)} … ", "strong"))
        end = _key("esc", "cancel")
        items = [start, *keys]
        whole = self._whole(items, width_of(end))
        if len(whole) < sum(map(len, items)):  # then at least every key
            shorter = " ".join(displayed(keys) for keys, _ in following)
            whole = (*start, Span(shorter, "accent"))
        self.say((*whole, Span(f" {remark}", "muted")), end)

    def tell(self, message: str) -> None:
        """Show a message in place of the keys."""
        self.say(line(Span(f" {message}", "strong")))

    def show_editing(self) -> None:
        """Show the keys that matter while a query is typed."""
        keys = (("enter", "keep the query"), ("esc", "back to the one before"))
        self.say(tuple(chain.from_iterable(_key(key, what) for key, what in keys)))


def _key(key: str, what: str) -> Line:
    return line(Span(f" {key} ", "accent"), Span(f"{what} ", "muted"))
