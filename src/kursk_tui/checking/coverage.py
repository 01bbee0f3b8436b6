"""How the claims of a briefing lie on its documents: what they leave out, and what is ambiguous."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kursk_tui.briefing import Briefing, Document

_KEY = 16


def uncovered(document: Document, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans of a document's words that neither a claim nor the document accounts for.

    Blanks and punctuation alone are no words.
    """
    known = [(one.start, one.end) for one in document.residue]
    if document.date_line is not None:
        known.append((document.date_line.start, document.date_line.end))
    at = 0
    for start, end in sorted([*known, *spans, (len(document.text), len(document.text))]):
        words = document.text[at:start]
        if any(map(str.isalnum, words)):
            first = at + len(words) - len(words.lstrip())
            yield first, at + len(words.rstrip())
        at = max(at, end)


def ambiguous(briefing: Briefing) -> Iterator[tuple[int, int]]:
    """Yield the claims whose quote stands more than once in its document, by number.

    With each comes a second place where it stands. A claim with a prefix or a suffix says which
    is meant.
    """
    by_document: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(briefing.claims):
        if claim.evidence.prefix is None and claim.evidence.suffix is None:
            by_document[claim.document].append(number)
    for name, numbers in by_document.items():
        text = briefing.document_by_id[name].text
        places = _places({briefing.claims[one].evidence.exact[:_KEY] for one in numbers}, text)
        for number in numbers:
            evidence = briefing.claims[number].evidence
            for start in places[evidence.exact[:_KEY]]:
                if start != evidence.start and text.startswith(evidence.exact, start):
                    yield number, start
                    break


def _places(beginnings: set[str], text: str) -> dict[str, list[int]]:
    """Return where each of some short texts stands: one pass for all of the same length."""
    places: dict[str, list[int]] = defaultdict(list)
    for length in {len(one) for one in beginnings}:
        for start in range(len(text) - length + 1):
            beginning = text[start : start + length]
            if beginning in beginnings:
                places[beginning].append(start)
    return places
