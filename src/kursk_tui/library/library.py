"""A library: editions in the order in which they became known, and the decisions about them."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kursk_tui.library.composition import composed
from kursk_tui.library.decisions import NO_DECISIONS, Decisions
from kursk_tui.library.edition import Edition, Waiting
from kursk_tui.model import Briefing


@dataclass(frozen=True)
class Library:
    """Some editions in the order in which they became known, and the decisions about them.

    `waiting` are files that are not shown. `same` are files that repeat an edition byte for byte,
    with its key.
    """

    name: str
    editions: tuple[Edition, ...]
    waiting: tuple[Waiting, ...] = ()
    decisions: Decisions = NO_DECISIONS
    same: tuple[tuple[Path, str], ...] = ()

    @property
    def title(self) -> str:
        """The title: as decided, or else the name of the folder."""
        return self.decisions.title or self.name

    @cached_property
    def briefing(self) -> Briefing:
        """All editions as one briefing."""
        return composed(self.editions, self.decisions, self.title)
