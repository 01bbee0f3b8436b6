"""A library in words: how many editions, and as of which day."""

from typing import TYPE_CHECKING

from kursk_tui.model import Briefing
from kursk_tui.text.messages import plural
from kursk_tui.wording import phrases

if TYPE_CHECKING:
    from kursk_tui.library.library import Library


def extent(briefing: Briefing) -> str:
    """Return how many editions a library shows; empty for a single briefing."""
    library = _library(briefing)
    if library is None:
        return ""
    if library.as_of is None:
        return plural(len(library.editions), "edition")
    hidden = library.as_of.later + library.as_of.perhaps + library.as_of.undated
    return f"{len(library.editions):,} of {plural(len(library.editions) + hidden, 'edition')}"


def as_of(briefing: Briefing) -> str:
    """Return the day as of which a library is shown; empty if it shows all editions."""
    library = _library(briefing)
    if library is None or library.as_of is None:
        return ""
    verb = "known on" if library.as_of.clock == "known" else "published by"
    return f"{verb} {phrases.date(library.as_of.day)}"


def errors(briefing: Briefing) -> str:
    """Return how many files of a library have errors, so that they are not shown."""
    library = _library(briefing)
    broken = 0 if library is None else sum(not one.is_prose for one in library.waiting)
    return f"{plural(broken, 'file')} not shown" if broken else ""


def not_shown(briefing: Briefing) -> str:
    """Return why editions are not shown as of a day; empty if all are shown."""
    library = _library(briefing)
    if library is None or library.as_of is None:
        return ""
    limit = library.as_of
    parts = [
        (limit.later, "not known yet"),
        (limit.perhaps, "perhaps known"),
        (limit.undated, "undated"),
    ]
    return ", ".join(f"{plural(count, 'edition')} {why}" for count, why in parts if count)


def last_read(day: str) -> str:
    """Return the name of the state of a library that was marked read on a day."""
    return f"last read, {day}"


def not_known_yet(briefing: Briefing) -> str:
    """Return what is not known yet as of a day: figures, editions, and when the first is known.

    Empty if everything is known.
    """
    library = _library(briefing)
    if library is None or library.as_of is None:
        return ""
    shown = {edition.key for edition in library.editions}
    waiting = [one for one in library.whole.editions if one.key not in shown]
    if not waiting:
        return ""
    statements = sum(len(claim.figures) for one in waiting for claim in one.briefing.claims)
    dates = (one.known if library.as_of.clock == "known" else one.published for one in waiting)
    first = next(filter(None, dates), None)
    when = f", the first on {phrases.date(first)}" if first else ""
    counted = f"{plural(statements, 'statement')} in {plural(len(waiting), 'edition')}"
    undated = library.as_of.undated
    remark = f"; {plural(undated, 'undated edition')} not shown" if undated else ""
    verb = "known" if library.as_of.clock == "known" else "published"
    return f"not {verb} yet: {counted}{when}{remark}"


def nothing_known(briefing: Briefing) -> str:
    """Return that nothing was known on a day, and when the first edition is known; else empty."""
    library = _library(briefing)
    if library is None or library.as_of is None or library.editions:
        return ""
    by_clock = library.as_of.clock == "known"
    dates = (one.known if by_clock else one.published for one in library.whole.editions)
    first = next(filter(None, dates), None)
    verb = "known" if by_clock else "published"
    start = f"nothing was {verb} on {phrases.date(library.as_of.day)}"
    return f"{start}; the first edition is of {phrases.date(first)}" if first else start


def drafts(briefing: Briefing) -> str:
    """Return how many editions of a library are drafts; empty if none is, or for a briefing."""
    library = _library(briefing)
    if library is None:
        return ""
    count = sum(one.briefing.status == "draft" for one in library.editions)
    return plural(count, "draft") if count else ""


def _library(briefing: Briefing) -> "Library | None":
    if not briefing.is_library:
        return None
    from kursk_tui.library.library import library_of  # loaded with a library

    return library_of(briefing)
