"""Write a library as one JSON file: each edition as the briefing file that it is."""

import json
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from kursk_tui.formats.exported import FORMAT
from kursk_tui.formats.library_decisions import text_of
from kursk_tui.formats.selection import limited_to
from kursk_tui.library.decisions import NO_DECISIONS, Decisions, Key
from kursk_tui.library.edition import Edition
from kursk_tui.library.ids import composite
from kursk_tui.library.library import Clock, Library, library_of
from kursk_tui.library.places import place_of
from kursk_tui.model import Briefing, Handling
from kursk_tui.model.record import CLOSED
from kursk_tui.query import View
from kursk_tui.text.sanitize import escaped

_Count = Annotated[int, Field(ge=0)]


class _Record(BaseModel):
    model_config = ConfigDict(**CLOSED, frozen=True)


class ExportedEdition(_Record):
    """An edition: its key, the digest of its file, and the briefing in it."""

    key: Key
    sha256: str
    briefing: Briefing


class ExportedDay(_Record):
    """The day as of which a library was exported, and how many editions that leaves out."""

    day: str
    clock: Clock
    later: _Count
    perhaps: _Count
    undated: _Count


class LeftOut(_Record):
    """A file of a library that is no edition of its own, by its path in the folder.

    It repeats an edition byte for byte (`same_as`), or it is prose or has errors (`reason`).
    """

    file: str
    same_as: Key | None = None
    reason: str | None = None


class ExportedLibrary(_Record):
    """A library as one file. `query` selected the claims; of these, `possible` may match."""

    format: Literal["kursk-tui-library-export/1"]
    title: str
    handling: Handling | None = None
    as_of: ExportedDay | None = None
    query: str | None = None
    possible: tuple[str, ...] = ()
    decisions: Decisions | None = None
    left_out: tuple[LeftOut, ...] = ()
    editions: tuple[ExportedEdition, ...] = ()


def write(view: View) -> str:
    """Return a view of a library as JSON. With a query, editions have the matching claims only."""
    library = library_of(view.briefing)
    assert library is not None
    decided = library.decisions != NO_DECISIONS
    data = {
        "format": FORMAT,
        "title": library.title,
        "handling": view.briefing.handling,
        "as_of": None if library.as_of is None else library.as_of._asdict(),
        "query": view.query_text or None,
        "possible": _possible(view),
        "decisions": json.loads(text_of(library.decisions)) if decided else None,
        "left_out": list(_left_out(library)),
        "editions": list(_editions(view, library)),
    }
    given = {name: value for name, value in data.items() if value not in (None, [])}
    writer = TypeAdapter(dict[str, object])
    return escaped(writer.dump_json(given, indent=2, exclude_defaults=True).decode()) + "\n"


def _possible(view: View) -> list[str]:
    if not view.query_text:
        return []
    return [view.claims[number].id for number in view.numbers if view.possible(number)]


def _editions(view: View, library: Library) -> Iterator[dict[str, object]]:
    shown = {view.claims[number].id for number in view.numbers} if view.query_text else None
    for edition in library.editions:
        briefing = edition.briefing if shown is None else _selected(edition, shown)
        if briefing is not None:
            yield {"key": edition.key, "sha256": edition.sha256, "briefing": briefing.given()}


def _selected(edition: Edition, shown: set[str]) -> Briefing | None:
    """Return an edition with only the claims that are shown; None if none is."""
    claims = [
        claim for claim in edition.briefing.claims if composite(edition.key, claim.id) in shown
    ]
    return limited_to(claims, edition.briefing) if claims else None


def _left_out(library: Library) -> Iterator[dict[str, str]]:
    shown = {edition.key for edition in library.editions}
    for path, _, key in (one for one in library.same if one.edition in shown):
        yield {"file": place_of(path, library), "same_as": key}
    for one in library.waiting:
        place = f" (line {one.line}, column {one.column})" if one.line else ""
        yield {"file": place_of(one.path, library), "reason": f"{one.reason}{place}"}
