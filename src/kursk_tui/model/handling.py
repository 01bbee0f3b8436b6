"""Handling: who may read a briefing, and under which licence it may be passed on."""

from collections.abc import Iterable
from typing import Self, get_args

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from kursk_tui.model.record import Label, Record, record
from kursk_tui.vocabulary import Tlp

_STRICTNESS: dict[Tlp, int] = {label: rank for rank, label in enumerate(get_args(Tlp))}


@record
class Handling(Record):
    """The label of the Traffic Light Protocol, and the licence, as far as they are stated."""

    tlp: Tlp | None = None
    licence: Label | None = None

    @model_validator(mode="after")
    def _states_something(self) -> Self:
        if self.tlp is None and self.licence is None:
            raise PydanticCustomError("handling_empty", "needs “tlp” or “licence”")
        return self


def strictest(labels: Iterable[Tlp | None]) -> Tlp | None:
    """Return the strictest of some labels; None if none is stated."""
    stated = (label for label in labels if label is not None)
    return max(stated, key=_STRICTNESS.__getitem__, default=None)
