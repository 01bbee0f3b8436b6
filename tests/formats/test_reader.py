"""Reading JSON: the briefing, or every error with line and column."""

import codecs
import json
import os
import unicodedata
from contextlib import suppress
from hashlib import sha256
from pathlib import Path as FilePath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import parse, read
from kursk_tui.formats.json.positions import json_path
from kursk_tui.formats.json.streaming import stream_briefing
from kursk_tui.formats.problem import InvalidBriefingError, Located, UnreadableError
from kursk_tui.model import Briefing
from kursk_tui.text.sanitize import find_unsafe
from tests.formats.test_positions import walk
from tests.model.factory import (
    TEXT,
    Path,
    altered,
    minimal,
    property_test,
    put,
    second_document,
)
from tests.tables import check_each

FELL: Path = ("claims", 0)
RAIN: Path = ("claims", 1)
FIGURE: Path = (*FELL, "figures", 0)
LIKELIHOOD: Path = (*RAIN, "likelihoods", 0)
TEXT_SHA256 = sha256(TEXT.encode()).hexdigest()

# A file, line by line: below each line a caret at each error, and then, for each caret, the JSON
# path and the beginning of the message. Columns count code points: a Korean syllable is one.
BROKEN: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "{",
        "^",
        [("$.title", "“title” is missing")],
    ),
    (
        '  "format": "kursk-tui/9",',
        "            ^",
        [("$.format", "“format” is “kursk-tui/9”; it can be “kursk-tui/1”")],
    ),
    (
        '  "titel": "Weather", "date": "2024-13",',
        "  ^                           ^",
        [
            ("$.titel", "there is no field “titel” here; did you mean “title”?"),
            ("$.date", "“date”: there is no month 13; months run from 01 to 12"),
        ],
    ),
    ('  "documents": [', "", []),
    ('    {"id": "doc",', "", []),
    (f'     "text": "{TEXT}",', "", []),
    (
        '     "sha256": "0000000000000000000000000000000000000000000000000000000000000000"},',
        "               ^",
        [
            (
                "$.documents[0].sha256",
                f"the text does not match its checksum; its SHA-256 is {TEXT_SHA256}",
            )
        ],
    ),
    (
        '    {"id": "second one", "text": "", "sha256": "beef"}',
        "           ^                     ^             ^",
        [
            (
                "$.documents[1].id",
                "“id” is “second one”; it must be an id: a letter or digit, then",
            ),
            ("$.documents[1].text", "“text” is empty"),
            (
                "$.documents[1].sha256",
                "“sha256” is “beef”; it must be a sha256: 64 digits from 0-9 and a-f",
            ),
        ],
    ),
    ("  ],", "", []),
    ('  "sources": [', "", []),
    (
        '    {"id": "ann", "name": "Änne 북한", "country": "Korea"},',
        "                                                ^",
        [
            (
                "$.sources[0].country",
                "“country” is “Korea”; it must be a country code of two capital letters",
            )
        ],
    ),
    (
        '    {"id": "bob", "reliability": "G"}',
        "    ^                            ^",
        [
            ("$.sources[1].name", "“name” is missing"),
            (
                "$.sources[1].reliability",
                "“reliability” is “G”; it can be “A”, “B”, “C”, “D”, “E” or “F”",
            ),
        ],
    ),
    ("  ],", "", []),
    ('  "claims": [', "", []),
    ('    {"id": "fell", "document": "doc", "kind": "reported", "summary": "Forty fell",', "", []),
    (
        '     "evidence": {"start": 0, "end": 26, "exact": "Ann says at least 41 fell."},',
        "                                                  ^",
        [
            (
                "$.claims[0].evidence.exact",
                "the quote does not match document “doc”, where characters 0–26 are “Ann says",
            )
        ],
    ),
    (
        '     "attribution": {"chain": ["ann", "cat"], "basis": "stated"}},',
        "                                      ^",
        [("$.claims[0].attribution.chain[1]", "there is no source “cat” in this file")],
    ),
    (
        '    {"id": "rain", "document": "doc", "kind": "rumour", "summary": 7,',
        "                                              ^                    ^",
        [
            (
                "$.claims[1].kind",
                "“kind” is “rumour”; it can be “reported”, “judgement” or “context”",
            ),
            ("$.claims[1].summary", "“summary” is 7, but should be text in quotes"),
        ],
    ),
    (
        '     "evidence": {"start": "27", "end": 49.5, "exact": "Rain is highly likely."},',
        "                           ^            ^",
        [
            ("$.claims[1].evidence.start", "“start” is “27”, but should be a whole number"),
            ("$.claims[1].evidence.end", "“end” is 49.5, but should be a whole number"),
        ],
    ),
    (
        r'     "when": [{"role": "event"}], "notes": ["\u001b[31m"], "figures": {}}',
        r"              ^                             ^                         ^",
        [
            ("$.claims[1].when[0]", "“when[0]”: needs “edtf”, “words” or both"),
            (
                "$.claims[1].notes[0]",
                "“notes[0]” contains a control character, U+001B, at position 1",
            ),
            ("$.claims[1].figures", "“figures” is an object, but should be a list in brackets [ ]"),
        ],
    ),
    ("  ]", "", []),
    ("}", "", []),
]

