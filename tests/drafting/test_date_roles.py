"""What the dates of a sentence date, and the days that they establish.

Every document is of Wednesday 14 May 2031. The days are worked out by hand.
"""

from kursk_tui.drafting import draft

Dated = tuple[str, str, str | None]
"""Words, role, days."""

REPORTED: dict[str, list[Dated]] = {
    "“We lost nine,” he told me in February, in his garden.": [("February", "reported", "2031-02")],
    "The plaque that the junta put up in 1976 says 19 men died.": [("1976", "event", "1976")],
    "He said last night that nine had died.": [("last night", "reported", "2031-05-13")],
    "It was the last night of the siege.": [],
    "The mayor said in a tweet on Saturday that nine people had died.": [
        ("Saturday", "reported", "2031-05-10")
    ],
    "On 2 October, Velmia's foreign ministry said nine people were killed.": [
        ("2 October", "reported", "2030-10-02")
    ],
    "The UN report said Sunday's attack in Holm killed nine.": [
        ("Sunday's", "event", "2031-05-11")
    ],
    "The governor told reporters in Arda on Monday that 14 people were missing.": [
        ("Monday", "reported", "2031-05-12")
    ],
    "The army said late on Friday that it had lost three soldiers on Thursday.": [
        ("Friday", "reported", "2031-05-09"),
        ("Thursday", "event", "2031-05-08"),
    ],
    "The army said on 3 May that on 2 May 40 people were killed.": [
        ("3 May", "reported", "2031-05-03"),
        ("2 May", "event", "2031-05-02"),
    ],
    "The enemy moved 3,000 soldiers between early and mid-April, Ann Lee said.": [
        ("mid-April", "event", "2031-04")
    ],
    "Orvia accused Velmia on Tuesday of killing 12 people.": [
        ("Tuesday", "reported", "2031-05-13")
    ],
    "The rebels claimed the bombing on Tuesday.": [("Tuesday", "reported", "2031-05-13")],
    "The army denied the raid on Monday.": [("Monday", "reported", "2031-05-12")],
    "The group claimed an attack on Monday that killed 12.": [("Monday", "event", "2031-05-12")],
    "On Tuesday, the ministry said, 11 people were killed.": [("Tuesday", "event", "2031-05-13")],
    "The army said an attack on Sunday killed 11.": [("Sunday", "event", "2031-05-11")],
    "The ministry on Thursday raised the toll to 45.": [("Thursday", "reported", "2031-05-08")],
    "The ministry put the toll at 19 on Saturday.": [("Saturday", "reported", "2031-05-10")],
    "According to a report published on 3 May, 40 people died in April.": [
        ("3 May", "reported", "2031-05-03"),
        ("April", "event", "2031-04"),
    ],
    "A bomb at a conference on Saturday killed nine, police said.": [
        ("Saturday", "event", "2031-05-10")
    ],
    "At a news conference on 2 May, the mayor put the toll at 19.": [
        ("2 May", "reported", "2031-05-02")
    ],
    "The UN's 3 May bulletin lists 19 dead.": [("3 May", "reported", "2031-05-03")],
    "Speaking on Sunday, General Orr said nine men died on Saturday.": [
        ("Sunday", "reported", "2031-05-11"),
        ("Saturday", "event", "2031-05-10"),
    ],
}

OPEN: dict[str, list[Dated]] = {
    "Up to 14.00 today, 171 people have been rescued.": [
        ("Up to 14.00 today", "event", "../2031-05-14")
    ],
    "The toll went up to 40 on Tuesday.": [("Tuesday", "event", "2031-05-13")],
    "Modellers project 600 deaths by 31 July.": [("by 31 July", "event", "../2031-07-31")],
    "By 31 July, 600 people could be displaced.": [("By 31 July", "event", "../2031-07-31")],
    "By 31 July, 600 people had been displaced.": [("By 31 July", "event", "../2030-07-31")],
    "It was among the deadliest days on a front that has barely moved since March.": [
        ("since March", "in effect", "2031-03/..")
    ],
    "Nine people have died since the truce took effect on 3 May.": [
        ("since the truce took effect on 3 May", "event", "2031-05-03/..")
    ],
    "Before the start of the offensive on 24 March, the army took two towns.": [
        ("Before the start of the offensive on 24 March", "event", "../2031-03-24")
    ],
    "The total includes all casualties through January 28.": [
        ("through January 28", "event", "../2031-01-28")
    ],
    "The town has been quiet since 15 April.": [("since 15 April", "in effect", "2031-04-15/..")],
    "Until the truce on 3 April, 900 people had died.": [
        ("Until the truce on 3 April", "event", "../2031-04-03")
    ],
    "Since the 2021 coup, the army has lost 9,000 soldiers.": [
        ("Since the 2021 coup", "event", "2021/..")
    ],
    "Since Saturday's attack, 12 people have died.": [
        ("Since Saturday's attack", "event", "2031-05-10/..")
    ],
    "Until last week, no one had died.": [("Until last week", "event", "../2031-05-11")],
    "The ban applies from 3 May.": [("from 3 May", "in effect", "2031-05-03/..")],
    "Nine died in the week before and 12 in 2030.": [("2030", "event", "2030")],
}

