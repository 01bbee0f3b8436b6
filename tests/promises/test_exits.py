"""Each promise about output at each exit: every command, format and error, in every locale.

Output is ASCII where it must be, has no control character, is well-formed, and shows something.
"""

import base64
import json
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import NoReturn
from unittest.mock import patch

import pytest

from kursk_tui.cli.options import SHELLS
from kursk_tui.cli.spec import COMMANDS
from kursk_tui.formats.exchange import stix
from kursk_tui.formats.json import parse, reader
from kursk_tui.formats.registry import FORMATS, written_formats
from kursk_tui.platform.clipboard import copy
from kursk_tui.query import View
from kursk_tui.wording.copies import COPIES
from tests.cli.run import run, start
from tests.formats.bibliography import entries
from tests.promises import checks
from tests.promises.exits import HOSTILE, Files, all_commands, command_lines, wrong_command_lines
from tests.promises.hostile import (
    PAYLOADS,
    as_file,
    hostile_prose,
    hostile_raw,
    invalid_raw,
)
from tests.tables import each_row
from tests.terminal import Terminal

LATIN = {"LC_ALL": "en_US.ISO-8859-1"}
PROGRAMS_READ = ("md", "csv", "biblatex")
"""The formats without escapes for other characters, which a pipe gets in UTF-8 in any locale."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Write the hostile files."""
    folder = tmp_path_factory.mktemp("hostile")
    names = ("new.json", "old.json", "new.stix", "invalid.json", "prose.txt")
    found = Files(folder, *(folder / name for name in names))
    raw = hostile_raw()
    found.briefing.write_bytes(as_file(raw))
    for claim, source in zip(raw["claims"], raw["sources"], strict=True):
        claim["summary"] += "!"
        source["name"] += "!"
    del raw["claims"][3], raw["documents"][3]
    del raw["claims"][3]["figures"][0]["relations"]  # to the claim that is no longer there
    found.old.write_bytes(as_file(raw))
    found.invalid.write_text(json.dumps(invalid_raw()))
    found.text.write_bytes(hostile_prose())
    found.bundle.write_text(stix.write(View.of(parse(found.briefing.read_bytes(), "new"))))
    return found


def check_characters(
    line: list[str], done: subprocess.CompletedProcess[str], *, ascii_only: bool
) -> None:
    """Check the exit code of a command line, and the characters of what it printed."""
    assert done.returncode in (0, 1, 2), done.stderr
    assert "Traceback" not in done.stderr
    for text in (done.stdout, done.stderr):
        assert checks.unsafe_characters(text) == set(), line
    if ascii_only or "--ascii" in line:
        assert done.stderr.isascii(), line
        assert done.stdout.isascii() or set(line) & set(PROGRAMS_READ), line


def check_format(line: list[str], text: str) -> None:
    """Check that a text is well-formed in the format that its command line asks for."""
    assert text.strip() or line[0] == "query"
    assert checks.unsafe_characters(text) == set(), line
    match line:
        case ["export", *_]:
            figures = shown_in_a_library() if "--as-of" in line else len(PAYLOADS)
            check_export(line[line.index("--to") + 1], text, figures)
        case ["schema", *_]:
            checks.check_json(text)
        case ["draft", *_] if "--explain" not in line or "json" in line:
            checks.check_json(text)
        case ["screenshot", *_] | ["track", *_, "svg"] | ["track", *_, "svg", _]:
            checks.check_svg(text)
        case [*_, "--format", "json"] | [*_, "--format", "json", _]:
            checks.check_json(text)


@cache
def shown_in_a_library() -> int:
    """Return the number of claims that a library shows: those that were not rejected."""
    claims = hostile_raw()["claims"]
    return sum(claim["review"].get("decision") != "rejected" for claim in claims)


