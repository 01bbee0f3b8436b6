"""No decision is lost, in any order of the steps of saving in two processes and an editor."""

import json
import os
import random
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest

from tests.cli.run import written
from tests.drafted_briefing import drafted_raw
from tests.terminal import Terminal

ROOT = Path(__file__).parents[2]

SAVING = 5
"""The steps of a save after the first, which also writes the backup; the last is its message."""


class Process:
    """A process that reviews a draft."""

    def __init__(self, path: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.reviewer", str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            cwd=ROOT,
        )
        self.place = self._line()

    def send(self, text: str = "") -> str:
        """Send a command, or let the process take a step; return where it stops."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{text}\n")
        self.place = self._line()
        return self.place

    def start(self, text: str) -> None:
        """Send a command, and do not wait."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{text}\n")

    def wait(self) -> str:
        """Return the message of the command that was started."""
        self.place = self._line()
        return self.place

    def finish(self) -> str:
        """Let the process take all its steps; return its message."""
        while not self.is_done:
            self.send()
        return self.place

    @property
    def is_done(self) -> bool:
        """Whether the process has nothing left to do."""
        return self.place.startswith(("done: ", "ready"))

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().rstrip("\n")
        assert line, "the process has ended"
        return line


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Return a draft of eleven claims."""
    return written(tmp_path, drafted_raw())


@pytest.fixture
def pair(draft: Path) -> Iterator[tuple[Process, Process]]:
    """Return two processes that review the same draft."""
    processes = Process(draft), Process(draft)
    yield processes
    for process in processes:
        process.close()


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Process]]:
    """Return a draft and a process that has already saved it."""
    path = written(tmp_path_factory.mktemp("alone"), drafted_raw())
    process = Process(path)
    process.send("a 5")
    assert steps_of(process, "u")[:-1] == ["compare", "write", "rename", "compare again"]
    yield path, process
    process.close()


def decisions(path: Path) -> dict[str, str]:
    """Return the decisions in a file by claim, which must be complete."""
    claims = json.loads(path.read_text("utf-8"))["claims"]
    return {
        claim["id"]: claim["review"]["decision"]
        for claim in claims
        if claim["review"].get("decision")
    }


def litter(path: Path) -> set[str]:
    """Return what stands beside a draft, apart from its backup."""
    return {one.name for one in path.parent.iterdir()} - {path.name, f"{path.name}~"}


def steps_of(process: Process, command: str) -> list[str]:
    """Run a command, and return the steps that it takes."""
    process.send("step")
    steps = [process.send(command)]
    while not process.is_done:
        steps.append(process.send())
    return steps


def all_orders(steps: int) -> list[frozenset[int]]:
    """Return every order of two processes, as the turns that the first one takes."""
    return [frozenset(one) for one in combinations(range(2 * steps), steps)]


def some_orders(steps: int) -> list[frozenset[int]]:
    """Return the orders in which one process waits at a step until the other is done."""
    late = [frozenset((*range(step), *range(step + steps, 2 * steps))) for step in range(steps)]
    alternating = frozenset(range(0, 2 * steps, 2))
    return [*late, *(frozenset(range(2 * steps)) - one for one in late), alternating]


@pytest.mark.parametrize(
    ("orders", "count"),
    [(some_orders, 13), pytest.param(all_orders, 924, marks=pytest.mark.thorough)],
)
def test_in_every_order_one_process_saves_and_the_other_is_refused(
    orders: Callable[[int], list[frozenset[int]]],
    count: int,
    draft: Path,
    pair: tuple[Process, Process],
) -> None:
    original = draft.read_bytes()
    steps = steps_of(pair[0], "a 0")
    assert steps[:-1] == ["compare", "write", "write", "rename", "compare again"]
    pair[1].send("step")
    tried = orders(len(steps))
    assert len(set(tried)) == count
    for order in tried:
        draft.write_bytes(original)
        for process in pair:
            process.send("r")
        run_in(order, pair, len(steps))
        saved = [one.place.startswith(("done: S1 acc", "done: S2 rej")) for one in pair]
        assert sum(saved) == 1, [one.place for one in pair]
        loser = pair[saved.index(False)]
        did = "accepted S1" if saved[0] else "rejected S2"
        assert loser.place.startswith("done: not saved: at ")
        assert loser.place.endswith(f", another program {did}; r reloads it")
        assert decisions(draft) == ({"S1": "accepted"} if saved[0] else {"S2": "rejected"})
        assert litter(draft) == set()


def run_in(order: frozenset[int], pair: tuple[Process, Process], steps: int) -> None:
    """Let one process accept S1 and the other reject S2, step by step in an order, to the end."""
    commands = {pair[0]: "a 0", pair[1]: "d 1"}
    for turn in range(2 * steps):
        process = pair[0 if turn in order else 1]
        if command := commands.pop(process, None):
            process.send(command)
        elif not process.is_done:
            process.send()
    while not all(process.is_done for process in pair):
        for process in pair:
            if not process.is_done:
                process.send()


def test_the_refused_decision_can_be_made_after_a_reload(
    draft: Path, pair: tuple[Process, Process]
) -> None:
    one, other = pair
    assert one.send("a 0") == "done: S1 accepted; 10 unreviewed"
    assert "another program accepted S1" in other.send("d 1")
    assert other.send("r") == "done: reloaded"
    assert other.send("d 1") == "done: S2 rejected; 9 unreviewed"
    assert "another program rejected S2" in one.send("u")
    assert decisions(draft) == {"S1": "accepted", "S2": "rejected"}
    one.send("r")
    assert one.send("u") == "done: S1 is unreviewed again; 10 unreviewed"
    assert decisions(draft) == {"S2": "rejected"}


def test_undo_does_not_undo_what_another_process_decided(
    draft: Path, pair: tuple[Process, Process]
) -> None:
    one, other = pair
    one.send("a 1")
    one.send("a 0")
    other.send("r")
    assert other.send("d 0") == "done: S1 rejected instead of accepted; 9 unreviewed"
    one.send("r")
    assert one.send("u") == "done: not undone: another program changed S1; it is rejected"
    assert decisions(draft) == {"S1": "rejected", "S2": "accepted"}
    assert one.send("u") == "done: S2 is unreviewed again; 10 unreviewed"
    assert decisions(draft) == {"S1": "rejected"}


def rejected_elsewhere(path: Path) -> bytes:
    """Return the file with a decision made by hand, as long as the file was."""
    raw = json.loads(path.read_text("utf-8"))
    raw["claims"][1]["review"]["decision"] = "rejected"
    data = json.dumps(raw, ensure_ascii=False, separators=(",", ":")).encode()
    size = path.stat().st_size
    assert len(data) < size
    return data + b"\n" * (size - len(data))


def replaced(path: Path, data: bytes) -> None:
    new = path.with_name("editor")
    new.write_bytes(data)
    new.replace(path)


def overwritten(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def overwritten_at_the_same_time(path: Path, data: bytes) -> None:
    """Overwrite a file within the accuracy of its time, with as many bytes."""
    before = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns, before.st_size) == (
        *(after.st_ino, after.st_mtime_ns, after.st_size),
    )


@pytest.mark.parametrize("edit", [replaced, overwritten, overwritten_at_the_same_time])
def test_an_editor_at_any_step_loses_nothing(
    edit: Callable[[Path, bytes], None], alone: tuple[Path, Process]
) -> None:
    draft, process = alone
    for step in range(SAVING):
        is_saved = stopped_before_step(step, draft, process)
        theirs = rejected_elsewhere(draft)
        # A version just saved has a time of its own.
        (overwritten if is_saved else edit)(draft, theirs)
        message = process.finish()
        assert draft.read_bytes() == theirs
        if is_saved:  # theirs replaces ours
            assert message == "done: S1 accepted; 10 unreviewed"
        else:
            assert message.startswith("done: not saved: at ")
            assert message.endswith("another program rejected S2; r reloads it")
        assert litter(draft) == set()


def test_a_file_that_is_removed_at_any_step_is_not_brought_back(
    alone: tuple[Path, Process],
) -> None:
    draft, process = alone
    for step in range(SAVING):
        is_saved = stopped_before_step(step, draft, process)
        draft.unlink()
        message = process.finish()
        assert not draft.exists()
        if not is_saved:
            assert message == (
                "done: not saved: another program has removed the file, or made it unreadable"
            )
        assert litter(draft) == set()


def stopped_before_step(step: int, draft: Path, process: Process) -> bool:
    """Begin to accept S1 in the unreviewed draft; return whether the file has been replaced."""
    draft.write_text(json.dumps(drafted_raw(), indent=1), "utf-8")
    process.send("run")
    process.send("r")
    process.send("step")
    process.send("a 0")
    for _ in range(step):
        process.send()
    return process.place in ("compare again", "done: S1 accepted; 10 unreviewed")


def race(draft: Path, pair: tuple[Process, Process], chance: random.Random) -> int:
    """Let two processes decide at once, each on claims of its own; return how many were refused.

    Each process that is refused reloads and tries again.
    """
    expected: dict[str, str] = {}
    refused = 0
    numbers = {process: iter(range(at, 11, 2)) for at, process in enumerate(pair)}
    waiting: dict[Process, int] = {}
    while numbers or waiting:
        for process in [one for one in pair if one in numbers and one not in waiting]:
            number = next(numbers[process], None)
            if number is None:
                del numbers[process]
            else:
                waiting[process] = number
        keys = {process: chance.choice("ad") for process in waiting}
        for process, number in waiting.items():
            process.start(f"{keys[process]} {number}")
        for process, number in list(waiting.items()):
            message = process.wait()
            if message.startswith("done: not saved: at "):
                refused += 1
                process.send("r")
            else:
                assert f"S{number + 1} " in message
                expected[f"S{number + 1}"] = "accepted" if keys[process] == "a" else "rejected"
                del waiting[process]
        assert decisions(draft) == expected
    assert len(expected) == 11
    return refused


@pytest.mark.parametrize("races", [10, pytest.param(200, marks=pytest.mark.thorough)])
def test_random_races_lose_nothing(races: int, draft: Path, pair: tuple[Process, Process]) -> None:
    original = draft.read_bytes()
    refused = 0
    for seed in range(races):
        draft.write_bytes(original)
        for process in pair:
            process.send("r")
        refused += race(draft, pair, random.Random(seed))
        assert litter(draft) == set()
    assert refused >= races  # else they have not met


@pytest.mark.thorough
def test_kills_tear_nothing_and_leave_nothing(draft: Path) -> None:
    original, chance = draft.read_bytes(), random.Random(1)
    left = 0
    for _ in range(40):
        draft.write_bytes(original)
        terminal = Terminal([str(draft)])
        terminal.wait_for("DRAFT, 11 unreviewed")
        seen = chance.randrange(11)
        terminal.press("a" * 11)  # the process is killed during one of the next decisions
        terminal.wait_for(partial(_has_decided, seen))
        terminal.child.kill(signal.SIGKILL)
        terminal.child.wait()
        assert len(decisions(draft)) >= seen
        left += bool(litter(draft))
    assert left <= 2  # a file has a hidden name for some microseconds
    process = Process(draft)
    process.send("a 0")
    process.close()
    assert litter(draft) == set()


def _has_decided(count: int, screen: str) -> bool:
    found = re.search(r"DRAFT, (\d+) unreviewed", screen)
    return found is None or int(found[1]) <= 11 - count
