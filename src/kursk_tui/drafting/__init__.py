"""From prose to a draft briefing: deterministic, offline, explained, with nothing invented."""

from kursk_tui.drafting.draft import Draft
from kursk_tui.drafting.errors import NotDraftableError
from kursk_tui.drafting.findings import Finding, Rejection
from kursk_tui.drafting.origin import Origin
from kursk_tui.drafting.pipeline import draft

__all__ = ["Draft", "Finding", "NotDraftableError", "Origin", "Rejection", "draft"]