json_texts = st.text(max_size=8) | st.sampled_from(["\x1b[31m", "[/]", "2024-12", "S1", "\u202e"])
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(10**18, 10**30)
    | st.floats()
    | json_texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(json_texts, inner, max_size=3),
    max_leaves=6,
)
BUILTIN = json.loads(builtin_path().read_bytes())
PLACES = [path for path, _ in walk(BUILTIN) if path]
FIELDS = sorted({step for path in PLACES for step in path if isinstance(step, str)})
briefing_like = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 60) | json_texts,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6)
    ),
    max_leaves=30,
)


def as_bytes(raw: Any) -> bytes:
    return json.dumps(raw).encode()


def refusal(data: bytes) -> InvalidBriefingError:
    """Return the error raised for the bytes."""
    with pytest.raises(InvalidBriefingError) as caught:
        parse(data, "some.json")
    return caught.value


def only(data: bytes) -> Located:
    """Return the only problem of the bytes."""
    (problem,) = refusal(data).problems
    return problem


def without_consequences(error: InvalidBriefingError) -> list[Located]:
    """Return the problems except those of claims whose document or source is missing."""
    return [at for at in error.problems if not at.message.startswith("there is no ")]


def check_refusal(error: InvalidBriefingError, data: bytes) -> None:
    """Check that an error has places and is safe to print."""
    assert error.problems
    assert list(error.problems) == sorted(error.problems)
    rows = data.count(b"\n") + 1
    for problem in error.problems:
        assert 1 <= problem.line <= rows
        assert problem.column >= 1
        assert problem.message
    printed = str(error).replace("\n", "")
    assert not any(unicodedata.category(char) == "Cc" for char in printed)
    assert find_unsafe(printed) is None


def parse_or_check(data: bytes) -> None:
    """Check that the bytes are a briefing or raise a correct error."""
    in_pieces = None
    with suppress(UnicodeDecodeError):
        in_pieces = stream_briefing(data.removeprefix(codecs.BOM_UTF8).decode())
    try:
        briefing = parse(data, "some.json")
    except InvalidBriefingError as error:
        check_refusal(error, data)
        assert in_pieces is None
    else:
        assert isinstance(briefing, Briefing)
        assert in_pieces == briefing


def test_a_valid_file_gives_its_briefing(tmp_path: FilePath) -> None:
    path = tmp_path / "briefing.json"
    path.write_bytes(as_bytes(minimal()))
    briefing = read(path)
    assert briefing.title == "Weather"
    assert briefing.documents[0].text == TEXT
    assert [claim.id for claim in briefing.claims] == ["fell", "rain"]


