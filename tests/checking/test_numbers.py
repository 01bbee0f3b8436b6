"""Numbers in a summary and their qualifiers."""

import pytest

from kursk_tui.checking.numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least 100 killed, about 1,000 wounded", [(100, "at least"), (1000, "about")]),
        ("11,000 troops", [(11000, "exactly")]),
        ("Between 300 and 400 dead", [(300, "between"), (400, "between")]),
        ("300-400 dead", [(300, "between"), (400, "between")]),
        ("300–400 dead", [(300, "between"), (400, "between")]),
        ("Up to 12 500 sent", [(12500, "at most")]),
        ("no more than 30", [(30, "at most")]),
        ("no fewer than 3", [(3, "at least")]),
        ("more than 3,000", [(3000, "more than")]),
        ("fewer than 20", [(20, "less than")]),
        ("nearly 20, just under 30", [(20, "nearly"), (30, "nearly")]),
        ("3,000+ killed", [(3000, "at least")]),
        ("100 or more", [(100, "at least")]),
        ("some 500 men", [(500, "about")]),
        ("1.2 million displaced", [(1_200_000, "exactly")]),
        ("On 19 December 2024, 12 fell", [(12, "exactly")]),
        ("December 19, 300 dead", [(300, "exactly")]),
        ("since 2014", []),
        ("the 810th brigade with T-72 and F-16", []),
        ("80–90 % of 300", [(300, "exactly")]),
        ("at 12:30, 40 km away", []),
        ("2024-12-19", []),
        ("none", []),
    ],
)
def test_numbers_have_their_qualifiers(text: str, found: list[tuple[int, str]]) -> None:
    assert [(one.value, one.qualifier) for one in numbers_in(text)] == found
