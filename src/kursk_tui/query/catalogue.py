"""The names and values of a briefing that resolving and completing queries need."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from kursk_tui.model import Document, Source
from kursk_tui.text.folding import Folded
from kursk_tui.vocabulary import ScaleId


class Catalogue(Protocol):
    """Names and values of a briefing, wherever its claims are stored."""

    @property
    def documents(self) -> Collection[Document]:
        """The documents."""
        ...

    @property
    def sources(self) -> Collection[Source]:
        """The sources."""
        ...

    @property
    def sources_by_folded_id(self) -> Mapping[str, frozenset[str]]:
        """The ids of the sources, by their folded form."""
        ...

    @property
    def source_names(self) -> Mapping[str, Folded]:
        """The id, name and short name of each source, folded, by its id."""
        ...

    @property
    def chains(self) -> Collection[tuple[str, ...]]:
        """The distinct chains of source ids, origin first, in the order of their first claims."""
        ...

    @property
    def measures(self) -> Collection[str]:
        """The measures of asserted figures."""
        ...

    def counts(self, measure: str) -> set[int]:
        """Return the numbers that the figures of a measure state, exactly or as bounds."""
        ...

    @property
    def events(self) -> Iterable[str]:
        """The ids of the events that figures count for."""
        ...

    @property
    def questions(self) -> Collection[str]:
        """The declared questions, then the measures."""
        ...

    @property
    def scales_in_use(self) -> Collection[ScaleId]:
        """The scales of the likelihoods, in the order of their first claims."""
        ...

    @property
    def dates_in_use(self) -> Iterable[str]:
        """The distinct dates, as EDTF expressions."""
        ...

    @property
    def claim_ids(self) -> Iterable[str]:
        """The ids of the claims, in the order of the file."""
        ...