def test_the_built_in_briefing_is_valid() -> None:
    assert read(builtin_path()).title == "North Korean troops in Kursk Oblast"


def test_a_byte_order_mark_is_accepted() -> None:
    data = codecs.BOM_UTF8 + as_bytes(minimal())
    assert parse(data, "some.json") == parse(as_bytes(minimal()), "some.json")


def test_a_byte_order_mark_does_not_move_columns() -> None:
    problem = only(codecs.BOM_UTF8 + b'{"a": @}')
    assert (problem.line, problem.column) == (1, 7)


def test_windows_line_ends_do_not_move_lines() -> None:
    text = json.dumps(altered((("title",), 5)), indent=1).replace("\n", "\r\n")
    problem = only(text.encode())
    assert (problem.line, problem.column, problem.path) == (3, 11, "$.title")


def test_all_errors_are_reported_at_once_with_their_places() -> None:
    data = "\n".join(row for row, _, _ in BROKEN).encode()
    expected: list[tuple[int, int, str, str]] = []
    for line, (_, carets, sentences) in enumerate(BROKEN, start=1):
        columns = [at for at, mark in enumerate(carets, start=1) if mark == "^"]
        assert len(columns) == len(sentences)
        for column, (path, message) in zip(columns, sentences, strict=True):
            expected.append((line, column, path, message))
    found = refusal(data).problems
    assert [(at.line, at.column, at.path) for at in found] == [at[:3] for at in expected]
    for problem, (*_, beginning) in zip(found, expected, strict=True):
        assert problem.message.startswith(beginning)


def test_inconsistencies_are_reported_at_their_places() -> None:
    raw = altered(((*FIGURE, "words"), "at least 41"), ((*RAIN, "id"), "fell"))
    text = json.dumps(raw, indent=2, ensure_ascii=False)
    rows = text.split("\n")
    first, second = refusal(text.encode()).problems
    assert first.path == "$.claims[0].figures[0].words"
    assert rows[first.line - 1].startswith('"at least 41"', first.column - 1)
    assert second.path == "$.claims[1].id"
    assert rows[second.line - 1].startswith('"fell"', second.column - 1)
    assert first.line < second.line


def test_an_error_prints_place_and_message_then_path() -> None:
    error = refusal(b'{"format": "kursk-tui/1", "title": 5,\n "documents": []}')
    assert str(error) == (
        "some.json:1:36: “title” is 5, but should be text in quotes\n"
        "    at $.title\n"
        "some.json:2:15: “documents” is empty\n"
        "    at $.documents"
    )


# Columns by hand: each row is short enough to count.
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('{"a": 1,}', 1, 9),
        ('{"a": @}', 1, 7),
        ('{"é": @}', 1, 7),
        ('{"title": "북한" "x"}', 1, 16),
        ('["😀" 1]', 1, 6),
        ('{"한국": "북한",\n "é": @}', 2, 7),
        ('{\n  "a": 1\n  "b": 2\n}', 3, 3),
        ("{} {}", 1, 4),
        ("{'a': 1}", 1, 2),
        ('{"a": "x\ty"}', 1, 9),
    ],
)
def test_a_syntax_error_has_its_place_in_code_points(text: str, line: int, column: int) -> None:
    problem = only(text.encode())
    assert (problem.line, problem.column) == (line, column)
    assert problem.message.startswith("this is not valid JSON: ")
    assert " column " not in problem.message


