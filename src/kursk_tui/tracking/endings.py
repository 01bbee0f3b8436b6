"""Statements that no longer stand: withdrawn, corrected or replaced, as a document states."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NamedTuple

from kursk_tui.counting.counts import Order
from kursk_tui.counting.figures import statement_of
from kursk_tui.counting.statements import Statement
from kursk_tui.library.ids import edition_of
from kursk_tui.model import Briefing, Claim, OtherStatement, parse_edtf
from kursk_tui.text.folding import fold
from kursk_tui.tracking.statements import Place, Told, said_on
from kursk_tui.vocabulary import StatementRelationKind

EndKind = Literal["withdrawn", "corrected", "replaced"]
"""Why a statement no longer stands; the first is the gravest."""

_KINDS: dict[StatementRelationKind, EndKind] = {
    "withdraws": "withdrawn",
    "corrects": "corrected",
    "replaces": "replaced",
}
_GRAVITY: dict[EndKind, int] = {"withdrawn": 0, "corrected": 1, "replaced": 2}

WHOLE = -1
"""The place of a claim as a whole, in place of that of a figure in it."""


class Ending(NamedTuple):
    """Why a statement no longer stands: the id of the claim that says so, and its date (EDTF).

    `number` is that of the claim, and `words` are its words about the earlier statement; they are
    None if it only denies the number. `repeats` is the statement that the claim is about, if
    this is the ending of a repeat of it.
    """

    kind: EndKind
    claim: str
    date: str | None
    number: int
    words: str | None = None
    repeats: Place | None = None


NOTHING_ENDED: Mapping[Place, Ending] = MappingProxyType({})


def may_end(briefing: Briefing) -> bool:
    """Return whether any statement may have ended; finding out which takes longer."""
    return _has_replacing_series(briefing) or any(
        any(one.kind in _KINDS for one in claim.relations) or _denies(claim)
        for claim in briefing.claims
    )


def _has_replacing_series(briefing: Briefing) -> bool:
    if not briefing.is_library:
        return False
    from kursk_tui.library.library import library_of  # conflicts of one briefing do not need it

    library = library_of(briefing)
    return library is not None and any(one.replaces for one in library.decisions.series)


def endings(
    briefing: Briefing,
    told: Sequence[Told],
    order: Order,
    superseded: Mapping[Place, Ending] = NOTHING_ENDED,
) -> Mapping[Place, Ending]:
    """Return the statements that no longer stand, and the claims that are ended as a whole.

    Relations of claims end statements, and so does an origin that denies its own number; otherwise
    `superseded` ones are ended. What ends a statement also ends it where another document repeats
    it.
    """
    search = _Search(briefing, told, order)
    found: dict[Place, Ending] = {}
    for place, ending in search.found():
        if place not in found or _GRAVITY[ending.kind] < _GRAVITY[found[place].kind]:
            found[place] = ending
    found = {**superseded, **found}
    return found | _of_repeats(found, told)


@dataclass(frozen=True, eq=False)
class _Search:
    briefing: Briefing
    told: Sequence[Told]
    order: Order

    def found(self) -> Iterator[tuple[Place, Ending]]:
        """Yield the statements that claims end, with the endings."""
        seen: set[tuple[EndKind, OtherStatement]] = set()
        for number, claim in enumerate(self.briefing.claims):
            for relation in claim.relations:
                kind = _KINDS.get(relation.kind)
                if kind is None or (kind, relation.of) in seen:
                    continue
                seen.add((kind, relation.of))
                ending = self._ending(kind, number)._replace(words=relation.words)
                places = self._places(relation.of, ending)
                yield from ((place, ending) for place in places if place[0] != number)
            if _denies(claim):
                yield from self._denied(number, claim)

    def _ending(self, kind: EndKind, number: int) -> Ending:
        claim = self.briefing.claims[number]
        return Ending(kind, claim.id, said_on(claim, self.briefing), number)

    def _places(self, of: OtherStatement, ending: Ending) -> Iterator[Place]:
        """Yield the statements that a relation is about; none if it does not say which."""
        if of.claim is not None:
            yield from self._parts(self._numbers.get(of.claim), of)
        elif of.edition is not None:
            for number in self._by_edition.get(of.edition, ()):
                if of.source in (None, *self.briefing.claims[number].attribution.sources):
                    yield from self._parts(number, of)
        elif of.figure is not None and of.source is not None:
            said = self._by_words.get((of.source, fold(of.figure)), ())
            yield from (one.place for one in said if _is_earlier(one, ending))

    def _parts(self, number: int | None, of: OtherStatement) -> Iterator[Place]:
        if number is None:
            return
        if of.figure is None:
            yield number, WHOLE
        for part, figure in enumerate(self.briefing.claims[number].figures):
            if of.figure is None or figure.words == of.figure:
                yield number, part

    def _denied(self, number: int, claim: Claim) -> Iterator[tuple[Place, Ending]]:
        """Yield the earlier statements of an origin that it denies in a claim."""
        ending = self._ending("withdrawn", number)
        for figure in claim.figures:
            if claim.attribution.stance != "denies" and figure.modality != "denied":
                continue
            denied = statement_of(figure, claim.when, ending.date)
            for origin in claim.attribution.origins if denied.has_number else ():
                for one in self._by_number.get((origin, *_number(denied)), ()):
                    parts = self.order.parts(one.statement.count, denied.count)
                    if one.claim != number and parts.is_perhaps_same and _is_earlier(one, ending):
                        yield one.place, ending

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {claim.id: number for number, claim in enumerate(self.briefing.claims)}

    @cached_property
    def _by_edition(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, claim in enumerate(self.briefing.claims):
            found[edition_of(claim.id)].append(number)
        return found

    @cached_property
    def _by_words(self) -> Mapping[tuple[str, str], Sequence[Told]]:
        found: dict[tuple[str, str], list[Told]] = defaultdict(list)
        for one in self.told:
            for origin in one.origins:
                found[origin, fold(one.figure.words)].append(one)
        return found

    @cached_property
    def _by_number(self) -> Mapping[tuple[object, ...], Sequence[Told]]:
        found: dict[tuple[object, ...], list[Told]] = defaultdict(list)
        for one in self.told:
            for origin in one.origins:
                found[origin, *_number(one.statement)].append(one)
        return found


def _of_repeats(found: Mapping[Place, Ending], told: Sequence[Told]) -> dict[Place, Ending]:
    """Return the endings of statements that repeat an ended one: same origins, day and figure.

    A statement that relays an ended one ends with it, in whatever words.
    """

    def key(one: Told) -> tuple[object, ...]:
        return one.origins, one.date, one.statement.count, *_number(one.statement)

    stated = [one for one in told if one.origins and one.date is not None]
    ended = {
        key(one): found[one.place]._replace(repeats=one.place)
        for one in stated
        if one.place in found
    }
    repeats = [one for one in stated if one.place not in found] if ended else []
    same = {one.place: ended[key(one)] for one in repeats if key(one) in ended}
    relays = ((one, one.relays) for one in told if one.relays is not None)
    return same | {
        one.place: found[origin]._replace(repeats=origin)
        for one, origin in relays
        if origin in found and one.place not in found
    }


def _number(one: Statement) -> tuple[object, ...]:
    return one.qualifier, one.values, one.interval.best


def _is_earlier(one: Told, ending: Ending) -> bool:
    """Return whether a statement may have been said by the day of an ending."""
    return ending.date is None or one.said.first <= parse_edtf(ending.date).end_max


def _denies(claim: Claim) -> bool:
    return bool(claim.figures and claim.attribution.chains) and (
        claim.attribution.stance == "denies"
        or any(figure.modality == "denied" for figure in claim.figures)
    )
