"""What needs attention: the title line and the footer, in wide and in narrow screens."""

from kursk_tui.diffing.comparison import Comparison, Earlier
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.ui.dashboard.parts import attention_hints, fitting_hints
from kursk_tui.ui.pane import Hint
from kursk_tui.ui.panes.timeline import PANE as TIMELINE
from kursk_tui.ui.widgets.bar import title_parts
from tests.two_versions import earlier, later
from tests.ui.conflicting_briefing import contradicting_briefing


def view_of(briefing: Briefing) -> View:
    view = View.of(briefing)
    assert view.index.conflicts  # from now on, they are known
    return view


def title(view: View, width: int) -> tuple[str, str]:
    left, right = title_parts(view, width)
    return left[0].text, "".join(span.text for span in right)


def compared() -> View:
    new = later()
    return View.of(new).compared_with(Comparison.of(Earlier(earlier(), "old.json"), new))


def test_conflicts_and_changes_are_in_the_title_before_counts_at_every_width() -> None:
    final = view_of(contradicting_briefing())
    draft = view_of(contradicting_briefing().replace(status="draft"))
    number = len(draft.briefing.unreviewed)
    conflicts = title(final, 200)[1].split(" claims")[0].rpartition(" · ")[0]
    assert conflicts == "1 conflict · 2 may conflict"
    for view, width, expected in (
        (final, 40, conflicts),
        (final, 59, conflicts),
        (draft, 40, f"DRAFT, {number} left · 1 conflict"),
        (draft, 59, f"DRAFT, {number} left · {conflicts}"),
        (draft, 80, f"DRAFT, {number} unreviewed · {conflicts}"),
        (View.of(earlier().replace(status="draft")), 40, "DRAFT, 0 unreviewed"),
        (compared(), 40, "6 changes"),
    ):
        shown = title(view, width)[1]
        assert shown.startswith(expected), (width, shown)
        assert "may conflict · " not in shown or width > 40, (width, shown)


def test_the_footer_names_conflicts_and_changes_only_if_there_are_any() -> None:
    assert attention_hints(View.of(earlier())) == ()
    (hint,) = attention_hints(view_of(contradicting_briefing()))
    assert hint[:3] == ("pane.conflicts", "1 conflict · 2 may conflict", "conflicts")
    (hint,) = attention_hints(compared())
    assert hint == Hint("pane.changes", "6 changes", "changes", last_key=True)


def test_the_footer_offers_what_the_row_under_the_cursor_can_do() -> None:
    labels = {
        "date:2024-12-19": "only this date",
        "id:S7": "only this claim",
        "is:undated": "only these claims",
        None: None,
    }
    for term, label in labels.items():
        hints = {one.action: one.label for one in fitting_hints(TIMELINE.hints, term)}
        assert (hints.get("query.only") or "").rstrip() == (label or "")
