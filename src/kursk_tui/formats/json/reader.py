"""Read a briefing from JSON, or report every error in it with line and column."""

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, from_json

from kursk_tui import gc_policy
from kursk_tui.defaults import SIZE_LIMIT
from kursk_tui.formats.json.error_messages import (
    UNKNOWN_FIELD,
    error_message,
    other_file,
    syntax_message,
)
from kursk_tui.formats.json.positions import JsonPath, Positions, json_path
from kursk_tui.formats.json.streaming import stream_briefing
from kursk_tui.formats.problem import InvalidBriefingError, Located
from kursk_tui.formats.source import decode, display_name, read_bytes
from kursk_tui.model import Briefing, Claim, Document, Parts, Problem, Source, find_problems
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import visible

_LARGE = 2**20
"""From this many characters on, claims are read in batches, and progress is reported."""

_SHOWN = 40
"""The maximum length of a key in a message."""

_CONFLICT = re.compile("^<{7} ", re.MULTILINE)
_BETWEEN = re.compile("^={7}\r?$", re.MULTILINE)
"""Lines that git writes into a file where two versions could not be merged."""
_UNMERGED = "git left a merge conflict here: keep what is right, and remove the marker lines"

_AT = re.compile(r" at line (\d+) column (\d+)$")


def read(path: Path, limit: int = SIZE_LIMIT) -> Briefing:
    """Return the briefing in a file of at most `limit` bytes, or on standard input.

    Raises UnreadableError if the file cannot be read, and InvalidBriefingError if it is not a valid
    briefing.
    """
    name = display_name(path)
    return parse_text(decode(read_bytes(path, limit), name), name)


def parse(data: bytes, name: str) -> Briefing:
    """Return the briefing in UTF-8 encoded JSON; `name` is the file's name in errors.

    Raises InvalidBriefingError, which lists every problem in the file.
    """
    return parse_text(decode(data, name), name)


def parse_text(text: str, name: str) -> Briefing:
    """Return the briefing in JSON text; `name` is the file's name in errors.

    Raises InvalidBriefingError, which lists every problem in the file.
    """
    with gc_policy.paused():
        briefing = stream_briefing(text) if len(text) >= _LARGE else None
        return briefing or _validate(text, name)


def _validate(text: str, name: str) -> Briefing:
    try:
        briefing = Briefing.model_validate_json(text)
    except ValidationError as error:
        problems = error.errors(include_url=False)
        raise InvalidBriefingError(name, _locate(problems, text), text) from None
    if has_repeated_keys(text):
        raise InvalidBriefingError(name, _repeated(Positions(text, ())), text)
    return briefing


def parse_json(text: str, name: str) -> object:
    """Return JSON text as data; `name` is the file's name in errors.

    Raises InvalidBriefingError if it is not JSON, or if an object has a key twice.
    """
    try:
        data: object = from_json(text)
    except ValueError as error:
        raise InvalidBriefingError(name, [_syntax(str(error), text)], text) from None
    if has_repeated_keys(text):
        raise InvalidBriefingError(name, _repeated(Positions(text, ())), text)
    return data


_Model = TypeVar("_Model", bound=BaseModel)


def validated(model: type[_Model], text: str, name: str) -> _Model:
    """Return JSON text as a record of another file than a briefing, such as a library's decisions.

    Raises InvalidBriefingError, which lists every problem in the file.
    """
    try:
        found = model.model_validate_json(text)
    except ValidationError as error:
        details = error.errors(include_url=False)
        if details[0]["type"] == "json_invalid":
            problems = [_syntax(details[0]["ctx"]["error"], text)]
        else:
            positions = Positions(text, [each["loc"] for each in details])
            problems = [*_repeated(positions), *_invalid(details, positions, model)]
        raise InvalidBriefingError(name, problems, text) from None
    if has_repeated_keys(text):
        raise InvalidBriefingError(name, _repeated(Positions(text, ())), text)
    return found


def _invalid(
    errors: Sequence[ErrorDetails], positions: Positions, root: type[BaseModel] = Briefing
) -> list[Located]:
    """Return invalid fields with their places."""
    located: list[Located] = []
    for error in errors:
        place = positions.of_key if error["type"] in UNKNOWN_FIELD else positions.of_value
        line, column = place(error["loc"])
        path = json_path(error["loc"])
        located.append(Located(line, column, path, visible(error_message(error, root))))
    return located


