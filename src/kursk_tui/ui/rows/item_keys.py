"""The keys of rows of the claim pane, which name the items of the claim."""

from typing import get_args

from kursk_tui.editing import Item
from kursk_tui.editing.items import Field

_REJECTED = "rejected"
_CLAIM = "claim"


def key_of(item: Item | None) -> str:
    """Return the key of the row of an item, or of the claim's own row for None."""
    if item is None:
        return _CLAIM
    return f"{item.field} {item.nth} {_REJECTED if item.rejected else ''}"


def item_of(key: str) -> Item | None:
    """Return the item that a key names, or None."""
    name, _, rest = key.partition(" ")
    nth, _, state = rest.partition(" ")
    fields: tuple[Field, ...] = get_args(Field)
    found = next((field for field in fields if field == name), None)
    return None if found is None else Item(found, int(nth), state == _REJECTED)
