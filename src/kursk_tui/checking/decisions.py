"""Errors in the reader's decisions about a library: ids and names that do not fit together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from kursk_tui.library.decisions import Decisions, OneName
from kursk_tui.text.folding import fold

JsonPath = tuple[str | int, ...]


class DecisionProblem(NamedTuple):
    """A problem, and the path of the value that has it."""

    path: JsonPath
    message: str


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def find_decision_problems(
    decisions: Decisions, sources: Mapping[str, frozenset[str]]
) -> Iterator[DecisionProblem]:
    """Yield the problems; `sources` are the ids of sources by the key of their edition."""
    parts: dict[str, Sequence[_Identified]] = {
        "sources": decisions.sources,
        "populations": decisions.populations,
        "places": decisions.places,
        "questions": decisions.questions,
        "series": decisions.series,
    }
    for name, records in parts.items():
        yield from _repeated_ids(name, records)
    yield from _unknown_sources(decisions, sources)
    for name, names, loops in (
        ("populations", decisions.populations, decisions.population_names.loops),
        ("places", decisions.places, decisions.place_names.loops),
    ):
        yield from _names(name, names, loops)


def _repeated_ids(name: str, records: Iterable[_Identified]) -> Iterator[DecisionProblem]:
    known: set[str] = set()
    for number, record in enumerate(records):
        if record.id in known:
            yield DecisionProblem((name, number, "id"), f"another of “{name}” has this id")
        known.add(record.id)


def _unknown_sources(
    decisions: Decisions, sources: Mapping[str, frozenset[str]]
) -> Iterator[DecisionProblem]:
    known: dict[tuple[str, str], str] = {}
    for number, source in enumerate(decisions.sources):
        for at, (edition, own) in enumerate(source.one):
            path = ("sources", number, "one", at)
            if edition not in sources:
                yield DecisionProblem((*path, 0), f"there is no edition “{edition}”")
            elif own not in sources[edition]:
                yield DecisionProblem((*path, 1), f"“{edition}” has no source “{own}”")
            elif (edition, own) in known:
                other = known[edition, own]
                yield DecisionProblem(path, f"this source is already one with “{other}”")
            known[edition, own] = source.id


def _names(
    part: str, records: Sequence[OneName], loops: Callable[[], Iterable[str]]
) -> Iterator[DecisionProblem]:
    ids = {record.id for record in records}
    looped = set(loops())
    known: dict[str, str] = {}
    for number, record in enumerate(records):
        if record.within is not None and record.within not in ids:
            yield DecisionProblem(
                (part, number, "within"), f"none of “{part}” has the id “{record.within}”"
            )
        elif record.id in looped:
            yield DecisionProblem((part, number, "within"), f"“{record.id}” contains itself")
        for name in dict.fromkeys(map(fold, (record.name, *record.one))):
            if known.setdefault(name, record.id) != record.id:
                message = f"“{name}” is already a name of “{known[name]}”"
                yield DecisionProblem((part, number), message)
