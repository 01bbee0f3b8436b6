"""Read an exported library: the editions and decisions in one file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from kursk_tui.formats.json.library_export import ExportedEdition, ExportedLibrary
from kursk_tui.formats.json.reader import validated
from kursk_tui.formats.source import decode, display_name, read_bytes
from kursk_tui.library.decisions import NO_DECISIONS
from kursk_tui.library.edition import Edition, Twin, Waiting
from kursk_tui.library.faults import acting, find_faults
from kursk_tui.library.ids import safe_key
from kursk_tui.library.library import Library
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import visible

_MOST_TITLE = 500
"""The most characters of a title; it may have a query in it."""


def read_exported(path: Path, limit: int) -> Library:
    """Return the library in a file.

    The title says so if the file has only what was known on a day, or what matches a query. Raises
    UnreadableError, or InvalidBriefingError with every error in the file.
    """
    name = display_name(path)
    return library_of(validated(ExportedLibrary, decode(read_bytes(path, limit), name), name))


def library_of(found: ExportedLibrary) -> Library:
    """Return an exported library as it was, with a title that says what it leaves out."""
    read = list(_editions(found))
    editions = sorted(
        (one for one in read if isinstance(one, Edition)), key=lambda edition: edition.order
    )
    twins = tuple(
        Twin(Path(one.file), one.file.removesuffix(".json"), one.same_as)
        for one in found.left_out
        if one.same_as is not None
    )
    others = (Waiting(Path(one.file), one.reason) for one in found.left_out if one.reason)
    waiting = (*(one for one in read if isinstance(one, Waiting)), *others)
    limits = _limits(found)
    title = visible(shortened(" · ".join((found.title, *limits)), _MOST_TITLE))
    library = Library(title, tuple(editions), waiting, same=twins)
    decisions = found.decisions or NO_DECISIONS
    if limits:
        decisions = decisions.model_copy(update={"title": title})
    stopping = [one for one in find_faults(decisions, editions, library.aliases) if one.stops]
    faults = tuple(Waiting(Path("library.json"), one.message) for one in stopping)
    return replace(library.decided(acting(decisions, stopping)), faults=faults)


def _editions(found: ExportedLibrary) -> Iterator[Edition | Waiting]:
    """Yield the editions of a file; one with a key that comes again waits, as ids are unique."""
    keys: set[str] = set()
    for one in found.editions:
        key = safe_key(one.key)
        path = Path(f"{key}.json")
        yield (
            Waiting(path, "another edition has the same key")
            if key in keys
            else Edition(key, path, _digest(one, found), one.briefing)
        )
        keys.add(key)


def _digest(one: ExportedEdition, found: ExportedLibrary) -> str:
    """Return the digest of the file of an edition, or of the part of it that matches a query."""
    if found.query is None:
        return one.sha256
    return sha256(one.briefing.model_dump_json().encode()).hexdigest()


def _limits(found: ExportedLibrary) -> Sequence[str]:
    day = [] if found.as_of is None else [f"as {found.as_of.clock} on {found.as_of.day}"]
    return [*day, *([f"only “{found.query}”"] if found.query else [])]
