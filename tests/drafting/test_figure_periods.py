"""The period that each figure counts in, for documents of Wednesday 14 May 2031.

The days are worked out by hand.
"""

from kursk_tui.drafting import draft

Counted = tuple[str, str | None, str | None, str | None]
"""Words of the figure; words, days and tally of its period."""

NONE = (None, None, None)

RELATIVE: dict[str, list[Counted]] = {
    "In the past 24 hours, 12 people died and 30 were wounded.": [
        ("12", "In the past 24 hours", "2031-05-13/2031-05-14", "in"),
        ("30", "In the past 24 hours", "2031-05-13/2031-05-14", "in"),
    ],
    "In the last week 12 soldiers were killed.": [
        ("12", "In the last week", "2031-05-07/2031-05-14", "in")
    ],
    "Forty died over the past three months.": [
        ("Forty", "over the past three months", "2031-02-14/2031-05-14", "in")
    ],
    "Forty died over the past few days.": [("Forty", "over the past few days", None, "in")],
    "Nine people died over the weekend.": [
        ("Nine", "over the weekend", "2031-05-10/2031-05-11", "in")
    ],
    "Nine people died at the end of last week.": [
        ("Nine", "at the end of last week", "2031-05-05/2031-05-11", "in")
    ],
    "Forty people died in the first half of the year.": [
        ("Forty", "in the first half of the year", "2031-01/2031-06", "in")
    ],
    "Forty people were killed in three days of fighting.": [("Forty", "in three days", None, "in")],
    "About 120 people have died this year.": [("About 120", "this year", "2031", "in")],
}

SO_FAR: dict[str, list[Counted]] = {
    "So far 40 people have died.": [("40", "So far", "../2031-05-14", "so far")],
    "The strikes have killed 40 people so far this year.": [
        ("40", "so far this year", "2031-01-01/2031-05-14", "so far")
    ],
    "The toll in Arda to date is 40 dead.": [("40", "to date", "../2031-05-14", "so far")],
    "At least 40 people have been killed since 3 May.": [
        ("At least 40", "since 3 May", "2031-05-03/..", "so far")
    ],
    "Nine people have died since the truce took effect on 3 May.": [
        ("Nine", "since the truce took effect on 3 May", "2031-05-03/..", "so far")
    ],
    "Since then, 40 people have died.": [("40", "Since then", None, "so far")],
    "The total includes 40 deaths through January 28.": [
        ("40", "through January 28", "../2031-01-28", "so far")
    ],
    "By June 2030, 40 soldiers had been killed.": [("40", "By June 2030", "../2030-06", "so far")],
    "As of 3 May, 40 people had died and 12,000 soldiers were deployed.": [
        ("40", "As of 3 May", "../2031-05-03", "so far"),
        ("12,000", "As of 3 May", "2031-05-03", "at"),
    ],
}

DATED: dict[str, list[Counted]] = {
    "In the week of 5 to 11 May nine people died, against 12 the week before.": [
        ("nine", "In the week of 5 to 11 May", "2031-05-05/2031-05-11", "in"),
        ("12", "the week before", "2031-04-28/2031-05-04", "in"),
    ],
    "Up to noon on Tuesday, 40 bodies had been recovered.": [
        ("40", "Up to noon on Tuesday", "../2031-05-13", "so far")
    ],
    "From April to June 2030, 13 people were killed and 20 wounded.": [
        ("13", "From April to June 2030", "2030-04/2030-06", "in"),
        ("20", "From April to June 2030", "2030-04/2030-06", "in"),
    ],
    "In the first three months of 2029, 900 people died.": [
        ("900", "In the first three months of 2029", "2029-01/2029-03", "in")
    ],
    "Thirty people died in the week to 5 May.": [
        ("Thirty", "in the week to 5 May", "2031-04-29/2031-05-05", "in")
    ],
    "Thirty people died in the week of 5 May.": [
        ("Thirty", "in the week of 5 May", "2031-05-05/2031-05-11", "in")
    ],
    "Forty soldiers have died in the offensive against Holm since 3 May.": [
        ("Forty", "since 3 May", "2031-05-03/..", "so far")
    ],
    "The ministry counted 40 deaths for all of 2030.": [("40", "for all of 2030", "2030", "in")],
    "In 2030, 500 people died, compared with 400 in 2029.": [
        ("500", "In 2030", "2030", "in"),
        ("400", "in 2029", "2029", "in"),
    ],
    "Between 4 and 10 March, 9 people died, against 61 deaths in the week before.": [
        ("9", "Between 4 and 10 March", "2031-03-04/2031-03-10", "in"),
        ("61", "in the week before", "2031-02-25/2031-03-03", "in"),
    ],
    "The toll is down from the 102 deaths recorded in the same period in 2029.": [
        ("102", "in the same period in 2029", None, "in")
    ],
}

