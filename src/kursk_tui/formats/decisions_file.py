"""The file with the reader's decisions: read what is valid of it, and change it safely."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import from_json

from kursk_tui.formats.json import has_repeated_keys, locate, validated
from kursk_tui.formats.library_decisions import text_of
from kursk_tui.formats.problem import InvalidBriefingError, Located, UnreadableError
from kursk_tui.formats.source import decode, display_name, read_bytes
from kursk_tui.library.decisions import NO_DECISIONS, Decisions
from kursk_tui.library.faults import Fault
from kursk_tui.platform.content import ABSENT, ChangedError, digest
from kursk_tui.platform.files import write_file

_FORMAT = "format"

_ATTEMPTS = 20
"""How often a change is made anew, if other processes change the file meanwhile."""

Change = Callable[[Decisions], Decisions]
"""A change of decisions, which is made to those in the file, whatever was read of it before."""


class Found(NamedTuple):
    """What a file with decisions contains: its valid records, and what is wrong with the others.

    If records were left out, `numbers` has the places in the file of those that were read, by their
    list. A file that is not readable as a whole has no valid records.
    """

    decisions: Decisions = NO_DECISIONS
    errors: Sequence[Located] = ()
    text: str = ""
    numbers: Mapping[str, Sequence[int]] = MappingProxyType({})
    is_readable: bool = True

    def located(self, faults: Sequence[Fault]) -> list[Located]:
        """Return faults of the decisions with their places in the file."""
        return locate([(self._path(one), one.message) for one in faults], self.text)

    def _path(self, fault: Fault) -> tuple[str | int, ...]:
        part, number, *rest = fault.path
        numbers = self.numbers.get(str(part))
        return (part, number if numbers is None else numbers[int(number)], *rest)


def read_decisions(path: Path, limit: int) -> Found:
    """Return what a file contains; nothing if it does not exist.

    A record with an error is left out, and so is everything if the file as a whole has one.
    """
    if not path.exists():
        return Found()
    name = display_name(path)
    try:
        return parsed(read_bytes(path, limit), name)
    except UnreadableError as error:
        message = str(error).removeprefix(f"cannot read {name}: ")
        return Found(errors=[Located(0, 0, "", message)], is_readable=False)


def parsed(data: bytes, name: str) -> Found:
    """Return what the bytes of a file contain; `name` is that of the file in errors."""
    text = ""
    try:
        text = decode(data, name)
        return Found(validated(Decisions, text, name), text=text)
    except InvalidBriefingError as error:
        return _valid_part(text, error)


def change_decisions(path: Path, limit: int, change: Change) -> tuple[Decisions, Decisions]:
    """Change the decisions in a file; return those of the file before and after that.

    What other processes write meanwhile is taken in: the change is then made to that. A file with
    an error is not changed. Raises InvalidBriefingError, UnreadableError or OSError.
    """
    name = display_name(path)
    for _ in range(_ATTEMPTS):
        before, expected = NO_DECISIONS, ABSENT
        if path.exists():
            data = read_bytes(path, limit)
            before, expected = validated(Decisions, decode(data, name), name), digest(data)
        after = change(before)
        if after == before:
            return before, after
        text = text_of(after)
        validated(Decisions, text, name)  # what cannot be read again is not written
        try:
            write_file(path, text.encode(), expected=expected)
        except ChangedError:
            continue
        return before, after
    raise ChangedError


def _valid_part(text: str, error: InvalidBriefingError) -> Found:
    """Return the valid records of a file, if it is an object whose other records have errors."""
    unreadable = Found(errors=error.problems, text=error.text, is_readable=False)
    try:
        raw = from_json(text)
    except ValueError:
        return unreadable
    if not isinstance(raw, dict) or has_repeated_keys(text) or not _is_valid(_FORMAT, raw):
        return unreadable
    valid: dict[str, object] = {}
    numbers: dict[str, list[int]] = {}
    for name, value in raw.items():
        if isinstance(value, list):
            numbers[name] = [at for at, one in enumerate(value) if _is_valid(name, {name: [one]})]
            read: object = [value[at] for at in numbers[name]]
        else:
            read = value
        if _is_valid(name, {name: read}):
            valid[name] = read
    return Found(_decisions(valid), error.problems, text, numbers)


def _is_valid(name: str, raw: Mapping[str, object]) -> bool:
    try:
        _decisions({name: raw[name]} if name in raw else {})
    except ValidationError:
        return False
    return True


def _decisions(raw: Mapping[str, object]) -> Decisions:
    return Decisions.model_validate_json(json.dumps(raw))
