"""The lines that panes need, under a query and for the selected claim."""

from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import read
from kursk_tui.model.decisions import set_decision
from kursk_tui.query import View
from kursk_tui.ui.pane import Scene
from kursk_tui.ui.pane_layouts import PaneLayouts
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.widgets.pane_needs import PaneNeeds
from kursk_tui.ui.widgets.room import Need
from tests.drafted_briefing import drafted_briefing

VIEW = View.of(read(builtin_path()))


def needs_of(pane: str) -> PaneNeeds:
    """Return the needs of a pane with nothing in the cache."""
    found = next(one for one in panes() if one.id == pane)
    return PaneNeeds(found, PaneLayouts(found))


def test_a_query_changes_what_panes_need() -> None:
    soldiers = VIEW.ask("soldiers")
    timeline, claim = needs_of("timeline"), needs_of("claim")
    # Six claims with a date, and a row for the others, below the headings; then only that row.
    assert timeline.need(Scene(VIEW, None, 54)) == Need(3, 8)
    assert timeline.need(Scene(soldiers, None, 54)) == Need(2, 2)
    # Only S10 matches: the claim pane has room for all its lines.
    need, whole = claim.need(Scene(soldiers, None, 116)), claim.need(Scene(VIEW, None, 116))
    assert need.most == need.content == whole.content > whole.most


def test_decisions_change_no_need() -> None:
    before = View.of(drafted_briefing()).ask("is:unreviewed")
    timeline = needs_of("timeline")
    need = timeline.need(Scene(before, None, 54))
    after = before.version(set_decision(before.briefing, 0, "accepted")).ask("is:unreviewed")
    assert timeline.need(Scene(after, None, 54)) == need


def test_the_claim_needs_the_lines_of_the_selected_claim() -> None:
    claim = needs_of("claim")
    number = VIEW.ask("soldiers").numbers[0]
    need = claim.need(Scene(VIEW, number, 76))
    assert need.least == need.content > claim.need(Scene(VIEW, None, 76)).least
