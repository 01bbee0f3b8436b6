"""Going back and forward."""

from kursk_tui.ui.dashboard.navigation import MAX_PLACES, History, Place

A, B, C = (Place(query, False, None, "timeline") for query in "abc")


def test_back_and_forward_visit_the_same_places() -> None:
    history = History()
    history.leave(A)
    history.leave(B)
    assert history.back(C) == B
    assert history.back(B) == A
    assert history.back(A) is None
    assert history.forward(A) == B
    assert history.forward(B) == C
    assert history.forward(C) is None


def test_leaving_a_place_forgets_those_ahead() -> None:
    history = History()
    history.leave(A)
    assert history.back(B) == A
    history.leave(A)
    assert history.forward(C) is None


def test_the_present_place_is_skipped() -> None:
    history = History()
    history.leave(A)
    history.leave(A)
    history.leave(B)
    assert history.back(B) == A
    assert history.back(A) is None


def test_the_oldest_places_are_forgotten() -> None:
    history = History()
    for query in range(MAX_PLACES + 5):
        history.leave(Place(str(query), False, None, "timeline"))
    visited = [history.back(A)]
    while place := visited[-1]:
        visited.append(history.back(place))
    assert [place.query for place in visited[:-1] if place] == [
        str(query) for query in reversed(range(5, MAX_PLACES + 5))
    ]
