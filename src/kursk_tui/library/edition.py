"""Editions, and the files of a library that wait to become one."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import inf
from pathlib import Path
from typing import NamedTuple

from kursk_tui.model import Briefing, Claim, parse_edtf


class Edition:
    """A briefing file of a library.

    `key` is its path in the library, without the suffix. `sha256` is the digest of the file.
    """

    def __init__(self, key: str, path: Path, sha256: str, briefing: Briefing) -> None:
        self.key = key
        self.path = path
        self.sha256 = sha256
        self.briefing = briefing
        self.composed: tuple[tuple[Mapping[str, str], ...], tuple[Claim, ...]] | None = None
        """The claims as they were last composed, with the names of sources and editions in them."""
        self.stated: Sequence[tuple[tuple[str, str | None], tuple[object, ...]]] | None = None
        """The folded name and country of each source, and what else is stated of it, if known."""

    @cached_property
    def published(self) -> str | None:
        """The date of the latest document (EDTF); None if no document has a date."""
        dates = [one.date or self.briefing.date for one in self.briefing.documents]
        return max(filter(None, dates), key=last_day, default=None)

    @cached_property
    def known(self) -> str | None:
        """The day since which the reader has had the edition: acquired, or else published (EDTF).

        An edition with several documents is known when the latest of them is.
        """
        dates = [one.acquired or one.date or self.briefing.date for one in self.briefing.documents]
        return max(filter(None, dates), key=last_day, default=None)

    @property
    def order(self) -> tuple[float, float, str]:
        """The place among the editions: by the day when it is known; undated ones are last."""
        if self.known is None:
            return inf, inf, self.key
        days = parse_edtf(self.known)
        return days.start_min, days.end_max, self.key


class Twin(NamedTuple):
    """A file that repeats an edition byte for byte; `key` is its own, `edition` that of the other.

    Both keys name the edition in decisions and in relations.
    """

    path: Path
    key: str
    edition: str


class Waiting(NamedTuple):
    """A file of a library that is not shown, and why: prose to draft, or a file with errors.

    `line` and `column` are those of the first error, or 0. `errors` lists all of them, each with
    its place. A record of the reader's decisions that has no effect waits likewise.
    """

    path: Path
    reason: str
    line: int = 0
    column: int = 0
    errors: tuple[str, ...] = ()

    @property
    def is_prose(self) -> bool:
        """Whether the file is prose that waits to be drafted."""
        return self.reason == PROSE


PROSE = "prose, not drafted yet"


def last_day(edtf: str) -> float:
    """Return the last day that a date may be, as an ordinal."""
    return parse_edtf(edtf).end_max
