"""What a query asks, resolved: frozen values that an evaluator answers without interpreting text.

Names of sources have become their ids, dates ranges of days, terms of likelihood the terms of each
scale. All errors of a query arise before, in `resolve`.
"""

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kursk_tui.model import Interval
from kursk_tui.model.claim import Kind
from kursk_tui.model.likelihood import Confidence
from kursk_tui.model.review import ReviewState
from kursk_tui.model.yardstick import ScaleId

Hops = Literal["any", "origin", "relays"]
"""Which sources of a chain count: all, the first, or all but the first."""

HOPS: dict[Hops, slice] = {"any": slice(None), "origin": slice(1), "relays": slice(1, None)}
"""The part of a chain that each kind of hops is."""

Scope = Literal["claim", "quote"]
"""Which text of a claim counts.

The quote is the document's own words. The claim has the names of sources, populations and places
as well, but not summary and notes, which are the compiler's words.
"""


class ScaleTerm(NamedTuple):
    """A term of likelihood on one scale; the term is the first spelling of its band."""

    scale: ScaleId
    term: str


@dataclass(frozen=True, slots=True)
class All:
    """Every claim matches."""


@dataclass(frozen=True, slots=True)
class And:
    """Per claim the lowest outcome of the parts."""

    parts: "tuple[Predicate, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """Per claim the highest outcome of the parts."""

    parts: "tuple[Predicate, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """Swaps match and no match, and leaves the other outcomes.

    NOT of a query is pushed down to single terms, so `part` is what one term of a query asks.
    """

    part: "Predicate"


# Answered in three values: a claim matches, possibly matches, or does not state the thing asked.


@dataclass(frozen=True, slots=True)
class FigureWithin:
    """An asserted figure of a measure lies in an interval."""

    measure: str
    interval: Interval


@dataclass(frozen=True, slots=True)
class DateWithin:
    """A date lies in a range of days, as proleptic Gregorian ordinals, both included.

    None is an open end; a first day after the last is an empty range.
    """

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class LikelihoodAmong:
    """A likelihood has one of these terms: `certain` ones match, `possible` ones possibly do."""

    certain: frozenset[ScaleTerm]
    possible: frozenset[ScaleTerm]


@dataclass(frozen=True, slots=True)
class ConfidenceAmong:
    """The analytic confidence is one of these levels."""

    levels: frozenset[Confidence]


# Answered yes or no: a claim matches, or it does not match.


@dataclass(frozen=True, slots=True)
class FigureStated:
    """A figure of a measure is asserted; for None, any figure is stated, in any modality."""

    measure: str | None


@dataclass(frozen=True, slots=True)
class DateStated:
    """A date is stated, not only words for one."""


@dataclass(frozen=True, slots=True)
class LikelihoodStated:
    """A likelihood is stated."""


@dataclass(frozen=True, slots=True)
class ConfidenceStated:
    """An analytic confidence is stated."""


@dataclass(frozen=True, slots=True)
class SourceAmong:
    """The chain of sources has one of these ids at one of these hops."""

    sources: frozenset[str]
    hops: Hops


@dataclass(frozen=True, slots=True)
class SourceStated:
    """The chain has a source at one of these hops."""

    hops: Hops


@dataclass(frozen=True, slots=True)
class DocumentAmong:
    """The claim is from one of the documents with these ids."""

    documents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Contains:
    """The text of a claim, folded, contains this folded text."""

    text: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class QuoteMatches:
    """The quote, as printed, has a match of this pattern."""

    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class KindAmong:
    """The kind is one of these."""

    kinds: frozenset[Kind]


@dataclass(frozen=True, slots=True)
class IdIs:
    """The id, in lower case, is this one."""

    id: str


@dataclass(frozen=True, slots=True)
class ReviewIs:
    """The review of a drafted claim is in this state."""

    state: ReviewState


@dataclass(frozen=True, slots=True)
class Guessed:
    """The claim is unreviewed, and drafting guessed something of it."""


@dataclass(frozen=True, slots=True)
class Contested:
    """Another origin states a figure of the claim differently."""


Graded = FigureWithin | DateWithin | LikelihoodAmong | ConfidenceAmong
"""Predicates that are answered in three values."""

Label = (
    FigureStated
    | DateStated
    | LikelihoodStated
    | ConfidenceStated
    | SourceAmong
    | SourceStated
    | DocumentAmong
    | Contains
    | QuoteMatches
    | KindAmong
    | IdIs
    | ReviewIs
    | Guessed
    | Contested
)
"""Predicates that are answered yes or no."""

Predicate = All | And | Or | Not | Graded | Label
