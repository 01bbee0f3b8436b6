"""How long a library takes to open, and a figure to follow through time.

`python -m benchmarks.libraries FOLDER FILE TIMES` prints pairs of seconds as JSON, measured in a
process of its own.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.data import write
from benchmarks.programs import PYTHON
from benchmarks.reading import timed
from benchmarks.setting import Line, Setting, by_turns, compared
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import read
from kursk_tui.formats.library_folder import LibraryFolder
from kursk_tui.tracking.questions import Questions

_EDITIONS = 1_000
_LIMIT = 2**30


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
    pairs = {
        name: [(mine, other) for mine, other in found[name]] for name in ("open", "day", "track")
    }
    yield compared(f"open {what}", pairs["open"], "the same in one file")
    yield compared(f"as known on a day, {what}", pairs["day"], "opening them")
    yield compared(f"follow a figure, {what}", pairs["track"], "opening them")


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

    opened = LibraryFolder([folder], _LIMIT).read()
    day = opened.editions[len(opened.editions) // 2].known or "2024"

    def follow() -> None:
        questions = Questions(opened.briefing)
        questions.named("killed").floor  # noqa: B018

    pairs = {
        "open": by_turns(times, timed(open_library), timed(lambda: read(file, _LIMIT))),
        "day": by_turns(times, timed(lambda: opened.known_on(day).briefing), timed(open_library)),
        "track": by_turns(times, timed(follow), timed(open_library)),
    }
    print(json.dumps(pairs))


if __name__ == "__main__":
    main()
