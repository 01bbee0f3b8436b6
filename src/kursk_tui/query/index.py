"""What the query language asks of a briefing, gathered once by field."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kursk_tui.briefing import Briefing, Claim, Figure, Interval, Likelihood, When

_FOLDED = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " ", "\u202f": " "}
)


def fold(text: str) -> str:
    """Return `text` as searches compare it: no case, plain quotes, single blanks."""
    plain = unicodedata.normalize("NFKC", text).translate(_FOLDED)
    return " ".join(plain.casefold().split())


@dataclass(frozen=True, eq=False)
class Index:
    """The claims of a briefing by what they state. Claims are numbered as in the file."""

    briefing: Briefing

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims."""
        return self.briefing.claims

    @cached_property
    def everything(self) -> int:
        """All claims, as bits."""
        return (1 << len(self.claims)) - 1

    @cached_property
    def figures(self) -> dict[str, list[tuple[int, Interval]]]:
        """Claim and interval of every figure, by measure."""
        found: dict[str, list[tuple[int, Interval]]] = defaultdict(list)
        for number, claim in enumerate(self.claims):
            for figure in claim.figures:
                found[figure.measure].append((number, figure.interval))
        return dict(found)

    @cached_property
    def likelihoods(self) -> list[tuple[int, Likelihood]]:
        """Claim and likelihood, for every likelihood."""
        return [(number, one) for number, claim in self._numbered for one in claim.likelihoods]

    @cached_property
    def dates(self) -> list[tuple[int, When]]:
        """Claim and date, for every date, those in words only included."""
        return [(number, one) for number, claim in self._numbered for one in claim.when]

    @cached_property
    def words(self) -> list[str]:
        """The folded words of each claim, as the document has them."""
        return [fold(claim.evidence.exact) for claim in self.claims]

    @cached_property
    def everything_said(self) -> list[str]:
        """The folded text a bare word is looked for in, by claim.

        The document's words, and the names of sources, populations and places; not the summary
        and notes, which are the compiler's words.
        """
        return ["\n".join(map(fold, self._said(claim))) for claim in self.claims]

    def _said(self, claim: Claim) -> Iterator[str]:
        yield claim.evidence.exact
        for source_id in claim.attribution.chain:
            source = self.briefing.source_by_id[source_id]
            yield source.name
            yield source.short or ""
        for figure in claim.figures:
            yield figure.population or ""
            yield figure.place or ""

    @cached_property
    def contested(self) -> frozenset[int]:
        """Claims with a figure that another origin puts differently.

        That is: the same measure of the same population, from another origin, with another
        qualifier or other values. No stated origin counts as one origin, and "significant" holds
        no number, so it contests nothing.
        """
        groups: dict[tuple[str, str], list[tuple[int, str | None, Figure]]] = defaultdict(list)
        for number, claim in self._numbered:
            origin = next(iter(claim.attribution.chain), None)
            for figure in claim.figures:
                if figure.values and figure.population is not None:
                    group = (figure.measure, fold(figure.population))
                    groups[group].append((number, origin, figure))
        return frozenset(
            number
            for group in groups.values()
            for number, origin, figure in group
            if any(
                origin != other and (figure.qualifier, figure.values) != (one.qualifier, one.values)
                for _, other, one in group
            )
        )

    @property
    def _numbered(self) -> Iterator[tuple[int, Claim]]:
        return enumerate(self.claims)
