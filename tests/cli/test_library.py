"""Libraries on the command line, and in a real terminal."""

import json
from pathlib import Path

from tests.cli.run import run
from tests.library.reports import save
from tests.terminal import Terminal


def test_every_command_takes_a_folder_or_several_files(tmp_path: Path) -> None:
    save(tmp_path)
    folder = str(tmp_path)
    files = [str(tmp_path / f"{name}.json") for name in ("2024-12-19-nis", "2024-12-20-outlet")]
    for paths in ([folder], files):
        done = run("query", "killed:>=100", *paths, "--format", "ids")
        assert done.stdout == "2024-12-19-nis/c1\n2024-12-20-outlet/c1\n"
    assert "9 editions" in run("show", folder).stdout
    then = run("show", folder, "--as-of", "2024-12-20").stdout
    assert "known on 2024-12-20 · 5 of 9 editions" in then
    assert run("check", folder).stderr.startswith("9 files, 0 errors")
    assert "“At least 100”" in run("export", folder, "--to", "md").stdout
    assert 'href="#claim-2024-12-19-nis/c1"' in run("export", folder, "--to", "html").stdout
    exported = json.loads(run("export", folder, "--to", "json").stdout)
    assert len(exported["editions"]) == 9
    track = json.loads(run("track", "killed", folder, "--format", "json").stdout)
    assert [one["words"] for one in track["statements"][:3]] == [
        "At least 100",
        "100",
        "Around 300",
    ]
    assert run("track", "tanks", folder).stderr == (
        "kursk-tui: “tanks” is not a question or a measure; there are casualties, killed, wounded, "
        "deployed\n"
    )
    for name, day, expected in (
        (
            "killed",
            "2024-12-01",
            "nothing was known on 2024-12-01; the first edition is of 2024-12-17",
        ),
        ("killed", "2024-12-17", "no statement about killed was known on 2024-12-17"),
    ):
        before = run("track", name, folder, "--as-of", day)
        assert (before.returncode, before.stdout, before.stderr) == (
            1,
            "",
            f"kursk-tui: {expected}\n",
        )
    assert run("track", "tanks", folder, "--as-of", "2024-12-01").returncode == 2
    checked = run("check", folder, "--as-of", "2024-12-20")
    assert checked.stderr.endswith(
        "not checked: 4 editions not known yet\n5 files, 0 errors, 4 warnings\n"
    )
    assert run("names", folder).returncode == 1


def test_what_cannot_be_a_library_is_refused(tmp_path: Path) -> None:
    assert run("show", str(tmp_path)).stderr == f"kursk-tui: no briefing in {tmp_path.name}\n"
    assert run("show", str(tmp_path)).returncode == 2
    save(tmp_path)
    assert run("show", str(tmp_path), "-").returncode == 2
    bad = run("show", str(tmp_path), "--as-of", "2024-13-01")
    assert (bad.returncode, bad.stdout) == (2, "")
    assert "there is no month 13" in bad.stderr
    assert run("show", "--as-of", "2024-12-20").returncode == 2
    (tmp_path / "library.json").write_text('{"titel": "x"}')
    located = run("show", str(tmp_path))
    assert located.returncode == 0  # the editions are shown
    assert "9 editions" in located.stdout
    assert located.stderr.startswith("kursk-tui: not used: ")
    assert (
        "library.json:1:2: there is no field “titel” here; did you mean “title”?" in located.stderr
    )
    (tmp_path / "copy.json").write_bytes((tmp_path / "2024-12-19-nis.json").read_bytes())
    checked = run("check", str(tmp_path), "--format", "concise")
    assert checked.returncode == 1
    assert "there is no field “titel” here" in checked.stdout
    assert "this file is “2024-12-19-nis”, byte for byte; both names are valid" in checked.stdout


def test_a_folder_is_followed_while_files_come_half_written_and_go(tmp_path: Path) -> None:
    save(tmp_path)
    late = tmp_path / "2025-01-13-nis.json"
    text = late.read_text()
    late.unlink()
    terminal = Terminal([str(tmp_path), "--watch", "--pane", "editions"])
    terminal.wait_for("8 editions")
    late.write_text(text[: len(text) // 2])
    terminal.wait_for("1 file not shown")
    late.write_text(text)
    for number in range(10):
        other = text.replace("Report of", f"{number}. report of")
        (tmp_path / f"more-{number}.json").write_text(other)
    terminal.wait_for("19 editions")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
