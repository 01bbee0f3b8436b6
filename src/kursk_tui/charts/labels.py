"""Labels on the axes of charts."""

from collections.abc import Iterable
from typing import NamedTuple


class Label(NamedTuple):
    """A label on an axis: its first cell and its text; `unit` is the cells of a character."""

    start: int
    text: str
    unit: int = 1

    @property
    def end(self) -> int:
        """The cell after the last one."""
        return self.start + len(self.text) * self.unit


def line_of(labels: Iterable[Label]) -> str:
    """Return labels, from left to right, as one line whose characters take a cell."""
    line = ""
    for label in labels:
        line = line.ljust(label.start) + label.text
    return line
