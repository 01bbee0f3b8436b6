"""What the later editions of a series do not repeat, and what they replace."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import NamedTuple

from kursk_tui.counting.counts import Count, Order
from kursk_tui.counting.successions import Said
from kursk_tui.library.ids import edition_of
from kursk_tui.library.library import library_of
from kursk_tui.model import Briefing, Document, parse_edtf
from kursk_tui.text.folding import fold
from kursk_tui.tracking.endings import Ending
from kursk_tui.tracking.statements import Place, Told


class Dropped(NamedTuple):
    """A statement that none of the later editions of its series repeats, and how many they are.

    It is not certain if their dates leave open whether any of them is later.
    """

    editions: int
    is_certain: bool = True


class Superseded(NamedTuple):
    """The statements of a series in which each edition replaces the one before.

    Of those in `perhaps`, it is open whether another edition is later.
    """

    ended: Mapping[Place, Ending]
    perhaps: frozenset[Place]


_NO_CLAIM = -1
"""The number of the claim that replaces a statement, if only an edition as a whole does."""


def series_of(briefing: Briefing) -> Mapping[str, Hashable]:
    """Return for each document in a series what is equal for those of one series.

    A series is one that the reader declares, or one of a publisher that the document names.
    """
    library = library_of(briefing)
    declared = {} if library is None else library.series
    found: dict[str, Hashable] = {}
    for one in briefing.documents:
        if one.id in declared:
            found[one.id] = declared[one.id].id
        elif one.series is not None:
            found[one.id] = fold(one.series), fold(one.publisher or "")
    return found


class SeriesEdition(NamedTuple):
    """An edition of a series: its key, when it was published (EDTF), and on which days that was."""

    key: str
    date: str | None
    said: Said


_Subject = tuple[str | None, Count]
"""An origin, and what it counts without the period."""


@dataclass(frozen=True, eq=False)
class Series:
    """The editions of a series, and its statements with the keys of their editions.

    `name` is what `series_of` returns for its documents.
    """

    name: Hashable
    order: Order
    replaces: bool
    editions: dict[str, SeriesEdition] = field(default_factory=dict)
    told: list[tuple[str, Told]] = field(default_factory=list)

    @cached_property
    def in_order(self) -> Sequence[SeriesEdition]:
        """The editions, by the first day on which they may have been published."""
        return sorted(self.editions.values(), key=lambda one: (one.said.first, one.key))

    @cached_property
    def _firsts(self) -> Sequence[float]:
        return [one.said.first for one in self.in_order]

    @cached_property
    def _printed(self) -> Mapping[_Subject, list[tuple[float, str, Told]]]:
        """The statements about each subject, with the first day and the key of their edition."""
        found: dict[_Subject, list[tuple[float, str, Told]]] = defaultdict(list)
        for key, one in self.told:
            for subject in _subjects(one):
                found[subject].append((self.editions[key].said.first, key, one))
        for printed in found.values():
            printed.sort(key=lambda entry: (entry[0], entry[2].place))
        return found

    @cached_property
    def _by_origin(self) -> Mapping[str | None, list[_Subject]]:
        found: dict[str | None, list[_Subject]] = defaultdict(list)
        for subject in self._printed:
            found[subject[0]].append(subject)
        return found

    @cached_property
    def _known_alike(self) -> dict[_Subject, Sequence[_Subject]]:
        return {}

    def _alike(self, subject: _Subject) -> Sequence[_Subject]:
        """Return the subjects of an origin that may be within one, or around it."""
        if subject not in self._known_alike:
            parts = self.order.parts
            origin, count = subject
            self._known_alike[subject] = [
                other
                for other in self._by_origin[origin]
                if parts(count, other[1]).is_perhaps_same or parts(other[1], count).is_perhaps_same
            ]
        return self._known_alike[subject]

    def later(self, edition: SeriesEdition) -> Sequence[SeriesEdition]:
        """Return the editions that are certainly later, in order."""
        return self.in_order[bisect_right(self._firsts, edition.said.last) :]

    def perhaps_later(self, edition: SeriesEdition) -> Sequence[SeriesEdition]:
        """Return the editions of which the dates leave open whether they are later."""
        said = edition.said
        return [
            one
            for one in self.in_order
            if one is not edition and said.same_day(one.said) == "maybe"
        ]

    def next_about(self, edition: SeriesEdition, told: Told) -> Told | None:
        """Return what the first later edition that has anything about a statement says."""
        following = [
            printed[at]
            for subject in _subjects(told)
            for printed in map(self._printed.__getitem__, self._alike(subject))
            if (at := bisect_right(printed, edition.said.last, key=lambda entry: entry[0]))
            < len(printed)
        ]
        return (
            min(following, key=lambda entry: (entry[0], entry[2].place))[2] if following else None
        )

    def is_in(self, editions: Sequence[SeriesEdition], told: Told) -> bool:
        """Return whether any of some editions has something about a statement."""
        keys = {one.key for one in editions}
        alike = (other for subject in _subjects(told) for other in self._alike(subject))
        return any(key in keys for other in alike for _, key, _ in self._printed[other])


def _subjects(told: Told) -> list[_Subject]:
    count = told.statement.count._replace(period=None)
    return [(origin, count) for origin in told.origins or (None,)]


def all_series(briefing: Briefing, told: Sequence[Told], order: Order) -> list[Series]:
    """Return the series of a briefing with more than one edition."""
    of_document = series_of(briefing)
    library = library_of(briefing)
    declared = {} if library is None else library.series
    found: dict[Hashable, Series] = {}
    for document in briefing.documents if of_document else ():
        if (name := of_document.get(document.id)) is not None:
            replaces = document.id in declared and declared[document.id].replaces
            series = found.setdefault(name, Series(name, order, replaces))
            _add(series.editions, document, briefing)
    for one in told if found else ():
        document_id = briefing.claims[one.claim].document
        if (name := of_document.get(document_id)) is not None:
            found[name].told.append((edition_key(document_id), one))
    return [one for one in found.values() if len(one.editions) > 1]


def edition_key(document: str) -> str:
    """Return the edition of a document; in a single briefing, each document is one."""
    return edition_of(document) or document


def _add(editions: dict[str, SeriesEdition], document: Document, briefing: Briefing) -> None:
    """Add the edition of a document, which is published when the last of its documents is."""
    key, date = edition_key(document.id), document.date or briefing.date
    days = None if date is None else parse_edtf(date)
    said = Said(-inf, inf) if days is None else Said(days.start_min, days.end_max)
    known = editions.get(key)
    if known is None or known.said.last < said.last:
        editions[key] = SeriesEdition(key, date, said)


def not_repeated(
    briefing: Briefing, told: Sequence[Told], order: Order, ended: Mapping[Place, Ending]
) -> Mapping[Place, Dropped]:
    """Return the statements about which the later editions of their series have nothing.

    That is nothing within their count or around it, whatever the period, from the same origin.
    What a document states to have ended is left out.
    """
    found: dict[Place, Dropped] = {}
    for series in all_series(briefing, told, order):
        for key, one in series.told:
            edition, ending = series.editions[key], ended.get(one.place)
            is_stated = ending is not None and ending.words is not None
            if is_stated or series.next_about(edition, one) is not None:
                continue
            later, perhaps = series.later(edition), series.perhaps_later(edition)
            if (later or perhaps) and not (perhaps and series.is_in(perhaps, one)):
                found[one.place] = Dropped(len(later) or len(perhaps), bool(later))
    return found


def superseded(briefing: Briefing, told: Sequence[Told], order: Order) -> Superseded:
    """Return the statements that a later edition replaces, as the reader declares of a series."""
    ended: dict[Place, Ending] = {}
    perhaps: set[Place] = set()
    for series in all_series(briefing, told, order):
        for key, one in series.told if series.replaces else ():
            edition = series.editions[key]
            if later := series.later(edition):
                ended[one.place] = _replaced(later[0], series.next_about(edition, one), briefing)
            elif series.perhaps_later(edition):
                perhaps.add(one.place)
    return Superseded(ended, frozenset(perhaps))


def _replaced(by: SeriesEdition, told: Told | None, briefing: Briefing) -> Ending:
    """Return the ending of a statement: by one about the same, or else by a whole edition."""
    if told is None:
        return Ending("replaced", by.key, by.date, _NO_CLAIM)
    return Ending("replaced", briefing.claims[told.claim].id, told.date, told.claim)
