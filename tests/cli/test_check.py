"""`kursk-tui check`: findings for authors, scripts and GitHub."""

import json
from pathlib import Path

from kursk_tui.formats.builtin import builtin_path
from tests.cli.run import run, written
from tests.model.factory import altered, minimal

BAD = """{"format": "kursk-tui/1",
 "title": 5, "documents": [{"id":"한국 é", "text": "a"}]}
"""


def test_the_built_in_briefing_has_no_findings() -> None:
    done = run("check", "--strict", builtin_path())
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "1 file, 0 errors, 0 warnings\n"


def test_every_error_has_its_line_path_and_carets(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text(BAD, "utf-8")
    done = run("check", "bad.json", folder=tmp_path)
    assert done.returncode == 1
    rule = "it must be an id: a letter or digit, then letters, digits, dots, hyphens or underscores"
    assert done.stdout.splitlines() == [
        "bad.json:2:11: error: “title” is 5, but should be text in quotes [invalid]",
        "    at $.title",
        '    2 |  "title": 5, "documents": [{"id":"한국 é", "text": "a"}]}',
        "                  ^",
        "bad.json:2:28: error: “sha256” is missing [invalid]",
        "    at $.documents[0].sha256",
        '    2 |  "title": 5, "documents": [{"id":"한국 é", "text": "a"}]}',
        "                                   ^",
        f"bad.json:2:34: error: “id” is “한국 é”; {rule} [invalid]",
        "    at $.documents[0].id",
        '    2 |  "title": 5, "documents": [{"id":"한국 é", "text": "a"}]}',
        # two cells for each Korean letter: quotes, two letters, a blank, é
        "                                         ^^^^^^^^",
    ]
    assert done.stderr == "1 file, 3 errors, 0 warnings\n"


def test_carets_are_right_under_characters_of_any_width(tmp_path: Path) -> None:
    name = "👩\u200d🚀हिन्दी👍🏽a\u200bb🇰🇷"
    text = f'{{"titel": "{name}", "country": "{name}"}}'
    (tmp_path / "bad.json").write_text(text, "utf-8")
    lines = run("check", "bad.json", folder=tmp_path).stdout.splitlines()
    at = next(n for n, line in enumerate(lines) if "no field “country”" in line)
    # The name is 2 + 3 + 2 + 2 + 2 columns wide; 11 columns precede it, 3 follow it.
    assert lines[at + 3] == f"        {' ' * (11 + 11 + 3)}^^^^^^^^^"


def test_concise_is_one_line_per_finding(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text(BAD, "utf-8")
    lines = run("check", "--format", "concise", "bad.json", folder=tmp_path).stdout.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "bad.json:2:11",
        "bad.json:2:28",
        "bad.json:2:34",
    ]


def test_github_is_one_annotation_per_finding(tmp_path: Path) -> None:
    (tmp_path / "bad,1.json").write_text(BAD, "utf-8")
    done = run("check", "--format", "github", "bad,1.json", folder=tmp_path)
    assert done.stdout.splitlines()[0] == (
        "::error file=bad%2C1.json,line=2,col=11,title=invalid::"
        "“title” is 5, but should be text in quotes ($.title)"
    )


def test_json_is_one_array_over_all_files(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text(BAD, "utf-8")
    written(tmp_path, minimal(), "good.json")
    done = run("check", "--format", "json", "good.json", "bad.json", "none.json", folder=tmp_path)
    found = json.loads(done.stdout)
    assert found[0] == {
        "file": "bad.json",
        "line": 2,
        "column": 11,
        "path": "$.title",
        "severity": "error",
        "rule": "invalid",
        "message": "“title” is 5, but should be text in quotes",
    }
    assert [one["rule"] for one in found] == ["invalid", "invalid", "invalid", "unreadable"]
    assert found[3]["line"] is None
    assert found[3]["severity"] == "error"
    assert done.returncode == 2  # one file could not be read
    assert json.loads(run("check", "--format", "json", "good.json", folder=tmp_path).stdout) == []


def test_a_long_line_is_shortened_around_the_place(tmp_path: Path) -> None:
    raw = altered((("claims", 1, "kind"), "guess"))
    (tmp_path / "one.json").write_text(json.dumps(raw), "utf-8")  # all on one line
    lines = run("check", "one.json", folder=tmp_path).stdout.splitlines()
    assert lines[0].startswith("one.json:1:")
    assert len(lines[2]) <= 110
    start, end = lines[3].index("^"), len(lines[3])
    assert lines[2][start:end] == '"guess"'


def test_warnings_fail_only_with_strict(tmp_path: Path) -> None:
    path = written(tmp_path, altered((("claims", 0, "summary"), "40 fell")))
    done = run("check", "--format", "concise", path)
    assert done.returncode == 0
    assert ": warning: the summary says “40”, the document “at least 40”: “at least” is lost" in (
        done.stdout
    )
    assert done.stdout.endswith(" [qualifier-lost]\n")
    assert done.stderr == "1 file, 0 errors, 1 warning\n"
    assert run("check", "--strict", path).returncode == 1


def test_a_warning_has_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, altered((("claims", 0, "summary"), "40 fell")))
    (found,) = json.loads(run("check", "--format", "json", path).stdout)
    line = path.read_text("utf-8").splitlines()[found["line"] - 1]
    assert line[found["column"] - 1 :].startswith('"40 fell"')
    assert (found["path"], found["severity"]) == ("$.claims[0].summary", "warning")


def test_standard_input_is_checked() -> None:
    done = run("check", "-", given=BAD.encode())
    assert done.returncode == 1
    assert done.stdout.startswith("<stdin>:2:11: error: ")
