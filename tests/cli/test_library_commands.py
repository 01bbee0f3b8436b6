"""What commands print about a library, and what they refuse, without starting a process."""

import argparse
import json
import shutil
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import pytest

from kursk_tui.cli.exit_codes import CommandError
from kursk_tui.cli.library_file import file_of_library
from kursk_tui.cli.open_library import open_named
from kursk_tui.cli.parser import parse_arguments
from kursk_tui.library.library import library_of
from tests.library.reports import save
from tests.platform.test_git import git


def run(*arguments: str | Path) -> int:
    """Run a command in this process and return its exit code."""
    options: argparse.Namespace = parse_arguments([str(one) for one in arguments])
    code: int = import_module(f"kursk_tui.cli.commands.{options.command}").run(options)
    return code


def refused(*arguments: str | Path) -> tuple[int, str]:
    """Return the exit code and the message of a command that is refused."""
    with pytest.raises(CommandError) as error:
        run(*arguments)
    return error.value.code, str(error.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the nine reports."""
    made = tmp_path / "dprk"
    made.mkdir()
    save(made)
    return made


def heads(out: str) -> Sequence[str]:
    """Return the first two lines of an output."""
    return out.split("\n")[:2]


def test_diff_compares_two_folders_and_no_folder_with_a_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = folder.parent / "older"
    shutil.copytree(folder, older)
    assert run("diff", older, folder, "--exit-code") == 0
    (older / "2025-06-15-mod.json").unlink()
    capsys.readouterr()
    assert run("diff", older, folder, "--exit-code") == 1
    expected = [
        "1 new, 1 change to the library",
        "8 editions before, 9 now · 8 claims before, 9 now",
    ]
    first, second = heads(capsys.readouterr().out)
    assert [first.partition(f"{older}: ")[2], second] == expected
    (older / "2024-12-23-jcs.json").unlink()
    assert run("diff", older, folder, "--as-of", "2024-12-23") == 0
    title, counts, *_ = capsys.readouterr().out.split("\n")
    assert title == f"Changes since {older}, both known on 2024-12-23: {expected[0]}"
    assert counts == "6 editions before, 7 now · 6 claims before, 7 now"
    shutil.copy(folder / "2024-12-23-jcs.json", older)
    versions = folder / "2024-12-17-hur.json", older / "2024-12-17-hur.json"
    assert refused("diff", *versions, "--as-of", "2024-12-23") == (
        2,
        "kursk-tui: --as-of compares two libraries; these are versions of one briefing",
    )
    assert run("diff", "--since", older, folder, "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in data["claims"]] == ["2025-06-15-mod/c1"]
    assert [one["what"] for one in data["general"]] == ["edition-added"]
    file = folder / "2025-06-15-mod.json"
    mixed = ((folder, file), (file, folder), (folder, "--since", file), (file, "--since", folder))
    for given in mixed:
        code, message = refused("diff", *given)
        assert code == 2
        assert message == (
            f"kursk-tui: {folder} is a library and {file} is not; give two libraries or two "
            "briefings, or see what the library has beyond the briefing: "
            f"kursk-tui changes {folder} --since {file}"
        )


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_diff_of_a_folder_since_a_revision_has_its_decisions(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decided = folder / "library.json"
    decided.write_text('{"title": "Before"}')
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "one")
    decided.write_text('{"title": "After"}')
    (folder / "2025-06-15-mod.json").unlink()
    run("diff", "--since", "main", folder)
    out = capsys.readouterr().out
    assert "≠ title of the library: Before ─▶ After\n" in out
    assert "≠ edition “2025-06-15-mod” is no longer there; it had 1 claim\n" in out


def printed(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """Return what a command prints."""
    capsys.readouterr()
    run(*arguments)
    return capsys.readouterr().out


def test_drafts_and_handling_are_in_all_that_is_sent(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "2025-01-13-nis.json"
    data = json.loads(file.read_text())
    data |= {"status": "draft", "handling": {"tlp": "AMBER", "licence": "CC BY 4.0"}}
    data["claims"][0]["review"] = {}
    file.write_text(json.dumps(data))
    track, changes = ("track", "killed", folder), ("changes", folder, "--since", "2024-12-23")
    licence = "CC BY 4.0 (1 of 9 editions)"
    expected = {
        track: (f"1 draft · TLP:AMBER · {licence}", "\n? 2025-01-13  NIS"),
        (*track, "--format", "md"): ("1 draft · TLP:AMBER", "2025-01-13-nis/c1, unreviewed |"),
        (*track, "--format", "csv"): (
            "2025-01-13-nis/c1,",
            f",unreviewed,about,,,300,AMBER,{licence}",
        ),
        changes: (f"\nTLP:AMBER · {licence}\n1 draft\n", "2025-01-13-nis/c1 (unreviewed)]"),
        (*changes, "--format", "md"): (f"\n**TLP:AMBER · {licence}**\n", "(unreviewed)[^1]"),
        ("names", folder): (f"TLP:AMBER · {licence}\n",),
    }
    for arguments, parts in expected.items():
        out = printed(capsys, *arguments)
        assert [part for part in parts if part not in out] == [], arguments
    for arguments, drafts in ((track, 1), (changes, 1), (("names", folder), None)):
        found = json.loads(printed(capsys, *arguments, "--format", "json"))
        assert found["handling"] == {"tlp": "AMBER", "licence": licence}
        assert found.get("drafts") == drafts
    found = json.loads(printed(capsys, *track, "--format", "json"))
    reviews = {one["claim"]: one["review"] for one in found["statements"]}
    assert reviews["2025-01-13-nis/c1"] == "unreviewed"
    assert reviews["2024-12-19-nis/c1"] == ""


def test_a_first_day_after_the_last_is_wrong_usage(folder: Path) -> None:
    for command, since, until in (
        (("changes",), "2024-12-20", ("--until", "2024-12-19")),
        (("show",), "2025", ("--as-of", "2024-12-31")),
        (("query", "is:new"), "2024-12", ("--as-of", "2024-12-30")),
    ):
        code, message = refused(*command, folder, "--since", since, *until)
        assert code == 2
        later = f"this is later than {until[1]}, the last day that is shown"
        assert message == f"kursk-tui: --since {since}: {later}"
    assert run("changes", folder, "--since", "2024-12-20", "--until", "2024-12-20") == 0
    assert run("changes", folder, "--since", "2024-12-20", "--until", "2024-12") == 0


def test_the_built_in_library_takes_the_place_of_a_path_and_stays_as_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "floor 3,001 on Zelenskyy" in printed(capsys, "track", "toll", "--example", "library")
    assert run("check", "--example", "library") == run("check", "--example", "briefing") == 0
    assert (
        printed(capsys, "query", "killed:*", "--example", "briefing", "--format", "ids") == "S10\n"
    )
    for arguments, reason in (
        (("show", "--example", "library", "x.json"), "takes the place of a path"),
        (("check",), "name at least one path"),
    ):
        with pytest.raises(SystemExit) as end:
            run(*arguments)
        assert end.value.code == 2
        assert reason in capsys.readouterr().err
    options = parse_arguments(["--example", "library"])
    opened = open_named(options)
    file, built_in = file_of_library(opened, options), library_of(opened)
    assert file.edit is None
    assert file.decide is not None
    assert built_in is not None
    assert file.decide(built_in, lambda decisions: decisions) == (
        "not saved: the built-in library is read-only; a copy of its folder can be changed"
    )


def test_what_is_missing_or_misspelt_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = folder.parent / "empty"
    empty.mkdir()
    assert run("check", empty) == 2
    assert f"no briefing in {empty}" in capsys.readouterr().out
    assert run("check", folder, "--as-of", "2020") == 0
    wanted = "; did you mean the command “export”?"
    assert refused("exprt")[1].endswith(wanted)
    assert refused("exprt", folder)[1].endswith(wanted)
    assert refused("none.json")[1].endswith("No such file or directory")
    capsys.readouterr()
    # 100 or more, and about 300, may both be more than 200; 2,700 of the wounded is.
    assert run("query", "killed:>200", folder) == 1
    assert "; 2 possible matches, which --possible shows\n" in capsys.readouterr().err
    assert run("query", "killed:>200 OR wounded:>2000", folder) == 0
    assert capsys.readouterr().err == "kursk-tui: 1 possible match, which --possible shows\n"
    assert run("query", "killed:>200 OR wounded:>2000", folder, "--format", "count") == 0
    assert capsys.readouterr().err == ""
