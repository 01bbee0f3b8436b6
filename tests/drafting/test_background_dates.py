"""Dates of comparisons, of history and of reports, and what only bounds an event.

Every document is of Wednesday 14 May 2031; the days are worked out by hand.
"""

from kursk_tui.drafting import draft
from tests.drafting.test_date_roles import dates, flags
from tests.drafting.test_kinds_of_figures import found_in, reads_all


def roles(text: str) -> list[str]:
    """Return the words of each date with its role, and its days unless they are as written."""
    return [f"{words}: {role} {days or '-'}" for words, role, days in dates(text)]


def periods(text: str) -> list[str]:
    """Return the words for each figure with those for its period, or a dash."""
    found = found_in(text)
    spans = [(one.period.start, one.period.end) if one.period else None for one in found]
    return [
        f"{text[one.start : one.end]}: {text[slice(*span)] if span else '-'}"
        for one, span in zip(found, spans, strict=True)
    ]


def test_a_date_that_something_is_measured_by_is_background() -> None:
    reads_all(
        [
            (
                "The toll is higher than in March and nearly twice that of April 2030.",
                ["March: background 2031-03", "April 2030: background 2030-04"],
            ),
            ("The 40 deaths were double the number in 2029.", ["2029: background 2029"]),
            ("Three times as many died as in 2030.", ["2030: background 2030"]),
            ("Cholera killed 12, the same number as in 2030.", ["2030: background 2030"]),
            ("The 209 deaths exceed the toll for April 2030.", ["April 2030: background 2030-04"]),
            ("That is fewer than the 2,240 killed in 2029.", ["2029: background 2029"]),
            ("Arrests are up by 300 from 2030.", ["2030: background 2030"]),
            ("As in 2027, the river burst its banks.", ["2027: background 2027"]),
            ("In 2025, by contrast, 310 men died.", ["2025: background 2025"]),
            ("By way of comparison, 40 died in 2029.", ["2029: background 2029"]),
            ("That compares with 40 deaths in 2029.", ["2029: background 2029"]),
            ("That is a third of the number recorded in 2029.", ["2029: background 2029"]),
            ("That is well below the 40 recorded in 2029.", ["2029: background 2029"]),
            (
                "There were 40 deaths in April (April 2030: 31).",
                ["April: event 2031-04", "April 2030: background 2030-04"],
            ),
            ("In 1998 a similar flood killed 900.", ["1998: background 1998"]),
            ("A jet dropped three bombs on Tuesday.", ["Tuesday: event 2031-05-13"]),
            ("As early as in 2029, 40 people died.", ["2029: event 2029"]),
            ("Deaths rose from 12 to 40 in April.", ["April: event 2031-04"]),
        ],
        roles,
    )


def test_a_date_since_the_last_such_event_is_background() -> None:
    reads_all(
        [
            ("It is a level not seen since 2017.", ["since 2017: background 2017"]),
            ("Not since 2011 had so many died.", ["since 2011: background 2011"]),
            ("It is the third such riot since 2021.", ["since 2021: background 2021"]),
            ("It was the worst month since April 2028.", ["since April 2028: background 2028-04"]),
            (
                "The dead of the first week bring the total since March to 400.",
                ["since March: in effect 2031-03/.."],
            ),
            ("Most of the people held since 2029 are free.", ["since 2029: in effect 2029/.."]),
            ("The last such attack, in 2024, killed 12.", ["2024: background 2024"]),
            ("The last epidemic on this scale, in 2004, killed 600.", ["2004: background 2004"]),
            ("The previous record, set in 2019, was lower.", ["2019: background 2019"]),
            ("The country's worst crash, in 1998, killed 900.", ["1998: background 1998"]),
            ("The last outbreak was in 2019.", ["2019: background 2019"]),
            ("No case had been seen there since 2019.", ["since 2019: background 2019"]),
            ("The last of the hostages was freed in 2029.", ["2029: event 2029"]),
        ],
        roles,
    )


