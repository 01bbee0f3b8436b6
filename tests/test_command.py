"""The command: in a real terminal, without one, and with invalid files."""

import subprocess
import sys
from pathlib import Path

import pytest

from kursk_tui import __version__
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import read
from tests.cli.run import run, start
from tests.terminal import COMMAND, Terminal

HEAVY = ("textual", "rich", "pydantic")
IMPORTS = (
    "from kursk_tui.formats.builtin import builtin_path; from kursk_tui.formats.json import read"
)
"""What code in another process needs to read the built-in briefing."""


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
def test_a_user_opens_filters_and_leaves_a_clean_terminal(size: tuple[int, int]) -> None:
    terminal = Terminal(size=size)
    terminal.wait_for("11 claims")
    terminal.wait_for("Partnership tr")
    terminal.press("/killed:>=100\r")
    terminal.wait_for("1 match · 0 possible · 10 not stated")
    terminal.wait_for("at least 100")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    for mode in (b"?1049", b"?1000", b"?1003", b"?1006", b"?2004"):
        assert terminal.sent.rfind(b"\x1b[" + mode + b"l") > terminal.sent.rfind(
            b"\x1b[" + mode + b"h"
        ), mode
    assert terminal.sent.rfind(b"\x1b[?25h") > terminal.sent.rfind(b"\x1b[?25l")


def test_keys_in_one_burst_reach_their_targets() -> None:
    terminal = Terminal()
    terminal.wait_for("Partnership tr")
    terminal.press("2e")
    terminal.wait_for("5 Document")
    terminal.press("14g")
    terminal.wait_for("judgement S5")
    terminal.press("1/source:lee\rj~")
    terminal.wait_for("/ source:lee ")
    terminal.wait_for("reported S10")
    terminal.press("/ killed:\r>=100\rq")  # the first enter is refused: the query is invalid
    assert terminal.wait_for_end() == 0


def test_redraw_sends_the_whole_screen_again() -> None:
    terminal = Terminal()
    terminal.wait_for("Partnership tr")
    terminal.press("j")
    terminal.wait_for("judgement S2 ")  # everything is drawn, and the panes' titles do not change
    seen = len(terminal.sent)
    terminal.press("\x0c")
    titles = (b"1 Timeline", b"2 Figures", b"3 Sources", b"4 Confidence")
    terminal.wait_for(lambda _: all(title in terminal.sent[seen:] for title in titles))
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_the_query_on_the_command_line_is_shown_from_the_start() -> None:
    terminal = Terminal(["--query", "source:lee"])
    terminal.wait_for("2 matches · 0 possible · 0 not stated")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_python_m_runs_the_same_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kursk_tui", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == start("--version").stdout == f"kursk-tui {__version__}\n"


def test_help_shows_examples_and_exit_codes() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "kursk-tui --query 'killed:>=100'" in done.stdout
    assert "exit codes: 0 success" in done.stdout


@pytest.mark.parametrize("term", ["xterm", "dumb", ""])
def test_without_a_terminal_it_prints_plain_text(term: str) -> None:
    done = run("--query", "killed:>=100", TERM=term)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    lines = done.stdout.splitlines()
    assert lines[:4] == [
        "North Korean troops in Kursk Oblast",
        "2024-12-19 · 11 claims · 3 sources",
        "query: killed:>=100",
        "1 match, 0 possible, 10 not stated",
    ]
    figures = " ".join(lines[lines.index("FIGURES") : lines.index("SOURCES")])
    assert "killed “at least 100”: 100 or more, no upper bound; North Korean soldiers;" in figures
    assert max(map(len, lines)) <= 80


def test_plain_text_can_be_requested_in_a_terminal() -> None:
    terminal = Terminal(["--plain", "--query", "id:S9"], size=(80, 60))
    assert terminal.wait_for_end() == 0
    assert b"\x1b" not in terminal.sent
    assert "who         source not stated" in terminal.text


def test_plain_text_contains_everything_about_every_claim() -> None:
    text = " ".join(run().stdout.split())
    for claim in read(builtin_path()).claims:
        assert " ".join(claim.evidence.exact.split()) in text
        for note in claim.notes:
            assert " ".join(note.split()) in text
        for external in claim.external:
            assert " ".join(external.says.split()) not in text


