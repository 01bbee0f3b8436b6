"""Run every benchmark and print the tables; `make bench` writes them to docs/benchmarks.md."""

import argparse
import os
import platform
import shutil
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.growth import base, growth
from benchmarks.keys import idle, letters, wire
from benchmarks.libraries import library
from benchmarks.library_keys import library_keys
from benchmarks.peers import PEERS, install, installed_version
from benchmarks.review import decisions, endurance
from benchmarks.setting import Setting
from benchmarks.sizes import load, memory
from benchmarks.starts import command, instructions, start

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".bench"
MEASURES = (
    start,
    command,
    instructions,
    letters,
    decisions,
    wire,
    idle,
    load,
    library,
    library_keys,
    memory,
    endurance,
)
"""The benchmarks in the first table, in this order."""

_METHOD = """\
Measured in a pseudo-terminal of 120x40 cells (bytes for the built-in briefing: 120x36). Times are
medians. A ratio is the median over pairs of alternating runs, with the minimum and maximum in
parentheses: {pairs} pairs for starting a program, 3 for reading a file, and one for each letter or
word typed. A ratio without parentheses comes from a single run; bytes per key are medians. Absolute
times depend on the machine, so compare the ratios. A time ends with the last byte that changes the
screen. Valgrind counts the instructions. `benchmarks/data.py` generates the claims."""
_GROWTH = """\
One run per number of claims; all are open at once and receive each key in turn. Minimum and maximum
are in parentheses; a value without them was measured once, except that reading up to 100,000 claims
is the median of three runs."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the selected benchmarks."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--quick",
        action="store_true",
        help="use little data and no other programs, and write no file",
    )
    parser.add_argument("--claims", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument(
        "--growth", type=int, nargs="+", default=[11, 1_000, 10_000, 100_000, 1_000_000]
    )
    parser.add_argument("--pairs", type=int, default=7, help="alternating runs of each program")
    parser.add_argument("only", nargs="*", help="names of benchmarks, such as wire")
    options = parser.parse_args(arguments)
    # Installed programs run from byte code, so the measured programs must be able to write it.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    FOLDER.mkdir(exist_ok=True)
    if options.quick:
        setting = Setting([11, 200], [11, 200], 1, 1, FOLDER, {}, None)
    else:
        peers = {peer.package: install(peer, FOLDER) for peer in PEERS}
        valgrind = shutil.which("valgrind")
        amounts = (options.claims, options.growth, options.pairs, 8)
        setting = Setting(*amounts, FOLDER, peers, valgrind)
    lines: list[str] = []
    for line in tables(options.only, setting):
        print(line, flush=True)
        lines.append(line)
    if not (options.quick or options.only):
        text = "\n".join([*heading(setting), "", *lines]) + "\n"
        (ROOT / "docs" / "benchmarks.md").write_text(text, "utf-8")


def tables(only: Sequence[str], setting: Setting) -> Iterator[str]:
    """Yield the lines of the tables, as Markdown."""
    measures = [measure for measure in MEASURES if not only or measure.__name__ in only]
    if measures:
        yield from head("measurement", "kursk-tui", "compared with", "baseline", "ratio")
        for measure in measures:
            yield from map(row, measure(setting))
    if not only or growth.__name__ in only:
        counts = [f"{count:,}" for count in setting.growth]
        baseline = counts[base(setting.growth)]
        yield from ("", "## Growth", "", *_GROWTH.splitlines(), "")
        yield from head("claims", *counts, f"{counts[-1]} to {baseline}")
        yield from map(row, growth(setting))


def head(*names: str) -> Iterator[str]:
    """Yield the header lines of a table."""
    yield row(names)
    yield row(["---"] * len(names)).replace(" ", "")


def row(cells: Sequence[str]) -> str:
    """Return a line of a table."""
    return "| " + " | ".join(cells) + " |"


def heading(setting: Setting) -> list[str]:
    """Return the lines above the tables."""
    programs = [f"Python {platform.python_version()}", f"Textual {version('textual')}"]
    programs += [f"{name} {installed_version(name, FOLDER)}" for name in setting.peers]
    return [
        "# Benchmarks",
        "",
        f"Written by `make bench` with {', '.join(programs)}.",
        "",
        *_METHOD.format(pairs=setting.pairs).splitlines(),
    ]


if __name__ == "__main__":
    main()
