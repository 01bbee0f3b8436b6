"""Changes that an analyst makes to a draft: pure functions from one version to the next."""

from kursk_tui.editing.error import EditError
from kursk_tui.editing.items import Item, decide_item, items_of
from kursk_tui.editing.steps import Step

__all__ = ["EditError", "Item", "Step", "decide_item", "items_of"]
