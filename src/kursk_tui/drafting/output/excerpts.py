"""Words of a text as a draft's file writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kursk_tui.text.sanitize import visible

if TYPE_CHECKING:
    from kursk_tui.drafting.findings import Item


def label(text: str) -> str:
    """Return words as one safe line."""
    return " ".join(visible(text).split())


def selector(text: str, start: int, end: int) -> dict[str, Any]:
    """Return a span as the file writes it."""
    return {"start": start, "end": end, "exact": text[start:end]}


def words_of(text: str, sentence: Item, start: int, end: int) -> dict[str, Any]:
    """Return words of a sentence, with their place where they stand in it twice."""
    words = text[start:end]
    exact = text[sentence.start : sentence.end]
    once = exact.find(words, exact.find(words) + 1) < 0
    return {"words": words} if once else {"words": words, "start": start}
