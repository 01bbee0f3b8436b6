"""Where a record says something else than the words it quotes."""

import re
from collections.abc import Iterator
from functools import cache

from kursk_tui.checking.numbers import Number, numbers_in
from kursk_tui.model import Claim, Figure, Likelihood
from kursk_tui.model.yardstick import YARDSTICKS

_UNCOUNTED = ("magnitude", "no number")
_AROUND = 80


def misread_figures(claim: Claim) -> Iterator[tuple[int, Number]]:
    """Yield figures that say "exactly" or otherwise where the words beside the number differ.

    A figure may be qualified by words further away, so that one beside a bare number is fine.
    """
    for nth, figure in enumerate(claim.figures):
        if figure.qualifier in _UNCOUNTED or not figure.values:
            continue
        said = list(_numbers_of(figure, claim))
        differ = [one for one in said if one.qualifier not in ("exactly", figure.qualifier)]
        if differ and len(differ) == len(said):
            yield nth, differ[0]


def miscounted_figures(claim: Claim) -> Iterator[tuple[int, list[str]]]:
    """Yield figures with a value that is none of the numbers in their words, with these numbers."""
    for nth, figure in enumerate(claim.figures):
        if figure.qualifier in _UNCOUNTED or not figure.values:
            continue
        said = list(numbers_in(figure.words, set(figure.values)))
        if said and not set(figure.values) <= {one.value for one in said}:
            yield nth, [one.printed for one in said]


def _numbers_of(figure: Figure, claim: Claim) -> Iterator[Number]:
    text, base = claim.evidence.exact, claim.evidence.start
    start, end = (at - base for at in claim.span_of(figure.words, figure.start))
    first = max(0, start - _AROUND)
    for number in numbers_in(text[first : end + _AROUND], set(figure.values)):
        if number.value in figure.values and start <= first + number.start < end:
            yield number


def misread_likelihoods(claim: Claim) -> Iterator[tuple[int, str]]:
    """Yield likelihoods whose words are another term of their scale, with that term."""
    for nth, likelihood in enumerate(claim.likelihoods):
        term = _term_in(likelihood)
        if term is not None and likelihood.yardstick.rank(term) != likelihood.rank:
            yield nth, term


def _term_in(likelihood: Likelihood) -> str | None:
    found = list(_terms_in(" ".join(likelihood.words.split()), likelihood.scale))
    return found[0].group() if len(found) == 1 else None


def unrecorded_likelihoods(claim: Claim, scale: str) -> Iterator[str]:
    """Yield the terms of a scale that stand in the claim and that no likelihood of it holds."""
    base = claim.evidence.start
    held = [claim.span_of(one.words, one.start) for one in claim.likelihoods]
    for found in _terms_in(claim.evidence.exact, scale):
        start, end = found.start() + base, found.end() + base
        if not any(low < end and start < high for low, high in held):
            yield found.group()


@cache
def _terms(scale: str) -> re.Pattern[str]:
    spellings = [one for band in YARDSTICKS[scale].bands for one in band.spellings]
    longest_first = sorted(spellings, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, one.split())) for one in longest_first)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


# In quotation marks a term is spoken of; "more likely than" compares.
_NO_JUDGEMENT = re.compile(r"(?:[“\"‘']|\b(?:not|more|less|most)\s+)$", re.IGNORECASE)


def _terms_in(text: str, scale: str) -> Iterator[re.Match[str]]:
    for found in _terms(scale).finditer(text):
        if not _NO_JUDGEMENT.search(text, max(0, found.start() - _AROUND), found.start()):
            yield found
