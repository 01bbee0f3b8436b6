"""Profiles: which column of a table means what, as data in TOML."""

import datetime
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from kursk_tui.formats.problem import InvalidBriefingError, Located
from kursk_tui.formats.source import decode, display_name, read_bytes
from kursk_tui.model.figure import RESERVED_WORDS, Measure
from kursk_tui.model.record import Label
from kursk_tui.text.messages import suggestion

_FOLDER = Path(__file__).parent / "profiles"

BUILT_IN = ("ucdp", "prose")
"""The names of the profiles that come with the program."""


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


_ANY_DAY = datetime.datetime(2031, 12, 26, tzinfo=datetime.UTC)


def _reads_days(pattern: str) -> str:
    """Return a format of dates; raise ValueError unless it reads the day that it writes."""
    try:
        read = datetime.datetime.strptime(_ANY_DAY.strftime(pattern), pattern).date()  # noqa: DTZ007
    except ValueError as error:
        raise ValueError(f"has a “format” that does not read dates: {error}") from None
    except re.error:
        message = "has a “format” that does not read dates: a part of the date is in it twice"
        raise ValueError(message) from None
    if read != _ANY_DAY.date():
        raise ValueError(f"has a “format” without a day, a month or a year: “{pattern}”")
    return pattern


DateFormat = Annotated[str, AfterValidator(_reads_days)]
"""A format of dates for `strptime`."""

Columns = Annotated[tuple[Label, ...], BeforeValidator(_listed), Field(min_length=1)]
"""Names of a column in order of preference: the first that a table has is read."""

_SHAPES = {
    "measure": "a measure has lower-case letters, digits, “_” and “-”, and begins with a letter",
    "prefix": "a prefix has at most 16 letters, digits, dots, underscores and hyphens",
}
"""What the values of some keys look like, for errors."""

_CLOSED = ConfigDict(extra="forbid", frozen=True)


class _Part(BaseModel):
    model_config = _CLOSED


class RowProfile(_Part):
    """The columns about a row as a whole; `prefix` comes before its id in the id of the claim."""

    id: Columns
    prefix: Annotated[str, Field(pattern=r"^([A-Za-z0-9][A-Za-z0-9._-]{0,15})?$")] = ""
    place: Columns | None = None
    summary: tuple[Label, ...] = ()


class DerivedProfile(_Part):
    """Which rows have numbers that follow from others: those whose cell matches the pattern."""

    column: Columns
    pattern: str
    note: Label

    @model_validator(mode="after")
    def _compiles(self) -> Self:
        try:
            re.compile(self.pattern)
        except re.error as error:
            raise ValueError(f"has a “pattern” that is not a regular expression: {error}") from None
        return self


class FigureProfile(_Part):
    """The columns of a number. A `part` counts some of those that the first figure counts."""

    measure: Measure
    best: Columns
    low: Columns | None = None
    high: Columns | None = None
    population: Label | None = None
    population_column: Columns | None = None
    part: bool = False
    derived: DerivedProfile | None = None

    @model_validator(mode="after")
    def _can_be_asked_for(self) -> Self:
        if self.measure in RESERVED_WORDS:
            message = f"“{self.measure}”, a word of the query language; use another name"
            raise ValueError(f"has the measure {message}")
        return self


class DatesProfile(_Part):
    """The columns of the days of an event. `format` is that of `strptime`; the default is ISO."""

    start: Columns
    end: Columns | None = None
    format: DateFormat | None = None
    precision: Columns | None = None
    words: dict[str, Label] = {}
    interval: Label | None = None


class SourcesProfile(_Part):
    """The columns of who made a statement, and of the office that carried it."""

    origin: Columns | None = None
    office: Columns | None = None
    separator: Annotated[str, Field(min_length=1)] = ";"
    absent: tuple[str, ...] = ()


class NoteProfile(_Part):
    """Cells that become a note; `words` are those of coded cells, `unless` is not worth a note.

    If `instead_of` names a column, only rows whose cell there is empty have the note.
    """

    columns: Annotated[tuple[Label, ...], Field(min_length=1)]
    label: Label
    words: dict[str, Label] = {}
    unless: tuple[str, ...] = ()
    instead_of: Columns | None = None


class CodedProfile(_Part):
    """The column of the number that a coder read from the prose."""

    measure: Measure
    column: Columns


class ProseProfile(_Part):
    """The columns of rows that are drafted. `format` is that of the date, for `strptime`."""

    column: Columns
    date: Columns | None = None
    format: DateFormat | None = None
    publisher_column: Columns | None = None
    coded: CodedProfile | None = None


class WordsProfile(_Part):
    """A column of words about the first figure, with which a loss report compares its number."""

    column: Columns
    separator: str | None = None


