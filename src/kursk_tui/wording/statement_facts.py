"""A statement in its track, in words: the statement before it, its bound, and its rivals."""

from collections.abc import Iterator

from kursk_tui.model import Briefing
from kursk_tui.tracking.statements import Told
from kursk_tui.tracking.track import Beside, Row, Track
from kursk_tui.wording import phrases, tracks


def about_statement(track: Track, row: Row, briefing: Briefing) -> str:
    """Return what a track shows about a statement, with the other statements and their claims."""
    return " · ".join(_about(track, row, briefing))


def _about(track: Track, row: Row, briefing: Briefing) -> Iterator[str]:
    labels = briefing.source_labels

    def name(told: Told) -> str:
        who = " and ".join(labels[origin] for origin in told.origins) or "nobody named"
        return f"{who} {_place(told, briefing)}"

    yield tracks.everything_beside(track, row, name).replace("; ", " · ")
    beside = track.beside(row)
    if beside.before is not None:
        yield f"before: {_place(beside.before, briefing)}"
    yield from _bound(track, row, beside)
    if _is_undisputed(track, row, beside):
        yield "no statement contradicts it"


def _is_undisputed(track: Track, row: Row, beside: Beside) -> bool:
    """Return whether a number stands, and no other origin contradicts or denies it."""
    is_disputed = bool(beside.rivals.named) or row.told.place in track.denied
    stands = beside.ended is None and row.section != "projected"
    return stands and not is_disputed and row.told.statement.has_number


def _place(told: Told, briefing: Briefing) -> str:
    return f"{phrases.quoted(told.figure.words)}, {briefing.claims[told.claim].id}"


def _bound(track: Track, row: Row, beside: Beside) -> Iterator[str]:
    """Yield the lower bound of what is asked that a statement establishes, if it stands."""
    told, lower = row.told, row.told.statement.interval.lower
    if lower is None or beside.ended is not None or told.relays is not None:
        return
    if row.section in ("around", "projected"):
        return
    is_certain = row.is_within == "yes" and told.is_sure
    start = "makes certain" if is_certain else "possibly"
    asked = tracks.question(track.asked).replace(" · ", ", ")
    yield f"{start}: {lower:,} or more {asked}"
