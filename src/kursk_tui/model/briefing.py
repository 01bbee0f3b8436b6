"""The briefing: documents, sources and claims that are consistent with each other and the text.

The constructor of Briefing validates everything, so every Briefing is consistent. It raises
pydantic's ValidationError; contradictions between records are listed as Problem objects in the
error's context, under "problems".
"""

from functools import cached_property
from typing import ClassVar, Literal, Self, cast

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from kursk_tui.model.claim import Claim
from kursk_tui.model.consistency import Parts, find_problems
from kursk_tui.model.document import Document
from kursk_tui.model.handling import Handling
from kursk_tui.model.record import CLOSED, Label
from kursk_tui.model.source import Source, distinct_labels
from kursk_tui.model.when import Edtf

Status = Literal["draft", "final"]
"""A draft may contain unreviewed and rejected claims; a final briefing may not."""

FORMAT: Literal["kursk-tui/1"] = "kursk-tui/1"
"""The version of the file format this package reads and writes."""


class Briefing(BaseModel):
    """Sourced claims about one or more documents."""

    model_config = ConfigDict(**CLOSED, frozen=True)

    is_library: ClassVar[bool] = False
    """Whether the briefing is composed of the editions of a library."""

    format: Literal["kursk-tui/1"]
    status: Status = "final"
    title: Label
    date: Edtf | None = None
    handling: Handling | None = None
    documents: tuple[Document, ...] = Field(min_length=1)
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        parts = Parts(
            documents=dict(enumerate(self.documents)),
            sources=dict(enumerate(self.sources)),
            claims=dict(enumerate(self.claims)),
            document_ids=frozenset(document.id for document in self.documents),
            source_ids=frozenset(source.id for source in self.sources),
            claim_ids=frozenset(claim.id for claim in self.claims),
            final=self.status == "final",
        )
        if problems := list(find_problems(parts)):
            sentences = "; ".join(problem.message for problem in problems)
            raise PydanticCustomError(
                "inconsistent", "{sentences}", {"sentences": sentences, "problems": problems}
            )
        return self

    def replace(self, **changes: object) -> Self:
        """Return a copy with some fields replaced. The new values are not validated.

        Unlike pydantic's `model_copy`, it does not copy cached properties.
        """
        values = {name: getattr(self, name) for name in type(self).model_fields} | changes
        given = self.model_fields_set | changes.keys()
        return cast("Self", type(self).model_construct(_fields_set=given, **values))

    def given(self) -> dict[str, object]:
        """Return the fields by name, omitting empty and unset ones."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return {
            name: value
            for name, value in values.items()
            if name in self.model_fields_set and value not in (None, ())
        }

    @cached_property
    def unreviewed(self) -> tuple[Claim, ...]:
        """The drafted claims that have no decision yet."""
        return tuple(claim for claim in self.claims if claim.review_state == "unreviewed")

    @cached_property
    def document_by_id(self) -> dict[str, Document]:
        """The documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def source_labels(self) -> dict[str, str]:
        """The label of each source by id; equal labels have the country as well."""
        return distinct_labels(self.sources)
