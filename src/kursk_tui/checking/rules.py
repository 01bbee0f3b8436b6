"""The rules of `check`, in the order of their findings."""

from collections.abc import Callable, Iterator

from kursk_tui.checking.caution import Caution, Cautions
from kursk_tui.checking.coverage import ambiguous_quotes, text_not_covered
from kursk_tui.checking.likelihood_rules import (
    likelihoods_misread,
    likelihoods_not_recorded,
    likelihoods_with_confidence,
    two_scales,
)
from kursk_tui.checking.number_rules import number_cautions
from kursk_tui.model import Briefing
from kursk_tui.progress import part_of

RULES: dict[str, str] = {
    "draft": "the briefing is a draft, however much of it is reviewed",
    "qualifier-lost": "a summary gives a figure's number with another qualifier than the document",
    "number-without-figure": "a summary has a number that no figure of its claim holds",
    "figure-misread": (
        "a figure has another number than its words, or another qualifier than those beside it"
    ),
    "likelihood-misread": "the words of a likelihood are another term of its scale",
    "likelihood-not-recorded": (
        "a quote has a term of the scale that its document is read on, and no likelihood holds it"
    ),
    "likelihood-with-confidence": (
        "a likelihood of ICD 203 and a level of confidence stand in one sentence"
    ),
    "two-scales": "likelihoods of one document are read on two scales",
    "ambiguous-quote": (
        "a quote stands twice in its document, and prefix and suffix do not say which is meant"
    ),
    "source-not-cited": "no claim names a source",
    "text-not-covered": "no claim covers a part of a document",
}
"""Every rule by its name, and what it finds."""


def find_cautions(briefing: Briefing) -> Iterator[Caution]:
    """Yield what the rules find, rule by rule in the order of RULES."""
    found: list[Caution] = []
    for number, find in enumerate(_FINDERS):
        with part_of("checking", number, len(_FINDERS)):
            found.extend(find(briefing))
    order = {rule: nth for nth, rule in enumerate(RULES)}
    yield from sorted(found, key=lambda one: order[one.rule])


def _draft(briefing: Briefing) -> Cautions:
    if briefing.status == "draft":
        items = "item" if len(briefing.unreviewed) == 1 else "items"
        yield Caution(
            ("status",), "draft", f"draft, {len(briefing.unreviewed):,} {items} unreviewed"
        )


def _sources_not_cited(briefing: Briefing) -> Cautions:
    cited = {
        source
        for claim in briefing.claims
        for chain in (claim.attribution.chain, *(one.chain for one in claim.external))
        for source in chain
    }
    for index, source in enumerate(briefing.sources):
        if source.id not in cited:
            message = f"no claim names the source “{source.id}”"
            yield Caution(("sources", index, "id"), "source-not-cited", message)


_FINDERS: tuple[Callable[[Briefing], Cautions], ...] = (
    _draft,
    number_cautions,
    likelihoods_misread,
    likelihoods_not_recorded,
    likelihoods_with_confidence,
    two_scales,
    ambiguous_quotes,
    _sources_not_cited,
    text_not_covered,
)
