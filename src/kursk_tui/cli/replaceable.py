"""What `-o` may replace without `--force`: only what is certainly worthless."""

from pathlib import Path

from kursk_tui.text.messages import plural


def why_not_replaceable(path: Path, data: bytes, source: Path | None) -> str | None:
    """Return why a file with this content is not replaced, or None if it is worthless.

    An empty file is worthless, and so is a draft in which nothing has been decided. Whatever cannot
    be read as a briefing may be anything. `source` is the file that the command has read.
    """
    if not data:
        return None
    if source is not None and source.exists() and path.samefile(source):
        return "it is the file that was read"
    return _work_lost(data)


def _work_lost(data: bytes) -> str | None:
    from kursk_tui.formats.json import parse  # deferred: most outputs are new files
    from kursk_tui.formats.problem import InvalidBriefingError

    try:
        briefing = parse(data, "")
    except InvalidBriefingError:
        return "it exists, and is not an undecided draft"
    if briefing.status != "draft":
        return "it contains a briefing that is not a draft"
    decided = sum(claim.review_state in ("accepted", "rejected") for claim in briefing.claims)
    if decided:
        return f"it contains a draft with {plural(decided, 'decision')}"
    if not briefing.claims or any(claim.review is None for claim in briefing.claims):
        return "it contains claims that were not drafted"
    return None
