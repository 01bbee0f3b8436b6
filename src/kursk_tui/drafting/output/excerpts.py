"""Words of a text as the file of a draft writes them."""

from kursk_tui.drafting.findings import Finding
from kursk_tui.drafting.output.file_types import Selector, Words
from kursk_tui.text.sanitize import visible


def label(text: str) -> str:
    """Return words as one line without control characters."""
    return " ".join(visible(text).split())


def selector(text: str, start: int, end: int) -> Selector:
    """Return a span as the file writes it."""
    return {"start": start, "end": end, "exact": text[start:end]}


def add_words(entry: Words, text: str, sentence: Finding, start: int, end: int) -> None:
    """Add words of a sentence to an entry, with their place if the sentence has them twice."""
    words = text[start:end]
    exact = text[sentence.start : sentence.end]
    entry["words"] = words
    if exact.find(words, exact.find(words) + 1) >= 0:
        entry["start"] = start
