"""How reading time and memory scale with the number of claims."""

import json
import subprocess
from collections.abc import Iterator

from benchmarks.data import write
from benchmarks.programs import PYTHON, open_ours, open_visidata
from benchmarks.setting import Line, Setting, compared


def load(setting: Setting) -> Iterator[Line]:
    """Yield the time to read and check a file, compared with only parsing its JSON."""
    for count in setting.counts:
        pairs = read_and_parsed(setting, count, min(setting.pairs, 3))
        yield compared(f"load and check {count:,} claims", pairs, "json.loads of the same bytes")


def read_and_parsed(setting: Setting, count: int, times: int) -> list[tuple[float, float]]:
    """Return pairs of seconds: for reading and checking a file, and for only parsing its JSON."""
    path, _ = write(count, setting.folder)
    words = [PYTHON, "-m", "benchmarks.reading", str(path), str(times)]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True)
    return [(mine, other) for mine, other in json.loads(done.stdout)]


def memory(setting: Setting) -> Iterator[Line]:
    """Yield the peak memory of a run that shows the first screen and answers a query."""
    for count in setting.counts:
        program = open_ours(setting, count)
        program.press("/kursk\r", 1.0)
        mine = program.peak()
        program.end()
        what = f"peak memory, {count:,} claims"
        if "visidata" not in setting.peers:
            yield Line(what, f"{mine:.0f} MB")
            continue
        peer = open_visidata(setting, count)
        peer.settle(1.0)
        theirs = peer.peak()
        peer.end()
        yield Line(what, f"{mine:.0f} MB", "visidata", f"{theirs:.0f} MB", f"{mine / theirs:.2f}")
