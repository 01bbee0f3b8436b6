"""The rules of `check`, in the order of their findings."""

from collections.abc import Callable, Iterator

from kursk_tui.checking.caution import Caution, Cautions
from kursk_tui.checking.coverage import ambiguous_quotes, text_not_covered
from kursk_tui.checking.figure_rules import (
    best_values_without_words,
    categories_without_words,
    measures_named_like_fields,
    periods_without_words,
    preliminary_without_words,
    relations_misread,
)
from kursk_tui.checking.handling_rules import handling_less_strict
from kursk_tui.checking.likelihood_rules import (
    likelihoods_misread,
    likelihoods_not_recorded,
    likelihoods_with_confidence,
    two_scales,
)
from kursk_tui.checking.names import invisible_characters, names_alike
from kursk_tui.checking.number_rules import number_cautions
from kursk_tui.model import Briefing
from kursk_tui.progress import subtask
from kursk_tui.text.messages import draft_state

RULES: dict[str, str] = {
    "draft": "the briefing is still a draft, however much of it has been reviewed",
    "qualifier-lost": (
        "a summary gives a figure's number with a different qualifier from the document"
    ),
    "number-without-figure": "a summary has a number that no figure of its claim has",
    "figure-misread": (
        "a figure's number differs from its words, or its qualifier from those around the number"
    ),
    "measure-reserved": "a measure has the name of a query field, which finds something else",
    "preliminary-without-words": ("a figure is preliminary, but no word of its document says so"),
    "best-without-words": "a printed best value is not a number in its quote",
    "category-without-words": "a figure includes a measure for which its document has no word",
    "period-without-words": ("a period has days or a tally, but its words are not in the document"),
    "relation-misread": "the numbers or measures of two figures contradict their relation",
    "handling-less-strict": "a document has a stricter TLP label than the briefing",
    "relation-unresolved": "a relation names an edition or claim that the library does not have",
    "edition-repeated": "a file of a folder repeats another byte for byte",
    "likelihood-misread": "the words of a likelihood are a different term of its scale",
    "likelihood-not-recorded": (
        "a quote has a term of its document's scale, but its claim has no likelihood for it"
    ),
    "likelihood-with-confidence": (
        "a likelihood on the ICD 203 scale and a level of confidence are in the same sentence"
    ),
    "two-scales": "the likelihoods of one document use two scales",
    "ambiguous-quote": (
        "a quote occurs twice in its document, and its prefix and suffix fit both places"
    ),
    "invisible-character": (
        "a name has an invisible character, so it differs from a name that looks the same"
    ),
    "names-alike": "the names of two sources differ only in signs, marks or case",
    "source-not-cited": "a source is not cited by any claim",
    "text-not-covered": "a part of a document is not covered by any claim",
}
"""What each rule finds, by the name of the rule."""


def find_cautions(briefing: Briefing) -> Iterator[Caution]:
    """Yield what the rules find, rule by rule in the order of RULES."""
    found: list[Caution] = []
    for number, find in enumerate(_FINDERS):
        with subtask("checking", number, len(_FINDERS)):
            found.extend(find(briefing))
    order = {rule: nth for nth, rule in enumerate(RULES)}
    yield from sorted(found, key=lambda one: order[one.rule])


def _draft(briefing: Briefing) -> Cautions:
    if briefing.status == "draft":
        reviews = (claim.review for claim in briefing.unreviewed if claim.review is not None)
        doubtful = sum(review.open_items for review in reviews)
        state = draft_state(len(briefing.unreviewed), doubtful)
        yield Caution(("status",), "draft", state)


def _sources_not_cited(briefing: Briefing) -> Cautions:
    claims = briefing.claims
    cited = {source for claim in claims for source in (*claim.cited, *claim.rejected_sources)}
    for index, source in enumerate(briefing.sources):
        if source.id not in cited:
            message = f"no claim cites the source “{source.id}”"
            yield Caution(("sources", index, "id"), "source-not-cited", message)


_FINDERS: tuple[Callable[[Briefing], Cautions], ...] = (
    _draft,
    number_cautions,
    measures_named_like_fields,
    preliminary_without_words,
    best_values_without_words,
    categories_without_words,
    periods_without_words,
    relations_misread,
    handling_less_strict,
    likelihoods_misread,
    likelihoods_not_recorded,
    likelihoods_with_confidence,
    two_scales,
    ambiguous_quotes,
    invisible_characters,
    names_alike,
    _sources_not_cited,
    text_not_covered,
)
