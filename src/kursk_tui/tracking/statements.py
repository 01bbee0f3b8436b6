"""The statements of a briefing: its figures, with what they count, who says so, and when."""

from collections.abc import Iterator, Sequence, Set
from math import inf
from typing import NamedTuple

from kursk_tui.counting.figures import statement_of
from kursk_tui.counting.statements import Statement
from kursk_tui.counting.successions import Said
from kursk_tui.model import Briefing, Claim, Figure, parse_edtf
from kursk_tui.progress import track
from kursk_tui.vocabulary import Modality

Place = tuple[int, int]
"""The number of a claim, and that of a figure in it."""


class Told(NamedTuple):
    """A figure of a claim, as a statement of its origin.

    `origin` is the id of the first source in the chain, or None if no source is stated. `date` is
    when it was said (EDTF): as reported, or else the date of the document. `relays` is the
    statement of another document that completes the chain, and `via` are the ids of the sources
    after the origin in a completed chain. `further` are other origins that make the same statement.
    """

    claim: int
    part: int
    figure: Figure
    statement: Statement
    origin: str | None
    date: str | None
    is_sure: bool
    has_own_date: bool = False
    relays: Place | None = None
    further: tuple[str, ...] = ()
    via: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """The claim and the figure."""
        return self.claim, self.part

    @property
    def origins(self) -> tuple[str, ...]:
        """All origins; none if no source is stated."""
        return () if self.origin is None else (self.origin, *self.further)

    @property
    def rests_on(self) -> str | int | tuple[str, ...]:
        """What a bound rests on: the origin, all origins together, or the claim without one."""
        return self.origins if self.further else self.who

    @property
    def all_who(self) -> frozenset[str | int]:
        """The origins or, for a claim without one, the claim."""
        return frozenset((self.who, *self.further))

    @property
    def who(self) -> str | int:
        """The origin; a claim without one may have any, so it is a source of its own."""
        return self.claim if self.origin is None else self.origin

    @property
    def begins(self) -> float:
        """The first day on which it may have been said, or else the last one."""
        first, last = self.said
        return first if first > -inf else last

    @property
    def said(self) -> Said:
        """The days on which it may have been said."""
        if self.date is None:
            return Said(float("-inf"), float("inf"))
        days = parse_edtf(self.date)
        return Said(days.start_min, days.end_max)


_ASSERTED: Set[Modality] = frozenset(("asserted",))
_PROJECTED: Set[Modality] = frozenset(("projected",))
_DENIED: Set[Modality] = frozenset(("denied",))


def told_in(briefing: Briefing) -> tuple[Told, ...]:
    """Return the figures of a briefing that are asserted, in its order."""
    dates = {document.id: document.date or briefing.date for document in briefing.documents}
    found: list[Told] = []
    for number, claim in enumerate(track("comparing figures", briefing.claims)):
        if claim.attribution.stance != "denies":
            found += _told(number, claim, dates[claim.document])
    return tuple(found)


def told_at(briefing: Briefing, place: Place) -> Told | None:
    """Return the asserted figure at a place, or None."""
    number, part = place
    claim = briefing.claims[number]
    if claim.attribution.stance == "denies":
        return None
    document = briefing.document_by_id[claim.document]
    told = _told(number, claim, document.date or briefing.date)
    return next((one for one in told if one.part == part), None)


def projected_in(briefing: Briefing) -> tuple[Told, ...]:
    """Return the figures of a briefing that are projected, in its order."""
    dates = {document.id: document.date or briefing.date for document in briefing.documents}
    found: list[Told] = []
    for number, claim in enumerate(briefing.claims):
        if any(one.modality == "projected" for one in claim.figures):
            found += _told(number, claim, dates[claim.document], _PROJECTED)
    return tuple(found)


def denied_in(briefing: Briefing) -> tuple[Told, ...]:
    """Return the figures of a briefing that are denied, as statements of those who deny them."""
    dates = {document.id: document.date or briefing.date for document in briefing.documents}
    found: list[Told] = []
    for number, claim in enumerate(briefing.claims):
        denies = claim.attribution.stance == "denies"
        if claim.figures and (denies or any(one.modality == "denied" for one in claim.figures)):
            modalities = _DENIED | _ASSERTED if denies else _DENIED
            found += _told(number, claim, dates[claim.document], modalities)
    return tuple(found)


def _told(
    number: int,
    claim: Claim,
    document_date: str | None,
    modalities: Set[Modality] = _ASSERTED,
) -> Iterator[Told]:
    origin, *further = claim.attribution.origins or (None,)
    others = tuple(filter(None, further))
    reported = _reported(claim)
    for part, figure in enumerate(claim.figures):
        if figure.modality in modalities:
            statement = statement_of(figure, claim.when, document_date)
            date, sure = reported or document_date, not claim.likelihoods_of(figure)
            own = reported is not None
            told = Told(number, part, figure, statement, origin, date, sure, has_own_date=own)
            yield told._replace(further=others) if others else told


def said_on(claim: Claim, briefing: Briefing) -> str | None:
    """Return when a claim was said (EDTF): as reported, or else the date of its document."""
    document = briefing.document_by_id[claim.document]
    return _reported(claim) or document.date or briefing.date


def _reported(claim: Claim) -> str | None:
    dates = [one.placed for one in claim.when if one.role == "reported" and one.placed]
    return dates[0] if len(dates) == 1 else None


def in_order(told: Sequence[Told]) -> list[Told]:
    """Return statements in the order in which they were said; undated ones are last.

    A date that leaves the day open comes before the days that it may be, as in a calendar: a month
    is not the latest of its days.
    """
    return sorted(told, key=lambda one: (one.begins, one.said.last, one.place))
