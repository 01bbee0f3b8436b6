"""Predicates: resolved queries, which an evaluator answers without interpreting any text.

Source names are resolved to ids, dates to ranges of days, and terms of likelihood to the terms of
each scale. All errors in a query are raised earlier, by `resolve`.
"""

import re
from dataclasses import dataclass
from typing import Literal

from kursk_tui.model import Interval
from kursk_tui.model.likelihood import Confidence, ScaleTerm
from kursk_tui.model.review import ReviewState
from kursk_tui.query.baseline import Difference
from kursk_tui.vocabulary import ClaimKind

Hops = Literal["any", "origin", "relays"]
"""Which sources of a chain count: all, the first, or all but the first."""

HOPS: dict[Hops, slice] = {"any": slice(None), "origin": slice(1), "relays": slice(1, None)}
"""The part of a chain that each kind of hops selects."""

Scope = Literal["claim", "quote"]
"""Which text of a claim counts.

The quote is the document's own words. The claim also includes the names of sources, populations
and places, but not summary and notes, which are the compiler's words.
"""


@dataclass(frozen=True, slots=True)
class All:
    """Every claim matches."""


@dataclass(frozen=True, slots=True)
class And:
    """For each claim, the lowest outcome of the parts."""

    parts: "tuple[Predicate, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """For each claim, the highest outcome of the parts."""

    parts: "tuple[Predicate, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """Swaps match and no match, and keeps the other outcomes.

    NOT in a query is pushed down to single terms, so `part` is the predicate of a single term.
    """

    part: "Predicate"


# Three-valued predicates: a claim can also possibly match, or not state what is asked.


@dataclass(frozen=True, slots=True)
class FigureWithin:
    """An asserted figure of a measure lies in an interval."""

    measure: str
    interval: Interval


Clock = Literal["date", "said", "published", "known"]
"""Which date of a claim counts.

One of its own; when it was said, as reported or else as published; the date of its document; or
when the reader had the edition.
"""


@dataclass(frozen=True, slots=True)
class DateWithin:
    """A date lies in a range of days, as proleptic Gregorian ordinals, both included.

    None is an open end; if the first day is after the last, the range is empty.
    """

    first: int | None
    last: int | None
    clock: Clock = "date"


@dataclass(frozen=True, slots=True)
class TrackAmong:
    """A figure counts what a question asks for; possibly, if it perhaps does.

    `question` is a declared question, or a measure.
    """

    question: str


State = Literal["latest", "updated", "corrected", "dropped", "higher", "lower", "counts"]
"""What a later statement of an origin makes of an earlier one, or how it moved itself."""


@dataclass(frozen=True, slots=True)
class StateIs:
    """A figure is in a state among the statements of its origin.

    A figure without an origin does not state it, as any later statement may be of its origin; but
    whether later editions repeat it, is known.
    """

    state: State


@dataclass(frozen=True, slots=True)
class LikelihoodMoved:
    """A likelihood is another than that of the same words in the edition before of its series."""


@dataclass(frozen=True, slots=True)
class LikelihoodAmong:
    """A likelihood has one of these terms: `certain` ones match, `possible` ones may match."""

    certain: frozenset[ScaleTerm]
    possible: frozenset[ScaleTerm]


@dataclass(frozen=True, slots=True)
class ConfidenceAmong:
    """The analytic confidence is one of these levels."""

    levels: frozenset[Confidence]


@dataclass(frozen=True, slots=True)
class EventIs:
    """A figure counts for the event with this id, in lower case."""

    event: str


@dataclass(frozen=True, slots=True)
class Contested:
    """Another origin contradicts a figure of the claim.

    A claim possibly matches if the figures may not count the same thing, and if an origin is not
    stated.
    """


# Two-valued predicates: a claim matches or does not match.


@dataclass(frozen=True, slots=True)
class FigureStated:
    """A figure of a measure is asserted; for None, any figure is stated, in any modality."""

    measure: str | None


@dataclass(frozen=True, slots=True)
class EventStated:
    """A figure states the event that it counts for."""


@dataclass(frozen=True, slots=True)
class DateStated:
    """A date is stated, rather than only words for a date or background dates."""

    clock: Clock = "date"


@dataclass(frozen=True, slots=True)
class BackgroundStated:
    """A background date is stated, or words for it."""


@dataclass(frozen=True, slots=True)
class LikelihoodStated:
    """A likelihood is stated."""


@dataclass(frozen=True, slots=True)
class ConfidenceStated:
    """An analytic confidence is stated."""


@dataclass(frozen=True, slots=True)
class SourceAmong:
    """The chain contains one of these source ids at one of these hops."""

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
    """The folded text of a claim contains this folded text."""

    text: str
    scope: Scope


FigureMark = Literal["preliminary", "coded", "derived"]
"""What a figure is marked as."""


@dataclass(frozen=True, slots=True)
class FigureMarked:
    """A figure has a mark."""

    mark: FigureMark


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The claim, or a figure of it, is withdrawn: by another claim, or denied by its origin."""


@dataclass(frozen=True, slots=True)
class QuoteMatches:
    """The quote, as printed, matches this pattern somewhere."""

    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class KindAmong:
    """The kind is one of these."""

    kinds: frozenset[ClaimKind]


@dataclass(frozen=True, slots=True)
class IdIs:
    """The id, in lower case, equals this one."""

    id: str


@dataclass(frozen=True, slots=True)
class ReviewIs:
    """The review of a drafted claim is in this state."""

    state: ReviewState


@dataclass(frozen=True, slots=True)
class Guessed:
    """The claim is unreviewed, and one of its items is a guess."""


@dataclass(frozen=True, slots=True)
class DiffersFromBaseline:
    """The claim differs from the baseline in this way; not stated without a baseline."""

    difference: Difference


Graded = (
    FigureWithin
    | DateWithin
    | TrackAmong
    | StateIs
    | LikelihoodMoved
    | LikelihoodAmong
    | ConfidenceAmong
    | EventIs
    | Contested
)
"""Three-valued predicates."""

Label = (
    FigureStated
    | EventStated
    | DateStated
    | BackgroundStated
    | LikelihoodStated
    | ConfidenceStated
    | SourceAmong
    | SourceStated
    | DocumentAmong
    | Contains
    | FigureMarked
    | Withdrawn
    | QuoteMatches
    | KindAmong
    | IdIs
    | ReviewIs
    | Guessed
)
"""Two-valued predicates."""

Predicate = All | And | Or | Not | Graded | Label | DiffersFromBaseline
