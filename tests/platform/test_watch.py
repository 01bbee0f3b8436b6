"""Watching a file: what counts as a change, and when it is reported."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from kursk_tui.platform import watch
from kursk_tui.platform.watch import FileState, changes, file_state

A, B, C = (1, 1, 1, 1), (1, 2, 2, 2), (1, 3, 3, 3)


def reported(monkeypatch: pytest.MonkeyPatch, states: Sequence[FileState]) -> list[int]:
    """Return after which looks, counted from 1, a change is reported; A is the state at first."""
    looks = 0

    class Looks(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            nonlocal looks
            looks += 1
            return looks > len(states)

    monkeypatch.setattr(watch, "file_state", lambda _: states[looks - 1])
    return [looks for _ in changes(Path("x"), A, Looks())]


def test_a_change_is_reported_once_when_the_file_has_settled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert reported(monkeypatch, [A, A, A]) == []
    assert reported(monkeypatch, [B, B, B, C, C]) == [2, 5]
    assert reported(monkeypatch, [B, C, C]) == [3]


def test_a_file_that_is_removed_and_written_again_is_reported_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert reported(monkeypatch, [None, B, B]) == [3]
    assert reported(monkeypatch, [None, None, B, B]) == [2, 4]
    assert reported(monkeypatch, [None, A, A]) == []


def test_a_file_that_keeps_changing_is_reported_now_and_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    states = [(1, 1, 1, size) for size in range(10, 30)]
    assert reported(monkeypatch, states) == [8, 16]


def test_the_state_is_that_of_the_file_at_the_end_of_the_links(tmp_path: Path) -> None:
    first, second, link = tmp_path / "1", tmp_path / "2", tmp_path / "link"
    first.write_text("a")
    second.write_text("a")
    link.symlink_to(first)
    assert file_state(link) == file_state(first)
    link.unlink()
    link.symlink_to(second)
    assert file_state(link) == file_state(second) != file_state(first)
    second.unlink()
    assert file_state(link) is None
