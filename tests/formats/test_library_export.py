"""A library as one JSON file."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kursk_tui.defaults import SIZE_LIMIT
from kursk_tui.formats.exported import is_exported
from kursk_tui.formats.json import parse_text, write
from kursk_tui.formats.json.library_export import ExportedLibrary
from kursk_tui.formats.json.schema import schema_text
from kursk_tui.formats.library_decisions import text_of
from kursk_tui.formats.library_folder import LibraryFolder
from kursk_tui.formats.problem import InvalidBriefingError
from kursk_tui.formats.text import plain_text
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
        (
            exported_text,
            (
                "this is an exported library with editions and decisions of its own: save it as a"
                " file, not a pipe, and open it as the only path"
            ),
        ),
        (text_of(DECISIONS), "these are decisions about a library; open their folder instead"),
        ("[]", "this file is a list, but should be an object in braces { }"),
    ):
        with pytest.raises(InvalidBriefingError) as error:
            parse_text(text, "x.json")
        assert [one.message for one in error.value.problems] == [message]


def _opened(text: str, path: Path) -> Library:
    path.write_text(text)
    assert is_exported(path)
    return LibraryFolder([path], SIZE_LIMIT).read()


def test_an_exported_library_opens_as_the_library_that_it_was(tmp_path: Path) -> None:
    whole = replace(library(), waiting=(Waiting(Path("b.json"), "broken"),), same=(TWIN,))
    text = write(View.of(whole.briefing))
    found = _opened(text, tmp_path / "x.json")
    assert write(View.of(found.briefing)) == text
    assert list(plain_text(View.of(found.briefing))) == list(plain_text(View.of(whole.briefing)))
    assert found.aliases == {"dprk/a": "2024-12-17-us"}
    assert [one.reason for one in found.waiting] == ["broken"]
    early, late = found.known_on("2024-12-18"), library().known_on("2024-12-18")
    assert list(plain_text(View.of(early.briefing))) == list(plain_text(View.of(late.briefing)))


def test_the_title_of_a_part_of_a_library_says_that_it_is_one(tmp_path: Path) -> None:
    table = [
        (write(View.of(library().known_on("2024-12-20").briefing)), "as known on 2024-12-20"),
        (write(View.of(library().briefing).ask("killed:>=100")), "only “killed:>=100”"),
    ]
    for text, says in table:
        found = _opened(text, tmp_path / "part.json")
        assert found.title == f"{DECISIONS.title} · {says}"
    digests = {one.sha256 for one in library().editions}
    assert digests.isdisjoint(one.sha256 for one in found.editions)  # parts are not what was read


def test_a_hostile_exported_library_is_told_or_shown_without_harm(tmp_path: Path) -> None:
    data = json.loads(write(View.of(library().briefing)))
    first, second, *_ = data["editions"]
    first["key"], second["key"] = "../a\n\x1b[1m[b]x", data["editions"][2]["key"]
    data["title"] = "\x1b[2J"
    data["left_out"] = [{"file": "", "same_as": "none"}, {"file": "\0\n", "reason": "\x1b"}]
    found = _opened(json.dumps(data), tmp_path / "x.json")
    assert found.editions[0].key == "../a-1m-b-x"
    assert "another edition has the same key" in [one.reason for one in found.waiting]
    shown = "\n".join(plain_text(View.of(found.briefing)))
    assert "\x1b" not in shown
    data["editions"] = [{"key": "a", "sha256": "x", "briefing": {}}]
    with pytest.raises(InvalidBriefingError):
        _opened(json.dumps(data), tmp_path / "x.json")
