"""Words of the document for fields: who or what is counted, where and when, and who says so."""

import re

from kursk_tui.editing.error import EditError
from kursk_tui.editing.fields import change_item, move_words
from kursk_tui.editing.items import Item
from kursk_tui.editing.sources import add_source, set_sources
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


def name_source(briefing: Briefing, number: int, name: str, span: Span | None = None) -> Briefing:
    """Return the briefing where a claim has a source with a name, in place of its origin.

    The words of the claim at `span`, or else the name if the claim has it once, are the words of
    the attribution, unless it has some. Raises EditError.
    """
    claim = briefing.claims[number]
    rest = claim.attribution.chain[1:]
    briefing, new = add_source(briefing, name)
    briefing = set_sources(briefing, number, (new, *rest))
    if claim.attribution.words is not None:
        return briefing
    if span is None:
        if claim.evidence.exact.count(name) != 1:
            return briefing
        span = claim.span_of(name, None)
    return move_words(briefing, number, Item("attribution"), *span)


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
