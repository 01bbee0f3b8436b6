"""The likelihoods that apply to a figure of a claim."""

from kursk_tui.wording import phrases
from tests.model.factory import altered, built
from tests.tables import each_row

SENTENCE = "Rain is highly likely."
"""The claim that starts at character 27; its “highly likely” is at 35."""


def terms(words: str, scope: tuple[int, int] | None) -> tuple[str, ...]:
    """Return the likelihood terms that apply to a figure with these words of the sentence."""
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


@each_row(
    ("words", "scope", "expected"),
    [
        ("Rain", (27, 31), ("highly likely",)),
        ("Rain", (27, 34), ("highly likely",)),
        ("Rain is", (27, 31), ("highly likely",)),  # partly within the scope
        ("ain", (30, 31), ("highly likely",)),
        ("is", (27, 31), ()),
        ("Rain", (32, 34), ()),
        ("Rain", None, ("highly likely, scope not stated",)),
    ],
)
def test_a_likelihood_applies_to_figures_within_its_scope(
    words: str, scope: tuple[int, int] | None, expected: tuple[str, ...]
) -> None:
    assert terms(words, scope) == expected


def test_a_claim_without_likelihoods_has_none_for_its_figures() -> None:
    claim = built(altered()).claims[0]
    assert phrases.likelihoods(claim, claim.figures[0]) == ()
