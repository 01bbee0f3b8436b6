"""How well the annotated samples are read: no change of a rule may lose what was reached."""

import pytest
from benchmarks.evaluate import ROWS, SAMPLES, evaluate, load

SCORES = {
    name: score
    for name, score, _ in evaluate([load(path) for path in sorted(SAMPLES.glob("*/*.ann"))])
}
GOALS = {
    "sentences, exact span": 0.98,
    "likelihood and confidence": 0.98,
    "dates, span": 0.93,
    "dates, resolved": 0.88,
    "figures, exact span and value": 0.90,
    "attributions, touching, stance": 0.90,
}


@pytest.mark.parametrize("name", GOALS)
def test_the_goal_is_reached(name: str) -> None:
    assert SCORES[name].right > 30
    assert SCORES[name].f1 >= GOALS[name]


def test_sentences_from_many_wars_are_read() -> None:
    samples = [load(path) for path in sorted((SAMPLES / "wars").glob("*.ann"))]
    scores = {name: score for name, score, _ in evaluate(samples)}
    assert scores["figures, exact span and value"].right >= 108
    assert scores["figures, exact span and value"].f1 >= 0.98
    for name in ("sentences, exact span", "dates, resolved", "attributions, touching, stance"):
        assert scores[name].f1 >= 0.99


def test_figures_are_precise() -> None:
    assert SCORES["figures, exact span and value"].precision >= 0.93
    assert set(SCORES) == {row[0] for row in ROWS}
