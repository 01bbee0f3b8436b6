"""A quote as one line that is cut where nothing changes its sense."""

from kursk_tui.english.qualifiers import printed_values
from kursk_tui.english.summaries import summary
from kursk_tui.vocabulary import NumberQualifier

FILLER = "The army said " + "nearly " * 13


def test_a_summary_has_no_half_of_a_date_or_number() -> None:
    for start, whole in (
        ("left on", "17 December 2030 for home"),
        ("lost", "3.5 million of its own men"),
        ("killed", "300 or more of its own men"),
        ("was there from", "1 to 30 April 2030 or so"),
    ):
        assert summary(f"{FILLER}{start} {whole}.") == f"{FILLER}{start}…"
    assert summary("Nine died\n> on 3 May.") == "Nine died on 3 May."


def test_the_values_of_a_number_are_those_that_are_printed() -> None:
    cases: dict[NumberQualifier, tuple[int, ...]] = {
        "exactly": (7,),
        "about": (7,),
        "nearly": (7,),
        "at least": (5,),
        "more than": (5,),
        "at most": (9,),
        "less than": (9,),
        "between": (5, 9),
        "magnitude": (100,),
    }
    for qualifier, values in cases.items():
        assert printed_values(qualifier, (5, 9, 7), 100) == values
