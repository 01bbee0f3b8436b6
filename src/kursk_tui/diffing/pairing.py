"""Which claim of one edition is which of another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from kursk_tui.model import Claim

_ALIKE = 0.5
"""How much of their words two claims with one id share at least, to be the same reworded."""


def pairs(
    old: Sequence[Claim], new: Sequence[Claim]
) -> Iterator[tuple[Claim | None, Claim | None]]:
    """Yield each claim of the new edition with what it was in the old one, then what is gone.

    The same words are the same claim, whatever its id; failing that, the same id is, if the words
    are much alike.
    """
    before = _same_words(old, new)
    found = {id(claim) for claim in before.values()}
    left = {claim.id: claim for claim in old if id(claim) not in found}
    for claim in new:
        if id(claim) in before:
            yield before[id(claim)], claim
        elif claim.id in left and _alike(left[claim.id], claim):
            yield left.pop(claim.id), claim
        else:
            yield None, claim
    for claim in left.values():
        yield claim, None


def _same_words(old: Sequence[Claim], new: Sequence[Claim]) -> dict[int, Claim]:
    """Return the old claim with the same words for each new one, by identity."""
    waiting: dict[str, list[Claim]] = defaultdict(list)
    for claim in old:
        waiting[_words(claim)].append(claim)
    found: dict[int, Claim] = {}
    # Where words stand twice, claims that kept their id find each other first.
    for same_id in (True, False):
        for claim in new:
            candidates = waiting[_words(claim)]
            match = next((one for one in candidates if not same_id or one.id == claim.id), None)
            if match is not None and id(claim) not in found:
                found[id(claim)] = match
                candidates.remove(match)
    return found


def _words(claim: Claim) -> str:
    return " ".join(claim.evidence.exact.split())


def _alike(old: Claim, new: Claim) -> bool:
    return SequenceMatcher(None, _words(old).split(), _words(new).split()).ratio() >= _ALIKE
