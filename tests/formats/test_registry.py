"""The registry of formats: every row is correct, and the command line needs nothing but the row."""

import os
import runpy
import subprocess
import sys
from importlib import import_module
from inspect import signature
from pathlib import Path

import pytest

from kursk_tui.formats.json import parse
from kursk_tui.formats.registry import FORMATS, Format, format_of, titles, written_formats
from kursk_tui.query import View
from tests.query.factory import builtin
from tests.tables import each_row
from tests.ui.rich_briefing import rich_briefing

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"
DOCS = PAGE.read_text("utf-8")

SHOUT = '''
"""A format that exists only in this test: the ids of claims, in capitals."""


def write(view):
    return "".join(f"{claim.id.upper()}!\\n" for claim in view.claims)
'''
REGISTER = (
    "from kursk_tui.formats.registry import FORMATS, Format, Loss\n"
    "FORMATS['shout'] = Format('shout', 'shouts', module='shout', suffixes=('.shout',),"
    " description='ids in capitals', losses=(Loss('everything but ids'),))\n"
    "from kursk_tui.cli.main import main\n"
    "import sys\n"
    "sys.exit(main(sys.argv[1:]))\n"
)


@each_row("name", FORMATS)
def test_a_row_matches_its_module(name: str) -> None:
    file_format = FORMATS[name]
    module = import_module(file_format.module)
    assert file_format.name == name
    assert hasattr(module, "write") == file_format.writes
    assert hasattr(module, "read") == file_format.reads
    if file_format.reads:
        assert list(signature(module.read).parameters) == ["path", "limit"]
    assert all(one.startswith(".") and one == one.lower() for one in file_format.suffixes)


def test_no_module_is_imported_before_it_is_used() -> None:
    done = run_python("import sys, kursk_tui.formats.registry\nprint(*sys.modules)")
    loaded = set(done.split())
    assert "kursk_tui.formats.registry" in loaded
    assert not loaded & {"pydantic", "typing", *(one.module for one in FORMATS.values())}


@each_row("name", [one.name for one in written_formats()])
def test_a_format_without_losses_round_trips(name: str) -> None:
    file_format = FORMATS[name]
    assert file_format.saves == (not file_format.losses)
    if not file_format.losses:
        for briefing in (builtin(), rich_briefing()):
            assert parse(file_format.write(View.of(briefing)).encode(), "again") == briefing


def test_a_format_is_chosen_by_the_suffix_among_those_that_can_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = Format(
        "other",
        "other",
        module="none",
        suffixes=(".abc",),
        description="",
        reads=True,
        writes=False,
    )
    monkeypatch.setitem(FORMATS, "other", other)
    assert format_of(Path("a.abc")) is format_of(Path("x/A.ABC")) is other
    for path in (None, Path("-"), Path("a.json"), Path("a.md"), Path("abc"), Path("a.abc.x")):
        assert format_of(path) is FORMATS["json"]


def test_titles_are_enumerated() -> None:
    assert titles(FORMATS.values()) == (
        "Markdown, CSV, JSON, a web page, BibLaTeX, CSL-JSON, a STIX bundle, a MISP event "
        "or a Web Annotation collection"
    )
    assert titles([FORMATS["csv"]]) == "CSV"


def test_the_docs_list_every_format_with_its_losses() -> None:
    tables = runpy.run_path(str(PAGE.parent / "tables.py"))
    assert tables["rewritten"](DOCS) == DOCS, "run `make tables`"
    assert "with the claim as JSON | TLP:AMBER+STRICT, TLP:RED |" in DOCS
    assert "| links of sources | `md`, `misp` |" in DOCS


def run_python(code: str, *arguments: str, folder: Path | None = None) -> str:
    """Return what Python prints; modules in `folder` can be imported."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(folder or "")},
        check=True,
    )
    return done.stdout


def test_a_new_row_is_found_in_the_choices_in_help_and_in_completion(tmp_path: Path) -> None:
    (tmp_path / "shout.py").write_text(SHOUT)
    written = run_python(REGISTER, "export", "--to", "shout", "--query", "id:S4", folder=tmp_path)
    assert written.splitlines()[3] == "S4!"
    assert "a MISP event, a Web Annotation collection or shouts" in run_python(REGISTER, "--help")
    help_text = run_python(REGISTER, "export", "--help")
    assert "--to {md,csv,json,html,biblatex,csl-json,stix,misp,annotation,shout}" in help_text
    assert "  shout       ids in capitals\n" in help_text
    assert "shout" in run_python(REGISTER, "completion", "bash")
