"""Sources, and the chain that brought a statement from its origin to the page."""

from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from kursk_tui.model.record import Id, Label, Offset, Prose, Record, Url, Words, record

Country = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Z]{2}$")]
"""An ISO 3166-1 alpha-2 country code."""

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""Reliability of a source in the Admiralty code (NATO STANAG 2511); F is a grade, not a blank."""

RELIABILITY_LABELS: dict[Reliability, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""The NATO wording of each grade of reliability."""

Basis = Literal["stated", "inferred"]
"""Whether the document says it or a reader concluded it. What comes from elsewhere is External."""


Stance = Literal["asserts", "denies", "unverified", "unsourced"]
"""How a source stands to a claim: says so, denies it, cannot confirm it; or nobody is named."""


@record
class Source(Record):
    """A person or body that says something. Its reliability is graded or not stated."""

    id: Id
    name: Label
    short: Label | None = None
    kind: Label | None = None
    country: Country | None = None
    reliability: Reliability | None = None
    url: Url | None = None

    @property
    def label(self) -> str:
        """The short name where there is one."""
        return self.short or self.name


@record
class Attribution(Record):
    """Who said it: the chain of sources, origin first. An empty chain means: not stated.

    `words` are the document's, found in the claim; `start` is needed only where they stand there
    more than once.
    """

    chain: tuple[Id, ...] = ()
    basis: Basis | None = None
    stance: Stance | None = None
    words: Words | None = None
    start: Offset | None = None
    note: Prose | None = None

    @model_validator(mode="after")
    def _basis_goes_with_chain(self) -> Self:
        if self.chain and self.basis is None:
            raise PydanticCustomError(
                "basis_missing", "names sources, so “basis” must say: stated or inferred"
            )
        if not self.chain and self.basis is not None:
            raise PydanticCustomError(
                "basis_without_chain", "names no source, so there is nothing for “basis” to ground"
            )
        if self.stance == "unsourced" and self.chain:
            raise PydanticCustomError(
                "unsourced_with_chain", "names sources, so “stance” cannot be unsourced"
            )
        if self.stance in ("asserts", "denies") and not self.chain:
            raise PydanticCustomError(
                "stance_without_chain", "names no source, so nobody asserts or denies"
            )
        return self


@record
class External(Record):
    """Knowledge from outside the document. It is shown only on request and answers no query."""

    basis: Literal["external"] = "external"
    says: Prose
    chain: tuple[Id, ...] = ()
    url: Url | None = None
