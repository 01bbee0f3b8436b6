"""What `-o` may replace without `--force`: only what is certainly worthless."""

import os
import sys
from pathlib import Path

from kursk_tui.formats.source import STDIN
from kursk_tui.text.messages import plural


def why_not_replaceable(path: Path, data: bytes, source: Path | None) -> str | None:
    """Return why a file with this content is not replaced, or None if it is worthless.

    An empty file is worthless, and so is a draft in which nothing has been decided. Whatever cannot
    be read as a briefing may be anything. `source` is the file that the command has read.
    """
    if not data:
        return None
    if source is not None and _is_same(path, source):
        return "it is the input file"
    return _work_lost(data)


def _is_same(path: Path, source: Path) -> bool:
    """Return whether a file is the one that was read, perhaps redirected to standard input."""
    try:
        read = os.fstat(sys.stdin.fileno()) if source == STDIN else source.stat()
    except OSError:
        return False
    return os.path.samestat(path.stat(), read)


def _work_lost(data: bytes) -> str | None:
    from kursk_tui.formats.json import parse  # deferred: most outputs are new files
    from kursk_tui.formats.problem import InvalidBriefingError

    try:
        briefing = parse(data, "")
    except InvalidBriefingError:
        return "it exists"
    if briefing.status != "draft":
        return "it contains a briefing that is not a draft"
    decided = sum(claim.review_state in ("accepted", "rejected") for claim in briefing.claims)
    if decided:
        return f"it contains a draft with {plural(decided, 'decision')}"
    if not briefing.claims or any(claim.review is None for claim in briefing.claims):
        return "it contains claims that were not drafted"
    return None