class Profile(_Part):
    """Which column of a table means what: figures of each row, or prose to draft."""

    title: Label
    publisher: Label | None = None
    short: Label | None = None
    licence: Label | None = None
    header: tuple[str, ...] = ()
    row: RowProfile
    figures: tuple[FigureProfile, ...] = ()
    dates: DatesProfile | None = None
    sources: SourcesProfile = SourcesProfile()
    notes: tuple[NoteProfile, ...] = ()
    prose: ProseProfile | None = None
    words: WordsProfile | None = None

    @model_validator(mode="after")
    def _reads_something(self) -> Self:
        if self.prose is None and not self.figures:
            raise ValueError("needs “figures” or “prose”: what to read from a row")
        if self.prose is not None and self.figures:
            raise ValueError("has “figures” and “prose”; a row becomes either a claim or prose")
        return self

    @property
    def names(self) -> set[str]:
        """All names of columns that the profile mentions."""
        return {*self.header, *_columns_of(self)}


def load_profile(name: str, limit: int) -> Profile:
    """Return a built-in profile, or that of a TOML file.

    Raises UnreadableError, and InvalidBriefingError with the place of each error.
    """
    path = _FOLDER / f"{name}.toml" if name in BUILT_IN else Path(name)
    shown = display_name(path)
    text = decode(read_bytes(path, limit), shown)
    try:
        return Profile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r" \(at line (\d+), column (\d+)\)$", str(error))
        line, column = map(int, found.groups()) if found else _end(text)
        message = str(error)[: found.start()] if found else str(error).partition(" (at ")[0]
        problems = [Located(line, column, "", f"this is not TOML: {message}")]
    except ValidationError as error:
        problems = [_located(text, one) for one in error.errors()]
    except RecursionError:
        problems = [Located(1, 1, "", "this is nested too deeply")]
    raise InvalidBriefingError(shown, problems) from None


def _end(text: str) -> tuple[int, int]:
    lines = text.split("\n")
    return len(lines), len(lines[-1]) + 1


def _located(text: str, error: ErrorDetails) -> Located:
    keys = [str(one) for one in error["loc"] if not isinstance(one, int)]
    numbers = [one for one in error["loc"] if isinstance(one, int)]
    line, column = _place(text, keys, numbers[0] if numbers else 0)
    key = keys[-1] if keys else "the profile"
    match error["type"]:
        case "missing":
            message = f"“{key}” is missing"
        case "extra_forbidden":
            message = f"“{key}” is not a key of a profile{suggestion(key, _KEYS)}"
        case "value_error":
            message = f"the profile {error['msg'].removeprefix('Value error, ')}"
        case "tuple_type":
            message = f"“{key}” must be a list of names"
        case "string_type":
            message = f"“{key}” must be text in quotes"
        case "string_pattern_mismatch":
            message = (
                f"“{key}” cannot be “{error['input']}”: {_SHAPES.get(key, 'it has another form')}"
            )
        case _:
            message = f"“{key}”: {error['msg'][:1].lower()}{error['msg'][1:]}"
    return Located(line, column, "", message)


def _place(text: str, keys: list[str], number: int) -> tuple[int, int]:
    """Return the line and column of the last key that the file has, below the tables before it."""
    at = 0
    for nth, key in enumerate(keys):
        name = re.escape(key)
        nested = re.escape(".".join(keys[: nth + 1]))
        table = rf"^[ \t]*\[+[ \t]*{nested}[ \t]*\]+"
        pattern = rf"{table}|^[ \t]*\"?{name}\"?[ \t]*=|[{{,][ \t]*{name}[ \t]*="
        found = list(re.finditer(pattern, text[at:], re.MULTILINE))
        if not found:
            break
        at += found[min(number, len(found) - 1) if nth == 0 else 0].start()
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


_KEYS = [
    key
    for model in (
        *(Profile, RowProfile, FigureProfile, DerivedProfile, DatesProfile, SourcesProfile),
        *(NoteProfile, ProseProfile, CodedProfile, WordsProfile),
    )
    for key in model.model_fields
]


_COLUMN_KEYS = {
    *("id", "place", "summary", "best", "low", "high", "population_column", "start", "end"),
    *("precision", "origin", "office", "columns", "instead_of", "column", "date"),
    "publisher_column",
}
"""The keys of a profile that name columns; the values of all others are never a header."""


def _columns_of(part: BaseModel) -> Iterator[str]:
    for key, value in part:
        values = value if isinstance(value, tuple) else (value,)
        for one in values:
            if isinstance(one, BaseModel):
                yield from _columns_of(one)
            elif isinstance(one, str) and key in _COLUMN_KEYS:
                yield one
