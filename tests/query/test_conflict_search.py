"""The search for contradictions, against a comparison of all pairs."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kursk_tui.counting.counts import Order
from kursk_tui.model import Briefing, Source
from kursk_tui.query import Index
from kursk_tui.query.contradictions import contradicting, perhaps_contradicting
from kursk_tui.query.uncompared import find_uncompared
from tests.query.factory import Draft, briefing
from tests.query.plain_conflicts import (
    READ,
    contested,
    plain_uncompared,
    statements_of,
    tier,
    tiers,
)
from tests.query.test_conflicts import DECIDED, PLACES, says

WHO = st.sampled_from(["", "a", "b", "c"])
DAYS = st.sampled_from(
    ["2024-12-18", "2024-12-19", "2024-12", "2024-12-18/2024-12-19", "../2024-12-19", "1987~"]
)
ROLES = st.sampled_from(["event", "as of", "reported"])
NUMBERS = st.one_of(
    st.tuples(
        st.sampled_from(["exactly", "at least", "at most", "about", "nearly", "more than"]),
        st.tuples(st.integers(1, 5)),
    ),
    st.tuples(st.just("between"), st.tuples(st.integers(1, 3), st.integers(3, 5))),
)


PERIODS_STATED: list[dict[str, str]] = [
    *([{}] * 4),
    {"period": "so far"},
    {"period": "so far", "covers": "2024-12-19", "tally": "so far"},
    {"period": "in December", "covers": "2024-12-18/2024-12-20", "tally": "in"},
    {"period": "now", "covers": "2024-12-18", "tally": "at"},
]


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    qualifier, values = draw(NUMBERS)
    measure = draw(st.sampled_from(["killed", "killed", "wounded", "casualties", "deployed"]))
    both = measure == "casualties" and draw(st.booleans())
    return says(
        qualifier,
        *values,
        who=draw(WHO),
        measure=measure,
        categories=("killed", "wounded") if both else (),
        population=draw(st.sampled_from([None, "men", "men", "troops", "people", "civilians"])),
        place=draw(st.sampled_from([None, None, None, "Kursk", "Sudzha"])),
        event=draw(st.sampled_from([None, None, None, "e1", "e2"])),
        modality=draw(st.sampled_from(["asserted", "asserted", "asserted", "denied"])),
        when=draw(st.lists(st.tuples(ROLES, DAYS), max_size=2)),
        **draw(st.sampled_from(PERIODS_STATED)),
    )


SOURCES = tuple(Source(id=name, name=name) for name in "abcd")


def with_two_origins(made: Briefing, joint: set[int]) -> Briefing:
    """Return a briefing in which some of the claims that name a source have another origin."""
    claims = [
        replace(one, attribution=replace(one.attribution, further=(("c", "d"),)))
        if number in joint and one.attribution.chain
        else one
        for number, one in enumerate(made.claims)
    ]
    return made.replace(claims=tuple(claims))


ORDERS = st.sampled_from([READ, Order(), Order(DECIDED), Order(DECIDED, PLACES), Order(PLACES)])


@settings(max_examples=150, deadline=None, database=None)
@given(st.lists(drafts(), min_size=2, max_size=7), ORDERS, st.sets(st.integers(0, 6), max_size=2))
def test_the_search_finds_what_a_comparison_of_all_pairs_finds(
    made: list[Draft], order: Order, joint: set[int]
) -> None:
    index = Index(with_two_origins(briefing(*made, sources=SOURCES), joint))
    vars(index)["compared"] = replace(index.compared, order=order)
    statements = statements_of(index.briefing)
    expected = tiers(statements, order)
    found = dict.fromkeys(expected, "fits")
    for conflict in reversed(index.conflicts):
        for one in conflict.statements:
            found[one.place] = "conflict" if conflict.certain else "may"
    assert found == expected
    everything = range(len(statements))
    certain = set(contradicting(index.compared, everything, everything))
    perhaps = set(perhaps_contradicting(index.compared, everything, everything))
    for edges, wanted in ((certain, {"conflict"}), (perhaps | certain, {"conflict", "may"})):
        pairs = ((statements[at], statements[rival]) for at, rival in edges)
        assert {tier(one, other, order) for one, other in pairs} <= wanted
        places = {statements[at].place for at, _ in edges}
        assert places == {place for place, here in expected.items() if here in wanted}
    uncompared = {(one.claim, one.part) for one in find_uncompared(index) if not one.ended}
    assert uncompared == plain_uncompared(statements, order)
    have = index.contested
    assert {
        **dict.fromkeys((claim for claim, _ in have.comparable), "no"),
        **dict.fromkeys(have.perhaps, "perhaps"),
        **dict.fromkeys(have.certainly, "certainly"),
    } == contested(index.briefing, order)
    for conflict in index.conflicts:
        for side in conflict.sides:
            rivals = {rival.statement.place for rival in side.rivals}
            assert rivals or conflict.counts_one
            for other in statements:
                here = tier(side.statement, other, order)
                if other.place in rivals:
                    assert here == ("conflict" if conflict.certain else "may")
                elif conflict.certain and not conflict.counts_one:
                    assert here != "conflict"  # all rivals are named


@settings(max_examples=150, deadline=None, database=None)
@given(drafts(), drafts())
def test_comparing_is_symmetric_and_overlapping_figures_never_contradict(
    one: Draft, other: Draft
) -> None:
    found = statements_of(briefing(one, other))
    assume(len(found) == 2)  # a number that its own origin denies is withdrawn
    first, second = found
    assert tier(first, second) == tier(second, first)
    assert tier(first, first._replace(claim=9, origin="other")) == "fits"
    have, others = first.figure.interval, second.figure.interval
    denied = "denied" in (first.figure.modality, second.figure.modality)
    if have.meets(others) and not denied:
        assert tier(first, second) != "conflict"
