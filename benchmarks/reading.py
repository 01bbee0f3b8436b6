"""Time the reading of a file, in a separate process: a large process starts others slowly.

`python -m benchmarks.reading PATH TIMES` prints pairs of seconds as JSON: for reading and checking
the file, and for only parsing its JSON. `sizes.py` runs it.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.setting import by_turns
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import read


def main() -> None:
    """Print the pairs."""
    path, times = Path(sys.argv[1]), int(sys.argv[2])
    data = path.read_bytes()
    read(builtin_path())  # fills the caches that all files share
    ours, theirs = timed(lambda: read(path, limit=2**30)), timed(lambda: json.loads(data))
    pairs = by_turns(times, ours, theirs)
    print(json.dumps(pairs))


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """Return a function that does the work and returns the seconds it took."""

    def once() -> float:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began

    return once


if __name__ == "__main__":
    main()
