"""Where each value of a JSON text stands, for errors that can be found in an editor."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from json import JSONDecodeError, loads

from kursk_tui.progress import report

Path = tuple[str | int, ...]

_MARK = re.compile(r'[{}\[\],:]|"(?:[^"\\]|\\.)*"|[^ \t\r\n{}\[\],:"]+', re.DOTALL)
_SAID = 10_000


@dataclass(frozen=True, slots=True)
class Repeated:
    """A key that stands twice in one object: its path and the offsets of both."""

    path: Path
    first: int
    second: int


class Positions:
    """The offsets of values and keys in a JSON text that has been parsed already.

    Noted are the values and keys at the paths in `wanted` and around them, or all of them.
    """

    def __init__(self, text: str, wanted: Iterable[Path] | None = None) -> None:
        self._wanted = None if wanted is None else _with_all_around(wanted)
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._values: dict[Path, int] = {}
        self._keys: dict[Path, int] = {}
        self.repeated: list[Repeated] = []
        self._walk(text)

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

    def _walk(self, text: str) -> None:
        """Note where everything stands, with a stack of its own: files may nest deeply."""
        path: list[str | int] = []
        keys: list[dict[str, int] | None] = []  # of each object around; None for a list
        expects_key = False
        for number, found in enumerate(_MARK.finditer(text)):
            mark, at = found.group(), found.start()
            if number % _SAID == 0:
                report("looking up lines", at / len(text))
            here = keys[-1] if keys else None
            if mark in "}]":
                keys.pop()
                path.pop()
                expects_key = False
            elif mark == ",":
                expects_key = here is not None
                if here is None:
                    path[-1] = int(path[-1]) + 1
            elif mark == ":":
                expects_key = False
            elif expects_key and here is not None:
                key = path[-1] = _string(mark)
                if key in here:
                    self.repeated.append(Repeated(tuple(path), here[key], at))
                here[key] = at
                self._note(self._keys, path, at)
            else:
                self._note(self._values, path, at)
                if mark in "{[":
                    keys.append({} if mark == "{" else None)
                    path.append(0)
                    expects_key = mark == "{"

    def _note(self, places: dict[Path, int], path: list[str | int], at: int) -> None:
        key = tuple(path)
        if self._wanted is None or key in self._wanted:
            places[key] = at


def _with_all_around(paths: Iterable[Path]) -> set[Path]:
    return {path[:length] for path in paths for length in range(len(path) + 1)}


def _string(mark: str) -> str:
    if "\\" not in mark and mark[0] == '"':
        return mark[1:-1]
    try:
        return str(loads(mark))
    except JSONDecodeError:
        return mark
