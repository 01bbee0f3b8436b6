"""Hand-written sentences: `draft` reads them as a careful reader does, and `check` agrees."""

import json
import re
from pathlib import Path
from typing import NamedTuple

from kursk_tui.checking import find_cautions
from kursk_tui.checking.numbers import counted, numbers_in
from kursk_tui.drafting import draft
from kursk_tui.formats.json import parse_text
from tests.tables import check_each

_LINES = (Path(__file__).parent / "phrases.txt").read_text("utf-8").splitlines()


class Phrase(NamedTuple):
    """A sentence, and the words, qualifier and values of each figure in it."""

    sentence: str
    figures: tuple[tuple[str, str, tuple[int, ...]], ...]


def phrase(line: str) -> Phrase:
    marked, _, readings = line.replace("⏎", "\n").rpartition(" | ")
    words = re.findall(r"\[(.*?)\]", marked, re.DOTALL)
    given = [one.split() for one in readings.split("; ")] if readings != "-" else []
    qualified = [(" ".join(filter(str.isalpha, one)), filter(str.isdigit, one)) for one in given]
    figures = tuple(
        (text, qualifier, tuple(map(int, values)))
        for text, (qualifier, values) in zip(words, qualified, strict=True)
    )
    return Phrase(re.sub(r"[\[\]]", "", marked), figures)


PHRASES = [phrase(line) for line in _LINES if line and not line.startswith("#")]


def test_there_are_two_hundred_different_sentences() -> None:
    assert len({one.sentence for one in PHRASES}) == len(PHRASES) >= 200


def test_draft_and_check_read_what_a_reader_does() -> None:
    check_each(PHRASES, draft_and_check_read_the_same)


def draft_and_check_read_the_same(phrase: Phrase) -> None:
    raw = draft(phrase.sentence, date="2024-12-19").briefing()
    briefing = parse_text(json.dumps(raw), "draft")
    figures = [one for claim in briefing.claims for one in claim.figures]
    drafted = [
        # the ends of "about 300 to 400" are no bounds
        (words, "no number", ())
        if (qualifier, len(values)) == ("about", 2)
        else (words, qualifier, values)
        for words, qualifier, values in phrase.figures
    ]
    assert [(one.words, one.qualifier, one.values) for one in figures] == drafted
    assert [one for one in find_cautions(briefing) if one.rule != "draft"] == []
    check_alone_reads_the_same(phrase)


def check_alone_reads_the_same(phrase: Phrase) -> None:
    expected = {
        (qualifier, values)
        for _, qualifier, values in phrase.figures
        if qualifier != "magnitude" and values != (0,)
    }
    known = {value for _, values in expected for value in values}
    found = list(counted(numbers_in(phrase.sentence), known))
    assert expected <= {(one.qualifier, one.values) for one in found}
    assert {(one.qualifier, one.values) for one in found if not one.doubtful} <= expected
