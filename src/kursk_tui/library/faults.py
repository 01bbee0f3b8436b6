"""Faults in the reader's decisions: records that do not fit together, and so have no effect."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kursk_tui.library.composition import sources_by_edition
from kursk_tui.library.decisions import NO_DECISIONS, Decisions, OneSource
from kursk_tui.library.edition import Edition
from kursk_tui.library.series import declared_series
from kursk_tui.text.folding import fold

JsonPath = tuple[str | int, ...]

_IDENTIFIED = ("sources", "populations", "places", "questions", "series")
_NAMES = ("populations", "places")


class Fault(NamedTuple):
    """A fault, and the path of the value that has it."""

    path: JsonPath
    message: str

    @property
    def stops(self) -> bool:
        """Whether the record, or its `within`, has no effect.

        An edition that the library does not have may still arrive, and disturbs nothing.
        """
        return "one" not in self.path


def find_faults(
    decisions: Decisions, editions: Sequence[Edition], aliases: Mapping[str, str]
) -> Iterator[Fault]:
    """Yield the faults of decisions; `aliases` has the key of the edition that a file repeats.

    Where several records do not fit together, each of them has a fault.
    """
    for part in _IDENTIFIED:
        yield from _repeated_ids(decisions, part)
    sources = {
        edition.key: frozenset(source.id for source in edition.briefing.sources)
        for edition in editions
    }
    yield from _faults_of_sources(decisions, sources, aliases)
    found = sources_by_edition(editions, NO_DECISIONS, aliases) if decisions.two else {}
    composed = {(key, own): one for key, ids in found.items() for own, one in ids.items()}
    groups = [
        {record.id, *filter(None, (composed.get(place) for place in _places(record, aliases)))}
        for record in decisions.sources
    ]
    yield from _both_one_and_two(decisions, "sources", groups)
    for part in _NAMES:
        yield from _faults_of_names(decisions, part)


def find_idle(decisions: Decisions, editions: Sequence[Edition]) -> Iterator[Fault]:
    """Yield the decisions that are valid, and have no effect."""
    for number in range(len(decisions.independent)):
        yield Fault(("independent", number), "this has no effect yet")
    used = {series.id for series in declared_series(editions, decisions).values()}
    for number, series in enumerate(decisions.series):
        if series.id not in used:
            yield Fault(("series", number, "of"), "no document belongs to this series")


def acting(decisions: Decisions, faults: Iterable[Fault]) -> Decisions:
    """Return decisions without the records that have a fault, and without a faulty `within`."""
    paths = [fault.path for fault in faults if fault.stops]
    if not paths:
        return decisions
    narrowed = {path[:2] for path in paths if path[-1] == "within"}
    dropped = {path[:2] for path in paths if path[-1] != "within"}
    changes = {}
    for part in {str(path[0]) for path in paths}:
        records = [
            one.model_copy(update={"within": None}) if (part, number) in narrowed else one
            for number, one in enumerate(getattr(decisions, part))
            if (part, number) not in dropped
        ]
        changes[part] = tuple(records)
    return decisions.replace(**changes)


def _places(record: OneSource, aliases: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((aliases.get(key, key), own) for key, own in record.one)


def _repeated_ids(decisions: Decisions, part: str) -> Iterator[Fault]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(getattr(decisions, part)):
        numbers[record.id].append(number)
    for alike in numbers.values():
        for number in alike if len(alike) > 1 else ():
            yield Fault((part, number, "id"), f"another of “{part}” has this id; neither is used")


def _faults_of_sources(
    decisions: Decisions, sources: Mapping[str, frozenset[str]], aliases: Mapping[str, str]
) -> Iterator[Fault]:
    known: dict[tuple[str, str], int] = {}
    for number, source in enumerate(decisions.sources):
        for at, (named, own) in enumerate(source.one):
            path, edition = ("sources", number, "one", at), aliases.get(named, named)
            if edition not in sources:
                yield Fault((*path, 0), f"there is no edition “{named}”")
            elif own not in sources[edition]:
                yield Fault((*path, 1), f"“{named}” has no source “{own}”")
            elif (first := known.setdefault((edition, own), number)) != number:
                yield from _shared(decisions, "sources", f"{named}/{own}", (first, number))


def _faults_of_names(decisions: Decisions, part: str) -> Iterator[Fault]:
    records = getattr(decisions, part)
    names = decisions.population_names if part == "populations" else decisions.place_names
    ids, looped = {record.id for record in records}, set(names.loops())
    known: dict[str, int] = {}
    for number, record in enumerate(records):
        if record.within is not None and record.within not in ids:
            message = f"none of “{part}” has the id “{record.within}”"
            yield Fault((part, number, "within"), message)
        elif record.id in looped:
            message = f"“{record.id}” contains itself; this is not used"
            yield Fault((part, number, "within"), message)
        for name in dict.fromkeys(map(fold, (record.name, *record.one))):
            if (first := known.setdefault(name, number)) != number:
                yield from _shared(decisions, part, name, (first, number))
    groups = [set(map(fold, (record.name, *record.one))) for record in records]
    for record, group in zip(records, groups, strict=True):
        group |= {record.id} - known.keys()
    yield from _both_one_and_two(decisions, part, groups)


def _shared(
    decisions: Decisions, part: str, name: str, numbers: tuple[int, int]
) -> Iterator[Fault]:
    """Yield the faults of two records that have a name in common."""
    records = getattr(decisions, part)
    for number, other in (numbers, numbers[::-1]):
        message = f"“{name}” is also one with “{records[other].id}”; neither is used"
        yield Fault((part, number), message)


def _both_one_and_two(
    decisions: Decisions, part: str, groups: Sequence[Collection[str]]
) -> Iterator[Fault]:
    """Yield the faults of names that are one, perhaps by several records, and also two."""
    if not decisions.two:
        return
    joined = _Joined(groups)
    for number, pair in enumerate(decisions.two):
        one, other = pair.of
        records = joined.that_join(fold(one), fold(other)) or joined.that_join(one, other)
        if not records:
            continue
        named = " and ".join(f"“{getattr(decisions, part)[at].id}”" for at in records)
        message = f"these are one by {named} in “{part}”; neither is used"
        yield Fault(("two", number), message)
        for at in records:
            yield Fault((part, at), f"“{one}” and “{other}” are also two; neither is used")


class _Joined:
    """Groups of names; those with a name in common are joined."""

    def __init__(self, groups: Sequence[Collection[str]]) -> None:
        self._by_name: dict[str, list[int]] = defaultdict(list)
        for number, group in enumerate(groups):
            for name in group:
                self._by_name[name].append(number)
        self._groups = groups

    def that_join(self, one: str, other: str) -> Sequence[int]:
        """Return the numbers of the groups that join two names; empty if they are not joined."""
        waiting = list(self._by_name.get(one, ())) if one != other else []
        reached, names = set(waiting), {one}
        while waiting:
            for name in self._groups[waiting.pop()]:
                if name not in names:
                    names.add(name)
                    new = set(self._by_name[name]) - reached
                    reached |= new
                    waiting.extend(new)
        return sorted(reached) if other in names else ()
