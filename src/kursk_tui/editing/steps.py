"""Steps of a review: what each changed, and how to take it back."""

from dataclasses import dataclass
from operator import is_not
from typing import TypeVar

from kursk_tui.editing.claims import with_claim, with_claims
from kursk_tui.model import Briefing, Claim, Review, Source

R = TypeVar("R", Claim, Review)


class ChangedSinceError(Exception):
    """What a step made has been changed since; `claim` is the id of the claim."""

    def __init__(self, claim: str) -> None:
        super().__init__(claim)
        self.claim = claim


@dataclass(frozen=True)
class Step:
    """The claims and sources that differ between two versions, before and after.

    `sources` is None if the sources are the same.
    """

    before: tuple[Claim, ...]
    after: tuple[Claim, ...]
    sources: tuple[tuple[Source, ...], tuple[Source, ...]] | None = None

    @classmethod
    def between(cls, old: Briefing, new: Briefing) -> "Step":
        """Return the step from one version to another, which share the claims that are equal."""
        one, other = old.claims, new.claims
        first = _equal(one, other)
        last = min(_equal(one[::-1], other[::-1]), min(len(one), len(other)) - first)
        return cls(
            one[first : len(one) - last],
            other[first : len(other) - last],
            None if old.sources == new.sources else (old.sources, new.sources),
        )

    def is_gone(self, briefing: Briefing) -> bool:
        """Return whether a briefing has none of the claims that the step made."""
        made = {claim.id for claim in self.after}
        return not any(claim.id in made for claim in briefing.claims)

    def taken_back(self, briefing: Briefing) -> Briefing:
        """Return a briefing without the step; later changes of other fields remain.

        Raises ChangedSinceError if what the step made no longer stands, EditError if what was
        before does not fit any more.
        """
        if self.sources is not None:
            if briefing.sources != self.sources[1]:
                raise ChangedSinceError(self.after[0].id)
            return self._with_claims_before(briefing.replace(sources=self.sources[0]))
        return self._with_claims_before(briefing)

    def _with_claims_before(self, briefing: Briefing) -> Briefing:
        numbers = {claim.id: number for number, claim in enumerate(briefing.claims)}
        pairs = list(zip(self.before, self.after, strict=False))
        if len(self.before) != len(self.after) or any(one.id != two.id for one, two in pairs):
            return self._rearranged(briefing, numbers)
        pairs = [(one, two) for one, two in pairs if one is not two]
        claims = list(briefing.claims)
        for was, made in pairs:
            if made.id not in numbers:
                raise ChangedSinceError(made.id)
            number = numbers[made.id]
            claims[number] = _without(claims[number], was, made)
        if len(pairs) == 1:
            return with_claim(briefing, number, claims[number])
        return with_claims(briefing, 0, len(claims), claims)

    def _rearranged(self, briefing: Briefing, numbers: dict[str, int]) -> Briefing:
        """Return the briefing with the claims before in the place of others that the step made."""
        first = numbers.get(self.after[0].id, 0)
        now = briefing.claims[first : first + len(self.after)]
        for made, claim in zip(self.after, (*now, *self.after[len(now) :]), strict=True):
            if made != claim:
                raise ChangedSinceError(made.id)
        return with_claims(briefing, first, len(self.after), self.before)


def _equal(one: tuple[Claim, ...], other: tuple[Claim, ...]) -> int:
    """Return the number of claims at the beginning that two versions share."""
    differ = map(is_not, one, other)
    return next((at for at, changed in enumerate(differ) if changed), min(len(one), len(other)))


def _without(claim: Claim, was: Claim, made: Claim) -> Claim:
    """Return a claim whose fields are again as they were before a step, where the step set them."""
    if (claim.document, claim.evidence) != (made.document, made.evidence):
        raise ChangedSinceError(claim.id)
    return _restored(claim, was, made, claim.id)


def _restored(now: R, was: R, made: R, name: str) -> R:
    changes: dict[str, object] = {}
    for field in now.defaults:
        before, after, here = getattr(was, field), getattr(made, field), getattr(now, field)
        if before == after:
            continue
        if here == after:
            changes[field] = before
        elif isinstance(here, Review) and before is not None and after is not None:
            changes[field] = _restored(here, before, after, name)
        else:
            raise ChangedSinceError(name)
    return now.replace(**changes)
