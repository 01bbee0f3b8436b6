"""State saved between runs: theme, query history and marks. Losing it is harmless."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kursk_tui.platform.content import ChangedError, digest_of_file
from kursk_tui.platform.files import write_private

_FILE = "state.json"
_MAX_SIZE = 2**22
"""A larger file in bytes is not one that this program has written, and is not read."""

_MAX_QUERIES = 200
_MAX_BRIEFINGS = 200
_MOST_READ = 100_000
"""Editions, in all libraries, of which it is kept that they have been read."""

_ATTEMPTS = 10


@dataclass(frozen=True)
class Theme:
    """A theme chosen in the dashboard, and the configured theme at that time."""

    chosen: str
    configured: str | None


@dataclass(frozen=True)
class ReadMark:
    """The editions of a library that have been read, by short digests, and when that was noted."""

    on: str
    editions: frozenset[str]


@dataclass
class State:
    """The last theme chosen, the query history, oldest first, and the marks of one briefing.

    `marks` maps letters to claim ids; `read` is what has been read of a library. `name` identifies
    the briefing, usually by its path; without a name, marks are not saved, and without a `folder`,
    nothing is saved.
    """

    folder: Path | None = None
    name: str = ""
    theme: Theme | None = None
    queries: list[str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    read: ReadMark | None = None

    def __post_init__(self) -> None:
        self._loaded_read = self.read
        self._loaded_theme = self.theme
        self._loaded_marks = dict(self.marks)

    @classmethod
    def load(cls, folder: Path, name: str) -> "State":
        """Load the state from a folder. Missing and invalid parts are left empty."""
        saved = _read(folder / _FILE)
        marks = dict(saved.marks.get(name, {}))
        return cls(folder, name, saved.theme, saved.queries, marks, saved.read.get(name))

    def theme_for(self, configured: str | None) -> str | None:
        """Return the last theme chosen, unless the configured theme has changed since."""
        if self.theme is None or self.theme.configured != configured:
            return None
        return self.theme.chosen

    def add_query(self, query: str) -> None:
        """Append a query to the history, unless it is blank."""
        if query.strip():
            self.queries = _latest([*self.queries, query])

    def save(self) -> bool:
        """Merge the changes of this run into the file, which another run may have changed since.

        Return False if the file could not be written. Without a folder, nothing is saved.
        """
        if self.folder is None:
            return True
        path = self.folder / _FILE
        with suppress(OSError):
            for _ in range(_ATTEMPTS):
                found = digest_of_file(path)
                state = self._merged(_read(path))
                text = json.dumps(state, ensure_ascii=False, indent=1) + "\n"
                with suppress(ChangedError):
                    write_private(path, text, expected=found)
                    self._loaded_read = self.read
                    return True
        return False

    def _merged(self, saved: "_Saved") -> dict[str, object]:
        theme = self.theme if self.theme != self._loaded_theme else saved.theme
        marks = dict(saved.marks)
        if self.name:
            # Moved to the end, so that the least recently opened briefings are dropped first.
            marks[self.name] = self._merged_marks(marks.pop(self.name, {}))
        read = dict(saved.read)
        if self.name and self.read != self._loaded_read:
            read.pop(self.name, None)
            read |= {self.name: self.read} if self.read is not None else {}
        return {
            "theme": theme and {"chosen": theme.chosen, "configured": theme.configured},
            "queries": _latest([*saved.queries, *self.queries]),
            "marks": {
                name: found for name, found in list(marks.items())[-_MAX_BRIEFINGS:] if found
            },
            "read": _packed(read),
        }

    def _merged_marks(self, saved: Mapping[str, str]) -> dict[str, str]:
        removed = self._loaded_marks.keys() - self.marks.keys()
        changed = {
            letter: claim
            for letter, claim in self.marks.items()
            if self._loaded_marks.get(letter) != claim
        }
        return {letter: claim for letter, claim in saved.items() if letter not in removed} | changed


@dataclass
class _Saved:
    theme: Theme | None
    queries: list[str]
    marks: dict[str, dict[str, str]]
    read: dict[str, ReadMark]


def _packed(read: Mapping[str, ReadMark]) -> dict[str, dict[str, str]]:
    """Return the marks of the libraries that were marked last, as far as there is room for them."""
    found: dict[str, dict[str, str]] = {}
    room = _MOST_READ
    for name, mark in reversed([*read.items()]):
        room -= len(mark.editions)
        if room < 0:
            break
        found[name] = {"on": mark.on, "editions": " ".join(sorted(mark.editions))}
    return dict(reversed([*found.items()]))


def _unpacked(value: object) -> dict[str, ReadMark]:
    found = {name: _texts(mark) for name, mark in _table(value).items()}
    return {
        name: ReadMark(mark["on"], frozenset(mark["editions"].split()))
        for name, mark in found.items()
        if {"on", "editions"} <= mark.keys()
    }


def _latest(queries: list[str]) -> list[str]:
    """Return the latest queries without duplicates, in the order of their last use."""
    return list(dict.fromkeys(reversed(queries)))[:_MAX_QUERIES][::-1]


def _is_readable(path: Path) -> bool:
    return path.is_file() and path.stat().st_size <= _MAX_SIZE


def _read(path: Path) -> _Saved:
    """Read a state file, leaving out invalid parts."""
    raw: object = None
    with suppress(OSError, ValueError, RecursionError):
        raw = json.loads(path.read_text("utf-8")) if _is_readable(path) else None
    data = _table(raw)
    theme = _table(data.get("theme"))
    chosen, configured = theme.get("chosen"), theme.get("configured")
    queries = data.get("queries")
    return _Saved(
        Theme(chosen, configured if isinstance(configured, str) else None)
        if isinstance(chosen, str)
        else None,
        [query for query in queries if isinstance(query, str)] if isinstance(queries, list) else [],
        {name: _texts(found) for name, found in _table(data.get("marks")).items()},
        _unpacked(data.get("read")),
    )


def _table(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> dict[str, str]:
    return {key: text for key, text in _table(value).items() if isinstance(text, str)}
