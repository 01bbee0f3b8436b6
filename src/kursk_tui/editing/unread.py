"""Words of a claim that the reader of English knows and that no item has: offered for a new one."""

from collections.abc import Iterable, Mapping

from kursk_tui.drafting.annotate import annotate
from kursk_tui.drafting.likelihood.likelihood_items import find_terms
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.editing.items import Field, items_of, span_of
from kursk_tui.editing.scales import scale_in_use
from kursk_tui.editing.spans import Span
from kursk_tui.model import Briefing

_FIELDS: Mapping[Field, tuple[Field, ...]] = {
    "figures": ("figures", "open_numbers", "when"),
    "when": ("when",),
    "likelihoods": ("likelihoods",),
}
"""The fields whose words are not offered as a new item, by the field of the new item."""


def first_unread(briefing: Briefing, number: int, field: Field) -> Span | None:
    """Return the first number, date or term of a claim that is not yet an item of it, or None."""
    claim = briefing.claims[number]
    text = briefing.document_by_id[claim.document].text
    sentence = annotate(text, claim.evidence.start, claim.evidence.end)
    known = [span_of(claim, item) for item in items_of(claim) if item.field in _FIELDS[field]]
    taken = [span for span in known if span is not None]
    return next(
        (
            (start, end)
            for start, end in _found(sentence, field, scale_in_use(briefing))
            if not any(first < end and start < last for first, last in taken)
        ),
        None,
    )


def _found(sentence: Sentence, field: Field, scale: str) -> Iterable[Span]:
    match field:
        case "figures":
            return [
                sentence.span(quantity.first, quantity.last) for quantity in sentence.quantities
            ]
        case "when":
            return [sentence.span(date.first, date.last) for date in sentence.dates]
    return [term.span for term in find_terms(sentence, [], scale) if term.kind == "likelihood"]
