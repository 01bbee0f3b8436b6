"""News: what statements that have become known say about those before them, and the other way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice

from kursk_tui.counting.counts import Order
from kursk_tui.counting.successions import Step, succession
from kursk_tui.tracking.denials import denials
from kursk_tui.tracking.endings import Ending
from kursk_tui.tracking.neighbours import Neighbours
from kursk_tui.tracking.news_item import KINDS, News, NewsKind, Printed
from kursk_tui.tracking.rivals import SEARCHED, Found, Rival, RivalSearch
from kursk_tui.tracking.series import Dropped
from kursk_tui.tracking.statements import Place, Told, in_order

_KINDS: dict[Step, NewsKind] = {
    "repeats": "said again",
    "relayed otherwise": "moved",
    "says again": "said again",
    "update": "moved",
    "correction": "corrected",
    "went down": "went down",
    "other count": "counts something else",
}


@dataclass(frozen=True, eq=False)
class Newsroom:
    """Finds what is new in the statements of a library.

    `told` are all its asserted statements, and `denied` are figures that their claims deny.
    `printed` has for each claim where it is printed. `reattributed` are known statements that have
    another origin now than before. `ended` are statements that no longer stand. What a claim
    states to withdraw, correct or replace is not news here, whatever its numbers are. `dropped` are
    known statements that the editions of a series have stopped repeating.
    """

    told: Sequence[Told]
    denied: Sequence[Told]
    printed: Sequence[Printed]
    order: Order
    reattributed: frozenset[Place] = frozenset()
    ended: Mapping[Place, Ending] = field(default_factory=dict)
    dropped: Mapping[Place, Dropped] = field(default_factory=dict)

    def news(self) -> list[News]:
        """Return what is new: the gravest first, and then in the order in which it was said."""
        found = [*self._withdrawals(), *self._contradictions(), *self._steps()]
        found += [News("attribution changed", one, one, None) for one in self._reattributed]
        found += [*self._denials(), *self._not_repeated()]
        listed = {one.about.place for one in found}
        rivals = (one for one in found if one.comparison is not None)
        listed |= {side.place for one in rivals for side in (one.earlier, one.later) if side}
        ending = {later for later, _ in self._stated}
        firsts = [
            self._first(one)
            for one in self._new
            if one.place not in listed and one.claim not in ending
        ]
        ranks = {kind: rank for rank, kind in enumerate(KINDS)}
        at = {one.place: number for number, one in enumerate(self._ordered)}
        return sorted(
            (*found, *firsts),
            key=lambda one: (ranks[one.kind], at.get(one.about.place, len(at)), one.about.place),
        )

    @cached_property
    def _ordered(self) -> list[Told]:
        return in_order(self.told)

    @cached_property
    def _new(self) -> list[Told]:
        return [one for one in self._ordered if self._is_new(one)]

    @cached_property
    def _stated(self) -> frozenset[tuple[int, int]]:
        """The claims that end another, as they state, and that other claim."""
        return frozenset(
            (ending.number, claim)
            for (claim, _), ending in self.ended.items()
            if ending.words is not None
        )

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours([one for one in self._ordered if one.relays is None])

    @property
    def _reattributed(self) -> Iterator[Told]:
        return (one for one in self._ordered if one.place in self.reattributed)

    def _is_stated(self, earlier: Told | None, later: Told | None) -> bool:
        """Return whether the claim of a statement states that it ends that of an earlier one."""
        if earlier is None or later is None:
            return False
        return (later.claim, earlier.claim) in self._stated

    def _is_new(self, told: Told) -> bool:
        return self.printed[told.claim].is_new

    # What the same origin says.

    def _withdrawals(self) -> Iterator[News]:
        """Yield the known statements that their own origin now denies."""
        for denial in filter(self._is_new, self.denied):
            for one in self._by_origin.get(denial.origin or "", ()):
                same = one.statement.says_the_same_as(denial.statement)
                parts = self.order.parts(one.statement.count, denial.statement.count)
                if same and parts.is_perhaps_same:
                    yield News("withdrawn", denial, one, denial)
                    break

    def _denials(self) -> Iterator[News]:
        """Yield the new denials of what other origins state."""
        standing = [one for one in self._ordered if one.place not in self.ended]
        found = denials(standing, [*filter(self._is_new, self.denied)], self.order)
        by_place = {one.place: one for one in self.told}
        first: dict[Place, News] = {}
        for place, of_place in found.items():
            for denial, is_certain in of_place:
                kind: NewsKind = "denied" if is_certain else "may contradict"
                known = first.get(denial.place)
                if known is None or (is_certain and known.kind != "denied"):
                    first[denial.place] = News(kind, denial, by_place[place], denial)
        yield from first.values()

    def _steps(self) -> Iterator[News]:
        """Yield what each new statement does to the one before of its origin, or to the next."""
        by_place = {one.place: one for one in self.told}
        for one in self._new:
            if one.origin is None:
                continue
            if one.relays is not None and (origin := by_place.get(one.relays)) is not None:
                pair = self._step(origin, one)
                yield from [pair._replace(about=one)] if pair else ()
                continue
            mine = self._own[one.origin]
            at = self._own_places[one.place]
            earlier = (self._step(other, one) for other in islice(mine.before(at), SEARCHED))
            known = (other for other in mine.after(at) if not self._is_new(other))
            later = (self._step(one, other) for other in islice(known, SEARCHED))
            pair = _of_same_count(earlier) or _of_same_count(later)
            if pair is not None and not self._is_stated(pair.earlier, pair.later):
                yield pair._replace(about=one)

    @cached_property
    def _own(self) -> Mapping[str, Neighbours]:
        return {origin: Neighbours(told) for origin, told in self._by_origin.items()}

    @cached_property
    def _own_places(self) -> Mapping[Place, int]:
        """The place of each statement among those of its origin."""
        return {one.place: at for told in self._by_origin.values() for at, one in enumerate(told)}

    @cached_property
    def _by_origin(self) -> Mapping[str, list[Told]]:
        """The statements of each origin in order, without those that others relay."""
        found: dict[str, list[Told]] = defaultdict(list)
        for one in self._ordered:
            if one.origin is not None and one.relays is None:
                found[one.origin].append(one)
        return found

    def _step(self, earlier: Told, later: Told) -> News | None:
        if earlier.claim == later.claim:
            return None
        said = earlier.said, later.said
        step = succession(earlier.statement, later.statement, said, self.order)
        if step is None:
            return None
        kind = _KINDS[step.step]
        if kind in ("moved", "corrected") and _loses_qualifier(earlier, later):
            kind = "qualifier lost"
        replaces = self._replaces(earlier)
        if replaces and kind in ("went down", "corrected"):
            kind = "moved"
        return News(kind, later, earlier, later, step, replaces=replaces)

    def _replaces(self, earlier: Told) -> bool:
        """Return whether each edition of the series of a statement replaces the one before."""
        ending = self.ended.get(earlier.place)
        return ending is not None and ending.kind == "replaced" and ending.words is None

    # What other origins say.

    def _contradictions(self) -> Iterator[News]:
        """Yield for each new statement the gravest contradiction with another origin."""
        seen: set[frozenset[Place]] = set()
        told = self._neighbours.told
        for one in self._new:
            if one.relays is not None:
                continue
            at = self._at[one.place]
            found = self._rivals_at(at)
            if not found:
                continue
            rival = self._search.nearest(at, found, 1)[0]
            pair = frozenset((one.place, rival.told.place))
            if pair not in seen:
                seen.add(pair)
                others = len({told[number].who for _, _, number in found}) - 1
                yield self._contradiction(one, rival, others)

    @cached_property
    def _search(self) -> RivalSearch:
        return RivalSearch(self._neighbours.told, self.order, self.ended)

    @cached_property
    def _at(self) -> Mapping[Place, int]:
        """The position of each statement that is not relayed."""
        return {one.place: at for at, one in enumerate(self._neighbours.told)}

    def _rivals_at(self, at: int) -> list[Found]:
        one, told = self._neighbours.told[at], self._neighbours.told
        found = self._search.among(at, self._neighbours.near(one))
        if not self._stated:
            return found
        return [
            rival
            for rival in found
            if not (self._is_stated(told[rival[2]], one) or self._is_stated(one, told[rival[2]]))
        ]

    def _contradiction(self, one: Told, rival: Rival, others: int) -> News:
        earlier, later = in_order((one, rival.told))
        comparison = rival.comparison
        kind: NewsKind = "contradicts" if comparison.relation == "contradicts" else "may contradict"
        return News(kind, one, earlier, later, comparison=comparison, others=others)

    # What is said for the first time, and what no longer is.

    def _first(self, one: Told) -> News:
        """Return whether a statement is the first of its origin, or only says the same again."""
        before = (other for other in self._same_number(one) if self._precedes(other, one))
        said = sorted(before, key=lambda other: (other.origin is not None, other.said.last))
        if one.origin is None and said:
            return News("said again", one, said[-1], one)
        categories = one.statement.count.categories.all
        initial = self._known_categories.isdisjoint(categories)
        earlier = said[-1] if said else None
        return News("first said", one, earlier, one, is_initial=initial)

    @cached_property
    def _known_categories(self) -> frozenset[str]:
        """The categories of which something was known before."""
        known = (one for one in self._neighbours.told if not self._is_new(one))
        return frozenset(chain.from_iterable(one.statement.count.categories.all for one in known))

    def _same_number(self, one: Told) -> Iterator[Told]:
        for other in self._neighbours.of(one):
            if one.statement.says_the_same_as(other.statement):
                parts = self.order.parts(one.statement.count, other.statement.count)
                if parts.is_perhaps_same:
                    yield other

    def _precedes(self, other: Told, one: Told) -> bool:
        return not self._is_new(other) or (other.said.last, other.place) < (
            one.said.last,
            one.place,
        )

    def _not_repeated(self) -> Iterator[News]:
        """Yield the known statements that the later editions of a series do not repeat."""
        for one in self._ordered:
            if (found := self.dropped.get(one.place)) is not None:
                yield News(
                    "not repeated",
                    one,
                    one,
                    None,
                    later_editions=found.editions,
                    is_certain=found.is_certain,
                )


def _of_same_count(pairs: Iterable[News | None]) -> News | None:
    """Return the first pair that counts the same, or else the first of another count."""
    other: News | None = None
    for pair in filter(None, pairs):
        if pair.step is not None and pair.step.step != "other count":
            return pair
        other = other or pair
    return other


def _loses_qualifier(earlier: Told, later: Told) -> bool:
    """Return whether a bare number takes the place of the same number with a qualifier."""
    old, new = earlier.statement, later.statement
    return new.qualifier == "exactly" != old.qualifier and old.values == new.values
