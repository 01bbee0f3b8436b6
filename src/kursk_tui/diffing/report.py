"""Differences between two versions, for people and for programs.

Each function `as_…` is a choice of `diff --format`.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from kursk_tui.diffing.change import Change, ClaimChange, Difference
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.diffing.ranking import Entry, ranked
from kursk_tui.diffing.words import Piece
from kursk_tui.library.library import library_of
from kursk_tui.model import Briefing, Claim
from kursk_tui.text.messages import ELLIPSIS, plural
from kursk_tui.text.sanitize import escaped
from kursk_tui.wording import phrases

Line = tuple[Piece, ...]
"""A line to print, with the words that were removed or added."""

_ON_TWO_LINES = ("reworded", "summary")
"""The kinds of changes whose old and new values are sentences, too long for one line."""

_WHOLE = ("claim-added", "claim-removed")
_WITH_QUOTE = (*_WHOLE, "reworded")


def as_text(
    difference: Difference, old: Briefing, new: Briefing, name: str, least: Gravity
) -> Iterator[Line]:
    """Yield lines: the changes as grave as `least` or graver, the gravest first.

    `name` is the name of the old version. The last line counts the changes that are left out.
    """
    ranking = ranked(difference)
    shown = [entry for entry in ranking.entries if entry.change.gravity <= least]
    found = ", ".join(
        level.counted(number) for level, number in ranking.counts.items() if level <= least
    )
    yield _plain(f"Changes since {name}: {found or 'none'}")
    yield _plain(_extent(old, new))
    for level, entries in groupby(shown, key=lambda entry: entry.change.gravity):
        yield from (_plain(""), _plain(level.words.capitalize()))
        for claim, changes in groupby(entries, key=lambda entry: entry.claim):
            yield from _of_claim(claim, list(changes))
    hidden = [level.counted(number) for level, number in ranking.counts.items() if level > least]
    if hidden:
        yield from (_plain(""), _plain(f"Not shown: {', '.join(hidden)}; --all shows them"))


def _extent(old: Briefing, new: Briefing) -> str:
    """Return how many claims there were and are; of libraries, also how many editions."""
    claims = f"{plural(len(old.claims), 'claim')} before, {len(new.claims):,} now"
    before, after = library_of(old), library_of(new)
    if before is None or after is None:
        return claims
    counted = plural(len(before.editions), "edition")
    return f"{counted} before, {len(after.editions):,} now · {claims}"


def _of_claim(claim: Claim | None, entries: Sequence[Entry]) -> Iterator[Line]:
    if claim is not None:
        older = " (in the older version)" if entries[0].new is None else ""
        quotes = all(entry.change.what in _WITH_QUOTE for entry in entries)
        repeats = _quote(claim).startswith(claim.summary.removesuffix(ELLIPSIS))
        summary = "" if quotes and repeats else f"  {claim.summary}"
        yield _plain(f"  {claim.id}{older}{summary}")
    for entry in entries:
        yield from _of_entry(entry)


def _quote(claim: Claim) -> str:
    return " ".join(claim.evidence.exact.split())


def _of_entry(entry: Entry) -> Iterator[Line]:
    change = entry.change
    start = f"    {entry.sign} "
    old, new = change.old_words, change.new_words
    if change.what in _WHOLE or (old is None and new is None):
        yield _plain(f"{start}{change.effect or phrases.quoted(old or new or '')}")
        return
    pieces = entry.pieces
    if change.what in _ON_TWO_LINES:
        yield _plain(f"{start}{change.field}")
        yield _line("      - ", _side("removed", pieces))
        yield _line("      + ", _side("added", pieces))
    else:
        before = _side("removed", pieces) if old else _plain(_ABSENT)
        after = _side("added", pieces) if new else _plain(_ABSENT)
        yield _line(f"{start}{change.field}: ", before, phrases.BECAME, after)
    if change.effect:
        yield _plain(f"      {change.effect}")


_ABSENT = "—"


def _side(kind: str, pieces: Sequence[Piece]) -> Line:
    """Return the old or the new words, with the marks of what was removed or added."""
    return tuple(piece for piece in pieces if piece.kind in ("same", kind))


def _line(*parts: str | Line) -> Line:
    return tuple(
        piece for part in parts for piece in (_plain(part) if isinstance(part, str) else part)
    )


def _plain(text: str) -> Line:
    return (Piece("same", text),)


def as_json(
    difference: Difference, old: Briefing, new: Briefing, name: str, least: Gravity
) -> Iterator[str]:
    """Yield a JSON object: counts, `general` changes, and the `claims` that changed.

    It has all changes; with `least` above rewordings, only those as grave as `least` or graver.
    """
    if least < Gravity.REWORDED:
        difference = difference.as_grave_as(least)
    added = sum(claim.old is None for claim in difference.claims)
    removed = sum(claim.new is None for claim in difference.claims)
    data = {
        "since": name,
        "counts": {
            "old": len(old.claims),
            "new": len(new.claims),
            "added": added,
            "removed": removed,
            "changed": len(difference.claims) - added - removed,
        },
        "general": [_change(one) for one in difference.general],
        "claims": [_claim(claim) for claim in difference.claims],
    }
    yield escaped(json.dumps(data, ensure_ascii=False, indent=2))


def _claim(one: ClaimChange) -> dict[str, object]:
    status = "added" if one.old is None else "removed" if one.new is None else "changed"
    return {
        "id": one.claim.id,
        "status": status,
        "gravity": one.gravity.key,
        "summary": one.claim.summary,
        "quote": one.claim.evidence.exact,
        "changes": [_change(change) for change in one.changes],
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "what": change.what,
        "gravity": change.gravity.key,
        "direction": change.direction,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "old_words": change.old_words,
        "new_words": change.new_words,
        "effect": change.effect or None,
        "message": change.message,
    }
