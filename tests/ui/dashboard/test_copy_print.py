"""Copying parts of a claim, and printing."""

import shlex
import threading
from pathlib import Path

import pytest

from kursk_tui.query import View
from kursk_tui.ui.dashboard.copy_print import CopyPrint, Printer
from tests.query.factory import builtin
from tests.ui.dashboard.fakes import FakeRunner
from tests.ui.dashboard.test_file_follower import FakeTerminal

S10 = 9
"""The number of the claim that states three figures."""


class Bench:
    """Copying from the built-in briefing to a list."""

    def __init__(
        self, claim: int | None = S10, figure: int | None = None, path: Path | None = None
    ) -> None:
        self.view = View.of(builtin())
        self.copied: list[str] = []
        self.messages: list[str] = []
        self.runner = FakeRunner()
        printer = Printer(FakeTerminal(exists=False))
        self.copying = CopyPrint(
            lambda: self.view,
            lambda: claim,
            lambda: figure,
            self._copy,
            path,
            printer,
            self.runner,
            self.messages.append,
        )

    def _copy(self, text: str) -> str:
        self.copied.append(text)
        return "copied"

    async def copy(self, what: str) -> str:
        """Copy something, and return the last copied text."""
        self.copying.copy(what)
        await self.runner.finish()
        return self.copied[-1] if self.copied else ""


async def test_a_claim_is_copied_and_the_way_is_reported() -> None:
    bench = Bench()
    assert await bench.copy("id") == "S10"
    assert bench.messages == ["id copied · 3 characters"]


async def test_the_figure_under_the_cursor_is_copied_or_else_all() -> None:
    assert len((await Bench().copy("figure")).splitlines()) == 3
    assert (await Bench(figure=0).copy("figure")).startswith("killed “at least 100”")
    assert (await Bench(figure=1).copy("figure")).startswith("wounded ")


async def test_the_query_needs_no_claim() -> None:
    bench = Bench(claim=None)
    assert await bench.copy("query") == ""
    bench.view = bench.view.ask("NOT killed:>200   AND nis")
    assert await bench.copy("query") == "-killed:>200 nis"


@pytest.mark.parametrize(
    ("claim", "what", "message"),
    [
        (None, "claim", "no claim is selected"),
        (None, "query", "no query to copy"),
        (0, "figure", "this claim states no figure"),
        (0, "link", "this claim has no link"),
    ],
)
async def test_missing_parts_are_reported(claim: int | None, what: str, message: str) -> None:
    bench = Bench(claim)
    assert await bench.copy(what) == ""
    assert bench.messages == [message]


async def test_the_export_command_can_be_pasted_into_a_shell() -> None:
    bench = Bench(claim=None, path=Path("/tmp/a b.json"))
    bench.view = bench.view.ask("-killed:>200")
    command = await bench.copy("export")
    assert shlex.split(command) == [
        *("kursk-tui", "export", "/tmp/a b.json", "--query=-killed:>200"),
        *("--to", "html", "-o", "brief.html"),
    ]
    bench = Bench(claim=None)
    assert await bench.copy("export") == ""
    assert bench.messages == [
        "this briefing does not come from a file, so no command can export it"
    ]


async def test_copies_stay_in_order_and_do_not_block() -> None:
    bench, hanging = Bench(), threading.Event()
    copied: list[str] = []

    def copy(text: str) -> str:
        if not copied:
            assert hanging.wait(30)
        copied.append(text)
        return "copied"

    bench.copying.copy_text = copy
    bench.copying.copy("id")
    bench.copying.copy("query")
    bench.view = bench.view.ask("nis")
    bench.copying.copy("query")
    assert copied == []
    hanging.set()
    await bench.runner.finish()
    assert copied == ["S10", "nis"]


async def test_without_a_terminal_there_is_nothing_to_print_to() -> None:
    bench = Bench()
    await bench.copying.print()
    assert bench.messages == ["no terminal to print to"]
