"""Run the installed command on each huge thing, with a clock: `python -m tests.fuzz_growth`.

Every file that `check` accepts opens in the dashboard within a second and a time that grows with
its size, and quits at once; every command takes time that grows with the size. What is larger than
a limit is refused with its place.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kursk_tui.model.limits import MAX_TEXT
from tests.fuzz_growth.briefings import (
    LINK_FIELDS,
    LISTS,
    QUOTE_FIELDS,
    TEXT_FIELDS,
    WHOLE,
    Raw,
    briefing,
    hostile_json,
)
from tests.fuzz_growth.clock import dashboard, seconds
from tests.fuzz_growth.configurations import CONFIGURATIONS
from tests.fuzz_growth.queries import QUERIES
from tests.fuzz_growth.texts import TEXTS, TEXTS_OF_LINES

_DRAWN = ("words", "wide letters", "combining marks", "invisible characters")
_READ = (*_DRAWN, "numbers", "sentences", "terms", "links", "open quotes", "one word")
_LINES = ("blank lines", "paragraphs")
_WHOLE = 20_000
_PROSE = 500_000
_SECONDS = 1.0
_SECONDS_PER_MB = 6.0
"""What a command may take, on an idle machine."""

_COMMANDS: tuple[Sequence[str], ...] = (
    ("check",),
    ("show",),
    ("query", "fell"),
    ("query", "--format", "json", "fell"),
    *(("export", "--to", name) for name in ("md", "csv", "json", "html")),
)


class Case(NamedTuple):
    """A file that is valid, or one that is too large and is refused.

    Only `check` and the dashboard are tried with it, unless `everything` is set.
    """

    name: str
    content: bytes
    valid: bool = True
    everything: bool = False


def cases() -> Iterator[Case]:
    """Yield a briefing for each place that can contain something huge."""
    for name, (limit, make) in LISTS.items():
        yield Case(name, _file(make(limit)), everything=True)
        yield Case(f"{name}, above the limit", _file(make(limit + 1)), valid=False)
    for name, in_field in TEXT_FIELDS.items():
        for text in _READ if name == "claim.summary" else _DRAWN:
            content = _file(in_field(TEXTS[text](MAX_TEXT)))
            yield Case(f"{name}: {text}", content, everything=text == "words")
        yield Case(f"{name}, above the limit", _file(in_field("w" * (MAX_TEXT + 1))), valid=False)
    for name, in_field in LINK_FIELDS.items():
        yield Case(name, _file(in_field(TEXTS["one link"](MAX_TEXT))))
    for name, in_field in QUOTE_FIELDS.items():
        for text in (*_READ, *_LINES) if name == "evidence.exact" else _DRAWN:
            made = {**TEXTS, **TEXTS_OF_LINES}[text]
            yield Case(f"{name}: {text}", _file(in_field(made(MAX_TEXT))))
    for name, make in WHOLE.items():
        yield Case(name, _file(make(_WHOLE)), everything=True)
    for name, content in hostile_json(MAX_TEXT):
        yield Case(name, content, valid=False)


def _file(raw: Raw) -> bytes:
    return json.dumps(raw, ensure_ascii=False).encode()


def failures(factor: float, wanted: str) -> Iterator[str]:
    """Try every case whose name contains `wanted`; yield what takes too long or ends wrongly."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for case in cases():
            if wanted in case.name:
                yield from _tried(case, factor, folder)
        yield from _others(factor, wanted, folder)


def _tried(case: Case, factor: float, folder: Path) -> Iterator[str]:
    path = folder / "growth.json"
    path.write_bytes(case.content)
    allowed = factor * (_SECONDS + _SECONDS_PER_MB * len(case.content) / 2**20)
    for command in _COMMANDS if case.everything else _COMMANDS[:1]:
        took, code = seconds([*command, path], folder)
        expected = (0, 1) if case.valid else (1,)
        if took > allowed or code not in expected:
            yield f"{case.name}: {' '.join(command)}: {took:.1f} s, exit code {code}"
    if case.valid:
        screen = dashboard(path, folder)
        if screen.shown > allowed or screen.ended > factor * _SECONDS or screen.code != 0:
            yield f"{case.name}: dashboard: {screen}"


def _others(factor: float, wanted: str, folder: Path) -> Iterator[str]:
    """Try versions that differ in everything, long prose, queries and configurations."""
    path, other = folder / "growth.json", folder / "other.json"
    path.write_bytes(_file(WHOLE["claims of different words"](_WHOLE)))
    other.write_bytes(_file(WHOLE["one conflict"](_WHOLE)))
    runs: list[tuple[str, Sequence[str | Path], float]] = []
    runs.append(("versions", ["diff", path, other], 20))
    runs += ((f"query: {name}", ["query", query, path], 20) for name, query in QUERIES.items())
    for name, make in {**TEXTS, **TEXTS_OF_LINES}.items():
        prose = folder / f"{name}.txt"
        prose.write_text(make(_PROSE), "utf-8", newline="")
        runs.append((f"prose: {name}", ["draft", prose, "-o", folder / "d", "--force"], 10))
    for name, arguments, most in runs:
        took, code = seconds(arguments, folder) if wanted in name else (0.0, 0)
        if took > factor * most or code not in (0, 1, 2):
            yield f"{name}: {took:.1f} s, exit code {code}"
    path.write_bytes(_file(briefing()))
    configuration = folder / "config" / "kursk-tui" / "config.toml"
    configuration.parent.mkdir(parents=True)
    for name, text in CONFIGURATIONS.items():
        configuration.write_text(text, "utf-8")
        if wanted in name:
            screen = dashboard(path, folder)
            if screen.shown > 3 * factor * _SECONDS or screen.code != 0:
                yield f"configuration: {name}: {screen}"


def main() -> int:
    """Print the failures; return 1 if there are any."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz_growth")
    parser.add_argument(
        "wanted", nargs="?", default="", help="try only cases with this in the name"
    )
    parser.add_argument("--factor", type=float, default=1.0, help="on a slow or busy machine, 3")
    options = parser.parse_args()
    found = 0
    for failure in failures(options.factor, options.wanted):
        found += 1
        sys.stdout.write(f"{failure}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{found} failures of growth\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
