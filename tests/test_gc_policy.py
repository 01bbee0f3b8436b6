"""Objects are exempt from garbage collection only where scanning them would take long."""

import gc

import pytest

from kursk_tui import gc_policy


def exempted(new: int) -> bool:
    """Return whether objects are exempt after this number of them has been created."""
    with gc_policy.paused():
        gc.collect()
        before = gc.get_freeze_count()
        kept = [[number] for number in range(new)]
        gc_policy.exempt_new_objects()
        return len(kept) == new and gc.get_freeze_count() > before


def test_many_new_objects_are_exempt_and_few_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc_policy, "MANY", 1_000)
    assert not exempted(500)
    assert exempted(1_500)
