"""What the program remembers from one run to the next. Losing it does no harm."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kursk_tui.platform.files import write_private

_FILE = "state.json"
_MOST_QUERIES = 200
_MOST_BRIEFINGS = 200


@dataclass(frozen=True)
class Theme:
    """A theme that the reader chose, and the one that was configured then."""

    chosen: str
    configured: str | None


@dataclass
class State:
    """The theme chosen last, the queries kept, oldest first, and the marks of one briefing.

    Marks map a letter to the id of a claim. `name` is the briefing's: its path, or "" for one
    that cannot be told apart from others, whose marks are not kept.
    """

    folder: Path | None = None
    name: str = ""
    theme: Theme | None = None
    queries: list[str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._found_theme = self.theme
        self._found_marks = dict(self.marks)

    @classmethod
    def load(cls, folder: Path, name: str) -> "State":
        """Return what a folder remembers of a briefing; nothing, if it cannot be read."""
        kept = _read(folder / _FILE)
        return cls(folder, name, kept.theme, kept.queries, dict(kept.marks.get(name, {})))

    def theme_for(self, configured: str | None) -> str | None:
        """Return the theme chosen last, unless another was configured since then."""
        if self.theme is None or self.theme.configured != configured:
            return None
        return self.theme.chosen

    def add_query(self, query: str) -> None:
        """Remember a query as the latest."""
        if query.strip():
            self.queries = _latest([*self.queries, query])

    def save(self) -> None:
        """Write what this run has changed; what another has written meanwhile stays.

        A folder that cannot be written to is passed over: nothing depends on it.
        """
        if self.folder is None:
            return
        path = self.folder / _FILE
        kept = _read(path)
        theme = self.theme if self.theme != self._found_theme else kept.theme
        marks = dict(kept.marks)
        if self.name:
            # Last, so that the briefings opened least lately go first where there are too many.
            marks[self.name] = self._marks_over(marks.pop(self.name, {}))
        state = {
            "theme": theme and {"chosen": theme.chosen, "configured": theme.configured},
            "queries": _latest([*kept.queries, *self.queries]),
            "marks": {name: one for name, one in list(marks.items())[-_MOST_BRIEFINGS:] if one},
        }
        with suppress(OSError):
            write_private(path, json.dumps(state, ensure_ascii=False, indent=1) + "\n")

    def _marks_over(self, kept: Mapping[str, str]) -> dict[str, str]:
        gone = self._found_marks.keys() - self.marks.keys()
        changed = {
            letter: claim
            for letter, claim in self.marks.items()
            if self._found_marks.get(letter) != claim
        }
        return {letter: one for letter, one in kept.items() if letter not in gone} | changed


@dataclass
class _Kept:
    theme: Theme | None
    queries: list[str]
    marks: dict[str, dict[str, str]]


def _latest(queries: list[str]) -> list[str]:
    """Return the queries without repetitions, each where it stands last."""
    return list(dict.fromkeys(reversed(queries)))[:_MOST_QUERIES][::-1]


def _read(path: Path) -> _Kept:
    """Return the state in a file, with nothing in place of whatever is not as it should be."""
    raw: object = None
    with suppress(OSError, ValueError, RecursionError):
        raw = json.loads(path.read_text("utf-8")) if path.is_file() else None
    have = _table(raw)
    theme = _table(have.get("theme"))
    chosen, configured = theme.get("chosen"), theme.get("configured")
    queries = have.get("queries")
    return _Kept(
        Theme(chosen, configured if isinstance(configured, str) else None)
        if isinstance(chosen, str)
        else None,
        [one for one in queries if isinstance(one, str)] if isinstance(queries, list) else [],
        {name: _texts(found) for name, found in _table(have.get("marks")).items()},
    )


def _table(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> dict[str, str]:
    return {key: one for key, one in _table(value).items() if isinstance(one, str)}
