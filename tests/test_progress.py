"""Progress: said by who works, heard by who waits."""

import pytest

from kursk_tui.checking import find_cautions
from kursk_tui.progress import heard_by, part_of, say, through
from tests.query.factory import builtin


def test_nobody_need_hear() -> None:
    say("reading", 0.5)
    with part_of("checking", 0, 2):
        assert list(through("reading", range(3))) == [0, 1, 2]


def test_who_waits_hears_a_hundred_times_at_most_where_a_way_is() -> None:
    heard: list[tuple[str, float]] = []
    with heard_by(lambda doing, share: heard.append((doing, share))):
        assert list(through("walking", range(1000))) == list(range(1000))
    assert heard == [("walking", hundredth / 100) for hundredth in range(100)]
    say("walking", 1)
    assert len(heard) == 100  # who has left hears nothing more


def test_nothing_to_do_says_nothing() -> None:
    heard: list[float] = []
    with heard_by(lambda _, share: heard.append(share)):
        assert list(through("walking", [])) == []
    assert heard == []


def test_parts_follow_each_other() -> None:
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


def test_what_check_says_only_grows() -> None:
    briefing = builtin()
    heard: list[float] = []
    with heard_by(lambda _, share: heard.append(share)):
        assert list(find_cautions(briefing)) == []
    assert heard == sorted(heard)
    assert len(set(heard)) > 50  # eleven claims under each of several rules
    assert 0 <= heard[0] < heard[-1] < 1


def test_who_hears_may_end_it() -> None:
    def leave(_: str, share: float) -> None:
        if share:
            raise InterruptedError

    with heard_by(leave), pytest.raises(InterruptedError):
        list(through("walking", range(10)))
    say("walking", 1)
