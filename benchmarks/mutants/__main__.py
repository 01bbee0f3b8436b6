"""Test a random sample of mutations, one at a time, and list those that no test finds.

Each mutation is made in a copy of the project in a temporary folder. The tests that execute the
changed line run first, then all others; the first failure ends the run. A mutation without any
observable effect survives too, so survivors need a review.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from benchmarks.mutants.mutations import Mutation, mutations
from benchmarks.mutants.suite import Copy, Outcome, Suite

ROOT = Path(__file__).parents[2]
SOURCE = Path("src/kursk_tui")
_ATTEMPTS = 3
"""Runs without a mutation until all tests pass: one may fail by chance on a busy machine."""
_LEFT_OUT = (".git", ".venv", ".bench", ".*_cache", ".hypothesis", "__pycache__", "build", "dist")


@dataclass(frozen=True, slots=True)
class Result:
    """A mutation, its outcome, and the number of tests that run the changed line."""

    mutation: Mutation
    outcome: Outcome
    tests: int

    @property
    def place(self) -> str:
        """The file within the package and the line of the changed statement."""
        return f"{self.mutation.path.relative_to(SOURCE)}:{self.mutation.lines[0]}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the sample that the arguments describe, and print its table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=1 + (os.cpu_count() or 1))
    options = parser.parse_args(arguments)
    drawn = draw(ROOT, options.seed, options.count)
    with tempfile.TemporaryDirectory(prefix="kursk-tui-mutants-") as folder:
        copies = [_copy(Path(folder) / f"{number}") for number in range(options.jobs)]
        suite = _prepare(copies[0], 3 * (os.cpu_count() or 1))
        results = _run_all(drawn, suite, copies)
    for line in report(results, options.seed):
        print(line)


def draw(root: Path, seed: int, count: int) -> list[Mutation]:
    """Return random mutations, at most one per statement: long lists of words count once."""
    by_statement: dict[tuple[Path, tuple[int, int]], list[Mutation]] = {}
    for path in sorted((root / SOURCE).rglob("*.py")):
        for mutation in mutations(path.relative_to(root), path.read_text("utf-8")):
            by_statement.setdefault((mutation.path, mutation.lines), []).append(mutation)
    chance = random.Random(seed)
    statements = chance.sample(list(by_statement.values()), min(count, len(by_statement)))
    return [chance.choice(statement) for statement in statements]


def _copy(folder: Path) -> Copy:
    root = folder / "project"
    shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    return Copy(root, folder)


def _prepare(copy: Copy, workers: int) -> Suite:
    """Record the suite, and check that it passes in the way the mutations run it."""
    began = time.monotonic()
    suite = copy.record(workers)
    if suite.failing:
        _print_progress(
            f"left out, because they fail without a mutation: {', '.join(suite.failing)}"
        )
    for _ in range(_ATTEMPTS):
        outcome, test = copy.run(list(suite.seconds), suite.seconds)
        if outcome == "survived":
            break
        _print_progress(f"without a mutation, in one process, {test or 'a test'}: {outcome}")
    else:
        raise SystemExit("the suite does not pass without a mutation")
    _print_progress(f"recorded {len(suite.seconds)} tests in {time.monotonic() - began:.0f} s")
    return suite


def _run_all(drawn: list[Mutation], suite: Suite, copies: list[Copy]) -> list[Result]:
    free: SimpleQueue[Copy] = SimpleQueue()
    for copy in copies:
        free.put(copy)

    def run(numbered: tuple[int, Mutation]) -> Result:
        copy = free.get()
        try:
            result = _run(*numbered, suite, copy)
        finally:
            free.put(copy)
        _print_progress(f"{numbered[0]:>4} {result.outcome:<9} {result.place}")
        return result

    with ThreadPoolExecutor(len(copies)) as pool:
        return list(pool.map(run, enumerate(drawn, 1)))


def _run(number: int, mutation: Mutation, suite: Suite, copy: Copy) -> Result:
    path = copy.root / mutation.path
    original = path.read_bytes()
    path.write_bytes(mutation.apply(original))
    os.utime(path, (number, number))  # a new time or size invalidates the byte code
    try:
        likely, others = suite.likely(mutation), suite.others(mutation)
        outcome, _ = copy.run(likely, suite.seconds) if likely else ("survived", None)
        if outcome == "survived":
            outcome, test = copy.run(others, suite.seconds)
            if test in suite.seconds:  # run it again, alone: it may have failed by chance
                outcome, _ = copy.run([test], suite.seconds)
        return Result(mutation, outcome, len(likely))
    finally:
        path.write_bytes(original)
        os.utime(path, (0, 0))


def report(results: list[Result], seed: int) -> Iterator[str]:
    """Yield a summary and a table of the survivors as lines of Markdown."""
    counts = Counter(result.outcome for result in results)
    killed = counts["killed"] + counts["timed out"]
    yield f"Seed {seed}: {killed} of {len(results)} mutants killed ({killed / len(results):.1%}),"
    yield f"{counts['timed out']} of them by a timeout."
    yield ""
    yield "| survivor | mutation | before | after | tests of the line |"
    yield "|---|---|---|---|---|"
    for result in results:
        if result.outcome == "survived":
            one = result.mutation
            code = (f"`{_cell(one.before)}`", f"`{_cell(one.after)}`")
            yield f"| {' | '.join([result.place, one.operator, *code, str(result.tests)])} |"


def _cell(code: str) -> str:
    line = " ".join(code.split()).replace("|", "\\|")
    return line if len(line) <= 80 else f"{line[:79]}…"


def _print_progress(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
