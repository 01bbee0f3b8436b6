"""A caution: what a rule finds in a valid briefing."""

from collections.abc import Iterator
from dataclasses import dataclass

from kursk_tui.text.messages import shortened
from kursk_tui.wording.phrases import quoted

_LONGEST = 100

Path = tuple[str | int, ...]
"""Keys and indexes from the top of a briefing."""


@dataclass(frozen=True, slots=True)
class Caution:
    """A place in a briefing that deserves a second look, the rule that found it, and why."""

    path: Path
    rule: str
    message: str


Cautions = Iterator[Caution]
"""What a rule yields."""


def named(text: str) -> str:
    """Return a text of a briefing in quotation marks, for a message; shortened if it is long."""
    return quoted(shortened(text, _LONGEST))
