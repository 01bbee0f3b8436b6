"""What `-o` replaces: only what is certainly worthless, unless `--force` is given."""

import argparse
import json
import os
import subprocess
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from kursk_tui.cli.replaceable import why_not_replaceable
from kursk_tui.cli.spec import COMMANDS
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.exchange import stix
from kursk_tui.formats.source import STDIN
from kursk_tui.query import View
from tests.cli.run import run, written
from tests.drafted_briefing import drafted_raw
from tests.query.factory import builtin
from tests.terminal import COMMAND

TEXT = builtin().documents[0].text

WRITERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "export": ("x.json", ("export", "--to", "json")),
    "draft": ("x.json", ("draft", "-")),
    "import": ("x.json", ("import", "-")),
    "schema": ("x.json", ("schema",)),
    "screenshot": ("x.txt", ("screenshot", "--size", "40x12")),
}
"""For each command that writes a file, the name of a file and the arguments."""


GIVEN = {"import": stix.write(View.of(builtin())).encode()}
"""The standard input of commands that do not read prose."""


def write(command: str, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Let a command write its file in a folder."""
    name, words = WRITERS[command]
    given = GIVEN.get(command, TEXT.encode())
    return run(*words, "-o", name, *more, given=given, folder=folder)


def undecided() -> dict[str, Any]:
    return drafted_raw()


def decided() -> dict[str, Any]:
    raw = drafted_raw()
    raw["claims"][0]["review"]["decision"] = "rejected"
    return raw


def decided_with_a_claim_by_hand() -> dict[str, Any]:
    raw = decided()
    raw["claims"][1]["review"] = None
    return raw


def with_a_claim_by_hand() -> dict[str, Any]:
    raw = drafted_raw()
    del raw["claims"][1]["review"]
    return raw


def bytes_of(raw: dict[str, Any]) -> bytes:
    return json.dumps(raw).encode()


KEPT: tuple[tuple[bytes, str], ...] = (
    (bytes_of(decided()), "it contains a draft with 1 decision"),
    (builtin_path().read_bytes(), "it contains a briefing that is not a draft"),
    (bytes_of(with_a_claim_by_hand()), "it contains claims that were not drafted"),
    (bytes_of(decided_with_a_claim_by_hand()), "it contains a draft with 1 decision"),
    (bytes_of(decided())[:-1], "it exists"),
    (b"\xff\xfe", "it exists"),
    (b" ", "it exists"),
    (b"notes", "it exists"),
    (b"[" * 100_000, "it exists"),
    (b'{"claims": []}', "it exists"),
)
"""Contents that may be worth keeping, and why."""


def test_every_command_that_writes_a_file_is_tested() -> None:
    writers = set()
    for name, command in COMMANDS.items():
        parser = argparse.ArgumentParser()
        command.declare(parser)
        options = {option for action in parser._actions for option in action.option_strings}
        if "--output" in options:
            writers.add(name)
            assert "--force" in options
    assert writers == set(WRITERS)


@pytest.mark.parametrize("command", WRITERS)
def test_a_file_that_may_be_worth_keeping_is_replaced_only_with_force(
    command: str, tmp_path: Path
) -> None:
    path = tmp_path / WRITERS[command][0]
    for content, reason in KEPT if command == "export" else KEPT[:1]:
        path.write_bytes(content)
        done = write(command, tmp_path)
        assert done.returncode == 2
        assert done.stderr.splitlines()[-1] == (
            f"kursk-tui: cannot write {path.name}: {reason}; "
            f"--force replaces it, and keeps it as {path.name}~"
        )
        assert path.read_bytes() == content
        assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert write(command, tmp_path, "--force").returncode == 0
    assert path.read_bytes() != content
    assert (tmp_path / f"{path.name}~").read_bytes() == content


@pytest.mark.parametrize("command", ["export", "draft"])
def test_a_worthless_file_is_replaced(command: str, tmp_path: Path) -> None:
    path, backup = (tmp_path / f"{WRITERS[command][0]}{end}" for end in ("", "~"))
    path.write_bytes(b"")
    assert write(command, tmp_path).returncode == 0
    written_before = path.read_bytes()
    assert not backup.exists()
    assert write(command, tmp_path).returncode == 0  # the same content
    assert not backup.exists()
    path.write_bytes(bytes_of(undecided()))
    assert write(command, tmp_path).returncode == 0
    assert path.read_bytes() == written_before
    assert backup.read_bytes() == bytes_of(undecided())


def test_the_file_that_was_read_is_replaced_only_with_force(tmp_path: Path) -> None:
    path = written(tmp_path, undecided(), "x.json")
    (tmp_path / "link.json").symlink_to(path)
    (tmp_path / "name.json").hardlink_to(path)
    before = path.read_bytes()
    for name in ("x.json", "./x.json", "link.json", "name.json"):
        done = run("export", "x.json", "--to", "json", "-o", name, folder=tmp_path)
        assert done.returncode == 2
        assert f"{Path(name)}: it is the input file; --force" in done.stderr
        assert path.read_bytes() == before
    with path.open() as redirected, patch("sys.stdin", redirected):
        assert why_not_replaceable(path, before, STDIN) == "it is the input file"
    done = run("export", "x.json", "--to", "json", "-o", "x.json", "--force", folder=tmp_path)
    assert done.returncode == 0
    assert json.loads(path.read_bytes())["status"] == "draft"
    assert (tmp_path / "x.json~").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "name", "message"),
    [
        (("draft", "-"), "x.csv", "the file name suggests CSV, but this is JSON"),
        (("export", "--to", "md"), "x.json", "the file name suggests JSON, but this is Markdown"),
        (("export", "--to", "csv"), "x.HTM", "the file name suggests a web page, but this is CSV"),
        (("schema",), "x.md", "the file name suggests Markdown, but this is JSON"),
        (
            ("draft", "-", "--explain"),
            "x.json",
            "the file name suggests JSON, but this is plain text",
        ),
    ],
)
def test_a_name_of_another_format_is_refused(
    words: tuple[str, ...], name: str, message: str, tmp_path: Path
) -> None:
    done = run(*words, "-o", name, given=TEXT.encode(), folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr == f"kursk-tui: cannot write {name}: {message}; --force writes it anyway\n"
    assert list(tmp_path.iterdir()) == []
    done = run(*words, "-o", name, "--force", given=TEXT.encode(), folder=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / name).stat().st_size > 0


def test_what_is_no_file_is_written_to_directly(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    done = run("export", "--to", "csv", "-o", "folder.csv", "--force", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "kursk-tui: cannot write folder.csv: Is a directory\n"
    assert run("export", "--to", "csv", "-o", os.devnull).returncode == 0
    assert run("export", "--to", "csv", "-o", "/dev/stdout").stdout.startswith("claim,answer")
    assert run("export", "--to", "csv", "-o", "/dev/stderr").stderr.startswith("claim,answer")


def test_an_open_descriptor_is_appended_to(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("kept\n")
    for name in ("/dev/fd/3", "/proc/self/fd/3"):
        script = f"'{COMMAND}' export --to csv -o {name} 3>> '{log}'"
        subprocess.run(["sh", "-c", script], check=True)
    text = log.read_text("utf-8")
    assert text.startswith("kept\nclaim,answer")
    assert text.count("claim,answer") == 2


def test_a_link_to_nothing_creates_its_target(tmp_path: Path) -> None:
    (tmp_path / "x.json").symlink_to(tmp_path / "target")
    assert write("export", tmp_path).returncode == 0
    assert (tmp_path / "x.json").is_symlink()
    assert json.loads((tmp_path / "target").read_bytes())["title"] == builtin().title


def test_a_read_only_file_is_not_replaced_even_with_force(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"notes")
    path.chmod(0o444)
    done = write("export", tmp_path, "--force")
    assert done.returncode == 2
    assert done.stderr == "kursk-tui: cannot write x.json: the file is read-only\n"
    assert path.read_bytes() == b"notes"


def test_a_file_that_is_changed_after_it_was_looked_at_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, undecided(), "x.json")

    def decide(*_: object) -> None:
        path.write_bytes(bytes_of(decided()))

    monkeypatch.setattr("kursk_tui.cli.output.why_not_replaceable", decide)
    done = write("export", tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        "kursk-tui: cannot write x.json: another program has just changed it; try again\n"
    )
    assert path.read_bytes() == bytes_of(decided())
    assert [one.name for one in tmp_path.iterdir()] == ["x.json"]