def check_export(name: str, text: str, figures: int) -> None:
    """Check a briefing in a format of the registry; a new format needs a check here."""
    match name:
        case "json":
            assert checks.check_json(text)["format"] in (
                "kursk-tui/1",
                "kursk-tui-library-export/1",
            )
        case "csv":
            assert checks.check_csv(text)
        case "md":
            checks.check_markdown(text, figures)
        case "html":
            checks.check_html(text)
        case "stix" | "misp" | "annotation":
            checks.check_json(text)
        case "csl-json":
            assert all(item["id"] for item in checks.check_json(text))
        case "biblatex":
            assert set(entries(text))
        case _:
            raise AssertionError(f"add a check of the format {name}")


def check_line(line: list[str], environment: dict[str, str]) -> None:
    """Run a command line, and check everything that it writes."""
    forced = ["--force"] if "--output" in line else []
    despite = ["--despite-tlp"] if line[0] == "export" and "--despite-tlp" not in line else []
    with patch.dict(os.environ, environment):
        done = run(*line, *forced, *despite)
    check_characters(line, done, ascii_only=bool(environment))
    refused = (
        *("--format needs --explain", "no figure has the", "--as-of compares two libraries"),
        *("is for tables, which need --profile", "the table has no column"),
    )
    if any(words in done.stderr for words in refused):
        return
    assert done.returncode in (0, 1), line
    written = Path(line[line.index("--output") + 1]) if "--output" in line else None
    check_format(line, done.stdout if written is None else written.read_text("utf-8"))


@pytest.mark.parametrize("name", all_commands())
def test_every_output_keeps_the_promises(name: str, files: Files) -> None:
    for line in command_lines(name, files):
        check_line(line, {})


@pytest.mark.parametrize("name", [name for name in all_commands() if name != "screenshot"])
def test_every_output_in_another_locale_is_ascii(name: str, files: Files) -> None:
    for line in command_lines(name, files, others_too=False):
        if not {"--output", *PROGRAMS_READ} & set(line):
            check_line(line, LATIN)


