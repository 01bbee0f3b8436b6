"""From findings to a briefing file: one claim per sentence, with everything found in it."""

from collections.abc import Iterator
from hashlib import sha256

from kursk_tui.drafting.claim_split import split_claims
from kursk_tui.drafting.origin import Origin
from kursk_tui.drafting.output.claims import DOCUMENT, ClaimBuilder, StatedFigure
from kursk_tui.drafting.output.entries import (
    BriefingFile,
    DocumentEntry,
    ExtractionEntry,
    SourceEntry,
    selector,
)
from kursk_tui.drafting.output.source_registry import Entry, Registry
from kursk_tui.drafting.text_findings import SentenceFindings, TextFindings
from kursk_tui.english.summaries import one_line
from kursk_tui.model import FORMAT

_UNTITLED = "Untitled draft"


def build(found: TextFindings) -> BriefingFile:
    """Return the briefing file of a draft as data; everything in it comes from the findings."""
    registry = Registry()
    parts = {f"c{number}": part for number, part in enumerate(_claims(found), start=1)}
    figures = {
        figure.span: StatedFigure(name, part.sentence)
        for name, part in parts.items()
        for figure in part.figures
    }
    claims = [
        ClaimBuilder(found, part, name, figures).data(registry) for name, part in parts.items()
    ]
    raw: BriefingFile = {
        "format": FORMAT,
        "status": "draft",
        "title": _title(found),
    }
    if found.date:
        raw["date"] = found.date
    raw["documents"] = [_document(found)]
    raw["sources"] = [_source(entry) for entry in registry.entries]
    raw["claims"] = claims
    return raw


def _claims(found: TextFindings) -> Iterator[SentenceFindings]:
    """Yield what becomes a claim: each sentence, or its parts if it makes several claims."""
    for whole in found.sentences:
        yield from split_claims(found.text, whole)


def _title(found: TextFindings) -> str:
    if found.title:
        return one_line(found.title)
    starts = (one.sentence.start for one in found.sentences)
    first = next(starts, len(found.text))
    titles = (part for part in found.headings if part.kind == "heading")
    before = [part for part in titles if part.end <= first]
    return one_line(found.text[before[0].start : before[0].end]) if before else _UNTITLED


def _document(found: TextFindings) -> DocumentEntry:
    text = found.text
    raw: DocumentEntry = {"id": DOCUMENT}
    if found.title:
        raw["title"] = one_line(found.title)
    if found.publisher:
        raw["publisher"] = one_line(found.publisher)
    if found.date:
        raw["date"] = found.date
    elif found.origin is not None and found.origin.date:
        raw["date"] = found.origin.date
    raw["language"] = "en"
    if found.origin is not None and found.origin.url:
        raw["url"] = found.origin.url
    raw["text"] = text
    raw["sha256"] = sha256(text.encode()).hexdigest()
    if found.origin is not None:
        raw["extraction"] = _extraction(found.origin)
    if found.date_line is not None:
        raw["date_line"] = selector(text, found.date_line.start, found.date_line.end)
    if found.headings:
        raw["residue"] = [selector(text, part.start, part.end) for part in found.headings]
    return raw


def _extraction(origin: Origin) -> ExtractionEntry:
    raw: ExtractionEntry = {
        "file": one_line(origin.file),
        "sha256": origin.sha256,
        "media_type": origin.media_type,
    }
    if origin.extractor:
        raw["extractor"] = one_line(origin.extractor)
    if origin.version:
        raw["version"] = one_line(origin.version)
    return raw


def _source(entry: Entry) -> SourceEntry:
    raw: SourceEntry = {"id": entry.id, "name": one_line(entry.name)}
    if entry.short:
        raw["short"] = one_line(entry.short)
    if entry.kind:
        raw["kind"] = one_line(entry.kind)
    return raw
