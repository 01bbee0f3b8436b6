"""Progress: reported by the worker, received by a callback."""

import pytest

from kursk_tui.checking import find_cautions
from kursk_tui.progress import report, reporting_to, subtask, track
from tests.query.factory import builtin


def test_a_callback_is_optional() -> None:
    report("reading", 0.5)
    with subtask("checking", 0, 2):
        assert list(track("reading", range(3))) == [0, 1, 2]


def test_tracked_iteration_reports_a_hundred_times_at_most() -> None:
    reported: list[tuple[str, float]] = []
    with reporting_to(lambda task, fraction: reported.append((task, fraction))):
        assert list(track("walking", range(1000))) == list(range(1000))
    assert reported == [("walking", hundredth / 100) for hundredth in range(100)]
    report("walking", 1)
    assert len(reported) == 100  # nothing is reported outside the context


def test_an_empty_collection_reports_nothing() -> None:
    reported: list[float] = []
    with reporting_to(lambda _, fraction: reported.append(fraction)):
        assert list(track("walking", [])) == []
    assert reported == []


def test_subtasks_follow_each_other() -> None:
    reported: list[tuple[str, float]] = []
    with reporting_to(lambda task, fraction: reported.append((task, fraction))):
        for number in range(2):
            with subtask("checking", number, 2):
                report("one rule", 0)
                report("one rule", 0.5)
        report("printing", 0)
    assert reported == [
        *(("checking", 0), ("checking", 0.25), ("checking", 0.5), ("checking", 0.75)),
        ("printing", 0),
    ]


def test_progress_of_check_only_increases() -> None:
    briefing = builtin()
    reported: list[float] = []
    with reporting_to(lambda _, fraction: reported.append(fraction)):
        assert list(find_cautions(briefing)) == []
    assert reported == sorted(reported)
    assert len(set(reported)) > 50  # eleven claims under each of several rules
    assert 0 <= reported[0] < reported[-1] < 1


def test_a_callback_may_abort_the_task() -> None:
    def leave(_: str, fraction: float) -> None:
        if fraction:
            raise InterruptedError

    with reporting_to(leave), pytest.raises(InterruptedError):
        list(track("walking", range(10)))
    report("walking", 1)