@pytest.mark.parametrize("name", all_commands())
def test_every_error_and_every_help_keeps_the_promises(name: str, files: Files) -> None:
    for line in [*wrong_command_lines(name, files), [*filter(None, [name]), "--help"]]:
        with patch.dict(os.environ, LATIN):
            done = run(*line, folder=files.folder)
        check_characters(line, done, ascii_only=True)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_completion_script_is_well_formed(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed, so its script is not parsed")
    script = tmp_path / "script"
    script.write_text(run("completion", shell).stdout)
    done = subprocess.run([shell, "-n", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_json_that_is_read_and_written_again_is_the_same(files: Files) -> None:
    written = run("export", "--to", "json", files.briefing).stdout
    assert run("export", "--to", "json", "-", given=written.encode()).stdout == written
    with patch.dict(os.environ, LATIN):
        in_ascii = run("export", "--to", "json", "-", given=written.encode()).stdout
    assert in_ascii.isascii()
    assert json.loads(in_ascii) == json.loads(written)


def test_every_command_and_format_is_an_exit(files: Files) -> None:
    lines = [line for name in all_commands() for line in command_lines(name, files)]
    assert {line[0] for line in lines} == {*COMMANDS, "--plain"}
    exported = {line[line.index("--to") + 1] for line in lines if line[0] == "export"}
    assert exported == {one.name for one in written_formats()} == set(FORMATS)
    for command, formats in {
        "check": {"full", "concise", "json", "github"},
        "query": {"table", "json", "ids", "count"},
        "diff": {"text", "json"},
        "draft": {"text", "json"},
    }.items():
        assert {line[line.index("--format") + 1] for line in lines if line[0] == command} == formats


@each_row("what", COPIES)
def test_no_copy_contains_a_control_character(what: str) -> None:
    briefing = parse(as_file(hostile_raw()), "hostile.json")
    _, write = COPIES[what]
    for claim in briefing.claims:
        sent: list[str] = []
        copy(write(claim, briefing), sent.append, folder=None, environment={"TERM": "xterm"})
        text = base64.b64decode(sent[0].removeprefix("\x1b]52;c;").removesuffix("\x07")).decode()
        assert text.strip()
        assert checks.unsafe_characters(text) == set()
        if what == "json":
            checks.check_json(text)


@pytest.mark.parametrize("debug", ["", "1"])
def test_an_unexpected_error_contains_no_control_character(
    debug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise ValueError(HOSTILE)

    monkeypatch.setattr(reader, "decode", fail)
    done = run("show", KURSK_TUI_DEBUG=debug, LC_ALL="ru_RU.KOI8-R")
    assert done.returncode == 3
    assert ("Traceback" in done.stderr) == bool(debug)
    assert done.stderr.isascii()
    assert checks.unsafe_characters(done.stderr) == set()


def test_a_draft_of_hostile_prose_is_valid(files: Files) -> None:
    for option in ("--title", "--publisher"):
        written = run("draft", files.text, option, HOSTILE).stdout
        assert run("check", "-", given=written.encode()).stderr.startswith("1 file, 0 errors")


@pytest.mark.parametrize("option", ["--title", "--publisher"])
@pytest.mark.parametrize("blank", [" ", "\n", "\u200b", "\u3164"])
def test_a_blank_title_or_publisher_is_refused(option: str, blank: str, files: Files) -> None:
    done = run("draft", files.text, option, blank)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"argument {option}: a name cannot be blank" in done.stderr


def test_a_name_that_shows_as_nothing_is_shown() -> None:
    done = run("show", "\u200b\u3164")
    assert done.stderr == "kursk-tui: cannot read “\ufffd\ufffd”: No such file or directory\n"


@pytest.mark.thorough
@pytest.mark.parametrize("environment", [{}, LATIN], ids=["utf-8", "latin-1"])
@pytest.mark.parametrize("name", all_commands())
def test_every_option_keeps_the_promises(
    name: str, environment: dict[str, str], files: Files
) -> None:
    for line in command_lines(name, files, every=True):
        check_line(line, environment)
    for line in wrong_command_lines(name, files, every=True):
        with patch.dict(os.environ, environment):
            done = run(*line, folder=files.folder, given=files.invalid.read_bytes())
        check_characters(line, done, ascii_only=bool(environment))


LOCALES = {
    "C": {"LC_ALL": "C"},
    "C.UTF-8": {"LC_ALL": "C.UTF-8"},
    "latin-1": {"LC_ALL": "en_US.ISO-8859-1", "PYTHONIOENCODING": "latin-1"},
    "koi8-r": {"LANG": "ru_RU.KOI8-R", "PYTHONIOENCODING": "koi8-r"},
    "no UTF-8 mode": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "ascii": {"PYTHONIOENCODING": "ascii:strict"},
    "utf-16": {"PYTHONIOENCODING": "utf-16"},
    "cp1251": {"PYTHONIOENCODING": "cp1251"},
}
UTF_8 = ("C", "C.UTF-8")
STYLE = re.compile(r"\x1b\[[0-9;]*m")
"""What sets a colour or an attribute, as `diff` does on a terminal."""


@pytest.mark.thorough
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", all_commands())
def test_a_process_keeps_the_promises_in_every_locale(name: str, locale: str, files: Files) -> None:
    for line in [*command_lines(name, files), next(wrong_command_lines(name, files))]:
        with patch.dict(os.environ, LOCALES[locale]):
            done = start(*line)
        check_characters(line, done, ascii_only=locale not in UTF_8)


@pytest.mark.thorough
@pytest.mark.parametrize("name", all_commands())
def test_a_terminal_of_another_locale_gets_ascii(name: str, files: Files) -> None:
    for line in command_lines(name, files):
        terminal = Terminal(line, env=LATIN)
        assert terminal.wait_for_end() in (0, 1, 2)
        assert terminal.sent.isascii(), line
        shown = STYLE.sub("", terminal.sent.decode().replace("\r\n", "\n"))
        assert checks.unsafe_characters(shown) == set()


def test_data_is_the_same_in_a_pipe_of_every_locale(files: Files) -> None:
    line = ["export", str(files.briefing), "--to", "md"]
    with patch.dict(os.environ, LOCALES["latin-1"]):
        done = start(*line)
    assert done.stdout == run(*line).stdout
