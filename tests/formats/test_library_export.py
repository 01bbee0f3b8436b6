"""A library as one JSON file."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kursk_tui.formats.json import parse_text, write
from kursk_tui.formats.json.library_export import ExportedLibrary
from kursk_tui.formats.json.schema import schema_text
from kursk_tui.formats.library_decisions import text_of
from kursk_tui.formats.problem import InvalidBriefingError
from kursk_tui.library.edition import Twin, Waiting
from kursk_tui.library.library import Library
from kursk_tui.query import View
from tests.library.reports import DECISIONS, library

TWIN = Twin(Path("dprk/a.json"), "a", "2024-12-17-us")
WAITING = (Waiting(Path("dprk/b.json"), "broken", 2, 5),)


def exported(shown: Library, query: str = "", *, possible: bool = False) -> ExportedLibrary:
    """Return an exported library as it is read again, after checking it against the schema."""
    text = write(View.of(shown.briefing).ask(query).showing_possible(possible))
    Draft202012Validator(json.loads(schema_text("library"))).validate(json.loads(text))
    return ExportedLibrary.model_validate_json(text)


def test_every_edition_is_the_file_that_it_was_and_nothing_is_lost() -> None:
    whole = replace(library(), waiting=WAITING, same=(TWIN,))
    found = exported(whole)
    assert [one.key for one in found.editions] == [one.key for one in whole.editions]
    assert [one.sha256 for one in found.editions] == [one.sha256 for one in whole.editions]
    assert [one.briefing for one in found.editions] == [one.briefing for one in whole.editions]
    assert found.decisions == DECISIONS
    left = [(one.same_as, one.reason) for one in found.left_out]
    assert left == [("2024-12-17-us", None), (None, "broken (line 2, column 5)")]
    assert (found.query, found.as_of) == (None, None)
    single = write(View.of(whole.editions[0].briefing))
    assert parse_text(single, "x") == found.editions[0].briefing


def test_a_query_and_a_day_are_in_the_file() -> None:
    found = exported(library(), "killed:>200", possible=True)
    assert found.query == "killed:>200"
    assert list(found.possible) == ["2024-12-19-nis/c1", "2025-01-13-nis/c1"]
    assert [one.key for one in found.editions] == ["2024-12-19-nis", "2025-01-13-nis"]
    then = exported(library().known_on("2024-12-18"))
    assert then.as_of is not None
    assert (then.as_of.day, then.as_of.later, len(then.editions)) == ("2024-12-18", 6, 3)


def test_a_file_of_another_kind_is_named() -> None:
    exported_text = write(View.of(library().briefing))
    for text, message in (
        (exported_text, "this is an exported library; each “briefing” in it is a briefing"),
        (text_of(DECISIONS), "these are decisions about a library; open their folder instead"),
        ("[]", "this file is a list, but should be an object in braces { }"),
    ):
        with pytest.raises(InvalidBriefingError) as error:
            parse_text(text, "x.json")
        assert [one.message for one in error.value.problems] == [message]
