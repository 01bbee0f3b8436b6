"""Kinds of sentences with figures, each with a table of sentences and what is read from them."""

from collections.abc import Callable

from kursk_tui.drafting import draft
from kursk_tui.drafting.findings import FigureFinding

Rows = list[tuple[str, list[str]]]


def number(found: FigureFinding) -> str:
    """Return a number as the annotated samples write it: 300, ~300, 300.., ..300, 300..400."""
    if found.unit is not None:
        return f"{found.unit}s"
    if found.qualifier in ("exactly", "about"):
        return f"{'~' * (found.qualifier == 'about')}{found.best}"
    return f"{found.lower or ''}..{found.upper or ''}"


def counts(text: str) -> list[str]:
    """Return the number and the measure of each figure, with the modality unless asserted."""
    return [
        f"{number(one)} {one.measure}" + f" {one.modality}" * (one.modality != "asserted")
        for one in found_in(text)
    ]


def found_in(text: str) -> list[FigureFinding]:
    """Return the figures of a text that is dated on a Wednesday."""
    items = draft(text, date="2031-05-14").items
    return [one for one in items if isinstance(one, FigureFinding)]


def reads_all(rows: Rows, read: Callable[[str], list[str]] = counts) -> None:
    """Assert that each sentence is read as its row says; list every one that is not."""
    wrong = [(text, found, right) for text, right in rows if (found := read(text)) != right]
    assert not wrong, "\n".join(f"{text}\n  {found}\n  not {right}" for text, found, right in wrong)


def test_numbers_that_are_labelled_corrected_or_a_difference() -> None:
    reads_all(
        [
            ("Killed - 9\nInjured - 12", ["9 killed", "12 wounded"]),
            ("Killed – 14\nWounded – 31\nMissing – 2", ["14 killed", "31 wounded", "2 missing"]),
            ("Deaths: 7\nInjuries: 15", ["7 killed", "15 wounded"]),
            ("Killed: 9; injured: 12; vaccinated: 3,400.", ["9 killed", "12 wounded"]),
            ("Dead: 14; hospital visits: 30.", ["14 killed"]),
            ("KIA 2,000 WIA 4,000", ["2000 killed", "4000 wounded"]),
            ("KIA 30 WIA 44 MIA 2", ["30 killed", "44 wounded", "2 missing"]),
            ("Enemy losses: 40 killed, 12 wounded.", ["40 killed", "12 wounded"]),
            ("The toll was revised down from 36 to 35.", ["35 killed"]),
            ("The ministry corrected the number of dead to 35 from 36.", ["35 killed"]),
            ("Officials said 35 people died, correcting an earlier toll of 36.", ["35 killed"]),
            ("Deaths rose from 300 to 412.", ["300 killed", "412 killed"]),
            ("1,5 million people were killed.", []),
            ("Estimates range from 60 to as many as 160 captured soldiers.", ["60..160 captured"]),
            ("From 20 up to 25 people were killed.", ["20..25 killed"]),
            ("Between 20 and at least 30 people were killed.", ["20.. killed"]),
            ("Between 100 and more than 150 soldiers died.", ["100.. killed"]),
            ("From 40 to at least 60 miners were killed.", ["40.. killed"]),
            ("The death rate was 40 per 100,000 people.", []),
            ("300 some people were killed.", ["~300 killed"]),
            ("Not even 3 soldiers died.", ["..3 killed"]),
            ("12 more people were killed than in the same week of last year.", []),
        ]
    )


def test_an_increase_is_the_part_that_a_total_grew_by() -> None:
    def increases(text: str) -> list[str]:
        return [number(one) for one in found_in(text) if "increase" in one.flags]

    reads_all(
        [
            ("Casualties reached 6,410, some 290 more than in the last count.", ["~290"]),
            ("The toll stands at 512, 14 more than on Monday.", ["14"]),
            ("The flood killed 90 people, an increase of 11 on Friday's count.", ["11"]),
            ("The toll stands at 512, 14 fewer than on Monday.", []),
        ],
        increases,
    )
