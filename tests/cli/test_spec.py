"""The choices of the command line are those of the modules that carry them out."""

import inspect
from importlib import import_module
from pathlib import Path

import pytest

from kursk_tui.cli import spec
from kursk_tui.cli.parser import parse_arguments
from kursk_tui.ui import panes as package
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.panes import pane_ids


@pytest.mark.parametrize("name", ["CHECK_OUTPUTS", "QUERY_OUTPUTS", "DIFF_OUTPUTS"])
def test_every_output_is_a_choice_and_every_choice_an_output(name: str) -> None:
    outputs: spec.Outputs = getattr(spec, name)
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
