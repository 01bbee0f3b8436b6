"""A library: editions in the order in which they became known, and the decisions about them."""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress
from math import inf
from typing import ClassVar, Literal, NamedTuple

from pydantic import ConfigDict, SkipValidation

from kursk_tui.library.composition import composed
from kursk_tui.library.decisions import NO_DECISIONS, Decisions, Series
from kursk_tui.library.edition import Edition, Twin, Waiting
from kursk_tui.library.made import Made, made_in
from kursk_tui.library.proposals import Proposal, proposals
from kursk_tui.library.series import declared_series
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

    `waiting` are files that are not shown, and `faults` the errors in `library.json`: the decisions
    are those without errors. `same` are files that repeat an edition byte for byte. `as_of` is set
    if only the editions known on a day are shown; `all` is then the library with all of them.
    """

    name: str
    editions: tuple[Edition, ...]
    waiting: tuple[Waiting, ...] = ()
    decisions: Decisions = NO_DECISIONS
    same: tuple[Twin, ...] = ()
    faults: tuple[Waiting, ...] = ()
    as_of: AsOf | None = None
    all: "Library | None" = None

    @property
    def whole(self) -> "Library":
        """The library with all of its editions."""
        return self.all or self

    @property
    def title(self) -> str:
        """The title: as decided, or else the name of the folder."""
        return self.decisions.title or self.name

    @property
    def aliases(self) -> dict[str, str]:
        """The key of the edition that a file repeats, by the key of the file."""
        return {twin.key: twin.edition for twin in self.same}

    @cached_property
    def briefing(self) -> "LibraryBriefing":
        """All editions as one briefing."""
        parts = composed(self.editions, self.decisions, self.aliases)
        return LibraryBriefing.model_construct(title=self.title, library=self, **parts)

    @cached_property
    def series(self) -> Mapping[str, Series]:
        """The series that the reader declares for documents, by their ids in the briefing."""
        return declared_series(self.editions, self.decisions)

    @cached_property
    def proposed(self) -> tuple[Proposal, ...]:
        """The names that may be one, and wait for a decision."""
        return tuple(proposals(self.briefing, self.decisions))

    @cached_property
    def made(self) -> tuple[Made, ...]:
        """The decisions about names that act."""
        return tuple(made_in(self.decisions))

    @property
    def proposed_if_known(self) -> tuple[Proposal, ...]:
        """The names that wait; none while they are not known, since finding them takes time."""
        return self.proposed if "proposed" in vars(self) else ()

    def decided(self, decisions: Decisions) -> "Library":
        """Return the library under other decisions."""
        whole = None if self.all is None else replace(self.all, decisions=decisions)
        return replace(self, decisions=decisions, all=whole)

    def known_on(self, day: str, clock: Clock = "known") -> "Library":
        """Return the library as it was known at the end of a day, an EDTF date.

        Whatever is derived from it depends on these editions alone.
        """
        answers = [was_known(edition, day, clock) for edition in self.editions]
        shown = tuple(compress(self.editions, (one == "yes" for one in answers)))
        found = Counter(answers)
        limit = AsOf(day, clock, found["no"], found["perhaps"], found["undated"])
        return replace(self, editions=shown, as_of=limit, all=self.whole)


def days_of(library: Library, clock: Clock) -> list[str]:
    """Return the days by which the editions of a library became known, in order (EDTF).

    Of a month, that is its last day. A day is repeated for each of its editions; editions without a
    whole date are left out.
    """
    dates = (one.known if clock == "known" else one.published for one in library.editions)
    bounded = (one for one in dates if one is not None and _is_bounded(one))
    return [
        datetime.date.fromordinal(int(end)).isoformat()
        for end in sorted(parse_edtf(one).end_max for one in bounded)
    ]


def _is_bounded(date: str) -> bool:
    """Return whether there is a day by which something of a date is certainly known."""
    days = parse_edtf(date)
    return not (days.vague or days.month_day) and days.end_max != inf


def was_known(
    edition: Edition, day: str, clock: Clock
) -> Literal["yes", "perhaps", "no", "undated"]:
    """Return whether an edition was known by the end of a day, an EDTF date."""
    date = edition.known if clock == "known" else edition.published
    days = None if date is None else parse_edtf(date)
    if days is None or days.month_day:
        return "undated"
    end = parse_edtf(day).end_max
    if days.end_max <= end and not days.vague:
        return "yes"
    return "perhaps" if days.start_min <= end or days.vague else "no"


class LibraryBriefing(Briefing):
    """The briefing that a library is composed into. It is consistent, as its editions are."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    is_library: ClassVar[bool] = True

    library: SkipValidation[Library]


def library_of(briefing: Briefing) -> Library | None:
    """Return the library that a briefing is composed of; None for a single briefing."""
    return briefing.library if isinstance(briefing, LibraryBriefing) else None
