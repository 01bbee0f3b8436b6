"""Read a large briefing in batches of claims, to save memory and report progress."""

import re
from json import JSONDecoder

from pydantic import TypeAdapter

from kursk_tui import progress
from kursk_tui.model import Briefing, Claim

_BATCH = 1024
_BLANK = re.compile(r"[ \t\n\r]*")


def stream_briefing(text: str) -> Briefing | None:
    """Return the briefing in JSON text, or None if it is invalid for any reason."""
    try:
        return Briefing.model_validate(_members(text))
    except (ValueError, RecursionError):
        return None


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("repeated key")
    return found


_DECODER = JSONDecoder(object_pairs_hook=_without_repeats)


def _members(text: str) -> dict[str, object]:
    found: dict[str, object] = {}
    symbol, at = _next(text, 0)
    if symbol != "{":
        raise ValueError("not an object")
    while symbol != "}":
        key, at = _DECODER.raw_decode(text, at)
        symbol, at = _next(text, at)
        if not isinstance(key, str) or key in found or symbol != ":":
            raise ValueError("not a key")
        read = _claims if key == "claims" and text.startswith("[", at) else _value
        found[key], at = read(text, at)
        symbol, at = _next(text, at)
        if symbol not in (",", "}"):
            raise ValueError("expected a comma or the end of an object")
    if at < len(text):
        raise ValueError("data after the end")
    return found


def _value(text: str, at: int) -> tuple[object, int]:
    return _DECODER.raw_decode(text, at)


def _claims(text: str, at: int) -> tuple[tuple[Claim, ...], int]:
    reader = TypeAdapter(tuple[Claim, ...])
    claims: list[Claim] = []
    batch: list[object] = []
    symbol, at = _next(text, at)
    if text.startswith("]", at):
        return (), at + 1
    while symbol != "]":
        entry, at = _DECODER.raw_decode(text, at)
        batch.append(entry)
        symbol, at = _next(text, at)
        if symbol not in (",", "]"):
            raise ValueError("expected a comma or the end of a list")
        if symbol == "]" or len(batch) == _BATCH:
            claims += reader.validate_python(batch)
            batch.clear()
            progress.report("reading", at / len(text))
    return tuple(claims), at


def _next(text: str, at: int) -> tuple[str, int]:
    """Return the next non-blank character, and the offset of the non-blank character after it."""
    at = _blank(text, at)
    return text[at : at + 1], _blank(text, at + 1)


def _blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at
