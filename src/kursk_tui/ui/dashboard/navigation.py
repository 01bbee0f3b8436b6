"""Where the reader has been: a trail that goes back and forward, as in a browser."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Place(NamedTuple):
    """A place to come back to: the query, what it shows, the selected claim, and the pane."""

    query: str
    with_possible: bool
    selected: int | None
    pane: str


@dataclass
class Trail:
    """Places behind and ahead of the present one."""

    behind: list[Place] = field(default_factory=list)
    ahead: list[Place] = field(default_factory=list)

    def copy(self) -> "Trail":
        """Return a trail of its own with the same places."""
        return Trail(self.behind.copy(), self.ahead.copy())

    def leave(self, here: Place) -> None:
        """Remember a place on the way to a new one; what was ahead is forgotten."""
        if not self.behind or self.behind[-1] != here:
            self.behind.append(here)
        self.ahead.clear()

    def back(self, here: Place) -> Place | None:
        """Return the place before this one, or None at the beginning."""
        return _step(here, self.behind, self.ahead)

    def forward(self, here: Place) -> Place | None:
        """Return the place after this one, or None at the end."""
        return _step(here, self.ahead, self.behind)


def _step(here: Place, source: list[Place], target: list[Place]) -> Place | None:
    while source:
        place = source.pop()
        if place != here:
            target.append(here)
            return place
    return None
