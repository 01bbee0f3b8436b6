"""Match the claims of two editions."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from kursk_tui.model import Claim

_SIMILAR = 0.5
"""How similar, from 0 to 1, the words of claims with the same id must be for a match."""


def pair_claims(
    old: Sequence[Claim], new: Sequence[Claim]
) -> Iterator[tuple[Claim | None, Claim | None]]:
    """Yield each new claim with the old claim it matches, or None; then the unmatched old claims.

    Claims with the same words match, whatever their ids. Of the rest, claims with the same id match
    if their words are similar.
    """
    same_words = _match_words(old, new)
    matched = {id(claim) for claim in same_words.values()}
    unmatched = {claim.id: claim for claim in old if id(claim) not in matched}
    for claim in new:
        if id(claim) in same_words:
            yield same_words[id(claim)], claim
        elif claim.id in unmatched and _are_similar(unmatched[claim.id], claim):
            yield unmatched.pop(claim.id), claim
        else:
            yield None, claim
    for claim in unmatched.values():
        yield claim, None


def _match_words(old: Sequence[Claim], new: Sequence[Claim]) -> dict[int, Claim]:
    """Map the identity of each new claim to the old claim with the same words."""
    waiting: dict[str, list[Claim]] = defaultdict(list)
    for claim in old:
        waiting[_words(claim)].append(claim)
    found: dict[int, Claim] = {}
    # Where several claims have the same words, those with the same id match first.
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


def _are_similar(old: Claim, new: Claim) -> bool:
    return SequenceMatcher(None, _words(old).split(), _words(new).split()).ratio() >= _SIMILAR
