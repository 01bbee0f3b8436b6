"""Sentences as reporters write them: `check` reads the same numbers in them as `draft`."""

import json
from pathlib import Path

import pytest
from benchmarks.samples import load, sample_paths

from kursk_tui.checking import find_cautions
from kursk_tui.checking.numbers import counted, numbers_in
from kursk_tui.drafting import draft
from kursk_tui.formats.json import parse


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.stem)
def test_the_sentence_itself_loses_nothing(path: Path) -> None:
    raw = draft(load(path).text, date="2024-12-19").briefing()
    for entry in raw["claims"]:
        entry["summary"] = " ".join(entry["evidence"]["exact"].split())
    briefing = parse(json.dumps(raw).encode(), path.name)
    rules = {one.rule for one in find_cautions(briefing)}
    assert not rules & {"qualifier-lost", "figure-misread"}
    for claim in briefing.claims:
        figures = [one for one in claim.figures if one.qualifier != "magnitude"]
        figures = [one for one in figures if one.words.lower() != "one"]  # more often a pronoun
        known = {value for figure in figures for value in figure.values if value}
        numbers = counted(numbers_in(claim.summary), known)
        assert known <= {value for one in numbers for value in one.values}
