"""Who made the statement of a row: origins, the offices that carried it, and the dataset."""

from itertools import zip_longest
from typing import NamedTuple

from kursk_tui.model import Attribution
from kursk_tui.model.limits import MAX_FURTHER
from kursk_tui.tables.labels import Labels, Sources
from kursk_tui.tables.profile import SourcesProfile
from kursk_tui.tables.reading import Header, value_at
from kursk_tui.tables.scanner import Row

_PAIRED = (
    "Origins and offices are paired by their order; the table does not say which belong together."
)
_NO_ORIGIN = (
    "The table names no origin; the first source named is the office that carried the report."
)

_NO_SOURCE = "The table names neither an origin nor an office in this row."


class Named(NamedTuple):
    """An attribution, notes on it, and how many chains are left out."""

    attribution: Attribution
    notes: tuple[str, ...] = ()
    left_out: int = 0


class Chains:
    """Reads the attribution of a row."""

    def __init__(
        self,
        profile: SourcesProfile,
        header: Header,
        labels: Labels,
        dataset: str | None,
        short: str | None,
    ) -> None:
        self._profile, self._labels = profile, labels
        self._origin, self._office = header.find(profile.origin), header.find(profile.office)
        self._can_name = self._origin is not None or self._office is not None
        self._dataset, self._short = dataset, short

    def of(self, row: Row, sources: Sources) -> Named:
        """Return who made the statement of a row: each origin with its office, then the dataset."""
        origins, offices = self._names(row, self._origin), self._names(row, self._office)
        pairs, note, notes = _pairs(origins, offices)
        chains = list(dict.fromkeys(self._chain(pair, sources) for pair in pairs))
        if not any(chains):
            return Named(Attribution())
        first, *further = chains
        attribution = Attribution(
            chain=first,
            further=tuple(further[:MAX_FURTHER]),
            basis="inferred" if note == _PAIRED else "stated",
            note=(note if self._can_name else None) or None,
        )
        return Named(attribution, tuple(notes), max(0, len(further) - MAX_FURTHER))

    def _chain(self, pair: tuple[str, ...], sources: Sources) -> tuple[str, ...]:
        ids = [sources.id_of(name) for name in pair]
        if self._dataset:
            ids.append(sources.id_of(self._dataset, self._short))
        return tuple(dict.fromkeys(ids))

    def _names(self, row: Row, column: int | None) -> list[str]:
        cells = value_at(row, column).split(self._profile.separator)
        absent = {one.casefold() for one in self._profile.absent}
        named = (cell for cell in cells if cell.strip().casefold() not in absent)
        found = (self._labels.of(row, column, cell) for cell in named)
        return [name for name in found if name]


def _pairs(origins: list[str], offices: list[str]) -> tuple[list[tuple[str, ...]], str, list[str]]:
    """Return the sources of each chain, a note on how they are paired, and notes on the claim."""
    if len(origins) > 1 and len(offices) > 1:
        if len(origins) == len(offices):
            return list(zip(origins, offices, strict=True)), _PAIRED, []
        carried = "; ".join(dict.fromkeys(offices))
        note = f"Carried by: {carried}. The table does not say which of them names which origin."
        return [(origin,) for origin in origins], "", [note]
    if not origins:
        return [(office,) for office in offices] or [()], _NO_ORIGIN if offices else _NO_SOURCE, []
    fill = (origins if len(origins) == 1 else offices)[:1]
    pairs = zip_longest(origins, offices, fillvalue=fill[0] if fill else None)
    return [tuple(name for name in pair if name) for pair in pairs], "", []
