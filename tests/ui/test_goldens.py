"""Whole screens, as text and in colour, against goldens that were read before they were kept."""

import re

import pytest
import textual
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.ui.rich_briefing import rich_briefing
from tests.ui.screen import LARGE, SMALL, WIDE, running


class TextGolden(SingleFileSnapshotExtension):
    """A screen as text, so that a change can be read in review."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


class ColourGolden(SingleFileSnapshotExtension):
    """A screen as SVG, so that a change of colour shows."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


QUERY = ("slash", *"killed:>200", "enter")
JOURNEYS: dict[str, tuple[str, ...]] = {
    "start": (),
    "query": QUERY,
    "possible": (*QUERY, "tilde"),
    "error": ("slash", *"kiled:>3"),
    "evidence": ("2", "e"),
    "missed": ("slash", *"kind:judgement", "enter", "5"),
    "figures": ("2",),
    "sources": ("3", "G", "enter"),
    "confidence": ("4", "j", "j"),
    "zoom": ("4", "z"),
    "claim": ("2", "enter"),
    "outside": ("4", "o", "0", "G"),
    "help": ("question_mark",),
}


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("journey", JOURNEYS)
async def test_screen(journey: str, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with running(size) as driver:
        await driver.press(*JOURNEYS[journey])
        assert driver.text + "\n" == snapshot(extension_class=TextGolden)


@pytest.mark.parametrize("keys", ["1", "2", "3", "4", "5"])
async def test_a_briefing_that_states_everything(keys: str, snapshot: SnapshotAssertion) -> None:
    async with running(LARGE, briefing=rich_briefing()) as driver:
        await driver.press(*keys, "g", "enter" if keys == "3" else "z")
        assert driver.text + "\n" == snapshot(extension_class=TextGolden)


async def test_the_panes_of_a_briefing_that_states_everything(snapshot: SnapshotAssertion) -> None:
    async with running(LARGE, briefing=rich_briefing(), query="killed:>2000") as driver:
        await driver.press("tilde")
        assert driver.text + "\n" == snapshot(extension_class=TextGolden)


async def test_wide_screen(snapshot: SnapshotAssertion) -> None:
    async with running(WIDE) as driver:
        assert driver.text + "\n" == snapshot(extension_class=TextGolden)


@pytest.mark.skipif(
    textual.__version__ != "8.2.8",
    reason="colours are drawn the same only by the Textual that constraints.txt names",
)
@pytest.mark.parametrize("theme", ["kursk-dark", "kursk-light"])
@pytest.mark.parametrize("journey", ["start", "possible", "evidence", "missed", "error"])
async def test_colours(journey: str, theme: str, snapshot: SnapshotAssertion) -> None:
    async with running(LARGE, theme=theme) as driver:
        await driver.press(*JOURNEYS[journey])
        svg = re.sub(r"@font-face\s*{[^}]*}", "", driver.app.export_screenshot())
        svg = re.sub(r"terminal-\d+", "terminal", svg)  # a hash of how it was drawn, not of what
        assert svg == snapshot(extension_class=ColourGolden)
