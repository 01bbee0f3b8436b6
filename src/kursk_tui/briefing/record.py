"""The base of every record of a briefing file, and the field types they share."""

from typing import Annotated, Self, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from kursk_tui.safe import find_unsafe


class Record(BaseModel):
    """A frozen record with no unknown fields and no silent conversions."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def altered(self, **changes: object) -> Self:
        """Return the record with other values, which are not validated.

        Unlike pydantic's `model_copy`, it takes over nothing that was worked out from the old ones.
        """
        values = {name: getattr(self, name) for name in type(self).model_fields} | changes
        given = self.model_fields_set | changes.keys()
        return cast("Self", type(self).model_construct(_fields_set=given, **values))


def _one_line(text: str) -> str:
    if "\n" in text or "\t" in text:
        raise PydanticCustomError("one_line", "must be one line, without tabs")
    return text


def _safe(text: str) -> str:
    if (at := find_unsafe(text)) is not None:
        raise PydanticCustomError(
            "control_character",
            "holds a control character, {code}, as its character {nth}",
            {"code": f"U+{ord(text[at]):04X}", "nth": at + 1},
        )
    if not text.strip():
        raise PydanticCustomError("blank_text", "is blank; leave the field out if it is not stated")
    return text


Prose = Annotated[str, AfterValidator(_safe)]
"""Text of one or more lines, not blank, without control characters."""

Label = Annotated[str, AfterValidator(_safe), AfterValidator(_one_line)]
"""Text of one line, not blank, without control characters."""

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
"""An identifier: a letter or digit, then letters, digits, dot, underscore or hyphen; 64 at most."""

Offset = Annotated[int, Field(ge=0)]
"""A position in a document: Unicode code points from 0, as in the W3C TextPositionSelector."""

Url = Annotated[
    str, AfterValidator(_safe), StringConstraints(pattern=r"^https?://[^\s<>\"\\^`{|}]+$")
]
"""A link; http and https only."""
