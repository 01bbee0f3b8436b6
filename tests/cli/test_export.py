"""`kursk-tui export` and `schema`: the output, its destination, and errors of writing."""

import json
import os
import re
import socket
import stat
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.markdown import write as write_markdown
from kursk_tui.query import View
from tests.cli.run import run, start
from tests.model.factory import altered, minimal
from tests.query.factory import builtin
from tests.terminal import COMMAND
from tests.ui.rich_briefing import rich_briefing


def test_export_writes_to_standard_output_or_to_a_file(tmp_path: Path) -> None:
    expected = write_markdown(View.of(builtin()))
    assert run("export", "--to", "md").stdout == expected
    done = run("export", "--to", "md", "-o", "brief.md", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert re.fullmatch(
        r"kursk-tui: Markdown leaves out \d+ values; --losses text lists them\n", done.stderr
    )
    assert (tmp_path / "brief.md").read_text("utf-8") == expected


def test_what_a_format_leaves_out_is_listed_instead_of_written(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(altered((("claims", 0, "credibility"), 2))))
    assert (
        "credibility: 1 value, of 1 claim"
        in run("export", path, "--to", "csv", "--losses", "text").stdout
    )
    found = json.loads(run("export", path, "--to", "csv", "--losses", "json").stdout)
    assert found["format"] == "csv"
    (lost,) = [one for one in found["losses"] if one["words"] == "credibility"]
    assert (lost["fields"], lost["values"]) == (["claims.credibility"], 1)


def test_an_option_of_another_format_is_refused() -> None:
    done = run("export", "--to", "md", "--rows", "figures")
    assert done.returncode == 2
    assert done.stderr == "kursk-tui: --rows is not an option of Markdown\n"


def test_json_is_valid_and_a_second_export_is_identical(tmp_path: Path) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    assert run("export", "--to", "json", "-o", first).returncode == 0
    assert run("check", "--strict", first).returncode == 0
    assert run("export", first, "--to", "json", "-o", second).returncode == 0
    assert first.read_bytes() == second.read_bytes()


def test_an_empty_selection_is_written_and_reported(tmp_path: Path) -> None:
    done = run("export", "--to", "csv", "--query", "id:none", "-o", "x.csv", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr == "kursk-tui: no claim matches “id:none”\n"
    assert (tmp_path / "x.csv").read_text("utf-8").count("\n") == 1


def test_utf_8_is_written_whatever_the_locale() -> None:
    done = start("export", "--to", "md", LC_ALL="C", PYTHONIOENCODING="latin-1")
    assert "“at least 100”" in done.stdout


@pytest.mark.parametrize(
    ("place", "why"), [("none/x.md", "No such file or directory"), (".", "Is a directory")]
)
def test_a_path_that_cannot_be_written_is_reported_in_one_line(
    place: str, why: str, tmp_path: Path
) -> None:
    done = run("export", "--to", "md", "-o", tmp_path / place)
    assert done.returncode == 2
    assert done.stderr == f"kursk-tui: cannot write {tmp_path / place}: {why}\n"


def test_an_old_file_survives_a_full_disk(tmp_path: Path) -> None:
    target = tmp_path / "brief.html"
    target.write_text("old")
    # With a limit on file sizes, writing fails as on a full disk: after some of the data. Compiled
    # modules would be cut off as well, and break later runs.
    script = f"ulimit -f 4; exec '{COMMAND}' export --to html -o '{target}' --force"
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        ["bash", "-c", f"trap '' XFSZ; {script}"],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 2
    assert done.stderr == f"kursk-tui: cannot write {target}: File too large\n"
    assert target.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["brief.html"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_standard_output_on_a_full_disk_is_reported() -> None:
    for what in ("show", "export --to md", "schema", "keys", "check x", "--help"):
        done = subprocess.run(
            ["sh", "-c", f"'{COMMAND}' {what} > /dev/full"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2
        assert "kursk-tui: No space left on device" in done.stderr
        assert "Traceback" not in done.stderr
        assert "Exception" not in done.stderr


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "brief.md", tmp_path / "link.md"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    assert run("export", "--to", "md", "-o", link, "--force").returncode == 0
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith("# North Korean")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_that_the_umask_leaves(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        run("export", "--to", "md", "-o", tmp_path / "brief.md")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "brief.md").stat().st_mode) == 0o640


def test_a_pipe_is_written_to_directly() -> None:
    done = start("export", "--to", "md", "-o", "/dev/stdout")
    assert done.stdout.startswith("# North Korean")


@pytest.mark.parametrize("place", ["nd/", "nd/.", ""])
def test_a_folder_is_not_a_file_name(place: str, tmp_path: Path) -> None:
    done = run("export", "--to", "md", "-o", place, folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        f"kursk-tui export: argument -o/--output: “{place}” is not a file name"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_without_a_reader_and_a_socket_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # paths of sockets are limited in length
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("socket")
        for name, why in (
            ("pipe", "no process is reading from this pipe"),
            ("socket", "not a file, pipe or character device"),
        ):
            done = run("export", "--to", "md", "-o", name, folder=tmp_path)
            assert done.returncode == 2
            assert done.stderr == f"kursk-tui: cannot write {name}: {why}\n"


def test_a_pipe_with_a_reader_and_a_device_are_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert run("export", "--to", "csv", "--query", "id:none", "-o", pipe).returncode == 1
    assert os.read(reader, 100).startswith(b"claim,answer,")
    os.close(reader)
    assert run("export", "--to", "csv", "-o", os.devnull).returncode == 0


def test_dev_stdout_is_appended_to(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("old\n")
    script = f"'{COMMAND}' export --to csv -o /dev/stdout >> '{log}'"
    subprocess.run(["sh", "-c", script], check=True)
    assert log.read_text("utf-8").startswith("old\nclaim,answer,")


def test_the_schema_accepts_what_the_reader_accepts() -> None:
    schema = json.loads(run("schema").stdout)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for raw in (
        json.loads(builtin_path().read_text("utf-8")),
        minimal(),
        rich_briefing().model_dump(mode="json", exclude_unset=True),
    ):
        validator.validate(raw)
    for broken in (
        altered((("title",), 5)),
        altered((("unknown",), 5)),
        altered((("claims", 0, "kind"), "guess")),
        altered((("claims", 0, "figures", 0, "values"), ["40"])),
        altered((("documents",), [])),
    ):
        assert not validator.is_valid(broken)


def test_the_published_schema_is_current(tmp_path: Path) -> None:
    published = Path(__file__).parents[2] / "docs" / "kursk-tui.schema.json"
    assert run("schema").stdout == published.read_text("utf-8")
    run("schema", "-o", tmp_path / "s.json")
    assert (tmp_path / "s.json").read_text("utf-8") == published.read_text("utf-8")
