"""A library: editions in the order in which they became known, and the decisions about them."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import ClassVar, Literal, NamedTuple

from pydantic import ConfigDict, SkipValidation

from kursk_tui.library.composition import composed
from kursk_tui.library.decisions import NO_DECISIONS, Decisions
from kursk_tui.library.edition import Edition, Waiting
from kursk_tui.model import Briefing, parse_edtf

Clock = Literal["known", "published"]
"""What dates an edition: when the reader acquired it, if stated, or when it was published."""


class AsOf(NamedTuple):
    """A day as of which a library is shown, and how many of its editions are not shown.

    `later` editions were not known by the end of the day. Of `perhaps` known ones, and of `undated`
    ones, that is not certain.
    """

    day: str
    clock: Clock
    later: int
    perhaps: int
    undated: int


@dataclass(frozen=True)
class Library:
    """Some editions in the order in which they became known, and the decisions about them.

    `waiting` are files that are not shown. `same` are files that repeat an edition byte for byte,
    with its key. `as_of` is set if only the editions known on a day are shown.
    """

    name: str
    editions: tuple[Edition, ...]
    waiting: tuple[Waiting, ...] = ()
    decisions: Decisions = NO_DECISIONS
    same: tuple[tuple[Path, str], ...] = ()
    as_of: AsOf | None = None

    @property
    def title(self) -> str:
        """The title: as decided, or else the name of the folder."""
        return self.decisions.title or self.name

    @cached_property
    def briefing(self) -> "LibraryBriefing":
        """All editions as one briefing."""
        parts = composed(self.editions, self.decisions)
        return LibraryBriefing.model_construct(title=self.title, library=self, **parts)

    def known_on(self, day: str, clock: Clock = "known") -> "Library":
        """Return the library as it was known at the end of a day, an EDTF date.

        Whatever is derived from it depends on these editions alone.
        """
        end = parse_edtf(day).end_max
        shown: list[Edition] = []
        later = perhaps = undated = 0
        for edition in self.editions:
            date = edition.known if clock == "known" else edition.published
            days = None if date is None else parse_edtf(date)
            if days is None or days.month_day:
                undated += 1
            elif days.end_max <= end and not days.vague:
                shown.append(edition)
            elif days.start_min <= end or days.vague:
                perhaps += 1
            else:
                later += 1
        limit = AsOf(day, clock, later, perhaps, undated)
        return replace(self, editions=tuple(shown), as_of=limit)


class LibraryBriefing(Briefing):
    """The briefing that a library is composed into. It is consistent, as its editions are."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    is_library: ClassVar[bool] = True

    library: SkipValidation[Library]


def library_of(briefing: Briefing) -> Library | None:
    """Return the library that a briefing is composed of; None for a single briefing."""
    return briefing.library if isinstance(briefing, LibraryBriefing) else None
