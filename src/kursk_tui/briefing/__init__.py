"""The model of a briefing: pydantic and the standard library, nothing that draws."""

from kursk_tui.briefing.briefing import FORMAT, Briefing
from kursk_tui.briefing.claim import Claim
from kursk_tui.briefing.consistency import Parts, Problem, find_problems
from kursk_tui.briefing.document import Document, Selector
from kursk_tui.briefing.figure import Figure
from kursk_tui.briefing.interval import Interval
from kursk_tui.briefing.likelihood import Likelihood
from kursk_tui.briefing.review import Proposal, Review
from kursk_tui.briefing.source import Attribution, External, Source
from kursk_tui.briefing.when import Extent, When, parse_edtf
from kursk_tui.briefing.yardstick import Band, Yardstick, yardsticks

__all__ = [
    "FORMAT",
    "Attribution",
    "Band",
    "Briefing",
    "Claim",
    "Document",
    "Extent",
    "External",
    "Figure",
    "Interval",
    "Likelihood",
    "Parts",
    "Problem",
    "Proposal",
    "Review",
    "Selector",
    "Source",
    "When",
    "Yardstick",
    "find_problems",
    "parse_edtf",
    "yardsticks",
]
