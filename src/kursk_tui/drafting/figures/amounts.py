"""Clauses about how many there are, and the verbs in them that lead to a number."""

import itertools

from kursk_tui.drafting.sentence import Hit, Reading


def is_how_many(reading: Reading, hit: Hit) -> bool:
    """Whether the clause is about how many: "the number of people killed … rose to 72"."""
    row = reading.row(hit.first - 6, hit.first)
    return any(pair == ("number", "of") for pair in itertools.pairwise(row))


def is_verb_of_amount(word: str) -> bool:
    """Whether a number follows the verb that begins so: reached, totalled, stood at."""
    return word.startswith(
        (
            *("reach", "exceed", "total", "number", "pass", "hit", "top", "surpass", "stood"),
            *("cross", "clos", "near", "approach", "averag", "includ", "down", "up"),
            *("estimated", "put"),
        )
    )
