"""From prose to a draft briefing: deterministic, offline, explainable; it never invents."""

from kursk_tui.drafting.drafting import draft
from kursk_tui.drafting.drafts import Draft
from kursk_tui.drafting.errors import NotDraftableError
from kursk_tui.drafting.items import Item, Rejection

__all__ = ["Draft", "Item", "NotDraftableError", "Rejection", "draft"]
