"""The scores of spans and values: what an annotation leaves open is right both ways."""

from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.drafts import Reading
from benchmarks.evaluate import evaluate
from benchmarks.samples import Sample, load

from kursk_tui.drafting import Draft, Finding
from kursk_tui.drafting.findings import AttributionFinding, FigureFinding, SentenceFinding, Span
from kursk_tui.drafting.text_findings import SentenceFindings, TextFindings

TEXT = (
    "[[A:The mayor, Ana Brisk, who fled in May,|assert|said]] said [[F:another 9|killed / captured"
    "|=9 / 8..9|denied / not asserted]] men were lost."
)


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    path = tmp_path / "tiny.ann"
    path.write_text(TEXT, "utf-8")
    return load(path)


def scored(sample: Sample, row: str, *found: Finding) -> tuple[int, int, int]:
    """Return what is right, extra and missing in a row."""
    whole = SentenceFinding(
        start=0, end=len(sample.text), rule="", tier="beside", claim_kind="reported", part="prose"
    )
    findings = SentenceFindings(
        sentence=whole,
        figures=tuple(one for one in found if isinstance(one, FigureFinding)),
        attributions=tuple(one for one in found if isinstance(one, AttributionFinding)),
    )
    text = TextFindings(
        text=sample.text, sentences=(findings,), rejections=(), scale="phia-2025", date=None,
        scale_stated=False,
    )  # fmt: skip
    reading = Reading(sample, Draft(text), {"sources": [], "claims": []})
    (score,) = (score for name, score, _ in evaluate([reading]) if name == row)
    return score.right, score.extra, score.missing


def span(sample: Sample, words: str) -> Span:
    start = sample.text.index(words)
    return start, start + len(words)


def source(sample: Sample, words: str) -> AttributionFinding:
    start, end = span(sample, words)
    return AttributionFinding(
        start=start, end=end, rule="", tier="beside", source=words, stance="asserts", cue="said"
    )


def figure(sample: Sample, words: str) -> FigureFinding:
    start, end = span(sample, words)
    return FigureFinding(
        start=start, end=end, rule="", tier="beside", measure="killed", qualifier="exactly",
        lower=9, upper=9, best=None, unit=None, modality="denied", rate=None,
    )  # fmt: skip


RIGHT, WRONG = (1, 0, 0), (0, 1, 1)


def test_a_source_may_lack_what_is_inserted_after_it_but_not_its_name(sample: Sample) -> None:
    row = "attributions, exact span"
    for words, result in {
        "The mayor, Ana Brisk, who fled in May,": RIGHT,
        "The mayor, Ana Brisk, who fled in May": RIGHT,
        "The mayor, Ana Brisk": RIGHT,
        "The mayor": WRONG,
        "Ana Brisk": WRONG,
        "The mayor, Ana Brisk, who fled": WRONG,
    }.items():
        assert scored(sample, row, source(sample, words)) == result, words


def test_each_of_the_values_of_a_figure_is_right(sample: Sample) -> None:
    row = "figures, exact span and value"
    nine = figure(sample, "9")
    for found, result in (
        (nine, RIGHT),
        (figure(sample, "another 9"), RIGHT),
        (replace(nine, measure="captured"), RIGHT),
        (replace(nine, lower=8), RIGHT),
        (replace(nine, modality="not asserted"), RIGHT),
        (figure(sample, "9 men"), WRONG),
        (replace(nine, measure="wounded"), WRONG),
        (replace(nine, lower=7), WRONG),
        (replace(nine, modality="asserted"), WRONG),
    ):
        assert scored(sample, row, found) == result, found
