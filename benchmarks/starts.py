"""The time to start, and the instructions that commands without a screen execute."""

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.programs import (
    OURS,
    PYTHON,
    open_harlequin,
    open_minimal,
    open_ours,
    open_posting,
    open_visidata,
)
from benchmarks.screen import Program
from benchmarks.setting import Line, Setting, by_turns, compared

_BRIEFING = str(Path(__file__).parents[1] / "data" / "briefing.json")


class _Pair(NamedTuple):
    what: str
    ours: Sequence[str]
    baseline: str
    theirs: Sequence[str]


_NOTHING = ("python -c pass", (PYTHON, "-c", "pass"))
_PYDANTIC = ("importing pydantic", (PYTHON, "-c", "import pydantic; pydantic.BaseModel"))
_PAIRS = (
    _Pair("kursk-tui --version", (OURS, "--version"), *_NOTHING),
    _Pair("kursk-tui --help", (OURS, "--help"), *_NOTHING),
    _Pair("kursk-tui check, 11 claims", (OURS, "check", _BRIEFING), *_PYDANTIC),
)


def start(setting: Setting) -> Iterator[Line]:
    """Yield the time from exec to the complete first screen."""

    def timed(opened: Callable[[], Program]) -> Callable[[], float]:
        def once() -> float:
            program = opened()
            seconds = program.age()
            program.end()
            return seconds

        return once

    others: dict[str, Callable[[], Program]] = {"an empty Textual app": open_minimal}
    if "visidata" in setting.peers:
        others["visidata"] = lambda: open_visidata(setting, 1000)
    if "harlequin" in setting.peers:
        others["harlequin, no rows"] = lambda: open_harlequin(setting)
    if "posting" in setting.peers:
        others["posting, no requests: its words"] = lambda: open_posting(setting, words_alone=True)
        others["posting, no requests: all of it"] = lambda: open_posting(setting)
    ours = timed(lambda: open_ours(setting, 1000))
    for baseline, opened in others.items():
        pairs = by_turns(setting.pairs, ours, timed(opened))
        yield compared("start, 1,000 claims", pairs, baseline)


def command(setting: Setting) -> Iterator[Line]:
    """Yield the time of commands without a screen."""

    def run(words: Sequence[str]) -> Callable[[], float]:
        def timed() -> float:
            began = time.perf_counter()
            subprocess.run(words, capture_output=True, check=True)
            return time.perf_counter() - began

        return timed

    for what, ours, baseline, theirs in _PAIRS:
        yield compared(what, by_turns(setting.pairs, run(ours), run(theirs)), baseline)


def instructions(setting: Setting) -> Iterator[Line]:
    """Yield the instructions of the same commands, from one run, as their number is constant."""
    for what, ours, baseline, theirs in _PAIRS:
        name = f"{what}, instructions"
        if setting.valgrind is None:
            yield Line(name, "skipped: needs valgrind and a full run")
            continue
        mine, other = (_counted(setting.valgrind, words) for words in (ours, theirs))
        yield Line(name, _millions(mine), baseline, _millions(other), f"{mine / other:.2f}")


def _counted(valgrind: str, words: Sequence[str]) -> int:
    # Count the second run, as the first may write byte code; a fixed seed fixes the hashes.
    subprocess.run(words, capture_output=True, check=True)
    options = ("--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
    done = subprocess.run(
        [valgrind, *options, *words],
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"I +refs: +([\d,]+)", done.stderr)
    assert found, done.stderr
    return int(found[1].replace(",", ""))


def _millions(count: int) -> str:
    return f"{count / 1e6:.0f} M"
