"""Attribution chains with their claims, worked out by hand for eight claims."""

import pytest

from kursk_tui.model import Briefing, Source
from kursk_tui.query import Index, View
from kursk_tui.ui.pane import Scene
from kursk_tui.ui.panes.sources import PANE, SourcesPlan
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.source_chains import ShownClaims, SourceChains
from kursk_tui.ui.rows.styled_text import width_of
from tests.query.factory import Draft, briefing
from tests.tables import each_row
from tests.ui.rich_briefing import rich_briefing

CHAINS = [("b",), ("a", "c"), (), ("a",), ("a", "c"), ("a", "d", "c"), (), ("a", "c")]
INFERRED = 7  # the last claim


def of_chains() -> Briefing:
    sources = [
        Source(id="a", name="A", reliability="B"),
        Source(id="b", name="B", reliability="A"),
        Source(id="c", name="C", reliability="C"),
        Source(id="d", name="D"),
    ]
    drafts = [
        Draft(chain=chain, basis="inferred" if number == INFERRED else "stated")
        for number, chain in enumerate(CHAINS)
    ]
    return briefing(*drafts, sources=sources)


OF_CHAINS = SourceChains(Index(of_chains()))
SHOWN = ShownClaims(OF_CHAINS, bytes([0, 1, 1, 0, 0, 1, 0, 0]))  # claims 1, 2 and 5


def keys(sort: str, flags: tuple[str, ...] = (), query: str = "") -> list[str | int]:
    view = View.of(of_chains())
    if query:
        view = view.ask(query)
    scene = Scene(view, None, 60, opened=frozenset(flags), sort=sort)
    model = SourcesPlan(view.index, sort, 60).lay_out(scene).model
    return [row.key if row.claim is None else row.claim for row in model.rows]


def drawn(view: View, width: int, sort: str = "") -> list[str]:
    scene = Scene(view, None, width, sort=sort)
    layout = SourcesPlan(view.index, sort, width).lay_out(scene)
    return ["".join(span.text for span in layout.draw(row, scene)[0]) for row in layout.model.rows]


def test_each_chain_has_the_claims_that_state_it_apart_from_those_it_was_inferred_for() -> None:
    found = [("".join(one.sources), one.inferred, one.start) for one in OF_CHAINS.chains]
    assert found == [
        ("b", False, 0),
        ("ac", False, 1),
        ("a", False, 3),
        ("adc", False, 4),
        ("ac", True, 5),
        ("", False, 6),
    ]
    assert OF_CHAINS.claims == [0, 1, 4, 3, 5, 7, 2, 6]
    assert OF_CHAINS.source_count == 4


def test_the_claims_that_a_view_shows() -> None:
    assert SHOWN.counts == [0, 1, 0, 1, 0, 1]
    assert [number for number in range(8) if SHOWN.shows(number)] == [1, 2, 5]
    assert [SHOWN.first(at) for at in (1, 3, 5)] == [1, 5, 2]
    assert [SHOWN.of(at) for at in range(6)] == [[], [1], [], [5], [], [2]]
    assert SHOWN.source_count == 3  # a, c and d


def test_a_claim_without_a_source_counts_no_source() -> None:
    chains = SourceChains(Index(briefing(Draft(), Draft())))
    shown = ShownClaims(chains, b"\0\1")
    assert (chains.source_count, shown.source_count, shown.counts) == (0, 0, [1])


MOST = ["a/c/stated", "stated", "b/stated", "a/stated", "a/d/c/stated", "a/c/inferred"]


def test_the_order_by_claims_has_claims_without_a_source_where_their_number_puts_them() -> None:
    assert keys("") == MOST  # two claims name no source
    # Without claim 1 and claim 4, the chain with most claims is not there.
    assert keys("", query="NOT via:c") == ["stated", "b/stated", "a/stated"]
    # Of chains with as many claims, the one without a source is last.
    assert keys("", query="NOT via:c NOT id:C6") == ["b/stated", "a/stated", "stated"]


def test_the_order_by_strength_is_stated_then_short_then_graded() -> None:
    # A is better than B; the chain a, d, c is longer than a, c; what is inferred follows.
    assert keys("by strength") == [
        "b/stated",
        "a/stated",
        "a/c/stated",
        "a/d/c/stated",
        "a/c/inferred",
        "stated",
    ]


def test_a_chain_is_as_reliable_as_its_least_reliable_source_and_no_grade_is_last() -> None:
    sources = [
        Source(id="best", name="Best", reliability="A"),
        Source(id="usual", name="Usual", reliability="B"),
        Source(id="worst", name="Worst", reliability="E"),
        Source(id="unclear", name="Unclear", reliability="F"),
        Source(id="none", name="None"),
    ]
    pairs = (("best", "none"), ("unclear", "best"), ("best", "worst"), ("best", "usual"))
    view = View.of(briefing(*(Draft(chain=one) for one in pairs), sources=sources))
    relays = [
        line.split("▶")[1].split(" (")[0].strip(" ─") for line in drawn(view, 70, "by strength")
    ]
    assert relays == ["Usual", "Worst", "Best", "None"]


def test_the_order_by_name_compares_origins_then_relays() -> None:
    assert keys("by name") == [
        "a/stated",
        "a/c/stated",
        "a/c/inferred",
        "a/d/c/stated",
        "b/stated",
        "stated",
    ]


