"""What a sum counts, as the text states it: "killed or wounded", but not "casualties"."""

from tests.drafting.test_kinds_of_figures import found_in

BOTH = ("killed", "wounded")
ROWS: list[tuple[str, list[tuple[str, tuple[str, ...]]]]] = [
    ("At least 30 soldiers were killed or wounded.", [("casualties", BOTH)]),
    ("The strike left 30 people dead or injured.", [("casualties", BOTH)]),
    ("The dead and injured numbered 300.", [("casualties", BOTH)]),
    ("There were 40 killed and wounded.", [("casualties", BOTH)]),
    ("It counts 3,000 killed, wounded or captured.", [("casualties", (*BOTH, "captured"))]),
    ("The flood left 12 people dead or missing.", [("casualties", ("killed", "missing"))]),
    ("The battle caused 50 casualties.", [("casualties", ())]),
    ("Its losses, killed and wounded, reached 400.", [("casualties", ())]),
    ("40 soldiers were killed or put out of action.", [("casualties", ())]),
    ("It suffers 1,500 casualties a day.", [("casualties", ())]),
    ("Some 200 people were killed and 30 wounded.", [("killed", ()), ("wounded", ())]),
    ("Nine people were killed.", [("killed", ())]),
]


def test_a_sum_has_the_categories_that_the_text_joins() -> None:
    for text, expected in ROWS:
        found = [(one.measure, one.categories) for one in found_in(text)]
        assert found == expected, text
