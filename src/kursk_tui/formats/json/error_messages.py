"""Error messages for authors of briefings, derived from pydantic's errors."""

import re
from typing import get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from kursk_tui.model import Briefing
from kursk_tui.model.record import LABEL_PATTERN, PROSE_PATTERN, Record
from kursk_tui.text.invisible import is_blank
from kursk_tui.text.messages import shortened, suggestion
from kursk_tui.text.sanitize import find_unsafe

UNKNOWN_FIELD = ("extra_forbidden", "unexpected_keyword_argument")
"""Pydantic's error types for an unknown field, of a model and of a dataclass."""

_EXPECTED = {
    "string_type": "text in quotes",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "model_type": "an object in braces { }",
    "model_attributes_type": "an object in braces { }",
    "dataclass_type": "an object in braces { }",
    "tuple_type": "a list in brackets [ ]",
}
_PATTERNS = {
    "sha256": "must be a sha256: 64 digits from 0-9 and a-f",
    "measure": "must be one word in lower case, such as “killed”; letters, digits, - and _",
    "media_type": "must be a media type, such as “application/pdf”",
    "country": "must be a country code of two capital letters, such as “KR”",
    "url": "must be a link that begins with http:// or https://",
}
_ID = "must be an id: a letter or digit, then letters, digits, dots, hyphens or underscores"
_SHOWN = 40
_SYNTAX = {
    "EOF while parsing": "a bracket or quote is not closed at the end",
    "expected ident": "only true, false and null may be written without quotes",
    "expected value": "a value is missing here",
    "trailing characters": "there is data after the end",
    "trailing comma": "there is a comma after the last entry",
    "key must be a string": "a field's name must be in double quotes",
    "expected `:`": "there must be a colon after the field's name",
    "expected `,`": "a comma is missing between two entries",
    "recursion limit": "the values are nested too deeply",
    "control character": "there is a line break or control character inside quotes",
    "invalid number": "this is not a valid JSON number",
    "lone leading surrogate": "this \\u escape is half of a surrogate pair",
    "unexpected end of hex escape": "this \\u escape is half of a surrogate pair",
    "invalid escape": "JSON has no such escape after \\",
}


_OTHER_FILES = {
    "kursk-tui-library-export/1": (
        "this is an exported library with editions and decisions of its own: save it as a file, not"
        " a pipe, and open it as the only path"
    ),
    "kursk-tui-library/1": "these are decisions about a library; open their folder instead",
}
"""What files are that are no briefing, by their format."""


def other_file(error: ErrorDetails) -> str:
    """Return what a file of another kind is, from an error about its format; else empty."""
    is_format = error["type"] == "literal_error" and error["loc"] == ("format",)
    return _OTHER_FILES.get(str(error["input"]), "") if is_format else ""


def syntax_message(message: str) -> str:
    """Return a message about invalid JSON syntax that avoids the parser's jargon."""
    plain = (words for start, words in _SYNTAX.items() if message.startswith(start))
    return f"this is not valid JSON: {next(plain, message)}"


def error_message(error: ErrorDetails, root: type[BaseModel] = Briefing) -> str:
    """Return what is wrong with a field of a file, and what would be valid.

    `root` is the record that the file contains.
    """
    if other := other_file(error):
        return other
    kind, location = error["type"], error["loc"]
    name = next((key for key in reversed(location) if isinstance(key, str)), "")
    if not name and kind in _EXPECTED:
        return f"this file is {_shown(error['input'])}, but should be {_EXPECTED[kind]}"
    known, name = name, shortened(name, _SHOWN)
    if location and isinstance(location[-1], int):
        name = f"{name}[{location[-1]}]"
    context: dict[str, object] = error.get("ctx", {})
    match kind:
        case "missing":
            return f"“{name}” is missing"
        case _ if kind in UNKNOWN_FIELD:
            return f"there is no field “{name}” here" + _suggestion(known, location, root)
        case "literal_error":
            choices = re.sub("'([^']*)'", r"“\1”", f"{context['expected']}")
            return f"“{name}” is {_shown(error['input'])}; it can be {choices}"
        case "string_pattern_mismatch" if context["pattern"] in (LABEL_PATTERN, PROSE_PATTERN):
            return f"“{name}” {_unprintable(error['input'])}"
        case "string_pattern_mismatch":
            rule = _PATTERNS.get(known, _ID)
            return f"“{name}” is {_shown(error['input'])}; it {rule}"
        case "string_too_short" | "too_short":
            return f"“{name}” is empty"
        case "string_too_long":
            limit, length = context["max_length"], len(error["input"])
            return f"“{name}” has {length:,} characters; it can have at most {limit:,}"
        case "too_long":
            limit, length = context["max_length"], len(error["input"])
            return f"“{name}” has {length:,} entries; it can have at most {limit:,}"
        case "greater_than_equal" | "less_than_equal":
            limit = "at least" if kind == "greater_than_equal" else "at most"
            bound = context.get("ge", context.get("le"))
            return f"“{name}” is {_shown(error['input'])}; it must be {limit} {bound}"
        case _ if kind in _EXPECTED:
            return f"“{name}” is {_shown(error['input'])}, but should be {_EXPECTED[kind]}"
    message = error["msg"]
    if message[1:2].islower():
        message = message[0].lower() + message[1:]
    return f"“{name}”: {message}"


def _unprintable(text: str) -> str:
    if is_blank(text):
        only = "" if not text.strip() else ", with invisible characters only"
        return f"is blank{only}; leave the field out if it is not stated"
    if (at := find_unsafe(text)) is not None:
        return f"contains a control character, U+{ord(text[at]):04X}, at position {at + 1}"
    return "must be one line, without tabs"


def _shown(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f"“{shortened(value, _SHOWN)}”"
        case dict():
            return "an object"
        case list() | tuple():
            return "a list"
        case int() if abs(value) > 10**20:
            return "a number of more than 20 digits"
    return str(value)


def _suggestion(name: str, location: tuple[str | int, ...], root: type[BaseModel]) -> str:
    fields = _fields_at(location[:-1], root)
    known = f"; the fields are {', '.join(fields)}" if fields else ""
    return suggestion(name, fields) or known


def _fields_at(location: tuple[str | int, ...], root: type[BaseModel]) -> list[str]:
    """Return the field names of the record at a path in the file."""
    kind: type[BaseModel] | type[Record] = root
    for key in location:
        if isinstance(key, str):
            kind = _record_in(kind.__pydantic_fields__[key].annotation) or kind
    return list(kind.__pydantic_fields__)


def _record_in(annotation: object) -> type[BaseModel] | type[Record] | None:
    """Return the record type in `X | None` or `tuple[X, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        if (found := _record_in(argument)) is not None:
            return found
    return None
