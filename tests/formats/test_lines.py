"""The line of a claim, in valid files and in files that are being edited."""

import json

from kursk_tui.formats.json import line_of_claim
from tests.model.factory import minimal

TEXT = json.dumps(minimal(), indent=1)
FIRST, SECOND = (TEXT.split(f'"id": "{name}"')[0].count("\n") for name in ("fell", "rain"))


def test_a_claim_begins_at_its_brace() -> None:
    assert line_of_claim(TEXT, "fell") == FIRST
    assert line_of_claim(TEXT, "rain") == SECOND
    assert TEXT.splitlines()[SECOND - 1].strip() == "{"


def test_a_source_with_the_same_id_is_not_the_claim() -> None:
    text = TEXT.replace('"ann"', '"rain"')
    assert line_of_claim(text, "rain") == SECOND


def test_an_invalid_file_is_searched_for_the_id() -> None:
    assert line_of_claim(TEXT[:-2], "rain") == SECOND + 1
    assert line_of_claim(TEXT, "none") == 1
    for text in ("", "[]", '{"claims": 5}', '{"claims": [1, {"id": 2}]}', "{"):
        assert line_of_claim(text, "rain") == 1