NOT_STATED: dict[str, list[Counted]] = {
    "The army lost 140 men over the past day, bringing its total losses to about 8,000.": [
        ("140", "over the past day", "2031-05-13/2031-05-14", "in"),
        ("about 8,000", *NONE),
    ],
    "The rebels, who took the city in January, said they had captured 130 soldiers.": [
        ("130", *NONE)
    ],
    "Some 40 of the 110 soldiers sent were killed by 3 May.": [
        ("Some 40", "by 3 May", "../2031-05-03", "so far"),
        ("110", *NONE),
    ],
    "Nine people died in April, 14 were wounded and 20 were captured.": [
        ("Nine", "in April", "2031-04", "in"),
        ("14", "in April", "2031-04", "in"),
        ("20", *NONE),
    ],
    "Nine people died.": [("Nine", *NONE)],
    "The raid on 3 May killed 12 people.": [("12", *NONE)],
    "It was the deadliest attack since 2029, killing 40 people.": [("40", *NONE)],
    "The UN says 40 people died in the past month; 12 of them were children killed at home.": [
        ("40", "in the past month", "2031-04-14/2031-05-14", "in"),
        ("12", *NONE),
    ],
    "The army said in April that 40 soldiers had died.": [("40", *NONE)],
    "The 2027 flood claimed 52 lives and was over within ten weeks.": [("52", *NONE)],
    "The group, which killed 40 people in 2027, attacked Holm on Monday, killing nine.": [
        ("40", "in 2027", "2027", "in"),
        ("nine", *NONE),
    ],
}


AGAIN: dict[str, list[Counted]] = {
    "In April 2031 40 men died. It rained. During the month 12 women were arrested.": [
        ("40", "In April 2031", "2031-04", "in"),
        ("12", "During the month", "2031-04", "in"),
    ],
    "In 2030, 40 men died. That year the army lost 300 men.": [
        ("40", "In 2030", "2030", "in"),
        ("300", "That year", "2030", "in"),
    ],
    "In the same fortnight they lost 40 men.": [("40", "In the same fortnight", None, "in")],
    "During the reporting period, 40 men died.": [
        ("40", "During the reporting period", None, "in")
    ],
    "They lost 71 men this year, against 33 in the entire previous season.": [
        ("71", "this year", "2031", "in"),
        ("33", "in the entire previous season", None, "in"),
    ],
    "Earlier in the week 16 miners died.": [("16", *NONE)],
    "A week earlier, 40 men died.": [("40", *NONE)],
    "In the week before the vote, 40 men died.": [
        ("40", "In the week before the vote", None, "in")
    ],
}

