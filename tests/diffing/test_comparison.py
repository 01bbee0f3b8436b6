"""A briefing compared with an earlier version."""

from kursk_tui.diffing import Gravity
from kursk_tui.diffing.comparison import Comparison, Earlier, marked
from tests.two_versions import earlier, later


def comparison() -> Comparison:
    return Comparison.of(Earlier(earlier(), "old.json"), later())


def test_changes_are_in_order_of_gravity_with_the_numbers_of_their_claims() -> None:
    found = comparison()
    assert [one.change.gravity for one in found.entries] == [
        Gravity.QUALIFIER_LOST,
        Gravity.LIKELIHOOD,
        Gravity.ATTRIBUTION,
        Gravity.NEW,
        Gravity.GONE,
        Gravity.REWORDED,
    ]
    assert found.numbers == (0, 1, 0, 4, None, 2)
    assert [claim.id for claim in found.gone.claims] == ["G"]


def test_the_summary_counts_claims() -> None:
    assert comparison().summary == "1 new, 3 changed, 1 no longer there"
    same = Comparison.of(Earlier(later(), "old.json"), later())
    assert same.summary == "no changes"
    titled = Comparison.of(Earlier(later(), "old.json"), later().replace(title="Another"))
    assert (titled.summary, titled.others) == ("title changed", 0)
    dated = Comparison.of(Earlier(later(), "old.json"), later().replace(title="A", date="2025"))
    assert dated.summary == "title and date changed"
    noted = later().claims[0].replace(notes=("Perhaps.",))
    noted_only = later().replace(claims=(noted, *later().claims[1:]))
    details = Comparison.of(Earlier(later(), "old.json"), noted_only)
    assert (details.summary, details.others) == ("only details changed", 1)


def test_what_a_document_states_of_itself_changes_in_words() -> None:
    new = later()
    document = new.documents[0].replace(title="Kursk", publisher="HQ", date="2024-12-20")
    found = Comparison.of(
        Earlier(new, "old.json"), new.replace(documents=(document,), title="Another")
    )
    changes = [one.change for one in found.entries]
    assert [(one.field, one.old_words, one.new_words) for one in changes] == [
        ("title", "A small briefing", "Another"),
        ("document title", "not stated", "Kursk"),
        ("document publisher", "not stated", "HQ"),
        ("document date", "not stated", "2024-12-20"),
    ]
    assert {one.change.gravity.key for one in found.entries} == {"document"}
    assert found.summary == "4 changes outside the claims"


def test_removed_words_are_between_marks() -> None:
    words = [marked(one) for one in comparison().entries]
    assert words[0] == ("[-at least-] 38", "38")
    assert words[1] == ("[-highly-] likely", "likely")
    assert words[5] == ("A bridge was [-closed-] by the army.", "A bridge was opened by the army.")
