"""Rules about likelihoods: terms, scales, and analytic confidence."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain

from kursk_tui.checking.caution import Caution, Cautions, named
from kursk_tui.model import Briefing, Claim, Likelihood
from kursk_tui.model.yardstick import YARDSTICKS
from kursk_tui.progress import track

_ICD_203 = "icd-203"
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+")
# Words that only the pattern below uses.
_LEVEL = r"(?:high|moderate|medium|low)"
_JUDGED = r"(?:judge?ment|assessment|estimate|conclusion|finding|analysis)s?"
_OF_OTHERS = ("consumer", "business", "investor", "market", "public", "voter", "popular")
_CONFIDENCE = re.compile(
    rf"\b{_LEVEL}(?:ly)?[ -](?:(?:level|degree) of )?(?:analytic(?:al)? )?confidence\b"
    rf"|{''.join(f'(?<!{one} )' for one in _OF_OTHERS)}\bconfidence(?: level)?"
    rf"(?: in (?:this|that|it|these|(?:this|that|the|our|these) {_JUDGED}))?"
    rf"(?: (?:is|was|remains)(?: assessed as)?|:) {_LEVEL}\b",
    re.IGNORECASE,
)
# A term in quotation marks is mentioned, not used; "more likely than" is a comparison.
_NO_JUDGEMENT = re.compile(r"(?:[“\"‘']|\b(?:not|more|less|most)\s+)$", re.IGNORECASE)
_AROUND = 80


def likelihoods_misread(briefing: Briefing) -> Cautions:
    """Find likelihoods whose words are a different term of their scale."""
    for index, claim in enumerate(track("checking", briefing.claims)):
        for nth, likelihood in enumerate(claim.likelihoods):
            term = _only_term(likelihood)
            if term is not None and likelihood.yardstick.rank(term) != likelihood.rank:
                message = f"the document says {named(term)}, which is not “{likelihood.term}”"
                path = ("claims", index, "likelihoods", nth, "term")
                yield Caution(path, "likelihood-misread", message)


def likelihoods_not_recorded(briefing: Briefing) -> Cautions:
    """Find terms of a document's scale in a quote whose claim has no likelihood for them."""
    scales: dict[str, dict[str, None]] = defaultdict(dict)
    for claim in briefing.claims:
        scales[claim.document].update((likelihood.scale, None) for likelihood in claim.likelihoods)
    for index, claim in enumerate(track("checking", briefing.claims)):
        found = (_unrecorded(claim, scale) for scale in scales[claim.document])
        for term in dict.fromkeys(chain.from_iterable(found)):  # a term may be on two scales
            message = f"{named(term)} is in the quote, but this claim has no likelihood for it"
            path = ("claims", index, "evidence", "exact")
            yield Caution(path, "likelihood-not-recorded", message)


def likelihoods_with_confidence(briefing: Briefing) -> Cautions:
    """Find likelihoods on the ICD 203 scale in the same sentence as a level of confidence."""
    for index, claim in enumerate(track("checking", briefing.claims)):
        for nth, likelihood in enumerate(claim.likelihoods):
            if likelihood.scale != _ICD_203:
                continue
            start, _ = claim.span_of(likelihood.words, likelihood.start)
            sentence = _sentence_around(start - claim.evidence.start, claim)
            if found := _CONFIDENCE.search(sentence):
                message = (
                    f"{named(likelihood.words)} and {named(found.group())} are in the same "
                    "sentence; ICD 203 keeps likelihood and confidence apart"
                )
                path = ("claims", index, "likelihoods", nth, "words")
                yield Caution(path, "likelihood-with-confidence", message)


def two_scales(briefing: Briefing) -> Cautions:
    """Find documents whose likelihoods use two scales."""
    first: dict[str, tuple[str, str]] = {}
    reported: set[tuple[str, str]] = set()
    for index, claim in enumerate(track("checking", briefing.claims)):
        for nth, likelihood in enumerate(claim.likelihoods):
            scale, claim_id = first.setdefault(claim.document, (likelihood.scale, claim.id))
            key = (claim.document, likelihood.scale)
            if likelihood.scale != scale and key not in reported:
                reported.add(key)
                message = (
                    f"the likelihoods of document “{claim.document}” use two scales: "
                    f"“{likelihood.scale}” here, “{scale}” in claim “{claim_id}”"
                )
                path = ("claims", index, "likelihoods", nth, "scale")
                yield Caution(path, "two-scales", message)


def _sentence_around(offset: int, claim: Claim) -> str:
    at = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(claim.evidence.exact)), None):
        if end is None or offset < end:
            return claim.evidence.exact[at:end]
        at = end
    return ""


def _only_term(likelihood: Likelihood) -> str | None:
    found = list(_terms_in(" ".join(likelihood.words.split()), likelihood.scale))
    return found[0].group() if len(found) == 1 else None


def _unrecorded(claim: Claim, scale: str) -> Iterator[str]:
    """Yield the terms of a scale in a quote that no likelihood of the claim touches."""
    base = claim.evidence.start
    recorded = [
        claim.span_of(likelihood.words, likelihood.start) for likelihood in claim.likelihoods
    ]
    for found in _terms_in(claim.evidence.exact, scale):
        start, end = found.start() + base, found.end() + base
        if not any(low < end and start < high for low, high in recorded):
            yield found.group()


@cache
def _terms(scale: str) -> re.Pattern[str]:
    spellings = [spelling for band in YARDSTICKS[scale].bands for spelling in band.spellings]
    longest_first = sorted(spellings, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, one.split())) for one in longest_first)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def _terms_in(text: str, scale: str) -> Iterator[re.Match[str]]:
    for found in _terms(scale).finditer(text):
        if not _NO_JUDGEMENT.search(text, max(0, found.start() - _AROUND), found.start()):
            yield found
