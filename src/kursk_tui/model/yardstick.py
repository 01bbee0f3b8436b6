"""Yardsticks: scales of likelihood terms, with their bands, their gaps and where they come from."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

ScaleId = Literal["phia-2025", "icd-203"]
"""The scales this package knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One step of a scale: its term, other spellings of it, and its range in per cent.

    An end that is `open` is not part of the band. `printed` is the range as its publisher
    prints it.
    """

    term: str
    synonyms: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    lower: int
    upper: int
    lower_open: bool = False
    upper_open: bool = False
    printed: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way to write the term, the term first; all lower case."""
        return (self.term, *self.synonyms, *self.variants)


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardstick:
    """A scale of likelihood terms, from the least likely to the most."""

    id: ScaleId
    name: str
    publisher: str
    title: str
    date: str
    url: str
    approximate_edges: bool
    note: str
    bands: tuple[Band, ...]

    def rank(self, spelling: str) -> int | None:
        """Return the index of the band with this term or spelling of it, or None."""
        wanted = " ".join(spelling.lower().split())
        for index, band in enumerate(self.bands):
            if wanted in band.spellings:
                return index
        return None

    def gaps(self) -> tuple[tuple[int, int], ...]:
        """Return the ranges between neighbouring bands that no term covers."""
        return tuple(
            (low.upper, high.lower)
            for low, high in zip(self.bands, self.bands[1:], strict=False)
            if low.upper < high.lower
        )


@cache
def yardsticks() -> dict[str, Yardstick]:
    """Return the package's yardsticks by id."""
    text = (files("kursk_tui.model") / "yardsticks.json").read_text("utf-8")
    scales = [_yardstick(entry) for entry in json.loads(text)]
    return {scale.id: scale for scale in scales}


def _yardstick(entry: dict[str, Any]) -> Yardstick:
    return Yardstick(**entry | {"bands": tuple(map(_band, entry["bands"]))})


def _band(entry: dict[str, Any]) -> Band:
    lists = {name: tuple(value) for name, value in entry.items() if isinstance(value, list)}
    return Band(**entry | lists)
