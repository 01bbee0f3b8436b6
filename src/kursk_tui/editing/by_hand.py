"""Claims that the analyst makes of words of the document."""

import json
from itertools import count
from typing import TypeAlias

from pydantic import TypeAdapter

from kursk_tui.drafting import NotDraftableError, draft
from kursk_tui.drafting.layout import with_newlines
from kursk_tui.drafting.output.entries import BriefingFile
from kursk_tui.editing.claims import with_claims
from kursk_tui.editing.division import join
from kursk_tui.editing.error import EditError
from kursk_tui.editing.marked_words import day_of
from kursk_tui.editing.sources import add_source
from kursk_tui.editing.spans import selector
from kursk_tui.english.summaries import summary
from kursk_tui.model import Briefing, Claim, Document, Review

_OFFSETS = frozenset({"start", "end"})
Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def claim_by_hand(briefing: Briefing, document: str, start: int, end: int) -> Briefing:
    """Return the briefing with one more claim: the words from `start` to `end` of a document.

    The claim states what drafting finds in these words alone, for review. Raises EditError if the
    span is blank, or if several sources speak in it.
    """
    source = briefing.document_by_id[document]
    evidence = selector(source.text, start, end)
    for claim in briefing.claims:
        if (claim.document, claim.evidence.start, claim.evidence.end) == (
            document,
            evidence.start,
            evidence.end,
        ):
            raise EditError(f"{claim.id} has these words already")
    drafted = _drafted(source, evidence.start, evidence.end)
    number = _place(briefing, document, evidence.start)
    if drafted is None or not drafted["claims"]:
        claims = [_bare(briefing, source, evidence.start, evidence.end)]
    else:
        briefing, claims = _with_sources(briefing, drafted, source, evidence.start)
    spoken = (claim.attribution for claim in claims if claim.attribution.chains)
    if len({(attribution.chains, attribution.stance) for attribution in spoken}) > 1:
        raise EditError("several sources speak in these words; mark the words of each alone")
    new = with_claims(briefing, number, 0, claims)
    for _ in claims[1:]:
        new = join(new, number)
    return new


def _drafted(document: Document, start: int, end: int) -> BriefingFile | None:
    """Return the draft of a part of a document; None if it cannot be drafted."""
    words = document.text[start:end]
    if with_newlines(words) != words:
        return None  # the offsets of a draft would be others
    day = day_of(document)
    date = day.isoformat() if day is not None else None
    try:
        return draft(words, date=date, publisher=document.publisher).briefing()
    except NotDraftableError:
        return None


def _place(briefing: Briefing, document: str, start: int) -> int:
    """Return the number that a claim gets in the order of its document."""
    before = [
        number
        for number, claim in enumerate(briefing.claims)
        if claim.document == document and claim.evidence.start <= start
    ]
    return before[-1] + 1 if before else 0


def _bare(briefing: Briefing, document: Document, start: int, end: int) -> Claim:
    evidence = selector(document.text, start, end)
    return Claim(
        id=_free_ids(briefing, 1)[0],
        document=document.id,
        kind="reported",
        summary=summary(evidence.exact),
        evidence=evidence,
        review=Review(),
    )


def _with_sources(
    briefing: Briefing, drafted: BriefingFile, document: Document, offset: int
) -> tuple[Briefing, list[Claim]]:
    """Return the briefing with the sources of a draft, and its claims at their place."""
    ids: dict[str, str] = {}
    for source in drafted["sources"]:
        briefing, ids[source["id"]] = add_source(briefing, source["name"])
    raw = json.loads(json.dumps(drafted["claims"]))
    names = _free_ids(briefing, len(raw))
    for claim, name in zip(raw, names, strict=True):
        claim |= {"id": name, "document": document.id}
        if attribution := claim.get("attribution"):
            attribution["chain"] = [ids[source] for source in attribution.get("chain", ())]
        for key in ("prefix", "suffix"):
            claim["evidence"].pop(key, None)
    reader = TypeAdapter(list[Claim])
    return briefing, reader.validate_json(json.dumps(_shifted(raw, offset)))


def _shifted(raw: Json, offset: int) -> Json:
    """Return the data of claims with every offset into the text increased."""
    if isinstance(raw, list):
        return [_shifted(value, offset) for value in raw]
    if not isinstance(raw, dict):
        return raw
    shifted: dict[str, Json] = {}
    for key, value in raw.items():
        if key in _OFFSETS and isinstance(value, int):
            shifted[key] = value + offset
        elif key == "evidence" and isinstance(value, list):
            shifted[key] = [[at + offset for at in pair] for pair in value]  # type: ignore[operator, union-attr]
        else:
            shifted[key] = _shifted(value, offset)
    return shifted


def _free_ids(briefing: Briefing, number: int) -> list[str]:
    used = {claim.id for claim in briefing.claims}
    free = (name for nth in count(len(used) + 1) if (name := f"c{nth}") not in used)
    return [next(free) for _ in range(number)]
