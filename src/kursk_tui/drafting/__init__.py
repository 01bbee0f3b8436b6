"""From prose to a draft briefing: deterministic, offline, explainable; it never invents."""

from kursk_tui.drafting.draft import Draft
from kursk_tui.drafting.errors import NotDraftableError
from kursk_tui.drafting.findings import Item, Rejection
from kursk_tui.drafting.pipeline import draft

__all__ = ["Draft", "Item", "NotDraftableError", "Rejection", "draft"]
