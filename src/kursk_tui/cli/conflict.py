"""Describe how the file on the disk differs from the draft on the screen."""

import time
from collections.abc import Iterator
from pathlib import Path

from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError
from kursk_tui.formats.registry import Format
from kursk_tui.model import Briefing, Claim, Review
from kursk_tui.ui.briefing_file import RELOADS
from kursk_tui.vocabulary import Decision

_MOST = 3
"""Changes to list; a message has one line."""

_VERBS: dict[Decision | None, str] = {
    "accepted": "accepted",
    "rejected": "rejected",
    None: "undid the decision on",
}
_KINDS = {
    "attribution": "the source",
    "figure": "a figure",
    "likelihood": "a likelihood",
    "confidence": "the confidence",
    "when": "a date",
}
"""What the kinds of items are called."""


def conflict(path: Path, file_format: Format, shown: Briefing) -> str:
    """Return who changed what in the file since the version on the screen was read."""
    try:
        changed = time.strftime("%H:%M", time.localtime(path.stat().st_mtime))
        found = file_format.read(path, _limit(path))
    except (OSError, UnreadableError):
        return "another program has removed the file, or made it unreadable"
    except InvalidBriefingError as error:
        problem = error.problems[0].message
        return f"at {changed}, another program made the file invalid: {problem}"
    changes = list(_changes(shown, found))
    more = f" and {len(changes) - _MOST:,} more" if len(changes) > _MOST else ""
    what = ", ".join(changes[:_MOST]) or "changed the file"
    return f"at {changed}, another program {what}{more}{RELOADS}"


def _limit(path: Path) -> int:
    return path.stat().st_size + 1


def _changes(old: Briefing, new: Briefing) -> Iterator[str]:
    """Yield each change as a phrase such as “rejected S3”."""
    if new.status != old.status:
        yield f"made the briefing {new.status}"
        return
    before = {claim.id: claim for claim in old.claims}
    for claim in new.claims:
        was = before.pop(claim.id, None)
        if was is None:
            yield f"added {claim.id}"
        elif claim != was:
            yield from _changes_of(was, claim)
    for name in before:
        yield f"removed {name}"


def _changes_of(old: Claim, new: Claim) -> Iterator[str]:
    """Yield the decisions on a claim and its items, or that it is changed."""
    if old.review is None or new.review is None:
        yield f"changed {new.id}"
        return
    found = list(_decisions_on_items(old.review, new.review))
    decided = new.review.decision != old.review.decision
    if decided:
        yield f"{_VERBS[new.review.decision]} {new.id}"
    # Decisions change what a claim states only by what is rejected.
    states_else = new.replace(review=None) != old.replace(review=None)
    if not (found or decided) or (states_else and new.review.rejected == old.review.rejected):
        yield f"changed {new.id}"
    yield from (f"{one} of {new.id}" for one in found)


def _decisions_on_items(old: Review, new: Review) -> Iterator[str]:
    """Yield each decision on an item as a phrase such as “rejected a figure”."""
    before = {(one.kind, one.start, one.end): one.decision for one in old.items}
    for item in new.items:
        if item.decision != before.get((item.kind, item.start, item.end)):
            yield f"{_VERBS[item.decision]} {_KINDS.get(item.kind, 'an item')}"
    numbers = {(one.start, one.end): one.decision for one in old.open_numbers}
    for number in new.open_numbers:
        if number.decision != numbers.get((number.start, number.end)):
            yield f"{_VERBS[number.decision]} a number"
