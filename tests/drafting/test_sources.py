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
    "The group that took the school said 9 people died.": asserts("The group that took the school"),
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
    "The owner of the ship, Nordvik Lines, confirmed that 9 died.": asserts(
        "The owner of the ship, Nordvik Lines"
    ),
    "A former hostage, Amin Dela, put the toll at 9.": asserts("A former hostage, Amin Dela"),
    # data of no one in particular
    "Doran said 12 people died, citing preliminary data.": asserts("Doran"),
    "The clinic put the toll at 12, according to early figures.": asserts("The clinic"),
    "According to initial figures, 12 people died.": [("-", "unsourced", "beside")],
    "According to hospital records, 12 people died.": asserts("hospital records"),
    # a number before a participle and its noun
    "Forty new confirmed deaths were added in March.": [],
    "Another 12 reported deaths were added to the list.": [],
    "Two more confirmed cases were found in Belm.": [],
    "Two officials confirmed that 12 people had died.": asserts("Two officials"),
    "Forty reported that they had been beaten.": asserts("Forty"),
    # a subject that denies its verb
    "No official has confirmed that 12 people died.": [("-", "unverified", "beside")],
    "The sailors fled, which nobody has been able to confirm.": [("-", "unverified", "beside")],
    "Neither side confirmed the toll of 12 dead.": [("-", "unverified", "beside")],
    "None of the agencies confirmed that 12 people died.": [("-", "unverified", "beside")],
    "Few officials said that 12 people died.": [],
    "Not one hospital confirmed the 12 deaths.": [("-", "unverified", "beside")],
    "A few officials said that 12 people died.": asserts("A few officials"),
    "The few survivors said that 12 people died.": asserts("The few survivors"),
    "At no time did the army confirm that 12 people died.": [],
    "No doubt the army confirmed that 12 people died.": asserts("the army"),
    "Nobody denied that 12 people had died.": [],
    # what is shared is no document, or what is called is not called false
    "A border shared by Orvia and Velmia was closed and 40 people died.": [],
    "A flat shared by three students burned, killing two people.": [],
    "The army called for an end to the raids that killed 40 people, a fantasy.": [],
    "Its claims to the island led to a war that killed 40 people.": [],
    "The panel considered the case of 12 prisoners.": [],
}

UNVERIFIED = {
    "The army could not, despite repeated requests, confirm that 12 died.": "The army",
    "The army did not on Monday confirm that 12 soldiers died.": "The army",
    "Police had not by late Monday confirmed the deaths of 12 people.": "Police",
    "Reuters could not at once independently verify the toll of 12 dead.": "Reuters",
    "The UN could not so far independently and fully confirm the toll of 12 dead.": "The UN",
    "The army no longer confirms the deaths of 12 people.": "The army",
    "The owners, a firm in Arda, would neither confirm nor deny that 12 died.": (
        "The owners, a firm in Arda"
    ),
    # it checks what others report
    "Partners are still verifying reports that 19 people died.": "Partners",
    "Investigators are looking into claims that 19 people died.": "Investigators",
    "Monitors are examining allegations that soldiers killed 40 people.": "Monitors",
    "A team was investigating a report that 12 people had died.": "A team",
}

DENIES: dict[str, Sources] = {
    "The ministry said claims of 40 dead had no basis.": [("The ministry", "denies", "beside")],
    "The army said there was no truth in reports that 40 died.": [("The army", "denies", "beside")],
    "The army called a figure of 90 casualties among its own troops “a fantasy”.": [
        ("The army", "denies", "beside")
    ],
    "The army said the claims were “a lie”.": [("The army", "denies", "beside")],
    "The army said claims of 40 dead were false, while Arda said 12 had died.": [
        ("The army", "denies", "beside"),
        *asserts("Arda"),
    ],
    "The army said 12 had died and that claims of 100 dead were false.": asserts("The army"),
    "The army said the reports were not false.": asserts("The army"),
    "The rebels said the army had no basis for its report.": asserts("The rebels"),
}

ODD = {
    "Satellite dishes showed that 12 soldiers were buried there.": "Satellite dishes",
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
    "The army blamed the raid, in which 12 died before help came at last, on bandits.": asserts(
        "The army"
    ),
    "The agency considers it unlikely that 40 people will die.": asserts("The agency"),
    "The agency rates the risk as high.": asserts("The agency"),
    "The council claims to have taken 40 prisoners.": asserts("The council"),
    "Data shared by the Red Cross show that 40 people died.": asserts("the Red Cross"),
    "A statement issued by the army put the toll at 40.": asserts("the army"),
    "Nine died, according to a list seen by this paper.": asserts("a list seen by this paper"),
    "Nine died, according to the UN Office in Orvia, known as UNOO.": asserts(
        "the UN Office in Orvia, known as UNOO"
    ),
    "Mr. Brek, a former guard, and his wife said 12 died.": asserts(
        "Mr. Brek, a former guard, and his wife"
    ),
    "The police, a hospital and the mayor said 12 died.": asserts(
        "The police, a hospital and the mayor"
    ),
    "Anna Holm, head of research and training, said 12 died.": asserts(
        "Anna Holm, head of research and training"
    ),
    "On Monday the army, the police and the mayor said 12 died.": asserts(
        "the army, the police and the mayor"
    ),
    "Born in Arda, Owen Pell and his wife said 12 died.": asserts("Owen Pell and his wife"),
    "Wounded at dawn, Owen Pell and his wife said 12 died.": asserts("Owen Pell and his wife"),
    "The UN put the toll at 40, the government at 25.": [
        *asserts("The UN"),
        *asserts("the government", "guess"),
    ],
    "The UN put the dead at 40, the wounded at 25.": asserts("The UN"),
    "The UN put the toll in Arda at 40, Belm at 25.": asserts("The UN"),
}


def test_a_phrase_that_is_no_source_names_none() -> None:
    assert wrong(NO_SOURCE) == {}


def test_a_source_that_is_there_is_found() -> None:
    assert wrong(MISSED) == {}


def test_a_source_that_does_not_confirm_is_unverified() -> None:
    cases = {text: [(words, "unverified", "beside")] for text, words in UNVERIFIED.items()}
    assert wrong(cases) == {}


def test_only_a_report_that_is_called_false_is_denied() -> None:
    assert wrong(DENIES) == {}


def test_an_odd_source_is_a_guess_and_flagged() -> None:
    found = {
        text: [(text[one.start : one.end], one.tier, one.flags) for one in only.attributions]
        for text in ODD
        for only in draft(text).findings.sentences
    }
    assert found == {text: [(words, "guess", ("odd source",))] for text, words in ODD.items()}
