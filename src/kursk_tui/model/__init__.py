"""The records of a briefing, validated by pydantic."""

from kursk_tui.model.briefing import FORMAT, Briefing
from kursk_tui.model.claim import Claim
from kursk_tui.model.consistency import Parts, find_problems
from kursk_tui.model.document import Document, Extraction, Selector
from kursk_tui.model.figure import Figure, FigureRelation
from kursk_tui.model.handling import Handling
from kursk_tui.model.interval import Interval
from kursk_tui.model.likelihood import Likelihood
from kursk_tui.model.problem import Problem
from kursk_tui.model.review import Proposal, Review
from kursk_tui.model.source import Attribution, External, Source
from kursk_tui.model.statement_relation import OtherStatement, StatementRelation
from kursk_tui.model.when import Extent, When, parse_edtf
from kursk_tui.model.yardstick import YARDSTICKS, Band, Yardstick

__all__ = [
    "FORMAT",
    "YARDSTICKS",
    "Attribution",
    "Band",
    "Briefing",
    "Claim",
    "Document",
    "Extent",
    "External",
    "Extraction",
    "Figure",
    "FigureRelation",
    "Handling",
    "Interval",
    "Likelihood",
    "OtherStatement",
    "Parts",
    "Problem",
    "Proposal",
    "Review",
    "Selector",
    "Source",
    "StatementRelation",
    "When",
    "Yardstick",
    "find_problems",
    "parse_edtf",
]
