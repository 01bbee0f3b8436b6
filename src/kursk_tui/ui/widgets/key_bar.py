"""The footer: the keys of the current pane, or a message."""

from collections.abc import Sequence
from itertools import chain

from kursk_tui.text.cells import cut, width_in_cells
from kursk_tui.text.messages import ELLIPSIS
from kursk_tui.ui.keys.keymap import Keymap, displayed
from kursk_tui.ui.pane import Hint
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, line, width_of
from kursk_tui.ui.widgets.bar import Bar
from kursk_tui.ui.widgets.key_line import as_line, fitting, key_and_label, key_line

_EDITING = (("keep the query", "restore the previous query"), ("keep", "restore"))
"""What enter and esc do while a query is typed: in full, and for narrow screens."""

_LEAST_START = 20
"""The fewest cells of the first part of a message that are worth showing."""


class KeyBar(Bar):
    """The footer: the most useful keys, or a message."""

    _keys_for: tuple[Keymap, tuple[Hint, ...], int] | None = None
    _keys: tuple[Line, Line] = BLANK, BLANK

    def show(self, keymap: Keymap, first: Sequence[Hint] = ()) -> None:
        """Show the most useful actions, each with its first key; those in `first` come first.

        This is called with every selection, so the line is kept until it is another one.
        """
        wanted = keymap, tuple(first), self.app.size.width
        if wanted != self._keys_for:
            self._keys_for, self._keys = wanted, key_line(*wanted)
        self.show_parts(*self._keys)

    def show_following(self, keymap: Keymap, pending: str, remark: str = "") -> None:
        """Show the keys that can follow the pending keys."""
        following = keymap.following(pending)
        keys = [key_and_label(displayed(keys), action.label) for keys, action in following]
        start = line(Span(f" {displayed(pending)} … ", "strong"))
        end = key_and_label("esc", "cancel")
        items = [start, *keys]
        kept = fitting(items, self.app.size.width - width_of(end))
        shown = as_line(kept)
        if len(kept) < len(items):  # show at least all keys
            shorter = " ".join(displayed(keys) for keys, _ in following)
            shown = (*start, Span(shorter, "accent"))
        self.show_parts((*shown, Span(f"  {remark}" if remark else "", "muted")), end)

    def show_message(self, message: str) -> None:
        """Show a message instead of the keys, shortened if there is little room."""
        fitting = fitting_message(message, self.app.size.width - 2)
        self.show_parts(line(Span(f" {fitting}", "strong")))

    def show_mode(self, title: str, keys: Sequence[tuple[str, str]]) -> None:
        """Show the name of a mode, and those of its keys that fit; esc leaves it.

        Where only one key fits beside the name, more keys take the place of the name.
        """
        end = key_and_label("esc", "cancel")
        name, shown = line(Span(f" {title} ", "strong")), [key_and_label(*one) for one in keys]
        taken = width_of((*name, *chain.from_iterable(shown[:2]), *end))
        items = shown if taken > self.app.size.width else [name, *shown]
        self.show_parts(as_line(fitting(items, self.app.size.width - width_of(end))), end)

    def show_editing(self) -> None:
        """Show the keys for typing a query."""
        for keep, restore in _EDITING:
            keys = (*key_and_label("enter", keep), *key_and_label("esc", restore))
            if width_of(keys) <= self.app.size.width:
                break
        self.show_parts(keys)


def fitting_message(message: str, width: int) -> str:
    """Return a message shortened to a width in cells.

    Details after a dot are left out first, then the middle: a message says first what happened,
    and after its last semicolon which key helps.
    """
    while width_in_cells(message) > width and " · " in message:
        message = message.rpartition(" · ")[0]
    start, semicolon, end = message.rpartition("; ")
    end = f"{ELLIPSIS}{semicolon}{end}"
    room = width - width_in_cells(end)
    if width_in_cells(message) <= width or not semicolon or room < _LEAST_START:
        return message
    return f"{cut(start, room).rstrip()}{end}"
