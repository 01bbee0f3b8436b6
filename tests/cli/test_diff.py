"""`kursk-tui diff`: changes for people and programs."""

import json
import sys
from pathlib import Path

import pytest

from kursk_tui.cli.marked_output import print_marked
from kursk_tui.diffing import Piece
from kursk_tui.formats.builtin import builtin_path
from tests.cli.run import run, written
from tests.model.factory import altered, minimal


def versions(folder: Path) -> tuple[Path, Path]:
    new = altered(
        (("claims", 0, "figures", 0, "words"), "40"),
        (("claims", 0, "figures", 0, "qualifier"), "exactly"),
        (("claims", 0, "notes"), ["Perhaps."]),
        (("title",), "Rain"),
    )
    del new["claims"][1]
    return written(folder, minimal(), "old.json"), written(folder, new, "new.json")


COUNTS = "1 qualifier lost, 1 no longer there, 1 change to the document"
LINES = [
    "2 claims before, 1 now",
    "",
    "Qualifier lost",
    "  fell  At least 40 fell",
    "    ! killed: at least 40 ─▶ 40",
    "      “at least” is lost: 40 or more ─▶ exactly 40",
    "",
    "No longer there",
    "  rain (in the older version)",
    "    ∅ “Rain is highly likely.”",
    "",
    "Document",
    "    ≠ title: Weather ─▶ Rain",
]


def test_lines_for_people(tmp_path: Path) -> None:
    done = run("diff", *versions(tmp_path), folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"Changes since {tmp_path}/old.json: {COUNTS}",
        *LINES,
        "",
        "Not shown: 1 other change; --all shows them",
    ]


def test_all_changes_are_shown_if_asked_for(tmp_path: Path) -> None:
    done = run("diff", "--all", *versions(tmp_path))
    assert done.stdout.splitlines()[1:] == [
        *LINES,
        "",
        "Other changes",
        "  fell  At least 40 fell",
        "    · “notes” changed",
    ]


def reworded(folder: Path) -> tuple[Path, Path]:
    """Return two versions of which the second states the same in other words."""
    new = altered(
        (("claims", 1, "evidence"), {"start": 27, "end": 48, "exact": "Rain is highly likely"})
    )
    return written(folder, minimal(), "old.json"), written(folder, new, "new.json")


def test_new_words_are_below_the_old_ones(tmp_path: Path) -> None:
    assert run("diff", *reworded(tmp_path)).stdout.splitlines()[3:] == [
        "Reworded",
        "  rain",
        "    = words",
        "      - Rain is highly likely.",
        "      + Rain is highly likely",
    ]


def test_only_changes_of_meaning(tmp_path: Path) -> None:
    old, new = reworded(tmp_path)
    done = run("diff", "--only", "meaning", "--exit-code", old, new)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, f"Changes since {old}: none")
    assert done.stdout.splitlines()[-1] == "Not shown: 1 reworded; --all shows them"
    assert run("diff", "--exit-code", old, new).returncode == 1
    found = json.loads(run("diff", "--only", "meaning", "--format", "json", old, new).stdout)
    assert (found["claims"], found["counts"]["changed"]) == ([], 0)
    old, new = versions(tmp_path)
    done = run("diff", "--only", "meaning", "--exit-code", old, new)
    assert (done.returncode, done.stdout.splitlines()[1:14]) == (1, LINES)
    assert run("diff", "--only", "meaning", "--all", old, new).returncode == 2


