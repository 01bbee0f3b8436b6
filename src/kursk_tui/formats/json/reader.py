"""From bytes or a path to a Briefing, or to every error in it with line and column."""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path as FilePath
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, from_json

from kursk_tui.defaults import SIZE_LIMIT
from kursk_tui.formats.json.error_messages import UNKNOWN_FIELD, sentence, syntax_sentence
from kursk_tui.formats.json.loading import load, name_of
from kursk_tui.formats.json.positions import Path, Positions
from kursk_tui.formats.json.problem import InvalidBriefingError, Located
from kursk_tui.formats.json.streaming import collecting_later, read_in_pieces
from kursk_tui.model import Briefing, Claim, Document, Parts, Problem, Source, find_problems
from kursk_tui.text.sanitize import visible

_LARGE = 2**20
"""From so many characters on, the pieces are worth their own reading."""

_AT = re.compile(r" at line (\d+) column (\d+)$")
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def read(path: FilePath, limit: int = SIZE_LIMIT) -> Briefing:
    """Return the briefing in a file of at most `limit` bytes, or in standard input.

    Raises UnreadableError if there are no bytes to be had, InvalidBriefingError if they are not
    a valid briefing.
    """
    name = name_of(path)
    return parse_text(decode(load(path, limit), name), name)


def parse(data: bytes, name: str) -> Briefing:
    """Return the briefing in UTF-8 encoded JSON; `name` stands for the file in errors.

    Raises InvalidBriefingError with everything wrong with it.
    """
    return parse_text(decode(data, name), name)


def parse_text(text: str, name: str) -> Briefing:
    """Return the briefing in JSON text; `name` stands for the file in errors.

    Raises InvalidBriefingError with everything wrong with it.
    """
    with collecting_later():
        briefing = read_in_pieces(text) if len(text) >= _LARGE else None
        return briefing or _whole(text, name)


def _whole(text: str, name: str) -> Briefing:
    try:
        briefing = Briefing.model_validate_json(text)
    except ValidationError as error:
        problems = error.errors(include_url=False)
        raise InvalidBriefingError(name, _locate(problems, text), text) from None
    if _repeats_keys(text):
        raise InvalidBriefingError(name, _repeated(Positions(text, ())), text)
    return briefing


def decode(data: bytes, name: str) -> str:
    """Return the text in UTF-8 encoded bytes, without a byte order mark.

    Raises InvalidBriefingError where there is none.
    """
    data = data.removeprefix(BOM_UTF8)
    if not data.strip():
        raise InvalidBriefingError(name, [Located(1, 1, "", "the file is empty")])
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        message = "the file is not UTF-8 text"
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            message += "; it looks like UTF-16, save it as UTF-8"
        raise InvalidBriefingError(name, [Located(line, column, "", message)]) from None


def _locate(errors: list[ErrorDetails], text: str) -> list[Located]:
    if errors[0]["type"] == "json_invalid":
        return [_syntax(errors[0]["ctx"]["error"], text)]
    problems: list[Problem] = []
    own: list[ErrorDetails] = []
    for error in errors:
        if error["type"] == "inconsistent":
            problems += error["ctx"]["problems"]
        elif error["type"] == "too_short" and error["input"]:
            continue  # pydantic counts only the valid items; the invalid ones are reported
        else:
            own.append(error)
    if not problems:
        problems += find_problems(_valid_parts(from_json(text)))
    positions = Positions(
        text, [*(error["loc"] for error in own), *(problem.path for problem in problems)]
    )
    located = _repeated(positions)
    for error in own:
        place = positions.of_key if error["type"] in UNKNOWN_FIELD else positions.of_value
        line, column = place(error["loc"])
        located.append(Located(line, column, json_path(error["loc"]), visible(sentence(error))))
    return located + [_at(problem, positions) for problem in problems]


def locate(problems: Sequence[tuple[Path, str]], text: str) -> list[Located]:
    """Return where remarks on a briefing, a path and a sentence each, stand in its text."""
    if not problems:
        return []
    positions = Positions(text, [path for path, _ in problems])
    return [_at(Problem(path, message), positions) for path, message in problems]


def _at(problem: Problem, positions: Positions) -> Located:
    line, column = positions.of_value(problem.path)
    return Located(line, column, json_path(problem.path), visible(problem.message))


def _syntax(message: str, text: str) -> Located:
    found = _AT.search(message)
    line, byte_column = (int(found[1]), int(found[2])) if found else (1, 1)
    lines = text.split("\n")
    row = lines[line - 1] if line <= len(lines) else ""
    column = len(row.encode()[: max(0, byte_column - 1)].decode(errors="ignore")) + 1
    return Located(line, column, "", syntax_sentence(_AT.sub("", message)))


def _repeats_keys(text: str) -> bool:
    repeated = False

    def pairs(items: list[tuple[str, Any]]) -> None:
        nonlocal repeated
        repeated = repeated or len({key for key, _ in items}) < len(items)

    json.loads(text, object_pairs_hook=pairs, parse_int=float)
    return repeated


def _repeated(positions: Positions) -> list[Located]:
    located = []
    for repeated in positions.repeated:
        line, column = positions.line_column(repeated.second)
        first, _ = positions.line_column(repeated.first)
        message = (
            f"“{visible(str(repeated.path[-1]))}” stands here a second time, after line {first}"
        )
        located.append(Located(line, column, json_path(repeated.path), message))
    return located


_Record = TypeVar("_Record", Document, Source, Claim)
_STAND_INS: dict[type[Document | Source | Claim], dict[str, str]] = {
    Document: {},
    Source: {"name": "broken"},
    Claim: {"kind": "context", "summary": "broken"},
}


def _valid_parts(data: object) -> Parts:
    """Return the records that are valid in themselves, so that their contradictions show too."""
    raw = data if isinstance(data, dict) else {}
    return Parts(
        documents=_valid(raw.get("documents"), Document),
        sources=_valid(raw.get("sources"), Source),
        claims=_valid(raw.get("claims"), Claim),
        document_ids=_ids(raw.get("documents")),
        source_ids=_ids(raw.get("sources")),
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
            # What is wrong in itself is reported already; the rest may contradict something.
            broken = {str(one["loc"][0]) for one in error.errors(include_url=False) if one["loc"]}
            rest = {key: value for key, value in entry.items() if key not in broken}
            with suppress(ValidationError):
                stand_in = {"id": f"broken-{index}", **_STAND_INS[kind]}
                valid[index] = reader.validate_json(json.dumps(stand_in | rest))
    return valid


def _ids(entries: object) -> frozenset[str]:
    records = entries if isinstance(entries, list) else ()
    return frozenset(str(record.get("id")) for record in records if isinstance(record, dict))


def json_path(path: tuple[str | int, ...]) -> str:
    """Return a path in JSONPath notation (RFC 9535), such as `$.claims[3].evidence.exact`."""
    steps = []
    for key in path:
        if isinstance(key, int):
            steps.append(f"[{key}]")
        elif _PLAIN.fullmatch(key):
            steps.append(f".{key}")
        else:
            steps.append(f"[{json.dumps(visible(key))}]")
    return "$" + "".join(steps)
