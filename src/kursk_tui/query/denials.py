"""Denied figures, and the assertions of which they deny all numbers, or some."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf

from kursk_tui.query.days import Days
from kursk_tui.query.facing import Facing
from kursk_tui.query.rivals import Ranged, Rival, Who, lowest_rivals, overlapping_rivals
from kursk_tui.query.statements import Compared

Found = Iterator[tuple[int, int]]
"""The positions of statements, each with that of another that it opposes."""


def denied_in_part(compared: Compared, facing: Facing, *, contained: bool) -> Found:
    """Yield denials and assertions of which one denies some numbers of the other.

    The first of each pair is contained in the other, or contains it.
    """
    mine, theirs = (facing.contained, facing.within), (facing.containing, facing.around)
    if not contained:
        mine, theirs = theirs, mine
    for denied in (True, False):
        asking = _ranges(compared, *mine, is_denied=denied, is_low=contained, contained=contained)
        asked = _ranges(
            compared, *theirs, is_denied=not denied, is_low=not contained, contained=contained
        )
        if asking and asked:
            yield from overlapping_rivals(asking, asked).items()


def _ranges(
    compared: Compared,
    positions: Iterable[int],
    days: Sequence[Days],
    *,
    is_denied: bool,
    is_low: bool,
    contained: bool,
) -> list[Ranged]:
    """Return the printed numbers of denials, as far as they limit others, or of assertions."""
    found: list[Ranged] = []
    sign = 1 if contained else -1
    for at in positions:
        if compared.denied[at] == is_denied:
            reach = compared.reaches[at]
            limits = reach.high < inf if is_low else reach.low > -inf
            if limits or not is_denied:
                x, y = days[at]
                who = compared.who[at]
                found.append(Ranged(sign * x, sign * y, reach.low, reach.high, who, at))
    return found


def denied_wholly(compared: Compared, asking: Sequence[int], asked: Sequence[int]) -> Found:
    """Yield denials and assertions of which one denies all numbers of the other; of equal counts.

    Each of `asking` is the first of a pair.
    """
    theirs = _by_count(compared, asked)
    for count, positions in _by_count(compared, asking).items():
        others = theirs.get(count, ())
        for denied in (True, False):
            mine = [at for at in positions if compared.denied[at] == denied]
            them = [at for at in others if compared.denied[at] != denied]
            if mine and them:
                yield from _covering(compared, mine, them)


def _by_count(compared: Compared, positions: Iterable[int]) -> Mapping[object, list[int]]:
    """Return the positions of statements that certainly count the same."""
    found: dict[object, list[int]] = defaultdict(list)
    for at in positions:
        if (count := compared.exact_count(at)) is not None:
            found[count].append(at)
    return found


def _covering(compared: Compared, asking: Sequence[int], asked: Sequence[int]) -> Found:
    yield from lowest_rivals(_bounds(compared, asking, 1), _bounds(compared, asked, 0)).items()
    theirs = _by_content(compared, asked)
    for content, same in _by_content(compared, asking).items():
        mine = [Rival(0, 0, 1, who, at) for who, at in same]
        others = [Rival(0, 0, 0, who, at) for who, at in theirs.get(content, ())]
        yield from lowest_rivals(mine, others).items()


def _bounds(compared: Compared, positions: Iterable[int], number: int) -> list[Rival]:
    """Return the numbers as printed if denied, and else all that may be meant."""
    found: list[Rival] = []
    for at in positions:
        reach, denied = compared.reaches[at], compared.denied[at]
        low, high = reach[:2] if denied else reach[2:]
        sign = -1 if denied == bool(number) else 1
        found.append(Rival(sign * low, sign * high, number, compared.who[at], at))
    return found


def _by_content(
    compared: Compared, positions: Iterable[int]
) -> Mapping[object, list[tuple[Who, int]]]:
    """Return sources and positions by number: "about 100" denies "about 100" without bounds."""
    found: dict[object, list[tuple[Who, int]]] = defaultdict(list)
    for at in positions:
        one = compared.statements[at].statement
        found[one.qualifier, one.values, one.interval.best].append((compared.who[at], at))
    return found
