"""Numbers that a draft sets aside for the analyst to decide on."""

from kursk_tui.drafting import draft

TEXT = (
    "Rescue teams reached 48 residents by noon. “We counted 9,” the mayor said. "
    "The fair drew 300 vines. The trip took 12 hours."
)


def test_numbers_that_may_be_figures_are_open_with_the_measures_that_words_suggest() -> None:
    claims = draft(TEXT, date="2031-05-14").briefing()["claims"]
    found = [
        (one["words"], one["reason"], one.get("measures", []))
        for claim in claims
        for one in claim["review"].get("open_numbers", [])
    ]
    people = "people, but no word says that something happened to them"
    assert found == [
        ("48", people, ["killed", "wounded", "missing", "captured"]),
        ("9", "no word next to it says what is counted", []),
        ("300", "counts “vines”, which briefings do not measure", ["vines"]),
    ]
