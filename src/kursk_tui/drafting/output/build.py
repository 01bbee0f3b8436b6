"""From a draft to a briefing file: a claim for each sentence, with everything found in it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from kursk_tui.drafting.attribution.source_registry import Entry, Registry
from kursk_tui.drafting.attribution.speaker_split import halves
from kursk_tui.drafting.output.claims import DOCUMENT, Claim
from kursk_tui.drafting.output.excerpts import label, selector
from kursk_tui.model import FORMAT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kursk_tui.drafting.draft import Draft
    from kursk_tui.drafting.findings import Item, Worded

_UNTITLED = "Untitled draft"


def build(draft: Draft) -> dict[str, Any]:
    """Return the briefing file of a draft as data; nothing in it is not in the draft."""
    registry = Registry()
    claims = [
        Claim(draft, sentence, items, worded).data(f"c{number}", registry)
        for number, (sentence, items, worded) in enumerate(_by_sentence(draft), start=1)
    ]
    raw: dict[str, Any] = {
        "format": FORMAT,
        "status": "draft",
        "title": _title(draft),
        "documents": [_document(draft)],
        "sources": [_source(entry) for entry in registry.entries],
        "claims": claims,
    }
    if draft.date:
        raw["date"] = draft.date
    return raw


def _by_sentence(draft: Draft) -> Iterator[tuple[Item, list[Item], list[Worded]]]:
    """Yield what is to be a claim with what stands in it; all are in the order of the text."""
    others = [item for item in draft.items if item.kind != "sentence"]
    worded = sorted(draft.worded, key=lambda one: (one.start, -one.end))
    item = word = 0
    for sentence in draft.items:
        if sentence.kind != "sentence":
            continue
        end = item
        while end < len(others) and others[end].start < sentence.end:
            end += 1
        for half in halves(draft.text, sentence, others[item:end]):
            first, first_word = item, word
            while item < end and others[item].start < half.end:
                item += 1
            while word < len(worded) and worded[word].start < half.end:
                word += 1
            yield half, others[first:item], worded[first_word:word]


def _title(draft: Draft) -> str:
    if draft.title:
        return label(draft.title)
    starts = (item.start for item in draft.items if item.kind == "sentence")
    first = next(starts, len(draft.text))
    heads = [part for part in draft.headings if part.end <= first]
    return label(draft.text[heads[0].start : heads[0].end]) if heads else _UNTITLED


def _document(draft: Draft) -> dict[str, Any]:
    text = draft.text
    raw: dict[str, Any] = {"id": DOCUMENT}
    if draft.title:
        raw["title"] = label(draft.title)
    if draft.publisher:
        raw["publisher"] = label(draft.publisher)
    if draft.date:
        raw["date"] = draft.date
    raw |= {"language": "en", "text": text, "sha256": sha256(text.encode()).hexdigest()}
    if draft.date_line is not None:
        raw["date_line"] = selector(text, draft.date_line.start, draft.date_line.end)
    if draft.headings:
        raw["residue"] = [selector(text, part.start, part.end) for part in draft.headings]
    return raw


def _source(entry: Entry) -> dict[str, Any]:
    raw: dict[str, Any] = {"id": entry.id, "name": label(entry.name)}
    if entry.short:
        raw["short"] = label(entry.short)
    if entry.kind:
        raw["kind"] = label(entry.kind)
    return raw