@pytest.mark.parametrize("text", ['{"a": [1, 2', '{"a": "한', '{"a":\n', "nul", "[", '"'])
def test_a_file_that_ends_too_early_is_located_at_its_end(text: str) -> None:
    problem = only(text.encode())
    assert "a bracket or quote is not closed at the end" in problem.message
    last = text.split("\n")[-1]
    assert problem.line == text.count("\n") + 1
    assert max(1, len(last)) <= problem.column <= len(last) + 1


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b'{"a": "\xff"}', 1, 8),
        (b'{"a":\n "\xff"}', 2, 3),
        ('{"한": "caf'.encode() + b'\xe9"}', 1, 11),
        (b"\x80", 1, 1),
        (b"{}\n\n\xc3", 3, 1),
        (b'{"a": "\xed\xa0\x80"}', 1, 8),
    ],
)
def test_bytes_that_are_not_utf_8_are_located(data: bytes, line: int, column: int) -> None:
    problem = only(data)
    assert (problem.line, problem.column) == (line, column)
    assert problem.message == "the file is not UTF-8 text"


@pytest.mark.parametrize("bom", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_utf_16_is_named(bom: bytes) -> None:
    encoding = "utf-16-le" if bom == codecs.BOM_UTF16_LE else "utf-16-be"
    problem = only(bom + json.dumps(minimal()).encode(encoding))
    assert (problem.line, problem.column) == (1, 1)
    assert problem.message.startswith("the file is not UTF-8 text")
    assert "it looks like UTF-16: save it as UTF-8" in problem.message


@pytest.mark.parametrize("data", [b"", b" ", b"\n\n", b" \t\r\n"])
def test_an_empty_file_is_reported_as_empty(data: bytes) -> None:
    assert only(data) == Located(1, 1, "", "the file is empty")


def test_a_missing_file_cannot_be_read(tmp_path: FilePath) -> None:
    with pytest.raises(UnreadableError, match=r"cannot read .*nowhere\.json: No such file"):
        read(tmp_path / "nowhere.json")


def test_a_directory_cannot_be_read(tmp_path: FilePath) -> None:
    with pytest.raises(UnreadableError, match=r"cannot read .*: it is a folder"):
        read(tmp_path)


def test_a_path_through_a_file_cannot_be_read(tmp_path: FilePath) -> None:
    (tmp_path / "file").write_bytes(b"{}")
    with pytest.raises(UnreadableError, match=r"cannot read .*: Not a directory"):
        read(tmp_path / "file" / "briefing.json")


def test_a_file_without_permission_cannot_be_read(
    tmp_path: FilePath, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    with pytest.raises(UnreadableError, match=r"cannot read .*: Permission denied"):
        read(tmp_path / "secret.json")


def test_a_file_name_with_control_characters_is_printed_safely(tmp_path: FilePath) -> None:
    path = tmp_path / "a\x1b[31m.json"
    path.write_bytes(b"{")
    with pytest.raises(InvalidBriefingError) as caught:
        read(path)
    assert "a␛[31m.json:1:" in str(caught.value)
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize("value", ["null", "5", '"text"', "[]", "true"])
def test_a_file_that_is_not_an_object_is_refused(value: str) -> None:
    problem = only(value.encode())
    assert (problem.line, problem.column, problem.path) == (1, 1, "$")
    assert "should be an object in braces { }" in problem.message


def test_a_duplicate_key_is_refused_in_an_otherwise_valid_file() -> None:
    rest = json.dumps(minimal())[1:]
    data = '{\n"title": "One",\n "date": "2024",\n ' + rest
    problem = only(data.encode())
    column = (" " + rest).index('"title"') + 1
    assert (problem.line, problem.column, problem.path) == (4, column, "$.title")
    assert problem.message == "“title” is a duplicate key; the first is on line 2"


def test_duplicate_keys_are_reported_with_other_problems() -> None:
    data = b'{"format": "kursk-tui/1",\n "title": "A",\n "title": 5,\n "documents": []}'
    found = [(at.line, at.column, at.path) for at in refusal(data).problems]
    assert found == [
        (3, 2, "$.title"),
        (3, 11, "$.title"),
        (4, 15, "$.documents"),
    ]


def test_a_repeated_key_deep_in_a_claim_is_found() -> None:
    text = json.dumps(minimal()).replace('"start": 27', '"start": 27, "start": 27', 1)
    problem = only(text.encode())
    assert problem.path == "$.claims[1].evidence.start"
    assert "a duplicate key; the first is on line 1" in problem.message


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
@pytest.mark.parametrize("depth", [150, 1_000, 50_000])
def test_deep_nesting_is_refused_without_exhausting_the_stack(
    opening: str, closing: str, depth: int
) -> None:
    nested = (opening * depth + "1" + closing * depth).encode()
    check_refusal(refusal(nested), nested)
    inside = b'{"claims": ' + nested + b"}"
    check_refusal(refusal(inside), inside)


@pytest.mark.parametrize(
    "path",
    [
        ("title",),
        ("documents", 0, "publisher"),
        ("sources", 0, "name"),
        ("sources", 0, "short"),
        (*FELL, "summary"),
        (*FELL, "notes"),
        (*FIGURE, "population"),
    ],
)
def test_a_control_character_in_a_name_is_refused_without_repeating_it(path: Path) -> None:
    chars = ["\x1b", "\x00", "\r", "\x7f", "\x9b", "\u202e", "\u2066"]
    check_each(chars, lambda char: refuses_in_a_name(path, char))


def refuses_in_a_name(path: Path, char: str) -> None:
    text = f"ab{char}[31m"
    change = (path, [text] if path[-1] == "notes" else text)
    data = as_bytes(altered((("documents", 1), second_document()), change))
    error = refusal(data)
    (problem,) = error.problems
    assert problem.path.startswith(json_path(path))
    assert f"U+{ord(char):04X}, at position 3" in problem.message
    check_refusal(error, data)


def test_control_characters_in_a_documents_text_are_kept() -> None:
    text = "a\x1b[31m\u202eb\x00"
    raw = altered((("documents", 1), second_document(text)))
    assert parse(as_bytes(raw), "some.json").documents[1].text == text


@pytest.mark.parametrize(
    "key", ["\x1b[2J", "line\nbreak", "tab\tbed", "\u202eemit", "del\x7f", "c1\x9b"]
)
def test_control_characters_in_an_unknown_field_are_not_repeated(key: str) -> None:
    data = as_bytes(altered(((key,), 1)))
    error = refusal(data)
    assert len(error.problems) == 1
    assert "there is no field" in error.problems[0].message
    check_refusal(error, data)
    assert len(error.lines()) == str(error).count("\n") + 1 == 2


def test_control_characters_in_a_refused_value_are_not_repeated() -> None:
    data = as_bytes(altered(((*FELL, "kind"), "\x1b[31m\n\u202e"), (("sources", 0, "id"), "\x07")))
    error = refusal(data)
    assert "␛[31m" in str(error)
    check_refusal(error, data)


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        (("titel",), "did you mean “title”?"),
        (("document",), "did you mean “documents”?"),
        (("documents", 0, "sha265"), "did you mean “sha256”?"),
        (("sources", 0, "contry"), "did you mean “country”?"),
        ((*FELL, "sumary"), "did you mean “summary”?"),
        ((*FELL, "evidence", "exakt"), "did you mean “exact”?"),
        ((*FELL, "attribution", "bases"), "did you mean “basis”?"),
        ((*FIGURE, "value"), "did you mean “values”?"),
        ((*LIKELIHOOD, "scale_base"), "did you mean “scale_basis”?"),
        ((*LIKELIHOOD, "scope", "prefixe"), "did you mean “prefix”?"),
        (
            ("qqqq",),
            "the fields are format, status, title, date, handling, documents, sources, claims",
        ),
        (
            ("sources", 0, "qqqq"),
            "the fields are id, name, short, kind, country, reliability, url",
        ),
    ],
)
def test_an_unknown_field_is_refused_at_its_key_with_a_suggestion(path: Path, hint: str) -> None:
    raw = altered((("documents", 1), second_document()), (path, 1))
    text = json.dumps(raw, indent=2, ensure_ascii=False)
    problem = only(text.encode())
    assert problem.path == json_path(path)
    assert problem.message == f"there is no field “{path[-1]}” here; {hint}"
    row = text.split("\n")[problem.line - 1]
    assert row.startswith(f'"{path[-1]}"', problem.column - 1)


