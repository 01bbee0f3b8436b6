"""Golden files: everything that drafting finds, rejects and writes, for samples and phrases.

They record what is found, not what is right: some phrases are misread, and a better rule changes
their golden. `test_samples.py` judges the samples by their annotations; here, nothing about them
changes unnoticed: rules, tiers, flags, evidence, rejections, and the claims of the file.
`phrases.txt` has sentences for individual branches of the rules. After an intended change, read the
difference and run `pytest tests/drafting/test_goldens.py --snapshot-update`.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.samples import load, sample_paths
from syrupy.assertion import SnapshotAssertion

from kursk_tui.drafting import Draft, draft

PHRASES = Path(__file__).with_name("phrases.txt").read_text("utf-8").splitlines()


def described(found: Draft) -> Iterator[str]:
    """Yield the explanation of a draft, then what each claim has beyond it."""
    yield from found.explain_lines()[:-1]
    for source in found.briefing()["sources"]:
        yield f"source {json.dumps(source, ensure_ascii=False)}"
    for claim in found.briefing()["claims"]:
        for key in ("attribution", "figures", "likelihoods", "confidence", "when", "notes"):
            if key in claim:
                yield f"{claim['id']} {key} {json.dumps(claim[key], ensure_ascii=False)}"


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.stem)
def test_samples(path: Path, snapshot: SnapshotAssertion) -> None:
    sample = load(path)
    assert "\n".join(described(draft(sample.text, date=sample.day))) == snapshot


def test_phrases(snapshot: SnapshotAssertion) -> None:
    lines: list[str] = []
    for phrase in filter(None, PHRASES):
        if not phrase.startswith("#"):
            lines += [
                phrase,
                *(f"    {one}" for one in described(draft(phrase, date="2024-12-19"))),
            ]
    assert "\n".join(lines) == snapshot
