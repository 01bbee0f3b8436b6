"""How the claims of a briefing lie on its documents: what they leave out, and what is ambiguous."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kursk_tui.model import Briefing, Document
from kursk_tui.model.document import Selector
from kursk_tui.progress import track

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

    With each comes a second place where it stands. It is not ambiguous if its prefix and suffix
    do not stand around it there.
    """
    by_document: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(track("checking", briefing.claims)):
        by_document[claim.document].append(number)
    for name, numbers in by_document.items():
        text = briefing.document_by_id[name].text
        wanted = {one: _in_context(briefing.claims[one].evidence) for one in numbers}
        places = _places({one[:_KEY] for one in wanted.values()}, text)
        for number, words in wanted.items():
            evidence = briefing.claims[number].evidence
            before = len(evidence.prefix or "")
            for start in places[words[:_KEY]]:
                if start + before != evidence.start and text.startswith(words, start):
                    yield number, start + before
                    break


def _in_context(evidence: Selector) -> str:
    return f"{evidence.prefix or ''}{evidence.exact}{evidence.suffix or ''}"


def _places(beginnings: set[str], text: str) -> dict[str, list[int]]:
    """Return where each of some short texts stands: one pass for all of the same length."""
    places: dict[str, list[int]] = defaultdict(list)
    for length in {len(one) for one in beginnings}:
        for start in range(len(text) - length + 1):
            beginning = text[start : start + length]
            if beginning in beginnings:
                places[beginning].append(start)
    return places
