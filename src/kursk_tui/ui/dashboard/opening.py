"""What a dashboard shows first: a pane, a claim and a notice."""

from kursk_tui.ui.app_services import AppServices
from kursk_tui.ui.dashboard.parts import Parts
from kursk_tui.ui.open_briefing import OpenBriefing


def show_first(opened: OpenBriefing, parts: Parts) -> None:
    """Show the pane that the user named, and the first claim of the text or of a review.

    A review begins in the document.
    """
    view = opened.view
    to_review = view.first_unreviewed if _is_draft(opened) else None
    if opened.pane is not None:
        parts.panes.go_to(opened.pane)
    elif to_review is not None:
        parts.panes.show_evidence()
    parts.selection.expect(view.first_in_text if to_review is None else to_review)
    parts.query.show(view)
    if parts.panes.view.pane.slot == "sheet":
        parts.select_in_sheet()
    parts.panes.focus_current()


def notice(opened: OpenBriefing, services: AppServices) -> str | None:
    """Return a remark on the file of a draft, on the start, or on the query."""
    of_draft = opened.file.remark if _is_draft(opened) else None
    return of_draft or services.notice or _remark_on_query(opened)


def _is_draft(opened: OpenBriefing) -> bool:
    return opened.view.briefing.status == "draft"


def _remark_on_query(opened: OpenBriefing) -> str | None:
    remarks = opened.view.remarks if opened.query.strip() else ()
    return remarks[0].sentence if remarks else None
