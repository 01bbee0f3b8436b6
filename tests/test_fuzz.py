"""A few of each kind of broken and hostile input; `make fuzz` tries many more."""

import random

import pytest

from tests.fuzz import KINDS


@pytest.mark.parametrize("start", range(0, 800, 100))
@pytest.mark.parametrize("kind", KINDS)
def test_any_input_ends_in_a_value_or_in_a_proper_error(kind: str, start: int) -> None:
    for seed in range(start, start + 100):
        KINDS[kind](random.Random(seed))
