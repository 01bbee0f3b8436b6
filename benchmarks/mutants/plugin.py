"""A pytest plugin: records which lines each test runs, or runs only some tests, in a given order.

Two environment variables control it. MUTANTS_RECORD names a folder to which each process of pytest
writes a JSON file about its tests. MUTANTS_RUN names a JSON file of test ids, each with a time
limit in seconds.
"""

import json
import os
import resource
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

RECORD, RUN = "MUTANTS_RECORD", "MUTANTS_RUN"
PACKAGE = "kursk_tui"

_MEMORY = 4 * 2**30
"""Bytes of data, not of address space: a browser reserves much more than it uses."""


def pytest_configure(config: pytest.Config) -> None:
    """Choose between recording and running."""
    if folder := os.environ.get(RECORD):
        if not config.getoption("numprocesses", None):  # xdist's controller runs no test
            config.pluginmanager.register(Recorder(Path(folder)))
    elif path := os.environ.get(RUN):
        config.pluginmanager.register(Runner(json.loads(Path(path).read_text("utf-8"))))


class Recorder:
    """Records the outcome of each test, its time in seconds, and the lines it runs."""

    def __init__(self, folder: Path) -> None:
        from coverage import Coverage

        self._path = folder / f"{os.getpid()}.json"
        self._coverage = Coverage(
            data_file=f"{self._path}.coverage", source_pkgs=[PACKAGE], config_file=False
        )
        self._coverage.start()
        self._tests: dict[str, dict[str, Any]] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Measure one test."""
        self._coverage.switch_context(item.nodeid)
        began = time.monotonic()
        result = yield
        self._record(item.nodeid)["seconds"] = time.monotonic() - began
        self._coverage.switch_context("")
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the worst outcome of a test's phases."""
        record = self._record(report.nodeid)
        if report.outcome != "passed":
            record["outcome"] = report.outcome

    def pytest_sessionfinish(self) -> None:
        """Write the record."""
        self._coverage.stop()
        data = self._coverage.get_data()
        for path in data.measured_files():
            for line, contexts in data.contexts_by_lineno(path).items():
                for context in contexts:
                    if context in self._tests:
                        lines = self._tests[context]["lines"]
                        lines.setdefault(path, []).append(line)
        self._path.write_text(json.dumps(self._tests), "utf-8")

    def _record(self, test: str) -> dict[str, Any]:
        return self._tests.setdefault(test, {"outcome": "passed", "lines": {}})


class Runner:
    """Runs the listed tests in the order of the list, each for a limited time.

    A test that takes longer ends the process by SIGALRM, whose default action also ends a loop
    that never releases the interpreter.
    """

    def __init__(self, limits: dict[str, float]) -> None:
        self._limits = limits
        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
        signal.signal(signal.SIGALRM, signal.SIG_DFL)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the listed tests, in the order of the list."""
        order = {test: number for number, test in enumerate(self._limits)}
        listed = (item for item in items if item.nodeid in order)
        items[:] = sorted(listed, key=lambda item: order[item.nodeid])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Run one test with its time limit."""
        signal.setitimer(signal.ITIMER_REAL, self._limits[item.nodeid])
        try:
            return (yield)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
