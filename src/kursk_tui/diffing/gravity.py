"""How grave a change is: the levels in order, with their words and signs."""

from enum import IntEnum
from typing import NamedTuple


class Gravity(IntEnum):
    """How grave a change between two versions is; the gravest comes first.

    `DOCUMENT` is what the briefing and its documents state of themselves: title, date, publisher.
    `OTHER` changes leave all that is stated as it is: decisions, ids, summaries, notes, positions,
    and details of a record.
    """

    QUALIFIER_LOST = 1
    LIKELIHOOD = 2
    GRADING = 3
    KIND = 4
    FIGURE = 5
    DATES = 6
    ATTRIBUTION = 7
    NEW = 8
    GONE = 9
    DOCUMENT = 10
    REWORDED = 11
    OTHER = 12

    @property
    def words(self) -> str:
        """The name of the level in plain words."""
        return _LEVELS[self].words

    @property
    def sign(self) -> str:
        """The sign of the level; a change that has a direction has another sign."""
        return _LEVELS[self].sign

    @property
    def key(self) -> str:
        """The name of the level for programs."""
        return self.name.lower().replace("_", "-")

    @property
    def is_meaning(self) -> bool:
        """Whether a change of this level changes what the briefing states."""
        return self < Gravity.REWORDED

    def counted(self, number: int) -> str:
        """Return a number of changes of this level in words, such as `2 qualifiers lost`."""
        level = _LEVELS[self]
        return f"{number:,} {level.one if number == 1 else level.many}"


class _Level(NamedTuple):
    words: str
    sign: str
    one: str
    many: str


def _changed(noun: str, verb: str, many: str | None = None) -> _Level:
    return _Level(f"{noun} {verb}", "~", f"{noun} {verb}", f"{many or noun + 's'} {verb}")


_LEVELS: dict[Gravity, _Level] = {
    Gravity.QUALIFIER_LOST: _Level("qualifier lost", "!", "qualifier lost", "qualifiers lost"),
    Gravity.LIKELIHOOD: _changed("likelihood", "moved"),
    Gravity.GRADING: _changed("grade", "changed"),
    Gravity.KIND: _changed("kind of claim", "changed", "kinds of claim"),
    Gravity.FIGURE: _changed("figure", "changed"),
    Gravity.DATES: _Level("dates changed", "~", "date changed", "dates changed"),
    Gravity.ATTRIBUTION: _changed("attribution", "changed"),
    Gravity.NEW: _Level("new", "+", "new", "new"),
    Gravity.GONE: _Level("no longer there", "∅", "no longer there", "no longer there"),
    Gravity.DOCUMENT: _Level("document", "~", "change to the document", "changes to the document"),
    Gravity.REWORDED: _Level("reworded", "=", "reworded", "reworded"),
    Gravity.OTHER: _Level("other changes", "·", "other change", "other changes"),
}