@pytest.mark.parametrize("text", ["[/]", "[bold]", "[bold]x[/bold]", "[link=file:///]", "\\[/]"])
@pytest.mark.parametrize(
    "path", [("title",), ("sources", 0, "name"), (*FELL, "summary"), (*FIGURE, "population")]
)
def test_text_that_looks_like_markup_is_kept(path: Path, text: str) -> None:
    briefing = parse(as_bytes(altered((path, text))), "some.json")
    value: Any = json.loads(briefing.model_dump_json())
    for step in path:
        value = value[step]
    assert value == text


def test_text_that_looks_like_markup_is_kept_in_messages() -> None:
    problem = only(as_bytes(altered(((*FELL, "kind"), "[/]"))))
    assert "“kind” is “[/]”" in problem.message


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "kursk-tui/2"),
        (("format",), None),
        (("title",), 5),
        (("title",), None),
        (("title",), ""),
        (("title",), " "),
        (("title",), "two\nlines"),
        (("date",), 2024),
        (("date",), "19 December"),
        (("documents",), []),
        (("documents",), {}),
        (("sources",), None),
        (("sources", 0, "id"), 1),
        (("sources", 0, "id"), "a b"),
        (("sources", 0, "id"), "a\n"),
        (("sources", 0, "id"), "-a"),
        (("sources", 0, "id"), "x" * 65),
        (("sources", 0, "country"), "kr"),
        (("sources", 0, "reliability"), "a"),
        (("sources", 0, "url"), "javascript:alert(1)"),
        (("sources", 0, "url"), "file:///etc/passwd"),
        ((*FELL, "kind"), "Reported"),
        ((*FELL, "confidence"), "High"),
        ((*FELL, "credibility"), "1"),
        ((*FELL, "credibility"), 0),
        ((*FELL, "credibility"), 7),
        ((*FELL, "evidence", "start"), "0"),
        ((*FELL, "evidence", "start"), False),
        ((*FELL, "evidence", "start"), 0.0),
        ((*FELL, "evidence", "start"), -1),
        ((*FELL, "evidence", "end"), 10**40),
        ((*FIGURE, "values", 0), "100"),
        ((*FIGURE, "values", 0), True),
        ((*FIGURE, "values", 0), 40.0),
        ((*FIGURE, "values", 0), -1),
        ((*FIGURE, "values", 0), 10**16),
        ((*FIGURE, "values", 0), None),
        ((*FIGURE, "values"), 40),
        ((*FIGURE, "qualifier"), "about "),
        ((*FIGURE, "measure"), "Killed"),
        ((*FIGURE, "words"), ""),
        ((*FELL, "attribution", "basis"), "none-stated"),
        ((*FELL, "attribution", "chain"), "ann"),
        ((*LIKELIHOOD, "scale"), "PHIA"),
        ((*LIKELIHOOD, "scale_basis"), "external"),
    ],
)
def test_a_value_is_read_strictly_or_refused_at_its_place(path: Path, value: object) -> None:
    text = json.dumps(altered((path, value)), indent=2)
    (problem,) = without_consequences(refusal(text.encode()))
    assert problem.path == json_path(path)
    row = text.split("\n")[problem.line - 1]
    assert row[problem.column - 1 :].startswith(json.dumps(value)[:1])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((*FELL, "attribution"), {"chain": ["ann"]}),
        ((*FELL, "attribution"), {"basis": "stated"}),
        (FIGURE, {"measure": "killed", "words": "at least 40", "qualifier": "at least"}),
        ((*FELL, "when"), [{"role": "event"}]),
    ],
)
def test_an_inconsistent_record_is_refused_at_its_place(path: Path, value: object) -> None:
    problem = only(as_bytes(altered((path, value))))
    assert problem.path.startswith(json_path(path))


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ((), "$"),
        (("claims", 3, "evidence", "exact"), "$.claims[3].evidence.exact"),
        (("a b",), '$["a b"]'),
        (('say "x"', 0), '$["say \\"x\\""][0]'),
        (("1st",), '$["1st"]'),
        (("scale_basis",), "$.scale_basis"),
    ],
)
def test_a_path_is_written_in_jsonpath(path: Path, written: str) -> None:
    assert json_path(path) == written