COUNTED: dict[str, list[Counted]] = {
    "During week 32 (6–12 May), 40 men died.": [
        ("40", "During week 32 (6–12 May)", "2031-05-06/2031-05-12", "in")
    ],
    "In week 31, 40 men died.": [("40", "In week 31", None, "in")],
    "In the month to 3 May 40 men died.": [
        ("40", "In the month to 3 May", "2031-04-04/2031-05-03", "in")
    ],
    "In the two weeks to 10 May, 40 men died.": [
        ("40", "In the two weeks to 10 May", "2031-04-27/2031-05-10", "in")
    ],
    "In the 24 hours to 3 May, 40 men died.": [
        ("40", "In the 24 hours to 3 May", "2031-05-02/2031-05-03", "in")
    ],
    "In the 24 hours to 0600 on 2 May 12 men died.": [
        ("12", "In the 24 hours to 0600 on 2 May", "2031-05-01/2031-05-02", "in")
    ],
    "In 2029 and 2030 they killed 40 men.": [("40", "In 2029 and 2030", "2029/2030", "in")],
    "Between Monday and Wednesday 12 men died.": [
        ("12", "Between Monday and Wednesday", "2031-05-12/2031-05-14", "in")
    ],
    "In the first thirty hours 12 people died.": [("12", "In the first thirty hours", None, "in")],
    "In the first week of the landings they lost 421 men.": [
        ("421", "In the first week of the landings", None, "in")
    ],
    "In the ten months of the siege, 900 men died.": [
        ("900", "In the ten months of the siege", None, "in")
    ],
    "Over the course of three days 40 men died.": [
        ("40", "Over the course of three days", None, "in")
    ],
    "In the year to date, 40 men died.": [
        ("40", "In the year to date", "2031-01-01/2031-05-14", "so far")
    ],
    "In the 12 months to April 40 men died.": [
        ("40", "In the 12 months to April", "2030-05/2031-04", "in")
    ],
    "Between 1 January and the end of April, 40 men died.": [
        ("40", "Between 1 January and the end of April", "2031-01-01/2031-04", "in")
    ],
    "In recent weeks 40 men died.": [("40", "In recent weeks", None, "in")],
    "In a little over a week 40 men died.": [("40", *NONE)],
    "That night 40 men died.": [("40", *NONE)],
    "Throughout May 40 men died.": [("40", "Throughout May", "2031-05", "in")],
    "Up to 40 men died within a few months.": [("Up to 40", "within a few months", None, "in")],
    "On 8 May the staff reported 40 men killed over the previous 24 hours.": [
        ("40", "over the previous 24 hours", "2031-05-07/2031-05-08", "in")
    ],
    "Some 900 men have died since Orvia invaded.": [
        ("Some 900", "since Orvia invaded", None, "so far")
    ],
    "They may lose 900 men in 12 weeks.": [("900", *NONE)],
    "In April the mission counted 209 dead.": [("209", "In April", "2031-04", "in")],
}

OF_OTHERS: dict[str, list[Counted]] = {
    "Twelve people were killed by a gang that has held the port since May 2030.": [
        ("Twelve", *NONE)
    ],
    "There are 40 people who have died since May 2030.": [
        ("40", "since May 2030", "2030-05/..", "so far")
    ],
    "In the first week 12 died; it was the worst since 1991, when 270 people died.": [
        ("12", "In the first week", None, "in"),
        ("270", *NONE),
    ],
    "Nine men died in a week, and 68 died in a fire.": [
        ("Nine", "in a week", None, "in"),
        ("68", *NONE),
    ],
    "In May 40 men died, and 12 were wounded.": [
        ("40", "In May", "2031-05", "in"),
        ("12", "In May", "2031-05", "in"),
    ],
    "By the end of April 40 men had died, and by 10 May 52.": [
        ("40", "By the end of April", "../2031-04", "so far")
    ],
    "The siege of 2030 cost 900 lives.": [("900", *NONE)],
    "So far 40 men have died, 12 of them at sea.": [
        ("40", "So far", "../2031-05-14", "so far"),
        ("12", *NONE),
    ],
    "As of this morning, 40 men had died.": [
        ("40", "As of this morning", "../2031-05-14", "so far")
    ],
    "Officials are silent since a council refused to speak; 40 men died.": [("40", *NONE)],
}


def periods(text: str, date: str | None = "2031-05-14") -> list[Counted]:
    return [
        (one["words"], one.get("period"), one.get("covers"), one.get("tally"))
        for claim in draft(text, date=date).briefing()["claims"]
        for one in claim.get("figures", [])
    ]


