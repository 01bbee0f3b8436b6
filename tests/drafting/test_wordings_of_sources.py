"""Wordings of sources, stance, reach and roles, three of a kind, in sentences of many fields."""

from kursk_tui.drafting import draft
from kursk_tui.drafting.text_findings import SentenceFindings

DAY = "2031-05-14"

NOT_ASSERTED = (
    "Residents fear that 70 people are trapped.",
    "There are fears that 70 people drowned.",
    "More than 70 people are feared dead.",
    "Fears that 70 had died proved unfounded.",
    "The claim that 70 had died went unanswered.",
    "A claim by the rebels to have captured 70 soldiers was met with silence.",
    "The army's claims to have killed 70 rebels have been disputed.",
    "We cannot confirm the claim of the air force to have shot down 70 drones.",
    "If confirmed, the 70 deaths would be the first this year.",
    "The deaths of 70 people, if true, would be the worst loss since 2019.",
    "Should the reports prove true, 70 people have died.",
    "She would not be drawn on reports that 70 officers had been wounded.",
    "The ministry would not discuss claims of 70 deaths.",
    "There was no comment on a report that 70 had died.",
)
ASSERTED = (
    "Police fear that the blast, which killed 70 people, was an attack.",
    "Officials were concerned that the 70 people killed on Monday had been drinking.",
    "It is unclear who led the raid that killed 70 people.",
)

SOURCES = {
    "The ministry said it could not confirm the deaths.": [("The ministry", "unverified")],
    "Her managers say they are unable to confirm this.": [("Her managers", "unverified")],
    "The agency said it had been unable to verify the toll.": [("The agency", "unverified")],
    "Police are trying to establish whether 12 drowned.": [("Police", "unverified")],
    "Doctors are working to find out if 12 had cholera.": [("Doctors", "unverified")],
    "The navy is seeking to determine how many died.": [("The navy", "unverified")],
    "There was no word from the army on the claim.": [("the army", "unverified")],
    "The cases were confirmed by PCR in Dakar.": [],
    "Of the cases, 391 were confirmed by culture.": [],
    "The 12 deaths were confirmed by testing.": [],
    "Losses are put by two of the embassies at 40.": [("two of the embassies", "asserts")],
    "The toll was put by one of the doctors at 40.": [("one of the doctors", "asserts")],
    "The toll was put at 31 by the governor and at 44 by the hospital.": [
        ("the governor", "asserts"),
        ("the hospital", "asserts"),
    ],
    "The army on Tuesday corrected a statement.": [("The army", "asserts")],
    "The navy amended its account.": [("The navy", "asserts")],
    "The ministry revised its figures.": [("The ministry", "asserts")],
    "Engineers think the dam will hold.": [("Engineers", "asserts")],
    "The UN is reviewing reports that 14 men were shot, which the army denies.": [
        ("The UN", "unverified"),
        ("the army", "denies"),
    ],
    "The raid was blamed on smugglers by the Interior Ministry.": [
        ("the Interior Ministry", "asserts")
    ],
    "Olga Penn and the union's Jan Roos both said nine had died.": [
        ("Olga Penn and the union's Jan Roos", "asserts")
    ],
}

REFERENTS = {
    "The Horn Front gave another account: in a statement, it said 19 had died.": "The Horn Front",
    "The minister was asked about the raid. “Fourteen died,” he said.": "The minister",
    "Dr. Hanna Lund runs the clinic. “We had 40 cases,” Dr. Lund said.": "Hanna Lund",
    "In our judgement the town will fall.": "Cell",
    "It is our assessment that the town will fall.": "Cell",
    "Our view is that the town will fall.": "Cell",
    "“Two are missing,” said the mayor, Ilse Brandt. She went on: “Nine are dead.”": (
        "the mayor, Ilse Brandt"
    ),
    "The minister's reply was short: “Eleven dead. No more than that.”": "The minister",
}

