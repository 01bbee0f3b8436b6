"""The way through a large file, claim by claim: it needs little room and can be followed."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecoder

from pydantic import TypeAdapter

from kursk_tui import progress
from kursk_tui.model import Briefing, Claim

_AT_A_TIME = 1024
_BLANK = re.compile(r"[ \t\n\r]*")


def read_in_pieces(text: str) -> Briefing | None:
    """Return the briefing in JSON text, or None: then what is wrong must be looked for."""
    try:
        return Briefing.model_validate(_members(text))
    except (ValueError, RecursionError):
        return None


@contextmanager
def collecting_later() -> Iterator[None]:
    """Collect no garbage meanwhile: records hold no cycles, and looking for some takes a third."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _unrepeated(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


_DECODER = JSONDecoder(object_pairs_hook=_unrepeated)


def _members(text: str) -> dict[str, object]:
    found: dict[str, object] = {}
    mark, at = _mark(text, 0)
    if mark != "{":
        raise ValueError("no object")
    while mark != "}":
        key, at = _DECODER.raw_decode(text, at)
        mark, at = _mark(text, at)
        if not isinstance(key, str) or key in found or mark != ":":
            raise ValueError("no key of its own")
        read = _claims if key == "claims" and text.startswith("[", at) else _value
        found[key], at = read(text, at)
        mark, at = _mark(text, at)
        if mark not in (",", "}"):
            raise ValueError("an object does not go on like this")
    if at < len(text):
        raise ValueError("something follows")
    return found


def _value(text: str, at: int) -> tuple[object, int]:
    return _DECODER.raw_decode(text, at)


def _claims(text: str, at: int) -> tuple[tuple[Claim, ...], int]:
    reader = TypeAdapter(tuple[Claim, ...])
    claims: list[Claim] = []
    waiting: list[object] = []
    mark, at = _mark(text, at)
    if text.startswith("]", at):
        return (), at + 1
    while mark != "]":
        entry, at = _DECODER.raw_decode(text, at)
        waiting.append(entry)
        mark, at = _mark(text, at)
        if mark not in (",", "]"):
            raise ValueError("a list does not go on like this")
        if mark == "]" or len(waiting) == _AT_A_TIME:
            claims += reader.validate_python(waiting)
            waiting.clear()
            progress.report("reading", at / len(text))
    return tuple(claims), at


def _mark(text: str, at: int) -> tuple[str, int]:
    """Return the next character that is not blank, and where the next one after that stands."""
    at = _blank(text, at)
    return text[at : at + 1], _blank(text, at + 1)


def _blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at
