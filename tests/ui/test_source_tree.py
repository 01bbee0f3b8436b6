"""The tree of attribution chains, worked out by hand for seven claims."""

import pytest

from kursk_tui.model import Briefing, Source
from kursk_tui.query import Index, View
from kursk_tui.ui.pane import Scene
from kursk_tui.ui.panes.sources import SourcesPlan
from kursk_tui.ui.rows.source_tree import ShownClaims, SourceTree
from tests.query.factory import Draft, briefing

CHAINS = [("b",), ("a", "c"), (), ("a",), ("a", "c"), ("a", "d", "c"), ()]
# As a tree: b (0), a (3) with a-c (1, 4) and a-d with a-d-c (5), and the unattributed 2 and 6.


def of_chains() -> Briefing:
    sources = [Source(id=one, name=one.upper()) for one in "abcd"]
    return briefing(*(Draft(chain=chain) for chain in CHAINS), sources=sources)


TREE = SourceTree(Index(of_chains()))
SHOWN = ShownClaims(TREE, bytes([0, 1, 1, 0, 0, 1, 0]))  # claims 1, 2 and 5


def test_a_chain_comes_before_those_that_continue_it() -> None:
    chains = [node.chain for node in TREE.nodes]
    assert chains == [("b",), ("a",), ("a", "c"), ("a", "d"), ("a", "d", "c"), ()]
    assert TREE.claims == [0, 3, 1, 4, 5, 2, 6]
    assert [(node.start, node.own, node.end) for node in TREE.nodes] == [
        (0, 1, 1),
        (1, 2, 5),
        (2, 4, 4),
        (4, 4, 5),
        (4, 5, 5),
        (5, 7, 7),
    ]
    assert TREE.source_count == 4


def test_nodes_are_sorted_among_those_that_continue_one_chain() -> None:
    assert [*TREE.sorted_nodes(None)] == [0, 1, 2, 3, 4, 5]
    names = ["b", "a", "c", "d", "c", ""]
    assert [*TREE.sorted_nodes(names)] == [1, 2, 3, 4, 0, 5]  # the unattributed stay last
    assert [*TREE.sorted_nodes([-1, -4, -2, -3, -1, -2])] == [1, 3, 4, 2, 0, 5]


def test_the_claims_that_a_view_shows() -> None:
    assert SHOWN.counts == [0, 2, 1, 1, 1, 1]
    assert [SHOWN.shows(claim) for claim in range(7)] == [
        False,
        True,
        True,
        False,
        False,
        True,
        False,
    ]
    assert [SHOWN.first(node) for node in (1, 2, 3, 5)] == [1, 1, 5, 2]
    assert [SHOWN.own(node) for node in range(6)] == [[], [], [1], [], [5], [2]]
    assert SHOWN.source_count == 3  # a, c and d: the last sources of a, a-c, a-d and a-d-c


def test_a_briefing_without_sources() -> None:
    tree = SourceTree(Index(briefing(Draft(), Draft())))
    assert [node.chain for node in tree.nodes] == [()]
    assert [*tree.sorted_nodes([""])] == [0]
    assert ShownClaims(tree, b"\0\1").first(0) == 1
    assert (tree.source_count, ShownClaims(tree, b"\0\1").source_count) == (0, 0)


@pytest.mark.parametrize(
    ("opened", "shown"),
    [
        ((), ["b", "a", "a/c", "a/d", "a/d/c", "not stated"]),
        (("a/c",), ["b", "a", "a/c", 1, 4, "a/d", "a/d/c", "not stated"]),
        (("a",), ["b", "a", 3, "a/c", 1, 4, "a/d", "a/d/c", 5, "not stated"]),
        (("not stated", "b"), ["b", 0, "a", "a/c", "a/d", "a/d/c", "not stated", 2, 6]),
    ],
)
def test_an_open_chain_has_its_claims_below_it(
    opened: tuple[str, ...], shown: list[str | int]
) -> None:
    view = View.of(of_chains())
    scene = Scene(view, None, 60, opened=frozenset(opened))
    model = SourcesPlan(view.index, "", 60).lay_out(scene).model
    assert [row.key if row.claim is None else row.claim for row in model.rows] == shown
    for claim in range(7):
        rows = [at for at, stop in enumerate(model.stops) if stop.represents(claim)]
        assert model.stops_of(claim) == rows


def test_a_chain_of_a_hundred_sources() -> None:
    chain = tuple(f"s{number}" for number in range(100))
    sources = [Source(id=one, name=one.upper()) for one in chain]
    view = View.of(briefing(Draft(chain=chain), sources=sources))
    scene = Scene(view, None, 60, opened=frozenset({"/".join(chain[:50])}))
    layout = SourcesPlan(view.index, "", 60).lay_out(scene)
    assert len(layout.model.rows) == 101
    assert layout.model.rows[100].claim == 0
    assert [*layout.model.stops_of(0)] == [*range(101)]
    (last,) = layout.draw(layout.model.rows[99], scene)
    assert "".join(span.text for span in last).split() == ["via", "S99", "1"]
