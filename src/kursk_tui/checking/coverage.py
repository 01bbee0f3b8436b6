"""How claims cover their documents: what they leave out, and which quotes are ambiguous."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kursk_tui.checking.caution import Caution, Cautions
from kursk_tui.model import Briefing, Document
from kursk_tui.model.document import Selector
from kursk_tui.progress import track
from kursk_tui.text.messages import shortened
from kursk_tui.wording.phrases import quoted

_KEY = 16
"""How many characters of a quote are used to find where it occurs."""

_SHOWN = 60


def text_not_covered(briefing: Briefing) -> Cautions:
    """Find the parts of documents that no claim covers."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for claim in briefing.claims:
        spans[claim.document].append((claim.evidence.start, claim.evidence.end))
    for index, document in enumerate(briefing.documents):
        for start, end in _uncovered(document, spans[document.id]):
            words = document.text[start:end]
            shown = shortened(words, _SHOWN)
            message = (
                f"no claim covers characters {start}–{end}, {quoted(shown)}; "
                "list what makes no claim in “residue”"
            )
            yield Caution(("documents", index, "text"), "text-not-covered", message)


def _uncovered(document: Document, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans with letters or digits that neither a claim nor the document accounts for."""
    known = [(span.start, span.end) for span in document.residue]
    if document.date_line is not None:
        known.append((document.date_line.start, document.date_line.end))
    at = 0
    for start, end in sorted([*known, *spans, (len(document.text), len(document.text))]):
        words = document.text[at:start]
        if any(map(str.isalnum, words)):
            first = at + len(words) - len(words.lstrip())
            yield first, at + len(words.rstrip())
        at = max(at, end)


def ambiguous_quotes(briefing: Briefing) -> Cautions:
    """Find quotes that occur more than once in their document, between the same words."""
    for number, other in _ambiguous(briefing):
        evidence = briefing.claims[number].evidence
        if evidence.prefix or evidence.suffix:
            message = (
                f"these words also occur at character {other} of the document, between the same "
                "“prefix” and “suffix”; lengthen one of the two"
            )
        else:
            message = (
                f"these words also occur at character {other} of the document; "
                "add “prefix” or “suffix”"
            )
        yield Caution(("claims", number, "evidence", "exact"), "ambiguous-quote", message)


def _ambiguous(briefing: Briefing) -> Iterator[tuple[int, int]]:
    """Yield the index of each claim with an ambiguous quote, and another offset of the quote."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(track("checking", briefing.claims)):
        by_document[claim.document].append(number)
    for name, numbers in by_document.items():
        text = briefing.document_by_id[name].text
        quotes = {one: _in_context(briefing.claims[one].evidence) for one in numbers}
        places = _places({one[:_KEY] for one in quotes.values()}, text)
        for number, words in quotes.items():
            evidence = briefing.claims[number].evidence
            before = len(evidence.prefix or "")
            for start in places[words[:_KEY]]:
                if start + before != evidence.start and text.startswith(words, start):
                    yield number, start + before
                    break


def _in_context(evidence: Selector) -> str:
    return f"{evidence.prefix or ''}{evidence.exact}{evidence.suffix or ''}"


def _places(beginnings: set[str], text: str) -> dict[str, list[int]]:
    """Return the offsets of each beginning in a text, in one pass for each length."""
    places: dict[str, list[int]] = defaultdict(list)
    for length in {len(one) for one in beginnings}:
        for start in range(len(text) - length + 1):
            beginning = text[start : start + length]
            if beginning in beginnings:
                places[beginning].append(start)
    return places
