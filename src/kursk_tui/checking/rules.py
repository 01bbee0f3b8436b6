"""The rules: what each of them finds in a briefing."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import chain

from kursk_tui.checking.caution import Caution
from kursk_tui.checking.coverage import ambiguous, uncovered
from kursk_tui.checking.misreadings import (
    miscounted_figures,
    misread_figures,
    misread_likelihoods,
    unrecorded_likelihoods,
)
from kursk_tui.checking.numbers import Number, numbers_in
from kursk_tui.model import Briefing, Claim
from kursk_tui.progress import subtask, track
from kursk_tui.wording.phrases import quoted

_ICD_203 = "icd-203"
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+")
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
_SHOWN = 60


def find_cautions(briefing: Briefing) -> Iterator[Caution]:
    """Yield what every rule finds, rule by rule."""
    for number, (rule, (_, find)) in enumerate(_RULES.items()):
        with subtask("checking", number, len(_RULES)):
            found = list(find(briefing))
        for path, message in found:
            yield Caution(path, rule, message)


_Found = Iterator[tuple[tuple[str | int, ...], str]]


def _claims(briefing: Briefing) -> Iterator[tuple[int, Claim]]:
    return enumerate(track("checking", briefing.claims))


def _qualifier_lost(briefing: Briefing) -> _Found:
    for index, claim in _claims(briefing):
        held = {value for figure in claim.figures for value in figure.values}
        numbers = list(numbers_in(claim.summary, held)) if held else []
        kept = {number.value for number in numbers if _keeps(number, claim)}
        for number in numbers:
            figures = [one for one in claim.figures if number.value in one.values]
            # "at least two fell in two villages": a number in words may count other things.
            told = number.value in kept and number.printed.isalpha()
            if not figures or told or _keeps(number, claim):
                continue
            words = quoted(figures[0].words)
            said = f"the summary says {quoted(_in_words(number))}, the document {words}"
            path = ("claims", index, "summary")
            if number.qualifier == "exactly":
                yield path, f"{said}: “{figures[0].qualifier}” is lost"
            else:
                yield path, f"{said}: “{figures[0].qualifier}” became “{number.qualifier}”"


def _keeps(number: Number, claim: Claim) -> bool:
    return any(
        number.value in figure.values and figure.qualifier == number.qualifier
        for figure in claim.figures
    )


def _in_words(number: Number) -> str:
    if number.qualifier in ("exactly", "between"):
        return number.printed
    return f"{number.qualifier} {number.printed}"


def _number_without_figure(briefing: Briefing) -> _Found:
    for index, claim in _claims(briefing):
        held = {value for figure in claim.figures for value in figure.values}
        for number in numbers_in(claim.summary):
            if number.value not in held:
                message = f"no figure of this claim holds the summary's “{number.printed}”"
                yield ("claims", index, "summary"), message


def _figure_misread(briefing: Briefing) -> _Found:
    for index, claim in _claims(briefing):
        for nth, printed in miscounted_figures(claim):
            values = " and ".join(f"{value:,}" for value in claim.figures[nth].values)
            message = f"the words say {quoted(' and '.join(printed))}, the figure {values}"
            yield ("claims", index, "figures", nth, "values"), message
        for nth, number in misread_figures(claim):
            message = (
                f"by the words beside it in the document “{number.printed}” is "
                f"“{number.qualifier}”; the figure says “{claim.figures[nth].qualifier}”"
            )
            yield ("claims", index, "figures", nth, "qualifier"), message


def _likelihood_misread(briefing: Briefing) -> _Found:
    for index, claim in _claims(briefing):
        for nth, term in misread_likelihoods(claim):
            message = (
                f"the document says {quoted(term)}, which is not “{claim.likelihoods[nth].term}”"
            )
            yield ("claims", index, "likelihoods", nth, "term"), message


def _likelihood_not_recorded(briefing: Briefing) -> _Found:
    scales: dict[str, dict[str, None]] = defaultdict(dict)
    for claim in briefing.claims:
        scales[claim.document].update((one.scale, None) for one in claim.likelihoods)
    for index, claim in _claims(briefing):
        terms = (unrecorded_likelihoods(claim, scale) for scale in scales[claim.document])
        for term in dict.fromkeys(chain.from_iterable(terms)):  # one may be on two scales
            message = f"{quoted(term)} stands in the quote; no likelihood of this claim holds it"
            yield ("claims", index, "evidence", "exact"), message


def _likelihood_with_confidence(briefing: Briefing) -> _Found:
    for index, claim in _claims(briefing):
        for nth, likelihood in enumerate(claim.likelihoods):
            if likelihood.scale != _ICD_203:
                continue
            start, _ = claim.span_of(likelihood.words, likelihood.start)
            sentence = _sentence_around(start - claim.evidence.start, claim)
            if found := _CONFIDENCE.search(sentence):
                message = (
                    f"{quoted(likelihood.words)} and {quoted(found.group())} stand in one "
                    "sentence; ICD 203 keeps likelihood and confidence apart"
                )
                yield ("claims", index, "likelihoods", nth, "words"), message


def _sentence_around(offset: int, claim: Claim) -> str:
    at = 0
    for end in (*(one.end() for one in _SENTENCE_END.finditer(claim.evidence.exact)), None):
        if end is None or offset < end:
            return claim.evidence.exact[at:end]
        at = end
    return ""


def _two_scales(briefing: Briefing) -> _Found:
    first: dict[str, tuple[str, str]] = {}
    told: set[tuple[str, str]] = set()
    for index, claim in _claims(briefing):
        for nth, likelihood in enumerate(claim.likelihoods):
            scale, claim_id = first.setdefault(claim.document, (likelihood.scale, claim.id))
            key = (claim.document, likelihood.scale)
            if likelihood.scale != scale and key not in told:
                told.add(key)
                message = (
                    f"document “{claim.document}” is read on two scales: “{likelihood.scale}” "
                    f"here, “{scale}” in claim “{claim_id}”"
                )
                yield ("claims", index, "likelihoods", nth, "scale"), message


def _ambiguous_quote(briefing: Briefing) -> _Found:
    for number, other in ambiguous(briefing):
        evidence = briefing.claims[number].evidence
        if evidence.prefix or evidence.suffix:
            message = (
                f"these words stand at character {other} of the document as well, between the same "
                "“prefix” and “suffix”; lengthen one"
            )
        else:
            message = (
                f"these words stand at character {other} of the document as well; "
                "add “prefix” or “suffix”"
            )
        yield ("claims", number, "evidence", "exact"), message


def _source_not_cited(briefing: Briefing) -> _Found:
    cited = {
        source
        for claim in briefing.claims
        for chain in (claim.attribution.chain, *(one.chain for one in claim.external))
        for source in chain
    }
    for index, source in enumerate(briefing.sources):
        if source.id not in cited:
            yield ("sources", index, "id"), f"no claim names the source “{source.id}”"


def _text_not_covered(briefing: Briefing) -> _Found:
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for claim in briefing.claims:
        spans[claim.document].append((claim.evidence.start, claim.evidence.end))
    for index, document in enumerate(briefing.documents):
        for start, end in uncovered(document, spans[document.id]):
            words = document.text[start:end]
            shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
            message = (
                f"no claim covers characters {start}–{end}, {quoted(shown)}; "
                "“residue” is for what is no claim"
            )
            yield ("documents", index, "text"), message


def _draft(briefing: Briefing) -> _Found:
    if briefing.status == "draft":
        items = "item" if len(briefing.unreviewed) == 1 else "items"
        yield ("status",), f"draft, {len(briefing.unreviewed):,} {items} unreviewed"


_RULES: dict[str, tuple[str, Callable[[Briefing], _Found]]] = {
    "draft": ("the briefing is a draft, however much of it is reviewed", _draft),
    "qualifier-lost": (
        "a summary gives a figure's number with another qualifier than the document",
        _qualifier_lost,
    ),
    "number-without-figure": (
        "a summary has a number that no figure of its claim holds",
        _number_without_figure,
    ),
    "figure-misread": (
        "a figure has another number than its words, or another qualifier than those beside it",
        _figure_misread,
    ),
    "likelihood-misread": (
        "the words of a likelihood are another term of its scale",
        _likelihood_misread,
    ),
    "likelihood-not-recorded": (
        "a quote has a term of the scale that its document is read on, and no likelihood holds it",
        _likelihood_not_recorded,
    ),
    "likelihood-with-confidence": (
        "a likelihood of ICD 203 and a level of confidence stand in one sentence",
        _likelihood_with_confidence,
    ),
    "two-scales": ("likelihoods of one document are read on two scales", _two_scales),
    "ambiguous-quote": (
        "a quote stands twice in its document, and prefix and suffix do not say which is meant",
        _ambiguous_quote,
    ),
    "source-not-cited": ("no claim names a source", _source_not_cited),
    "text-not-covered": ("no claim covers a part of a document", _text_not_covered),
}

RULES: dict[str, str] = {name: about for name, (about, _) in _RULES.items()}
"""Every rule by its name, and what it finds."""
