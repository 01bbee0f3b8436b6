"""The period that a figure counts in."""

from dataclasses import dataclass

from kursk_tui.vocabulary import Tally


@dataclass(frozen=True, slots=True)
class Period:
    """A period at tokens `first` to `last`: its days in EDTF, and how a number counts in it.

    `tally` is None for a day, which is when something happened and not a period of counting.
    `is_day_of_knowledge` marks "as of 3 May", at which a strength is counted. `background` marks
    the period of a comparison; that of a measure ("twice that of 2029") is of no figure before
    token `measured_from`.
    """

    first: int
    last: int
    covers: str | None
    tally: Tally | None
    is_day_of_knowledge: bool = False
    background: bool = False
    measured_from: int | None = None
