"""Names of items, for messages."""

from kursk_tui.editing.items import Field, Item, span_of
from kursk_tui.model import Claim
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import visible
from kursk_tui.wording import phrases

KINDS: dict[Field, str] = {
    "attribution": "source",
    "figures": "figure",
    "likelihoods": "likelihood",
    "confidence": "confidence",
    "when": "date",
    "open_numbers": "number",
}
"""What the items of each field are called."""

_QUOTE = 24
"""The maximum length of a quote in a name."""


def name_of(claim: Claim, item: Item) -> str:
    """Return the name of an item of a claim, such as “figure “at least 12” of S3”."""
    span = span_of(claim, item)
    words = (
        ""
        if span is None
        else f" {phrases.quoted(shortened(visible(claim.words_at(*span)), _QUOTE))}"
    )
    return f"{KINDS[item.field]}{words} of {claim.id}"
