"""Which figure another is a part of, adds to or repeats, and which are not linked."""

from tests.drafting.test_kinds_of_figures import found_in, parts, reads_all

RAIDS = "Raids killed 209 people and injured 1,146."


def test_parts_of_a_whole_in_the_same_sentence() -> None:
    reads_all(
        [
            (
                "The brigade suffered 640 casualties: 152 killed, 471 wounded and 17 missing.",
                [
                    "640 casualties",
                    "152 killed part of 640",
                    "471 wounded part of 640",
                    "17 missing part of 640",
                ],
            ),
            (
                "The mission verified 14,383 casualties: 3,117 killed and 11,266 injured.",
                ["14383 casualties", "3117 killed part of 14,383", "11266 wounded part of 14,383"],
            ),
            (
                "Floods killed 24 people: seven in Arda and 17 in Belm.",
                ["24 killed", "7 killed part of 24", "17 killed part of 24"],
            ),
            ("Fifteen of the 40 dead were from Holm.", ["15 killed part of 40", "40 killed"]),
            ("Six of the 40 people killed were boys.", ["6 killed part of 40", "40 killed"]),
            (
                "Out of the 11,000 soldiers deployed there, 1,000 were killed.",
                ["11000 deployed", "1000 killed part of 11,000"],
            ),
            (
                "They suffered 89,000 casualties, among them 19,000 dead and 23,000 captured.",
                [
                    "89000 casualties",
                    "19000 killed part of 89,000",
                    "23000 captured part of 89,000",
                ],
            ),
            (
                "So far 147 cases (118 confirmed and 29 probable) of cholera and 71 deaths.",
                [
                    "147 cases",
                    "118 confirmed-cases part of 147",
                    "29 probable-cases part of 147",
                    "71 killed",
                ],
            ),
        ],
        parts,
    )


def test_parts_of_a_whole_in_an_earlier_sentence() -> None:
    reads_all(
        [
            (
                "Violence killed 209 people and injured 1,146. Of the 209, 96 were women.",
                ["209 killed", "1146 wounded", "209 killed repeats 209", "96 killed part of 209"],
            ),
            (
                "At least 40 people died. Among the dead were 11 children and two nurses.",
                ["40.. killed", "11 killed part of At least 40", "2 killed part of At least 40"],
            ),
            (
                f"{RAIDS} Among the casualties were 19 children killed and 78 injured.",
                [
                    "209 killed",
                    "1146 wounded",
                    "19 killed part of 209",
                    "78 wounded part of 1,146",
                ],
            ),
            (
                f"{RAIDS} Bombs accounted for 96 of the deaths and for 518 of the injuries.",
                [
                    "209 killed",
                    "1146 wounded",
                    "96 killed part of 209",
                    "518 wounded part of 1,146",
                ],
            ),
            (
                "At least 26 people died. Nineteen of the dead were police.",
                ["26.. killed", "19 killed part of At least 26"],
            ),
            (
                "The toll rose to 61. We found 31 bodies. It rained. Of the dead, 23 were men.",
                ["61 killed", "31 killed", "23 killed part of 61"],
            ),
            (
                "Raids killed 209. In 2030, by contrast, 107 died. Bombs caused 96 of the deaths.",
                ["209 killed", "107 killed", "96 killed part of 209"],
            ),
            (
                "The storm killed 40 in Arda and 31 in Belm. Nine of the dead were boys.",
                ["40 killed", "31 killed", "9 killed part"],
            ),
            (
                "At least 40 people died. Twelve children were among the dead.",
                ["40.. killed", "12 killed part of At least 40"],
            ),
            (
                "It is not clear if 12 boys were among the dead.",
                ["12 killed part"],
            ),
            (
                "The army lost 640 men. Of this figure, 152 were killed.",
                ["640 casualties", "152 killed part of 640"],
            ),
            (
                "Forty bodies were found. Nine of the dead nurses were from Holm.",
                ["40 killed", "9 killed part"],
            ),
            (
                "The army lost 300 men, the navy 40. Of the dead, 12 were cooks.",
                ["300 casualties", "40 casualties", "12 killed part"],
            ),
            ("Twelve people died. Fifteen of the dead were men.", ["12 killed", "15 killed part"]),
        ],
        parts,
    )


def test_what_is_added_to_a_total() -> None:
    reads_all(
        [
            (
                "Another 40 bodies were found, which brings the total to 250 dead.",
                ["40 killed increase on 250", "250 killed"],
            ),
            (
                "With 40 more deaths overnight, the toll stands at 250.",
                ["40 killed increase on 250", "250 killed"],
            ),
            (
                "A further 29 men were killed, for a total of 604 killed.",
                ["29 killed increase on 604", "604 killed"],
            ),
            (
                "The toll rose to 52 after 12 more bodies were found.",
                ["52 killed", "12 killed increase on 52"],
            ),
            (
                "Police arrested 60 people. Of these, 45 have been freed and 15 are held.",
                ["60 arrested", "45 freed part of 60", "15 detained part"],
            ),
            ("The toll rose to 250, up from 210.", ["250 killed"]),
            (
                "Forty more people died than in May, when the toll was 250.",
                ["250 killed"],
            ),
        ],
        parts,
    )


def test_a_count_of_another_time_or_place_is_no_repeat() -> None:
    reads_all(
        [
            (
                "It killed 127 people. The 127 dead lie here.",
                ["127 killed", "127 killed repeats 127"],
            ),
            ("In April 107 men died. In May 107 men died.", ["107 killed", "107 killed"]),
            ("It killed 107 in Arda. It killed 107 in Belm.", ["107 killed", "107 killed"]),
        ],
        parts,
    )


