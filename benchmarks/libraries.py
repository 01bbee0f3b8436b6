"""How long a library takes to open, to show as of a day, and to compare.

`python -m benchmarks.libraries FOLDER FILE TIMES` prints pairs of seconds as JSON, measured in a
process of its own.
"""

import json
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from hashlib import sha256
from itertools import cycle
from pathlib import Path
from typing import Any

from benchmarks.data import write
from benchmarks.programs import PYTHON
from benchmarks.reading import timed
from benchmarks.setting import Line, Setting, by_turns, compared
from kursk_tui.diffing.comparison import Comparison, Earlier
from kursk_tui.formats import changes_report, track_report
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import read
from kursk_tui.formats.library_folder import LibraryFolder
from kursk_tui.library.library import Library
from kursk_tui.query import View
from kursk_tui.query.preparations import comparisons, preparations
from kursk_tui.tracking.questions import Questions
from kursk_tui.ui.pane import Plan, Scene
from kursk_tui.ui.panes.conflicts import ConflictsPlan
from kursk_tui.ui.panes.track import TrackPlan

_EDITIONS = 1_000
_LIMIT = 2**30

_OPENING = "opening them"
_MEASURED = {
    "open": ("open", "the same in one file"),
    "day": ("another day,", _OPENING),
    "statements": ("all statements of", _OPENING),
    "track": ("the first rows of a track,", _OPENING),
    "conflicts": ("the first rows of conflicts,", _OPENING),
    "print": ("print a track,", _OPENING),
    "changes": ("print what is new since a day,", _OPENING),
}
"""What is measured, and what it is compared with."""

_SIZE = (118, 30)
"""The width of a pane in cells, and its rows in sight."""


def library(setting: Setting) -> Iterator[Line]:
    """Yield the time to open a library, compared with the same claims in one file."""
    count = max(setting.counts)
    file, _ = write(count, setting.folder)
    folder, editions = write_library(count, setting.folder)
    words = [
        PYTHON,
        "-m",
        "benchmarks.libraries",
        str(folder),
        str(file),
        str(min(setting.pairs, 3)),
    ]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True)
    found = json.loads(done.stdout)
    what = f"{editions:,} editions, {count:,} claims"
    for name, (measured, baseline) in _MEASURED.items():
        pairs = [(mine, other) for mine, other in found[name]]
        yield compared(f"{measured} {what}", pairs, baseline)


def write_library(count: int, folder: Path) -> tuple[Path, int]:
    """Write the claims of `write` as a library; return its folder and the number of editions."""
    editions = min(_EDITIONS, count)
    made = folder / f"library-{count}"
    if not made.exists():
        part = folder / f"library-{count}.part"
        part.mkdir(exist_ok=True)
        raw = json.loads(write(count, folder)[0].read_text("utf-8"))
        each = -(-count // editions)
        for number in range(0, count, each):
            name = part / f"{number:07}.json"
            name.write_text(json.dumps(_edition(raw, number, each), ensure_ascii=False), "utf-8")
        part.rename(made)
    return made, len(list(made.iterdir()))


def _edition(raw: dict[str, Any], first: int, size: int) -> dict[str, Any]:
    claims = raw["claims"][first : first + size]
    start, end = claims[0]["evidence"]["start"], claims[-1]["evidence"]["end"]
    text = raw["documents"][0]["text"][start:end]
    cited = {one for claim in claims for one in claim.get("attribution", {}).get("chain", ())}
    document = {
        "id": "doc",
        "date": f"20{first // size % 20 + 10}-{first // size % 12 + 1:02}-{first % 28 + 1:02}",
        "text": text,
        "sha256": sha256(text.encode()).hexdigest(),
    }
    return {
        "format": raw["format"],
        "title": f"Edition {first}",
        "documents": [document],
        "sources": [source for source in raw["sources"] if source["id"] in cited],
        "claims": [_moved(claim, start) for claim in claims],
    }


def _moved(value: Any, by: int) -> Any:  # noqa: ANN401 (JSON of any shape)
    """Return JSON with all positions moved back."""
    if isinstance(value, dict):
        return {
            key: inner - by if key in ("start", "end") else _moved(inner, by)
            for key, inner in value.items()
        }
    return [_moved(inner, by) for inner in value] if isinstance(value, list) else value


def main() -> None:
    """Print the pairs."""
    folder, file, times = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    read(builtin_path())  # fills the caches that all files share

    def open_library() -> None:
        LibraryFolder([folder], _LIMIT).read().briefing  # noqa: B018

    pairs = {"open": by_turns(times, timed(open_library), timed(lambda: read(file, _LIMIT)))}
    opened = _Opened(LibraryFolder([folder], _LIMIT).read())
    for name in ("day", "statements", "track", "conflicts", "print", "changes"):
        pairs[name] = by_turns(times, timed(getattr(opened, name)), timed(open_library))
    print(json.dumps(pairs))


class _Opened:
    """A library that is open, with what the dashboard has prepared of it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._day = library.editions[len(library.editions) // 2].known or "2024"
        self._view = View.of(library.briefing)
        index = self._view.index
        for prepare in (*preparations(index), *comparisons(index)):
            prepare()
        self._track, self._conflicts = TrackPlan(index, "", 0), ConflictsPlan(index, "", 0)
        told = {one.statement.count._replace(period=None): one for one in index.tracked.told}
        self._figures = cycle(one.place for one in told.values())

    def day(self) -> None:
        """Compose the library as it was known on a day."""
        self._library.known_on(self._day).briefing  # noqa: B018

    def statements(self) -> None:
        """Collect the statements."""
        Questions(self._library.briefing).prepare()

    def track(self) -> None:
        """Draw the first rows of the track of another figure each time."""
        self._draw(self._track, next(self._figures))

    def conflicts(self) -> None:
        """Draw the first rows of the conflicts."""
        self._draw(self._conflicts)

    def _draw(self, plan: Plan, figure: tuple[int, int] | None = None) -> None:
        width, height = _SIZE
        scene = Scene(self._view, None, width, tracked=figure)
        layout = plan.lay_out(scene)
        for row in layout.model.rows[:height]:
            layout.draw(row, scene)

    def print(self) -> None:
        """Print the track of a measure."""
        track = self._view.index.tracked.named("killed")
        deque(track_report.as_text(track, self._library.briefing), maxlen=0)

    def changes(self) -> None:
        """Print what is new since a day."""
        known = Earlier(self._library.known_on(self._day).briefing, self._day)
        found = Comparison.of(known, self._library.briefing)
        deque(changes_report.as_md(found, self._library.briefing), maxlen=0)


if __name__ == "__main__":
    main()
