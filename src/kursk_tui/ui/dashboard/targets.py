"""What a change of a draft applies to: the item under the cursor, or the selected claim."""

from collections.abc import Callable
from typing import NamedTuple

from kursk_tui.editing import Item
from kursk_tui.editing.names import name_of
from kursk_tui.model import Briefing, Claim
from kursk_tui.ui.dashboard.ports import ShowMessage
from kursk_tui.ui.dashboard.review import ItemCursor
from kursk_tui.ui.dashboard.selection import Selection


class Target(NamedTuple):
    """What is being changed: a claim with its number, and the item, or None for the claim."""

    number: int
    claim: Claim
    item: Item | None

    @property
    def name(self) -> str:
        """Its name, for messages."""
        return self.claim.id if self.item is None else name_of(self.claim, self.item)


class Targets:
    """Finds what is under the cursor."""

    def __init__(
        self,
        briefing: Callable[[], Briefing],
        selection: Selection,
        cursor: ItemCursor,
        show_message: ShowMessage,
    ) -> None:
        self._briefing = briefing
        self._selection = selection
        self._cursor = cursor
        self._show_message = show_message

    def here(self) -> Target | None:
        """Return what is under the cursor, or show why it cannot be changed."""
        draft, number = self.draft(), self._selection.claim
        if draft is None or number is None:
            return None
        item = self._cursor.item
        if item is None or not item.rejected:
            return Target(number, draft.claims[number], item)
        self._show_message("this item was rejected; accept it before you change it")
        return None

    def draft(self) -> Briefing | None:
        """Return the briefing if it is a draft, or show that it is none."""
        briefing = self._briefing()
        if briefing.status == "draft":
            return briefing
        self._show_message("this briefing is not a draft: there is nothing to change")
        return None

    def now(self) -> Briefing:
        """Return the briefing as it is shown."""
        return self._briefing()

    def place(self) -> tuple[str, int]:
        """Return the document and the offset at which the selected claim begins, or the text."""
        briefing, number = self._briefing(), self._selection.claim
        if number is None:
            return briefing.documents[0].id, 0
        claim = briefing.claims[number]
        return claim.document, claim.evidence.start

    def go_to(self, item: Item) -> None:
        """Move the cursor to an item of the selected claim."""
        self._cursor.go_to_item(item)

    def choose(self, number: int) -> None:
        """Select a claim."""
        self._selection.choose(number)
