"""Compare two libraries: edition by edition, and what the reader has decided about them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kursk_tui.diffing.change import NOT_STATED, Change, ChangeKind, ClaimChange, Difference
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.diffing.versions import compare
from kursk_tui.library.decisions import Decisions
from kursk_tui.library.edition import Edition
from kursk_tui.library.ids import composite
from kursk_tui.library.library import Library
from kursk_tui.library.places import place_of
from kursk_tui.model import Briefing, Claim
from kursk_tui.text.messages import plural
from kursk_tui.text.sanitize import visible


def compare_libraries(old: Library, new: Library) -> Difference:
    """Return the changes from one library to another, with claims by their ids in the library.

    Editions with the same key are compared as two versions of a briefing. All claims of an edition
    that only one of the libraries has are new, or no longer there.
    """
    general = [*_decided(old.decisions, new.decisions)]
    claims: list[ClaimChange] = []
    for key, before, after in _pairs(old, new):
        edition = _edition_change(before, after, old, new)
        general += [edition] if edition is not None else []
        if edition is None or edition.what not in _NOT_COMPARED:
            difference = compare(_shown(before, after), _shown(after, before))
            general += [_of_edition(key, one) for one in difference.general if edition is None]
            claims += [_claims_of(key, claim) for claim in difference.claims]
    return Difference(tuple(general), tuple(claims))


_NOT_COMPARED: tuple[ChangeKind, ...] = ("edition-renamed", "edition-unread")
"""The kinds of changes of an edition whose claims are not compared."""


def _pairs(old: Library, new: Library) -> Iterator[tuple[str, Edition | None, Edition | None]]:
    """Yield the editions that differ, in the order of the newer library; the lost ones are last."""
    before = {edition.key: edition for edition in old.editions}
    after = {edition.key: edition for edition in new.editions}
    moved = {one.sha256: one for key, one in before.items() if key not in after}
    for key, edition in after.items():
        earlier = before.get(key) or moved.pop(edition.sha256, None)
        if earlier is None or (earlier.key, earlier.sha256) != (key, edition.sha256):
            yield key, earlier, edition
    lost = {one.key for one in moved.values()}
    for key in (one for one in before if one in lost):
        yield key, before[key], None


def _shown(edition: Edition | None, other: Edition | None) -> Briefing:
    """Return an edition as the library shows it; without claims if it does not exist."""
    if edition is None:
        assert other is not None
        return other.briefing.replace(claims=())
    claims = (claim for claim in edition.briefing.claims if claim.review_state != "rejected")
    return edition.briefing.replace(claims=tuple(claims))


def _edition_change(
    before: Edition | None, after: Edition | None, old: Library, new: Library
) -> Change | None:
    """Return the change if an edition was added, removed or renamed, or has errors; else None."""
    edition = after or before
    assert edition is not None
    if before is not None and after is not None:
        return None if before.key == after.key else _renamed(before, after)
    library, other = (new, old) if after is not None else (old, new)
    name = f"edition “{edition.key}”"
    if broken := _waiting(edition, library, other):
        verb = "has" if after is None else "had"
        message = f"{name} cannot be compared: {broken} {verb} errors"
        return _change("edition-unread", before, after, message)
    claims = plural(len(edition.briefing.claims), "claim")
    if after is not None:
        return _change("edition-added", before, after, f"{name} was added, with {claims}")
    message = f"{name} is no longer there; it had {claims}"
    return _change("edition-removed", before, after, message)


def _renamed(before: Edition, after: Edition) -> Change:
    message = f"edition “{before.key}” is “{after.key}” now, with the same contents"
    return _change("edition-renamed", before, after, message, Gravity.OTHER)


def _change(
    what: ChangeKind,
    before: Edition | None,
    after: Edition | None,
    message: str,
    gravity: Gravity = Gravity.LIBRARY,
) -> Change:
    was, now = (None if one is None else one.key for one in (before, after))
    return Change(what, was, now, message, gravity, "edition", None, None, message)


def _waiting(edition: Edition, library: Library, other: Library) -> str:
    """Return the file with errors that another library has in place of an edition."""
    place = place_of(edition.path, library)
    found = (file.path for file in other.waiting if place_of(file.path, other) == place)
    return next((visible(str(path)) for path in found), "")


def _of_edition(key: str, change: Change) -> Change:
    """Return a change of an edition as a whole with its name."""
    message = f"{key}: {change.message}"
    effect = message if change.effect == change.message else change.effect
    return replace(change, message=message, field=f"{change.field} of {key}", effect=effect)


def _claims_of(key: str, one: ClaimChange) -> ClaimChange:
    return ClaimChange(_named(key, one.old), _named(key, one.new), one.changes)


def _named(key: str, claim: Claim | None) -> Claim | None:
    return claim and claim.replace(id=composite(key, claim.id))


def _decided(old: Decisions, new: Decisions) -> Iterator[Change]:
    """Yield what changed in the reader's decisions."""
    before, after = _records(old), _records(new)
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(name), after.get(name)
        if was != now:
            yield _decision(name, was, now)


def _records(decisions: Decisions) -> Mapping[str, str]:
    """Return the decisions in words, by the kind and id of the record."""
    found = {} if decisions.title is None else {"title of the library": decisions.title}
    for field in type(decisions).model_fields:
        records = getattr(decisions, field)
        for record in records if isinstance(records, tuple) else ():
            given = record.model_dump(exclude_defaults=True, mode="json")
            name = given.pop("id", None) or " and ".join(sorted(given["of"]))
            found[f"{field}: {name}"] = _in_words(given)
    return found


def _in_words(given: Mapping[str, object]) -> str:
    return "; ".join(f"{name} {_value(value)}" for name, value in given.items())


def _value(value: object) -> str:
    if not isinstance(value, list):
        return "yes" if value is True else str(value)
    return ", ".join("/".join(one) if isinstance(one, list) else str(one) for one in value)


def _decision(name: str, was: str | None, now: str | None) -> Change:
    what: ChangeKind = "decision-changed"
    if was is None or now is None:
        what = "decision-added" if was is None else "decision-removed"
    message = f"{name}: {was or NOT_STATED} became {now or NOT_STATED}"
    return Change(what, was, now, message, Gravity.LIBRARY, name, was, now)
