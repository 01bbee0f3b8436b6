"""What is measured: each measure gives lines of figures for one table."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.data import write
from benchmarks.screen import Program

PYTHON = sys.executable
OURS = str(Path(PYTHON).parent / "kursk-tui")
SIZE = (120, 40)


class Line(NamedTuple):
    """One line of the table: what, ours, beside what, theirs, and the ratio of the two."""

    what: str
    ours: str
    beside: str = ""
    theirs: str = ""
    ratio: str = ""


class Setting(NamedTuple):
    """How much to measure: claims, pairs of runs, a folder for data, and other programs if any."""

    counts: Sequence[int]
    pairs: int
    folder: Path
    visidata: str | None
    harlequin: str | None


def ratio(pairs: Sequence[tuple[float, float]]) -> str:
    """Return the median of the ratios of pairs, and the least and the greatest."""
    found = sorted(one / other for one, other in pairs)
    return f"{median(found):.2f} ({found[0]:.2f}–{found[-1]:.2f})"


def milliseconds(seconds: Sequence[float]) -> str:
    """Return a median in milliseconds."""
    return f"{median(seconds) * 1000:.0f} ms"


def paired(
    what: str,
    setting: Setting,
    ours: Callable[[], float],
    beside: str,
    theirs: Callable[[], float],
) -> Line:
    """Measure both by turns, so that a machine that slows down slows both."""
    pairs = [(ours(), theirs()) for _ in range(setting.pairs)]
    mine, other = zip(*pairs, strict=True)
    return Line(what, milliseconds(mine), beside, milliseconds(other), ratio(pairs))


def open_ours(setting: Setting, count: int, size: tuple[int, int] = SIZE) -> Program:
    """Start kursk-tui on so many claims, and wait for the whole first screen."""
    path, _ = write(count, setting.folder)
    state = {"XDG_STATE_HOME": str(setting.folder), "XDG_CONFIG_HOME": str(setting.folder)}
    program = Program([OURS, str(path)], size=size, env=state)
    program.wait_for_sent(b"quit", "· characters ".encode())  # the keys, and the claim drawn last
    return program


def open_visidata(setting: Setting, count: int, size: tuple[int, int] = SIZE) -> Program:
    """Start visidata on the same rows."""
    assert setting.visidata is not None
    _, path = write(count, setting.folder)
    program = Program([setting.visidata, str(path)], size=size)
    program.wait_for_sent(b"Report", f"{count}".encode())
    return program


def start(setting: Setting) -> Iterator[Line]:
    """Yield the time from exec to the whole first screen."""

    def ours() -> float:
        program = open_ours(setting, 1000)
        seconds = time.perf_counter() - program.started
        program.end()
        return seconds

    def minimal() -> float:
        program = Program([PYTHON, "-m", "benchmarks.minimal"], size=SIZE)
        seconds = program.wait_for_sent(b"ready")
        program.end()
        return seconds

    def visidata() -> float:
        program = open_visidata(setting, 1000)
        seconds = time.perf_counter() - program.started
        program.end()
        return seconds

    yield paired("start, 1,000 claims", setting, ours, "an empty Textual app", minimal)

    def harlequin() -> float:
        assert setting.harlequin is not None
        folder = str(setting.folder)
        homes = {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
        program = Program([setting.harlequin], size=SIZE, env=homes)
        seconds = program.wait_for_sent(b"memory", b"Run Query")
        program.end()
        return seconds

    if setting.visidata:
        yield paired("start, 1,000 claims", setting, ours, "visidata", visidata)
    if setting.harlequin:
        yield paired("start, 1,000 claims", setting, ours, "harlequin, no rows", harlequin)


def command(setting: Setting) -> Iterator[Line]:
    """Yield the time of what needs no screen."""

    def run(*words: str) -> Callable[[], float]:
        def timed() -> float:
            began = time.perf_counter()
            subprocess.run(words, stdout=subprocess.DEVNULL, check=True)
            return time.perf_counter() - began

        return timed

    nothing = run(PYTHON, "-c", "pass")
    for option in ("--version", "--help"):
        yield paired(f"kursk-tui {option}", setting, run(OURS, option), "python -c pass", nothing)
    pydantic = run(PYTHON, "-c", "import pydantic; pydantic.BaseModel")
    briefing = str(Path(__file__).parents[1] / "data" / "briefing.json")
    check = run(OURS, "check", briefing)
    yield paired("kursk-tui check, 11 claims", setting, check, "importing pydantic", pydantic)


def letters(setting: Setting) -> Iterator[Line]:
    """Yield the time from a letter of a query to the last byte of the panes that follow it."""
    minimal = Program([PYTHON, "-m", "benchmarks.minimal"], size=SIZE)
    minimal.wait_for(lambda text: "ready" in text)
    key = median(minimal.press(one, 0.15).seconds for one in "abcdefghij" * 2)
    minimal.end()
    for count in setting.counts:
        program = open_ours(setting, count)
        program.press("/")
        program.press("w\x7f", 1.0)  # what is made once for all queries
        seconds, sent = [], []
        for word in ("kursk", "held", "exactly"):
            for letter in word:
                burst = program.press(letter, 0.25)
                if burst.bytes > 400:  # it changed what the panes show
                    seconds.append(burst.seconds)
                sent.append(burst.bytes)
            program.press("\x15", 0.5)
        program.end()
        changes = median(seconds)
        yield Line(
            f"a letter that changes the panes, {count:,} claims",
            milliseconds(seconds),
            "a key in a minimal Textual app",
            milliseconds([key]),
            f"{changes / key:.1f}",
        )
        if setting.visidata:
            rows = median(row_filter(setting, count) for _ in range(3))
            yield Line(
                f"a letter that changes the panes, {count:,} claims",
                milliseconds([changes]),
                "visidata, g\\| and a word on the same rows",
                milliseconds([rows]),
                f"1/{rows / changes:.0f}",
            )
        yield Line(f"bytes of a query letter, {count:,} claims", f"{median(sent):,.0f}")


def row_filter(setting: Setting, count: int) -> float:
    """Return the time that visidata takes to select the rows that hold a word."""
    peer = open_visidata(setting, count)
    peer.settle(2.0)
    peer.press("g|", 0.5)
    peer.press("held", 0.5)
    burst = peer.press("\r", 1.0)
    peer.end()
    return burst.seconds


def moves(setting: Setting) -> Iterator[Line]:
    """Yield the time and the bytes of a cursor key, half a page, and the end."""
    first: dict[str, float] = {}
    for count in setting.counts:
        program = open_ours(setting, count)
        for name, key, back in (
            ("a cursor key", "j", "k"),
            ("half a page", "\x04", "\x15"),
            ("the end", "G", "g"),
        ):
            bursts = [program.press(one, 0.2) for one in (key, back) * 5]
            seconds = median(burst.seconds for burst in bursts)
            least = first.setdefault(name, seconds)
            yield Line(
                f"{name}, {count:,} claims",
                milliseconds([seconds]),
                f"the same at {setting.counts[0]:,}",
                milliseconds([least]),
                f"{seconds / least:.2f}",
            )
        program.end()


def wire(setting: Setting) -> Iterator[Line]:
    """Yield the bytes sent for the first screen, a cursor key and a page, at 120x36."""
    ours = Program([OURS], size=(120, 36), env={"XDG_STATE_HOME": str(setting.folder)})
    ours.wait_for(lambda text: "q quit" in text and "reported S7" in text)
    ours.settle()
    figures = {
        "the first screen": float(len(ours.sent)),
        "a cursor key": median(ours.press(key, 0.2).bytes for key in "jjjjjjjjkkkkkkkk"),
        "half a page": median(ours.press(key, 0.2).bytes for key in "\x04\x15" * 4),
    }
    ours.press("/")
    typed = [ours.press(key, 0.2).bytes for key in "killed:>100"]
    figures["a query letter"] = median(typed)
    ours.end()
    theirs: dict[str, float] = {}
    if setting.visidata:
        peer = open_visidata(setting, 1000, (120, 36))
        peer.settle(0.6)
        theirs["the first screen"] = float(len(peer.sent))
        theirs["a cursor key"] = median(peer.press(key, 0.4).bytes for key in "jjjjjjkkkkkk")
        theirs["half a page"] = median(peer.press(key, 0.4).bytes for key in "\x06\x02" * 3)
        peer.end()
    for name, mine in figures.items():
        other = theirs.get(name)
        beside = "visidata, a whole page" if name == "half a page" else "visidata"
        yield Line(
            f"bytes of {name}, built-in briefing",
            f"{mine:,.0f}",
            beside if other else "",
            f"{other:,.0f}" if other else "",
            f"{mine / other:.1f}" if other else "",
        )


def idle(setting: Setting) -> Iterator[Line]:
    """Yield what it does in ten seconds with the query bar focused and nothing typed."""
    program = open_ours(setting, 1000)
    program.press("/", 1.0)
    before, ticks = len(program.sent), program.cpu()
    program.settle(10)
    yield Line("idle for 10 s, query bar focused: bytes", f"{len(program.sent) - before}")
    yield Line("idle for 10 s, query bar focused: CPU", f"{(program.cpu() - ticks) / 10:.2%}")
    program.end()


def load(setting: Setting) -> Iterator[Line]:
    """Yield the time to read and check a file, beside parsing its JSON alone."""
    from kursk_tui.reading import read

    for count in setting.counts:
        path, _ = write(count, setting.folder)
        data = path.read_bytes()

        def timed(work: Callable[[], object]) -> Callable[[], float]:
            def once() -> float:
                began = time.perf_counter()
                work()
                return time.perf_counter() - began

            return once

        yield paired(
            f"load and check {count:,} claims",
            setting._replace(pairs=min(setting.pairs, 3)),
            timed(lambda path=path: read(path)),  # type: ignore[misc]
            "json.loads of the same bytes",
            timed(lambda data=data: json.loads(data)),  # type: ignore[misc]
        )


def memory(setting: Setting) -> Iterator[Line]:
    """Yield the peak memory of a run that shows the first screen and answers a query."""
    for count in setting.counts:
        program = open_ours(setting, count)
        program.press("/kursk\r", 1.0)
        mine = program.peak()
        program.end()
        if not setting.visidata:
            yield Line(f"peak memory, {count:,} claims", f"{mine:.0f} MB")
            continue
        peer = open_visidata(setting, count)
        peer.settle(1.0)
        theirs = peer.peak()
        peer.end()
        yield Line(
            f"peak memory, {count:,} claims",
            f"{mine:.0f} MB",
            "visidata",
            f"{theirs:.0f} MB",
            f"{mine / theirs:.2f}",
        )


MEASURES = (start, command, letters, moves, wire, idle, load, memory)
"""Every measure, in the order of the table."""