def test_what_had_happened_before_the_news_is_background() -> None:
    reads_all(
        [
            (
                "Holm, which had been captured in 2030, fell again on 3 May.",
                ["2030: background 2030", "3 May: event 2031-05-03"],
            ),
            (
                "Doran had been arrested in 2029 and was freed on Monday.",
                ["2029: background 2029", "Monday: event 2031-05-12"],
            ),
            (
                "The dam, last inspected in 2029, burst on Tuesday.",
                ["2029: background 2029", "Tuesday: event 2031-05-13"],
            ),
            (
                "Since 1 January, 54 have been killed; in the whole of 2029 it was 31.",
                ["Since 1 January: in effect 2031-01-01/..", "2029: background 2029"],
            ),
            (
                "Last year 300 people died; this year it is 120.",
                ["Last year: background 2030", "this year: event 2031"],
            ),
            ("Last year 300 people died.", ["Last year: event 2030"]),
            (
                "In May 1940 they lost 900 men; they had lost 300 in 1939.",
                ["May 1940: event 1940-05", "1939: background 1939"],
            ),
            (
                "The ministry said on Monday that 900 people had died in 2029.",
                ["Monday: reported 2031-05-12", "2029: event 2029"],
            ),
            (
                "He took office in 2029 and was shot on 3 May.",
                ["2029: event 2029", "3 May: event 2031-05-03"],
            ),
            ("By June 2030, 40 had died.", ["By June 2030: event ../2030-06"]),
            (
                "Since March 900 have died; the flood of 2029 killed 40.",
                ["Since March: in effect 2031-03/..", "2029: background 2029"],
            ),
        ],
        roles,
    )


def test_a_period_of_a_comparison_is_not_that_of_the_figure_before_it() -> None:
    reads_all(
        [
            ("The 40 deaths were double the number in 2029.", ["40: -"]),
            ("The 40 deaths were twice those of 2029, when 20 died.", ["40: -", "20: 2029"]),
            ("That is fewer than the 2,240 killed in 2029.", ["2,240: in 2029"]),
            ("As in 2027, the river flooded; 12 people drowned.", ["12: -"]),
            ("In 2030, 300 people were killed, 40 in May.", ["300: In 2030", "40: in May"]),
            (
                "In April 54 people died, compared with 31 in the same months of 2029.",
                ["54: In April", "31: in the same months of 2029"],
            ),
        ],
        periods,
    )


def test_before_and_until_bound_an_event_and_not_a_time_of_day_or_place() -> None:
    reads_all(
        [
            (
                "They could not be reached; officials reported 57 dead through 28 April.",
                ["through 28 April: event ../2031-04-28"],
            ),
            (
                "Although no one has claimed the raid, 12 people were killed before 3 May.",
                ["before 3 May: event ../2031-05-02"],
            ),
            ("No aid reached the camp until 12 April.", ["until 12 April: event -"]),
            ("No aid, the UN said, came until 12 April.", ["until 12 April: event -"]),
            ("The quake struck before dawn on Thursday.", ["Thursday: event 2031-05-08"]),
            ("They freed six before first light on 30 April.", ["30 April: event 2031-04-30"]),
            ("Until dawn on 3 May they held.", ["Until dawn on 3 May: event ../2031-05-03"]),
            ("Lenz appeared before the town on 4 April.", ["4 April: event 2031-04-04"]),
            ("He stood before a judge on Monday.", ["Monday: event 2031-05-12"]),
            (
                "Before the raid on the town on 3 May, he fled.",
                ["Before the raid on the town on 3 May: event ../2031-05-03"],
            ),
            (
                "A report is not expected before the end of November.",
                ["before the end of November: event -"],
            ),
        ],
        roles,
    )


