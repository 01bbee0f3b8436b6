"""What a document withdraws, corrects or replaces contradicts nothing, and every output says so."""

from csv import DictReader
from io import StringIO

from kursk_tui.formats import csv, text
from kursk_tui.model import Briefing, OtherStatement, StatementRelation
from kursk_tui.query import View, conflict_words
from kursk_tui.query.uncompared import find_uncompared
from kursk_tui.tracking.endings import EndKind
from kursk_tui.ui.pane import Pane, Scene
from kursk_tui.ui.panes.claim import PANE as CLAIM
from kursk_tui.ui.panes.figures import PANE as FIGURES
from kursk_tui.vocabulary import StatementRelationKind
from tests.query.factory import Draft, briefing, dated, figure
from tests.tables import each_row


def _withdrawing(kind: StatementRelationKind | None) -> Briefing:
    """Return a toll of at least 100 that another of at most 90 excludes, and a claim about it."""
    high = figure("killed", "at least", 100).replace(words="at least 100", population="troops")
    low = figure("killed", "at most", 90).replace(words="at most 90", population="troops")
    days = (dated("2024-12-19", "reported"), dated("2024-12-19", "event"))
    made = briefing(
        Draft("At least 100 died.", "c1", chain=("nis",), figures=(high,), when=days),
        Draft("At most 90 died.", "c2", chain=("hur",), figures=(low,), when=days),
        Draft("It withdrew it.", "c3", chain=("nis",), when=(dated("2025-01-20", "reported"),)),
    )
    *others, last = made.claims
    if kind is not None:
        of = OtherStatement(claim="c1")
        last = last.replace(relations=(StatementRelation(kind=kind, words="withdrew it", of=of),))
    return made.replace(claims=(*others, last))


def _drawn(view: View, pane: Pane) -> str:
    scene = Scene(view, 0, 80)
    layout = pane.plan(view.index, "", 80).lay_out(scene)
    drawn = [line for row in layout.model.rows for line in layout.draw(row, scene)]
    return "\n".join("".join(span.text for span in line).rstrip() for line in drawn)


@each_row(
    ("kind", "ended"),
    [
        (None, None),
        ("confirms", None),
        ("withdraws", "withdrawn"),
        ("corrects", "corrected"),
        ("replaces", "replaced"),
    ],
)
def test_what_no_longer_stands_contradicts_nothing(
    kind: StatementRelationKind | None, ended: EndKind | None
) -> None:
    view = View.of(_withdrawing(kind))
    report = "\n".join(text.plain_text(view))
    cells = {row["claim"]: row["ended"] for row in DictReader(StringIO(csv.write(view)))}
    assert cells == {"c1": f"{ended} 2025-01-20 (c3)" if ended else "", "c2": "", "c3": ""}
    if ended is None:
        assert conflict_words.totals(view.index.conflicts) == "1 conflict"
        assert "✗" not in report + _drawn(view, FIGURES) + _drawn(view, CLAIM)
        return
    assert not view.index.conflicts
    assert not view.ask("is:disputed").answer.match | view.ask("is:disputed").answer.possible
    why = [conflict_words.why_not_compared(one, str) for one in find_uncompared(view.index)]
    assert why == [f"{ended} by c3"]
    stands = f"“at least 100”: no longer stands, {ended} 2025-01-20 (c3); 100 or more"
    assert stands in report.replace("\n  ", " ")
    assert f"track       ✗ {ended} 2025-01-20 (c3)" in report
    assert f"✗ {ended} 2025-01-20 · troops" in _drawn(view, FIGURES)
    assert f"track       ✗ {ended} 2025-01-20 (c3)" in _drawn(view, CLAIM)
