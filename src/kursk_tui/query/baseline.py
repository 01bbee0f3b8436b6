"""What a briefing is compared with: an earlier version, and the claims that differ from it."""

from dataclasses import dataclass
from typing import Literal, Protocol, get_args

from kursk_tui.model import Briefing

Difference = Literal["new", "changed", "weaker"]
"""How a claim differs from an earlier version."""

DIFFERENCES: tuple[Difference, ...] = get_args(Difference)


@dataclass(frozen=True, slots=True)
class Differing:
    """The claims that differ from an earlier version, as bits.

    Of a library, new claims may be `perhaps` new, or `undated`: when they were known is not stated.
    """

    new: int = 0
    changed: int = 0
    weaker: int = 0
    perhaps: int = 0
    undated: int = 0

    def among(self, difference: Difference) -> int:
        """Return the claims that differ in one way, as bits."""
        found: int = getattr(self, difference)
        return found


class Baseline(Protocol):
    """An earlier version of a briefing, by name; a view with it answers `is:new`."""

    @property
    def name(self) -> str:
        """The name of the earlier version, such as “old.json”."""
        ...

    @property
    def differing(self) -> Differing | None:
        """The claims that differ from it, or None while they are being found."""
        ...

    @property
    def change_count(self) -> int:
        """The number of changes, as far as it is known."""
        ...

    @property
    def gone(self) -> Briefing | None:
        """The earlier version with only the claims that are no longer there, once it is known."""
        ...


@dataclass(frozen=True, eq=False)
class Pending:
    """A baseline whose differences are still being found."""

    name: str

    @property
    def differing(self) -> Differing | None:
        """None."""
        return None

    @property
    def change_count(self) -> int:
        """Zero."""
        return 0

    @property
    def gone(self) -> None:
        """None."""
        return None


BEFORE = "the previous version"
"""The name of the version that was shown before a reload."""

NO_BASELINE = "no earlier version to compare with: open with --since, or reload"
"""Why `is:new` and the like have no answer."""


NOT_READ = "no changes to show: R marks all editions as read, or start with --since DATE"
"""Why nothing is new in a library that has no baseline."""


def comparing(name: str) -> str:
    """Return why `is:new` and the like have no answer yet."""
    return f"still comparing with {name}"
