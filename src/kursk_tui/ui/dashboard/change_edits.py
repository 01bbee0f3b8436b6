"""The function of `editing` that makes each change."""

from collections.abc import Callable, Mapping

from kursk_tui.editing import EditError, Item
from kursk_tui.editing.division import join, move_ends, split
from kursk_tui.editing.fields import change_claim, change_item, move_words, set_reach
from kursk_tui.editing.sources import add_source, merge_sources, set_sources, split_source
from kursk_tui.editing.typed import change_date, change_number, change_qualifier
from kursk_tui.model import Briefing

_PERIOD = ("covers", "tally")
"""The fields that belong to the words of a period."""


def edit(briefing: Briefing, number: int, item: Item | None, name: str, value: str) -> Briefing:
    """Return the briefing with a choice changed to a value; empty clears it. Raises EditError."""
    match name:
        case "join":
            return join(briefing, number)
        case "kind" | "confidence":
            return change_claim(briefing, number, **{name: value or None})
        case "source" | "new source" | "via" | "merge" | "apart":
            return _edit_source(briefing, number, name, value)
    if item is None:
        raise EditError("nothing is under the cursor")
    match name:
        case "number":
            return change_number(briefing, number, item, value)
        case "qualifier":
            return change_qualifier(briefing, number, item, value)
        case "date":
            return change_date(briefing, number, item, value)
        case "period":  # what was resolved belongs to the other words
            cleared: dict[str, object] = dict.fromkeys(_PERIOD)
            return change_item(briefing, number, item, period=value or None, **cleared)
    return change_item(briefing, number, item, **{name: value or None})


def _edit_source(briefing: Briefing, number: int, name: str, value: str) -> Briefing:
    chain = briefing.claims[number].attribution.chain
    match name:
        case "via":
            return set_sources(briefing, number, (*chain[:1], *([value] if value else ())))
        case "merge":
            return merge_sources(briefing, value, chain[0])
        case "apart":
            return split_source(briefing, number, chain[0], value)
        case "new source":
            briefing, value = add_source(briefing, value)
    return set_sources(briefing, number, (value, *chain[1:]) if value else ())


WordEdit = Callable[[Briefing, int, Item | None, int, int], Briefing]


def _words(briefing: Briefing, number: int, item: Item | None, start: int, end: int) -> Briefing:
    if item is None:
        raise EditError("nothing is under the cursor")
    return move_words(briefing, number, item, start, end)


def _reach(briefing: Briefing, number: int, item: Item | None, start: int, end: int) -> Briefing:
    if item is None:
        raise EditError("nothing is under the cursor")
    return set_reach(briefing, number, item, start, end)


def _ends(briefing: Briefing, number: int, _: Item | None, start: int, end: int) -> Briefing:
    return move_ends(briefing, number, start, end)


def _split(briefing: Briefing, number: int, _: Item | None, start: int, __: int) -> Briefing:
    return split(briefing, number, start)


WORD_EDITS: Mapping[str, WordEdit] = {
    "words": _words,
    "reach": _reach,
    "ends": _ends,
    "split": _split,
}
"""The changes that marked words make, by the names of their choices."""