@pytest.mark.parametrize(
    ("opened", "below"),
    [("a/c/stated", [1, 4]), ("a/c/inferred", [7]), ("stated", [2, 6])],
)
def test_an_open_chain_has_its_claims_below_it(opened: str, below: list[int]) -> None:
    at = MOST.index(opened) + 1
    assert keys("", (opened,)) == [*MOST[:at], *below, *MOST[at:]]
    view = View.of(of_chains())
    scene = Scene(view, None, 60, opened=frozenset({opened}))
    model = SourcesPlan(view.index, "", 60).lay_out(scene).model
    for claim in range(8):
        rows = [row for row, stop in enumerate(model.stops) if stop.represents(claim)]
        assert model.stops_of(claim) == rows


def test_lines_end_at_the_text_with_a_number_and_a_bar() -> None:
    assert drawn(View.of(of_chains()), 60) == [
        "▸ A (grade B) ──▶ C (grade C) ────────▶ this text      2 ██",
        "▸ ? nobody named ─────────────────────▶ this text      2 ██",
        "▸ B (grade A) ────────────────────────▶ this text      1 █",
        "▸ A (grade B) ────────────────────────▶ this text      1 █",
        "▸ A (grade B) ──▶ D ──▶ C (grade C) ──▶ this text      1 █",
        "▸ A (grade B) ╌╌▷ C (grade C) ╌╌╌╌╌╌╌╌▷ this text      1 █",
    ]


def test_a_wide_inferred_arrow_says_so() -> None:
    view = View.of(briefing(Draft(chain=("a",), basis="inferred"), Draft(chain=("longer" * 6,))))
    assert "Source a ╌ inferred ╌╌" in drawn(view, 80)[0]


def test_with_a_query_the_numbers_and_bars_show_the_part_of_each_chain() -> None:
    lines = drawn(View.of(of_chains()).ask("id:C4"), 60)
    assert lines == ["▸ A (grade B) ──▶ C (grade C) ────────▶ this text 1 of 2 █·"]


@each_row("width", [20, 36, 54, 76, 116])
def test_a_chain_of_a_hundred_sources_keeps_its_ends(width: int) -> None:
    chain = tuple(f"s{number}" for number in range(100))
    sources = [Source(id=one, name=one.upper()) for one in chain]
    view = View.of(briefing(Draft(chain=chain), sources=sources))
    scene = Scene(view, None, width)
    layout = SourcesPlan(view.index, "", width).lay_out(scene)
    (line,) = layout.draw(layout.model.rows[0], scene)
    text = "".join(span.text for span in line)
    assert width_of(line) <= width
    assert "…" in text
    assert width < 36 or (text.startswith("▸ S0 ─▶ ") and "S99 ─" in text)


@each_row(
    ("query", "caption"),
    [
        ("", "2 of 8 claims name no source"),
        ("is:unattributed", "2 of 2 claims shown name no source"),
        ("source:b", "every claim shown names a source"),
        ("-source:* source:*", ""),
    ],
)
def test_the_lower_edge_counts_the_claims_that_name_no_source(query: str, caption: str) -> None:
    view = View.of(of_chains()).ask(query)
    shown = SourcesPlan(view.index, "", 90).lay_out(Scene(view, None, 90)).caption
    assert shown.split("  ")[0].removeprefix("╌▷ inferred") == caption


def test_a_chain_that_a_reader_inferred_has_a_remark() -> None:
    have = rich_briefing()
    shown = {
        one.id: "".join(span.text for span in claim_spans.sources(one, have)) for one in have.claims
    }
    assert shown["inner"].endswith(" (inferred)")
    assert "(" not in shown["band"]


def test_names_that_differ_at_their_ends_stay_different_when_cut() -> None:
    names = "Observatory for Human Rights 14", "Observatory for Human Rights 19"
    sources = [Source(id=f"s{at}", name=name) for at, name in enumerate(names)]
    view = View.of(briefing(*(Draft(chain=(one.id,)) for one in sources), sources=sources))
    cut = [row.split(" ─")[0] for row in drawn(view, 31)]
    assert cut == ["▸ Observato…hts 14", "▸ Observato…hts 19"]


def test_a_claim_with_two_origins_is_below_both_chains() -> None:
    made = of_chains()
    first = made.claims[0]  # of b
    both = first.replace(attribution=first.attribution.replace(further=(("a", "c"),)))
    view = View.of(made.replace(claims=(both, *made.claims[1:])))
    chains = SourceChains(view.index)
    assert list(chains.find(0)) == [0, 1]
    assert list(chains.find(1)) == [1]
    flags = bytes([1, 1, 0, 0, 0, 0, 0, 0])
    assert ShownClaims(chains, flags).counts[:2] == [1, 2]
    scene = Scene(view, None, 60, opened=frozenset(("a/c/stated", "b/stated")))
    model = SourcesPlan(view.index, "", 60).lay_out(scene).model
    shown = [row.key if row.claim is None else row.claim for row in model.rows]
    assert shown[:7] == ["a/c/stated", 0, 1, 4, "stated", 2, 6] or shown[:5] == [
        "a/c/stated",
        0,
        1,
        4,
        "stated",
    ]
    assert [shown[row] for row in model.stops_of(0)] == ["a/c/stated", 0, "b/stated", 0]
    assert PANE.term is not None
    terms = [PANE.term(row, 0, view) for row in model.rows if row.key in ("a/c/stated", "b/stated")]
    assert terms == ["via:c", "origin:b"]
