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


def test_the_count_before_a_change_is_open() -> None:
    (claim,) = draft("Casualties rose from 20 to 35.", date="2031-05-14").briefing()["claims"]
    (one,) = claim["review"]["open_numbers"]
    reason = "the count before a change, without a period of its own"
    assert (one["words"], one["reason"], one["measures"]) == ("20", reason, ["casualties"])


def test_amounts_of_people_in_words_are_figures_without_a_number() -> None:
    listed = "an amount in words, without a number"
    kept = f"{listed}: kept as words"
    expected = {
        "Several people were killed.": ([("Several people", "killed", "no number")], [kept]),
        "A couple of people died.": ([("A couple of people", "killed", "no number")], [kept]),
        "Both pilots were hurt.": ([("Both pilots", "wounded", "no number")], [kept]),
        "Police killed several men.": ([("several men", "killed", "no number")], [kept]),
        "It is unclear whether several people died.": ([], [listed]),
        "Several people were not killed.": ([], []),
        "Several people said it rained.": ([], []),
    }
    found = {}
    for text in expected:
        drafted = draft(text, date="2031-05-14")
        (claim,) = drafted.briefing()["claims"]
        figures = [
            (one["words"], one["measure"], one["qualifier"]) for one in claim.get("figures", [])
        ]
        found[text] = (figures, [one.reason for one in drafted.rejected])
    assert found == expected
