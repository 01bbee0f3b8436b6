"""A caution: what a checker says of a briefing that is valid."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to look at again: where, as keys and indexes from the top, which rule, why."""

    path: tuple[str | int, ...]
    rule: str
    message: str
