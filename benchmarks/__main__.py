"""Run every measure and print one table; `make bench` writes it to docs/benchmarks.md as well."""

import argparse
import platform
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.measures import MEASURES, Line, Setting

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".bench"


_METHOD = """\
In a pseudo-terminal of 120x40 cells (bytes: 120x36). Medians of {pairs} pairs taken by turns; in
brackets the least and the greatest ratio. Absolute times are those of the machine at hand; ratios
are what counts. A time ends with the last byte that is sent. The claims are made up by
`benchmarks/data.py`."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measures that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small numbers, no peers, no file")
    parser.add_argument("--claims", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--pairs", type=int, default=7, help="runs of each, by turns")
    parser.add_argument("only", nargs="*", help="names of measures, such as wire")
    options = parser.parse_args(arguments)
    FOLDER.mkdir(exist_ok=True)
    peers = (None, None) if options.quick else (peer("visidata", "vd"), peer("harlequin"))
    setting = Setting(options.claims, options.pairs, FOLDER, *peers)
    if options.quick:
        setting = setting._replace(counts=[11, 200], pairs=1)
    lines: list[str] = []
    for line in table(options.only, setting):
        print(line, flush=True)
        lines.append(line)
    if not (options.quick or options.only):
        text = "\n".join([*heading(setting), "", *lines]) + "\n"
        (ROOT / "docs" / "benchmarks.md").write_text(text, "utf-8")


def table(only: Sequence[str], setting: Setting) -> Iterator[str]:
    """Yield the lines of the table, as Markdown."""
    yield "| what | kursk-tui | beside | that | ratio |"
    yield "|---|---|---|---|---|"
    for measure in MEASURES:
        if not only or measure.__name__ in only:
            yield from map(row, measure(setting))


def row(line: Line) -> str:
    """Return one line of the table."""
    return "| " + " | ".join(line) + " |"


def heading(setting: Setting) -> list[str]:
    """Return what stands above the table."""
    programs = [f"Python {platform.python_version()}", f"Textual {version('textual')}"]
    if setting.visidata:
        programs += [f"{name} {peer_version(name)}" for name in ("visidata", "harlequin")]
    return [
        "# Benchmarks",
        "",
        f"Written by `make bench` with {', '.join(programs)}.",
        "",
        *_METHOD.format(pairs=setting.pairs).splitlines(),
    ]


def peer(name: str, command: str = "") -> str:
    """Return the command of another program, which is installed beside this one if need be."""
    home = FOLDER / "peers" / name
    path = home / "bin" / (command or name)
    if not path.exists():
        print(f"installing {name} into {home.relative_to(ROOT)}", file=sys.stderr)
        venv.create(home, with_pip=True)
        pip = [str(home / "bin" / "python"), "-m", "pip", "--quiet", "install", name]
        subprocess.run(pip, check=True)
    return str(path)


def peer_version(name: str) -> str:
    """Return the version of a program that is installed beside."""
    code = f"from importlib.metadata import version; print(version('{name}'))"
    python = str(FOLDER / "peers" / name / "bin" / "python")
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


if __name__ == "__main__":
    main()
