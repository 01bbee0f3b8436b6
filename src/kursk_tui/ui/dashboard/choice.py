"""Something that can be changed on an item or a claim, and the values that are offered."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

NOT_STATED = "not stated"
"""What is shown for a value that the document does not state."""

ANYWHERE = ("population", "place", "period")
"""The changes whose words may be anywhere in the document."""

Way = Literal["list", "list or words", "list, then words", "words", "act"]
"""How a choice is made: from a list or by typing, by marking words, by both, or at once."""


class Value(NamedTuple):
    """A value that is offered: as shown, and as the change takes it; empty clears the field."""

    shown: str
    given: str


class Choice(NamedTuple):
    """Something that can be changed: its letter, its name, what is shown, and its value now.

    `values` are offered. What `typed` describes can be typed as well; `typed_name` is the name of
    that change if it is another.
    """

    letter: str
    name: str
    title: str
    now: str = ""
    values: tuple[Value, ...] = ()
    typed: str = ""
    typed_name: str = ""
    way: Way = "list"


def listed(values: Iterable[str], *, clears: bool = False) -> tuple[Value, ...]:
    """Return values that are shown as they are given; with `clears`, also the empty one."""
    cleared = (Value(NOT_STATED, ""),) if clears else ()
    return (*(Value(value, value) for value in values), *cleared)
