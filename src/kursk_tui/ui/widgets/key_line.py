"""The keys in the footer: which actions fit, and in which words."""

from collections.abc import Iterable, Sequence
from itertools import chain, product

from kursk_tui.ui.keys.actions import FOOTER
from kursk_tui.ui.keys.keymap import Keymap, displayed
from kursk_tui.ui.pane import Hint
from kursk_tui.ui.rows.styled_text import Line, Span, line, width_of

_ALWAYS, _NARROW = ("help", "quit"), 60
"""The last actions in the footer; of these, narrower screens show only the first."""


def key_line(keymap: Keymap, first: Sequence[Hint], width: int) -> tuple[Line, Line]:
    """Return the most useful actions and the last ones, each with a key; `first` come first.

    If hints with short labels do not all fit, they have shorter ones.
    """
    most = max((len(one.short) for one in first), default=0)
    for level, between in product(range(1 + most), (2, 1)):  # blanks before the last ones
        items = _items(keymap, (*first, *map(Hint, FOOTER)), level)
        right = _last(items, width)
        kept = fitting(items.values(), width - width_of(right) - between + 1)
        urgent = (one.action for one in first if one.short)
        if all(items[one] in kept for one in urgent if one in items):
            break
    return as_line(kept), right


def _last(items: dict[str, Line], width: int) -> Line:
    """Take the last items out, and return them as a line."""
    is_narrow = width < _NARROW
    last = _ALWAYS[:1] if is_narrow else _ALWAYS
    spans = tuple(chain.from_iterable(items.pop(one) for one in last if one in items))
    # There is a blank before the line in any case.
    spans = (*(one._replace(text=one.text.lstrip()) for one in spans[:1]), *spans[1:])
    return _without_last_blank(spans) if is_narrow else spans


def _items(keymap: Keymap, hints: Iterable[Hint], level: int) -> dict[str, Line]:
    """Return the actions with their keys and labels, which are shorter at a higher level."""
    have = {action.id: action for action in keymap.actions if action.keys}
    shown: dict[str, Line] = {}
    for hint in hints:
        name = hint.action
        if name in have and name not in shown:
            key = displayed(have[name].keys[-1 if hint.last_key else 0].split()[0])
            labels = (hint.label or have[name].label, *hint.short)
            shown[name] = key_and_label(key, labels[min(level, len(labels) - 1)])
    return shown


def key_and_label(key: str, what: str) -> Line:
    """Return a key and what it does."""
    return line(Span(f" {key} ", "accent"), Span(f"{what} ", "muted"))


def fitting(items: Iterable[Line], room: int) -> Sequence[Line]:
    """Return the items that fit uncut."""
    kept: list[Line] = []
    for item in items:
        if width_of(item) <= room:
            kept.append(item)
            room -= width_of(item)
    return kept


def as_line(items: Iterable[Line]) -> Line:
    """Return items as a line without a blank at its end, where one follows in any case."""
    return _without_last_blank(tuple(chain.from_iterable(items)))


def _without_last_blank(spans: Line) -> Line:
    return (*spans[:-1], *(one._replace(text=one.text.rstrip()) for one in spans[-1:]))