BACKGROUND: dict[str, list[Dated]] = {
    "In 2019, when the disease last appeared, there were 17 deaths.": [
        ("2019", "background", "2019")
    ],
    "In 1998, the last time the volcano erupted, 40 people were killed.": [
        ("1998", "background", "1998")
    ],
    "In 2019, when the war began, 40 people were killed.": [("2019", "event", "2019")],
    "The toll is down from the 102 deaths recorded in the same period in 2029.": [
        ("2029", "background", "2029")
    ],
    "Nine people died, compared with 40 in 2029.": [("2029", "background", "2029")],
    "It happened in the spring of 2023.": [("spring of 2023", "event", "2023-21")],
    "The army began its offensive against Holm on 3 May.": [("3 May", "event", "2031-05-03")],
    "Nine people died, against 40 in 2029.": [("2029", "background", "2029")],
    "More people died than in 2029.": [("2029", "background", "2029")],
    "More than 300 people died in 2029.": [("2029", "event", "2029")],
    "The deadliest flood since 1998 killed 300 people.": [("since 1998", "background", "1998")],
    "At least 300 people have died since 1998.": [("since 1998", "in effect", "1998/..")],
    "The 2012 outbreak killed four, and in 2017 there were three deaths.": [
        ("2012", "background", "2012"),
        ("2017", "background", "2017"),
    ],
    "Arda, which joined the league in 2011, lost 40 men on 3 May.": [
        ("2011", "background", "2011"),
        ("3 May", "event", "2031-05-03"),
    ],
    "The agency, founded in 1998, said 12 aid workers died.": [("1998", "background", "1998")],
    "Doran, who was elected in 2027, said nine died.": [("2027", "background", "2027")],
    "Police described a method that is still in use today.": [],
    "The bridge, which still stands today, was built by prisoners.": [],
    "The practice is still common today.": [("today", "as of", "2031-05-14")],
    "Twelve people are still missing today.": [("today", "as of", "2031-05-14")],
    "Fighting still raged today.": [("today", "event", "2031-05-14")],
    "At most 300 people have died since 1998.": [("since 1998", "in effect", "1998/..")],
    "The league was founded in 1998.": [("1998", "event", "1998")],
    "Arda, which is a port, fell in 2027.": [("2027", "event", "2027")],
    "The force is larger than it was before the campaign on 24 March.": [
        ("before the campaign on 24 March", "background", "../2031-03-24")
    ],
}

PARTS: dict[str, list[Dated]] = {
    "In the first three months of 2029, 900 people died.": [
        ("first three months of 2029", "event", "2029-01/2029-03")
    ],
    "In the second half of March, 40 people died.": [
        ("second half of March", "event", "2031-03-16/2031-03-31")
    ],
    "In the last two weeks of April 2031, 40 people died.": [
        ("last two weeks of April 2031", "event", "2031-04-17/2031-04-30")
    ],
    "The final quarter of 2030 was calm.": [("final quarter of 2030", "event", "2030-10/2030-12")],
    "Forty people died in the first half of the year.": [
        ("in the first half of the year", "event", "2031-01/2031-06")
    ],
    "It rained in the first week of October 2028.": [
        ("first week of October 2028", "event", "2028-10-01/2028-10-07")
    ],
    "Nine people died over the weekend.": [("over the weekend", "event", "2031-05-10/2031-05-11")],
}

