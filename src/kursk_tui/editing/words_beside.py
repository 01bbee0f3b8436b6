"""Words of the document beside a figure: who or what is counted, where, and in which period."""

import re

from kursk_tui.editing.error import EditError
from kursk_tui.editing.fields import change_item
from kursk_tui.editing.items import Item
from kursk_tui.editing.spans import Span
from kursk_tui.model import Briefing, Claim, Document
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import visible

_QUOTE = 40
_BETWEEN = r"[\s>]+"
"""What may be between two words: also the ">" in front of a line of quoted mail."""


def change_words_beside(
    briefing: Briefing, number: int, item: Item, field: str, words: str
) -> Briefing:
    """Return the briefing with other words in a field of a figure; without words, with none.

    Raises EditError if the document does not have the words.
    """
    if words:
        claim = briefing.claims[number]
        document = briefing.document_by_id[claim.document]
        words = one_line(document, span_in(document, claim, words))
    return change_item(briefing, number, item, **{field: words or None})


def span_in(document: Document, claim: Claim, words: str) -> Span:
    """Return where words are in a document, whatever their case and blanks: first in the claim.

    Raises EditError if the document does not have them.
    """
    parts = map(re.escape, words.split())
    pattern = re.compile(rf"(?<!\w){_BETWEEN.join(parts)}(?!\w)", re.IGNORECASE)
    found = pattern.search(document.text, claim.evidence.start, claim.evidence.end)
    found = found or pattern.search(document.text)
    if found is None:
        quote = shortened(visible(words), _QUOTE)
        raise EditError(f"“{quote}” is not in the document; type its words, or mark them")
    return found.span()


def one_line(document: Document, span: Span) -> str:
    """Return words of a document as one line."""
    return " ".join(visible(re.sub(_BETWEEN, " ", document.text[slice(*span)])).split())
