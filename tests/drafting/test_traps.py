"""Traps: words that look like a figure, a date or a source, and how drafting reads them."""

import pytest

from kursk_tui.drafting import Draft, draft
from kursk_tui.drafting.findings import AttributionFinding, FigureFinding
from kursk_tui.drafting.output.entries import ExplainedItem
from tests.tables import each_row

Figure = tuple[str, str, str, int | None, int | None, int | None]
"""Words, measure, qualifier, lower, upper, best."""


def items(drafted: Draft, kind: str) -> list[ExplainedItem]:
    return [one for one in drafted.explained()["items"] if one["kind"] == kind]


def figures(text: str) -> list[Figure]:
    return [
        (text[one.start : one.end], one.measure, one.qualifier, one.lower, one.upper, one.best)
        for one in draft(text).items
        if isinstance(one, FigureFinding)
    ]


def reasons(text: str) -> dict[str, str]:
    return {one["text"]: one["reason"] for one in draft(text).explained()["rejected"]}


@each_row(
    ("text", "found"),
    [
        (
            "As of Jan. 13, 300 soldiers were killed.",
            [("300", "killed", "exactly", 300, 300, 300)],
        ),
        (
            "The attacks killed 12, 140 and 300 people.",
            [
                ("12", "killed", "exactly", 12, 12, 12),
                ("140", "killed", "exactly", 140, 140, 140),
                ("300", "killed", "exactly", 300, 300, 300),
            ],
        ),
        ("45, 046 and 3 people died.", [("3", "killed", "exactly", 3, 3, 3)]),
        ("45 ,646 and 3 people died.", [("3", "killed", "exactly", 3, 3, 3)]),
        ("Of the 300, 200 were killed.", [("200", "killed", "exactly", 200, 200, 200)]),
        (
            "They killed 300, 120 of them children.",
            [
                ("300", "killed", "exactly", 300, 300, 300),
                ("120", "killed", "exactly", 120, 120, 120),
            ],
        ),
        (
            "On day 1,000 of the war, 300 soldiers were killed.",
            [("300", "killed", "exactly", 300, 300, 300)],
        ),
        (
            "In 2021, 2022, 2023 and 2024, 300 people died.",
            [("300", "killed", "exactly", 300, 300, 300)],
        ),
        ("In 2021, 2022 people died.", [("2022", "killed", "exactly", 2022, 2022, 2022)]),
        ("On day 85, 646 people died.", [("646", "killed", "exactly", 646, 646, 646)]),
        ("On that day 300 died.", [("300", "killed", "exactly", 300, 300, 300)]),
        ("At 15:30:45, 120 people died.", [("120", "killed", "exactly", 120, 120, 120)]),
        ("300-\n400 people died.", [("300-\n400", "killed", "between", 300, 400, None)]),
        ("30‒40 people died.", [("30‒40", "killed", "between", 30, 40, None)]),
        (
            "Some 30-odd thousand people died.",
            [("Some 30-odd thousand", "killed", "about", None, None, 30_000)],
        ),
        ("3+ million people died.", [("3+ million", "killed", "at least", 3_000_000, None, None)]),
        (
            "The dead doubled from 40 to 80.",
            [("80", "killed", "exactly", 80, 80, 80)],
        ),
        (
            "Two soldiers, 30 and 32, were killed.",
            [("Two", "killed", "exactly", 2, 2, 2)],
        ),
        (
            "Killed (30), wounded (12).",
            [
                ("30", "killed", "exactly", 30, 30, 30),
                ("12", "wounded", "exactly", 12, 12, 12),
            ],
        ),
        (
            "Killed – 2,000; wounded - 2000.",
            [
                ("2,000", "killed", "exactly", 2000, 2000, 2000),
                ("2000", "wounded", "exactly", 2000, 2000, 2000),
            ],
        ),
        (
            "Another dozen died, up to hundred were wounded.",
            [
                ("Another dozen", "killed", "exactly", 12, 12, 12),
                ("up to hundred", "wounded", "at most", None, 100, None),
            ],
        ),
        (
            "Deaths rose by 12 to 100.",
            [("12", "killed", "exactly", 12, 12, 12), ("100", "killed", "exactly", 100, 100, 100)],
        ),
        (
            "Hundreds and hundreds died.",
            [
                ("Hundreds", "killed", "magnitude", None, None, None),
                ("hundreds", "killed", "magnitude", None, None, None),
            ],
        ),
        (
            "Some 27-hundred soldiers were killed.",
            [("Some 27-hundred", "killed", "about", None, None, 2700)],
        ),
        (
            "Four-thousand-100 soldiers were killed.",
            [("Four-thousand-100", "killed", "exactly", 4100, 4100, 4100)],
        ),
        (
            "122 883 soldiers were killed.",
            [("122 883", "killed", "exactly", 122_883, 122_883, 122_883)],
        ),
        (
            "Russia has lost 70-100 thousand soldiers killed.",
            [("70-100 thousand", "killed", "between", 70_000, 100_000, None)],
        ),
        (
            "Up to a quarter of a million soldiers were wounded.",
            [("Up to a quarter of a million", "wounded", "at most", None, 250_000, None)],
        ),
        ("They lost 6,000+ killed.", [("6,000+", "killed", "at least", 6000, None, None)]),
        ("Half of the 11,000 soldiers were killed.", []),
        ("Russia lost 10,858 tanks.", [("10,858", "lost", "exactly", 10_858, 10_858, 10_858)]),
        ("There were no casualties.", [("no casualties", "casualties", "exactly", 0, 0, 0)]),
        ("There are no official figures on casualties.", []),
        (
            "They killed 50 mercenaries and 10 soldiers.",
            [
                ("50", "killed", "exactly", 50, 50, 50),
                ("10", "killed", "exactly", 10, 10, 10),
            ],
        ),
        (
            "In all, 11 soldiers and 40 civilians died.",
            [
                ("11", "killed", "exactly", 11, 11, 11),
                ("40", "killed", "exactly", 40, 40, 40),
            ],
        ),
        (
            "He put the death toll at more than 30 and the injuries at 100.",
            [
                ("more than 30", "killed", "more than", 30, None, None),
                ("100", "wounded", "exactly", 100, 100, 100),
            ],
        ),
    ],
)
def test_figures(text: str, found: list[Figure]) -> None:
    assert figures(text) == found


