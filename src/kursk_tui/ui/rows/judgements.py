"""The judgements of a briefing by scale and term, and its claims by analytic confidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from kursk_tui.model import YARDSTICKS
from kursk_tui.progress import track
from kursk_tui.query import Index
from kursk_tui.ui.rows.closing_group import RowsWithClosingGroup
from kursk_tui.ui.rows.row_model import NO_ROWS, Order, Row, RowModel
from kursk_tui.vocabulary import ScaleId

ANALYTIC = "analytic"
"""The key of the section of claims that state analytic confidence."""

CONFIDENCE = -1
"""The part of a row for the analytic confidence of a claim; others are numbers of likelihoods."""

MANY = 30
"""From this number of rows shown on, a section has one row a term, which opens."""

Sorting = Literal["most", "least", "file"]

_LEVELS = "low", "moderate", "high"


@dataclass(frozen=True, eq=False)
class ShownSection:
    """The rows of a section that a view shows.

    `counts` contains the number of judgements by term; terms without one are left out. `terms` has
    the rows of each of them, if they are neither grouped nor in the order of the file.
    """

    parts: Sequence[RowModel]
    counts: Mapping[str, int]
    terms: Mapping[str, RowModel] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """The number of judgements."""
        return sum(self.counts.values())

    @property
    def is_grouped(self) -> bool:
        """Whether there is one row a term."""
        return self.count >= MANY

    @property
    def most(self) -> int:
        """The number of judgements with the term that has most."""
        return max(self.counts.values(), default=0)


@dataclass(frozen=True, eq=False)
class Section:
    """The rows of one scale, or of analytic confidence: by term, and all if in file order.

    `terms` are in the order in which they are shown.
    """

    key: str
    terms: Mapping[str, Order]
    all_rows: Order | None = None

    @property
    def total(self) -> int:
        """The number of rows."""
        return sum(len(order.rows) for order in self.terms.values())

    def shown(self, flags: bytes, opened: frozenset[str]) -> ShownSection:
        """Return the rows of the claims whose flags are 1: each, or by term if there are many."""
        terms = {term: order.shown(flags) for term, order in self.terms.items()}
        counts = {term: len(rows.rows) for term, rows in terms.items() if rows.rows}
        if sum(counts.values()) < MANY:
            if self.all_rows is not None:
                return ShownSection([self.all_rows.shown(flags)], counts)
            shown = {term: terms[term] for term in counts}
            return ShownSection([*shown.values()], counts, shown)
        keys = {term: f"{self.key}/{term}" for term in counts}
        groups = [
            RowsWithClosingGroup(NO_ROWS, terms[term], key, is_open=key in opened)
            for term, key in keys.items()
        ]
        return ShownSection(groups, counts)


class Judgements(NamedTuple):
    """The likelihoods of a briefing by scale, and its claims with analytic confidence."""

    scales: Mapping[ScaleId, Section]
    confident: Section

    @property
    def total(self) -> int:
        """The number of rows."""
        return self.confident.total + sum(one.total for one in self.scales.values())


def read_judgements(index: Index, sorting: Sorting) -> Judgements:
    """Return the judgements of a briefing, with scales in the order of first use."""
    scales: dict[ScaleId, dict[str, list[Row]]] = {}
    confident: dict[str, list[Row]] = {}
    for number, claim in enumerate(track("ordering likelihoods", index.claims)):
        for part, one in enumerate(claim.likelihoods):
            scales.setdefault(one.scale, {}).setdefault(one.term, []).append(Row(number, part))
        if claim.confidence:
            confident.setdefault(claim.confidence, []).append(Row(number, CONFIDENCE))
    return Judgements(
        {
            scale: _section(scale, rows, [one.term for one in YARDSTICKS[scale].bands], sorting)
            for scale, rows in scales.items()
        },
        _section(ANALYTIC, confident, _LEVELS, sorting),
    )


def _section(
    key: str, rows: Mapping[str, Sequence[Row]], steps: Sequence[str], sorting: Sorting
) -> Section:
    """Return a section; `steps` are its terms from the lowest to the highest."""
    if sorting == "file":
        everything = sorted(row for of_term in rows.values() for row in of_term)
        return Section(key, {term: Order(found) for term, found in rows.items()}, Order(everything))
    ordered = steps if sorting == "least" else reversed(steps)
    return Section(key, {term: Order(rows[term]) for term in ordered if term in rows})