VALUES: dict[str, list[Dated]] = {
    "The next round will open on Wednesday week.": [("Wednesday week", "event", "2031-05-21")],
    "Nine people drowned yesterday evening.": [("yesterday evening", "event", "2031-05-13")],
    "He will appear before the prosecutor on Friday.": [("Friday", "event", "2031-05-16")],
    "A camp is to open on the first of June.": [("first of June", "event", "2031-06-01")],
    "Nine people died in the first of May's three raids.": [("May's", "event", "2031-05")],
    "In H2 2030, 31 people died.": [("H2 2030", "event", "2030-07/2030-12")],
    "In autumn 2030, 905 people fled. Forty died in February.": [
        ("autumn 2030", "event", "2030-23"),
        ("February", "event", "2031-02"),
    ],
    "Nine died between Thursday and Tuesday.": [
        ("Thursday", "event", "2031-05-08"),
        ("Tuesday", "event", "2031-05-13"),
    ],
    "The search will resume on Wednesday, the coast guard said.": [
        ("Wednesday", "event", "2031-05-14")
    ],
    "The truce expires on 20 May.": [("20 May", "event", "2031-05-20")],
    "The talks resume on Friday.": [("Friday", "event", "2031-05-16")],
    "The inquiry opens on 1 May, a year late.": [("1 May", "event", "2031-05-01")],
    "An August 2027 report said nine people died in Holm on June 8.": [
        ("August 2027", "reported", "2027-08"),
        ("June 8", "event", "2027-06-08"),
    ],
    "A March 2027 report said nine people died in Holm on June 8.": [
        ("March 2027", "reported", "2027-03"),
        ("June 8", "event", "2026-06-08"),
    ],
    "He took office in November 2029 and was shot on 1 February.": [
        ("November 2029", "event", "2029-11"),
        ("1 February", "event", "2030-02-01"),
    ],
    "In 2027 the rebels took Holm. In July they lost it.": [
        ("2027", "event", "2027"),
        ("July", "event", "2027-07"),
    ],
    "In June 2029 the army took Holm. It left on 4 August. By October, 900 had died.": [
        ("June 2029", "event", "2029-06"),
        ("4 August", "event", "2029-08-04"),
        ("By October", "event", "../2029-10"),
    ],
    "The group seized power in 2021. On 10 May, four people died.": [
        ("2021", "event", "2021"),
        ("10 May", "event", "2031-05-10"),
    ],
    "Nine died in the week of May 11-17.": [("May 11-17", "event", "2031-05-11/2031-05-17")],
    "Troops held the town from 9 to 16 May.": [("9 to 16 May", "event", "2031-05-09/2031-05-16")],
    "Nine people died on the night of 13/14 May.": [
        ("13/14 May", "event", "2031-05-13/2031-05-14")
    ],
    "Nine people died on the night of 30 April/1 May.": [
        ("30 April/1 May", "event", "2031-04-30/2031-05-01")
    ],
    "Nine people died at the end of last week.": [("last week", "event", "2031-05-05/2031-05-11")],
    "A warning was issued at 16:20.": [],
}

FLAGGED: dict[str, list[str]] = {
    "The search will resume on Wednesday, the coast guard said.": ["today or a week later"],
    "In 2027 the rebels took Holm. In July they lost it.": ["year of the sentence before"],
    "The truce expires on 20 May.": ["the next such day or the last"],
    "The talks resume on Friday.": ["the next such day or the last"],
    "Arda, which joined the league in 2011, lost 40 men.": ["perhaps background"],
    "Nine died on Monday 14 May.": ["weekday disagrees"],
    "Nine died on 3 May, two days after a flood last week.": [],
    "Rebels took the town on Friday.": [],
    "They left by Friday's deadline.": [],
    "Nine people died on 20 October.": [],
}


def dates(text: str) -> list[Dated]:
    found = []
    for claim in draft(text, date="2031-05-14").briefing()["claims"]:
        for one in claim.get("when", []):
            days = one.get("resolved") or one.get("edtf") or one.get("bound")
            found.append((one["words"], one["role"], days))
    return found


def flags(text: str) -> list[str]:
    found = draft(text, date="2031-05-14").items
    return [flag for item in found if item.kind == "when" for flag in item.flags]


def wrong(table: dict[str, list[Dated]]) -> dict[str, list[Dated]]:
    return {text: dates(text) for text, expected in table.items() if dates(text) != expected}


def test_the_day_of_a_statement_is_not_the_day_of_the_event() -> None:
    assert wrong(REPORTED) == {}


def test_since_until_and_through_are_open_intervals() -> None:
    assert wrong(OPEN) == {}


def test_a_date_of_a_comparison_or_of_history_is_background() -> None:
    assert wrong(BACKGROUND) == {}


def test_a_part_of_a_year_or_month_is_not_all_of_it() -> None:
    assert wrong(PARTS) == {}


def test_a_day_or_year_that_is_not_written_is_that_of_the_text() -> None:
    assert wrong(VALUES) == {}


def test_only_what_is_open_about_a_date_is_a_flag() -> None:
    assert {text: flags(text) for text in FLAGGED} == FLAGGED


def test_how_a_date_is_completed_is_a_note_of_the_date() -> None:
    text = (
        "Nine people died on Friday and on 3 May. The truce expires on 20 May. It rained in 2030."
    )
    first, second, third = draft(text, date="2031-05-14").briefing()["claims"]
    assert [date["note"] for date in first["when"]] == [
        "Read from the date of the document: “Friday” as 2031-05-09.",
        "Read from the date of the document: “3 May” as 2031-05-03.",
    ]
    assert "note" not in second["when"][0]  # flagged instead
    assert "note" not in third["when"][0]


def test_a_summary_is_not_cut_within_a_date() -> None:
    text = f"The army said {'nearly ' * 13}left on 17 December 2030 for home."
    (claim,) = draft(text, date="2031-05-14").briefing()["claims"]
    assert claim["summary"] == f"The army said {'nearly ' * 13}left on…"
