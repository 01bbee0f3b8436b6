"""The tests of a mutation: first those that run the changed line, then all others."""

import json
import os
import re
import signal
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from benchmarks.mutants.mutations import Mutation
from benchmarks.mutants.plugin import RECORD, RUN

Outcome = Literal["killed", "timed out", "survived"]

_OPTIONS = ("-p", "benchmarks.mutants.plugin", "-p", "no:cacheprovider", "-q", "-rfE")
_ALONE = ("-p", "no:xdist", "-x", "--tb=no", "--hypothesis-seed=0")
_PASSED, _FAILED, _NONE_FOUND = 0, 1, 5
_KILLER = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)


class Suite:
    """The test suite of a copy of the project: the lines that each test runs, and its duration."""

    def __init__(self, root: Path, records: Iterable[dict[str, dict[str, Any]]]) -> None:
        self.seconds: dict[str, float] = {}
        self.failing: list[str] = []
        self._by_line: dict[tuple[Path, int], set[str]] = defaultdict(set)
        self._by_file: dict[Path, set[str]] = defaultdict(set)
        for record in records:
            for test, found in record.items():
                if found["outcome"] == "passed":
                    self._add(root, test, found)
                elif found["outcome"] == "failed":
                    self.failing.append(test)

    def _add(self, root: Path, test: str, found: dict[str, Any]) -> None:
        self.seconds[test] = found["seconds"]
        for name, lines in found["lines"].items():
            if not Path(name).is_relative_to(root):
                continue  # a test adds modules of its own to the package
            path = Path(name).relative_to(root)
            self._by_file[path].add(test)
            for line in lines:
                self._by_line[path, line].add(test)

    def likely(self, mutation: Mutation) -> list[str]:
        """Return the tests that run the changed line, the quickest first.

        For code that runs on import, these are the tests that run any line of the file.
        """
        if not mutation.in_function:
            return self._quickest_first(self._by_file[mutation.path])
        first, last = mutation.lines
        places = [(mutation.path, line) for line in range(first, last + 1)]
        return self._quickest_first(set().union(*(self._by_line[place] for place in places)))

    def others(self, mutation: Mutation) -> list[str]:
        """Return all other tests, those that run a line of the same file first.

        They may run the changed line in a subprocess, or use values cached by an earlier run of it.
        """
        likely, same_file = set(self.likely(mutation)), self._by_file[mutation.path]
        others = [test for test in self._quickest_first(self.seconds) if test not in likely]
        return sorted(others, key=lambda test: test not in same_file)

    def _quickest_first(self, tests: Iterable[str]) -> list[str]:
        return sorted(tests, key=lambda test: (self.seconds[test], test))


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the project for mutations, and a folder for files that tests write."""

    root: Path
    folder: Path

    def record(self, workers: int) -> Suite:
        """Run the whole suite, and return the lines that each test runs."""
        environment = {RECORD: str(self.folder)}
        done = self._pytest(["--numprocesses", f"{workers}", "--dist", "worksteal"], environment)
        if done.returncode not in (_PASSED, _FAILED):
            raise SystemExit(f"the suite does not run:\n{done.stdout}{done.stderr}")
        records = (json.loads(path.read_text("utf-8")) for path in self.folder.glob("*.json"))
        return Suite(self.root, records)

    def run(self, tests: list[str], seconds: dict[str, float]) -> tuple[Outcome, str | None]:
        """Run tests until one fails; return the outcome, and that test if it is known."""
        plan = self.folder / "plan.json"
        # Many times the duration of a test alone: others run at the same time.
        plan.write_text(json.dumps({test: 20 + 10 * seconds[test] for test in tests}), "utf-8")
        files = dict.fromkeys(test.partition("::")[0] for test in tests)
        done = self._pytest([*_ALONE, *files], {RUN: str(plan)})
        if done.returncode == -signal.SIGALRM:
            return "timed out", None
        if done.returncode in (_PASSED, _NONE_FOUND):
            return "survived", None
        killer = _KILLER.search(done.stdout)
        return "killed", killer[1] if killer else None

    def _pytest(
        self, options: list[str], environment: dict[str, str]
    ) -> subprocess.CompletedProcess[str]:
        surroundings = {**os.environ, **environment}
        surroundings["PYTHONPATH"] = os.pathsep.join([str(self.root / "src"), str(self.root)])
        surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
        return subprocess.run(
            [
                *(sys.executable, "-m", "pytest", *_OPTIONS, *options),
                *("--basetemp", str(self.folder / "temp")),
            ],
            cwd=self.root,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
