"""The finder: what people type, and what must come first."""

from functools import cache

from kursk_tui.query import View
from kursk_tui.ui.finder.choices import left_of
from kursk_tui.ui.finder.entries import (
    Entry,
    action_entries,
    find,
    service_entries,
    sign_entries,
    view_entries,
)
from kursk_tui.ui.finder.synonyms import SYNONYMS
from kursk_tui.ui.keys.actions import actions
from kursk_tui.ui.pane_registry import panes
from tests.query.factory import builtin
from tests.tables import each_row

THEMES = [
    Entry("theme", f"Use the theme {one}", f"theme {one}", "Themes") for one in ("dark", "light")
]


@cache
def everything() -> tuple[Entry, ...]:
    """Return entries in an order in which the themes come first: ranking must put them last."""
    return (*THEMES, *action_entries(actions(panes())), *view_entries(View.of(builtin())))


@each_row(
    ("typed", "first"),
    [
        ("export", "copying.copy('export')"),
        ("save", "copying.copy('export')"),
        ("save as html", "copying.copy('export')"),
        ("colour", "program.next_theme"),
        ("color", "program.next_theme"),
        ("theme", "program.next_theme"),
        ("light", "theme light"),
        ("go to S10", "navigator.go_to_claim(9)"),
        ("s1", "navigator.go_to_claim(0)"),
        ("conflicts", "panes.go_to('conflicts')"),
        ("show conflicts", "panes.go_to('conflicts')"),
        ("quit", "app.quit"),
        ("exit", "app.quit"),
        ("help", "program.help"),
        ("keys", "program.help"),
        ("copy", "copying.copy('claim')"),
        ("copy quote", "copying.copy('quote')"),
        ("print", "copying.print"),
        ("sources", "panes.go_to('sources')"),
        ("timeline", "panes.go_to('timeline')"),
        ("dates", "panes.go_to('timeline')"),
        ("numbers", "panes.go_to('figures')"),
        ("likelihood", "panes.go_to('confidence')"),
        ("text", "panes.go_to('document')"),
        ("claim", "panes.go_to('claim')"),
        ("search", "navigator.edit_query"),
        ("filter", "navigator.edit_query"),
        ("clear", "navigator.unwind"),
        ("undo", "review.undo"),
        ("refresh", "file.reload"),
        ("reload", "file.reload"),
        ("edit", "file.edit"),
        ("sort", "cursor.sort"),
        ("full screen", "panes.zoom"),
        ("zoom", "panes.zoom"),
        ("bookmark", "keys.begin('m')"),
        ("mouse", "program.mouse"),
        ("lee", "navigator.ask('source:lee')"),
        ("treaty", "navigator.go_to_claim(6)"),
        ("q", "app.quit"),
    ],
)
def test_what_people_type_comes_first(typed: str, first: str) -> None:
    assert find(everything(), typed)[0].run == first


@each_row("typed", ["theme", "colour", "colors", "appearance"])
def test_words_for_colours_list_every_theme(typed: str) -> None:
    themes = service_entries({}, ["kursk-dark", "kursk-colour-blind"])
    found = find((*themes, *action_entries(actions(panes()))), typed)
    assert [one.run for one in found] == [
        "program.next_theme",
        "program.theme('kursk-dark')",
        "program.theme('kursk-colour-blind')",
    ]


def test_panes_and_claims_come_before_themes() -> None:
    groups = [one.group for one in find(everything(), "the")]
    assert groups.index("Claims") < groups.index("Themes")


def test_nothing_is_found_by_words_that_no_entry_has() -> None:
    assert find(everything(), "zzz go to") == []


def test_other_words_are_those_of_actions() -> None:
    known = {action.id for action in actions(panes())} | {"pane.changes"}
    assert set(SYNONYMS) <= known


def test_signs_of_a_review_are_explained_for_drafts_only() -> None:
    signs = {
        draft: [one.left for one in sign_entries(panes()[0], draft=draft)]
        for draft in (False, True)
    }
    assert [one for one in signs[True] if one not in signs[False]] == ["? x"]


def test_days_are_whole_on_narrow_screens_and_long_keys_are_cut() -> None:
    days = [Entry("2024-12-20", "2 editions", ""), Entry("2024-12-19", "1 edition", "")]
    keys = [Entry("a", "Accept", ""), Entry("shift+tab  p", "Go to the pane before", "")]
    for entries, width, left in ((days, 38, 10), (keys, 38, 8), (days, 90, 14), ([], 38, 8)):
        assert left_of(entries, width) == left, (entries, width)
