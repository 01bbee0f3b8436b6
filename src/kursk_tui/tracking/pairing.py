"""Match the claims of two versions, or of two editions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kursk_tui.model import Claim
from kursk_tui.text.similarity import similarity

_ALIKE = 0.75
"""How similar, from 0 to 1, the words of two claims with different ids must be for a match.

Reports repeat a pattern: "at least 38 were killed in Kursk" and "at least 12 were killed in Sumy"
are two claims.
"""

_SIMILAR = 0.5
"""How similar, from 0 to 1, the words of claims with the same id must be for a match."""

_LONG = 5_000
"""Of longer quotes, in words, only the words are compared, and not their order."""

_FREQUENT = 20
"""A word that more unmatched claims have does not tell which of them is alike."""

_TELLING = 200
"""The words of a quote that are looked up to find the claims that are alike."""

_CANDIDATES = 3
"""The claims, of those that share most words, that are compared."""

_Pairs = dict[int, Claim]
"""The old claim that a new claim matches, by the identity of the new claim."""


def pair_claims(
    old: Sequence[Claim], new: Sequence[Claim]
) -> Iterator[tuple[Claim | None, Claim | None]]:
    """Yield each new claim with the old claim it matches, or None; then the unmatched old claims.

    Claims with the same words match, whatever their ids. Of the rest, claims with very similar
    words match, the most similar first; and then claims with the same id and similar words.
    """
    pairs = _match_words(old, new)
    pairs |= _match_alike(_left(old, pairs.values()), [one for one in new if id(one) not in pairs])
    unmatched = {claim.id: claim for claim in _left(old, pairs.values())}
    for claim in new:
        if id(claim) in pairs:
            yield pairs[id(claim)], claim
        elif claim.id in unmatched and _alike(unmatched[claim.id], claim) >= _SIMILAR:
            yield unmatched.pop(claim.id), claim
        else:
            yield None, claim
    for claim in unmatched.values():
        yield claim, None


def _left(claims: Sequence[Claim], matched: Iterable[Claim]) -> list[Claim]:
    taken = set(map(id, matched))
    return [claim for claim in claims if id(claim) not in taken]


def _match_words(old: Sequence[Claim], new: Sequence[Claim]) -> _Pairs:
    """Return the old claims with the same words."""
    waiting: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in old:
        waiting[_words(claim)][claim.id] = claim
    found: _Pairs = {}
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


def _match_alike(old: Sequence[Claim], new: Sequence[Claim]) -> _Pairs:
    """Return the old claims with very similar words; the most similar claims match first."""
    scored = sorted(
        (-_alike(before, after), before.id != after.id, order, before, after)
        for order, (before, after) in enumerate(_candidates(old, new))
    )
    found: _Pairs = {}
    taken: set[int] = set()
    for score, *_, before, after in scored:
        if -score >= _ALIKE and id(after) not in found and id(before) not in taken:
            found[id(after)] = before
            taken.add(id(before))
    return found


def _candidates(old: Sequence[Claim], new: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield each new claim with the few old claims that share most of its telling words."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(old):
        for word in _telling(claim):
            having[word].append(number)
    for claim in new:
        shared: Counter[int] = Counter()
        for word in _telling(claim):
            if len(numbers := having.get(word, ())) <= _FREQUENT:
                shared.update(numbers)
        for number, _ in shared.most_common(_CANDIDATES):
            yield old[number], claim


def _telling(claim: Claim) -> set[str]:
    return set(_words(claim).split()[:_TELLING])


def _words(claim: Claim) -> str:
    return " ".join(claim.evidence.exact.split())


def _alike(old: Claim, new: Claim) -> float:
    """Return how similar the words of two claims are, from 0 to 1."""
    before, after = _words(old).split(), _words(new).split()
    common = (Counter(before) & Counter(after)).total()
    most = 2 * common / (len(before) + len(after))
    if most < _SIMILAR or max(len(before), len(after)) > _LONG:
        return most
    return similarity(before, after)