def test_dozens_and_several_hundred_have_a_unit_and_no_bound() -> None:
    first, second = items(draft("Dozens were killed and several hundred were wounded."), "figure")
    for item, words, unit in ((first, "Dozens", 12), (second, "several hundred", 100)):
        value = item["value"]
        assert (item["text"], value["unit"]) == (words, unit)
        assert (value["lower"], value["upper"], value["best"]) == (None, None, None)


def test_a_subset_is_flagged() -> None:
    whole, part = items(draft("Russia suffered 1,000 casualties, including 600 deaths."), "figure")
    assert (whole["text"], whole["flags"]) == ("1,000", [])
    assert (part["text"], part["flags"]) == ("600", ["subset", "inherited population"])


@each_row(
    ("text", "words", "reason"),
    [
        ("Half of the 11,000 soldiers were killed.", "11,000", "a total of which"),
        ("Russia has 10,858 tanks.", "10,858", "equipment"),
        ("They are 40 km away.", "40", "a distance"),
        ("They hold 20% of the town.", "20", "a percentage"),
        ("The 3rd Brigade left.", "3", "an ordinal"),
        ("It cost $5 million to rebuild.", "5 million", "money"),
        ("The driver, aged 30, left.", "30", "an age"),
        ("“We lost our house,” said Umm Ahmed, 43.", "43", "an age"),
        ("They left at 10:30 in the dark.", "10", "a time"),
        ("The vote was 57:40 in the town.", "57", "a ratio"),
        ("He is 40 years of age.", "40", "an age"),
        ("It was 40 years of war.", "40", "a duration"),
        ("Georgia's 2008 war was short.", "2008", "a year"),
        ("They spent 40 dollars on it.", "40", "money"),
        ("It is a 12-day march.", "12", "a duration"),
        ("The ministry uses “highly likely” to mean 80–90%.", "80–90", "a percentage"),
        ("The ministry uses “highly likely” to mean 80–90%.", "highly likely", "a mention"),
        ("It is more likely than before that they leave.", "likely", "a comparison"),
    ],
)
def test_every_rejection_has_its_reason(text: str, words: str, reason: str) -> None:
    assert reason in reasons(text)[words]
    assert not items(draft(text), "figure")
    assert not items(draft(text), "likelihood")


