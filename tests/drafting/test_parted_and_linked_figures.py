"""Figures with a parted verb, with a whole elsewhere, or called false."""

from kursk_tui.drafting import draft
from tests.drafting.test_kinds_of_figures import counts, found_in, parts, reads_all


def people_in_places(text: str) -> list[str]:
    """Return each figure with its population and its place, or a dash for each."""
    return [
        " / ".join(text[slice(*span)] if span else "-" for span in (one.population, one.place))
        for one in found_in(text)
    ]


def test_people_between_a_verb_and_the_rest_of_it() -> None:
    reads_all(
        [
            ("The storm left 300 families in two towns homeless.", ["300 displaced"]),
            (
                "The blast left 30 dead, 12 wounded and 300 homeless.",
                ["30 killed", "12 wounded", "300 displaced"],
            ),
            ("The storm did not leave 300 people homeless.", ["300 displaced denied"]),
            ("Police took 12 into custody after the riot.", ["12 detained"]),
            ("The army has taken 300 rebels prisoner.", ["300 captured"]),
            ("They beat two inmates to death.", ["2 killed"]),
            ("Rebels left the town after 40 civilians were killed.", ["40 killed"]),
            ("The ferry left the port with 120 passengers.", []),
        ]
    )


def test_people_trapped_stranded_buried_or_taken_and_strengths_of_forces() -> None:
    reads_all(
        [
            ("At least 40 miners are trapped underground.", ["40.. trapped"]),
            ("The fire trapped 19 workers, nine of whom died.", ["19 trapped", "9 killed"]),
            ("Rising water stranded 200 passengers.", ["200 stranded"]),
            ("Twelve people were buried under the rubble.", ["12 trapped"]),
            ("We buried seven people in one village.", ["7 killed"]),
            ("The pirates made off with five of the crew.", ["5 captured"]),
            ("That brings the force there to 9,500 men.", ["9500 deployed"]),
            ("The cut reduced the garrison to 800 men.", ["800 deployed"]),
            ("It brought the number of troops to 12,000.", ["12000 deployed"]),
            ("The queue at the door grew to 300 men.", []),
            ("The crash hurt 14. Three of them were in bed.", ["14 wounded", "3 wounded"]),
        ]
    )


def test_ages_of_as_many_people_as_are_counted() -> None:
    reads_all(
        [
            ("2 sisters, 9 and 11, were killed.", ["2 killed"]),
            ("Two stepbrothers, 4 and 7, drowned.", ["2 killed"]),
            ("Three boys, 9, 11 and 14, were wounded.", ["3 wounded"]),
        ]
    )


def test_numbers_that_the_text_calls_false_or_says_were_not_there() -> None:
    reads_all(
        [
            (
                "The army called a figure of 1,200 casualties “a fantasy”.",
                ["1200 casualties denied"],
            ),
            ("He described the count of 40 dead as propaganda.", ["40 killed denied"]),
            ("The UN did not call the toll of 40 a lie.", ["40 killed"]),
            ("The army called the raid that killed 40 people a success.", ["40 killed"]),
            ("There were not 40 dead, the mayor said.", ["40 killed denied"]),
            ("Hundreds of wounded men there certainly were not.", ["100s wounded denied"]),
            ("There were not enough doctors for the 300 wounded.", ["300 wounded"]),
        ]
    )


def test_parts_of_a_figure_in_an_earlier_sentence() -> None:
    reads_all(
        [
            (
                "Forty men died. Of the dead, 23 were Orvians and six have yet to be named.",
                ["40 killed", "23 killed part of Forty", "6 killed part of Forty"],
            ),
            (
                "Floods killed 83 people. Arda accounts for 41 per cent (34) of all deaths.",
                ["83 killed", "34 killed part of 83"],
            ),
            ("Nine hostages died. Two of them were men.", ["9 killed", "2 killed part of Nine"]),
            (
                "Forty men died in Holm and 30 in Arda. Of the dead, 12 were officers.",
                ["40 killed", "30 killed", "12 killed part"],
            ),
            (
                "Of the unit's losses, three dead were nurses and 189 were of other arms.",
                ["3 killed part", "189 casualties part"],
            ),
            (
                "Nine people died, bringing the toll to 45.",
                ["9 killed increase on 45", "45 killed"],
            ),
            (
                "Officials count 300 suspected cases. Only 12 have so far been confirmed.",
                ["300 suspected-cases", "12 confirmed-cases"],
            ),
        ],
        parts,
    )


def test_places_that_report_cases() -> None:
    text = "Arda zone has reported 12 confirmed and three suspected cases, Belm city 7 and 2."
    assert people_in_places(text) == [*["- / Arda zone"] * 2, *["- / Belm city"] * 2]


def test_places_without_a_name_and_people_of_a_list() -> None:
    reads_all(
        [
            ("Floods displaced 900 people in five districts.", ["people / five districts"]),
            ("Some 310 people have died in the town.", ["people / town"]),
            ("About 900 soldiers are now on the isthmus.", ["soldiers / isthmus"]),
            ("The number of dead in Holm rose to 310.", ["- / Holm"]),
            ("Arda alone accounts for 41 per cent (34) of all deaths.", ["- / Arda"]),
            ("Four died; a further 22 were recorded in Belm.", ["- / -", "- / Belm"]),
            (
                "Twelve soldiers and three nurses were killed and another 20 were wounded.",
                ["soldiers / -", "nurses / -", "- / -"],
            ),
            ("Nine soldiers died, bringing the toll to 45.", ["soldiers / -", "- / -"]),
            ("They saved 61 migrants and found 4 bodies.", ["migrants / -", "- / -"]),
            ("Police took 12 into custody.", ["- / -"]),
        ],
        people_in_places,
    )


def test_explain_lists_population_place_and_relations() -> None:
    found = draft("Floods killed 83 people in Holm, including 9 nurses.")
    explained = "\n".join(found.explain_lines())
    assert "population people, place Holm" in explained
    assert "population nurses, relations part of “83”" in explained
    assert counts(found.text) == ["83 killed", "9 killed"]
