"""Match the claims of two editions."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from kursk_tui.model import Claim

_SIMILAR = 0.5
"""How similar, from 0 to 1, the words of claims with the same id must be for a match."""

_LONG = 5_000
"""Of longer quotes, in words, only the words are compared, and not their order."""


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
    waiting: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in old:
        waiting[_words(claim)][claim.id] = claim
    found: dict[int, Claim] = {}
    # Where several claims have the same words, those with the same id match first.
    for claim in new:
        match = waiting[_words(claim)].pop(claim.id, None)
        if match is not None:
            found[id(claim)] = match
    in_order = {words: iter(claims.values()) for words, claims in waiting.items()}
    for claim in new:
        if id(claim) not in found and (match := next(in_order[_words(claim)], None)) is not None:
            found[id(claim)] = match
    return found


def _words(claim: Claim) -> str:
    return " ".join(claim.evidence.exact.split())


def _are_similar(old: Claim, new: Claim) -> bool:
    before, after = _words(old).split(), _words(new).split()
    matcher = SequenceMatcher(None, before, after)
    if matcher.quick_ratio() < _SIMILAR:  # an upper bound, which takes less time
        return False
    return len(before) > _LONG or len(after) > _LONG or matcher.ratio() >= _SIMILAR
