"""What needs attention: the title line and the footer, in wide and in narrow screens."""

from dataclasses import dataclass, replace

from kursk_tui.diffing.comparison import Comparison, Earlier
from kursk_tui.model import Briefing, Handling
from kursk_tui.query import View
from kursk_tui.ui.dashboard.examples import example_queries
from kursk_tui.ui.dashboard.hints import Hints, attention_hints, fitting_hints
from kursk_tui.ui.keys.actions import actions
from kursk_tui.ui.keys.keymap import Keymap
from kursk_tui.ui.pane import Hint, Pane
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.panes.editions import PANE as EDITIONS
from kursk_tui.ui.panes.timeline import PANE as TIMELINE
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.name_rows import NAMES
from kursk_tui.ui.rows.row_model import Row
from kursk_tui.ui.widgets.bar import title_parts
from kursk_tui.ui.widgets.key_bar import fitting_message
from kursk_tui.ui.widgets.key_line import key_line
from tests.library.reports import library
from tests.query.factory import builtin, dated
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


def test_handling_is_in_the_title_at_every_width() -> None:
    handling = Handling(tlp="AMBER+STRICT", licence="CC BY 4.0")
    final = contradicting_briefing().replace(handling=handling)
    draft = final.replace(status="draft")
    label = "TLP:AMBER+STRICT"
    for briefing, width, expected in (
        (final, 40, label),
        (final, 80, f"{label} · 1 conflict · 2 may conflict"),
        (draft, 40, label),
        (draft, 59, f"{label} · DRAFT, 0 left · 1 conflict"),
        (draft, 80, f"{label} · DRAFT, 0 unreviewed · 1 conflict · 2 may conflict"),
    ):
        assert title(view_of(briefing), width)[1].startswith(expected), (width, expected)
    assert title(view_of(final), 200)[1].endswith("sources · CC BY 4.0")


def test_the_footer_names_conflicts_and_changes_only_if_there_are_any() -> None:
    assert attention_hints(View.of(earlier())) == ()
    (hint,) = attention_hints(view_of(contradicting_briefing()))
    short = ("1 conflict", "1")
    assert hint == Hint("pane.conflicts", "1 conflict · 2 may conflict", short)
    (hint,) = attention_hints(compared())
    assert hint == Hint("pane.changes", "6 changes", ("6 changes", "6"), last_key=True)


def test_the_footer_shortens_conflicts_and_changes_only_as_far_as_it_must() -> None:
    keymap = Keymap.of(actions(panes()))
    enter = Hint("claim.open", "claim")
    draft = [Hint("review.accept"), Hint("review.reject")]
    (conflicts,) = attention_hints(view_of(contradicting_briefing()))
    (changes,) = attention_hints(compared())
    for first, width, expected in (
        ([enter, conflicts], 60, " enter claim  x 1 conflict · 2 may conflict  ? help  q quit"),
        ([enter, conflicts], 50, " enter claim  x 1 conflict · 2 may conflict ? help"),
        ([enter, conflicts], 40, " enter claim  x 1 conflict  ? help"),
        ([enter, conflicts, changes], 40, " enter claim  x 1  w 6  / filter  ? help"),
        ([*draft, conflicts], 40, " a accept  d reject  x 1 conflict ? help"),
        ([*draft, conflicts, changes], 40, " a accept  d reject  x 1  w 6  ? help"),
    ):
        left, right = key_line(keymap, first, width)
        shown = f"{''.join(one.text for one in left)} {''.join(one.text for one in right)}"
        assert " ".join(shown.split()) == " ".join(expected.split())
        assert len(shown) <= width


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


def test_the_footer_leaves_out_the_current_pane_and_offers_possible_matches() -> None:
    @dataclass
    class Current:
        pane: Pane
        is_laid_out: bool = True
        cursor_row: Row | None = None

        def term(self) -> str | None:
            """Return no term."""
            return None

    def shown(view: View, pane: Pane) -> list[str]:
        return [one.label for one in Hints(lambda: view, lambda: Current(pane))()]

    conflicts = next(one for one in panes() if one.id == "conflicts")
    view = view_of(contradicting_briefing())
    assert shown(view, TIMELINE) == ["open", "1 conflict · 2 may conflict", "sort"]
    assert shown(view, conflicts) == ["claim", "back"]
    asked = View.of(builtin()).ask("killed:>200")
    assert shown(asked, TIMELINE) == ["1 possible"]
    assert shown(asked.showing_possible(True), TIMELINE) == ["open", "sort"]


def test_a_date_that_a_figure_covers_is_stated_once() -> None:
    first = contradicting_briefing().claims[0]
    covered = replace(first.figures[0], period="on Thursday", covers="2024-12-19", tally="in")
    told = replace(first, when=(*first.when, dated("2024-12-20", "reported")))
    for claim, figure, expected in (
        (first, first.figures[0], "2024-12-19"),
        (first, covered, ""),
        (told, covered, "2024-12-20"),
        (replace(first, when=()), covered, "date not stated"),
    ):
        assert "".join(one.text for one in claim_spans.dates(claim, figure)) == expected


def test_the_pane_of_editions_offers_only_what_its_row_can_do() -> None:
    @dataclass
    class Current:
        cursor_row: Row | None
        pane: Pane = EDITIONS
        is_laid_out: bool = True

        def term(self) -> str | None:
            """Return the term of an edition."""
            return None if self.cursor_row is None else "edition:a"

    def shown(row: Row | None, *, day: str | None = None) -> list[str]:
        both = library(("2024-12-17-hur", "2025-01-13-nis"))
        made = both if day is None else both.known_on(day)
        hints = Hints(lambda: View.of(made.briefing), lambda: Current(row))()
        return [one.action for one in hints]

    day, back, only = "as-of.earlier", "unwind", "query.only"
    assert shown(Row(0, 0, "a")) == ["claim.open", day, back, only]
    assert shown(Row(0, 0, "a"), day="2024")[:3] == ["claim.open", day, "as-of.later"]
    assert shown(Row(None, 0, NAMES)) == [
        "review.accept",
        "review.reject",
        "review.change",
        day,
        back,
        only,
    ]
    assert shown(Row(None, 0, "waiting")) == [day, back, only]
    assert shown(None) == [day, back]


def test_a_long_message_keeps_what_happened_and_the_key_that_helps() -> None:
    message = "c2 was not accepted: at 12:05, another program changed draft.json; r reloads it"
    for text, width, shown in (
        (message, 79, message),
        (message, 60, "c2 was not accepted: at 12:05, another progra…; r reloads it"),
        (message, 30, message),  # too little room for both: it is cut at its end
        ("saved · 3 claims · 2 figures", 20, "saved · 3 claims"),
        ("名" * 30 + "; u undoes it", 40, "名" * 13 + "…; u undoes it"),
    ):
        assert fitting_message(text, width) == shown


def test_the_examples_of_a_library_are_queries_of_its_fields_that_match() -> None:
    made = library().briefing
    examples = example_queries(made)
    assert examples == (
        "casualties:>=30",
        "is:latest",
        "known:..2024-12-20",
        "edition:2025-06-15-mod",
    )
    assert all(View.of(made).ask(one).numbers for one in examples)
