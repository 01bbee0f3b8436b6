"""Figures that a text asks, supposes, tries or calls false are not asserted."""

from tests.drafting.test_kinds_of_figures import reads_all


def test_what_a_text_asks_or_supposes_is_not_asserted() -> None:
    reads_all(
        [
            ("Did 40 people die?", ["40 killed not asserted"]),
            ("He asked: “Were 40 killed?”", ["40 killed not asserted"]),
            ("Who killed the 12 men?", ["12 killed"]),
            ("Was it the raid that killed 12 people?", ["12 killed"]),
            ("Is this the end? Twelve people died.", ["12 killed"]),
            ("Suppose 40 people were killed.", ["40 killed not asserted"]),
            ("Had 40 been killed, the town would know.", ["40 killed not asserted"]),
            ("Were it not for the dam, 40 would have died.", ["40 killed projected"]),
            ("The exercise simulated 40 dead.", ["40 killed not asserted"]),
            ("In the exercise, two soldiers were killed.", ["2 killed"]),
            ("In the film, 40 people are killed.", ["40 killed not asserted"]),
            ("In the film industry 40 people were killed.", ["40 killed"]),
        ]
    )


def test_what_was_only_tried_did_not_happen() -> None:
    reads_all(
        [
            ("He tried to kill 12 people.", ["12 killed projected"]),
            ("They failed to evacuate 300 people.", ["300 evacuated denied"]),
            ("They managed to rescue 300 people.", ["300 rescued"]),
            ("Twelve men who tried to flee were killed.", ["12 killed"]),
            ("Police tried to stop the crowd and killed 12 people.", ["12 killed"]),
        ]
    )


def test_what_a_text_doubts_or_calls_false_in_other_words() -> None:
    reads_all(
        [
            ("It is a myth that 40 died.", ["40 killed denied"]),
            ("That 40 people died is a lie.", ["40 killed denied"]),
            ("That 40 people died is disputed.", ["40 killed not asserted"]),
            ("That village lost 40 dead, a toll that is disputed.", ["40 killed"]),
            ("It is not disputed that 40 died.", ["40 killed"]),
            ("Nothing supports the rebels' figure of 40 dead.", ["40 killed not asserted"]),
            ("The figure of 40 dead, the mayor said, is invented.", ["40 killed denied"]),
            ("The figure of 40 dead has been rejected by doctors.", ["40 killed denied"]),
            ("The report that 40 died was not rejected by doctors.", ["40 killed"]),
            ("The tally of 40 dead does not withstand scrutiny.", ["40 killed not asserted"]),
            ("Instead of 40 dead there were 12.", ["40 killed denied"]),
            ("He stopped short of saying that 40 had died.", ["40 killed not asserted"]),
            ("No one was able to say if 40 had died.", ["40 killed not asserted"]),
            ("The rebels have yet to show that 40 died.", ["40 killed not asserted"]),
            (
                "Contrary to reports that 40 had died, nine people were killed.",
                ["40 killed denied", "9 killed"],
            ),
        ]
    )
