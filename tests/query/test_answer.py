"""Sets of claims as bits, and the four ordered outcomes under AND, OR and NOT."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.query import Answer, bits, members
from kursk_tui.query.bitsets import packed, texts_containing, unpacked
from tests.query.factory import Draft, Outcome, briefing, figure, outcomes
from tests.tables import each_row

ORDER: tuple[Outcome, ...] = ("no", "unstated", "possible", "match")
OPPOSITE: dict[Outcome, Outcome] = {
    "no": "match",
    "match": "no",
    "possible": "possible",
    "unstated": "unstated",
}


@each_row(
    ("numbers", "size", "value"),
    [
        ([], 0, 0),
        ([], 20, 0),
        ([0], 1, 1),
        ([3], 4, 8),
        ([0, 1, 2], 3, 7),
        ([7], 8, 128),
        ([8], 9, 256),
        ([9, 1], 10, 514),
        ([5, 5], 6, 32),
        ([100], 101, 2**100),
    ],
)
def test_bits_and_members(numbers: list[int], size: int, value: int) -> None:
    assert bits(numbers, size) == value
    assert members(value) == sorted(set(numbers))


def test_bits_and_members_round_trip() -> None:
    size = 9
    for value in range(1 << size):
        found = members(value)
        assert found == [number for number in range(size) if value >> number & 1]
        assert bits(found, size) == value
    every_third = list(range(0, 10_000, 3))
    assert members(bits(every_third, 10_000)) == every_third


def _answer(of: tuple[Outcome, ...]) -> Answer:
    def where(wanted: Outcome) -> int:
        return sum(1 << number for number, one in enumerate(of) if one == wanted)

    return Answer(where("match"), where("possible"), where("unstated"))


PAIRS = tuple(product(ORDER, ORDER))
LEFT = _answer(tuple(left for left, _ in PAIRS))
RIGHT = _answer(tuple(right for _, right in PAIRS))


def test_and_takes_the_lowest() -> None:
    expected = tuple(min(pair, key=ORDER.index) for pair in PAIRS)
    both = LEFT & RIGHT
    assert both == _answer(expected)


def test_or_takes_the_highest() -> None:
    expected = tuple(max(pair, key=ORDER.index) for pair in PAIRS)
    either = LEFT | RIGHT
    assert either == _answer(expected)


def test_not_swaps_match_and_no_match() -> None:
    expected = tuple(OPPOSITE[left] for left, _ in PAIRS)
    assert LEFT.negated((1 << len(PAIRS)) - 1) == _answer(expected)


def test_by_default_no_claim_matches() -> None:
    assert Answer() == Answer(match=0, possible=0, unstated=0)
    assert Answer().negated(0b111) == Answer(match=0b111)


BRIEFING = briefing(
    Draft(),
    Draft(figures=(figure("killed", "at least", 5), figure("wounded", "exactly", 5))),
    Draft(figures=(figure("killed", "exactly", 5), figure("wounded", "at least", 5))),
    Draft(figures=(figure("killed", "exactly", 50), figure("wounded", "no number"))),
    Draft(figures=(figure("killed", "exactly", 50), figure("wounded", "exactly", 50))),
    Draft(figures=(figure("wounded", "exactly", 50),)),
    Draft(figures=(figure("killed", "about", 50),)),
    Draft(figures=(figure("killed", "exactly", 5), figure("wounded", "exactly", 5))),
    Draft(figures=(figure("killed", "exactly", 5),)),
)
KILLED: tuple[Outcome, ...] = (
    "unstated", "possible", "no", "match", "match", "unstated", "possible", "no", "no",
)  # fmt: skip
WOUNDED: tuple[Outcome, ...] = (
    "unstated", "no", "possible", "possible", "match", "match", "unstated", "no", "unstated",
)  # fmt: skip


def test_queries_combine_claim_by_claim() -> None:
    pairs = list(zip(KILLED, WOUNDED, strict=True))
    lowest = [min(pair, key=ORDER.index) for pair in pairs]
    highest = [max(pair, key=ORDER.index) for pair in pairs]
    assert outcomes(BRIEFING, "killed:>9") == list(KILLED)
    assert outcomes(BRIEFING, "wounded:>9") == list(WOUNDED)
    assert outcomes(BRIEFING, "killed:>9 wounded:>9") == lowest
    assert outcomes(BRIEFING, "killed:>9 OR wounded:>9") == highest
    assert outcomes(BRIEFING, "-killed:>9") == [OPPOSITE[one] for one in KILLED]
    assert outcomes(BRIEFING, "-(killed:>9 wounded:>9)") == [
        max((OPPOSITE[one], OPPOSITE[two]), key=ORDER.index) for one, two in pairs
    ]
    assert outcomes(BRIEFING, "-(killed:>9 OR wounded:>9)") == [
        min((OPPOSITE[one], OPPOSITE[two]), key=ORDER.index) for one, two in pairs
    ]


@given(st.lists(st.booleans(), max_size=300))
def test_packing_is_the_reverse_of_unpacking(flags: list[bool]) -> None:
    chosen = packed(bytes(flags))
    assert members(chosen) == [at for at, flag in enumerate(flags) if flag]
    assert unpacked(chosen, len(flags)) == bytes(flags)


def test_texts_that_contain_another() -> None:
    assert members(texts_containing("b", ["abc", "xyz", "", "b"])) == [0, 3]
    assert texts_containing("b", []) == 0


def test_texts_are_searched_in_slices() -> None:
    texts = ["ab", "x", "x", "b", "x", "b", "b"]
    for size in (1, 2, 3, 7, 8):
        assert members(texts_containing("b", texts, size)) == [0, 3, 5, 6]