REACHES = {
    "It is highly likely that the army will cut the Horn–Selz road.": (
        "the army will cut the Horn–Selz road"
    ),
    "An exchange (the last, in May, freed 90) is likely.": (
        "An exchange (the last, in May, freed 90) is likely"
    ),
    "It is likely that the town will fall (moderate confidence).": "the town will fall",
    "He said it was unlikely that the gang had left and that patrols would go on.": (
        "the gang had left"
    ),
    "We judge it likely that the cell fled and that its leader is abroad.": (
        "the cell fled and that its leader is abroad"
    ),
    "In our judgement another attempt is likely.": "another attempt is likely",
    "The army has probably fallen back and has burned the bridge.": (
        "The army has probably fallen back"
    ),
    "We assess that the men are likely held in the south and that two died.": (
        "the men are likely held in the south"
    ),
}

DATES = {
    "The toll was corrected on Monday to 41.": ("reported", "2031-05-12"),
    "On Monday the count was lowered to 41.": ("reported", "2031-05-12"),
    "The figure was updated on Monday from 36 to 41.": ("reported", "2031-05-12"),
    "The navy gave the number as 21 in a tweet yesterday.": ("reported", "2031-05-13"),
    "Data published by the ministry on 3 May show 40 cases.": ("reported", "2031-05-03"),
    "In a call with the agency on Monday, he said 12 had died.": ("reported", "2031-05-12"),
    "Asked on Monday about the raid, the general said six had died.": ("reported", "2031-05-12"),
    "The deaths were announced by the coroner on Monday.": ("reported", "2031-05-12"),
    "It is the worst of its kind since 2016.": ("background", "2016"),
    "No attack has killed so many since 2016.": ("background", "2016"),
    "The school will be closed from Monday.": ("event", "2031-05-19/.."),
    "He said that machines would be used from Thursday.": ("event", "2031-05-15/.."),
    "The talks, adjourned on 6 October, will resume soon.": ("event", "2030-10-06"),
}


def first(text: str) -> SentenceFindings:
    return draft(text, date=DAY, publisher="Cell").findings.sentences[0]


def last(text: str) -> SentenceFindings:
    return draft(text, date=DAY, publisher="Cell").findings.sentences[-1]


def test_what_is_feared_claimed_or_conditional_is_not_asserted() -> None:
    for modality, texts in (("not asserted", NOT_ASSERTED), ("asserted", ASSERTED)):
        found = {text: [one.modality for one in first(text).figures] for text in texts}
        assert found == {text: [modality] for text in texts}


def test_each_wording_names_its_sources_with_their_stance() -> None:
    found = {
        text: [(text[one.start : one.end], one.stance) for one in first(text).attributions]
        for text in SOURCES
    }
    assert found == SOURCES


def test_pronouns_and_titles_refer_to_whom_the_text_names() -> None:
    found = {}
    for text in REFERENTS:
        one = last(text)
        found[text] = one.attributions[-1].source if one.attributions else one.speaker
        if one.speaker is not None:
            found[text] = one.speaker.source
    assert found == REFERENTS


def test_a_likelihood_reaches_its_clause() -> None:
    found = {}
    for text in REACHES:
        claims = draft(text, date=DAY, publisher="Cell").briefing()["claims"]
        found[text] = claims[0]["likelihoods"][0]["scope"]["exact"]
    assert found == REACHES


def test_what_a_likelihood_may_reach_as_well_is_a_doubt() -> None:
    text = "He said it was unlikely that the gang had left and that patrols would go on."
    (term,) = first(text).terms
    assert (term.tier, term.flags) == ("guess", ("perhaps a wider reach",))


def test_dates_of_revisions_documents_and_records() -> None:
    found = {}
    for text in DATES:
        dating = first(text).dates[0].dating
        found[text] = (dating.role, dating.bound or dating.resolved)
    assert found == DATES
