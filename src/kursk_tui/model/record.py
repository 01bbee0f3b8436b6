"""The base class of the records in a briefing file, and the field types they share."""

from typing import Annotated, ClassVar, Self, TypeVar, cast, dataclass_transform

from pydantic import ConfigDict, Field, StringConstraints
from pydantic.dataclasses import dataclass
from pydantic.fields import FieldInfo

from kursk_tui.model.limits import MAX_CHAIN, MAX_PARTS, MAX_TEXT
from kursk_tui.text.invisible import INVISIBLE
from kursk_tui.text.sanitize import UNSAFE

CLOSED = ConfigDict(extra="forbid")
"""Forbid unknown fields. The field types are strict too: values are never converted."""


class Record:
    """Base class of records, which are frozen and compare by value."""

    __slots__ = ()
    __pydantic_fields__: ClassVar[dict[str, FieldInfo]]
    defaults: ClassVar[dict[str, object]] = {}
    """The default values by field name, in the order of the fields."""

    def replace(self, **changes: object) -> Self:
        """Return a copy with some fields replaced. The new values are not validated."""
        other = object.__new__(type(self))
        for name in self.defaults:
            value = changes[name] if name in changes else getattr(self, name)
            object.__setattr__(other, name, value)
        return other

    def as_dict(self) -> dict[str, object]:
        """Return the record as JSON-serializable values, omitting fields with default values."""
        values = {name: getattr(self, name) for name in self.defaults}
        return {
            name: _jsonable(value) for name, value in values.items() if value != self.defaults[name]
        }


_Record = TypeVar("_Record", bound=Record)
_Item = TypeVar("_Item")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def record(cls: type[_Record]) -> type[_Record]:
    """Turn a class into a frozen record whose constructor validates its fields.

    Records are dataclasses with slots rather than pydantic models, which take twice the memory: a
    briefing may contain hundreds of thousands of records.
    """
    made = cast(
        "type[_Record]", dataclass(cls, config=CLOSED, frozen=True, slots=True, kw_only=True)
    )
    made.defaults = {name: field.default for name, field in made.__pydantic_fields__.items()}
    return made


def _jsonable(value: object) -> object:
    if isinstance(value, Record):
        return value.as_dict()
    return [_jsonable(item) for item in value] if isinstance(value, tuple) else value


_SHOWN = rf"[^\s{INVISIBLE}{UNSAFE}]"

PROSE_PATTERN = rf"^[^{UNSAFE}]*{_SHOWN}[^{UNSAFE}]*$"
"""Text that shows something and has no control characters."""

LABEL_PATTERN = rf"^[^\n\t{UNSAFE}]*{_SHOWN}[^\n\t{UNSAFE}]*$"
"""One line of text that shows something and has no control characters."""

Prose = Annotated[str, StringConstraints(strict=True, max_length=MAX_TEXT, pattern=PROSE_PATTERN)]
"""Text of one or more lines; not blank, no control characters."""

Label = Annotated[str, StringConstraints(strict=True, max_length=MAX_TEXT, pattern=LABEL_PATTERN)]
"""Text of one line; not blank, no control characters."""

WholeText = Annotated[str, StringConstraints(strict=True, min_length=1)]
"""The text of a document, verbatim, including any control characters, of any length."""

Words = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=MAX_TEXT)]
"""Words of a document, verbatim, including any control characters."""

Text = Annotated[str, StringConstraints(strict=True, max_length=MAX_TEXT)]
"""Any text, including the empty string."""

Id = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
"""An identifier of up to 64 letters, digits, dots, underscores and hyphens.

It begins with a letter or digit.
"""

Offset = Annotated[int, Field(strict=True, ge=0)]
"""A position in a document, in code points from 0, as in the W3C TextPositionSelector."""

Url = Annotated[
    str,
    StringConstraints(
        strict=True,
        max_length=MAX_TEXT,
        pattern=rf"^https?://[^\s<>\"\\^`{{|}}{UNSAFE}]+$",
    ),
]
"""An http or https URL."""

Entries = Annotated[tuple[_Item, ...], Field(max_length=MAX_PARTS)]
"""A list in a claim."""

Chain = Annotated[tuple[Id, ...], Field(max_length=MAX_CHAIN)]
"""The ids of the sources of a statement, origin first."""