def test_a_relation_is_reported_at_its_words_and_a_period_at_its_figure() -> None:
    rain = {"measure": "rained", "words": "Rain", "qualifier": "no number"}
    relation = {"kind": "part of", "words": "Hail", "claim": "rain"}
    raw = altered(((*FIGURE, "relations"), [relation]), ((*RAIN, "figures"), [rain]))
    rain = raw["claims"][1]["figures"][0]

    def errors() -> list[tuple[str, str]]:
        with pytest.raises(InvalidBriefingError) as caught:
            parse(json.dumps(raw).encode(), "bad.json")
        return [(one.path, one.message) for one in caught.value.problems]

    assert errors() == [
        (
            "$.claims[0].figures[0].relations[0].words",
            "claim “rain” has no figure with these words",
        )
    ]
    rain["qualifier"] = "none"  # figures that are not read may have the words
    assert [path for path, _ in errors()] == ["$.claims[1].figures[0].qualifier"]
    rain["qualifier"] = "no number"
    rain["tally"] = "so far"
    assert errors() == [
        ("$.claims[1].figures[0]", "“figures[0]”: “tally” needs “period”, the words of the period")
    ]


@property_test
@given(
    st.binary(max_size=60) | st.text(max_size=40).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_are_refused_as_an_invalid_briefing(data: bytes) -> None:
    check_refusal(refusal(data), data)


@property_test
@given(json_values | briefing_like)
def test_any_json_is_refused_as_an_invalid_briefing(value: Any) -> None:
    data = json.dumps(value, indent=1).encode()
    check_refusal(refusal(data), data)


@property_test
@given(st.sampled_from(PLACES), json_values | briefing_like)
def test_the_built_in_briefing_with_one_value_changed_is_read_or_refused(
    path: Path, value: Any
) -> None:
    raw = json.loads(json.dumps(BUILTIN))
    put(raw, path, value)
    parse_or_check(json.dumps(raw, indent=1).encode())


@property_test
@given(st.sampled_from(PLACES))
def test_the_built_in_briefing_with_one_value_left_out_is_read_or_refused(path: Path) -> None:
    raw = json.loads(json.dumps(BUILTIN))
    around = raw
    for step in path[:-1]:
        around = around[step]
    del around[path[-1]]
    parse_or_check(json.dumps(raw, indent=1, ensure_ascii=False).encode())


@property_test
@given(st.data())
def test_the_built_in_briefing_cut_short_is_refused(data: st.DataObject) -> None:
    whole = builtin_path().read_bytes().rstrip()
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]
    check_refusal(refusal(cut), cut)