def test_the_day_on_which_something_is_said_written_or_heard() -> None:
    reads_all(
        [
            ("He wrote to his brother on 3 May that he was ill.", ["3 May: reported 2031-05-03"]),
            ("She told us by phone yesterday that two died.", ["yesterday: reported 2031-05-13"]),
            ("It is so, he said at the aid meeting on Monday.", ["Monday: reported 2031-05-12"]),
            ("The court heard on Monday that 40 had died.", ["Monday: reported 2031-05-12"]),
            ("Briefing envoys on Tuesday, he said 40 died.", ["Tuesday: reported 2031-05-13"]),
            ("“We saw 40 dead,” he said by phone on Tuesday.", ["Tuesday: reported 2031-05-13"]),
            ("In an address on Sunday he said 40 had died.", ["Sunday: reported 2031-05-11"]),
            ("The figures, released on Tuesday, show 40 deaths.", ["Tuesday: reported 2031-05-13"]),
            ("The last report, of 3 May, gave 40 dead.", ["3 May: reported 2031-05-03"]),
            ("Prisoners released on Tuesday speak of 40 dead.", ["Tuesday: event 2031-05-13"]),
            ("They were shot, as a pamphlet of 1937 had it.", ["1937: reported 1937"]),
            ("They reported a raid on Monday that killed 12.", ["Monday: event 2031-05-12"]),
            ("It counts 40 dead every Monday.", []),
        ],
        roles,
    )


def test_dates_without_a_year_in_a_text_without_a_date() -> None:
    text = (
        "The town fell on 4 April 1829.\n\nOn 3 July 40 men died.\n\nOn 1 May they had come. "
        "In December it was free. In February they left."
    )
    claims = draft(text).briefing()["claims"]
    found = [one.get("resolved") or one.get("edtf") for claim in claims for one in claim["when"]]
    assert found == ["1829-04-04", "1829-07-03", "1829-05-01", "1829-12", "1830-02"]


def test_weekdays_that_are_none_in_particular_and_days_to_come() -> None:
    reads_all(
        [
            ("Nine died on Easter Sunday.", []),
            ("Nine died a year ago today.", []),
            ("Nine died on the first Monday of May.", ["May: event 2031-05"]),
            ("The vote is on Friday.", ["Friday: event 2031-05-16"]),
            ("The vote is set for 2 June.", ["2 June: event 2031-06-02"]),
            (
                "As at 0600 hrs on 3 May, 40 had died.",
                ["As at 0600 hrs on 3 May: as of 2031-05-03"],
            ),
            ("In the 1930s 40 men died.", ["1930s: event 193X"]),
            (
                "On 3 May 1940 40 men fell; on 5 May they fled.",
                ["3 May 1940: event 1940-05-03", "5 May: event 1940-05-05"],
            ),
            (
                "It began on 28 April 2030. By the 30th 40 men had died.",
                ["28 April 2030: event 2030-04-28", "By the 30th: event ../2030-04-30"],
            ),
            ("In April the mission counted 209 dead.", ["April: event 2031-04"]),
        ],
        roles,
    )


def test_days_and_months_to_come() -> None:
    reads_all(
        [
            ("Ships are expected to sail on Friday.", ["Friday: event 2031-05-16"]),
            ("The convoy is to leave on Friday.", ["Friday: event 2031-05-16"]),
            ("The offensive may resume in June.", ["June: event 2031-06"]),
            ("The offensive may have begun in March.", ["March: event 2031-03"]),
            ("Schools are closed until June.", ["until June: event ../2031-06"]),
            ("Schools were closed until June.", ["until June: event ../2030-06"]),
            ("The mandate ends in September.", ["September: event 2031-09"]),
            ("It was extended until 30 June.", ["until 30 June: event ../2031-06-30"]),
            ("From June the rains will close the road.", ["From June: event 2031-06/.."]),
            ("On Monday he said that he will go.", ["Monday: reported 2031-05-12"]),
            ("They said they would go on 1 June.", ["1 June: event 2031-06-01"]),
            ("They had said they would go by 1 May.", ["by 1 May: event ../2031-05-01"]),
            ("He had been due in court on Monday.", ["Monday: event 2031-05-12"]),
            ("They attacked in June.", ["June: event 2030-06"]),
        ],
        roles,
    )
    assert flags("The mandate ends in September.") == ["the next such day or the last"]
