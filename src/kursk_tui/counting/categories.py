"""Categories: whom or what a measure counts."""

from collections.abc import Collection
from typing import NamedTuple

from kursk_tui.counting.answers import Answer


class Categories(NamedTuple):
    """The categories that a count certainly counts, and those that it perhaps counts as well."""

    certain: frozenset[str]
    perhaps: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Everything that the count may count."""
        return self.certain | self.perhaps


_CASUALTIES = Categories(frozenset(("killed", "wounded")), frozenset(("missing", "captured")))
"""Casualties that no document defines; some count the missing and the captured, others do not."""


def categories_of(measure: str, stated: Collection[str] = ()) -> Categories:
    """Return the categories of a measure, or those that the document states for it."""
    if stated:
        return Categories(frozenset(stated))
    return _CASUALTIES if measure == "casualties" else Categories(frozenset((measure,)))


def categories_within(one: Categories, other: Categories) -> Answer:
    """Return whether all that a count counts is counted by another."""
    if one.all <= other.certain:
        return "yes"
    return "maybe" if one.certain <= other.all else "no"
