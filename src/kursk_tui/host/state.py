"""What the program remembers from one run to the next. Losing it does no harm."""

import json
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kursk_tui.host.files import write_private

_FILE = "state.json"
_MOST_QUERIES = 200
_MOST_BRIEFINGS = 200


@dataclass
class State:
    """The theme chosen last, the queries kept, oldest first, and the marks of one briefing.

    Marks map a letter to the id of a claim. `name` is the briefing's: its path, or "" for one
    that cannot be told apart from others, whose marks are not kept. `configured` is the theme
    that was configured when another was chosen.
    """

    folder: Path | None = None
    name: str = ""
    theme: str | None = None
    configured: str | None = None
    queries: list[str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path, name: str) -> "State":
        """Return what a folder remembers of a briefing; nothing, if it cannot be read."""
        kept = _read(folder / _FILE)
        marks = kept["marks"].get(name, {})
        theme, configured = kept["theme"], kept["configured"]
        return cls(folder, name, theme, configured, list(kept["queries"]), dict(marks))

    def theme_over(self, configured: str | None) -> str | None:
        """Return the theme chosen last, unless another was configured since then."""
        chosen, since = self.theme, self.configured != configured
        self.configured = configured
        return None if since else chosen

    def add_query(self, query: str) -> None:
        """Remember a query as the latest."""
        if query.strip():
            self.queries = _latest([*self.queries, query], _MOST_QUERIES)

    def save(self) -> None:
        """Write everything; what another run has written meanwhile is kept as well.

        A folder that cannot be written to is passed over: nothing depends on it.
        """
        if self.folder is None:
            return
        path = self.folder / _FILE
        kept = _read(path)
        queries = _latest([*kept["queries"], *self.queries], _MOST_QUERIES)
        marks = {key: value for key, value in kept["marks"].items() if key != self.name}
        if self.name and self.marks:
            marks[self.name] = self.marks
        marks = dict(list(marks.items())[-_MOST_BRIEFINGS:])
        state = {
            "theme": self.theme,
            "configured": self.configured,
            "queries": queries,
            "marks": marks,
        }
        with suppress(OSError):
            write_private(path, json.dumps(state, ensure_ascii=False, indent=1) + "\n")


def _latest(queries: list[str], most: int) -> list[str]:
    """Return the queries without repetitions, each where it stands last."""
    return list(dict.fromkeys(reversed(queries)))[:most][::-1]


def _read(path: Path) -> dict[str, Any]:
    """Return the state in a file, with nothing in place of whatever is not as it should be."""
    raw: Any = None
    with suppress(OSError, ValueError, RecursionError):
        raw = json.loads(path.read_text("utf-8"))
    raw = raw if isinstance(raw, dict) else {}
    return {
        "theme": _text(raw.get("theme")),
        "configured": _text(raw.get("configured")),
        "queries": [one for one in _list(raw.get("queries")) if isinstance(one, str)],
        "marks": {name: _texts(found) for name, found in _table(raw.get("marks")).items()},
    }


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _table(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> dict[str, str]:
    return {key: one for key, one in _table(value).items() if isinstance(one, str)}
