"""What a briefing is compared with: an earlier version, and the claims that differ from it."""

from dataclasses import dataclass
from typing import Literal, Protocol, get_args

Difference = Literal["new", "changed", "weaker"]
"""How a claim differs from an earlier version."""

DIFFERENCES: tuple[Difference, ...] = get_args(Difference)


@dataclass(frozen=True, slots=True)
class Differing:
    """The claims that differ from an earlier version, as bits."""

    new: int = 0
    changed: int = 0
    weaker: int = 0

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


@dataclass(frozen=True, eq=False)
class Pending:
    """A baseline whose differences are still being found."""

    name: str

    @property
    def differing(self) -> Differing | None:
        """None."""
        return None


NO_BASELINE = "no earlier version to compare with: open with --since, or reload"
"""Why `is:new` and the like have no answer."""


def comparing(name: str) -> str:
    """Return why `is:new` and the like have no answer yet."""
    return f"still comparing with {name}"
