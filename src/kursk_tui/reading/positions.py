"""Where each value of a JSON text stands, for errors that can be found in an editor."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from json import JSONDecodeError, loads

Path = tuple[str | int, ...]

_TOKEN = re.compile(r'[ \t\r\n]*([{}\[\],:]|"(?:[^"\\]|\\.)*"|[^ \t\r\n{}\[\],:"]+)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Repeated:
    """A key that stands twice in one object: its path and the offsets of both."""

    path: Path
    first: int
    second: int


class Positions:
    """The offset of every value and key of a JSON text that has been parsed already."""

    def __init__(self, text: str) -> None:
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._values: dict[Path, int] = {}
        self._keys: dict[Path, int] = {}
        self.repeated: list[Repeated] = []
        for path, key_at, value_at in _walk(text):
            if path in self._keys and key_at is not None:
                self.repeated.append(Repeated(path, self._keys[path], key_at))
            if key_at is not None:
                self._keys[path] = key_at
            self._values[path] = value_at

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1, of an offset in code points."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def of_value(self, path: Path) -> tuple[int, int]:
        """Return line and column of the value at `path`, or of the nearest value around it."""
        while path and path not in self._values:
            path = path[:-1]
        return self.line_column(self._values.get(path, 0))

    def of_key(self, path: Path) -> tuple[int, int]:
        """Return line and column of the key at the end of `path`, or of the value around it."""
        if path in self._keys:
            return self.line_column(self._keys[path])
        return self.of_value(path)


def _walk(text: str) -> Iterator[tuple[Path, int | None, int]]:
    """Yield path, offset of the key (None in arrays) and offset of the value, for each value.

    It keeps its own stack: deep nesting must not exhaust Python's.
    """
    stack: list[str | int] = []
    is_object: list[bool] = []
    key_at: int | None = None
    expects_key = False
    for found in _TOKEN.finditer(text):
        mark, at = found.group(1), found.start(1)
        if mark in "}]":
            is_object.pop()
            stack.pop()
            expects_key = False
        elif mark == ",":
            expects_key = is_object[-1]
            if not is_object[-1]:
                last = stack[-1]
                stack[-1] = last + 1 if isinstance(last, int) else 0
        elif mark == ":":
            expects_key = False
        elif expects_key:
            stack[-1] = _string(mark)
            key_at = at
        else:
            yield tuple(stack), key_at if is_object and is_object[-1] else None, at
            if mark in "{[":
                is_object.append(mark == "{")
                stack.append(0)
                expects_key = mark == "{"


def _string(mark: str) -> str:
    try:
        return str(loads(mark))
    except JSONDecodeError:
        return mark
