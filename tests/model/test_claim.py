"""Which likelihood a figure of a claim stands under."""

import pytest

from kursk_tui.wording import phrases
from tests.model.factory import altered, built

SENTENCE = "Rain is highly likely."
"""The claim from character 27 on, whose “highly likely” stands at 35."""


def terms(words: str, scope: tuple[int, int] | None) -> tuple[str, ...]:
    """Return the terms that a figure with these words of the sentence stands under."""
    figure = {"measure": "wet", "words": words, "qualifier": "no number"}
    reach = scope and {
        "start": scope[0],
        "end": scope[1],
        "exact": SENTENCE[scope[0] - 27 : scope[1] - 27],
    }
    raw = altered(
        (("claims", 1, "figures"), [figure]), (("claims", 1, "likelihoods", 0, "scope"), reach)
    )
    claim = built(raw).claims[1]
    return phrases.likelihoods(claim, claim.figures[0])


@pytest.mark.parametrize(
    ("words", "scope", "expected"),
    [
        ("Rain", (27, 31), ("highly likely",)),
        ("Rain", (27, 34), ("highly likely",)),
        ("Rain is", (27, 31), ("highly likely",)),  # of which a part is reached
        ("ain", (30, 31), ("highly likely",)),
        ("is", (27, 31), ()),
        ("Rain", (32, 34), ()),
        ("Rain", None, ("highly likely, scope not stated",)),
    ],
)
def test_a_figure_stands_under_what_reaches_its_words(
    words: str, scope: tuple[int, int] | None, expected: tuple[str, ...]
) -> None:
    assert terms(words, scope) == expected


def test_a_claim_without_likelihood_says_none_of_its_figures() -> None:
    claim = built(altered()).claims[0]
    assert phrases.likelihoods(claim, claim.figures[0]) == ()
