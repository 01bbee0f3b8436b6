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
from benchmarks.load.in_place import marks
from benchmarks.load.session import written
from benchmarks.load.visits import (
    AddFigure,
    Mark,
    Pick,
    Press,
    Reject,
    Relate,
    Take,
    Visit,
    visits,
)
from benchmarks.samples import load

from kursk_tui.drafting import draft
from kursk_tui.drafting.output.entries import BriefingFile, ClaimEntry, FigureEntry, ReviewEntry
from kursk_tui.editing import Item
from kursk_tui.formats.json import read
from kursk_tui.ui.marking.word_span import Words, WordSpan

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


def test_an_analyst_goes_to_each_wrong_item_and_changes_what_the_dashboard_can(
    reading: Reading,
) -> None:
    figure, date, source = RIGHT["figures"][0], RIGHT["when"][0], RIGHT["attribution"]
    number, killed = Item("figures"), Pick("m", "killed")
    related: FigureEntry = {**figure, "words": "said"}
    at, monday = reading.sample.text.index("nine"), reading.sample.text.index("Monday")
    review: ReviewEntry = {"open_numbers": [{"start": at, "end": at + 4, "words": "nine"}]}
    table: list[tuple[ClaimEntry, list[Visit]]] = [
        ({}, []),
        ({"figures": [{**figure, "measure": "wounded"}]}, [Visit(number, [killed])]),
        ({"figures": [{**figure, "values": [90]}]}, [Visit(number, [Pick("n", "exactly 9")])]),
        ({"figures": [{**figure, "population": "men"}]}, [Visit(number, [Pick("p", "miners")])]),
        ({"figures": [{**figure, "preliminary": True}]}, [Visit(number, [Press("e")])]),
        ({"figures": []}, [Visit(None, [AddFigure((at, at + 4), "killed")])]),
        (
            {"figures": [], "review": review},
            [Visit(Item("open_numbers"), [Take("killed")])],
        ),
        (
            {"figures": [figure, {**figure, "words": "mayor"}]},
            [Visit(Item("figures", 1), [Reject()])],
        ),
        (
            {"when": [{**date, "resolved": "2031-05-19", "role": "reported"}]},
            [Visit(Item("when"), [Pick("r", "event"), Pick("d", "2031-05-12")])],
        ),
        ({"when": []}, [Visit(None, [Mark("d", (monday, monday + 6))])]),
        (
            {"figures": [{**figure, "relations": [{"kind": "repeats", "words": "said"}]}, related]},
            [
                Visit(Item("figures", 1), [Reject()]),
                Visit(number, [Relate("", "said", "c1", 0)]),
            ],
        ),
        (
            {"attribution": {**source, "stance": "denies"}},
            [Visit(Item("attribution"), [Pick("s", "asserts")])],
        ),
        (
            {"attribution": {}},
            [
                Visit(
                    Item("attribution"),
                    [Pick("o", "mayor"), Pick("s", "asserts"), Mark("w", (0, 9))],
                )
            ],
        ),
    ]
    claim: ClaimEntry = {**reading.claims[0], **RIGHT}
    for spoilt, expected in table:
        now = replace(reading, file=with_claim(reading.file, {**claim, **spoilt}, []))
        assert list(visits(now, check(now)[0])) == expected


def test_ends_are_moved_by_ten_words_and_by_words() -> None:
    text = "a " * 30
    span = WordSpan(Words.of(text, 0, 60), 0, 1)
    down, right, left = "\x1b[B", "\x1b[C", "\x1b[D"
    assert [*marks(span, (0, 1))] == []
    assert [*marks(span, (0, 25))] == [down, right, right]
    assert [*marks(span, (4, 5))] == [right, right, "\t", right, right]
    assert [*marks(replace(span, end=5), (0, 3))] == [left]
    assert [*marks(span.other_end(), (4, 7))] == [right, right, "\t", right]


def test_keys_in_an_editor_are_characters_and_finding_each_place() -> None:
    assert typed("a\nb\nc\n", "a\nb\nc\n") == 0
    assert typed('  "x": 10\n', '    "x": 100\n') == FIND + 1  # the indentation costs no key
    assert (
        typed("a\nb\nc\n", "b\nc\nde\n") == 2 * FIND + 2 + 3
    )  # “a” and a line break; “de” and one
