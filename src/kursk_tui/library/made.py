"""Decisions about names that have been made, each with its reason, which can be changed."""

from collections.abc import Iterator
from typing import NamedTuple

from kursk_tui.library.decisions import Decisions, OneName, OneSource, Two

_LISTS = ("sources", "populations", "places", "two")


class Made(NamedTuple):
    """A decision that was made, and the list that it is in."""

    part: str
    record: OneSource | OneName | Two


def made_in(decisions: Decisions) -> Iterator[Made]:
    """Yield the decisions about names."""
    for part in _LISTS:
        for record in getattr(decisions, part):
            yield Made(part, record)


def reworded(decisions: Decisions, made: Made, because: str) -> Decisions:
    """Return decisions with a new reason for one; unchanged if they no longer have it."""
    records = getattr(decisions, made.part)
    changed = made.record.model_copy(update={"because": because})
    return decisions.replace(
        **{made.part: tuple(changed if one == made.record else one for one in records)}
    )