@property_test
@given(st.data())
def test_the_built_in_briefing_with_one_byte_changed_is_read_or_refused(
    data: st.DataObject,
) -> None:
    changed = bytearray(builtin_path().read_bytes())
    changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    parse_or_check(bytes(changed))


def test_an_invalid_document_is_not_reported_as_missing() -> None:
    raw = altered((("documents", 0, "sha256"), "bad"))
    assert [at.path for at in refusal(json.dumps(raw).encode()).problems] == [
        "$.documents[0].sha256"
    ]


@pytest.mark.parametrize("grade", [True, 1.0, "1", 0, 7])
def test_a_grade_of_credibility_is_a_whole_number_from_1_to_6(grade: object) -> None:
    raw = altered(((*FELL, "credibility"), grade))
    assert only(json.dumps(raw).encode()).path == "$.claims[0].credibility"


def test_only_the_duplicate_key_is_reported_not_keys_inside_it() -> None:
    text = '{"format": "kursk-tui/1",\n "a": {"b": 1},\n "a": {"b": 2}}'
    twice = [at for at in refusal(text.encode()).problems if "duplicate key" in at.message]
    assert [(at.line, at.column, at.path) for at in twice] == [(3, 2, "$.a")]


def test_invalid_bytes_after_a_byte_order_mark_are_located() -> None:
    problem = only(codecs.BOM_UTF8 + b'{"a": "\xff"}')
    assert (problem.line, problem.column) == (1, 8)