def test_numbers_that_add_up_to_the_figure_before_are_its_parts() -> None:
    reads_all(
        [
            (
                "By noon 39 persons (24 men, nine women and six minors) had been rescued.",
                [
                    "39 rescued",
                    "24 rescued part of 39",
                    "9 rescued part of 39",
                    "6 rescued part of 39",
                ],
            ),
            (
                "Gunmen killed 34 people. The dead were 19 men, eleven women and four children.",
                [
                    "34 killed",
                    "19 killed part of 34",
                    "11 killed part of 34",
                    "4 killed part of 34",
                ],
            ),
            (
                "Gunmen killed 35 people. The dead were 19 men, eleven women and four children.",
                ["35 killed", "19 killed", "11 killed", "4 killed"],
            ),
            (
                "Nineteen vehicles, including four patrol cars, were destroyed.",
                ["19 destroyed", "4 destroyed part of Nineteen"],
            ),
            (
                "The toll rose to 52 on Monday after divers brought up 12 more bodies.",
                ["52 killed", "12 killed increase on 52"],
            ),
        ],
        parts,
    )


def test_what_a_source_counts_more_than_another_is_no_increase() -> None:
    reads_all(
        [
            ("There were 70 deaths, 26 more than the government admits.", ["70 killed"]),
            (
                "There were 70 deaths, 26 more than in the last report.",
                ["70 killed", "26 killed increase on 70"],
            ),
        ],
        parts,
    )


def test_people_among_those_just_counted_are_a_part() -> None:
    reads_all(
        [
            (
                "Nine soldiers were killed, four officers among them.",
                ["9 killed", "4 killed part of Nine"],
            ),
            (
                "Nine soldiers — four officers among them — were killed.",
                ["9 killed", "4 killed part of Nine"],
            ),
            ("Nine people died, and two nurses were among them.", ["9 killed"]),
        ],
        parts,
    )


def test_half_of_the_dead_are_not_the_people_counted() -> None:
    """The share says nothing of all 40."""
    (figure,) = found_in("Half of the 40 dead were children.")
    assert figure.population is None


CASES = (
    "There were 2,614 cases of cholera. Of these cases, 391 have been confirmed by culture, 846 are"
    " probable because of a link, and 1,377 are suspected."
)
TOLLS = (
    "The death toll has risen to 94. On Monday the toll was lowered to 58. Rain fell."
    " Among the dead are 29 workers."
)


def test_parts_of_cases_by_status_and_of_tolls_that_differ() -> None:
    """A lower toll after a higher one leaves open which of them a later part is of."""
    statuses = ("391 confirmed-cases", "846 probable-cases", "1377 suspected-cases")
    reads_all(
        [
            (CASES, ["2614 cases", *(f"{one} part of 2,614" for one in statuses)]),
            (TOLLS, ["94 killed", "58 killed", "29 killed part"]),
            (
                "The death toll has risen to 94. Rain fell. Among the dead are 29 workers.",
                ["94 killed", "29 killed part of 94"],
            ),
        ],
        parts,
    )


def test_cases_whose_noun_or_disease_stands_elsewhere() -> None:
    reads_all(
        [
            (
                "In all, 64 cases were registered in five zones: 40 confirmed and 24 suspected.",
                ["64 cases", "40 confirmed-cases part of 64", "24 suspected-cases part of 64"],
            ),
            (
                "The ministry notified 90 cases: 60 are confirmed and 30 are probable.",
                ["90 cases", "60 confirmed-cases part of 90", "30 probable-cases part of 90"],
            ),
            (
                "Arda zone had 12 confirmed and three suspected cases, Belm city seven and two.",
                [
                    "12 confirmed-cases",
                    "3 suspected-cases",
                    "7 confirmed-cases",
                    "2 suspected-cases",
                ],
            ),
            ("There were 39 cases and 17 deaths.", ["39 cases", "17 killed"]),
            (
                "There are 187 cases of cholera and 33 new cases. Seven of the new cases are men.",
                ["187 cases", "33 cases", "7 cases part of 33"],
            ),
            (
                "There were 187 cases of cholera. Seven of the new cases are nurses.",
                ["187 cases", "7 cases part"],
            ),
            (
                "There were 58 deaths, 51 of them among confirmed cases.",
                ["58 killed", "51 killed part of 58"],
            ),
            ("Since May, 64 cases of theft have been reported.", []),
            ("So far 187 cases have been reported to the police.", []),
            ("187 cases were brought before the court.", []),
            (
                "The flood destroyed 900 houses: 500 in Arda and 300 in Belm.",
                ["900 destroyed", "500 destroyed part of 900", "300 destroyed part of 900"],
            ),
        ],
        parts,
    )
    (alone,) = found_in("A total of 187 cases had been reported.")
    assert (alone.measure, alone.tier, alone.flags) == ("cases", "guess", ("inferred measure",))


def test_a_forecast_is_projected_and_what_it_is_compared_with_is_not() -> None:
    reads_all(
        [
            ("Modellers project 600 deaths by July.", ["600 killed projected"]),
            ("By June, 3,000 people will have fled.", ["3000 displaced projected"]),
            ("The agency predicts up to 900 deaths.", ["..900 killed projected"]),
            (
                "Up to 300 people may die, compared with 120 in 2029.",
                ["..300 killed projected", "120 killed"],
            ),
        ]
    )
