"""What a claim says about another statement: that it is withdrawn, corrected, confirmed."""

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from kursk_tui.model.record import Id, Label, Offset, Record, Words, record
from kursk_tui.vocabulary import StatementRelationKind


@record
class OtherStatement(Record):
    """Another statement, as far as the document says which one.

    `edition` is its key in the library; without one, `claim` is a claim of this file. `figure` are
    the words of the figure. `source` is who made the statement.
    """

    source: Id | None = None
    edition: Label | None = None
    claim: Id | None = None
    figure: Words | None = None

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if (self.source, self.edition, self.claim) == (None, None, None):
            raise PydanticCustomError("statement_unnamed", "needs “source”, “edition” or “claim”")
        return self


@record
class StatementRelation(Record):
    """What a claim says about another statement, in the words of the document.

    `start` is required only if `words` occur more than once in the claim.
    """

    kind: StatementRelationKind
    words: Words
    start: Offset | None = None
    of: OtherStatement
