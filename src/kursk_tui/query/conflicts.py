"""Conflicts: figures of the same measure and population that are stated differently."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kursk_tui.model import Claim, Figure
from kursk_tui.progress import track
from kursk_tui.text.folding import fold

Origin = str | None
"""The id of the first source in a claim's chain, or None if no source is stated."""


class Statement(NamedTuple):
    """A figure in conflict: its claim, its index in that claim, and the origin of the claim."""

    claim: int
    part: int
    origin: Origin
    figure: Figure

    @property
    def content(self) -> tuple[str, str, tuple[int, ...]]:
        """The content, whatever its words: "about 1,000" and "some 1,000" have the same."""
        return self.figure.modality, self.figure.qualifier, self.figure.values

    @property
    def assertion(self) -> tuple[str, str, tuple[int, ...]]:
        """The content of an assertion of the same number, even if this figure is not asserted."""
        return "asserted", self.figure.qualifier, self.figure.values


class Conflict(NamedTuple):
    """Statements about one measure and population that differ, in the order of the file.

    Only statements from different origins contest each other, as relays of one origin are not
    independent. All statements without an origin count as from the same origin.
    """

    measure: str
    population: str
    statements: Sequence[Statement]

    def by_origin(self) -> dict[Origin, list[Statement]]:
        """Return the statements by origin."""
        found: dict[Origin, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            found[statement.origin].append(statement)
        return dict(found)

    def contested(self) -> Iterator[int]:
        """Yield the claims whose figure another origin states differently."""
        pairs = {(statement.origin, statement.content) for statement in self.statements}
        origins = Counter(origin for origin, _ in pairs)
        contents = Counter(content for _, content in pairs)
        for statement in self.statements:
            agreeing = origins[statement.origin] + contents[statement.content] - 1
            if len(pairs) > agreeing:
                yield statement.claim


def find_conflicts(claims: Sequence[Claim]) -> list[Conflict]:
    """Return the conflicts among the figures of claims, in the order of their first figures.

    Projected figures, and figures without a number ("significant") or a population, never conflict.
    A denied figure conflicts with assertions of the same number.
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
        if len({statement.content for statement in found}) > 1
    ]


def _comparable(statements: Sequence[Statement]) -> Sequence[Statement]:
    """Return the statements, except denials of numbers that none of them asserts."""
    stated = {statement.content for statement in statements}
    return [statement for statement in statements if statement.assertion in stated]
