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


def _library(briefing: Briefing) -> "Library | None":
    if not briefing.is_library:
        return None
    from kursk_tui.library.library import library_of  # loaded with a library

    return library_of(briefing)
