"""What each edition of a library brought: its claims against the editions known before it."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import Literal, NamedTuple, get_args

from kursk_tui.counting.successions import Succession, succession
from kursk_tui.diffing.claims import claim_changes
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.library.ids import composite, edition_of
from kursk_tui.library.library import Library
from kursk_tui.model import Claim
from kursk_tui.text.folding import fold
from kursk_tui.tracking.pairing import pair_claims
from kursk_tui.tracking.questions import Questions
from kursk_tui.tracking.series import series_of
from kursk_tui.tracking.statements import Told

_Kind = Literal["new", "again", "moved"]

_AGAIN = frozenset(("repeats", "says again", "relayed otherwise"))
"""What says an earlier statement again; how a relay words it is no change of its origin."""

_NEAREST = 20
"""The most statements said before a statement, and after it, that it is compared with."""


class Brought(NamedTuple):
    """How many claims of an edition are new, say again what was known, and change it.

    `not_repeated` counts the claims of the edition before in its series that this one does not
    repeat; it is None for the first edition of a series, and for one without a series.
    """

    new: int
    again: int
    moved: int
    not_repeated: int | None


@dataclass(frozen=True, eq=False)
class EditionNews:
    """Compares each edition of a library with those known before it, in their order.

    `questions` are those of the library.
    """

    library: Library
    questions: Questions

    def prepare(self) -> None:
        """Find the statements, which takes a while in a large library."""
        _ = self._ending, self._by_origin, self._by_number, self._words

    def of(self, number: int) -> Brought:
        """Return what the edition with a number brought."""
        claims = self._claims[number]
        known = self._before_in_series[number]
        earlier = () if known is None else self._plain(known)
        kinds = [*self._of_plain(self._plain(number), earlier, number)]
        kinds += [self._of_figures(claim, number) for claim in claims if self._told[claim]]
        dropped = None if known is None else self._not_repeated(known, number)
        new, again, moved = (kinds.count(kind) for kind in get_args(_Kind))
        return Brought(new, again, moved, dropped)

    @cached_property
    def _all(self) -> Sequence[Claim]:
        return self.library.briefing.claims

    @cached_property
    def _edition(self) -> Sequence[int]:
        """The number of the edition of each claim."""
        numbers = {one.key: number for number, one in enumerate(self.library.editions)}
        return [numbers[edition_of(claim.id)] for claim in self._all]

    @cached_property
    def _claims(self) -> Mapping[int, Sequence[int]]:
        """The claims of each edition."""
        found: dict[int, list[int]] = defaultdict(list)
        for claim, number in enumerate(self._edition):
            found[number].append(claim)
        return found

    @cached_property
    def _told(self) -> Mapping[int, Sequence[Told]]:
        """The statements of each claim."""
        found: dict[int, list[Told]] = defaultdict(list)
        for one in self.questions.told:
            found[one.claim].append(one)
        return found

    # Claims with figures.

    def _of_figures(self, claim: int, number: int) -> _Kind:
        """Return what a claim with figures does: the most that one of its figures does."""
        if claim in self._ending:
            return "moved"
        kinds = {self._of_statement(one, number) for one in self._told[claim]}
        return "moved" if "moved" in kinds else "new" if "new" in kinds else "again"

    @cached_property
    def _ending(self) -> frozenset[int]:
        """The claims that withdraw, correct or replace another, as they state."""
        ended = self.questions.ended.values()
        return frozenset(one.number for one in ended if one.words is not None)

    def _of_statement(self, one: Told, number: int) -> _Kind:
        if one.relays is not None and self._edition[one.relays[0]] < number:
            return "again"
        steps = (self._step(other, one) for other in self._nearest(one, number))
        if (step := next(filter(None, steps), None)) is not None:
            return "again" if step.step in _AGAIN else "moved"
        is_known = one.origin is None and self._is_said(one, number)
        return "again" if is_known else "new"

    @cached_property
    def _by_origin(self) -> Mapping[str, Sequence[Told]]:
        """The statements of each origin in the order in which they were said."""
        found: dict[str, list[Told]] = defaultdict(list)
        for one in self.questions.told:
            for origin in one.origins if one.relays is None else ():
                found[origin].append(one)
        return found

    @cached_property
    def _at(self) -> Mapping[tuple[str, tuple[int, int]], int]:
        """The place of each statement among those of each of its origins."""
        return {
            (origin, one.place): at
            for origin, told in self._by_origin.items()
            for at, one in enumerate(told)
        }

    def _nearest(self, one: Told, number: int) -> Iterator[Told]:
        """Yield what its origins said, as known before: the last before it first, then the next."""
        for origin in one.origins:
            told = self._by_origin[origin]
            at = self._at.get((origin, one.place), len(told))
            before = (told[other] for other in range(at - 1, -1, -1))
            for others in (before, iter(told[at + 1 :])):
                known = (other for other in others if self._edition[other.claim] < number)
                yield from islice(known, _NEAREST)

    def _step(self, other: Told, one: Told) -> Succession | None:
        earlier, later = sorted((other, one), key=lambda each: (each.said.last, each.said.first))
        said = earlier.said, later.said
        return succession(earlier.statement, later.statement, said, self.questions.order)

    @cached_property
    def _by_number(self) -> Mapping[tuple[int, ...], Sequence[Told]]:
        found: dict[tuple[int, ...], list[Told]] = defaultdict(list)
        for one in self.questions.told:
            found[one.statement.values].append(one)
        return found

    def _is_said(self, one: Told, number: int) -> bool:
        """Return whether somebody gave the same number for the same count before."""
        same = (
            other
            for other in self._by_number[one.statement.values]
            if self._edition[other.claim] < number
            and one.statement.says_the_same_as(other.statement)
        )
        parts = self.questions.order.parts
        return any(
            "no" not in parts(one.statement.count, other.statement.count)[:4] for other in same
        )

    # Claims without figures.

    def _plain(self, number: int) -> Sequence[int]:
        return [claim for claim in self._claims[number] if not self._told[claim]]

    def _of_plain(
        self, claims: Sequence[int], earlier: Sequence[int], number: int
    ) -> Iterator[_Kind]:
        """Yield what each claim without figures does; `earlier` are those of its series."""
        new = [self._all[claim] for claim in claims]
        numbers = {self._all[claim].id: claim for claim in claims}
        for old, one in pair_claims([self._all[claim] for claim in earlier], new):
            if one is None:
                continue
            if numbers[one.id] in self._ending or (old is not None and self._differ(old, one)):
                yield "moved"
            else:
                is_known = old is not None or self._words[_folded(one)] < number
                yield "again" if is_known else "new"

    def _differ(self, old: Claim, new: Claim) -> bool:
        briefing = self.library.briefing
        changes = claim_changes(old, new, briefing, briefing)
        return any(change.gravity < Gravity.OTHER for change in changes)

    @cached_property
    def _words(self) -> Mapping[str, int]:
        """The number of the first edition with the words of each claim without figures."""
        found: dict[str, int] = {}
        for claim, number in zip(self._all, self._edition, strict=True):
            found.setdefault(_folded(claim), number)
        return found

    # Series.

    @cached_property
    def _before_in_series(self) -> Sequence[int | None]:
        """The number of the edition before each in its series, if there is one."""
        of_document = series_of(self.library.briefing)
        last: dict[Hashable, int] = {}
        found: list[int | None] = []
        for number, edition in enumerate(self.library.editions):
            ids = (composite(edition.key, one.id) for one in edition.briefing.documents)
            series = next((of_document[one] for one in ids if one in of_document), None)
            found.append(None if series is None else last.get(series))
            last[series] = number
        return found

    def _not_repeated(self, known: int, number: int) -> int:
        """Return how many claims of an edition the next one of its series does not repeat."""
        old, new = self._plain(known), self._plain(number)
        pairs = pair_claims([self._all[one] for one in old], [self._all[one] for one in new])
        plain = sum(new is None for _, new in pairs)
        said: dict[str | None, list[Told]] = defaultdict(list)
        for one in chain.from_iterable(self._told[claim] for claim in self._claims[number]):
            said[one.origin].append(one)
        return plain + sum(
            any(not self._is_repeated(one, said[one.origin]) for one in self._told[claim])
            for claim in self._claims[known]
        )

    def _is_repeated(self, one: Told, later: Sequence[Told]) -> bool:
        """Return whether a later statement counts what one counts, a part of it, or more."""
        ending = self.questions.ended.get(one.place)
        if ending is not None and ending.words is not None:
            return True  # it is not silence that ends it
        parts, mine = self.questions.order.parts, one.statement.count
        return any(
            "no" not in parts(*pair)[:4]
            for other in later
            for pair in ((mine, other.statement.count), (other.statement.count, mine))
        )


def series_names(library: Library) -> Mapping[str, str]:
    """Return the name of the series of each edition by its key, as stated or declared."""
    found = {one.key: "" for one in library.editions}
    for document in library.briefing.documents:
        key = edition_of(document.id)
        found[key] = found[key] or document.series or ""
    return found


def _folded(claim: Claim) -> str:
    return fold(" ".join(claim.evidence.exact.split()))
