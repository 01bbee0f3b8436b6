"""Which words of a sentence are its source, and which are none: one table for each kind."""

from kursk_tui.drafting import draft

Sources = list[tuple[str, str, str]]
"""The words of each source with its stance and its tier."""


def sources(text: str) -> Sources:
    """Return the sources of a text; one that is not named is “-”."""
    return [
        ("-" if one.source is None else text[one.start : one.end], one.stance, one.tier)
        for found in draft(text, date="2031-05-14").findings.sentences
        for one in found.attributions
    ]


def wrong(cases: dict[str, Sources]) -> dict[str, Sources]:
    """Return what is found in each sentence that is not read as it should be."""
    found = {text: sources(text) for text in cases}
    return {text: one for text, one in found.items() if one != cases[text]}


def asserts(words: str, tier: str = "beside") -> Sources:
    """Return one source that asserts."""
    return [(words, "asserts", tier)]


NO_SOURCE: dict[str, Sources] = {
    # a noun spelt like a verb
    "Gangs use rape to instill fear and punish people, the UN said.": asserts("the UN"),
    "East Arda (11 per cent), Belm (9 per cent) and other states.": [],
    "Northern Arda (41 %), the coast (20%) and the other counts remain low.": [],
    "Belm (12 percent), Corva (8 percent) and the other projects were delayed.": [],
    "Both armies use drones to probe the lines and claim ground, the mission said.": asserts(
        "the mission"
    ),
    "Residents fear 40 people drowned.": asserts("Residents"),
    # a verb of what happens, not of saying
    "On the eastern side, Velmia recorded five incidents this quarter.": [],
    "In the south, Corva registered three landslides in June.": [],
    "The UN mission recorded five incidents this quarter.": asserts("The UN mission"),
    "Arda recorded 14 deaths in June.": asserts("Arda", "guess"),
    "President Doran recognized the two provinces as independent.": [],
    "Governor Lund described two of the trenches as empty.": [],
    "The council recognised that 12 people had died.": asserts("The council"),
    "Total combat casualties announced here reached 6,410.": [],
    "Combined civilian losses reported there passed 900.": [],
    "Heavy clashes reported near Holm killed 12 people.": [],
    "Strikes announced on state television hit two depots.": asserts("Strikes", "guess"),
    "Reuters reported on Monday that 12 people had died.": asserts("Reuters"),
    # a dash before the source
    "The drones fell on cars or public transport - the statement said.": asserts("the statement"),
    "Two trucks burned near the depot - witnesses said - and 12 people died.": asserts("witnesses"),
    "The shells fell near the school - an aid worker said.": asserts("an aid worker"),
    # a second clause, or the rest of a long name
    "The ships sank off Holm and Owen Pell said 12 sailors drowned.": asserts("Owen Pell"),
    "The minister of health and the head of the clinic said 12 died.": asserts(
        "The minister of health and the head of the clinic"
    ),
    "The group that took the school said 9 people died.": asserts("The group"),
    "Two people died, El Faro reported, quoting two unnamed port officials.": [
        *asserts("El Faro"),
        *asserts("two unnamed port officials"),
    ],
    "The mayor said 12 died, quoting three unidentified doctors.": [
        *asserts("The mayor"),
        *asserts("three unidentified doctors"),
    ],
    "The mayor of Arda, Petra Lund, said 12 died.": asserts("The mayor of Arda, Petra Lund"),
    "Nine died, according to the spokesman, Col. Adan Feyr.": asserts(
        "the spokesman, Col. Adan Feyr"
    ),
    "The mayor, Reuters reported, said 12 died.": [*asserts("The mayor"), *asserts("Reuters")],
    '"They told us to stay," said Ilse Torm, a teacher who fled.': [
        *asserts("They", "guess"),
        *asserts("Ilse Torm", "clause"),
    ],
    "The owner of the ship, Nordvik Lines, confirmed that 9 died.": asserts("Nordvik Lines"),
    "A former hostage, Amin Dela, put the toll at 9.": asserts("Amin Dela"),
    # data of no one in particular
    "Doran said 12 people died, citing preliminary data.": [
        *asserts("Doran"),
        ("-", "unsourced", "beside"),
    ],
    "According to initial figures, 12 people died.": [("-", "unsourced", "beside")],
    "According to hospital records, 12 people died.": asserts("hospital records"),
}

ODD = {
    "Satellite images showed that 12 soldiers were buried there.": "Satellite images",
    "The head of the plan to rebuild Arda said 12 died.": "The head of the plan to rebuild Arda",
    "The team trying to reach survivors said 12 died.": "The team trying to reach survivors",
}

MISSED: dict[str, Sources] = {
    "Orvia accused Velmia of breaking the truce by killing 12 soldiers.": asserts("Orvia"),
    "The mayor accuses the militia of shelling Arda, which killed 9.": asserts("The mayor"),
    "Aid groups have accused the army of looting.": asserts("Aid groups"),
    "The army blamed the attack, which killed 12, on jihadists.": asserts("The army"),
    "The governor blamed Orvia for the strike that killed 9 people.": asserts("The governor"),
    "Rebels blame the deaths of 9 people on the army.": asserts("Rebels"),
    "The defence ministry has refused to discuss the matter.": [
        ("The defence ministry", "unverified", "beside")
    ],
    "The coast guard declined to elaborate.": [("The coast guard", "unverified", "beside")],
    "The hospital has yet to disclose how many people died.": [
        ("The hospital", "unverified", "beside")
    ],
    "The council did not discuss the deaths.": [],
    "The estimate says, Velmia is not likely to have enough fuel.": asserts("The estimate"),
    "The report says, 12 people were killed in Arda.": asserts("The report"),
    "Authorities and the UN expect the flow to intensify.": asserts("Authorities and the UN"),
    "The UN expects the river to rise further.": asserts("The UN"),
    "Aid groups expect 3,000 people to be displaced.": asserts("Aid groups"),
    "The ministry expects to win the war.": [],
}


def test_a_phrase_that_is_no_source_names_none() -> None:
    assert wrong(NO_SOURCE) == {}


def test_a_source_that_is_there_is_found() -> None:
    assert wrong(MISSED) == {}


def test_an_odd_source_is_a_guess_and_flagged() -> None:
    found = {
        text: [(text[one.start : one.end], one.tier, one.flags) for one in only.attributions]
        for text in ODD
        for only in draft(text).findings.sentences
    }
    assert found == {text: [(words, "guess", ("odd source",))] for text, words in ODD.items()}
