"""Whole screens, as text and in colour, against goldens that were read before they were kept."""

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.ui.conflicting_briefing import contradicting_briefing
from tests.ui.rich_briefing import rich_briefing
from tests.ui.screen import LARGE, SMALL, WIDE, running


class TextGolden(SingleFileSnapshotExtension):
    """A screen as text, so that a change can be read in review."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


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
    "conflicts": ("x", "j"),
    "sorted": ("S", "2", "S"),
    "completing": ("slash", *"source:", "tab", "tab"),
    "copying": ("2", "j", "y"),
    "copied": ("2", "j", "y", "i"),
    "help": ("question_mark",),
    "palette": ("colon", *"theme"),
}
COLOURED = (
    *("missed", "possible", "sources", "confidence", "conflicts"),
    *("copying", "help", "palette"),
)


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("journey", JOURNEYS)
async def test_screen(journey: str, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    briefing = contradicting_briefing() if journey == "conflicts" else None
    async with running(size, briefing=briefing) as driver:
        await driver.press(*JOURNEYS[journey])
        assert driver.text + "\n" == snapshot(extension_class=TextGolden)
        if size == LARGE:  # in the dark theme; other themes need another app
            colours = snapshot(extension_class=TextGolden, name="colours")
            assert driver.colours + "\n" == colours


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


# Together they contain every style that any of the screens has in these themes.
@pytest.mark.parametrize("theme", ["light", "ansi"])
@pytest.mark.parametrize("journey", COLOURED)
async def test_colours(journey: str, theme: str, snapshot: SnapshotAssertion) -> None:
    briefing = contradicting_briefing() if journey == "conflicts" else None
    async with running(
        LARGE, theme=theme, few_colours=theme == "ansi", briefing=briefing
    ) as driver:
        await driver.press(*JOURNEYS[journey])
        assert driver.colours + "\n" == snapshot(extension_class=TextGolden)
