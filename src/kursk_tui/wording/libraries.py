"""A library in words: how many editions, and as of which day."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kursk_tui.model import Briefing
from kursk_tui.text.messages import plural
from kursk_tui.text.sanitize import visible
from kursk_tui.wording import phrases

if TYPE_CHECKING:
    from kursk_tui.library.edition import Edition, Twin, Waiting
    from kursk_tui.library.library import AsOf, Library
    from kursk_tui.library.proposals import Proposal


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
    """Return how many files of a library have errors, and so are not shown, or not used."""
    library = _library(briefing)
    if library is None:
        return ""
    broken = sum(not file.is_prose for file in library.waiting)
    faults = plural(len(library.faults), "error")
    return " · ".join(
        [
            *([f"{faults} in library.json"] if library.faults else []),
            *([f"{plural(broken, 'file')} not shown"] if broken else []),
        ]
    )


def names_that_wait(briefing: Briefing) -> "Sequence[Proposal]":
    """Return the pairs of names that wait for a decision, as far as they are known."""
    library = _library(briefing)
    return () if library is None else library.proposed_if_known


def about_waiting(waiting: "Waiting") -> tuple[str, ...]:
    """Return a file that waits, and everything that is wrong with it."""
    path = visible(str(waiting.path))
    if waiting.is_prose:
        return path, f"{waiting.reason}: kursk-tui draft makes a briefing of it"
    place = f":{waiting.line}:{waiting.column}" if waiting.line else ""
    errors = waiting.errors or (waiting.reason,)
    return f"{path}{place}", *errors, "kursk-tui check shows the lines of the errors"


def about_twin(twin: "Twin") -> tuple[str, ...]:
    """Return what a file that repeats an edition is."""
    same = f"byte for byte the same as {twin.edition}, and shown once"
    names = f"{twin.key} and {twin.edition} name one edition in library.json and in relations"
    return visible(str(twin.path)), same, names


def not_shown(briefing: Briefing) -> str:
    """Return why editions are not shown as of a day; empty if all are shown."""
    library = _library(briefing)
    if library is None or library.as_of is None:
        return ""
    limit = library.as_of
    later = f"{plural(limit.later, 'edition')} not {_verb(limit)} yet" if limit.later else ""
    return ", ".join(filter(None, (later, _uncertain(limit))))


def _uncertain(limit: "AsOf") -> str:
    """Return how many editions were perhaps known, and how many have no date; empty if none."""
    parts = (limit.perhaps, f"perhaps {_verb(limit)}"), (limit.undated, "undated")
    return ", ".join(f"{plural(count, 'edition')} {why}" for count, why in parts if count)


def _not_shown_as_uncertain(limit: "AsOf") -> str:
    return f"not shown: {uncertain}" if (uncertain := _uncertain(limit)) else ""


def last_read(day: str) -> str:
    """Return the name of the state of a library that was marked read on a day."""
    return f"last read, {day}"


def not_known_yet(briefing: Briefing) -> str:
    """Return what is not known yet as of a day: figures, editions, and when the first is known.

    Editions that were perhaps known, and those without a date, are counted apart. Empty if
    everything is known.
    """
    library = _library(briefing)
    if library is None or library.as_of is None:
        return ""
    limit = library.as_of
    later = _later(library.whole, limit)
    if not later:
        return _not_shown_as_uncertain(limit)
    statements = sum(len(claim.figures) for edition in later for claim in edition.briefing.claims)
    when = f", the first on {phrases.date(first)}" if (first := _first(later, limit)) else ""
    counted = f"{plural(statements, 'statement')} in {plural(len(later), 'edition')}"
    known = f"not {_verb(limit)} yet: {counted}{when}"
    return "; ".join(filter(None, (known, _not_shown_as_uncertain(limit))))


def nothing_known(briefing: Briefing) -> str:
    """Return that nothing was known on a day, and when the first edition is known; else empty."""
    library = _library(briefing)
    if library is None or library.as_of is None or library.editions:
        return ""
    limit = library.as_of
    first = _first(library.whole.editions, limit)
    start = f"nothing was {_verb(limit)} on {phrases.date(limit.day)}"
    what = f"the first edition is of {phrases.date(first)}" if first else ""
    return "; ".join(filter(None, (start, what, _not_shown_as_uncertain(limit))))


def drafts(briefing: Briefing) -> str:
    """Return how many editions of a library are drafts; empty if none is, or for a briefing."""
    count = draft_count(briefing) if briefing.is_library else 0
    return plural(count, "draft") if count else ""


def draft_count(briefing: Briefing) -> int:
    """Return how many editions of a library are drafts; of a briefing, whether it is."""
    library = _library(briefing)
    if library is None:
        return int(briefing.status == "draft")
    return sum(edition.briefing.status == "draft" for edition in library.editions)


def _verb(limit: "AsOf") -> str:
    return "known" if limit.clock == "known" else "published"


def _later(library: "Library", limit: "AsOf") -> "list[Edition]":
    """Return the editions that were not known by the end of a day."""
    from kursk_tui.library.library import was_known  # loaded with a library

    return [
        edition
        for edition in library.editions
        if was_known(edition, limit.day, limit.clock) == "no"
    ]


def _first(editions: "Iterable[Edition]", limit: "AsOf") -> str | None:
    """Return the earliest day on which an edition became known; None if none has a date."""
    from kursk_tui.library.edition import last_day

    dates = (edition.known if limit.clock == "known" else edition.published for edition in editions)
    return min(filter(None, dates), key=last_day, default=None)


def _library(briefing: Briefing) -> "Library | None":
    if not briefing.is_library:
        return None
    from kursk_tui.library.library import library_of  # loaded with a library

    return library_of(briefing)
