"""Compare two editions of a briefing."""

from collections.abc import Iterator

from kursk_tui.diffing.change import NOT_STATED, Change, ClaimChange, Difference
from kursk_tui.diffing.claims import claim_changes
from kursk_tui.diffing.pairing import pair_claims
from kursk_tui.model import Briefing, Document, Source
from kursk_tui.wording import phrases


def compare(old: Briefing, new: Briefing) -> Difference:
    """Return the changes from the old edition to the new one."""
    general = (*_briefing_fields(old, new), *_documents(old, new), *_sources(old, new))
    return Difference(general, tuple(_claims(old, new)))


def _briefing_fields(old: Briefing, new: Briefing) -> Iterator[Change]:
    if old.title != new.title:
        message = f"title: “{old.title}” became “{new.title}”"
        yield Change("title", old.title, new.title, message)
    if old.status != new.status:
        yield Change("status", old.status, new.status, f"status: {old.status} became {new.status}")
    if old.date != new.date:
        before, after = (phrases.date(one) if one else NOT_STATED for one in (old.date, new.date))
        yield Change("date", old.date, new.date, f"date: {before} became {after}")


def _documents(old: Briefing, new: Briefing) -> Iterator[Change]:
    before, after = old.document_by_id, new.document_by_id
    for name, document in after.items():
        if name not in before:
            yield Change("document-added", None, name, f"document “{name}” was added")
        elif fields := _changed_fields(before[name], document):
            message = f"document “{name}”: {', '.join(fields)} changed"
            yield Change("document-changed", name, name, message)
    for name in (one for one in before if one not in after):
        message = f"document “{name}” was removed"
        yield Change("document-removed", name, None, message)


def _sources(old: Briefing, new: Briefing) -> Iterator[Change]:
    before, after = old.source_by_id, new.source_by_id
    for name, source in after.items():
        if name not in before:
            yield Change("source-added", None, name, f"source “{source.name}” was added")
        elif fields := _changed_fields(before[name], source):
            details = ", ".join(
                f"{field} {getattr(before[name], field) or NOT_STATED} became "
                f"{getattr(source, field) or NOT_STATED}"
                for field in fields
            )
            yield Change("source-changed", name, name, f"source “{name}”: {details}")
    for name, source in before.items():
        if name not in after:
            message = f"source “{source.name}” was removed"
            yield Change("source-removed", name, None, message)


def _changed_fields(old: Document | Source, new: Document | Source) -> list[str]:
    return [name for name in new.defaults if getattr(old, name) != getattr(new, name)]


def _claims(old: Briefing, new: Briefing) -> Iterator[ClaimChange]:
    for before, after in pair_claims(old.claims, new.claims):
        if after is None or before is None:
            assert before is not None or after is not None
            yield ClaimChange(before, after, ())
        elif found := tuple(claim_changes(before, after, old, new)):
            yield ClaimChange(before, after, found)
