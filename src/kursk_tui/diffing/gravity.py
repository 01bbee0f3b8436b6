"""How grave a change is: the levels in order, with their words and signs."""

from enum import IntEnum
from typing import NamedTuple


class Gravity(IntEnum):
    """How grave a change between two versions is; the gravest comes first.

    `DOCUMENT` is what the briefing and its documents state of themselves: title, date, publisher.
    `LIBRARY` is which editions a library has, and what the reader has decided about it.
    Statements of a library have levels of their own: they are withdrawn, corrected, contradicted,
    went down, count something else, are first said, or no longer repeated in their series.
    `OTHER` changes leave all that is stated as it is: decisions, ids, summaries, notes, positions,
    and details of a record.
    """

    WITHDRAWN = 1
    CORRECTED = 2
    QUALIFIER_LOST = 3
    CONTRADICTS = 4
    MAY_CONTRADICT = 5
    WENT_DOWN = 6
    OTHER_COUNT = 7
    LIKELIHOOD = 8
    GRADING = 9
    KIND = 10
    FIGURE = 11
    DATES = 12
    ATTRIBUTION = 13
    NEW = 14
    FIRST_SAID = 15
    GONE = 16
    NOT_REPEATED = 17
    DOCUMENT = 18
    LIBRARY = 19
    REWORDED = 20
    OTHER = 21

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


_CHANGED = "≠"
"""The sign of a change without a direction; that of what may contradict is another."""


def _changed(noun: str, verb: str, many: str | None = None) -> _Level:
    return _Level(f"{noun} {verb}", _CHANGED, f"{noun} {verb}", f"{many or noun + 's'} {verb}")


_LEVELS: dict[Gravity, _Level] = {
    Gravity.WITHDRAWN: _Level("withdrawn", "✗", "withdrawn", "withdrawn"),
    Gravity.CORRECTED: _Level("corrected", "!", "corrected", "corrected"),
    Gravity.QUALIFIER_LOST: _Level("qualifier lost", "!", "qualifier lost", "qualifiers lost"),
    Gravity.CONTRADICTS: _Level("contradicts", "✗", "contradiction", "contradictions"),
    Gravity.MAY_CONTRADICT: _Level("may contradict", "~", "may contradict", "may contradict"),
    Gravity.WENT_DOWN: _Level("went down", "▼", "went down", "went down"),
    Gravity.OTHER_COUNT: _Level(
        "counts something else", "◇", "counts something else", "count something else"
    ),
    Gravity.LIKELIHOOD: _changed("likelihood", "moved"),
    Gravity.GRADING: _changed("grade", "changed"),
    Gravity.KIND: _changed("kind of claim", "changed", "kinds of claim"),
    Gravity.FIGURE: _changed("figure", "changed"),
    Gravity.DATES: _Level("dates changed", _CHANGED, "date changed", "dates changed"),
    Gravity.ATTRIBUTION: _changed("attribution", "changed"),
    Gravity.NEW: _Level("new", "+", "new", "new"),
    Gravity.FIRST_SAID: _Level("first said", "+", "first said", "first said"),
    Gravity.GONE: _Level("no longer there", "∅", "no longer there", "no longer there"),
    Gravity.NOT_REPEATED: _Level(
        "no longer repeated", "∅", "no longer repeated", "no longer repeated"
    ),
    Gravity.DOCUMENT: _Level(
        "document", _CHANGED, "change to the document", "changes to the document"
    ),
    Gravity.LIBRARY: _Level("library", _CHANGED, "change to the library", "changes to the library"),
    Gravity.REWORDED: _Level("reworded", "=", "reworded", "reworded"),
    Gravity.OTHER: _Level("other changes", "·", "other change", "other changes"),
}