def test_a_byte_order_mark_alone_is_an_empty_file() -> None:
    assert only(codecs.BOM_UTF8).message == "the file is empty"


@pytest.mark.parametrize("name", ["a\x1b[31mb", "a\0b"])
def test_a_file_name_with_control_characters_is_sanitized(name: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(FilePath(name))
    assert find_unsafe(str(caught.value)) is None


@pytest.mark.parametrize("place", [("when",), ("attribution",)])
def test_empty_words_are_refused(place: Path) -> None:
    value: Any = {"chain": ["ann"], "basis": "stated", "words": ""}
    if place == ("when",):
        value = [{"role": "event", "words": "", "start": 3}]
    raw = altered(((*FELL, *place), value))
    assert only(json.dumps(raw).encode()).message == "“words” is empty"


def test_an_error_in_a_claim_does_not_hide_inconsistencies() -> None:
    raw = altered(
        ((*FELL, "kind"), "guess"),
        ((*FELL, "evidence", "exact"), "Ann says something else."),
        ((*FELL, "attribution", "chain"), ["anne"]),
        ((*FIGURE, "values"), []),
    )
    problems = refusal(json.dumps(raw).encode()).problems
    assert {at.path for at in problems} >= {
        "$.claims[0].kind",
        "$.claims[0].evidence.exact",
        "$.claims[0].attribution.chain[0]",
        "$.claims[0].figures[0]",
    }
    (unknown,) = [at for at in problems if "no source" in at.message]
    assert unknown.message.endswith("did you mean “ann”?")


def test_an_error_in_a_document_does_not_hide_inconsistencies() -> None:
    raw = altered((("documents", 0, "url"), "ftp://x"), (("documents", 0, "sha256"), "0" * 64))
    assert [at.path for at in refusal(json.dumps(raw).encode()).problems] == [
        "$.documents[0].sha256",
        "$.documents[0].url",
    ]


def test_an_item_of_a_list_is_named_with_its_index() -> None:
    raw = altered((("documents",), [5]))
    messages = [at.message for at in refusal(json.dumps(raw).encode()).problems]
    assert "“documents[0]” is 5, but should be an object in braces { }" in messages


INVISIBLE_NAMES = [
    *("\u200b", "\u3164", "\u2800", "\u00ad", "\u115f\u1160", "\u17b4", "\uffa0", "\ufe0f"),
    *("\U000e0041", "\U000e0100", " \u2060\u3000"),
]


@pytest.mark.parametrize(
    "path",
    [
        *(("title",), ("sources", 0, "name"), ("sources", 0, "short"), (*FELL, "summary")),
        *((*FIGURE, "population"), (*FIGURE, "place"), (*FELL, "notes", 0)),
    ],
)
def test_names_that_show_nothing_are_blank(path: Path) -> None:
    check_each(INVISIBLE_NAMES, lambda text: is_blank(path, text))


def is_blank(path: Path, text: str) -> None:
    changes: list[tuple[Path, Any]] = [(path, text)]
    if path[-1] == 0:
        changes = [((*FELL, "notes"), [text])]
    problem = only(json.dumps(altered(*changes)).encode())
    assert problem.path == json_path(path)
    assert " is blank, with invisible characters only; " in problem.message