PIECES = [(Piece("same", "killed: "), Piece("removed", "at least "), Piece("same", "40 \x1b"))]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-256color"}, "killed: \x1b[9;31mat least\x1b[m 40 ␛\n"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "killed: \x1b[9mat least\x1b[m 40 ␛\n"),
        ({"TERM": "dumb"}, "killed: at least 40 ␛\n"),
    ],
)
def test_words_are_marked_on_a_terminal(
    environment: dict[str, str],
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1)  # for terminfo
    print_marked(PIECES)
    assert capsys.readouterr().out == expected


def test_lines_are_wrapped_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("kursk_tui.cli.marked_output.screen_size", lambda: (16, 24))
    line = (Piece("same", "  ! killed: "), Piece("removed", "at least "), Piece("same", "40"))
    print_marked([line])
    assert capsys.readouterr().out.splitlines() == ["  ! killed: at least 40"]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    print_marked([line])
    assert capsys.readouterr().out.splitlines() == [
        "  ! killed: \x1b[9mat\x1b[m ",
        "    \x1b[9mleast\x1b[m 40",
    ]


def test_two_editions_are_needed(tmp_path: Path) -> None:
    old, new = versions(tmp_path)
    assert run("diff", old).stderr == (
        "kursk-tui: the later version is missing; --since VERSION compares one file\n"
    )
    assert run("diff", "--since", old, old, new).stderr == (
        "kursk-tui: with --since, give one version and not two\n"
    )
    assert run("diff", "--since", old, new).stdout == run("diff", old, new).stdout


def test_json_for_programs(tmp_path: Path) -> None:
    found = json.loads(run("diff", "--format", "json", *versions(tmp_path)).stdout)
    assert found["counts"] == {"old": 2, "new": 1, "added": 0, "removed": 1, "changed": 1}
    assert [one["what"] for one in found["general"]] == ["title"]
    changed, removed = found["claims"]
    assert (changed["id"], changed["status"]) == ("fell", "changed")
    change, _ = changed["changes"]
    assert change["what"] == "figure-qualifier"
    assert (change["gravity"], change["direction"]) == ("qualifier-lost", None)
    assert (change["field"], change["old_words"], change["new_words"]) == (
        "killed",
        "at least 40",
        "40",
    )
    assert change["effect"] == "“at least” is lost: 40 or more ─▶ exactly 40"
    assert (changed["gravity"], removed["gravity"]) == ("qualifier-lost", "gone")
    assert found["since"].endswith("old.json")
    assert change["old"] == "killed “at least 40” (40 or more, no upper bound)"
    assert change["new"] == "killed “40” (exactly 40)"
    assert (removed["id"], removed["status"], removed["changes"]) == ("rain", "removed", [])


def test_exit_codes(tmp_path: Path) -> None:
    old, new = versions(tmp_path)
    assert run("diff", "--exit-code", old, new).returncode == 1
    assert run("diff", "--exit-code", old, old).returncode == 0
    assert run("diff", old, tmp_path / "none.json").returncode == 2
    (tmp_path / "bad.json").write_text("{}")
    assert run("diff", old, tmp_path / "bad.json").returncode == 1


def test_one_version_may_be_standard_input() -> None:
    data = builtin_path().read_bytes()
    done = run("diff", "-", builtin_path(), given=data)
    assert done.stdout == "Changes since <stdin>: none\n11 claims before, 11 now\n"
    done = run("diff", "-", "-", given=data)
    assert done.returncode == 2
    assert done.stderr == "kursk-tui: standard input can be read only once\n"


def test_a_change_of_dates_is_described_in_words(tmp_path: Path) -> None:
    old = altered((("claims", 0, "when"), [{"role": "event", "edtf": "2024-12-04/.."}]))
    new = altered(
        (
            ("claims", 0, "when"),
            [{"role": "reported", "edtf": "2024~"}, {"role": "event", "edtf": "2024-12-05"}],
        )
    )
    arguments = (written(tmp_path, old, "old.json"), written(tmp_path, new, "new.json"))
    words = "from 2024-12-04 (event) ─▶ 2024-12-05 (event), about 2024 (reported)"
    assert run("diff", *arguments).stdout.splitlines()[5] == f"    ≠ dates: {words}"
    (claim,) = json.loads(run("diff", "--format", "json", *arguments).stdout)["claims"]
    (change,) = claim["changes"]
    assert (change["what"], change["old"], change["new"]) == (
        "dates",
        "from 2024-12-04 (event)",
        "2024-12-05 (event), about 2024 (reported)",
    )
