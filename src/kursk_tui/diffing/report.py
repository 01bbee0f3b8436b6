"""Differences between two editions, for people and for programs.

Each function `as_…` is a choice of `diff --format`.
"""

import json
from collections.abc import Iterator

from kursk_tui.diffing import Difference
from kursk_tui.diffing.change import Change, ClaimChange
from kursk_tui.model import Briefing, Claim
from kursk_tui.text.messages import plural
from kursk_tui.text.sanitize import escaped
from kursk_tui.wording import phrases


def as_text(difference: Difference, old: Briefing, new: Briefing) -> Iterator[str]:
    """Yield lines: changes of the briefing as a whole, then those of each claim.

    A claim is marked with `+` if it was added, `-` if removed, and `~` if changed.
    """
    return _lines(difference, old, new)


def as_json(difference: Difference, old: Briefing, new: Briefing) -> Iterator[str]:
    """Yield a JSON object: counts, `general` changes, and the `claims` that changed."""
    added, removed, changed = _counts(difference)
    data = {
        "counts": {
            "old": len(old.claims),
            "new": len(new.claims),
            "added": added,
            "removed": removed,
            "changed": changed,
        },
        "general": [_change(one) for one in difference.general],
        "claims": [_claim(one) for one in difference.claims],
    }
    yield escaped(json.dumps(data, ensure_ascii=False, indent=2))


def _counts(difference: Difference) -> tuple[int, int, int]:
    added = sum(one.old is None for one in difference.claims)
    removed = sum(one.new is None for one in difference.claims)
    return added, removed, len(difference.claims) - added - removed


def _lines(difference: Difference, old: Briefing, new: Briefing) -> Iterator[str]:
    added, removed, changed = _counts(difference)
    yield (
        f"{plural(len(old.claims), 'claim')} before, {len(new.claims):,} now: "
        f"{added:,} added, {removed:,} removed, {changed:,} changed"
    )
    if difference.general:
        yield ""
    for change in difference.general:
        yield f"! {change.message}"
    for one in difference.claims:
        yield ""
        mark = "+" if one.old is None else "-" if one.new is None else "~"
        yield f"{mark} {one.claim.id}  {one.claim.summary}"
        if one.old is None or one.new is None:
            yield f"    {_quote(one.claim)}"
        for change in one.changes:
            yield f"    {change.message}"


def _quote(claim: Claim) -> str:
    return phrases.quoted(" ".join(claim.evidence.exact.split()))


def _claim(one: ClaimChange) -> dict[str, object]:
    status = "added" if one.old is None else "removed" if one.new is None else "changed"
    return {
        "id": one.claim.id,
        "status": status,
        "summary": one.claim.summary,
        "quote": one.claim.evidence.exact,
        "changes": [_change(change) for change in one.changes],
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "what": change.what,
        "old": change.old,
        "new": change.new,
        "message": change.message,
    }
