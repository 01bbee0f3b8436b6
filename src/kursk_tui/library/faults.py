"""Faults in the reader's decisions: records that contradict each other, and so have no effect."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kursk_tui.library.composition import sources_by_edition
from kursk_tui.library.decisions import NO_DECISIONS, Decisions, OneName, OneSource, Two
from kursk_tui.library.edition import Edition
from kursk_tui.library.series import declared_series
from kursk_tui.text.folding import fold

JsonPath = tuple[str | int, ...]

_IDENTIFIED = ("sources", "populations", "places", "questions", "series")
_NAMES = ("populations", "places")
_MOST_NAMED = 3


class Fault(NamedTuple):
    """A fault, and the path of the value that has it."""

    path: JsonPath
    message: str

    @property
    def stops(self) -> bool:
        """Whether the record, or its `within`, has no effect.

        An edition that the library does not have may still arrive, so naming it has an effect.
        """
        return "one" not in self.path


def find_faults(
    decisions: Decisions, editions: Sequence[Edition], aliases: Mapping[str, str]
) -> Iterator[Fault]:
    """Yield the faults of decisions; `aliases` has the key of the edition that a file repeats.

    Where several records contradict each other, each of them has a fault.
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
            name = getattr(decisions, part)[number].id
            message = f"another record of “{part}” has the id “{name}” too; neither is used"
            yield Fault((part, number, "id"), message)


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
    ids, looped = {record.id for record in records}, _looped(records)
    known: dict[str, int] = {}
    for number, record in enumerate(records):
        if record.within is not None and record.within not in ids:
            message = f"no record of “{part}” has the id “{record.within}”"
            yield Fault((part, number, "within"), message)
        elif record.id in looped:
            message = f"“{record.id}” contains itself; this is not used"
            yield Fault((part, number, "within"), message)
        for name in dict.fromkeys(map(fold, (record.name, *record.one))):
            if (first := known.setdefault(name, number)) != number:
                yield from _shared(decisions, part, name, (first, number))
    groups = [set(map(fold, (record.name, *record.one))) for record in records]
    for record, group in zip(records, groups, strict=True):
        if record.id not in known:
            group.add(record.id)
    yield from _both_one_and_two(decisions, part, groups)


def _shared(
    decisions: Decisions, part: str, name: str, numbers: tuple[int, int]
) -> Iterator[Fault]:
    """Yield the faults of two records that have a name in common."""
    records = getattr(decisions, part)
    for number, other in (numbers, numbers[::-1]):
        message = f"“{name}” is also in the record “{records[other].id}”; neither is used"
        yield Fault((part, number), message)


def _both_one_and_two(
    decisions: Decisions, part: str, groups: Sequence[Collection[str]]
) -> Iterator[Fault]:
    """Yield the faults of names that are one, perhaps by several records, and also two."""
    if not decisions.two:
        return
    ids = [record.id for record in getattr(decisions, part)]
    joined = _joined(groups)
    found: dict[int, Two] = {}
    for number, pair in enumerate(decisions.two):
        for one, other in (map(fold, pair.of), pair.of):
            records = joined.get(one, ())
            if one == other or records is not joined.get(other):
                continue
            named = " and ".join(f"“{ids[at]}”" for at in records[:_MOST_NAMED])
            more = " and others" if len(records) > _MOST_NAMED else ""
            message = f"these are one according to {named}{more} in “{part}”; neither is used"
            yield Fault(("two", number), message)
            found |= dict.fromkeys(records, pair) if records[0] not in found else {}
            break
    for number, pair in found.items():
        one, other = pair.of
        yield Fault((part, number), f"“{one}” and “{other}” are also two; neither is used")


def _joined(groups: Sequence[Collection[str]]) -> dict[str, list[int]]:
    """Return the numbers of all groups that a name is in, with those that share other names."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for name in group:
            by_name[name].append(number)
    found: dict[str, list[int]] = {}
    reached: set[int] = set()
    for first in range(len(groups)):
        if first in reached:
            continue
        together, waiting = [first], [first]
        reached.add(first)
        while waiting:
            near = {at for name in groups[waiting.pop()] for at in by_name.pop(name, ())} - reached
            reached |= near
            together += sorted(near)
            waiting += near
        found |= {name: together for at in together for name in groups[at]}
    return found


def _looped(records: Sequence[OneName]) -> set[str]:
    """Return the ids that contain themselves, in time proportional to the number of records."""
    within = {record.id: record.within for record in records if record.within}
    looped: set[str] = set()
    seen: set[str] = set()
    for first in within:
        path: dict[str, None] = {}
        at: str | None = first
        while at is not None and at not in seen:
            seen.add(at)
            path[at] = None
            at = within.get(at)
        if at in path:
            ids = list(path)
            looped |= set(ids[ids.index(at) :])
    return looped
