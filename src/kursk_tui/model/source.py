"""Sources, and the chains that statements pass through from their origin to the document."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain as joined
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from kursk_tui.model.limits import MAX_CITED, MAX_FURTHER
from kursk_tui.model.record import Chain, Id, Label, Offset, Prose, Record, Url, Words, record
from kursk_tui.text.messages import shortened
from kursk_tui.vocabulary import Basis, Stance

Country = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Z]{2}$")]
"""An ISO 3166-1 alpha-2 country code."""

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""Reliability of a source in the Admiralty code (NATO STANAG 2511).

F, "reliability cannot be judged", is a grade; it does not mean that the source is ungraded.
"""

RELIABILITY_LABELS: dict[Reliability, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""The NATO wording of each grade of reliability."""


@record
class Source(Record):
    """A person or body that makes statements. `reliability` is absent if no grade is stated."""

    id: Id
    name: Label
    short: Label | None = None
    kind: Label | None = None
    country: Country | None = None
    reliability: Reliability | None = None
    url: Url | None = None

    @property
    def label(self) -> str:
        """The short name if there is one, otherwise the name; shortened as for citing."""
        return shortened(self.short or self.name, MAX_CITED)

    @property
    def cited(self) -> str:
        """The name as it is repeated with each claim, shortened if it is very long."""
        return shortened(self.name, MAX_CITED)


def distinct_labels(sources: Sequence[Source]) -> dict[str, str]:
    """Return the label of each source by id.

    Equal labels have the country as well and, if that is equal too, the whole name.
    """
    uses = Counter(source.label.casefold() for source in sources)
    alike = [source for source in sources if uses[source.label.casefold()] > 1]
    countries = Counter((source.label.casefold(), source.country) for source in alike)
    found = {source.id: source.label for source in sources}
    for source in alike:
        is_alone = countries[source.label.casefold(), source.country] == 1
        name = source.label if is_alone else source.cited
        found[source.id] = f"{name} ({source.country or 'country not stated'})"
    return found


@record
class Attribution(Record):
    """Who makes a statement: the chain of sources, origin first. It is empty if not stated.

    `words` are the document's words for the attribution; `start` is required only if they occur
    more than once in the claim. `further` are the chains of other origins that make the same
    statement, such as two authorities that give one number.
    """

    chain: Chain = ()
    further: Annotated[tuple[Chain, ...], Field(max_length=MAX_FURTHER)] = ()
    basis: Basis | None = None
    stance: Stance | None = None
    words: Words | None = None
    start: Offset | None = None
    note: Prose | None = None

    @model_validator(mode="after")
    def _basis_goes_with_chain(self) -> Self:
        if self.chain and self.basis is None:
            raise PydanticCustomError(
                "basis_missing", "names sources, so “basis” is required: “stated” or “inferred”"
            )
        if not self.chain and self.basis is not None:
            raise PydanticCustomError(
                "basis_without_chain", "names no source, so “basis” does not apply; remove it"
            )
        chains = self.chains
        if self.further and not (all(chains) and len(set(chains)) == len(chains)):
            raise PydanticCustomError(
                "further_chains",
                "“further” contains other chains than “chain”, and each names a source",
            )
        if self.stance == "unsourced" and self.chain:
            raise PydanticCustomError(
                "unsourced_with_chain", "names sources, so “stance” cannot be “unsourced”"
            )
        if self.stance in ("asserts", "denies") and not self.chain:
            raise PydanticCustomError(
                "stance_without_chain",
                "names no source, so “stance” cannot be “{stance}”",
                {"stance": self.stance},
            )
        return self

    @property
    def chains(self) -> tuple[tuple[str, ...], ...]:
        """All chains, each of them origin first; none if the source is not stated."""
        return (self.chain, *self.further) if self.chain or self.further else ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources in all chains, each of them once."""
        return tuple(dict.fromkeys(joined.from_iterable(self.chains)))

    @property
    def origins(self) -> tuple[str, ...]:
        """The ids of the origins of all chains, each of them once."""
        return tuple(dict.fromkeys(chain[0] for chain in self.chains if chain))


@record
class External(Record):
    """Knowledge from outside the document, shown only on request and never matched by queries."""

    basis: Literal["external"] = "external"
    says: Prose
    chain: Chain = ()
    url: Url | None = None