def test_a_closed_pipe_ends_quietly() -> None:
    done = subprocess.run(
        ["sh", "-c", f"'{COMMAND}' | head -n 1"], capture_output=True, text=True, check=False
    )
    assert done.stdout == "North Korean troops in Kursk Oblast\n"
    assert done.stderr == ""


def test_a_missing_file_is_reported_in_one_line(tmp_path: Path) -> None:
    done = run(str(tmp_path / "none.json"))
    assert done.returncode == 2
    assert (
        done.stderr
        == f"kursk-tui: cannot read {tmp_path / 'none.json'}: No such file or directory\n"
    )


def test_an_invalid_file_is_reported_with_position_and_path(tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{"format": "kursk-tui/1",\n "title": 5}')
    done = run(str(path))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"{path}:1:1: “documents” is missing",
        "    at $.documents",
        f"{path}:2:11: “title” is 5, but should be text in quotes",
        "    at $.title",
    ]


def test_an_invalid_query_is_reported_with_a_caret() -> None:
    done = run("--query", "kiled:>3")
    assert done.returncode == 2
    assert done.stderr.splitlines()[1:] == [
        "kiled:>3",
        "^^^^^ no field “kiled”; did you mean killed:?",
    ]


@pytest.mark.parametrize("given", [["--query", "\x1b[31m("], ["--x\x1b[31m"], ["\x1b[31m.json"]])
def test_control_characters_in_arguments_are_made_visible(given: list[str]) -> None:
    done = run(*given)
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
    assert "␛[31m" in done.stderr


def test_an_unknown_option_is_wrong_usage() -> None:
    done = run("--no-such-option")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def modules_after(code: str) -> set[str]:
    """Return the top-level modules that are loaded after some code has run."""
    return {name.split(".")[0] for name in loaded_after(code)}


def submodules_after(code: str, package: str) -> set[str]:
    """Return the modules of a package that are loaded after some code has run."""
    return {name for name in loaded_after(code) if f"{name}.".startswith(f"{package}.")}


def loaded_after(code: str) -> list[str]:
    """Return all modules that are loaded after some code has run, by their full names."""
    program = (
        f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\n"
        "finally:\n    print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return done.stderr.split()


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option: str) -> None:
    loaded = modules_after(f"from kursk_tui.cli.main import main; main(['{option}'])")
    assert "kursk_tui" in loaded
    assert not loaded & set(HEAVY)


@pytest.mark.parametrize("package", ["model", "query", "formats"])
def test_data_packages_do_not_load_drawing_libraries(package: str) -> None:
    use = {
        "model": "from kursk_tui.model import YARDSTICKS; YARDSTICKS",
        "query": "from kursk_tui.query.syntax import parse; parse('killed:>100')",
        "formats": f"{IMPORTS}; read(builtin_path())",
    }
    loaded = modules_after(use[package])
    assert "pydantic" in loaded
    assert not loaded & {"textual", "rich"}


def test_reading_does_not_load_the_query_language() -> None:
    assert not submodules_after(f"{IMPORTS}; read(builtin_path())", "kursk_tui.query")


def test_the_query_language_is_loaded_with_the_first_query() -> None:
    view = f"{IMPORTS}; from kursk_tui.query import View; view = View.of(read(builtin_path()))"
    language = {"kursk_tui.query.syntax", "kursk_tui.query.predicates"}
    assert not submodules_after(view, "kursk_tui.query") & language
    assert submodules_after(f"{view}; view.ask('a')", "kursk_tui.query") >= language


def test_the_fields_of_queries_are_loaded_with_the_first_query_that_names_one() -> None:
    ask = "from kursk_tui.query import View; View.of(read(builtin_path())).ask('{}')"
    field = "kursk_tui.query.fields.likelihood"
    for query, loaded in {"": False, "korea -treaty": False, "killed:5": True}.items():
        found = submodules_after(f"{IMPORTS}; {ask.format(query)}", "kursk_tui.query")
        assert (field in found) is loaded, query
