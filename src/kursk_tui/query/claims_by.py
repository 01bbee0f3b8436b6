"""Claims by what they state: their numbers, with each figure, term, date, day or source."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kursk_tui.library.edition import last_day
from kursk_tui.library.ids import edition_of
from kursk_tui.model import Briefing, Claim, Document, Interval
from kursk_tui.model.likelihood import Confidence, ScaleTerm
from kursk_tui.progress import track
from kursk_tui.vocabulary import Basis, ScaleId

if TYPE_CHECKING:
    from kursk_tui.query.predicates import Clock

Key = TypeVar("Key", bound=Hashable)

Claims = Sequence[Claim]


class DateKey(NamedTuple):
    """The parts of a date that queries depend on: dates with equal keys have equal answers.

    `placed` and `bound` are EDTF expressions; a state in effect lasts through all of its days.
    """

    placed: str | None
    bound: str | None
    in_effect: bool


class ScaleUse(NamedTuple):
    """A scale of likelihood, and whether the document names it or a reader inferred it."""

    scale: ScaleId
    basis: Basis


def figure(claims: Claims) -> dict[str, dict[Interval, list[int]]]:
    """Return the claims with each interval, by measure; only asserted figures count."""
    found: dict[str, dict[Interval, list[int]]] = defaultdict(dict)
    for number, claim in enumerate(track("reading figures", claims)):
        for one in claim.figures:
            if one.modality == "asserted":
                found[one.measure].setdefault(one.interval, []).append(number)
    return dict(found)


def event(claims: Claims) -> dict[str | None, list[int]]:
    """Return the claims with a figure of each event, by its id, and with one that states none."""
    numbered = enumerate(claims)
    return _grouped((one.event, number) for number, claim in numbered for one in claim.figures)


def likelihood(claims: Claims) -> dict[ScaleTerm, list[int]]:
    """Return the claims with each term of likelihood."""
    return _grouped(
        (ScaleTerm(one.scale, one.term), number)
        for number, claim in enumerate(claims)
        for one in claim.likelihoods
    )


def confidence(claims: Claims) -> dict[Confidence, list[int]]:
    """Return the claims with each level of analytic confidence."""
    numbered = enumerate(claims)
    return _grouped((claim.confidence, number) for number, claim in numbered if claim.confidence)


def scale(claims: Claims) -> dict[ScaleUse, list[int]]:
    """Return the claims with a likelihood on each scale; scales are in order of first use."""
    return _grouped(
        (ScaleUse(one.scale, one.scale_basis), number)
        for number, claim in enumerate(claims)
        for one in claim.likelihoods
    )


def chain(claims: Claims) -> dict[tuple[str, ...], list[int]]:
    """Return the claims with each chain of source ids; one with several is among those of each."""
    return _grouped(
        (one, number)
        for number, claim in enumerate(claims)
        for one in claim.attribution.chains or ((),)
    )


def date(claims: Claims) -> dict[DateKey, list[int]]:
    """Return the claims with each date, also in words only, but not with background dates."""
    return _grouped(
        (DateKey(when.placed, when.bound, when.role == "in effect"), number)
        for number, claim in enumerate(claims)
        for when in claim.when
        if when.role != "background"
    )


def day(briefing: Briefing, clock: "Clock") -> dict[DateKey, list[int]]:
    """Return the claims with each date of a clock; those without a date are left out."""
    known = {document.id: _date_of(document, clock) for document in briefing.documents}
    if clock == "known":
        known = _known_by_edition(known)
    return _grouped(
        (DateKey(placed, None, False), number)
        for number, claim in enumerate(briefing.claims)
        if (placed := _said(claim, clock) or known[claim.document]) is not None
    )


def _known_by_edition(known: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return for each document when its edition is known: with the latest document of it."""
    latest: dict[str, str] = {}
    for document, placed in known.items():
        if placed is not None:
            edition = edition_of(document)
            latest[edition] = max(placed, latest.get(edition, placed), key=last_day)
    return {document: latest.get(edition_of(document)) for document in known}


def _date_of(document: Document, clock: "Clock") -> str | None:
    return (document.acquired if clock == "known" else None) or document.date


def _said(claim: Claim, clock: "Clock") -> str | None:
    if clock != "said":
        return None
    return next((one.placed for one in claim.when if one.role == "reported"), None)


def _grouped(pairs: Iterable[tuple[Key, int]]) -> dict[Key, list[int]]:
    """Return the claims with each key; keys and claims keep their order."""
    found: dict[Key, list[int]] = {}
    for key, number in pairs:
        found.setdefault(key, []).append(number)
    return found