def wrong(table: dict[str, list[Counted]]) -> dict[str, list[Counted]]:
    return {text: periods(text) for text, expected in table.items() if periods(text) != expected}


def test_a_period_before_the_day_of_the_document() -> None:
    assert wrong(RELATIVE) == {}


def test_a_count_up_to_a_day_or_from_a_day_on() -> None:
    assert wrong(SO_FAR) == {}


def test_a_period_with_dates_of_its_own() -> None:
    assert wrong(DATED) == {}


def test_a_period_that_the_text_names_again() -> None:
    assert wrong(AGAIN) == {}


def test_a_period_of_counted_or_numbered_units() -> None:
    assert wrong(COUNTED) == {}


def test_a_period_of_another_clause_or_noun_is_not_that_of_the_figure() -> None:
    assert wrong(OF_OTHERS) == {}


def test_a_figure_whose_clause_states_no_period_has_none() -> None:
    assert wrong(NOT_STATED) == {}


def test_without_a_date_of_the_document_the_words_remain() -> None:
    texts = ["In the past 24 hours, 12 people died.", "So far 12 died.", "Last week 12 died."]
    assert [periods(text, None) for text in texts] == [
        [("12", "In the past 24 hours", None, "in")],
        [("12", "So far", None, "so far")],
        [("12", "Last week", None, "in")],
    ]


def test_the_weekend_of_a_text_of_the_weekend() -> None:
    """17 May 2031 is a Saturday."""
    text = "Nine people died over the weekend. Last weekend nine people drowned."
    for day, this, last in [
        ("2031-05-17", "2031-05-17/2031-05-18", "2031-05-10/2031-05-11"),
        ("2031-05-18", "2031-05-17/2031-05-18", "2031-05-10/2031-05-11"),
        ("2031-05-19", "2031-05-17/2031-05-18", "2031-05-17/2031-05-18"),
    ]:
        assert [covers for _, _, covers, _ in periods(text, day)] == [this, last]


def test_days_outside_the_calendar_are_left_out() -> None:
    text = "Nine people died over the weekend. In the past week 12 died."
    assert [one[2] for one in periods(text, "0001-01-01")] == [None, None]


WIDER: dict[str, list[Counted]] = {
    "Since the beginning of the year the navy has rescued 310 people.": [
        ("310", "Since the beginning of the year", "2031-01-01/..", "so far")
    ],
    "Eleven people have been killed since the start of the week.": [
        ("Eleven", "since the start of the week", "2031-05-12/..", "so far")
    ],
    "Since the landslide the army has found 12 bodies.": [
        ("12", "Since the landslide", None, "so far")
    ],
    "They rescued 41 people between midnight on Friday and noon today.": [
        ("41", "between midnight on Friday and noon today", "2031-05-09/2031-05-14", "in")
    ],
    "Police arrested 40 people from Monday to Thursday.": [
        ("40", "from Monday to Thursday", "2031-05-05/2031-05-08", "in")
    ],
    "Altenau lost 328 dead in the same weeks.": [("328", "in the same weeks", None, "in")],
    "In the whole of last season there were 97 arrests.": [
        ("97", "In the whole of last season", None, "in")
    ],
    "In weeks 14 to 17 the province reported 366 deaths.": [
        ("366", "In weeks 14 to 17", None, "in")
    ],
    "In Q1 2031 there were 60 deaths, a 14 per cent rise on the last quarter of 2030.": [
        ("60", "In Q1 2031", "2031-01/2031-03", "in")
    ],
    "In the spring and summer of 1847 fever killed 5,424 people.": [
        ("5,424", "In the spring and summer of 1847", "1847-21/1847-22", "in")
    ],
    "The Centre, in a letter received on 12 May, said they had lost one soldier killed "
    "and four wounded over the past week.": [
        ("one", "over the past week", "2031-05-07/2031-05-14", "in"),
        ("four", "over the past week", "2031-05-07/2031-05-14", "in"),
    ],
}


def test_periods_in_other_words() -> None:
    assert wrong(WIDER) == {}
