"""Progress: reported by the worker, received by the listener."""

import pytest

from kursk_tui.checking import find_cautions
from kursk_tui.progress import heard_by, part_of, say, through
from tests.query.factory import builtin


def test_progress_without_a_listener_is_ignored() -> None:
    say("reading", 0.5)
    with part_of("checking", 0, 2):
        assert list(through("reading", range(3))) == [0, 1, 2]


def test_a_listener_receives_at_most_a_hundred_reports() -> None:
    heard: list[tuple[str, float]] = []
    with heard_by(lambda doing, share: heard.append((doing, share))):
        assert list(through("walking", range(1000))) == list(range(1000))
    assert heard == [("walking", hundredth / 100) for hundredth in range(100)]
    say("walking", 1)
    assert len(heard) == 100  # a listener that has left receives nothing more


def test_an_empty_sequence_reports_nothing() -> None:
    heard: list[float] = []
    with heard_by(lambda _, share: heard.append(share)):
        assert list(through("walking", [])) == []
    assert heard == []


def test_parts_are_scaled_one_after_the_other() -> None:
    heard: list[tuple[str, float]] = []
    with heard_by(lambda doing, share: heard.append((doing, share))):
        for number in range(2):
            with part_of("checking", number, 2):
                say("one rule", 0)
                say("one rule", 0.5)
        say("printing", 0)
    assert heard == [
        *(("checking", 0), ("checking", 0.25), ("checking", 0.5), ("checking", 0.75)),
        ("printing", 0),
    ]


def test_the_progress_of_check_only_increases() -> None:
    briefing = builtin()
    heard: list[float] = []
    with heard_by(lambda _, share: heard.append(share)):
        assert list(find_cautions(briefing)) == []
    assert heard == sorted(heard)
    assert len(set(heard)) > 50  # eleven claims under each of several rules
    assert 0 <= heard[0] < heard[-1] < 1


def test_a_listener_may_stop_the_work() -> None:
    def leave(_: str, share: float) -> None:
        if share:
            raise InterruptedError

    with heard_by(leave), pytest.raises(InterruptedError):
        list(through("walking", range(10)))
    say("walking", 1)
