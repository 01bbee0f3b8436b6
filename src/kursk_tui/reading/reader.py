"""From bytes or a path to a Briefing, or to every error in it with line and column."""

import json
import re
from codecs import BOM_UTF8
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json

from kursk_tui.briefing import Briefing, Claim, Document, Parts, Source, find_problems
from kursk_tui.briefing.safe import visible
from kursk_tui.reading.positions import Positions
from kursk_tui.reading.problem import InvalidBriefingError, Located, UnreadableError
from kursk_tui.reading.sentences import sentence, syntax_sentence

_AT = re.compile(r" at line (\d+) column (\d+)$")
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def read(path: Path) -> Briefing:
    """Return the briefing in a file.

    Raises UnreadableError if there are no bytes to be had, InvalidBriefingError if they are not
    a valid briefing.
    """
    name = visible(str(path))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"cannot read {name}: {error.strerror or error}") from None
    except ValueError:
        raise UnreadableError(f"cannot read {name}: no file can have this name") from None
    return parse(data, name)


def parse(data: bytes, name: str) -> Briefing:
    """Return the briefing in UTF-8 encoded JSON; `name` stands for the file in errors.

    Raises InvalidBriefingError with everything wrong with it.
    """
    text = _decode(data, name)
    try:
        briefing = Briefing.model_validate_json(text)
    except ValidationError as error:
        problems = error.errors(include_url=False)
        raise InvalidBriefingError(name, _locate(problems, text)) from None
    if _repeats_keys(text):
        raise InvalidBriefingError(name, _repeated(Positions(text)))
    return briefing


def _decode(data: bytes, name: str) -> str:
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
    positions = Positions(text)
    located = _repeated(positions)
    inconsistent = False
    for error in errors:
        if error["type"] == "inconsistent":
            inconsistent = True
            for problem in error["ctx"]["problems"]:
                located.append(_at(problem.path, problem.message, positions))
        elif error["type"] == "too_short" and error["input"]:
            continue  # pydantic counts only the valid items; the invalid ones are reported
        else:
            place = positions.of_key if error["type"] == "extra_forbidden" else positions.of_value
            line, column = place(error["loc"])
            located.append(Located(line, column, json_path(error["loc"]), visible(sentence(error))))
    if not inconsistent:
        for problem in find_problems(_valid_parts(from_json(text))):
            located.append(_at(problem.path, problem.message, positions))
    return located


def _at(path: tuple[str | int, ...], message: str, positions: Positions) -> Located:
    return Located(*positions.of_value(path), json_path(path), visible(message))


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


_Model = TypeVar("_Model", Document, Source, Claim)
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


def _valid(entries: object, model: type[_Model]) -> dict[int, _Model]:
    valid = {}
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        try:
            valid[index] = model.model_validate_json(json.dumps(entry))
        except ValidationError as error:
            if not isinstance(entry, dict):
                continue
            # What is wrong in itself is reported already; the rest may contradict something.
            broken = {str(one["loc"][0]) for one in error.errors(include_url=False) if one["loc"]}
            rest = {key: value for key, value in entry.items() if key not in broken}
            with suppress(ValidationError):
                stand_in = {"id": f"broken-{index}", **_STAND_INS[model]}
                valid[index] = model.model_validate_json(json.dumps(stand_in | rest))
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
