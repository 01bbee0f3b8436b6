"""A piece of news about a statement, and its kinds."""

from typing import Literal, NamedTuple, get_args

from kursk_tui.counting.comparison import Comparison
from kursk_tui.counting.successions import Succession
from kursk_tui.tracking.statements import Told

NewsKind = Literal[
    "withdrawn",
    "corrected",
    "qualifier lost",
    "denied",
    "contradicts",
    "may contradict",
    "went down",
    "counts something else",
    "moved",
    "attribution changed",
    "first said",
    "not repeated",
    "said again",
]
"""What is new, the gravest first."""

KINDS: tuple[NewsKind, ...] = get_args(NewsKind)


class Printed(NamedTuple):
    """Where a claim is printed: the number of its edition, and whether that is new."""

    edition: int
    is_new: bool


class News(NamedTuple):
    """Something new about a statement.

    `earlier` and `later` are the statements of the pair, in the order in which they were said; a
    pair may lack one of them. `about` is the statement that is new, or that something is new about.
    `step` is what the later one does to the earlier one, `comparison` what rivals say about each
    other, and `others` counts further origins that the new one contradicts. `later_editions` counts
    those of the series that do not repeat a statement, which is not certain if dates leave open
    whether they are later. A statement `replaces` the earlier one if each edition of its series
    replaces the one before. It is `initial` if nothing about what it counts was known before.
    """

    kind: NewsKind
    about: Told
    earlier: Told | None
    later: Told | None
    step: Succession | None = None
    comparison: Comparison | None = None
    others: int = 0
    later_editions: int = 0
    is_certain: bool = True
    replaces: bool = False
    is_initial: bool = False
