"""The three answers of the order of counts."""

from collections.abc import Iterable
from typing import Literal

Answer = Literal["yes", "maybe", "no"]
"""Whether one count is within another: certainly, perhaps, or certainly not."""

_RANKS: dict[Answer, int] = {"no": 0, "maybe": 1, "yes": 2}


def least(answers: Iterable[Answer]) -> Answer:
    """Return the least of some answers, as AND does; yes if there are none."""
    return min(answers, key=_RANKS.__getitem__, default="yes")
