"""Run every measure and print its tables; `make bench` writes them to docs/benchmarks.md."""

import argparse
import os
import platform
import shutil
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.growth import base, growth
from benchmarks.keys import idle, letters, wire
from benchmarks.peers import PEERS, install, installed_version
from benchmarks.setting import Setting
from benchmarks.sizes import load, memory
from benchmarks.starts import command, instructions, start

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".bench"
MEASURES = (start, command, instructions, letters, wire, idle, load, memory)
"""Every measure of the first table, in its order."""

_METHOD = """\
In a pseudo-terminal of 120x40 cells (bytes of the built-in briefing: 120x36). Times are medians;
a ratio is that of pairs taken by turns, the median, with the least and the greatest in brackets:
{pairs} pairs where a program is started, 3 where a file is read, as many as letters or words where
one is typed. Where there is no bracket it was measured once; bytes of keys are medians. Absolute
times are those of the machine at hand; ratios are what counts. A time ends with the last byte that
shows something. Instructions are counted by valgrind. The claims are made up by
`benchmarks/data.py`."""
_GROWTH = """\
One run for each number of claims, all of them open at once and given each key by turns. In brackets
the least and the greatest; where there is no bracket it was measured once, but for reading, of
which it is the median of three up to 100,000 claims."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measures that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small numbers, no peers, no file")
    parser.add_argument("--claims", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument(
        "--growth", type=int, nargs="+", default=[11, 1_000, 10_000, 100_000, 1_000_000]
    )
    parser.add_argument("--pairs", type=int, default=7, help="runs of each, by turns")
    parser.add_argument("only", nargs="*", help="names of measures, such as wire")
    options = parser.parse_args(arguments)
    # What is installed runs from byte code, so what is measured must be able to write it.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    FOLDER.mkdir(exist_ok=True)
    if options.quick:
        setting = Setting([11, 200], [11, 200], 1, 1, FOLDER, {}, None)
    else:
        peers = {one.package: install(one, FOLDER) for one in PEERS}
        valgrind = shutil.which("valgrind")
        how_much = (options.claims, options.growth, options.pairs, 8)
        setting = Setting(*how_much, FOLDER, peers, valgrind)
    lines: list[str] = []
    for line in tables(options.only, setting):
        print(line, flush=True)
        lines.append(line)
    if not (options.quick or options.only):
        text = "\n".join([*heading(setting), "", *lines]) + "\n"
        (ROOT / "docs" / "benchmarks.md").write_text(text, "utf-8")


def tables(only: Sequence[str], setting: Setting) -> Iterator[str]:
    """Yield the lines of the tables, as Markdown."""
    measures = [one for one in MEASURES if not only or one.__name__ in only]
    if measures:
        yield from head("what", "kursk-tui", "beside", "that", "ratio")
        for measure in measures:
            yield from map(row, measure(setting))
    if not only or growth.__name__ in only:
        counts = [f"{count:,}" for count in setting.growth]
        beside = counts[base(setting.growth)]
        yield from ("", "## Growth", "", *_GROWTH.splitlines(), "")
        yield from head("claims", *counts, f"{counts[-1]} to {beside}")
        yield from map(row, growth(setting))


def head(*names: str) -> Iterator[str]:
    """Yield the two lines at the top of a table."""
    yield row(names)
    yield row(["---"] * len(names)).replace(" ", "")


def row(cells: Sequence[str]) -> str:
    """Return one line of a table."""
    return "| " + " | ".join(cells) + " |"


def heading(setting: Setting) -> list[str]:
    """Return what stands above the tables."""
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
