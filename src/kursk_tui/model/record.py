"""The base of every record of a briefing file, and the field types they share."""

from typing import Annotated, ClassVar, Self, TypeVar, cast, dataclass_transform

from pydantic import ConfigDict, Field, Strict, StringConstraints
from pydantic.dataclasses import dataclass
from pydantic.fields import FieldInfo

from kursk_tui.text.sanitize import UNSAFE

CLOSED = ConfigDict(extra="forbid")
"""No unknown fields. Each type of text and number is strict, so nothing is converted in silence."""


class Record:
    """What every record has in common."""

    __slots__ = ()
    __pydantic_fields__: ClassVar[dict[str, FieldInfo]]
    defaults: ClassVar[dict[str, object]] = {}
    """The names of the fields, in order, and what each is if it is left out."""

    def altered(self, **changes: object) -> Self:
        """Return the record with other values, which are not validated."""
        other = object.__new__(type(self))
        for name in self.defaults:
            value = changes[name] if name in changes else getattr(self, name)
            object.__setattr__(other, name, value)
        return other

    def plain(self) -> dict[str, object]:
        """Return the record as values of JSON, without the fields that say nothing."""
        values = ((name, getattr(self, name), one) for name, one in self.defaults.items())
        return {name: _plain(value) for name, value, default in values if value != default}


_Record = TypeVar("_Record", bound=Record)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def record(cls: type[_Record]) -> type[_Record]:
    """Make a class of fields into a frozen record, which is validated when it is constructed.

    A dataclass with slots: a briefing may hold a hundred thousand, and a model takes twice the
    memory.
    """
    made = cast(
        "type[_Record]", dataclass(cls, config=CLOSED, frozen=True, slots=True, kw_only=True)
    )
    made.defaults = {name: field.default for name, field in made.__pydantic_fields__.items()}
    return made


def _plain(value: object) -> object:
    if isinstance(value, Record):
        return value.plain()
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


PROSE_PATTERN = rf"^[^{UNSAFE}]*[^\s{UNSAFE}][^{UNSAFE}]*$"
"""Not blank, without control characters."""

LABEL_PATTERN = rf"^[^\n\t{UNSAFE}]*[^\s{UNSAFE}][^\n\t{UNSAFE}]*$"
"""Not blank, without control characters, of one line."""

Prose = Annotated[str, StringConstraints(strict=True, pattern=PROSE_PATTERN)]
"""Text of one or more lines, not blank, without control characters."""

Label = Annotated[str, StringConstraints(strict=True, pattern=LABEL_PATTERN)]
"""Text of one line, not blank, without control characters."""

Words = Annotated[str, StringConstraints(strict=True, min_length=1)]
"""Words of a document, verbatim: control characters are kept."""

Text = Annotated[str, Strict()]
"""Any text, even none."""

Id = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
"""An identifier: a letter or digit, then letters, digits, dot, underscore or hyphen; 64 at most."""

Offset = Annotated[int, Field(strict=True, ge=0)]
"""A position in a document: Unicode code points from 0, as in the W3C TextPositionSelector."""

Url = Annotated[
    str, StringConstraints(strict=True, pattern=rf"^https?://[^\s<>\"\\^`{{|}}{UNSAFE}]+$")
]
"""A link; http and https only."""
