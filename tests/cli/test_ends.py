"""How commands end: exit codes, output streams, and no tracebacks."""

import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from kursk_tui.cli import exit_codes
from kursk_tui.cli.parser import parse_arguments
from kursk_tui.cli.spec import COMMANDS
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import reader
from tests.cli.run import run, start, written
from tests.model.factory import altered, minimal
from tests.tables import each_row
from tests.terminal import COMMAND, Terminal

MAIN = "import sys; from kursk_tui.cli.main import main; sys.exit(main(sys.argv[1:]))"


def fail_with(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make reading a briefing raise an unexpected error."""

    def decode(*_: object) -> NoReturn:
        raise error

    monkeypatch.setattr(reader, "decode", decode)


@each_row(
    "arguments",
    [
        ("--no-such-option",),
        ("show", "--width", "0"),
        ("show", "--width", "x"),
        ("check",),
        ("query",),
        ("export",),
        ("export", "--to", "pdf"),
        ("diff",),
        ("screenshot",),
        ("completion", "tcsh"),
        ("check", "--max-size", "5X", "a.json"),
        ("show", "--quer", "x"),  # no abbreviations: they would restrict later options
        ("keys", "x"),
        ("check", "--max-size", "1٢", "a.json"),  # a digit outside ASCII
        ("screenshot", "-o", "a.svg", "--size", "1٢0x36"),
        ("query", "-q", "--format", "count", "killed:*"),
        ("query", "--query", "killed:*"),
    ],
)
def test_wrong_usage_prints_the_error_and_then_the_usage(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (exit_codes.USAGE, "")
    error, usage = done.stderr.splitlines()
    assert error.startswith("kursk-tui")
    assert usage.startswith("usage: kursk-tui")


@each_row(
    ("arguments", "message"),
    [
        (("keys", "x"), "kursk-tui keys: unexpected argument: x"),
        (("keys", "--", "x"), "kursk-tui keys: unexpected argument: x"),
        (("one", "two"), "kursk-tui: cannot read one: No such file or directory"),
        (("diff", "one", "two", "three"), "kursk-tui diff: unexpected argument: three"),
        (("show", "--wide", "x"), "kursk-tui show: unexpected option: --wide"),
    ],
)
def test_an_unexpected_argument_is_named(arguments: tuple[str, ...], message: str) -> None:
    assert run(*arguments).stderr.splitlines()[0] == message


def test_query_rejects_the_query_option_and_can_exclude_the_word_q() -> None:
    done = run("query", "-q", "--format", "count", "killed:*")
    assert done.stderr.splitlines()[0] == (
        "kursk-tui query: give the query without -q; to exclude the word q: -- -q"
    )
    assert run("query", "--format", "count", "--", "-q").stdout == "11\n"


@each_row("name", COMMANDS)
def test_every_command_has_help_with_examples_and_exit_codes(name: str) -> None:
    done = run(name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"usage: kursk-tui {name} " in done.stdout
    examples = done.stdout.split("examples:\n")[1]
    assert f"kursk-tui {name}" in examples
    assert "exit codes: 0 success" in examples
    assert f"\n  {name} " in run("--help").stdout


@each_row("example", [example for command in COMMANDS.values() for example in command.examples])
def test_every_example_of_the_help_is_valid(example: str) -> None:
    call = example[example.index("kursk-tui") :]
    call = re.split(r" {4}| \| | > |\)\"", call)[0]  # without a remark, pipe or redirection
    parse_arguments(shlex.split(call)[1:])


def test_a_file_named_like_a_command_is_opened_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("{}")
    done = run("./keys", folder=tmp_path)
    assert done.returncode == exit_codes.FINDING
    assert done.stderr.startswith("keys:1:1: “documents” is missing")
    done = run("--plain", "show", folder=tmp_path)
    assert done.returncode == exit_codes.USAGE
    assert done.stderr == (
        "kursk-tui: cannot read show: No such file or directory; put the command “show” first\n"
    )


def choices(command: tuple[str, ...], option: str) -> list[str]:
    """Return the values that a command's help offers for an option."""
    listed = re.search(rf"{option} {{(.*?)}}", run(*command, "--help").stdout)
    assert listed is not None
    return listed[1].split(",")


@pytest.mark.parametrize(
    ("command", "option", "arguments", "code"),
    [
        ("export", "--to", (), exit_codes.OK),
        ("query", "--format", ("source:lee",), exit_codes.OK),
        ("check", "--format", ("bad.json",), exit_codes.FINDING),
        ("diff", "--format", ("one.json", "two.json"), exit_codes.OK),
        ("draft", "--format", ("text.txt", "--explain"), exit_codes.OK),
    ],
)
def test_every_format_has_distinct_output(
    command: str, option: str, arguments: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    written(tmp_path, {}, "bad.json")
    written(tmp_path, minimal(), "one.json")
    written(tmp_path, altered((("title",), "Other")), "two.json")
    (tmp_path / "text.txt").write_text("The soldiers have left the town, and 40 were killed.")
    outputs = []
    for choice in choices((command,), option):
        done = run(command, *arguments, option, choice, folder=tmp_path)
        assert done.returncode == code
        outputs.append(done.stdout)
    assert "" not in outputs
    assert len(set(outputs)) == len(outputs) > 1


@pytest.mark.parametrize(
    "what", ["show", "query kind:judgement", "export --to html", "keys", "--help"]
)
def test_a_closed_pipe_ends_quietly(what: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"'{COMMAND}' {what} | true; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("0\n", "")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["INT", "TERM"]
)
def test_signals_have_their_own_exit_codes_and_print_no_traceback(number: int, code: int) -> None:
    with subprocess.Popen(
        [COMMAND, "show", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        # A pipe takes this much only if it is read, so the command handles signals by now.
        running.stdin.write(" " * 2**20)
        running.stdin.flush()
        running.send_signal(number)
        assert running.wait(20) == code
        assert running.stderr.read() == ""


def test_a_signal_waits_until_the_command_is_loaded() -> None:
    code = (
        "import os, signal, sys\n"
        "import kursk_tui.cli.main, kursk_tui.cli.parser as parser\n"
        "load = parser.import_module\n"
        "def interrupted(name):\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    load(name)\n"
        "    print('loaded', flush=True)\n"
        "parser.import_module = interrupted\n"
        "sys.exit(kursk_tui.cli.main.main(['show']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "loaded\n", "")


@pytest.mark.parametrize("swallow", ["except BaseException: pass", "except BaseException: 1 / 0"])
def test_a_signal_is_not_lost_in_a_library_that_swallows_exceptions(swallow: str) -> None:
    code = (
        "import os, signal\n"
        "import kursk_tui.formats.json.reader as reader\n"
        "real = reader.decode\n"
        "def decode(*arguments):\n"
        "    try: os.kill(os.getpid(), signal.SIGINT)\n"
        f"    {swallow}\n"
        "    return real(*arguments)\n"
        "reader.decode = decode\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{code}{MAIN}", "show"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (exit_codes.INTERRUPTED, b"")


def test_sigint_stays_ignored_in_a_background_job() -> None:
    # As for `kursk-tui show - &` in a script: ctrl+c is meant for the foreground job.
    with subprocess.Popen(
        ["sh", "-c", f"trap '' INT; exec '{COMMAND}' show -"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdin is not None
        running.stdin.write(" " * 2**20)
        running.stdin.flush()
        running.send_signal(signal.SIGINT)
        output, errors = running.communicate(timeout=20)
    assert (running.returncode, output) == (exit_codes.FINDING, "")
    assert errors.startswith("<stdin>:1:1: the file is empty")


@pytest.mark.parametrize("what", ["show", "--version", "keys", "check x", "--help"])
def test_a_closed_standard_output_is_an_error_and_a_closed_standard_error_is_not(what: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f"'{COMMAND}' {what} >&-"], capture_output=True, text=True, check=False
    )
    assert done.returncode == exit_codes.USAGE
    assert done.stderr == "kursk-tui: standard output is closed\n"
    done = subprocess.run(
        ["sh", "-c", f"'{COMMAND}' {what} 2>&-"], capture_output=True, text=True, check=False
    )
    assert done.returncode == (exit_codes.USAGE if what == "check x" else exit_codes.OK)
    assert "Traceback" not in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("show", exit_codes.OK),
        ("--no-such-option", exit_codes.USAGE),
        ("show none.json", exit_codes.USAGE),
        ("query id:none", exit_codes.FINDING),
        ("check none.json", exit_codes.USAGE),
        (f"check '{builtin_path()}'", exit_codes.OK),
        ("keys >&-", exit_codes.USAGE),
        ("keys > /dev/full", exit_codes.USAGE),
    ],
)
def test_an_unwritable_standard_error_does_not_change_the_exit_code(what: str, code: int) -> None:
    full = "2> /dev/full" if what.startswith(("show", "keys")) else "2> >(exec 0<&-)"
    done = subprocess.run(
        ["bash", "-c", f"exec 3>&1; '{COMMAND}' {what} {full}; echo $? >&3"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
    )
    assert done.stdout.splitlines()[-1:] == [str(code)]


def test_an_unexpected_error_is_one_line_and_has_a_traceback_on_request(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fail_with(ZeroDivisionError("division by zero"), monkeypatch)
    done = run("show")
    assert (done.returncode, done.stdout) == (exit_codes.INTERNAL, "")
    assert done.stderr.splitlines() == [
        "kursk-tui: an error in kursk-tui itself: ZeroDivisionError('division by zero')",
        "KURSK_TUI_DEBUG=1 shows the traceback",
    ]
    done = run("show", KURSK_TUI_DEBUG="1")
    assert done.returncode == exit_codes.INTERNAL
    assert "Traceback" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("debug", ["", "1"])
def test_an_unexpected_error_that_cannot_be_printed_has_its_exit_code(debug: str) -> None:
    failing = "import kursk_tui.formats.json.reader as r; r.decode = lambda *_: 1 / 0"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", f"{failing}\n{MAIN}", "show"],
            stderr=full,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "KURSK_TUI_DEBUG": debug},
            check=False,
        )
    assert done.returncode == exit_codes.INTERNAL


def test_running_out_of_memory_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(MemoryError(), monkeypatch)
    done = run("show")
    assert (done.returncode, done.stderr) == (2, "kursk-tui: not enough memory\n")


def test_characters_that_the_encoding_lacks_become_similar_ones() -> None:
    done = subprocess.run(
        [COMMAND, "show", "--query", "id:S4"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b'"around 11,000"' in done.stdout


def test_show_uses_the_requested_width() -> None:
    for width in (40, 100):
        lines = run("show", "--width", str(width)).stdout.splitlines()
        assert width - 3 <= max(map(len, lines)) <= width
    assert run("show", "--ascii").stdout.isascii()


def test_a_pipe_receives_the_output_of_show() -> None:
    assert start("--query", "source:nis").stdout == run("show", "--query", "source:nis").stdout


def test_errors_name_standard_input() -> None:
    done = start("show", "-", given=b"{")
    assert done.returncode == 1
    assert done.stderr.startswith("<stdin>:1:")


def test_reading_a_large_file_shows_progress_in_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    path.write_text(" " * (9 * 2**20) + "{}")
    terminal = Terminal(["check", str(path)], size=(200, 20))
    assert terminal.wait_for_end() == 1
    assert f"reading   0% of 9 MB: {path}".encode() in terminal.sent
    terminal = Terminal(["show", str(path)], size=(200, 20))
    assert terminal.wait_for_end() == 1
    assert f"reading   0% of 9 MB: {path}".encode() in terminal.sent
    assert "% of 9 MB" not in terminal.text
    assert run("show", path).stderr.startswith(f"{path}:1:")


def test_laying_out_many_claims_shows_progress_in_a_terminal() -> None:
    code = "import kursk_tui.ui.pane as pane; pane.MANY_CLAIMS = 10"
    terminal = Terminal(["-c", f"{code}\n{MAIN}"], command=sys.executable)
    terminal.wait_for("q quit")
    progress = terminal.sent.partition(b"\x1b[?1049h")[0].decode()
    shares = re.findall(r"laying out +(\d+)% of 11 claims", progress)
    assert shares == ["0", "25", "50", "75"]
    assert progress.endswith("\r\x1b[K")  # the line is cleared
    terminal.press("q")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_ends_with_a_line_end(shell: str) -> None:
    done = run("completion", shell)
    assert done.returncode == exit_codes.OK
    assert done.stdout.endswith("\n")
    assert not done.stdout.endswith("\n\n\n")
