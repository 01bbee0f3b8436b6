"""The line and column of each value in a JSON text, for error messages."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from json import dumps, loads

from kursk_tui.progress import report
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import visible

JsonPath = tuple[str | int, ...]
"""The keys and indices that lead to a value."""

# Possessive: else each character of a string takes a hundred bytes while it is matched.
_TOKEN = re.compile(r'[{}\[\],:]|"(?:[^"\\]++|\\.)*+"|[^ \t\r\n{}\[\],:"]+', re.DOTALL)
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SHOWN = 64
"""The maximum length of a key in a path."""

_PROGRESS_STEP = 10_000
"""Progress is reported after this many tokens."""


def json_path(path: JsonPath) -> str:
    """Return a path in JSONPath notation (RFC 9535), such as `$.claims[3].evidence.exact`."""
    steps = []
    for key in path:
        if isinstance(key, int):
            steps.append(f"[{key}]")
        elif len(key) <= _SHOWN and _PLAIN_KEY.fullmatch(key):
            steps.append(f".{key}")
        else:
            steps.append(f"[{dumps(visible(shortened(key, _SHOWN)))}]")
    return "$" + "".join(steps)


@dataclass(frozen=True, slots=True)
class Repeated:
    """A key that occurs twice in one object: its path and the offsets of both occurrences."""

    path: JsonPath
    first: int
    second: int


class Positions:
    """The offsets of values and keys in a well-formed JSON text.

    If `wanted` is given, only the values and keys at those paths and their parents are recorded.
    """

    def __init__(self, text: str, wanted: Iterable[JsonPath] | None = None) -> None:
        self._wanted = None if wanted is None else _with_parents(wanted)
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._values: dict[JsonPath, int] = {}
        self._keys: dict[JsonPath, int] = {}
        self.repeated: list[Repeated] = []
        self._walk(text)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and column, both counted from 1, of an offset in code points."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def of_value(self, path: JsonPath) -> tuple[int, int]:
        """Return the line and column of the value at `path`, or of its nearest recorded parent."""
        while path and path not in self._values:
            path = path[:-1]
        return self.line_column(self._values.get(path, 0))

    def of_key(self, path: JsonPath) -> tuple[int, int]:
        """Return the line and column of the last key in `path`, or of the nearest known value."""
        if path in self._keys:
            return self.line_column(self._keys[path])
        return self.of_value(path)

    def _walk(self, text: str) -> None:
        """Record the offsets. The stack is explicit because files may be deeply nested."""
        path: list[str | int] = []
        keys: list[dict[str, int] | None] = []  # of each enclosing object; None for a list
        expects_key = False
        for number, found in enumerate(_TOKEN.finditer(text)):
            symbol, at = found.group(), found.start()
            if number % _PROGRESS_STEP == 0:
                report("locating problems", at / len(text))
            here = keys[-1] if keys else None
            if symbol in "}]":
                keys.pop()
                path.pop()
                expects_key = False
            elif symbol == ",":
                expects_key = here is not None
                if here is None:
                    path[-1] = int(path[-1]) + 1
            elif symbol == ":":
                expects_key = False
            elif expects_key and here is not None:
                key = path[-1] = _string(symbol)
                if key in here:
                    self.repeated.append(Repeated(tuple(path), here[key], at))
                here[key] = at
                self._record(self._keys, path, at)
            else:
                self._record(self._values, path, at)
                if symbol in "{[":
                    keys.append({} if symbol == "{" else None)
                    path.append(0)
                    expects_key = symbol == "{"

    def _record(self, places: dict[JsonPath, int], path: list[str | int], at: int) -> None:
        key = tuple(path)
        if self._wanted is None or key in self._wanted:
            places[key] = at


def _with_parents(paths: Iterable[JsonPath]) -> set[JsonPath]:
    return {path[:length] for path in paths for length in range(len(path) + 1)}


def _string(symbol: str) -> str:
    return str(loads(symbol)) if "\\" in symbol else symbol[1:-1]
