"""Statements in groups, in which a count is within another if its days are.

Few things are counted, on many days: what is counted is compared once for each pair of subjects,
and the days are left to a search.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kursk_tui.counting.categories import Categories, categories_within
from kursk_tui.counting.counts import Order
from kursk_tui.counting.names import Names
from kursk_tui.query.days import KINDS_CERTAINLY, KINDS_PERHAPS, Days, EndsOfAll, Kind, Kinds
from kursk_tui.query.statements import Compared, Subject


class Facing(NamedTuple):
    """The positions of statements whose counts are within those of others if their days are.

    `within` and `around` are the ends of the periods of all statements, by position.
    """

    contained: Sequence[int]
    containing: Sequence[int]
    within: Sequence[Days]
    around: Sequence[Days]


Positions = Collection[int]
FindFacing = Callable[[Compared, Positions, Positions], Iterator[Facing]]
"""Yields how statements at some positions face those at others, which may contain them."""


def facing_perhaps(
    compared: Compared, contained: Positions, containing: Positions
) -> Iterator[Facing]:
    """Yield statements that are within others, or may be, if their days are."""
    ends, classes = compared.ends_perhaps, _Classes(compared.order)
    mine = _grouped(compared, contained, ends, classes.of)
    theirs = _grouped(compared, containing, ends, classes.of)
    for one, other in _pairs(mine, theirs, certain=False):
        for kinds in KINDS_PERHAPS:
            low, high = _of_kinds(mine[one], kinds[0]), _of_kinds(theirs[other], kinds[1])
            for some, others in classes.divided(list(low), list(high)):
                yield _facing(ends, _joined(low, some), _joined(high, others), kinds)


def facing_certainly(
    compared: Compared, contained: Positions, containing: Positions
) -> Iterator[Facing]:
    """Yield statements that are certainly within others if their days are."""
    ends, around = compared.ends_certainly, _Around(compared.order)
    mine = _grouped(compared, contained, ends, around.all_of)
    theirs = _grouped(compared, containing, ends, around.first_of)
    for one, other in _pairs(mine, theirs, certain=True):
        alone: list[Kinds] = [
            ((kind,), (kind,))
            for kind in mine[one]
            if kind in theirs[other] and not isinstance(kind, str)
        ]
        for kinds in (*KINDS_CERTAINLY, *alone):
            low, high = _of_kinds(mine[one], kinds[0]), _of_kinds(theirs[other], kinds[1])
            for key in low:
                if key in high:
                    yield _facing(ends, low[key], high[key], kinds)


_Key = tuple[str | None, str | None, str | None]
"""The population, place and event of statements, where they matter."""

_ByKey = dict[_Key, list[int]]
_Groups = dict[Categories, dict[Kind, _ByKey]]


def _grouped(
    compared: Compared,
    positions: Positions,
    ends: EndsOfAll,
    keys: Callable[[Subject], Iterable[_Key]],
) -> _Groups:
    """Return positions by their categories, the kind of their period, and the keys of a subject."""
    by_subject: dict[tuple[Subject, Kind], list[int]] = defaultdict(list)
    subjects = compared.subjects
    for at in positions:
        if (kind := ends.kinds[at]) is not None:
            by_subject[subjects[at], kind].append(at)
    found: _Groups = {}
    for (subject, kind), group in by_subject.items():
        by_key = found.setdefault(subject.categories, {}).setdefault(kind, {})
        for key in keys(subject):
            by_key.setdefault(key, []).extend(group)
    return found


def _of_kinds(groups: Mapping[Kind, _ByKey], kinds: Iterable[Kind]) -> _ByKey:
    found: _ByKey = {}
    for kind in kinds:
        for key, group in groups.get(kind, {}).items():
            found[key] = [*found[key], *group] if key in found else group
    return found


def _joined(groups: _ByKey, keys: Iterable[_Key]) -> list[int]:
    return [at for key in keys for at in groups[key]]


def _pairs(
    mine: Iterable[Categories], theirs: Iterable[Categories], *, certain: bool
) -> Iterator[tuple[Categories, Categories]]:
    """Yield categories and those that they are within; most have nothing in common."""
    counting: dict[str, list[Categories]] = defaultdict(list)
    for other in theirs:
        for category in other.all:
            counting[category].append(other)
    for one in mine:
        for other in counting.get(min(one.certain), ()):
            answer = categories_within(one, other)
            if answer == "yes" or (answer == "maybe" and not certain):
                yield one, other


def _facing(ends: EndsOfAll, low: Sequence[int], high: Sequence[int], kinds: Kinds) -> Facing:
    within = ends.within_read if kinds[1] == ("read",) else ends.within
    return Facing(low, high, within, ends.around)


class _Around:
    """What certainly contains a subject; those of a population that is not stated never are."""

    def __init__(self, order: Order) -> None:
        self._populations, self._places = order.populations, order.places

    def first_of(self, subject: Subject) -> Iterator[_Key]:
        """Yield what a subject is."""
        if subject.population is not None:
            yield subject[1:]

    def all_of(self, subject: Subject) -> Iterator[_Key]:
        """Yield what a subject is, and all that contains it."""
        if subject.population is not None:
            place = subject.place
            places = (None,) if place is None else _around(self._places, place)
            for population in _around(self._populations, subject.population):
                yield from ((population, one, subject.event) for one in places)


def _around(names: Names, name: str) -> tuple[str, ...]:
    return name, *sorted(names.containing(name) - {name})


class _Classes:
    """Statements that a decision about names, or an event, sets apart from some others."""

    def __init__(self, order: Order) -> None:
        self._populations, self._places = order.populations, order.places
        self._decided = order.populations.decided, order.places.decided
        self._may_face = lru_cache(maxsize=None)(self._may)

    def of(self, subject: Subject) -> Iterator[_Key]:
        """Yield the class of a subject; names that no decision sets apart may be anything."""
        populations, places = self._decided
        yield (
            subject.population if subject.population in populations else None,
            subject.place if subject.place in places else None,
            subject.event,
        )

    def _may(self, one: _Key, other: _Key) -> bool:
        """Return whether a class is perhaps within another."""
        for names, mine, theirs in (
            (self._populations, one[0], other[0]),
            (self._places, one[1], other[1]),
        ):
            if mine is None or theirs is None:
                continue
            if names.resolved_within(mine, theirs) == "no":
                return False
        return one[2] == other[2] or one[2] is None or other[2] is None

    def divided(
        self, mine: Sequence[_Key], theirs: Sequence[_Key]
    ) -> Iterator[tuple[Sequence[_Key], Sequence[_Key]]]:
        """Yield classes, and others that each of them may be within, so that no pair is missing.

        Few are of one event, so these are looked up. Most others may be within most others, so
        those that are not are found by halving.
        """
        by_event = _by_event(theirs)
        for event, group in _by_event(mine).items():
            if event is None:
                yield from self._halved(group, theirs)
            else:
                yield from self._halved(group, [*by_event.get(event, ()), *by_event.get(None, ())])

    def _halved(
        self, mine: Sequence[_Key], theirs: Sequence[_Key]
    ) -> Iterator[tuple[Sequence[_Key], Sequence[_Key]]]:
        if not (mine and theirs):
            return
        within_all: list[_Key] = []
        within_some: list[_Key] = []
        for one in mine:
            answers = [self._may_face(one, other) for other in theirs]
            if all(answers):
                within_all.append(one)
            elif any(answers):
                within_some.append(one)
        if within_all:
            yield within_all, theirs
        if within_some:
            middle = len(theirs) // 2
            yield from self._halved(within_some, theirs[:middle])
            yield from self._halved(within_some, theirs[middle:])


def _by_event(keys: Iterable[_Key]) -> dict[str | None, list[_Key]]:
    found: dict[str | None, list[_Key]] = defaultdict(list)
    for key in keys:
        found[key[2]].append(key)
    return found
