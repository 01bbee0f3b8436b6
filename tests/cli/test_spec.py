"""The choices of the command line are those of the modules that carry them out."""

import argparse
import inspect
from importlib import import_module
from pathlib import Path

import pytest

from kursk_tui.cli import output_formats, spec
from kursk_tui.cli.argument_types import as_path
from kursk_tui.cli.open_view import open_view
from kursk_tui.cli.parser import parse_arguments
from kursk_tui.ui import panes as package
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.panes import pane_ids
from tests.cli.run import run


@pytest.mark.parametrize("name", ["CHECK_OUTPUTS", "QUERY_OUTPUTS", "DIFF_OUTPUTS"])
def test_every_output_is_a_choice_and_every_choice_an_output(name: str) -> None:
    outputs: output_formats.Outputs = getattr(output_formats, name)
    module = import_module(outputs.module)
    functions = {
        one.removeprefix("as_")
        for one, _ in inspect.getmembers(module, inspect.isfunction)
        if one.startswith("as_")
    }
    assert functions == set(outputs.choices)
    assert all(callable(outputs.writer(choice)) for choice in outputs.choices)


def test_pane_ids_are_those_of_the_panes() -> None:
    assert pane_ids() == tuple(sorted(pane.id for pane in panes()))
    assert "conflicts" in pane_ids()


def test_a_new_pane_file_is_a_choice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notes.py").write_text("raise AssertionError('must not be imported')")
    (tmp_path / "_private.py").write_text("")
    (tmp_path / "readme.txt").write_text("")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    assert set(pane_ids()) - {pane.id for pane in panes()} == {"notes"}
    assert parse_arguments(["--pane", "notes"]).pane == "notes"
    assert parse_arguments(["screenshot", "-o", "x.svg", "--pane", "notes"]).pane == "notes"


def _paths() -> list[tuple[str, ...]]:
    """Return the start of a command line for each place where a command takes the path of a file.

    The last argument of each is left out: it is the path.
    """
    found: list[tuple[str, ...]] = []
    for name, command in {"": spec.DASHBOARD, **spec.COMMANDS}.items():
        parser = argparse.ArgumentParser(exit_on_error=False)
        command.declare(parser)
        before: list[str] = [name] if name else []
        for action in parser._actions:
            if action.option_strings:
                continue
            if action.type is as_path:
                found.append(tuple(before))
            before.append("x")
    return found


@pytest.mark.parametrize("start", _paths(), ids=" ".join)
def test_an_empty_path_is_not_a_file_name(start: tuple[str, ...]) -> None:
    extra = {"export": ("--to", "md"), "screenshot": ("-o", "x.svg")}
    done = run(*start, "", *extra.get(start[0] if start else "", ()))
    assert (done.returncode, done.stdout) == (2, "")
    assert "“” is not a file name" in done.stderr.splitlines()[0]


def test_every_command_with_a_path_is_among_these() -> None:
    commands = {start[0] if start else "" for start in _paths()}
    assert commands >= {"", "show", "check", "query", "export", "diff", "screenshot", "draft"}


@pytest.mark.parametrize("option", ["--title", "--publisher"])
@pytest.mark.parametrize("name", [" ", "\u200b", "\u3164"])
def test_a_name_that_shows_nothing_is_refused(option: str, name: str) -> None:
    done = run("draft", "-", option, name, given=b"At least 40 soldiers were killed.")
    assert (done.returncode, done.stdout) == (2, "")
    first = done.stderr.splitlines()[0]
    assert first == (
        f"kursk-tui draft: argument {option}: a name cannot be blank; leave the option out instead"
    )


def test_possible_matches_are_an_option_of_every_command_with_a_query() -> None:
    commands = {
        "show": (),
        "export": ("--to", "md"),
        "screenshot": ("-o", "x.svg"),
    }
    for name, needed in commands.items():
        for given, shown in (((), ()), (("--possible",), (9,))):
            options = parse_arguments([name, "-q", "killed:>200", *needed, *given])
            assert open_view(options).numbers == shown, name
