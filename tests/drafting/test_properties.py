"""Properties of every draft: exact spans, no number lost, nothing invented, linear work."""

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest
from benchmarks.samples import load, sample_paths
from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.drafting import Draft, NotDraftableError, draft
from kursk_tui.drafting.ledger import number_spans
from kursk_tui.formats.json import parse_text
from tests.model.factory import property_test
from tests.tables import each_row

WORDS = (
    *("at least", "up to", "more than", "about", "between", "and", "to", "or", "nearly", "some"),
    *("100", "1,000", "12 500", "70-100", "three", "hundred", "dozens", "a million", "6,000+"),
    *("soldiers", "civilians", "people", "tanks", "killed", "wounded", "died", "casualties"),
    *("were", "have been", "could", "not", "denied", "said", "the ministry", "He", "General Lee"),
    *("according to", "Reuters", "on Monday", "4 December 2024", "in May", "since", "likely"),
    *("highly likely", "with high confidence", "almost certainly", "reportedly", "%", "km"),
    *("reports", "rumours", "it is likely that", "while", "but", "denied that", "which", "Kyiv"),
    *("by", "before", "after", "until", "from", "Saturday", "2024", "put the toll at", "saying"),
    *(", Seoul said", ", according to Kyiv,", "Moscow said"),
    *(".", ",", ";", "(", ")", "“", "”", "\n\n", "- ", "$", "the", "of", "in", "a", "was", "that"),
)
texts = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=80)


def drafted(text: str) -> Draft | None:
    try:
        return draft("The soldiers have left the town and they were in the war. " + text)
    except NotDraftableError:
        return None


@property_test
@given(texts)
def test_every_span_is_the_text_it_quotes(text: str) -> None:
    found = drafted(text)
    if found is None:
        return
    explained = found.explained()
    for one in (*explained["items"], *explained["rejected"]):
        assert 0 <= one["start"] < one["end"] <= len(found.text)
        assert found.text[one["start"] : one["end"]] == one["text"]


@property_test
@given(texts)
def test_every_number_is_in_an_item_or_a_rejection(text: str) -> None:
    found = drafted(text)
    if found is None:
        return
    explained = found.explained()
    kept = [one for one in explained["items"] if one["kind"] != "sentence"]
    spans = [(one["start"], one["end"]) for one in (*kept, *explained["rejected"])]
    for start, end in number_spans(found.text):
        assert any(first < end and start < last for first, last in spans), found.text[start:end]


NUMBER_WORD = re.compile(r"\d|three|hundred|dozen|million|no\b|none|half|quarter", re.IGNORECASE)


@property_test
@given(texts)
def test_every_bound_has_its_number_in_the_words(text: str) -> None:
    found = drafted(text)
    if found is None:
        return
    for one in found.explained()["items"]:
        if one["kind"] == "figure":
            bounds = [one["value"][key] for key in ("lower", "upper", "best")]
            if any(bound is not None for bound in bounds):
                assert NUMBER_WORD.search(one["text"])


@property_test
@given(texts)
def test_every_draft_is_a_valid_briefing(text: str) -> None:
    found = drafted(text)
    if found is not None:
        briefing = parse_text(json.dumps(found.briefing()), "draft")
        assert briefing.status == "draft"
        assert len(briefing.unreviewed) == len(briefing.claims)


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.stem)
def test_every_sample_gives_a_valid_briefing(path: Any) -> None:
    sample = load(path)
    for date in (sample.day, None):
        for scale in ("phia", "icd203"):
            found = draft(sample.text, date=date, scale=scale)
            parse_text(json.dumps(found.briefing()), path.name)


def test_the_output_does_not_depend_on_the_hash_seed() -> None:
    program = (
        "import json\nfrom benchmarks.samples import load, sample_paths\n"
        "from kursk_tui.drafting import draft\n"
        "for path in list(sample_paths())[::3]:\n"
        "    found = draft(load(path).text, date='2024-12-19')\n"
        "    print(json.dumps([found.explained(), found.briefing()]))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        ).stdout
        for seed in ("0", "4242")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 100_000


UNITS = (*("(", "he said ", "50 and ", "lost 300 and the Germans "),)
MORE_UNITS = (
    *("a", "likely ", "killed 50 ", "from 300 to 400 "),
    *("at least ", "1", "1 ", '"', "killed ", "50, ", "thousand ", "4 December ", "1 to ", "- "),
    *("two hundred and ", ".", "x\n", "Ann ", "denied that ", "’", "according to ", "who "),
    *("the soldiers were killed in the war and ", "killed 3: ", "1 in 5 of ", "— 300 killed "),
    *("briefing by the NIS ", "300, including ", "two days ago ", "the 2020 war "),
)
"""More units of the same kinds, which `make fuzz` tries."""


@pytest.mark.parametrize(
    "unit", [*UNITS, *(pytest.param(unit, marks=pytest.mark.thorough) for unit in MORE_UNITS)]
)
def test_work_grows_linearly_with_the_text(unit: str) -> None:
    def calls(size: int) -> int:
        """Return the number of function calls that drafting `size` characters takes."""
        count = 0

        def note(*_: object) -> None:
            nonlocal count
            count += 1

        text = (unit * size)[:size]
        sys.setprofile(note)
        try:
            draft(text)
        except NotDraftableError:
            pass
        finally:
            sys.setprofile(None)
        return count

    draft("The soldiers have left the town.")  # the lexicons are read once
    assert calls(4_000) <= 3 * calls(2_000) + 1_000


def test_a_long_sentence_is_cut_with_a_remark() -> None:
    text = "The soldiers were in the town and " * 2_000
    found = draft(text)
    assert any("was cut into pieces" in remark for remark in found.remarks)


@each_row(
    "text",
    [
        "According to the World Food Programme (WFP), 40 soldiers, most of them in Orel, died.",
        "“We lost 300 at Orel,” said Ann Lee, head of the agency, and the Germans 400",
        "Of the 8,000 in Kursk, half of the 900 wounded and 3 of whom were killed or captured.",
        "Neither Kyiv nor Moscow denied that no casualties, injuries or damage had been reported",
        "It is almost certain, officials say, that 12,000 soldiers are on the ground in Kursk.",
        "They denied, in a statement, and later said that the death toll rose to a total of 300.",
        "After a briefing by the NIS, Lee said losses reached 1,500 killed per day, down from 60",
        "The army, which could not verify the claim that 40 Koreans",
    ],
)
def test_a_text_may_end_anywhere(text: str) -> None:
    for end in [at for at, one in enumerate(text) if one == " "] + [len(text)]:
        drafted = draft(text[:end], date="2024-12-19")
        assert all(0 <= one.start < one.end <= end for one in drafted.items)