def test_a_rate_is_a_separate_measure() -> None:
    drafted = draft("Russia loses 1,500 soldiers killed per day.")
    (item,) = items(drafted, "figure")
    assert (item["value"]["measure"], item["value"]["rate"]) == ("killed", "day")
    (figure,) = drafted.briefing()["claims"][0]["figures"]
    assert figure["measure"] == "killed-per-day"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The strike could kill 50,000 people.", "projected"),
        ("Moscow denies that 40 people were killed.", "denied"),
        ("The strike killed 50,000 people.", "asserted"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    drafted = draft(text)
    (item,) = items(drafted, "figure")
    assert item["value"]["modality"] == modality
    (figure,) = drafted.briefing()["claims"][0]["figures"]
    assert figure.get("modality", "asserted") == modality


@each_row(
    ("text", "source", "stance", "cue"),
    [
        ("Moscow denies that 40 were killed.", "Moscow", "denies", "denies"),
        ("Kyiv has not confirmed that 40 were killed.", "Kyiv", "unverified", "confirmed"),
        ("Reportedly, 40 were killed.", None, "unsourced", "Reportedly"),
        (
            "John Smith, head of the agency, said 12 people were killed.",
            "John Smith, head of the agency",
            "asserts",
            "said",
        ),
    ],
)
def test_sources_and_stances(text: str, source: str | None, stance: str, cue: str) -> None:
    (item,) = items(draft(text), "attribution")
    assert item["value"] == {"source": source, "stance": stance, "cue": cue}


def test_a_pronoun_is_the_source_named_last_as_a_guess() -> None:
    text = "General Ann Lee said 40 were killed. He added that 10 were wounded."
    first, second = items(draft(text), "attribution")
    assert (second["text"], second["value"]["source"]) == ("He", first["value"]["source"])
    assert second["tier"] == "guess"
    assert "pronoun source" in second["flags"]


def test_a_pronoun_without_a_name_before_it_is_not_a_source() -> None:
    raw = draft("He added that 40 people were killed.").briefing()
    assert raw["sources"] == []
    assert "chain" not in raw["claims"][0].get("attribution", {})


def test_a_term_that_is_negated_or_off_the_scale_has_no_band() -> None:
    negated = draft("It is not likely that they will leave the town.")
    (item,) = items(negated, "likelihood")
    assert item["value"] == {"term": "likely", "scale": "phia-2025", "negated": True}
    off = draft("It is very likely that they will leave the town.")
    (item,) = items(off, "likelihood")
    assert item["value"]["scale"] is None
    assert "term not on the scale" in item["flags"]
    on = draft("It is very likely that they will leave the town.", scale="icd203")
    assert items(on, "likelihood")[0]["value"]["scale"] == "icd-203"
    for drafted, on_scale in ((negated, False), (off, False), (on, True)):
        assert ("likelihoods" in drafted.briefing()["claims"][0]) is on_scale


@each_row(
    ("text", "day", "edtf", "resolved"),
    [
        ("It began in mid-January.", None, "XXXX-01", None),
        ("They met on Thursday 19 December.", None, "XXXX-12-19", None),
        ("They met on Thursday 19 December.", "2024-12-20", "XXXX-12-19", "2024-12-19"),
        ("They met on Monday.", "2024-12-19", None, "2024-12-16"),
        ("It lasted from 2016 to 2018.", None, "2016/2018", "2016/2018"),
        ("It happened between January and March.", None, "XXXX-01/XXXX-03", None),
        ("It happened on 4 December 2024.", None, "2024-12-04", "2024-12-04"),
    ],
)
def test_dates_are_as_written_and_separately_as_resolved(
    text: str, day: str | None, edtf: str | None, resolved: str | None
) -> None:
    (item,) = items(draft(text, date=day), "when")
    assert item["value"] == {"edtf": edtf, "resolved": resolved}


def test_a_named_event_has_no_date() -> None:
    text = "It is the first time since the Korean War that they fought."
    assert items(draft(text), "when") == []
    assert "since the Korean War" in reasons(text)
    (when,) = draft(text).briefing()["claims"][0]["when"]
    assert when == {"role": "background", "words": "since the Korean War"}
    (when,) = draft("They have fought since the Korean War.").briefing()["claims"][0]["when"]
    assert when == {"role": "in effect", "words": "since the Korean War"}


def test_a_deployment_that_reaches_a_number_is_not_read_without_of() -> None:
    assert figures("The deployment of 11,000 soldiers began.") == [
        ("11,000", "deployed", "exactly", 11_000, 11_000, 11_000)
    ]
    assert figures("The deployment reached 11,000 soldiers.") == []


def test_a_negation_is_found_eight_adverbs_before_its_verb() -> None:
    adverbs = "really truly clearly publicly openly directly fully formally"
    text = f"The army could not {adverbs} confirm that 300 soldiers were killed."
    assert [one.stance for one in draft(text).items if isinstance(one, AttributionFinding)] == [
        "unverified"
    ]