def _locate(errors: list[ErrorDetails], text: str) -> list[Located]:
    if errors[0]["type"] == "json_invalid":
        return [_syntax(errors[0]["ctx"]["error"], text)]
    problems: list[Problem] = []
    invalid: list[ErrorDetails] = []
    if others := [error for error in errors if other_file(error)]:
        return _invalid(others, Positions(text, [error["loc"] for error in others]))
    for error in errors:
        if error["type"] == "inconsistent":
            problems += error["ctx"]["problems"]
        elif error["type"] == "too_short" and error["input"]:
            continue  # pydantic counts only valid items, and reports the invalid ones separately
        else:
            invalid.append(error)
    if not problems:
        problems += find_problems(_valid_parts(from_json(text)))
    positions = Positions(
        text, [*(error["loc"] for error in invalid), *(problem.path for problem in problems)]
    )
    located = [*_repeated(positions), *_invalid(invalid, positions)]
    return located + [_at(problem, positions) for problem in problems]


def locate(problems: Sequence[tuple[JsonPath, str]], text: str) -> list[Located]:
    """Return problems, each given as a path and a message, with their places in the text."""
    if not problems:
        return []
    positions = Positions(text, [path for path, _ in problems])
    return [_at(Problem(path, message), positions) for path, message in problems]


def _at(problem: Problem, positions: Positions) -> Located:
    line, column = positions.of_value(problem.path)
    return Located(line, column, json_path(problem.path), visible(problem.message))


def _syntax(message: str, text: str) -> Located:
    conflict = _CONFLICT.search(text)
    if conflict is not None and _BETWEEN.search(text, conflict.end()):
        line = text.count("\n", 0, conflict.start()) + 1
        return Located(line, 1, "", _UNMERGED)
    found = _AT.search(message)
    line, byte_column = (int(found[1]), int(found[2])) if found else (1, 1)
    lines = text.split("\n")
    row = lines[line - 1] if line <= len(lines) else ""
    column = len(row.encode()[: max(0, byte_column - 1)].decode(errors="ignore")) + 1
    return Located(line, column, "", syntax_message(_AT.sub("", message)))


def has_repeated_keys(text: str) -> bool:
    """Return whether an object in a valid JSON text has a key twice."""
    repeated = False

    def pairs(items: list[tuple[str, object]]) -> None:
        nonlocal repeated
        repeated = repeated or len({key for key, _ in items}) < len(items)

    json.loads(text, object_pairs_hook=pairs, parse_int=float)
    return repeated


def _repeated(positions: Positions) -> list[Located]:
    located = []
    for repeated in positions.repeated:
        line, column = positions.line_column(repeated.second)
        first, _ = positions.line_column(repeated.first)
        key = visible(shortened(str(repeated.path[-1]), _SHOWN))
        message = f"“{key}” is a duplicate key; the first is on line {first}"
        located.append(Located(line, column, json_path(repeated.path), message))
    return located


_Record = TypeVar("_Record", Document, Source, Claim)
_PLACEHOLDERS: dict[type[Document | Source | Claim], dict[str, str]] = {
    Document: {},
    Source: {"name": "broken"},
    Claim: {"kind": "context", "summary": "broken"},
}


def _valid_parts(data: object) -> Parts:
    """Return the records that are valid in themselves, to check their consistency."""
    raw = data if isinstance(data, dict) else {}
    claims = _valid(raw.get("claims"), Claim)
    return Parts(
        documents=_valid(raw.get("documents"), Document),
        sources=_valid(raw.get("sources"), Source),
        claims=claims,
        document_ids=_ids(raw.get("documents")),
        source_ids=_ids(raw.get("sources")),
        claim_ids=_ids(raw.get("claims")),
        unread_figures=frozenset(
            claim.id
            for index, claim in claims.items()
            if not claim.figures and raw["claims"][index].get("figures")
        ),
    )


def _valid(entries: object, kind: type[_Record]) -> dict[int, _Record]:
    valid = {}
    reader = TypeAdapter(kind)
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        try:
            valid[index] = reader.validate_json(json.dumps(entry))
        except ValidationError as error:
            if not isinstance(entry, dict):
                continue
            # Invalid fields are already reported; the others may still be inconsistent.
            broken = {
                str(details["loc"][0])
                for details in error.errors(include_url=False)
                if details["loc"]
            }
            rest = {key: value for key, value in entry.items() if key not in broken}
            with suppress(ValidationError):
                placeholder = {"id": f"broken-{index}", **_PLACEHOLDERS[kind]}
                valid[index] = reader.validate_json(json.dumps(placeholder | rest))
    return valid


def _ids(entries: object) -> frozenset[str]:
    records = entries if isinstance(entries, list) else ()
    return frozenset(str(record.get("id")) for record in records if isinstance(record, dict))
