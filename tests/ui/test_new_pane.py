"""A new pane is one new file: everything that deals with panes finds it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursk_tui.ui import panes as package
from kursk_tui.ui.keys.actions import actions
from kursk_tui.ui.pane_registry import panes
from tests.ui.screen import LARGE, SMALL, running

FILE = '''
"""Notes: how many notes each claim has."""

from kursk_tui.ui.pane import Layout, Pane, Plan
from kursk_tui.ui.rows.row_model import Order, Row
from kursk_tui.ui.rows.styled_text import Span, line


class NotesPlan(Plan):
    def __init__(self, index, sort, width):
        self.index = index
        self._order = Order(Row(number) for number in range(len(index.claims)))

    def lay_out(self, scene):
        rows = self._order.shown(scene.view.flags)
        return Layout(rows, _draw, "No claim matches the query.")


def _draw(row, scene):
    notes = scene.view.claims[row.claim].notes
    return (line(Span(f"{len(notes)} notes")),)


PANE = Pane("notes", "Notes", "8", "What is ambiguous", NotesPlan)
'''
IN_A_PROCESS = """
import sys
from kursk_tui.ui import panes
panes.__path__.append({folder!r})
{code}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Add a folder with a file `notes.py` to the package of panes."""
    (tmp_path / "notes.py").write_text(FILE)
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    panes.cache_clear()
    yield tmp_path
    sys.modules.pop(f"{package.__name__}.notes", None)
    panes.cache_clear()


def run(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a new process, with the file in the package from the start."""
    program = IN_A_PROCESS.format(folder=str(folder), code=code)
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.usefixtures("folder")
def test_it_has_a_number_key_an_action_and_an_entry_in_the_help() -> None:
    keys = [*map(str, range(1, 10)), "0", "x"]
    assert [pane.key for pane in panes()] == keys
    found = {one.id: one for one in actions(panes())}
    assert found["pane.notes"].keys == ("8",)
    assert found["pane.notes"].group == "Panes"
    assert found["pane.notes"].tooltip == "Notes: what is ambiguous"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("size", [LARGE, SMALL], ids=["grid", "tabs"])
async def test_it_has_a_place_on_the_screen_and_follows_the_query(size: tuple[int, int]) -> None:
    async with running(size) as driver:
        await driver.ask("id:S3")
        await driver.press("8")
        assert driver.dashboard.pane.pane.id == "notes"
        assert "8 Notes" in driver.text
        assert driver.pane("notes").split() == ["►", "3", "notes"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("opens", ["question_mark", "colon"], ids=["help", "palette"])
async def test_help_and_palette_find_and_open_it(opens: str) -> None:
    async with running() as driver:
        await driver.press(opens, *"ambiguous")
        assert "Notes: what is ambiguous" in driver.text
        await driver.press("enter")
        assert driver.dashboard.pane.pane.id == "notes"


def test_the_command_line_offers_it(folder: Path) -> None:
    code = "from kursk_tui.cli.main import main\nsys.exit(main(sys.argv[1:] or {})) "
    shown = run(folder, code.format(["--help"]))
    assert "notes" in shown.stdout
    refused = run(folder, code.format(["--pane", "nothing"]))
    assert refused.returncode == 2
    assert "'notes'" in refused.stderr
    keys = run(folder, code.format(["keys"]))
    assert "pane.notes" in keys.stdout


def test_the_contract_tests_include_it(folder: Path) -> None:
    tests = str(Path(__file__).with_name("test_panes.py"))
    options = ["-p", "no:cacheprovider", "-k", "notes and contract"]
    done = run(folder, f"import pytest\nsys.exit(pytest.main([{tests!r}, *{options!r}]))")
    assert done.returncode == 0, done.stdout
    assert "15 passed" in done.stdout  # three widths, five views
