"""A remark on a part of a query, with its place."""

from typing import NamedTuple


class Remark(NamedTuple):
    """What a part of a valid query means or why it finds nothing, and what may be meant.

    `start` and `end` are the place of the part, in code points of the query, end exclusive.
    """

    sentence: str
    start: int
    end: int
