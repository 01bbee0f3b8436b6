"""The load of a review: what is wrong with a draft, and the keys that put it right."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from benchmarks.drafts import Reading
from benchmarks.load.checked import check, needed_sources, with_claim
from benchmarks.load.in_editor import FIND, typed
from benchmarks.load.session import written
from benchmarks.samples import load

from kursk_tui.drafting import draft
from kursk_tui.drafting.output.entries import BriefingFile, ClaimEntry
from kursk_tui.formats.json import read

TEXT = """\
# date: 2031-05-14
# structure: yes
[[A:The mayor|assert|said]] said [[F:nine|killed|=9|pop=miners]] miners were killed on \
[[D:Monday|?>2031-05-12]].
"""
RIGHT: ClaimEntry = {
    "figures": [
        {
            "measure": "killed",
            "words": "nine",
            "qualifier": "exactly",
            "values": [9],
            "population": "miners",
        }
    ],
    "when": [{"role": "event", "words": "Monday", "resolved": "2031-05-12"}],
    "attribution": {
        "chain": ["mayor"],
        "basis": "stated",
        "stance": "asserts",
        "words": "The mayor said",
    },
}


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    path = tmp_path_factory.mktemp("load") / "mine.ann"
    path.write_text(TEXT, "utf-8")
    sample = load(path)
    found = draft(sample.text, date=sample.day)
    file = cast("BriefingFile", json.loads(json.dumps(found.briefing())))
    return Reading(sample, found, {**file, "sources": [{"id": "mayor", "name": "mayor"}]})


def _spoilt() -> Iterator[tuple[ClaimEntry, list[str]]]:
    figure, date, source = RIGHT["figures"][0], RIGHT["when"][0], RIGHT["attribution"]
    yield {}, []
    yield {"figures": [{**figure, "values": [90]}]}, ["value"]
    yield {"figures": [{**figure, "population": "women"}]}, ["population"]
    yield (
        {"figures": [{**figure, "modality": "denied", "measure": "wounded"}]},
        [
            "measure",
            "modality",
        ],
    )
    yield {"figures": []}, ["figure missing"]
    yield {"figures": [figure, {**figure, "words": "mayor"}]}, ["figure that is none"]
    yield (
        {"when": [{**date, "resolved": "2031-05-19", "role": "reported"}]},
        [
            "days of a date",
            "role of a date",
        ],
    )
    yield {"attribution": {**source, "stance": "denies"}}, ["stance"]
    yield {"attribution": {}}, ["source missing"]


def test_what_is_wrong_with_a_claim_is_named_and_put_right(
    reading: Reading, tmp_path: Path
) -> None:
    claim: ClaimEntry = {**reading.claims[0], **RIGHT}
    for spoilt, wrong in _spoilt():
        file = with_claim(reading.file, {**claim, **spoilt}, [])
        (checked,) = check(replace(reading, file=file))
        assert checked.wrong == wrong
        right = checked.corrected(reading.sample.text)
        file = with_claim(file, right, needed_sources(reading, right))
        (tmp_path / "right.json").write_text(written(file), "utf-8")
        assert read(tmp_path / "right.json").claims
        assert not check(replace(reading, file=file))[0].wrong


def test_keys_in_an_editor_are_characters_and_finding_each_place() -> None:
    assert typed("a\nb\nc\n", "a\nb\nc\n") == 0
    assert typed('  "x": 10\n', '    "x": 100\n') == FIND + 1  # the indentation costs no key
    assert (
        typed("a\nb\nc\n", "b\nc\nde\n") == 2 * FIND + 2 + 3
    )  # “a” and a line break; “de” and one
