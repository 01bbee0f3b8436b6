"""`kursk-tui diff`: changes for people and programs."""

import json
from pathlib import Path

from kursk_tui.formats.builtin import builtin_path
from tests.cli.run import run, written
from tests.model.factory import altered, minimal


def editions(folder: Path) -> tuple[Path, Path]:
    new = altered(
        (("claims", 0, "figures", 0, "words"), "40"),
        (("claims", 0, "figures", 0, "qualifier"), "exactly"),
        (("title",), "Rain"),
    )
    del new["claims"][1]
    return written(folder, minimal(), "old.json"), written(folder, new, "new.json")


def test_lines_for_people(tmp_path: Path) -> None:
    done = run("diff", *editions(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "2 claims before, 1 now: 0 added, 1 removed, 1 changed",
        "",
        "! title: “Weather” became “Rain”",
        "",
        "~ fell  At least 40 fell",
        (
            "    killed: “at least 40” became “40”; “at least” is lost, which changes the meaning: "
            "40 or more, no upper bound became exactly 40"
        ),
        "",
        "- rain  Rain is highly likely",
        "    “Rain is highly likely.”",
    ]


def test_json_for_programs(tmp_path: Path) -> None:
    found = json.loads(run("diff", "--format", "json", *editions(tmp_path)).stdout)
    assert found["counts"] == {"old": 2, "new": 1, "added": 0, "removed": 1, "changed": 1}
    assert [one["what"] for one in found["general"]] == ["title"]
    changed, removed = found["claims"]
    assert (changed["id"], changed["status"]) == ("fell", "changed")
    (change,) = changed["changes"]
    assert change["what"] == "figure-qualifier"
    assert change["old"] == "killed “at least 40” (40 or more, no upper bound)"
    assert change["new"] == "killed “40” (exactly 40)"
    assert (removed["id"], removed["status"], removed["changes"]) == ("rain", "removed", [])


def test_exit_codes(tmp_path: Path) -> None:
    old, new = editions(tmp_path)
    assert run("diff", "--exit-code", old, new).returncode == 1
    assert run("diff", "--exit-code", old, old).returncode == 0
    assert run("diff", old, tmp_path / "none.json").returncode == 2
    (tmp_path / "bad.json").write_text("{}")
    assert run("diff", old, tmp_path / "bad.json").returncode == 1


def test_one_edition_may_be_standard_input() -> None:
    data = builtin_path().read_bytes()
    done = run("diff", "-", builtin_path(), given=data)
    assert done.stdout == "11 claims before, 11 now: 0 added, 0 removed, 0 changed\n"
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
    words = "from 2024-12-04 (event) became 2024-12-05 (event), about 2024 (reported)"
    assert run("diff", *arguments).stdout.splitlines()[3] == f"    dates: {words}"
    (claim,) = json.loads(run("diff", "--format", "json", *arguments).stdout)["claims"]
    (change,) = claim["changes"]
    assert (change["what"], change["old"], change["new"]) == (
        "dates",
        "from 2024-12-04 (event)",
        "2024-12-05 (event), about 2024 (reported)",
    )
