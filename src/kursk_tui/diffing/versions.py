"""Compare two versions of a briefing."""

from collections.abc import Iterator

from kursk_tui.diffing.change import (
    NOT_STATED,
    Change,
    ChangeKind,
    ClaimChange,
    Difference,
    by_order,
    replaced,
)
from kursk_tui.diffing.claims import claim_changes
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.model import Briefing, Document, Source
from kursk_tui.tracking.pairing import pair_claims
from kursk_tui.wording import phrases


def compare(old: Briefing, new: Briefing) -> Difference:
    """Return the changes from the old version to the new one."""
    general = (*_briefing_fields(old, new), *_documents(old, new), *_sources(old, new))
    return Difference(general, tuple(_claims(old, new)))


def _briefing_fields(old: Briefing, new: Briefing) -> Iterator[Change]:
    if old.title != new.title:
        message = f"title: “{old.title}” became “{new.title}”"
        titles = old.title, new.title
        yield replaced("title", Gravity.DOCUMENT, "title", titles, message=message)
    if old.status != new.status:
        yield replaced("status", Gravity.OTHER, "status", (old.status, new.status))
    if old.date != new.date:
        yield replaced("date", Gravity.DOCUMENT, "date", (_date(old.date), _date(new.date)))
    handling = phrases.handling(old) or NOT_STATED, phrases.handling(new) or NOT_STATED
    if handling[0] != handling[1]:
        yield replaced("handling", Gravity.DOCUMENT, "handling", handling)


def _date(edtf: str | None) -> str:
    return phrases.date(edtf) if edtf else NOT_STATED


def _documents(old: Briefing, new: Briefing) -> Iterator[Change]:
    before, after = old.document_by_id, new.document_by_id
    is_only = len(before) == len(after) == 1
    for name, document in after.items():
        if name not in before:
            yield _record("document-added", None, name, f"document “{name}” was added")
        else:
            yield from _document_changes(before[name], document, "document" if is_only else name)
    for name in (one for one in before if one not in after):
        yield _record("document-removed", name, None, f"document “{name}” was removed")


_STATED = ("title", "publisher", "date")
"""The fields of a document that state something of the document itself."""


def _document_changes(old: Document, new: Document, called: str) -> Iterator[Change]:
    """Yield what changed in a document: what is stated of it in words, other fields by name."""
    fields = _changed_fields(old, new)
    for field in (one for one in _STATED if one in fields):
        before, after = getattr(old, field), getattr(new, field)
        words = (before or NOT_STATED, after or NOT_STATED)
        if field == "date":
            words = (_date(before), _date(after))
        yield replaced("document-changed", Gravity.DOCUMENT, f"{called} {field}", words)
    if others := [field for field in fields if field not in _STATED]:
        message = f"document “{new.id}”: {', '.join(others)} changed"
        yield _record("document-changed", new.id, new.id, message)


def _sources(old: Briefing, new: Briefing) -> Iterator[Change]:
    before, after = old.source_by_id, new.source_by_id
    for name, source in after.items():
        if name not in before:
            yield _record("source-added", None, name, f"source “{source.name}” was added")
        elif fields := _changed_fields(before[name], source):
            details = ", ".join(
                f"{field} {getattr(before[name], field) or NOT_STATED} became "
                f"{getattr(source, field) or NOT_STATED}"
                for field in fields
            )
            message = f"source “{name}”: {details}"
            if "reliability" in fields:
                yield _regraded(before[name], source, message)
            else:
                yield _record("source-changed", name, name, message)
    for name, source in before.items():
        if name not in after:
            yield _record("source-removed", name, None, f"source “{source.name}” was removed")


def _record(what: ChangeKind, old: str | None, new: str | None, message: str) -> Change:
    field = what.partition("-")[0]
    return Change(what, old, new, message, Gravity.OTHER, field, None, None, message)


_NOT_JUDGED = "F"
"""The grade of reliability that is not below the others: it cannot be judged."""


def _regraded(old: Source, new: Source, message: str) -> Change:
    """Return the change of a source whose grade of reliability differs; it is the gravest part."""
    grades = old.reliability, new.reliability
    direction = None
    if grades[0] and grades[1] and _NOT_JUDGED not in grades:
        direction = by_order(-ord(grades[0]), -ord(grades[1]))  # A is the best grade
    return Change(
        "source-changed",
        old.id,
        new.id,
        message,
        Gravity.GRADING,
        f"reliability of {new.label}",
        grades[0] or NOT_STATED,
        grades[1] or NOT_STATED,
        direction=direction,
    )


def _changed_fields(old: Document | Source, new: Document | Source) -> list[str]:
    return [name for name in new.defaults if getattr(old, name) != getattr(new, name)]


def _claims(old: Briefing, new: Briefing) -> Iterator[ClaimChange]:
    for before, after in pair_claims(old.claims, new.claims):
        if after is None or before is None:
            assert before is not None or after is not None
            yield ClaimChange(before, after, ())
        elif found := tuple(claim_changes(before, after, old, new)):
            yield ClaimChange(before, after, found)
