"""Going back and forward."""

from kursk_tui.ui.dashboard.navigation import History, Place

A, B, C = (Place(query, False, None, "timeline") for query in "abc")


def test_back_and_forward_walk_the_same_places() -> None:
    trail = History()
    trail.leave(A)
    trail.leave(B)
    assert trail.back(C) == B
    assert trail.back(B) == A
    assert trail.back(A) is None
    assert trail.forward(A) == B
    assert trail.forward(B) == C
    assert trail.forward(C) is None


def test_a_new_way_forgets_what_was_ahead() -> None:
    trail = History()
    trail.leave(A)
    assert trail.back(B) == A
    trail.leave(A)
    assert trail.forward(C) is None


def test_a_place_that_is_here_already_is_skipped() -> None:
    trail = History()
    trail.leave(A)
    trail.leave(A)
    trail.leave(B)
    assert trail.back(B) == A
    assert trail.back(A) is None
