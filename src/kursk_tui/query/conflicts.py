"""Figures in conflict: the same measure of the same population, stated differently."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kursk_tui.model import Claim, Figure
from kursk_tui.progress import track
from kursk_tui.text.folding import fold

Origin = str | None
"""The id of the source that a claim comes from in the end, or None if none is stated."""


class Statement(NamedTuple):
    """One figure of a conflict: its claim, which of the claim's figures it is, and its origin."""

    claim: int
    part: int
    origin: Origin
    figure: Figure

    @property
    def says(self) -> tuple[str, str, tuple[int, ...]]:
        """What the figure says, whatever its words: "about 1,000" and "some 1,000" agree."""
        return self.figure.modality, self.figure.qualifier, self.figure.values

    @property
    def opposed(self) -> tuple[str, str, tuple[int, ...]]:
        """What somebody asserts where this figure is denied."""
        return "asserted", self.figure.qualifier, self.figure.values


class Conflict(NamedTuple):
    """Statements of one measure and population that do not all say the same, in file order.

    Relays of one origin are not independent of each other, so statements are told apart by
    origin; no stated origin counts as one origin.
    """

    measure: str
    population: str
    statements: Sequence[Statement]

    def by_origin(self) -> dict[Origin, list[Statement]]:
        """Return the statements of each origin."""
        found: dict[Origin, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            found[statement.origin].append(statement)
        return dict(found)

    def contested(self) -> Iterator[int]:
        """Yield the claims of which another origin says otherwise."""
        pairs = {(one.origin, one.says) for one in self.statements}
        origins = Counter(origin for origin, _ in pairs)
        sayings = Counter(says for _, says in pairs)
        for one in self.statements:
            same = origins[one.origin] + sayings[one.says] - 1
            if len(pairs) > same:
                yield one.claim


def find_conflicts(claims: Sequence[Claim]) -> list[Conflict]:
    """Return the conflicts among the figures of some claims, in the order of the first of each.

    "Significant" holds no number, and a figure of nobody in particular no population: neither
    conflicts with anything. A figure that is denied conflicts with the same one where it is
    asserted, one that is projected with none.
    """
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for number, claim in enumerate(track("comparing figures", claims)):
        origin = next(iter(claim.attribution.chain), None)
        for part, figure in enumerate(claim.figures):
            counted = figure.values and figure.modality != "projected"
            if counted and figure.population is not None:
                group = (figure.measure, fold(figure.population))
                groups[group].append(Statement(number, part, origin, figure))
    compared = ((measure, _comparable(found)) for (measure, _), found in groups.items())
    return [
        Conflict(measure, found[0].figure.population or "", found)
        for measure, found in compared
        if len({one.says for one in found}) > 1
    ]


def _comparable(statements: Sequence[Statement]) -> Sequence[Statement]:
    """Return all but denials of what nobody asserts."""
    said = {one.says for one in statements}
    return [one for one in statements if one.opposed in said]
